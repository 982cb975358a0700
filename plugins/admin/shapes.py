"""What the type of a field comes down to, whatever it is wrapped in."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, create_model


@dataclass(frozen=True)
class Shape:
    """What the annotation of a field comes down to."""

    base: Any
    """`str`, `int`, `bool`, `dict`, a group of fields, or the words to choose from."""
    marker: object = None
    """What sets a text apart from others: a day, an address, the name of a file."""
    many: bool = False

    @property
    def is_group(self) -> bool:
        """Whether the value has fields of its own."""
        return isinstance(self.base, type) and issubclass(self.base, BaseModel)


def shape_of(annotation: Any, markers: Sequence[object] = ()) -> Shape:
    """Return the shape of a field with that *annotation* and the *markers* beside it."""
    inner = [part for part in get_args(annotation) if part is not NoneType]
    if markers:
        return Shape(str, markers[0])
    if hasattr(annotation, "__metadata__"):
        return shape_of(inner[0], annotation.__metadata__)
    if NoneType in get_args(annotation):
        return shape_of(inner[0])
    if get_origin(annotation) is list:
        return replace(shape_of(inner[0]), many=True)
    if get_origin(annotation) is dict:
        parts: dict[str, Any] = dict.fromkeys(get_args(inner[0]), (str, ...))
        return Shape(create_model("Parts", **parts) if parts else dict)
    return Shape(tuple(inner) if get_origin(annotation) is Literal else annotation)
