"""Days, times and numbers in each language, on a machine that has no locale at all."""

from datetime import date, datetime

import pytest

from plugins.languages.formats import Formats, iso

TR, EN = Formats("tr"), Formats("en")
DAY, MOMENT = date(2019, 11, 6), datetime(2019, 11, 6, 9, 5)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (TR.day(DAY), "6 Kasım 2019"),
        (EN.day(DAY), "6 November 2019"),
        (TR.day(DAY, "full"), "6 Kasım 2019 Çarşamba"),
        (EN.day(DAY, "full"), "Wednesday, 6 November 2019"),
        (TR.month(DAY), "Kasım"),
        (TR.weekday(MOMENT), "Çarşamba"),
        (TR.clock(MOMENT), "09:05"),
        (TR.clock(DAY), ""),
        (TR.number(1234.5), "1.234,5"),
        (EN.number(1234.5), "1,234.5"),
        (TR.size(20), "1 kB"),
        (TR.size(1_300_000), "1,3 MB"),
        (TR.country("IT"), "İtalya"),
        (EN.language("tr"), "Turkish"),
        (iso(DAY), "2019-11-06"),
        (iso(MOMENT), "2019-11-06T09:05"),
    ],
)
def test_everything_is_written_as_the_language_does(written, expected):
    assert written == expected
