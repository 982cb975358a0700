"""A calendar (iCalendar, RFC 5545): of one event, or of all.

An event has one UID, made from its folder, in both languages and under any title. That it has
changed is told by the content: SEQUENCE is the number of whole days from its publication to its
last change in either language, and one more while it is not held as planned. Where two states
share a number, the later DTSTAMP counts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from plugins.languages.item import Item
from plugins.model.dates import day_of
from plugins.moments import moment

STATUS = {
    "scheduled": "CONFIRMED",
    "moved_online": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


class Part(NamedTuple):
    """An event as it stands in any calendar, and whether it has hours."""

    data: bytes
    has_hours: bool


@dataclass(frozen=True)
class TimeZone:
    """The rules of a time zone, written once: they are longer than most calendars of one event."""

    name: str
    rules: bytes


class Calendars:
    """Calendars of events in the zone *where*, which fall into *years*: the first and the last."""

    def __init__(self, where: ZoneInfo, years: tuple[int, int]) -> None:
        self._event = cache(partial(event_of, where=where))  # for two files
        self._time_zone = cache(partial(time_zone_of, where, *years))

    def calendar(
        self, items: Sequence[Item], name: str | None, *, host: str, producer: str
    ) -> bytes:
        """Return the calendar of *items*; the rest is as `build_calendar` and `event_of` say."""
        events = [self._event(item, host=host) for item in items]
        return build_calendar(events, time_zone=self._time_zone(), producer=producer, name=name)


def build_calendar(
    events: Sequence[Part], *, time_zone: TimeZone, producer: str, name: str | None = None
) -> bytes:
    """Return the calendar of *events*, made by *producer*; with a *name*, one to subscribe to."""
    calendar = Calendar()
    calendar.add("PRODID", producer)
    calendar.add("VERSION", "2.0")
    if name:
        calendar.calendar_name = name
        calendar.add("X-WR-TIMEZONE", time_zone.name)
        calendar.add("REFRESH-INTERVAL", timedelta(days=1), {"VALUE": "DURATION"})
    parts = [event.data for event in events]
    # Without any event it is there because no calendar may be empty.
    if not events or any(event.has_hours for event in events):
        parts.insert(0, time_zone.rules)
    head, end, rest = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    return b"".join([head, *parts, end, rest])


def event_of(item: Item, *, where: ZoneInfo, host: str) -> Part:
    """Return *item* as a part of any calendar; *host* stands behind the @ of its UID."""
    event, language = Event(), {"LANGUAGE": item.lang}
    published, revised = _history(item, where)
    event.add("UID", f"{item.folder}@{host}")
    event.add("CREATED", published)
    event.add("DTSTAMP", revised)
    event.add("LAST-MODIFIED", revised)
    as_planned = item.event_status == "scheduled"
    event.add("SEQUENCE", (revised - published).days + (not as_planned))
    event.add("STATUS", STATUS[item.event_status])
    for name, when in _times(item, where).items():
        event.add(name, when)
    event.add("SUMMARY", item.title, language)
    event.add("DESCRIPTION", f"{item.summary}\n\n{item.absolute_url}", language)
    if place := item.place or item.online_url:
        event.add("LOCATION", place, language)
    event.add("URL", item.absolute_url)
    if item.tags:
        event.add("CATEGORIES", [tag.name for tag in item.tags])
    return Part(bytes(event.to_ical()), isinstance(event.start, datetime))


def _history(item: Item, where: ZoneInfo) -> tuple[datetime, datetime]:
    """Return when *item* was published, and when it last changed in either language."""
    # What is shared by both languages, such as the state, may be written in one of them alone.
    versions = [item, item.translation] if item.translation else [item]
    published = min(moment(version.date, where) for version in versions if version.date)
    changes = [moment(version.updated, where) for version in versions if version.updated]
    return published, max(published, *changes)


def _times(item: Item, where: ZoneInfo) -> dict[str, date]:
    """Return DTSTART and, if the end is known, DTEND: both moments, or both days."""
    starts, ends = item.starts, item.ends
    if not isinstance(starts, datetime) or not isinstance(ends, datetime | None):
        # The end of whole days is the day after the last.
        last = {"DTEND": day_of(ends) + timedelta(days=1)} if ends else {}
        return {"DTSTART": day_of(starts), **last}
    end = {"DTEND": moment(ends, where)} if ends and ends > starts else {}
    return {"DTSTART": moment(starts, where), **end}


def time_zone_of(where: ZoneInfo, first: int, last: int) -> TimeZone:
    """Return the rules of the zone *where* from the year *first* to the year *last*.

    The library walks to the year 9999 for it, 30 ms each time: once a build is enough.
    """
    time_zone = Timezone.from_tzinfo(where, where.key, date(first, 1, 1), date(last + 1, 1, 1))
    del time_zone["COMMENT"]
    return TimeZone(time_zone.tz_name, bytes(time_zone.to_ical()))
