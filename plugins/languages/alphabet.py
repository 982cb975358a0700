"""The Turkish alphabet: case and order, which Python and Jinja get wrong."""

from unidecode import unidecode

ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
"""The 29 letters, with q, w and x where they stand in lists of foreign names."""

_RANK = {letter: rank for rank, letter in enumerate(ALPHABET, 1)}
_LOWER = str.maketrans({"İ": "i", "I": "ı"})
_UPPER = str.maketrans({"i": "İ", "ı": "I"})

SortKey = list[tuple[int, int]]


def lower(text: str, lang: str) -> str:
    """Return *text* in small letters: in Turkish `İZMİR ILIK` is `izmir ılık`."""
    return (text.translate(_LOWER) if lang == "tr" else text.replace("İ", "i")).lower()


def upper(text: str, lang: str) -> str:
    """Return *text* in capitals: in Turkish `izmir ılık` is `İZMİR ILIK`."""
    return (text.translate(_UPPER) if lang == "tr" else text).upper()


def sort_key(text: str, lang: str) -> SortKey:
    """Return what *text* is sorted by: cam, çay, ırmak, iz, öz in Turkish; accents apart in English.

    A letter of neither alphabet, such as â or é, stands right after its plain form.
    """
    return [_rank(letter, lang) for letter in lower(text, lang)]


def initial(text: str, lang: str) -> str:
    """Return the letter that *text* stands under in an A–Z; `#` for what begins with none."""
    for letter in lower(text, lang)[:1]:
        if lang == "tr" and letter in _RANK:
            return upper(letter, lang)
        plain = unidecode(letter)[:1].lower()
        if plain in _RANK:
            return upper(plain, lang)
    return "#"


def _rank(letter: str, lang: str) -> tuple[int, int]:
    if letter in _RANK and (lang == "tr" or letter.isascii()):
        return 1000 + _RANK[letter] * 2, 0
    if letter.isalpha():
        plain = unidecode(letter)[:1].lower()
        return 1000 + _RANK.get(plain, 400) * 2, ord(letter)
    # Digits and signs come before letters, in the order of their codes.
    return min(ord(letter), 999), ord(letter)
