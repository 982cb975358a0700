"""Days and local times, as editors write them, as moments of the site's time zone."""

from datetime import date, datetime, time
from importlib.resources import files
from zoneinfo import ZoneInfo


def zone(name: str) -> ZoneInfo:
    """Return the time zone *name*, such as `Europe/Istanbul`."""
    # ZoneInfo(name) would read the machine's own tables, which differ from machine to machine.
    with files("tzdata").joinpath("zoneinfo", *name.split("/")).open("rb") as table:
        return ZoneInfo.from_file(table, key=name)


def moment(when: date | datetime, where: ZoneInfo) -> datetime:
    """Return *when* as a moment in the zone *where*; a day is its midnight."""
    if isinstance(when, datetime):
        return when.replace(tzinfo=where)
    return datetime.combine(when, time(), where)


def iso(when: date | datetime, where: ZoneInfo) -> str:
    """Return *when* by ISO 8601: a day as such, a time with the offset of the zone *where*."""
    return (moment(when, where) if isinstance(when, datetime) else when).isoformat()
