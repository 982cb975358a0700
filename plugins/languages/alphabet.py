"""The Turkish alphabet: case and order, which Python and Jinja get wrong."""

from unidecode import unidecode

ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
"""The 29 letters, with q, w and x where they stand in lists of foreign names."""

_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, 1)}
AFTER_SIGNS = 1000
_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_UPPER = str.maketrans({"i": "İ", "ı": "I"})

SortKey = tuple[list[int], list[int]]


def lower(text: str, lang: str) -> str:
    """Return *text* in small letters: in Turkish `İZMİR ILIK` is `izmir ılık`."""
    return (text.translate(_LOWER) if lang == "tr" else text.replace("İ", "i")).lower()


def upper(text: str, lang: str) -> str:
    """Return *text* in capitals: in Turkish `izmir ılık` is `İZMİR ILIK`."""
    return (text.translate(_UPPER) if lang == "tr" else text).upper()


def sort_key(text: str, lang: str) -> SortKey:
    """Return what *text* is sorted by: cam, çay, ırmak, iz, öz in Turkish.

    A letter that the alphabet of *lang* does not have, such as â or é, counts as its plain form;
    it decides only between words that are otherwise the same.
    """
    small = lower(text, lang)
    return [_rank(letter, lang) for letter in small], [ord(letter) for letter in small]


def initial(text: str, lang: str) -> str:
    """Return the letter that *text* stands under in an A–Z; `#` for what begins with none."""
    for letter in lower(text, lang)[:1]:
        if lang == "tr" and letter in _RANK:
            return upper(letter, lang)
        plain = unidecode(letter)[:1].lower()
        if plain in _RANK:
            return upper(plain, lang)
    return "#"


def _rank(letter: str, lang: str) -> int:
    """Return the place of *letter*: signs and digits first, letters of other scripts last."""
    own = letter in _RANK and (lang == "tr" or letter.isascii())
    plain = letter if own else unidecode(letter)[:1].lower()
    if plain in _RANK:
        return AFTER_SIGNS + _RANK[plain]
    return min(ord(letter), AFTER_SIGNS) if not letter.isalpha() else AFTER_SIGNS * 2
