"""What every node of the linked data is made with."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from plugins.languages.edition import Edition
from plugins.languages.page import Head
from plugins.moments import iso

Node = dict[str, Any]


def node(kind: str | None, *, id: str | None = None, **properties: Any) -> Node:
    """Return a node of the type *kind* with those *properties* that say something."""
    given = {"@type": kind, "@id": id, **properties}
    return {name: value for name, value in given.items() if value}


def reference(url: str) -> Node:
    """Return the mention of a node that is told elsewhere, at *url*."""
    return {"@id": url}


def organization(name: str) -> Node:
    """Return a body of which no more than its *name* is known."""
    return node("Organization", name=name)


def place(words: str | None) -> Node | None:
    """Return a place as editors write it: its name and its address are one."""
    return node("Place", name=words, address=words) if words else None


@dataclass(frozen=True)
class Teller:
    """Who tells the linked data of a page, in which language, and in which time zone."""

    head: Head
    edition: Edition
    where: ZoneInfo

    def time(self, when: date | datetime | None) -> str | None:
        """Return *when* by ISO 8601: a day as such, a time with its offset."""
        return iso(when, self.where) if when else None

    def absolute(self, url: str) -> str:
        """Return the address *url* of the site with its host."""
        return self.edition.site_url + url

    @property
    def reference(self) -> Node:
        """The association, by the name that it has on every page, in every language."""
        return reference(f"{self.edition.site_url}/#association")

    @cached_property
    def association(self) -> Node:
        """The association, as short as can be: a program reads one page, not the site."""
        return node(
            "NGO",
            id=self.reference["@id"],
            name=self.edition.association["name"],
            url=self.absolute(self.edition.home_url),
        )

    def body(self, name: str) -> Node:
        """Return the body called *name*, which may be the association itself."""
        own = (self.edition.association["name"], self.edition.association["short_name"])
        return self.association if name in own else organization(name)
