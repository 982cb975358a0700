"""Numbers, shares and sums of money in a text, which is in small letters."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import cache

from plugins.translations.fact import Fact, decimal
from plugins.translations.numerals import numerals

DIGITS = r"\d+(?:[.,\u00a0\u202f]\d+)*"
_FREE = r"(?<![\w.,])"
_SCALES = {
    "tr": {"bin": 10**3, "milyon": 10**6, "milyar": 10**9},
    "en": {"thousand": 10**3, "million": 10**6, "billion": 10**9, "bn": 10**9},
}
_SCALE = {
    lang: rf"(?:\s+(?:{'|'.join(words)})(?!\w)(?:\s+\d{{1,3}}\s+(?:bin|milyon)(?!\w))?)?"
    for lang, words in _SCALES.items()
}
"""Behind digits: `2,5 milyon`, and in Turkish `1 milyon 200 bin`."""
_CURRENCIES = {
    "TRY": r"₺|try|tl|türk\s+lirası|turkish\s+liras?|liralık|liras?",
    "EUR": r"€|euros?|eur|avroluk|avro",
    "USD": r"\$|usd|(?:us\s+)?dollars?|(?:abd\s+)?doları?",
    "GBP": r"£|gbp|pounds?(?:\s+sterling)?|sterlin",
}
_IN_CURRENCIES = "₺ € $ £ try tl lira eur avro usd dol gbp pound sterlin".split()
"""One of these is part of every word above; most texts have none, which is seen at once."""
_CURRENCY = "|".join(_CURRENCIES.values())
_WHOLE = r"(?![a-zçğıöşü]{4})"
"""No longer word: a Turkish suffix may follow (`TL’dir`, `liraya`), not `liralarca`."""

_BEHIND = re.compile(rf"[\s-]+(?P<behind>{_CURRENCY}){_WHOLE}")
_PERCENT = {
    "tr": re.compile(
        rf"{_FREE}(?:%\s?|yüzde\s+)(?P<one>{DIGITS})|{_FREE}(?P<two>{DIGITS})\s?%(?!\d)"
    ),
    "en": re.compile(rf"{_FREE}(?P<one>{DIGITS})(?:\s?%|[\s-]?per\s?cent\b)|%\s?(?P<two>{DIGITS})"),
}
_IN_PERCENT = {"tr": "yüzde", "en": "cent"}
"""Without this word, or the sign, there is no share."""
_PERCENT_BEFORE = re.compile(r"(?<!\w)yüzde\s+$")
_PERCENT_BEHIND = re.compile(r"[\s-]per\s?cent\b")
_NUMBER = {
    lang: re.compile(
        rf"(?:{_FREE}|(?<=[a-z][-‑]))(?P<digits>{DIGITS})(?:st|nd|rd|th)?(?!\d)(?P<scale>{scale})"
    )
    for lang, scale in _SCALE.items()
}
_ROMAN = re.compile(r"(?<![\w’'])(?=[IVX]{2})X{0,2}(?:IX|IV|V?I{0,3})(?=\.?\s)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def money(text: str, lang: str) -> Iterator[Fact]:
    """Yield sums: `₺1.500`, `100 bin TL`, `€2.5 million`, `yüz elli avro`."""
    if not any(sign in text for sign in _IN_CURRENCIES):
        return
    for found in _money(lang).finditer(text):
        value = read_number(found["one"] or found["two"], lang)
        code = _code(found["before"] or found["behind"])
        yield Fact("money", f"{code} {value}", found[0], found.start())
    for numeral in numerals(text, lang):
        if unit := _BEHIND.match(text, numeral.end):
            value = f"{_code(unit['behind'])} {decimal(str(numeral.value))}"
            yield Fact("money", value, text[numeral.start : unit.end()], numeral.start)


@cache
def _money(lang: str) -> re.Pattern[str]:
    # Long, and rarely looked for.
    return re.compile(
        rf"(?<!\w)(?P<before>{_CURRENCY})\s?(?P<one>{DIGITS}{_SCALE[lang]})(?!\d)"
        rf"|{_FREE}(?P<two>{DIGITS}{_SCALE[lang]})\s?(?P<behind>{_CURRENCY}){_WHOLE}"
    )


def percentages(text: str, lang: str) -> Iterator[Fact]:
    """Yield shares: `%25`, `yüzde yirmi beş`, `25 per cent`."""
    if "%" not in text and _IN_PERCENT[lang] not in text:
        return
    for found in _PERCENT[lang].finditer(text):
        yield Fact(
            "percent", read_number(found["one"] or found["two"], lang), found[0], found.start()
        )
    for numeral in numerals(text, lang):
        start, end = numeral.start, numeral.end
        before = _PERCENT_BEFORE.search(text, max(0, start - 12), start) if lang == "tr" else None
        behind = _PERCENT_BEHIND.match(text, end) if lang == "en" else None
        if before or behind:
            start, end = before.start() if before else start, behind.end() if behind else end
            yield Fact("percent", decimal(str(numeral.value)), text[start:end], start)


def numbers(text: str, lang: str) -> Iterator[Fact]:
    """Yield numbers in digits and in words, cardinals and ordinals alike."""
    for found in _NUMBER[lang].finditer(text):
        value = read_number(found["digits"] + found["scale"], lang)
        yield Fact("number", value, found[0].rstrip(), found.start())
    for numeral in numerals(text, lang):
        written = text[numeral.start : numeral.end]
        value = decimal(str(numeral.value))
        yield Fact("number", value, written, numeral.start, numeral.soft)


def roman_numerals(text: str) -> Iterator[Fact]:
    """Yield Roman numerals of two letters and more, in capitals: `III. toplantı`."""
    for found in _ROMAN.finditer(text):
        values = [_ROMAN_VALUES[sign] for sign in found[0]]
        after = [*values[1:], 0]
        value = sum(-v if v < n else v for v, n in zip(values, after, strict=True))
        yield Fact("number", str(value), found[0], found.start())


def read_number(written: str, lang: str) -> str:
    """Return the number that *written* is by the rules of *lang*: `1.234,5` in Turkish, `1 bin`."""
    digits, *scales = written.replace("\u00a0", "").replace("\u202f", "").split()
    if len(scales) == 3:  # 1 milyon 200 bin
        parts = (f"{digits} {scales[0]}", f"{scales[1]} {scales[2]}")
        return decimal(str(sum(Decimal(read_number(part, lang)) for part in parts)))
    group, point = (".", ",") if lang == "tr" else (",", ".")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", digits):
        digits = digits.replace(group, "")
    try:
        # "2.2" in a Turkish text is a version or a chapter, and is read as it stands.
        value = Decimal(digits.replace(",", "."))
    except InvalidOperation:
        return digits  # 1.2.3
    return decimal(str(value * _SCALES[lang].get("".join(scales), 1)))


def _code(unit: str) -> str:
    return next(code for code, words in _CURRENCIES.items() if re.fullmatch(words, unit))
