"""The names of files as the site knows them, whatever a system makes of their letters."""

import os
from unicodedata import normalize


def composed(name: str) -> str:
    """Return *name* with each letter as one sign: macOS writes the ö of some names as o and ¨.

    What a text calls a file, what the file is called, and its address are compared in this form.
    """
    return name if name.isascii() else normalize("NFC", name)


def legible(name: str) -> str:
    r"""Return the *name* of a file with its bytes that are no UTF-8 written out, such as `\xff`."""
    return name if name.isascii() else os.fsencode(name).decode("utf-8", "backslashreplace")
