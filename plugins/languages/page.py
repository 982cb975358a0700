"""The head of a page: what is said about the page itself, apart from what stands on it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import NamedTuple

from plugins.languages.item import Alternate, Link


class Switch(NamedTuple):
    """Where the language switch leads.

    *exact* is False where neither this page nor the list that it continues is in that language.
    """

    lang: str
    url: str
    exact: bool


CARD_WIDTH, CARD_HEIGHT = 1200, 630
"""Pixels; what every network shows whole."""


class Sketch(NamedTuple):
    """What stands on a card."""

    title: str
    label: str
    """The section, or the kind of the item, in words."""
    short_name: str
    """Whose site it is."""
    name: str
    hoist: tuple[str, ...] = ()
    """The signals on the mast: the kind or state, and the day in pennants."""
    is_off: bool = False
    """Whether the event is cancelled."""


class SocialCard(NamedTuple):
    """The picture of a page where its address is shared."""

    url: str
    absolute_url: str
    alt: str
    width: int
    height: int
    sketch: Sketch | None = None


class Head(NamedTuple):
    """What the `<head>`, the language switch and the breadcrumbs of a page are made from."""

    url: str
    absolute_url: str
    lang: str
    title: str
    description: str
    alternates: tuple[Alternate, ...] = ()
    switch: tuple[Switch, ...] = ()
    crumbs: tuple[Link, ...] = ()
    """From home to the parent; the page itself is not among them."""
    feeds: tuple[Link, ...] = ()
    """Feeds to announce, the edition's and the section's; the title says which."""
    indexed: bool = True
    """False for pages that search engines are to leave out: hidden, expired, later list pages."""
    card: SocialCard | None = None
    """None only where a page is made without a theme."""

    @property
    def x_default(self) -> str | None:
        """Absolute address for readers of neither language: the first language that exists."""
        return self.alternates[0].absolute_url if self.alternates else None


class Heads(NamedTuple):
    """The heads of all pages, each with its last change, for what is made of them."""

    version: str
    """A name that changes when any of them does."""
    told: Callable[[], list[tuple[Head, date | datetime | None]]]
    """Returns them; mostly nobody asks."""
