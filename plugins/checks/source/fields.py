"""The passages of a header: what its fields say in words."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from plugins.checks.source.passage import Passage, Role
from plugins.model.frontmatter import Path as Place
from plugins.model.kinds import group_in
from plugins.model.source import Source

TITLES = frozenset({"title", "menu_title", "subject"})
NAMES = frozenset({"name", "names", "host", "organisers", "partners", "members", "present"})
OTHER_SOURCES = frozenset({"source", "language", "silence"})
"""Fields that may hold words of any language."""


def fields_of(
    model: type[BaseModel], values: Mapping[str, Any], source: Source, place: Place
) -> Iterator[Passage]:
    """Yield what the *values* of *model*, which stand at *place* of the header, say in words."""
    for name, is_text, group in _kinds_of_fields(model):
        value = values.get(name) if isinstance(values, dict) else None
        if value is None or name in OTHER_SOURCES:
            continue
        entries = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, entry in entries:
            here = (*place, name) if index is None else (*place, name, index)
            if group is not None and isinstance(entry, dict):
                yield from fields_of(group, entry, source, here)
            elif is_text:
                yield from _words(entry, source, here, name)


def _words(entry: Any, source: Source, place: Place, name: str) -> Iterator[Passage]:
    role: Role = "title" if len(place) == 1 and name in TITLES else "field"
    role = "name" if name in NAMES else role
    # `names` holds one for each language.
    texts = entry.items() if isinstance(entry, dict) else [("", entry)]
    for key, words in texts:
        if isinstance(words, str):
            line = source.line_of((*place, key) if key else place)
            yield Passage(role, " ".join(words.split()), line, name=name)


@cache
def _kinds_of_fields(
    model: type[BaseModel],
) -> tuple[tuple[str, bool, type[BaseModel] | None], ...]:
    """Return the name of each field, whether it holds free words, and the group it is made of."""
    return tuple(
        (name, not info.metadata and _is_text(info.annotation), group_in(info.annotation))
        for name, info in model.model_fields.items()
    )


def _is_text(annotation: Any) -> bool:
    if annotation is str:
        return True
    return not hasattr(annotation, "__metadata__") and any(map(_is_text, get_args(annotation)))
