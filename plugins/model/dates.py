"""Days and times as editors write them: ISO 8601, or the long form of Turkish and English."""

import re
from datetime import date, datetime, time
from functools import cache
from typing import Any

from plugins.model.slugs import slugify

LANGUAGES = ("tr", "en")
LOCALES = {"tr": "tr_TR", "en": "en_GB"}
"""The locale that writes the days, numbers and plurals of each language."""
YEARS = range(1000, 2200)
"""What is meant for a year; libraries fail at the ends of the calendar."""

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LONG = re.compile(r"(?:(\d{1,2}) (?P<month>[a-z]+)|(?P<month_first>[a-z]+) (\d{1,2})) (\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_TIME = re.compile(r"[ T,]+(\d{1,2})[:.](\d{2})(?::00)?$")


class BadDate(Exception):
    """The text is no day or no time; *rule* says why, *values* are the words for its message."""

    def __init__(self, rule: str, **values: Any) -> None:
        super().__init__(rule)
        self.rule = rule
        self.values = values


def read_day(text: str) -> date:
    """Return the day that *text* writes: `2019-11-06`, `6 Kasım 2019` or `6 November 2019`.

    A weekday beside it is checked. `05.06.2026` is refused with its readings: nobody can know
    which of the two was meant.

    Raises:
        BadDate: not a day, a day that does not exist, or a weekday that contradicts it.
    """
    if numeric := _NUMERIC.fullmatch(text.strip()):
        raise _refuse_numeric(text, *(int(part) for part in numeric.groups()))
    if iso := _ISO.fullmatch(text.strip()):
        return _existing(text, *(int(part) for part in iso.groups()))
    words = slugify(text).split("-")
    known = weekday_numbers()
    found = [word for word in words if word in known]
    long = _LONG.fullmatch(" ".join(word for word in words if word not in known))
    month = month_numbers().get((long["month"] or long["month_first"]) if long else "")
    if long is None or month is None:
        raise BadDate("not-a-date", found=text)
    day = _existing(text, int(long[5]), month, int(long[1] or long[4]))
    for weekday in found:
        if known[weekday] != day.weekday():
            raise BadDate("weekday-contradicts-date", found=text, better=day.isoformat(), day=day)
    return day


@cache
def month_numbers() -> dict[str, int]:
    """Return the number of each month by its name and its short name, in either language."""
    from babel.dates import get_month_names  # noqa: PLC0415  slow to load, and rarely needed

    return {
        slugify(name): number
        for lang in LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=lang).items()
    }


@cache
def weekday_numbers() -> dict[str, int]:
    """Return the number of each day of the week by its name in either language; Monday is 0."""
    from babel.dates import get_day_names  # noqa: PLC0415  as above

    return {
        slugify(name): number
        for lang in LANGUAGES
        for number, name in get_day_names("wide", locale=lang).items()
    }


def read_moment(text: str) -> date | datetime:
    """Return the day, or the day and local time, that *text* writes: `2026-12-01 18:30`.

    Raises:
        BadDate: as for a day, or a time that does not exist.
    """
    clock = _TIME.search(text.strip())
    if clock is None or _NUMERIC.fullmatch(text.strip()):
        return read_day(text)
    day = read_day(text.strip()[: clock.start()])
    try:
        return datetime.combine(day, time(int(clock[1]), int(clock[2])))
    except ValueError:
        raise BadDate("no-such-time", found=text, better=day.isoformat()) from None


def day_of(moment: date | datetime) -> date:
    """Return the day of a moment, which may be a whole day."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_before(one: date | datetime, other: date | datetime) -> bool:
    """Compare two moments; where one of them is a whole day, by the day."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return day_of(one) < day_of(other)


def _existing(text: str, year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise BadDate("no-such-day", found=text) from None
    if found.year not in YEARS:
        raise BadDate("no-such-day", found=text)
    return found


def _refuse_numeric(text: str, first: int, second: int, year: int) -> BadDate:
    readings = []
    for month, day in ((second, first), (first, second)):
        try:
            reading = date(year, month, day)
        except ValueError:
            continue
        if reading not in readings:
            readings.append(reading)
    if not readings:
        return BadDate("no-such-day", found=text)
    if len(readings) == 1:
        return BadDate("numeric-date", found=text, better=readings[0].isoformat(), day=readings[0])
    return BadDate(
        "ambiguous-date",
        found=text,
        better=readings[0].isoformat(),
        day=readings[0],
        other=readings[1],
    )
