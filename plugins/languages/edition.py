"""The site: its items with their addresses, in the edition of each language.

An edition is the site in one language. Editions are of equal rank; each has every section, and
lists what exists in its own language, and, marked, what exists only in the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from plugins.languages.item import Goal, Item, Link, Section, Tag, feeds_under
from plugins.model.memo import digest


@dataclass
class Edition:
    """The frame of the site in one language: what stands on each of its pages."""

    lang: str
    home_url: str
    site_url: str
    """Scheme and host without a closing slash; empty in a local build."""
    association: dict[str, Any]
    """ASSOCIATION of the settings, each value in this language."""
    sections: dict[str, Section]
    menu: tuple[Link, ...] = ()
    footer: tuple[Link, ...] = ()
    tags_url: str = ""
    parties_url: str = ""
    search_url: str = ""
    calendar_url: str = ""
    has_form: bool = False
    """NEWSLETTER of the settings has the form of the bulletin."""
    signup: Link | None = None
    """The page where one signs up for the bulletin; none as long as nobody can."""
    languages: tuple[str, ...] = ()

    @property
    def feeds(self) -> dict[str, str]:
        """Addresses of the edition's own feeds by format: rss, atom, json."""
        return feeds_under(self.home_url)

    @property
    def search_data_url(self) -> str:
        """Address of the folder with the index that search reads."""
        return f"{self.search_url}data/"


@dataclass
class Site:
    """Everything that is published on the day of the build."""

    day: date
    editions: dict[str, Edition]
    items: dict[str, list[Item]]
    """By language: every published item, newest first, hidden and expired ones included."""
    goals: dict[str, tuple[Goal, ...]]
    tags: dict[str, dict[str, Tag]]
    media: dict[str, Path]
    """Files that the published items use, by their address."""
    site_links: list[tuple[str, int, str]] = field(default_factory=list)
    """Addresses of the site that texts link to: path and line of the text, and the address."""
    used: dict[str, dict[str, Path]] = field(default_factory=dict)
    """The same files as `media`, by the path of the text that uses them."""

    def version(self) -> str:
        """Return a name for what its lists and menus say: all but the texts of the items."""
        cards = [item.card.version for items in self.items.values() for item in items]
        return digest(repr((self.editions, self.goals, self.tags, cards)).encode())

    def of(self, lang: str, *kinds: str) -> list[Item]:
        """Return the listed items of *lang*, newest first, of *kinds* (by default of all)."""
        return [i for i in self.items[lang] if i.listed and (not kinds or i.kind in kinds)]

    def named(self, key: str, lang: str) -> Item | None:
        """Return the item of *key* in *lang*, if it is published in that language."""
        return next((item for item in self.items[lang] if item.key == key), None)

    def listed(self, lang: str, *kinds: str) -> list[Item]:
        """Return the same with what exists in another language only."""
        others = [
            item
            for other in self.items
            if other != lang
            for item in self.of(other, *kinds)
            if item.translation is None and item.kind != "pages"
        ]
        return newest_first([*self.of(lang, *kinds), *others])


def newest_first(items: Iterable[Item]) -> list[Item]:
    """Return *items* by the day they are about, the newest first; of one day, by their key."""
    return sorted(items, key=lambda item: (item.when or date.min, item.key), reverse=True)
