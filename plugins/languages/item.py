"""What templates, feeds and calendars see of an item: its card, its text and its relations."""

from __future__ import annotations

from dataclasses import dataclass, field
from dataclasses import fields as dataclass_fields
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup

from plugins.model.kinds import FIELD_NAMES
from plugins.model.kinds import Item as Fields
from plugins.model.memo import digest

Day = date  # an item has a field `date`, which would hide the type


class Link(NamedTuple):
    """Words and the address they lead to; *lang* where the words are in another language."""

    title: str
    url: str
    lang: str | None = None


class Alternate(NamedTuple):
    """One of the languages in which this very page exists, the page itself included."""

    lang: str
    url: str
    absolute_url: str


class Heading(NamedTuple):
    """A heading of a text: its level (2 to 6), its anchor and its words."""

    level: int
    id: str
    text: str


class Attachment(NamedTuple):
    """A file that a published page offers: absolute path in the site, bytes, media type."""

    name: str
    title: str
    url: str
    size: int
    media_type: str


class Section(NamedTuple):
    """The list of one kind in one language, and where its feeds are."""

    kind: str
    lang: str
    title: str
    url: str

    @property
    def feeds(self) -> dict[str, str]:
        """Addresses of the section's feeds by format: rss, atom, json."""
        return feeds_under(self.url)


class Tag(NamedTuple):
    """A subject: its key, its name in this language and the address of its list."""

    key: str
    name: str
    url: str


class Goal(NamedTuple):
    """A goal of the association; *url* leads to its anchor on the page of goals."""

    id: str
    number: int
    title: str
    text: str
    url: str


class Citation(NamedTuple):
    """A declaration that another one cites; *url* where it can be read."""

    title: str
    adopted_on: Day | None
    place: str | None
    url: str | None
    lang: str | None = None


@dataclass(frozen=True)
class Stale:
    """What a page has to say that was translated before its original changed."""

    lang: str
    """Language of the original."""
    day: Day | datetime | None
    """The day of the change, if the original says it."""
    sections: tuple[Link, ...]
    """What changed, at the original's page; the page itself if a section was only taken out."""
    is_gone: bool = False
    """A section was taken out of the original, and nothing else changed."""

    @property
    def form(self) -> str:
        """Which sentence of the catalogue says it: `one`, `many` or `gone`, with a day or not."""
        form = "gone" if self.is_gone else "one" if len(self.sections) == 1 else "many"
        return f"{form}.dated" if self.day else form


@dataclass(eq=False, repr=False)
class Card:
    """What lists and other pages may show of an item: everything but its text and relations.

    Beside what stands here, every field declared in `plugins.model.kinds`, of whichever kind, is
    an attribute; a field that the item's kind does not have is None.
    """

    kind: str
    folder: str
    lang: str
    rank: int
    """The place of the language among those of the site."""
    path: str
    """Source file, relative to the content folder, with forward slashes."""
    fields: Fields
    facts: str
    """A name for all that the fields say."""
    listed: bool
    """False for hidden and expired items: they answer at their address and stand in no list."""
    expired: bool
    over: bool
    """The event is past, or the deadline of the announcement is."""
    date: Day | None
    slug: str
    url: str
    absolute_url: str
    section: Section | None
    """None for pages, which stand at the root."""
    tags: tuple[Tag, ...]
    files: tuple[Attachment, ...]
    decision_anchor: str
    """The word in the anchors of decisions: `karar` in `#karar-2`."""

    def __post_init__(self) -> None:
        # Real attributes: templates ask for them hundreds of thousands of times in a build.
        own = vars(self)
        own.update(_NO_FIELDS | vars(self.fields) | own)
        moment = self.starts or self.held_on or self.adopted_on or self.date
        self.when: Day | None = moment.date() if isinstance(moment, datetime) else moment
        """The day that the item is about: of the event, the activity, the document, or the news."""
        self.key = f"{self.kind}/{self.folder}"
        """Identity of the item whatever its language: `news/2026-11-06-example`."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Any field that is declared for any kind."""

    def __repr__(self) -> str:
        """Return its name and its version, which stands for all that it says."""
        return f"<{self.lang}/{self.key} {self.version}>"

    @property
    def hoist(self) -> tuple[str, ...]:
        """The signals on the mast of its page: its kind, and its day as DDMM in pennants."""
        digits = f"{self.when:%d%m}" if self.when and self.kind != "pages" else ""
        return (self.kind, *(f"p{digit}" for digit in digits))

    @property
    def updated(self) -> Day | datetime | None:
        """The last change of meaning, or the day of publication."""
        return self.fields.modified or self.date

    @cached_property
    def version(self) -> str:
        """A name for what the card says: it changes when, and only when, anything of that does."""
        return digest(repr([getattr(self, name) for name in _VERSIONED]).encode())


@dataclass(eq=False, repr=False)
class Item(Card):
    """A published document in one language: its card, its text, and its relations."""

    headings: tuple[Heading, ...] = ()
    html: Markup = field(default_factory=Markup)
    plain: Markup = field(default_factory=Markup)
    """The same text with plain pictures, for what is no browser: feeds and e-mails."""
    cover_file: Attachment | None = None
    """The cover as a file, in a format that everything can show."""
    cover_html: Markup = field(default_factory=Markup)
    """The cover as an element, from which a browser takes the file that fits; empty for none."""
    alternates: tuple[Alternate, ...] = ()
    translation: Card | None = None
    """The same item in the other language."""
    previous: Card | None = None
    """The next older item of the section, in the same language."""
    next: Card | None = None
    goals_served: tuple[Goal, ...] = ()
    reports: tuple[Card, ...] = ()
    """For an event: the activities that report on it."""
    event_item: Card | None = None
    """For an activity: the event that it reports on."""
    citations: tuple[Citation, ...] = ()
    cited_by: tuple[Card, ...] = ()
    contents: tuple[Card, ...] = ()
    """For a bulletin: its items, in order."""
    stale: Stale | None = None
    """The original has changed since this text was translated."""

    @property
    def cover_url(self) -> str | None:
        """Address of the cover as a file."""
        return self.cover_file.url if self.cover_file else None

    @cached_property
    def version(self) -> str:
        """A name for the whole item, and for the cards of those it has to do with."""
        rest = repr([getattr(self, name) for name in _REST])
        plain = b"" if self.plain is self.html else self.plain.encode()
        return digest(self.card.version.encode(), self.html.encode(), plain, rest.encode())

    @cached_property
    def card(self) -> Card:
        """What other pages may show of the item."""
        card = object.__new__(Card)
        own = vars(card)
        own.update(vars(self))
        for name in BESIDE_CARD:
            own.pop(name, None)
        return card


_NO_FIELDS = dict.fromkeys(FIELD_NAMES)
_CARD_FIELDS = tuple(field.name for field in dataclass_fields(Card))
_VERSIONED = tuple(name for name in _CARD_FIELDS if name != "fields")
_ITEM_FIELDS = tuple(field.name for field in dataclass_fields(Item))
BESIDE_CARD = {*_ITEM_FIELDS, "version", "card"} - set(_CARD_FIELDS)
"""What an item has beside its card."""
_REST = tuple(sorted(BESIDE_CARD - {"version", "card", "html", "plain"}))


def feeds_under(url: str) -> dict[str, str]:
    """Return the addresses of the feeds that stand under the list at *url*, by format."""
    return {"rss": f"{url}rss.xml", "atom": f"{url}atom.xml", "json": f"{url}feed.json"}
