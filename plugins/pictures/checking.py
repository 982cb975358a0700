"""Whether every picture that a text uses can be shown; what was found is kept by its content."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.pictures.making.recipe import BadPicture, Recipe, keys_of
from plugins.pictures.uses import Use, by_picture, problems_of
from plugins.sharing import share_out

WORTH_SHARING = 8
"""Pictures: each is opened in a tenth of a second."""

Found = tuple[str, list[Any] | None]
"""The key of a picture, and what is wrong with it: a rule and its values."""


def check_pictures(
    uses: Iterable[Use], *, recipe: Recipe, memo: Memo, jobs: int
) -> Iterator[Problem]:
    """Yield what is wrong with a picture, at each line of *uses* that names it."""
    places = by_picture(uses)
    if not places:
        return
    keys = keys_of(places, recipe)
    known = memo.read(keys.values())
    new = [(key, path) for path, key in keys.items() if key not in known]
    shares = share_out(partial(_look, recipe=recipe), new, jobs, worth=WORTH_SHARING)
    found = dict(each for share in shares for each in share)
    if found or len(known) != len(set(keys.values())):
        memo.write(found, keep=known)
    known |= found
    bad = {
        path: BadPicture(known[key][0], **known[key][1]) for path, key in keys.items() if known[key]
    }
    yield from (problem for _, problem in problems_of(places, bad))


def _look(pictures: Sequence[tuple[str, Path]], *, recipe: Recipe) -> list[Found]:
    if not pictures:
        return []
    from plugins.pictures.making.make import check  # noqa: PLC0415  slow to load, rarely needed

    found: list[Found] = []
    for key, path in pictures:
        try:
            check(path.read_bytes(), path.name, recipe)
            found.append((key, None))
        except BadPicture as error:
            found.append((key, [error.rule, error.values]))
    return found
