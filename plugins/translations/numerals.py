"""Numbers in words, Turkish and English: `on iki`, `twelfth`, `iki yüz bin`, `a hundred`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

TR_ONES = "bir iki üç dört beş altı yedi sekiz dokuz".split()
TR_TENS = "on yirmi otuz kırk elli altmış yetmiş seksen doksan".split()
EN_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
EN_TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {
    "tr": {"yüz": 100, "bin": 10**3, "milyon": 10**6, "milyar": 10**9},
    "en": {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9},
}

_NUMBERS = {
    "tr": {word: n for n, word in enumerate(TR_ONES, 1)}
    | {word: 10 * n for n, word in enumerate(TR_TENS, 1)},
    "en": {word: 10 * n for n, word in enumerate(EN_TENS, 1)}
    | {word: n for n, word in enumerate(EN_ONES, 1)}
    | {"dozen": 12},
}
_ORDINALS = {
    "tr": "birinci ikinci üçüncü dördüncü beşinci altıncı yedinci sekizinci dokuzuncu onuncu "
    "yirminci otuzuncu kırkıncı ellinci altmışıncı yetmişinci sekseninci doksanıncı",
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth "
    "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth",
}
_ORDINAL_VALUES = {
    "tr": [*range(1, 10), *range(10, 100, 10)],
    "en": [*range(1, 20), *range(20, 100, 10)],
}
# Alone, a Turkish numeral is believed only in the forms that are no other word: not `onun` (his),
# `yüzen` (who swims), `binen` (who boards), `altında` (under).
_FORMS = {
    2: "ikisi ikisini ikisinin ikisine ikisinde ikimiz ikişer ikili ikiye ikiden",
    3: "üçü üçünü üçünün üçüne üçünde üçer üçe üçten üçlü üçümüz",
    4: "dördü dördünü dördünün dördüne dörder dörde dörtten dörtlü",
    5: "beşi beşini beşinin beşine beşer beşe beşten beşli",
    6: "altısı altısını altısının altışar altıdan altıya",
    7: "yedisi yedisini yedisinin yedişer yediden yediye",
    8: "sekizi sekizini sekizinin sekizer sekize sekizden",
    9: "dokuzu dokuzunu dokuzunun dokuzuyla dokuzar dokuza dokuzdan",
    10: "onu onar ondan",
    20: "yirmisi yirmiyi yirmişer yirmiden yirmiye",
    30: "otuzu otuzar otuza otuzdan",
    40: "kırkı kırkar kırka kırktan",
    50: "ellisi elliyi ellişer elliden elliye",
    60: "altmışı altmışar altmıştan altmışa",
    70: "yetmişi yetmişten yetmişe",
    80: "sekseni seksenden seksene",
    90: "doksanı doksandan doksana",
}
_LAST = {
    lang: dict(zip(_ORDINALS[lang].split(), _ORDINAL_VALUES[lang], strict=True)) for lang in SCALES
}
_LAST["tr"] |= {
    f"{word}{ending}": value
    for word, value in _LAST["tr"].items()
    for ending in (f"s{word[-1]}", f"s{word[-1]}n{word[-1]}", f"s{word[-1]}nde", f"s{word[-1]}nin")
}
_LAST["tr"] |= {word: value for value, words in _FORMS.items() for word in words.split()}
"""Words that end a number."""
_BEGINNINGS = {lang: {"a", *SCALES[lang], *_NUMBERS[lang], *_LAST[lang]} for lang in SCALES}
"""Words that begin one; most words do not."""

_SOFT = frozenset(
    "bir birinci altı yedi yüz bin onu ondan ikili üçlü dörtlü one first second dozen".split()
)
"""Words that are often something else: they confirm a number, and alone demand none."""

_ROOTS = {**{word: word for word in (*TR_ONES, *TR_TENS, *SCALES["tr"])}, "dörd": "dört"}
_INFLECTED = re.compile(
    rf"(?P<root>{'|'.join(sorted(_ROOTS, key=len, reverse=True))})"
    r"(?:[dt][ae]n?|[dt][ae]ki|y?[aeıiuü]|s[ıiuü](?:n[aeıiuü]n?|yl[ae])?|n?[ıiuü]n|[ıiuü]n[aeıi]"
    r"|l[ıiuü]k?|[şs]?[ae]r|[ıiuü]yl[ae]|l[ae]r[ıi]?)"
)
"""Behind another numeral there is no doubt what `binin` and `birde` are."""

_WORD = re.compile(r"[^\W\d_]+")
_GAPS = {"tr": re.compile(r"\s+"), "en": re.compile(r"(?:\s+and)?\s+|[-‑]")}
_HALVES = {"tr": re.compile(r"\s+buçuk"), "en": re.compile(r"\s+and\s+a\s+half(?!\w)")}
_BEHIND_DIGITS = re.compile(r"\d\s+$")


@dataclass(frozen=True)
class Numeral:
    """A number in words, from *start* to *end* of the text; *soft* if it may be another word."""

    start: int
    end: int
    value: Decimal
    soft: bool


@lru_cache(maxsize=16)
def numerals(text: str, lang: str) -> tuple[Numeral, ...]:
    """Return the numbers in words of *text*, which is in small letters."""
    return tuple(_numerals(text, lang))


def spelled(value: int, lang: str) -> str | None:
    """Return a number up to ninety-nine in words of *lang*; None for any other."""
    tens, ones = divmod(value, 10)
    if not 0 < value < 100:
        return None
    if lang == "tr":
        return " ".join([*TR_TENS[tens - 1 : tens][:tens], *TR_ONES[ones - 1 : ones][:ones]])
    if value < 20:
        return EN_ONES[value - 1]
    return EN_TENS[tens - 1] + (f"-{EN_ONES[ones - 1]}" if ones else "")


def _numerals(text: str, lang: str) -> Iterator[Numeral]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and word[0] == "and" and run[-1][0] in SCALES[lang]:
            continue  # it belongs to the gap: a hundred and ten
        if run and not _joins(run, word, text, lang):
            yield from _numeral(run, text, lang)
            run = []
        if run or word[0] in _BEGINNINGS[lang]:
            run.append(word)
    yield from _numeral(run, text, lang)


def _joins(run: list[re.Match[str]], word: re.Match[str], text: str, lang: str) -> bool:
    """Tell whether *word* goes on with the number that *run* began."""
    gap = _GAPS[lang].fullmatch(text, run[-1].end(), word.start())
    return bool(gap) and _value((*_words(run), word[0]), lang) is not None


def _numeral(run: list[re.Match[str]], text: str, lang: str) -> Iterator[Numeral]:
    words = _words(run)
    value = _value(words, lang) if words else None
    if value is None:
        return
    start, end = run[0].start(), run[-1].end()
    if words[0] in SCALES[lang] and _BEHIND_DIGITS.search(text[max(0, start - 8) : start]):
        return  # "1,5 milyon" is one number, and begins with its digits
    exact = Decimal(value)
    if half := _HALVES[lang].match(text, end):
        exact, end = exact + Decimal("0.5"), half.end()
    yield Numeral(start, end, exact, len(words) == 1 and words[0] in _SOFT)


def _words(run: list[re.Match[str]]) -> tuple[str, ...]:
    return tuple(word[0] for word in run)


@lru_cache(maxsize=4096)
def _value(words: tuple[str, ...], lang: str) -> int | None:
    """Return the number that *words* make; None where they make none."""
    if lang == "en" and words[0] == "a":  # "a hundred", and never "a" alone
        is_number = len(words) > 1 and words[1] in SCALES[lang]
        return _value(words[1:], lang) if is_number else None
    total = group = last = 0
    for place, word in enumerate(words):
        plain = _plain(word, lang) if place and place == len(words) - 1 else word
        if scale := SCALES[lang].get(plain):
            if (scale == 100 and group >= 10) or (scale > 100 and total and not group):
                return None
            group = max(group, 1) * scale
            if scale > 100:
                total, group = total + group, 0
            last = 100
            continue
        number = _NUMBERS[lang].get(plain)
        if number is None and place == len(words) - 1:
            number = _LAST[lang].get(plain)
        if number is None or (place and not _follows(number, last, lang)):
            return None
        group, last = group + number, number
    return total + group


def _plain(word: str, lang: str) -> str:
    """Return the numeral of which *word* is a form."""
    found = _INFLECTED.fullmatch(word) if lang == "tr" else None
    return _ROOTS[found["root"]] if found else word


def _follows(number: int, last: int, lang: str) -> bool:
    """Tell whether *number* can stand behind *last* in one number: twenty-one, not one-twenty."""
    least = 10 if lang == "tr" else 20
    return last == 100 or (least <= last < 100 and last % 10 == 0 and 0 < number < 10)
