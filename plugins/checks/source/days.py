"""Days in a text: with the right weekday, in words, and near the days of the header."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from plugins.checks.source.reading import Reading
from plugins.model.dates import LANGUAGES, LOCALES, BadDate, read_day
from plugins.model.frontmatter import Fault

NEAR = 366
"""Days between what happened and its publication; from then on one of the years may be a slip."""

HAPPENED = ("held_on", "adopted_on")

MONTHS = (
    *"Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık".split(),
    *"January February March April May June July August September October".split(),
    *"November December".split(),
)
WEEKDAYS = (
    *"Pazartesi Salı Çarşamba Perşembe Cumartesi Cuma Pazar".split(),
    *"Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
)
"""As Babel has them, which takes longer to load than a text to be checked. A name that another one
begins with stands behind it."""
_MONTH = "|".join(MONTHS)
_LONG = rf"(?:\d{{1,2}} (?:{_MONTH}) \d{{4}}|(?:{_MONTH}) \d{{1,2}},? \d{{4}})"
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?![\d/])")
_ZERO = re.compile(rf"\b0(\d (?:{_MONTH}))\b")


def check_weekdays(text: Reading) -> Iterator[Fault]:
    """A weekday beside a day is that day's."""
    if not any(name in text.prose for name in WEEKDAYS):
        return
    for passage in text.passages:
        for found in _with_weekday().finditer(passage.text):
            if not (found[1] or found[3]):
                continue
            try:
                read_day(found[0])
            except BadDate as error:
                if error.rule == "weekday-contradicts-date":
                    day = error.values["day"]
                    names = {f"weekday_{lang}": _said(day, "EEEE", lang) for lang in LANGUAGES}
                    change = (str(found[1] or found[3]), names[f"weekday_{text.lang}"])
                    yield text.fault(
                        "weekday-in-text", passage, found.start(), change, found=found[0], **names
                    )


def check_numeric_days(text: Reading) -> Iterator[Fault]:
    """A day in a text has its month as a word: `5 Haziran 2026`."""
    for passage in text.passages:
        for found in _NUMERIC.finditer(passage.text):
            change = None
            if text.lang == "tr":  # written in Turkish, the day stands before the month
                change = _in_words(found)
            yield text.fault("numeric-day-in-text", passage, found.start(), change, found=found[0])


def check_zeros(text: Reading) -> Iterator[Fault]:
    """A day before the name of its month has no zero."""
    for passage in text.passages:
        for found in _ZERO.finditer(passage.text):
            change = (found[0], found[1])
            yield text.fault("day-with-zero", passage, found.start(), change, found=found[0])


def check_years(text: Reading) -> Iterator[Fault]:
    """What happened and its publication are not years apart."""
    values = text.source.values
    for name in HAPPENED:
        try:
            happened = read_day(str(values[name]))
        except (KeyError, BadDate):
            continue
        if text.day and abs((text.day - happened).days) > NEAR:
            line = text.source.line_of((name,))
            found = {"field": name, "found": happened.isoformat(), "day": text.day.isoformat()}
            yield Fault(line, "years-apart", found)


@cache
def _with_weekday() -> re.Pattern[str]:
    # Most texts name no weekday, and a fortieth of a second is long for a check of one text.
    weekday = "|".join(WEEKDAYS)
    return re.compile(rf"(?:({weekday}),? )?({_LONG})(?:,? ({weekday})\b)?")


def _in_words(found: re.Match[str]) -> tuple[str, str] | None:
    try:
        day = read_day(f"{found[3]}-{found[2]}-{found[1]}")
    except BadDate:
        return None
    return found[0], _said(day, "long", "tr")


def _said(day: date, form: str, lang: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415  slow to load, and few texts need it

    return format_date(day, form, LOCALES[lang])
