"""The one slug function: ASCII, by Turkish rules."""

import re
from functools import lru_cache

from unidecode import unidecode

_APOSTROPHES = re.compile("['’ʼ`´]")
_NOT_ALPHANUMERIC = re.compile("[^a-z0-9]+")


@lru_cache(maxsize=1 << 16)  # tags and titles are asked for again and again
def slugify(text: str) -> str:
    """Return *text* as the part of an address: `İzmir’de Işık Şöleni` is `izmirde-isik-soleni`.

    The letters are transliterated one by one (ö is o, never oe), the apostrophe before a suffix
    goes without a trace, and everything else that is no letter or digit parts two words.
    """
    # Lowering after the transliteration is plain ASCII: no İ can go wrong there.
    ascii_text = unidecode(_APOSTROPHES.sub("", text)).lower()
    return _NOT_ALPHANUMERIC.sub("-", ascii_text).strip("-")
