"""Where the files of an output answer, and which of them are read."""

import os

from plugins.languages.addresses import FORM

ENDINGS = frozenset({".html", ".xml", ".json", ".ics", ".css", ".svg"})
"""Of the files that are read; what others hold is not looked at."""


def address_of(name: str) -> str:
    """Return the address at which the file *name* of the output answers."""
    if name == "index.html" or name.endswith("/index.html"):
        return "/" + name.removesuffix("index.html")
    return f"/{name}"


def is_read(name: str) -> bool:
    """Tell whether the file *name* of the output is read; that of the form is not ours."""
    return os.path.splitext(name)[1] in ENDINGS and address_of(name) != FORM
