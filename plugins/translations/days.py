"""Dates, weekdays and times in a text, which is in small letters."""

import re
from collections.abc import Iterator

from plugins.model.dates import month_numbers, weekday_numbers
from plugins.model.slugs import slugify
from plugins.translations.fact import Fact, decimal

# ── dates ───────────────────────────────────────────────────────────────────────────────────

_LONG_MONTHS = {
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık".split(),
    "en": (
        "january february march april may june july august september october november december"
    ).split(),
}
_SHORT_MONTHS = {
    "tr": "oca şub mar nis may haz tem ağu eyl eki kas ara".split(),
    "en": "jan feb mar apr jun jul aug sept sep oct nov dec".split(),
}
_ALSO_WORDS = frozenset("may march ekim aralık ocak".split())
"""Alone, these are also a verb, a planting, a gap, a hearth."""

_DAY, _YEAR, _TH = r"[0-3]?\d", r"(?P<year>[12]\d{3})", r"(?:st|nd|rd|th)?"
_MONTH = {
    lang: rf"{'|'.join(_LONG_MONTHS[lang])}|(?:{'|'.join(_SHORT_MONTHS[lang])})(?![a-zçğıöşü])"
    for lang in _LONG_MONTHS
}
_DATE = {
    "tr": re.compile(
        rf"(?<![\w.,])(?:(?P<day>{_DAY})\s+)?(?P<month>{_MONTH['tr']})"
        rf"(?:\s+(?:ayı\s+)?{_YEAR})?(?!\d)"
    ),
    "en": re.compile(
        rf"(?<![\w.,])(?:(?P<day>{_DAY}){_TH}\s+(?:of\s+)?)?(?P<month>{_MONTH['en']})\b\.?"
        rf"(?:\s+(?P<after>{_DAY}){_TH}(?:\s?[-–—]\s?(?P<last>{_DAY}){_TH})?"
        rf"(?![\d:.]\d|\d|\s*(?:%|per\b)))?(?:,?\s+{_YEAR})?(?!\d)"
    ),
}
_NUMERIC = re.compile(
    r"(?<![\w.,/-])(?:(?P<y>[12]\d{3})-(?P<m>\d\d)-(?P<d>\d\d)"
    r"|(?P<d2>[0-3]?\d)[./](?P<m2>[01]?\d)[./](?P<y2>[12]\d{3}))(?![\d/])"
)
_FIRST = re.compile(
    rf"(?<![\w.,/-])(?P<first>{_DAY}){_TH}(?:\s*[-–—/&,]\s*|\s+(?:ve|ile|and|to)\s+)$"
)
"""The first day of `18–20 Mart`, before the second."""

_CASE = re.compile(
    r"(?:[’']?(?:[dt][ae](?:n|ki)?|y?[ae]|[ıiuü]n?|y?l[ae]|l[ae]r(?:d[ae]|[ıi])?|[ıiuü]nd[ae]n?))?"
    r"(?![\wçğıöşü])"
)
"""What a Turkish month may carry behind it."""

_BEFORE_MONTH = frozenset(
    "in of by since until till from to and early late mid last next this every".split()
)


def dates(text: str, lang: str) -> Iterator[Fact]:
    """Yield dates, each as far as it is written: with or without year, with or without day."""
    for found in _NUMERIC.finditer(text):
        month, day = int(found["m"] or found["m2"]), int(found["d"] or found["d2"])
        if 1 <= month <= 12 and 1 <= day <= 31:
            value = _date(found["y"] or found["y2"], month, str(day))
            yield Fact("date", value, found[0], found.start())
    for found in _DATE[lang].finditer(text):
        yield from _long(found, text, lang)


def _long(found: re.Match[str], text: str, lang: str) -> Iterator[Fact]:
    parts = found.groupdict()
    name, year, day = parts["month"], parts["year"], parts["day"] or parts.get("after")
    if int(day or 1) > 31 or not (day or year or _is_month(found, text, lang)):
        return
    month = month_numbers()[slugify(name)]
    soft = not (day or year) and name in _ALSO_WORDS
    yield Fact("date", _date(year, month, day), found[0].rstrip(". "), found.start(), soft)
    if parts["day"] and (first := _FIRST.search(text, max(0, found.start() - 12), found.start())):
        yield Fact("date", _date(year, month, first["first"]), first["first"], first.start())
    elif last := parts.get("last"):
        yield Fact("date", _date(year, month, last), last, found.start("last"))


