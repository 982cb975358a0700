"""From the bytes of a picture to the files that the site has of it: a pure function of both."""

from pathlib import Path, PurePath

import PIL
from lxml import etree

from plugins.model.memo import digest
from plugins.pictures.making.drawing import clean
from plugins.pictures.making.encoding import encode
from plugins.pictures.making.reading import ENDINGS as PIXELS
from plugins.pictures.making.reading import read
from plugins.pictures.making.recipe import BadPicture, Files, Recipe

DRAWING = ".svg"
ENDINGS = frozenset({DRAWING}.union(*PIXELS.values()))
"""How the name of a picture may end, in small letters."""


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


def version(recipe: Recipe) -> bytes:
    """Return a name for all that files depend on beside the picture: code, libraries, *recipe*."""
    code = [path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py"))]
    libraries = f"{PIL.__version__} {etree.LXML_VERSION} {etree.LIBXML_VERSION}"
    return digest(*code, libraries.encode(), repr(recipe).encode()).encode()


def _check_name_and_weight(data: bytes, name: str, recipe: Recipe) -> None:
    if PurePath(name).suffix.lower() not in ENDINGS:
        raise BadPicture("picture-unknown", known=", ".join(sorted(ENDINGS)))
    if len(data) > recipe.most_bytes:
        raise BadPicture("picture-too-heavy", limit=f"{recipe.most_bytes / 1_000_000:g}")
