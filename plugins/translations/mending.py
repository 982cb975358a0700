"""The corrected line: what the original says, written as the translation's language writes it."""

import re
from collections.abc import Callable, Mapping
from datetime import date, time

from babel.dates import format_date

from plugins.languages.formats import Formats
from plugins.model.dates import LOCALES
from plugins.translations.comparison import Difference, Stated
from plugins.translations.fact import Fact, Kind
from plugins.translations.numerals import spelled

_SIGNS = {"EUR": "€", "USD": "$", "GBP": "£", "TRY": "TRY "}
_UNITS = {"EUR": "avro", "USD": "dolar", "GBP": "sterlin", "TRY": "TL"}
_TH = {"1": "st", "2": "nd", "3": "rd"}


def corrected(
    difference: Difference, line: str, lang: str, partners: Mapping[str, str]
) -> str | None:
    """Return *line* of the translation, in *lang*, with what the original says.

    None where that takes more than one word for another. *partners* are the names in *lang*, by
    their keys.
    """
    original, translation = difference.original, difference.translation
    if original is None or translation is None:
        return None
    right = written(original.fact, translation.fact, lang, partners)
    return _put(line, translation, right) if right else None


def _put(line: str, stated: Stated, right: str) -> str | None:
    wrong = stated.fact.written
    start = line.find(wrong, max(stated.column, 0))
    return line[:start] + right + line[start + len(wrong) :] if start >= 0 else None


def written(fact: Fact, like: Fact, lang: str, partners: Mapping[str, str]) -> str | None:
    """Return *fact* in *lang*, in the manner of *like*; None where there is no telling."""
    if fact.kind == "name":
        return partners.get(fact.value)
    write = _WRITERS.get(fact.kind)
    return write(fact, like.written, lang) if write else None


def _target(fact: Fact, like: str, lang: str) -> str:
    return re.sub(r"index\.[a-z]{2}\.md", f"index.{lang}.md", fact.written)


def _percent(fact: Fact, like: str, lang: str) -> str:
    return f"%{_digits(fact.value, lang)}" if lang == "tr" else f"{fact.value}%"


def _money(fact: Fact, like: str, lang: str) -> str:
    code, amount = fact.value.split()
    figure = _digits(amount, lang, grouped=True)
    return f"{figure} {_UNITS[code]}" if lang == "tr" else f"{_SIGNS[code]}{figure}"


def _number(fact: Fact, like: str, lang: str) -> str:
    if not any(sign.isdigit() for sign in like):
        value = int(fact.value) if fact.value.isdigit() else 0
        words = spelled(value, lang) if like.lower() in _CARDINALS[lang] else None
        return _as(like, words) if words else _digits(fact.value, lang)
    if lang == "en" and re.search(r"\d(?:st|nd|rd|th)$", like):
        ones = "" if fact.value[-2:] in ("11", "12", "13") else fact.value[-1]
        return f"{fact.value}{_TH.get(ones, 'th')}"
    is_year = len(fact.value) == 4 and fact.written == fact.value
    return _digits(fact.value, lang, grouped=not is_year)


_CARDINALS = {
    lang: frozenset(filter(None, (spelled(n, lang) for n in range(1, 100)))) for lang in LOCALES
}


def _digits(value: str, lang: str, *, grouped: bool = False) -> str:
    if grouped and value.count(".") < 2:
        return Formats(lang).number(float(value) if "." in value else int(value))
    return value.replace(".", ",") if lang == "tr" else value


def _date(fact: Fact, like: str, lang: str) -> str:
    value = fact.value
    year, *rest = ["-", *value[2:].split("-")] if value.startswith("-") else value.split("-")
    month, day = int(rest[0]), int(rest[1]) if len(rest) > 1 else 0
    if like.isdigit():  # the first day of "18–20 March"
        return str(day)
    some = date(int(year) if year != "-" else 2000, month, day or 1)
    form = ("d " if day else "") + "MMMM" + (" y" if year != "-" else "")
    return _as(like, format_date(some, form, locale=LOCALES[lang]))


def _weekday(fact: Fact, like: str, lang: str) -> str:
    name = Formats(lang).weekday(date(2024, 1, 1 + int(fact.value)))  # that day was a Monday
    return name + ("s" if lang == "en" and like.lower().endswith("days") else "")


def _time(fact: Fact, like: str, lang: str) -> str:
    hour, minute = divmod(int(fact.value), 60)
    moment = time(hour % 24, minute)
    sign = ":" if ":" in like else "."
    if half := re.search(r"\s?[ap]\.?m\.?$", like):
        dotted = "." in half[0]
        name = ("p" if moment.hour >= 12 else "a") + (".m." if dotted else "m")
        clock = f"{moment.hour % 12 or 12}" + (f"{sign}{moment:%M}" if moment.minute else "")
        return f"{clock}{half[0][: len(half[0]) - len(half[0].lstrip())]}{name}"
    return f"{moment:%H}{sign}{moment:%M}"


_WRITERS: dict[Kind, Callable[[Fact, str, str], str]] = {
    "date": _date,
    "weekday": _weekday,
    "time": _time,
    "number": _number,
    "percent": _percent,
    "money": _money,
    "link": _target,
    "picture": _target,
}
"""Each returns a fact in a language, in the manner of what stands there now."""


def _as(like: str, words: str) -> str:
    """Return *words* with a capital if *like* has one."""
    return words[0].upper() + words[1:] if like[:1].isupper() and words[0] != "i" else words
