"""The files of a picture: a pure function of its bytes and the recipe."""

from pathlib import PurePath

from plugins.pictures.endings import DRAWING, ENDINGS
from plugins.pictures.making.drawing import clean
from plugins.pictures.making.encoding import encode
from plugins.pictures.making.reading import read
from plugins.pictures.making.recipe import BadPicture, Files, Recipe


def make(data: bytes, name: str, recipe: Recipe) -> Files:
    """Return all files of the picture in *data*, the content of the file *name*.

    Raises:
        BadPicture: it can't be shown.
    """
    _check_name_and_weight(data, name, recipe)
    if PurePath(name).suffix.lower() == DRAWING:
        return clean(data)
    return encode(read(data, name, recipe), recipe)


def check(data: bytes, name: str, recipe: Recipe) -> None:
    """Raise BadPicture if *data* can't be shown; make nothing of it."""
    _check_name_and_weight(data, name, recipe)
    if PurePath(name).suffix.lower() == DRAWING:
        clean(data)
    else:
        read(data, name, recipe)


def _check_name_and_weight(data: bytes, name: str, recipe: Recipe) -> None:
    if PurePath(name).suffix.lower() not in ENDINGS:
        raise BadPicture("picture-unknown", known=", ".join(sorted(ENDINGS)))
    if len(data) > recipe.most_bytes:
        raise BadPicture("picture-too-heavy", limit=f"{recipe.most_bytes / 1_000_000:g}")
