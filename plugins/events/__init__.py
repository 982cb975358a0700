"""The calendars: one of all events in each language, and one of each event."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from plugins.generator import Generator, Room
from plugins.languages.edition import Site
from plugins.languages.item import Item
from plugins.model.memo import Record, code_version, digest
from plugins.moments import zone
from plugins.writer import Made, SiteWriter

if TYPE_CHECKING:
    from plugins.events.calendar import Calendars

KIND = "events"


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
        calendars = cache(partial(_calendars, where, years))
        code = code_version(Path(__file__).parents[1])
        pieces = []
        for lang, edition in site.editions.items():
            association = edition.association["name"]
            host = edition.association["id_authority"].partition(",")[0]
            producer = f"-//{association}//{host}//{lang}"
            name = self.context["words"][lang].t("calendar.title", site=association)
            untranslated = self.settings["LIST_UNTRANSLATED"]
            for file in calendar_files(site, lang, name, untranslated=untranslated):
                versions = [item.version for item in file.events]
                made_from = (producer, file.name, where.key, years, versions)
                version = digest(code, repr(made_from).encode())
                make = partial(_make, calendars, file, host, producer)
                pieces.append(Made((file.url,), file.source, version, make))
        record = Record(Path(self.settings["MEMO_PATH"]) / "events.json")
        writer.write_made(pieces, record=record)


def _calendars(where: ZoneInfo, years: tuple[int, int]) -> "Calendars":
    from plugins.events.calendar import Calendars  # noqa: PLC0415  slow to load, rarely needed

    return Calendars(where, years)


def _make(
    calendars: Callable[[], "Calendars"], file: CalendarFile, host: str, producer: str
) -> list[bytes]:
    return [calendars().calendar(file.events, file.name, host=host, producer=producer)]


register = Room(EventsGenerator)
