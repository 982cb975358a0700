"""A room's part in the making of the site, and how Pelican comes to know of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class Generator:
    """A generator as Pelican calls it, which reads no sources and has no templates of its own.

    For each that derives from Pelican's own, Pelican makes readers and an environment of Jinja, and
    lists all templates: with as many rooms as here, that takes as long as the edit of a text.
    """

    def __init__(
        self,
        context: dict[str, Any],
        settings: Mapping[str, Any],
        path: str,
        theme: str,
        output_path: str,
    ) -> None:
        self.context = context
        self.settings = settings
        self.path = path
        self.theme = theme
        self.output_path = output_path

    def generate_context(self) -> None:
        """Put into the context what rooms after this one need."""

    def generate_output(self, writer: Any) -> None:
        """Write what the room makes, once every room has put its own into the context.

        *writer* is a `SiteWriter`, or does as one in the preview.
        """


@dataclass(frozen=True)
class Room:
    """What a room of PLUGINS is known by: to Pelican as the function `register` of a plugin."""

    generator: type[Generator]

    def __call__(self) -> None:
        """Have Pelican ask for the generator in its runs."""
        from pelican import signals  # noqa: PLC0415  slow to load, and Pelican has loaded it

        signals.get_generators.connect(self._tell, weak=False)

    def _tell(self, pelican: Any) -> type[Generator]:
        if "BUILD_DAY" not in pelican.settings:  # somebody runs `pelican`, which knows no day
            raise SystemExit("the site is built by `python3 tasks.py build`, or `invoke build`")
        return self.generator
