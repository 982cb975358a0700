"""One page to render, and the parts of a list: its pages and its years."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from plugins.languages.item import Card, Link
from plugins.languages.page import Head


@dataclass(frozen=True)
class Page:
    """A page: what is said about it, its template, and everything that stands on it."""

    head: Head
    template: str
    source: str
    """What it is made from, for messages: the path of a text, or the address of a list."""
    inputs: Mapping[str, Any] = field(default_factory=dict)
    changed: date | datetime | None = None
    """The last change of what stands on it."""


class Year(NamedTuple):
    """A year of an archive, and how many items it holds."""

    year: int
    url: str
    items: int


class Pager(NamedTuple):
    """Where the pages of a list are."""

    number: int
    last: int
    previous_url: str | None
    next_url: str | None
    pages: tuple[Link, ...]


def pager(number: int, urls: list[str]) -> Pager | None:
    """Return the pager of the page *number* of a list at *urls*; none where one page holds all."""
    if len(urls) == 1:
        return None
    return Pager(
        number=number,
        last=len(urls),
        previous_url=urls[number - 2] if number > 1 else None,
        next_url=urls[number] if number < len(urls) else None,
        pages=tuple(Link(str(n), url) for n, url in enumerate(urls, 1)),
    )


def last_change(items: Iterable[Card]) -> date | None:
    """Return the day of the newest change among *items*."""
    days = [i.updated.date() if isinstance(i.updated, datetime) else i.updated for i in items]
    return max((day for day in days if day), default=None)
