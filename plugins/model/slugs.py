"""The one slug function: ASCII, by Turkish rules."""

import re
from functools import lru_cache

from unidecode import unidecode

_OURS = str.maketrans({letter: unidecode(letter) for letter in "çğıöşüÇĞİÖŞÜâîûÂÎÛ"})
"""Our own letters: with these out of the way, most texts need no more."""
_APOSTROPHES = re.compile("['’ʼ`´]")
_NOT_ALPHANUMERIC = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=1 << 16)  # tags and titles are asked for again and again
def slugify(text: str) -> str:
    """Return *text* as the part of an address: `İzmir’de Işık Şöleni` is `izmirde-isik-soleni`.

    The letters are transliterated one by one (ö is o, never oe), the apostrophe before a suffix
    goes without a trace, and everything else that is no letter or digit parts two words.
    """
    # Lowering after the transliteration is plain ASCII: no İ can go wrong there.
    ours = _APOSTROPHES.sub("", text).translate(_OURS)
    ascii_text = ours if ours.isascii() else unidecode(ours)
    return _NOT_ALPHANUMERIC.sub("-", ascii_text.lower()).strip("-")
