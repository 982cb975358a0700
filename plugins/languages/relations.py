"""What items have to do with each other: translations, reports, citations, and links in texts."""

from collections.abc import Callable, Iterable, Mapping
from html import escape

from markupsafe import Markup

from plugins.languages.catalogue import Words
from plugins.languages.item import Alternate, Citation, Goal, Item
from plugins.languages.media import Media
from plugins.model.documents import Document
from plugins.model.kinds import Cited
from plugins.model.markup import Link
from plugins.model.references import References, anchors


class Relations:
    """Fills in the relations of *items*, which are known by the paths of their sources."""

    def __init__(self, items: Mapping[str, Item], references: References, media: Media) -> None:
        self._items = items
        self._references = references
        self._media = media
        self.site_links: list[tuple[str, int, str]] = []
        """Addresses of the site in the texts: path and line of the text, and the address."""

    def relate(self, document: Document, words: Words, goals: Iterable[Goal]) -> None:
        """Fill in what the item of *document* owes to other items, and its text."""
        item = self._items[document.path]
        other = document.translation
        pair = self._items.get(other.path) if other else None
        if pair and pair.status == "hidden" and item.status != "hidden":
            pair = None  # who knows its address finds it; nothing leads there
        item.translation = pair.card if pair else None
        item.alternates = _alternates(item)
        item.html, item.plain = self._texts(document, words)
        if item.kind != "pages":
            item.goals_served = tuple(goal for goal in goals if goal.id in (item.goals or ()))
        event = self._named(f"events/{item.event}", item.lang) if item.event else None
        item.event_item = event.card if event else None
        item.citations = tuple(self._citation(item, cited) for cited in item.cites or ())
        if item.kind == "bulletins":
            named = [self._named(key, item.lang) for key in item.items]
            item.contents = tuple(e.card for e in named if e and e.status != "hidden")

    def relate_back(self, documents: Iterable[Document]) -> None:
        """Tell each item which of *documents*, all that there are, report on it or cite it."""
        for item in self._items.values():
            item.reports = item.cited_by = ()
        for document in documents:
            item = self._items[document.path]
            if item.status == "hidden":
                continue
            event = self._items[item.event_item.path] if item.event_item else None
            if event and event.lang == item.lang:
                event.reports += (item.card,)
            for cited in item.cites or ():
                if earlier := self._cited(item, cited):
                    earlier.cited_by += (item.card,)

    def _texts(self, document: Document, words: Words) -> tuple[Markup, Markup]:
        """Return the text of *document* with its pictures as browsers get them, and plain."""
        body, media = document.source.body, self._media
        site_links = [link for link in body.links if link.kind == "site"]
        self.site_links += [(document.path, link.line, link.target) for link in site_links]

        def address(link: Link) -> str:
            return self._address(document, link)

        def text(picture: Callable[[Document, str, str], str]) -> Markup:
            return Markup(
                body.resolve(
                    address, lambda link, own: picture(document, link.target, own), words.t
                )
            )

        html = text(media.picture)
        has_pictures = any(link.kind == "picture" for link in body.links)
        return html, text(media.plain) if has_pictures else html

    def _named(self, key: str, lang: str) -> Item | None:
        document = self._references.item(key, lang)
        return self._items[document.path] if document else None

    def _cited(self, item: Item, cited: Cited) -> Item | None:
        return self._named(f"declarations/{cited.item}", item.lang) if cited.item else None

    def _citation(self, item: Item, cited: Cited) -> Citation:
        earlier = self._cited(item, cited)
        if earlier is None:
            title = cited.title or cited.item or ""
            return Citation(title, cited.adopted_on, cited.place, cited.url)
        lang = earlier.lang if earlier.lang != item.lang else None
        return Citation(earlier.title, earlier.adopted_on, earlier.place, earlier.url, lang)

    def _address(self, document: Document, link: Link) -> str:
        """Return what stands in the attribute of *link*, in the reader's language if it exists."""
        if link.kind == "site":
            return escape(link.target)
        name, _, fragment = link.target.partition("#")
        named = self._references.target(document, link)
        if named is None:
            place = f"#{escape(fragment)}" if fragment else ""
            return f"{self._media.file(document, name).url}{place}"
        target = self._references.item(named.key, document.lang)
        assert target is not None  # the references have been checked
        anchor = f"#{escape(fragment)}" if fragment and fragment in anchors(target) else ""
        language = f'" hreflang="{target.lang}' if target.lang != document.lang else ""
        return f"{self._items[target.path].url}{anchor}{language}"


def link_neighbours(items: Iterable[Item]) -> None:
    """Link each listed item of *items*, newest first, with the next older one of its section."""
    newer: dict[str, Item] = {}
    for item in items:
        item.previous = item.next = None
        if item.listed and item.kind != "pages":
            if after := newer.get(item.kind):
                item.next, after.previous = after.card, item.card
            newer[item.kind] = item


def _alternates(item: Item) -> tuple[Alternate, ...]:
    """Return the languages of *item* in the order of their rank."""
    versions = [version for version in (item, item.translation) if version]
    versions.sort(key=lambda version: version.rank)
    return tuple(Alternate(v.lang, v.url, v.absolute_url) for v in versions)
