"""The site as an editor sees it: drafts, and what waits for its day, stand open and are marked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from plugins.languages.addresses import Addresses
from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.languages.item import Item
from plugins.languages.media import Media, Picture
from plugins.languages.relations import Relations
from plugins.languages.site import build_site, item_of, set_out, tags_in
from plugins.model.content import Content
from plugins.model.documents import Document, State
from plugins.model.references import References
from plugins.preview.reading import Step
from plugins.translations.notice import mark_stale

MARKED: frozenset[State] = frozenset({"draft", "waiting"})
"""What visitors can't see yet."""


@dataclass(frozen=True)
class Showing:
    """A site with everything open, and what it was made of."""

    site: Site
    content: Content
    items: dict[str, Item]
    """By the paths of their texts."""
    marks: dict[str, tuple[Item, State]]
    """What visitors can't see yet, by its address, and why not."""
    settings: Mapping[str, Any]

    def take(
        self,
        step: Step,
        states: Mapping[str, State],
        words: Mapping[str, Words],
        addresses: Addresses,
        pictures: Mapping[Path, Picture],
    ) -> bool:
        """Show the content as it is after *step*; return whether the frame of pages has changed.

        What has to do with an item of the step is made anew, the rest of the site stays. *states*
        are those of the texts, by their paths.
        """
        site, content = self.site, self.content
        documents = [document for now in step.items.values() for document in now]
        media = Media(addresses, pictures, self.settings["PICTURES"]["sizes"])
        made = [self._item_of(document, states[document.path], media) for document in documents]
        old = {path for key in step.items for path in self._remove(key)}
        for key, now in step.items.items():
            content.put(key, now, {d.path: _state(d, states[d.path]) for d in now})
        self.items.update({item.path: item for item in made})
        self.marks.update(_marks(made, states))
        related = [*documents, *step.beside]
        relations = Relations(self.items, content.references, media)
        for document in related:
            relations.relate(document, words[document.lang], site.goals[document.lang])
        relations.relate_back(content.documents)
        mark_stale(self.items, documents, words)
        paths = old | {document.path for document in related}
        links = [link for link in site.site_links if link[0] not in paths]
        site.site_links = [*links, *relations.site_links]
        site.used |= {item.path: media.used.get(item.path, {}) for item in made}
        frames = [replace(edition) for edition in site.editions.values()]
        set_out(site, self.items, self.settings["MENU_SECTIONS"])
        for item in self.items.values():
            vars(item).pop("version", None)  # worked out once, and kept
        return frames != [*site.editions.values()]

    def _item_of(self, document: Document, state: State, media: Media) -> Item:
        site = self.site
        tags = tags_in(document, self.content.tags, site.tags[document.lang])
        edition = site.editions[document.lang]
        return item_of(document, edition, tags, media, _state(document, state), site.day)

    def _remove(self, key: str) -> list[str]:
        """Let the item *key* go; return the paths of its texts."""
        texts = self.content.references.by_key.get(key, {})
        paths = [document.path for document in texts.values()]
        for path in paths:
            self.marks.pop(self.items.pop(path).url, None)
            self.site.used.pop(path, None)
        return paths


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
    return Showing(site, opened, items, _marks(items.values(), content.states), settings)


def _marks(items: Iterable[Item], states: Mapping[str, State]) -> dict[str, tuple[Item, State]]:
    shown = ((item, states[item.path]) for item in items)
    return {item.url: (item, state) for item, state in shown if state in MARKED}


def _state(document: Document, state: State) -> State:
    if state not in MARKED:
        return state
    return "hidden" if document.item.status == "hidden" else "published"
