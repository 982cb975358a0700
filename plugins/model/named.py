"""What the fields of an item name: files beside the text, tags, goals, other items."""

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from plugins.model.values import FileBeside, GoalId, RefersTo, TagName

Place = tuple[str | int, ...]
"""The way to a value: ("cites", 0, "item")."""

Marker = FileBeside | GoalId | RefersTo | TagName
"""What kind of thing a value names."""

Named = tuple[Place, Marker, str]


def named_in(fields: BaseModel, place: Place = ()) -> Iterator[Named]:
    """Yield the place, the marker and the value of everything in *fields* that names something."""
    values = vars(fields)
    for name, marker in _naming_fields(type(fields)):
        value = values[name]
        entries = enumerate(value) if isinstance(value, list) else [(None, value)]
        for index, entry in entries:
            here = (*place, name) if index is None else (*place, name, index)
            if entry is None:
                continue
            if marker is None:
                yield from named_in(entry, here)
            else:
                yield here, marker, entry


@cache
def _naming_fields(model: type[BaseModel]) -> tuple[tuple[str, Marker | None], ...]:
    """Return the fields of *model* that name something; without a marker, those that are groups."""
    found: list[tuple[str, Marker | None]] = []
    for name, info in model.model_fields.items():
        for marker in (*info.metadata, *_markers(info.annotation)):
            if isinstance(marker, Marker):
                found.append((name, marker))
            elif isinstance(marker, type):
                found.append((name, None))
    return tuple(found)


def _markers(annotation: Any) -> Iterator[object]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        yield from _markers(part)
