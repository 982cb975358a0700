"""Days and times: what is read, and what is refused with its readings."""

from datetime import date, datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.dates import LOCALES, BadDate, read_day, read_moment

GOOD = [
    ("2019-11-06", date(2019, 11, 6)),
    ("6 Kasım 2019", date(2019, 11, 6)),
    ("6 KASIM 2019", date(2019, 11, 6)),
    ("6 Kasım 2019 Çarşamba", date(2019, 11, 6)),
    ("Wednesday, 6 November 2019", date(2019, 11, 6)),
    ("November 6, 2019", date(2019, 11, 6)),
    ("05 Haziran 2010", date(2010, 6, 5)),
    ("29 Şubat 2028", date(2028, 2, 29)),
    ("6 Ağu 2026", date(2026, 8, 6)),
]

BAD = [
    ("05.06.2026", "ambiguous-date"),
    ("5/6/2026", "ambiguous-date"),
    ("21.11.2026", "numeric-date"),
    ("05.05.2026", "numeric-date"),
    ("31.02.2026", "no-such-day"),
    ("2026-13-01", "no-such-day"),
    ("31 Nisan 2026", "no-such-day"),
    ("6 Kasım 2019 Salı", "weekday-contradicts-date"),
    ("1 Mayıs", "not-a-date"),
    ("yarın", "not-a-date"),
    ("6 Kasımm 2019", "not-a-date"),
]


@pytest.mark.parametrize(("text", "day"), GOOD, ids=repr)
def test_a_day_is_read_in_iso_and_in_the_long_form_of_both_languages(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(("text", "rule"), BAD, ids=repr)
def test_what_is_no_day_is_refused_by_name(text, rule):
    with pytest.raises(BadDate) as refused:
        read_day(text)
    assert refused.value.rule == rule


def test_an_ambiguous_day_is_refused_with_both_readings():
    with pytest.raises(BadDate) as refused:
        read_day("05.06.2026")
    assert refused.value.values["day"] == date(2026, 6, 5)
    assert refused.value.values["other"] == date(2026, 5, 6)


@pytest.mark.parametrize(
    "text", ["2026-12-01 18:30", "2026-12-01T18:30", "1 Aralık 2026 18.30", "1 Aralık 2026, 18:30"]
)
def test_a_moment_may_have_a_time(text):
    assert read_moment(text) == datetime(2026, 12, 1, 18, 30)


def test_a_moment_without_a_time_stays_a_day():
    assert read_moment("1 Aralık 2026") == date(2026, 12, 1)


def test_a_time_that_does_not_exist_is_refused():
    with pytest.raises(BadDate) as refused:
        read_moment("2026-12-01 25:30")
    assert refused.value.rule == "no-such-time"


@given(
    st.dates(date(1000, 1, 1), date(2199, 12, 31)),
    st.sampled_from(sorted(LOCALES)),
    st.sampled_from(["long", "full"]),
)
def test_every_day_survives_being_written_out(day, lang, form):
    assert read_day(format_date(day, form, locale=LOCALES[lang])) == day
    assert read_day(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_other_text_is_refused_and_never_crashes(text):
    try:
        moment = read_moment(text)
    except BadDate:
        return
    assert isinstance(moment, date)
