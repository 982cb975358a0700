"""What a calendar program gets from the calendars."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from plugins.events import EventsGenerator
from plugins.events.calendar import build_calendar, event_of, time_zone_of
from plugins.languages.item import Item, Tag
from plugins.moments import zone
from tests.factory import SITE_URL, elsewhere, generate, make_item, make_site, pair, sample_site

ISTANBUL = zone("Europe/Istanbul")
RULES = time_zone_of(ISTANBUL, 1970, 1970)
TURKISH, ENGLISH = "/etkinlikler/takvim.ics", "/en/events/calendar.ics"


def calendar(*items: Item, url: str = TURKISH) -> Calendar:
    """Return the calendar at *url* of the site that publishes *items*."""
    return Calendar.from_ical(generate(EventsGenerator, make_site(*items)).files[url])


def make_event(folder: str = "2026-11-10-soylesi", lang: str = "tr", **fields: Any) -> Item:
    """Return an event, by default one in the evening of 1 December 2026."""
    return make_item("events", folder, lang, **{"starts": "2026-12-01 18:30", **fields})


def only(*items: Item, url: str = TURKISH) -> Event:
    """Return the one event of a calendar."""
    (event,) = calendar(*items, url=url).events
    return event


def test_a_calendar_has_its_name_and_asks_to_be_read_daily():
    whole = calendar(make_event())
    assert whole["X-WR-CALNAME"] == whole["NAME"] == "calendar.title DİDER & Co"
    assert whole["X-WR-TIMEZONE"] == "Europe/Istanbul"
    assert whole["REFRESH-INTERVAL"].dt == timedelta(days=1)
    assert whole["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert whole["PRODID"] == "-//DİDER & Co//didder.example//tr"
    assert "METHOD" not in whole


def test_a_calendar_holds_both_languages_once_its_own_first():
    both = pair(make_event(title="Söyleşi"), make_event(lang="en", title="Talk"))
    trip = make_event("2026-11-11-trip", "en", slug="trip", starts="2027-01-03", title="Trip")
    told = [(e["SUMMARY"], e["SUMMARY"].params["LANGUAGE"]) for e in calendar(*both, trip).events]
    assert told == [("Söyleşi", "tr"), ("Trip", "en")]
    told = [(str(e["SUMMARY"])) for e in calendar(*both, trip, url=ENGLISH).events]
    assert told == ["Talk", "Trip"]


def test_a_calendar_shows_the_other_language_only_where_lists_do():
    site = make_site(make_event(lang="en"))
    shelf = generate(EventsGenerator, site, LIST_UNTRANSLATED=False)
    assert not Calendar.from_ical(shelf.files[TURKISH]).events
    assert Calendar.from_ical(shelf.files[ENGLISH]).events


def test_a_hidden_event_has_its_file_and_stands_in_no_calendar():
    shelf = generate(EventsGenerator, make_site(make_event(listed=False)))
    assert not Calendar.from_ical(shelf.files[TURKISH]).events
    assert Calendar.from_ical(shelf.files["/etkinlikler/ornek/event.ics"]).events


def test_every_event_has_a_file_beside_its_page():
    shelf = generate(EventsGenerator, make_site(*pair(make_event(), make_event(lang="en"))))
    urls = ["/etkinlikler/ornek/event.ics", "/en/events/ornek/event.ics"]
    assert set(shelf.files) == {TURKISH, ENGLISH, *urls}
    assert shelf.sources[urls[0]] == "events/2026-11-10-soylesi/index.tr.md"
    alone = Calendar.from_ical(shelf.files[urls[0]])
    assert "NAME" not in alone
    assert alone.events[0]["UID"] == "2026-11-10-soylesi@didder.example"
    assert not alone.get_missing_tzids()


def test_the_uid_is_the_same_in_both_languages_and_under_any_title():
    items = pair(make_event(title="Eski"), make_event(lang="en", title="New", slug="new"))
    assert {only(*items)["UID"], only(*items, url=ENGLISH)["UID"]} == {
        "2026-11-10-soylesi@didder.example"
    }


def test_an_event_is_told_in_full():
    tags = (Tag("kent", "Kent, deniz", "/etiket/kent/"),)
    event = only(make_event(title="A; b, c\\d", summary="Kısa.", place="Konak, İzmir", tags=tags))
    url = f"{SITE_URL}/etkinlikler/ornek/"
    assert event["SUMMARY"] == "A; b, c\\d"
    assert event["DESCRIPTION"] == f"Kısa.\n\n{url}"
    assert event["LOCATION"] == "Konak, İzmir"
    assert event["URL"] == url
    assert event.categories == ["Kent, deniz"]


def test_an_event_without_a_place_is_where_it_can_be_followed():
    url = "https://meet.example.org/x"
    assert only(make_event(online_url=url))["LOCATION"] == url
    assert "LOCATION" not in only(make_event())


@pytest.mark.parametrize(
    ("starts", "ends", "start", "end"),
    [
        ("2026-12-01", None, date(2026, 12, 1), None),
        ("2026-12-01", "2026-12-01", date(2026, 12, 1), date(2026, 12, 2)),
        ("2026-12-30", "2027-01-01", date(2026, 12, 30), date(2027, 1, 2)),
        ("2026-12-01 18:30", None, datetime(2026, 12, 1, 15, 30), None),
        (
            "2026-12-01 18:30",
            "2026-12-02 01:00",
            datetime(2026, 12, 1, 15, 30),
            datetime(2026, 12, 1, 22),
        ),
        ("2026-12-01 18:30", "2026-12-01 18:30", datetime(2026, 12, 1, 15, 30), None),
        ("2026-12-01 18:30", "2026-12-03", date(2026, 12, 1), date(2026, 12, 4)),
        ("2015-07-01 18:30", None, datetime(2015, 7, 1, 15, 30), None),
        ("2015-12-01 18:30", None, datetime(2015, 12, 1, 16, 30), None),
    ],
)
def test_days_are_whole_and_times_are_those_of_istanbul(starts, ends, start, end):
    event = only(make_event(starts=starts, ends=ends))

    def utc(name: str) -> date | None:
        if name not in event:
            return None
        when = event[name].dt
        return when.astimezone(UTC).replace(tzinfo=None) if isinstance(when, datetime) else when

    assert (utc("DTSTART"), utc("DTEND")) == (start, end)
    if isinstance(start, datetime):
        assert event["DTSTART"].params["TZID"] == "Europe/Istanbul"


@pytest.mark.parametrize("day", ["2015-07-01", "2015-12-01", "2026-07-01", "2026-12-01"])
def test_the_calendar_brings_the_rules_of_its_zone(day):
    """A program that knows no Europe/Istanbul reads the same time."""
    whole = calendar(make_event(starts=f"{day} 12:00"), make_event("2026-11-11-b", slug="b"))
    (rules,) = whole.timezones
    event = min(whole.events, key=lambda event: event.start)
    start = event["DTSTART"].dt
    told = start.replace(tzinfo=rules.to_tz(lookup_tzid=False))
    assert told.utcoffset() == start.utcoffset()


def test_whole_days_need_no_zone_but_no_calendar_is_empty():
    assert not calendar(make_event(starts="2026-12-01")).timezones
    assert calendar().timezones


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("scheduled", "CONFIRMED"),
        ("moved_online", "CONFIRMED"),
        ("postponed", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
    ],
)
def test_the_state_of_an_event_is_told(state, status):
    assert only(make_event(event_status=state))["STATUS"] == status


@pytest.mark.parametrize(
    ("fields", "sequence"),
    [
        ({}, 0),
        ({"modified": "2026-11-10"}, 0),
        ({"modified": "2026-11-13"}, 3),
        ({"modified": "2026-11-13 23:59"}, 3),
        ({"modified": "2026-11-13", "event_status": "cancelled"}, 4),
        ({"event_status": "moved_online"}, 1),
        ({"modified": "2026-11-01"}, 0),
    ],
)
def test_the_sequence_counts_the_days_to_the_last_change(fields, sequence):
    assert only(make_event(**fields))["SEQUENCE"] == sequence


def test_a_change_written_in_one_language_counts_in_both():
    state = {"event_status": "cancelled"}
    items = pair(make_event(modified="2026-11-15 14:00", **state), make_event(lang="en", **state))
    turkish, english = only(*items), only(*items, url=ENGLISH)
    changed = datetime(2026, 11, 15, 11, tzinfo=UTC)
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        assert turkish[name].dt == english[name].dt == changed
    assert turkish["SEQUENCE"] == english["SEQUENCE"] == 6
    assert turkish["CREATED"].dt == datetime(2026, 11, 9, 21, tzinfo=UTC)


SIGNS = st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])
# icalendar takes `\N` for the end of a line, in writing and in reading.
TITLES = st.text(SIGNS, max_size=250).filter(lambda text: text.strip() and r"\N" not in text)


@given(title=TITLES)
def test_any_words_survive_and_lines_are_short(title):
    item = make_event(title=title, place=title)
    part = event_of(item, where=ISTANBUL, host="example.org")
    data = build_calendar([part], time_zone=RULES, producer="x", name=title)
    (event,) = Calendar.from_ical(data).events
    assert event["SUMMARY"] == item.title
    assert event.get("LOCATION", "") == item.place
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75


def test_calendars_are_the_same_on_every_machine():
    here = str(generate(EventsGenerator, sample_site()).files)
    assert str(generate(EventsGenerator, sample_site()).files) == here
    there = elsewhere(
        "plugins.events",
        "EventsGenerator",
        TZ="America/Adak",
        PYTHONHASHSEED="1",
        PYTHONTZPATH="",
        LC_ALL="C",
        PYTHONUTF8="1",
    )
    assert there.strip() == here