def _is_month(found: re.Match[str], text: str, lang: str) -> bool:
    """Tell whether a name without day and year is a month's, whole and no other word."""
    if found["month"] not in _LONG_MONTHS[lang]:
        return False
    if lang == "tr":
        return bool(_CASE.match(text, found.end("month")))
    before = text[: found.start()].rstrip().rpartition(" ")[2]
    return found["month"] not in _ALSO_WORDS or before in _BEFORE_MONTH


def _date(year: str | None, month: int, day: str | None) -> str:
    return f"{year or '-'}-{month:02}" + (f"-{int(day):02}" if day else "")


# ── weekdays ────────────────────────────────────────────────────────────────────────────────

_WEEKDAY = {
    "tr": re.compile(
        r"(?<!\w)(?P<name>pazartesi|salı|çarşamba|perşembe|cumartesi|cuma|pazar)"
        r"(?:[’']?(?:l[ae]r[ıi]?|n?[ıiuü]n?|s[ıi]|y?[ae]|d[ae]n?|ki))*(?!\w)"
    ),
    "en": re.compile(
        r"(?<!\w)(?P<name>monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?(?!\w)"
    ),
}


def weekdays(text: str, lang: str) -> Iterator[Fact]:
    """Yield weekdays, Monday being 0."""
    for found in _WEEKDAY[lang].finditer(text):
        number = weekday_numbers()[slugify(found["name"])]
        # `pazar` is a market as well.
        yield Fact("weekday", str(number), found[0], found.start(), found["name"] == "pazar")


# ── times ───────────────────────────────────────────────────────────────────────────────────

_HALF = r"\s?(?P<half>[ap])(?:m\b|\.m\.)"
_TO = r"(?=\s?(?:[-–—]|to|and|until|till)\s?\d{1,2}(?:[.:]\d\d)?\s?(?P<later>[ap])(?:m\b|\.m\.))"
_CLOCK = re.compile(
    r"(?<![\w.,:/])(?P<hour>[01]?\d|2[0-4])(?P<sign>[.:])(?P<minute>[0-5]\d)(?!\d|[.:,]\d)"
    rf"(?:{_HALF}|{_TO})?"
)
_HOUR = re.compile(rf"(?<![\w.,:/])(?P<hour>1[0-2]|0?\d)(?:{_HALF}|{_TO})")
_SAAT = re.compile(
    r"(?<!\w)saat\s+(?P<hour>[01]?\d|2[0-4])(?![\d.:]\d|\d)"
    r"(?:[’']?(?:[dt][ae]n)?\s?(?:[-–—]|\s|ile)\s?(?P<to>[01]?\d|2[0-4])(?=[’'])(?![\d.:]\d))?"
)
_NOON = re.compile(r"(?<!\w)(?:noon|midday|midnight)(?!\w)")
_AMOUNT_BEHIND = re.compile(r"\s?(?:[€£$₺%]|euro|tl\b|lira|per\b|mil[yl]|thousand|bin\b|m²|km)")


def times(text: str, lang: str) -> Iterator[Fact]:
    """Yield times of the day, in minutes after midnight."""
    for found in _CLOCK.finditer(text):
        is_amount = _AMOUNT_BEHIND.match(text, found.end())
        if not (is_amount or text[: found.start()].endswith(("€", "£", "$", "₺", "%"))):
            number = decimal(f"{found['hour']}.{found['minute']}")
            is_clear = found["sign"] == ":" or found["half"]
            value = _minutes(found, found["minute"])
            yield Fact("time", value, found[0], found.start(), also=None if is_clear else number)
    if lang == "tr":
        for found in _SAAT.finditer(text):
            for group in ("hour", "to"):
                if hour := found[group]:
                    value, place = str(60 * int(hour)), found.start(group)
                    yield Fact("time", value, hour, place, also=decimal(hour))
        return
    for found in _HOUR.finditer(text):
        yield Fact("time", _minutes(found), found[0], found.start())
    for found in _NOON.finditer(text):
        value = "0" if found[0] == "midnight" else "720"
        yield Fact("time", value, found[0], found.start(), soft=True)


def _minutes(found: re.Match[str], minute: str = "0") -> str:
    parts = found.groupdict()
    hour, half = int(parts["hour"]), parts.get("half") or parts.get("later")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return str(60 * hour + int(minute))
