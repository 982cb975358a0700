"""What can be found: every listed item, every section, and every subject that has items."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.languages.item import Item
from plugins.model.kinds import UNDATED
from plugins.model.memo import digest

NOT_HELD = ("cancelled", "postponed")


class Entry(NamedTuple):
    """A page that can be found, in one language."""

    key: str
    """Its identity whatever the language."""
    url: str
    sign: str
    """Its kind; of an event that is not held, what became of it."""
    title: str
    summary: str
    day: str
    """The day that it is about, in ISO 8601; empty for none."""
    item: Item | None = None
    """None for a list."""

    @property
    def version(self) -> str:
        """A name for its words: it changes when any of them does."""
        text = (self.item.card.version, self.item.html) if self.item else ()
        headings = repr(self.item.headings) if self.item else ""
        return digest(*(part.encode() for part in (self.title, self.summary, headings, *text)))


def entries_of(site: Site, lang: str, words: Words) -> Iterator[Entry]:
    """Yield what can be found of *site* in *lang*: nothing that stands in no list."""
    items = site.of(lang)
    yield from _sections(site, lang, words)
    used = {tag.key for item in items for tag in item.tags}
    for tag in site.tags[lang].values():
        if tag.key in used:
            about = words.t("tag.description", name=tag.name)
            yield Entry(f"tags/{tag.key}", tag.url, "tags", tag.name, about, "")
    for item in items:
        day = item.when.isoformat() if item.when and item.kind not in UNDATED else ""
        sign = item.event_status if item.event_status in NOT_HELD else item.kind
        yield Entry(item.key, item.url, sign, item.title, item.summary, day, item)


def _sections(site: Site, lang: str, words: Words) -> Iterator[Entry]:
    edition = site.editions[lang]
    lists = {
        section.url: (f"section.{kind}", f"section.{kind}.description")
        for kind, section in edition.sections.items()
    }
    lists[edition.tags_url] = ("tags.title", "tags.description")
    lists[edition.parties_url] = ("parties.title", "parties.description")
    for url, (title, about) in lists.items():
        yield Entry(f"sections/{title}", url, "sections", words.t(title), words.t(about), "")
