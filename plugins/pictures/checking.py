"""Whether pictures can be shown."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from plugins.model.memo import digest
from plugins.pictures.making.make import check
from plugins.pictures.making.recipe import BadPicture, Recipe
from plugins.sharing import share_out

WORTH_SHARING = 8
"""Pictures: each is opened in a tenth of a second."""

Verdict = tuple[Path, str, BadPicture | None]
"""A picture, the digest of what was read there, and what is wrong with that."""


def verdicts(
    pictures: Sequence[Path], settings: Mapping[str, Any], *, jobs: int
) -> Iterator[Verdict]:
    """Yield each of *pictures* with what is wrong with it, by the recipe in *settings*."""
    look = partial(_look, recipe=Recipe.from_settings(settings))
    for share in share_out(look, pictures, jobs, worth=WORTH_SHARING):
        yield from share


def _look(pictures: Sequence[Path], *, recipe: Recipe) -> list[Verdict]:
    found: list[Verdict] = []
    for path in pictures:
        data, wrong = path.read_bytes(), None
        try:
            check(data, path.name, recipe)
        except BadPicture as error:
            wrong = error
        found.append((path, digest(data), wrong))
    return found
