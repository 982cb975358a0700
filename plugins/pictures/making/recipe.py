"""How pictures are made: the limits, the sizes and the qualities of PICTURES in the settings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from plugins.libraries import installed
from plugins.model.memo import digest

MADE_WITH = ("pillow-", "lxml-")
"""How the names of the libraries begin that read pictures and write them."""


class BadPicture(Exception):
    """A picture can't be shown; *rule* and *values* say why, as a problem does."""

    def __init__(self, rule: str, **values: Any) -> None:
        super().__init__(rule, values)
        self.rule = rule
        self.values = values

    def __reduce__(self) -> Any:
        """Let it be sent from one process to another, with its values."""
        return partial(BadPicture, self.rule, **self.values), ()


@dataclass(frozen=True)
class Recipe:
    """What a picture may be, and what is made of it. Its `repr` names it."""

    widths: tuple[int, ...]
    fallback: int
    """The greatest width of the file that everything can show."""
    quality: tuple[tuple[str, int], ...]
    """By format: avif, webp, jpeg."""
    avif_speed: int
    most_bytes: int
    most_pixels: int
    most_seconds: float
    """Of a picture that moves."""

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Recipe":
        """Return the recipe that PICTURES of *settings* is."""
        written = settings["PICTURES"]
        return cls(
            widths=tuple(sorted(written["widths"])),
            fallback=written["fallback"],
            quality=tuple(sorted(written["quality"].items())),
            avif_speed=written["avif_speed"],
            most_bytes=written["most_bytes"],
            most_pixels=written["most_pixels"],
            most_seconds=written["most_seconds"],
        )


@dataclass(frozen=True)
class Encoded:
    """One file made of a picture."""

    data: bytes
    ending: str
    """Of its name, without a dot: `avif`, `webp`, `jpg`, `png`, `gif`, `svg`."""
    width: int
    height: int


@dataclass(frozen=True)
class Files:
    """All files made of a picture."""

    formats: tuple[tuple[Encoded, ...], ...]
    """The lightest format first; each from narrow to wide. None of a drawing."""
    fallback: Encoded
    still: Encoded | None = None


def key_of(data: bytes, ending: str, version: bytes) -> str:
    """Return a name for all that the files of a picture depend on, *version* among it."""
    return digest(version, ending.encode(), data)


def version_of(recipe: Recipe) -> bytes:
    """Return a name for what is the same for all pictures: code, libraries, *recipe*."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    libraries = [name for name in installed() if name.startswith(MADE_WITH)]
    return digest(*code, repr((libraries, recipe)).encode()).encode()
