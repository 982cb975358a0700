"""Calendars (iCalendar, RFC 5545): one of all events in each language, and one of each event.

An event has one UID, made from its folder, in both languages and under any title. That it has
changed is told by the content: SEQUENCE is the number of whole days from its publication to its
last change in either language, and one more while it is not held as planned. Where two states
share a number, the later DTSTAMP counts.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone
from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.languages.edition import Item, Site
from plugins.model.dates import day_of
from plugins.model.memo import Memo, code_version, digest
from plugins.moments import moment, zone
from plugins.writer import Made, SiteWriter

KIND = "events"
STATUS = {
    "scheduled": "CONFIRMED",
    "moved_online": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}


@dataclass(frozen=True)
class TimeZone:
    """The rules of a time zone, written once: they are longer than most calendars of one event."""

    name: str
    rules: bytes


def build_calendar(
    events: Sequence[Event], *, time_zone: TimeZone, producer: str, name: str | None = None
) -> bytes:
    """Return the calendar of *events*, made by *producer*; with a *name*, one to subscribe to."""
    calendar = Calendar()
    calendar.add("PRODID", producer)
    calendar.add("VERSION", "2.0")
    if name:
        calendar.calendar_name = name
        calendar.add("X-WR-TIMEZONE", time_zone.name)
        calendar.add("REFRESH-INTERVAL", timedelta(days=1), {"VALUE": "DURATION"})
    parts = [bytes(event.to_ical()) for event in events]
    # Without any event it is there because no calendar may be empty.
    if not events or any(isinstance(event.start, datetime) for event in events):
        parts.insert(0, time_zone.rules)
    head, end, rest = bytes(calendar.to_ical()).partition(b"END:VCALENDAR")
    return b"".join([head, *parts, end, rest])


def event_of(item: Item, *, where: ZoneInfo, host: str) -> Event:
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
    return event


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


def years_of(events: Iterable[Item]) -> tuple[int, int]:
    """Return the first and the last year in which there is any of *events*."""
    years = [day.year for item in events for day in (item.starts, item.ends) if day] or [1970]
    return min(years), max(years)


def events_of(site: Site, lang: str, *, untranslated: bool) -> list[Item]:
    """Return the listed events of *lang* by start; *untranslated* adds those that lack *lang*."""
    events = site.listed(lang, KIND) if untranslated else site.of(lang, KIND)
    return sorted(events, key=lambda item: (item.starts.isoformat(), item.key))


@dataclass(frozen=True)
class CalendarFile:
    """A calendar to write: where, of which events, and its name if one subscribes to it."""

    url: str
    source: str
    events: list[Item]
    name: str | None = None


def calendar_files(
    site: Site, lang: str, name: str, *, untranslated: bool
) -> Iterator[CalendarFile]:
    """Yield the calendar of *lang*, and the file of each of its events beside the page."""
    listed = events_of(site, lang, untranslated=untranslated)
    yield CalendarFile(site.editions[lang].calendar_url, "events", listed, name)
    for item in site.items[lang]:
        if item.kind == KIND:
            yield CalendarFile(f"{item.url}event.ics", item.path, [item])


class EventsGenerator(Generator):
    """Writes the calendar of every edition, and the file of every event beside its page."""

    def generate_output(self, writer: SiteWriter) -> None:
        site: Site = self.context["site"]
        where = zone(self.settings["TIMEZONE"])
        items = [item for lang in site.editions for item in site.items[lang] if item.kind == KIND]
        years = years_of(items)
        time_zone = cache(partial(time_zone_of, where, *years))
        code = code_version(Path(__file__).parent)
        pieces = []
        for lang, edition in site.editions.items():
            association = edition.association["name"]
            host = edition.association["id_authority"].partition(",")[0]
            event = cache(partial(event_of, where=where, host=host))  # for two files
            producer = f"-//{association}//{host}//{lang}"
            name = self.context["words"][lang].t("calendar.title", site=association)
            untranslated = self.settings["LIST_UNTRANSLATED"]
            for file in calendar_files(site, lang, name, untranslated=untranslated):
                versions = [item.version for item in file.events]
                made_from = (producer, file.name, where.key, years, versions)
                version = digest(code, repr(made_from).encode())
                make = partial(_make, file, event, time_zone, producer)
                pieces.append(Made((file.url,), file.source, version, make))
        writer.write_made(pieces, memo=Memo(Path(self.settings["MEMO_PATH"]) / "events.sqlite"))


def _make(
    file: CalendarFile,
    event: Callable[[Item], Event],
    time_zone: Callable[[], TimeZone],
    producer: str,
) -> list[bytes]:
    events = [event(item) for item in file.events]
    return [build_calendar(events, time_zone=time_zone(), producer=producer, name=file.name)]


def get_generators(pelican: Pelican) -> type[Generator]:
    return EventsGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
