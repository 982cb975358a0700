"""Days, times and numbers as a language writes them; Babel's rules, never the machine's locale."""

from datetime import date, datetime

from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_decimal

from plugins.model.dates import LOCALES


class Formats:
    """The formats of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._locale = Locale.parse(LOCALES[lang])

    def day(self, moment: date, form: str = "long") -> str:
        """Return `6 Kasım 2019`; with the form `full`, its weekday as well."""
        # CLDR's British "Wednesday, 6 November" and "6 Kasım Çarşamba": each in its own order.
        return format_date(moment, form, locale=self._locale)

    def month(self, moment: date) -> str:
        """Return the name of the month: `Kasım`."""
        return format_date(moment, "LLLL", locale=self._locale)

    def weekday(self, moment: date) -> str:
        """Return the name of the weekday: `Çarşamba`."""
        return format_date(moment, "EEEE", locale=self._locale)

    def clock(self, moment: date | datetime) -> str:
        """Return the time, `18:30`; empty for a whole day."""
        if not isinstance(moment, datetime):
            return ""
        return format_time(moment.time(), "HH:mm", locale=self._locale)

    def number(self, value: float) -> str:
        """Return `1.234,5` in Turkish, `1,234.5` in English."""
        return format_decimal(value, locale=self._locale)

    def size(self, octets: int) -> str:
        """Return the size of a file: `24 kB`, `1,3 MB`."""
        if octets < 1_000_000:
            return f"{self.number(max(round(octets / 1000), 1))} kB"
        return f"{self.number(round(octets / 1_000_000, 1))} MB"

    def country(self, code: str) -> str:
        """Return the name of a country by its ISO 3166 code."""
        return str(self._locale.territories.get(code, code))

    def language(self, code: str) -> str:
        """Return the name of a language by its code."""
        return str(self._locale.languages.get(code, code))


def iso(moment: date | datetime) -> str:
    """Return the value of `<time datetime>`."""
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()
