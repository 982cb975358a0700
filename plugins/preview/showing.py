"""The site as an editor sees it: drafts, and what waits for its day, stand open and are marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.languages.addresses import Addresses
from plugins.languages.catalogue import Words
from plugins.languages.edition import BESIDE_CARD, Item, Site
from plugins.languages.media import Media, Picture
from plugins.languages.relations import Relations
from plugins.languages.site import build_site, item_of, tags_in
from plugins.model.content import Content
from plugins.model.documents import Document, State
from plugins.model.references import References
from plugins.translations.notice import mark_stale

MARKED: frozenset[State] = frozenset({"draft", "waiting"})
"""What visitors can't see yet."""
OWN = ("headings", "cover_file", "cover_html")
"""What an item has of its own beside its card."""


@dataclass(frozen=True)
class Showing:
    """A site with everything open, and what it was made of."""

    site: Site
    content: Content
    items: dict[str, Item]
    """By the paths of their texts."""
    marks: dict[str, tuple[Item, State]]
    """What visitors can't see yet, by its address, and why not."""
    sizes: Mapping[str, str]
    """How wide the theme shows pictures."""

    def renew(
        self,
        documents: list[Document],
        words: Mapping[str, Words],
        addresses: Addresses,
        pictures: Mapping[Path, Picture],
    ) -> None:
        """Put *documents* in the place of those they were before.

        In which order and relations they stand must be the same.
        """
        site, content = self.site, self.content
        media = Media(addresses, pictures, self.sizes)
        relations = Relations(self.items, content.references, media)
        for document in documents:
            edition, state = site.editions[document.lang], content.states[document.path]
            tags = tags_in(document, content.tags, site.tags[document.lang])
            item = self.items[document.path]
            _renew(item, item_of(document, edition, tags, media, state, site.day))
            item.html, item.plain = relations.texts(document, words[document.lang])
            item.stale = None
        mark_stale(self.items, documents, words)
        own = {document.path for document in documents}
        links = [link for link in site.site_links if link[0] not in own]
        site.site_links = [*links, *relations.site_links]
        site.media.update(media.used)


def show(
    content: Content,
    settings: Mapping[str, Any],
    words: Mapping[str, Words],
    addresses: Addresses,
    pictures: Mapping[Path, Picture],
) -> Showing:
    """Return *content*, which has no problem, as a site in which all of it stands open.

    Raises:
        MissingMessage: a catalogue lacks words that the site needs.
    """
    states = {d.path: _state(d, content.states[d.path]) for d in content.documents}
    references = References(content.documents, content.tags, states)
    opened = Content(content.documents, content.tags, references, states, [])
    site = build_site(opened, settings, words, addresses, settings["BUILD_DAY"], pictures)
    items = {item.path: item for items in site.items.values() for item in items}
    mark_stale(items, opened.open(), words)
    marks = {
        item.url: (item, content.states[path])
        for path, item in items.items()
        if content.states[path] in MARKED
    }
    return Showing(site, opened, items, marks, settings["PICTURES"]["sizes"])


def _state(document: Document, state: State) -> State:
    if state not in MARKED:
        return state
    return "hidden" if document.item.status == "hidden" else "published"


def _renew(item: Item, now: Item) -> None:
    """Let *item*, and its card, which others hold, say what *now* does; its relations stay."""
    card = {name: value for name, value in vars(now).items() if name not in BESIDE_CARD}
    for part in (item, item.card):
        part.__dict__.update(card)
        part.__dict__.pop("version", None)  # it is worked out once, and kept
    for name in OWN:
        setattr(item, name, getattr(now, name))
