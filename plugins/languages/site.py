"""Documents of two languages become one site: items with addresses, each beside its translation."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from mimetypes import MimeTypes
from typing import Any

from markupsafe import Markup

from plugins.languages.addresses import Addresses
from plugins.languages.catalogue import Words
from plugins.languages.edition import (
    Alternate,
    Attachment,
    Citation,
    Edition,
    Goal,
    Heading,
    Item,
    Link,
    Section,
    Site,
    Tag,
    newest_first,
)
from plugins.model.content import Content
from plugins.model.documents import Document
from plugins.model.kinds import KINDS
from plugins.model.kinds import Item as Fields
from plugins.model.markup import Link as TextLink
from plugins.model.problem import Problem, Problems
from plugins.model.references import DECISION_ANCHOR, anchors
from plugins.model.slugs import slugify

SECTIONS = tuple(kind for kind in KINDS if kind != "pages")


def build_site(
    content: Content, settings: Mapping[str, Any], words: Mapping[str, Words], day: date
) -> Site:
    """Return what is open to visitors on *day*, in an edition of each language.

    Raises:
        Problems: two documents have one address, or a document has the address of a list.
    """
    addresses = Addresses(tuple(settings["LANGUAGES"]), settings["ADDRESSES"])
    problems = list(check_addresses(content.documents, addresses))
    if problems:
        raise Problems(problems)
    return _Assembly(content, settings, words, addresses, day).site()


def check_addresses(documents: Iterable[Document], addresses: Addresses) -> Iterator[Problem]:
    """Every document has an address of its own, drafts and waiting ones included."""
    taken: dict[str, Document] = {}
    for document in documents:
        if document.fields is None:
            continue
        url = addresses.item(document.kind, slug_of(document), document.lang)
        line = document.source.line_of(("slug",) if document.fields.slug else ("title",))
        if url in addresses.reserved(document.lang):
            yield Problem(document.path, line, "reserved-address", {"found": url})
        elif other := taken.get(url):
            fix = f"slug: {slug_of(document)}-2"
            values = {"found": url, "other": other.path}
            yield Problem(document.path, line, "same-address", values, fix)
        else:
            taken[url] = document


def slug_of(document: Document) -> str:
    """Return the last part of the address of *document*: as written, or made from its title."""
    assert document.fields is not None
    return document.fields.slug or slugify(document.fields.title) or document.folder


class _Assembly:
    """Holds the inputs of a site while it is put together."""

    def __init__(
        self,
        content: Content,
        settings: Mapping[str, Any],
        words: Mapping[str, Words],
        addresses: Addresses,
        day: date,
    ) -> None:
        self.content = content
        self.day = day
        self.settings = settings
        self.words = words
        self.addresses = addresses
        self.media_types = MimeTypes()
        self.editions = {lang: self._edition(lang) for lang in addresses.languages}
        self.tags = {lang: self._tags(lang) for lang in addresses.languages}
        self.site_links: list[tuple[str, int, str]] = []
        self.media: dict[str, Any] = {}
        self.items: dict[str, Item] = {}
        """By path of the source."""

    def site(self) -> Site:
        """Return the whole site."""
        open_documents = self.content.open()
        for document in open_documents:
            self.items[document.path] = self._item(document)
        goals = {lang: self._goals(lang) for lang in self.editions}
        for document in open_documents:
            self._relate(document, goals)
        by_language = {
            lang: newest_first(item for item in self.items.values() if item.lang == lang)
            for lang in self.editions
        }
        for items in by_language.values():
            _neighbours(items)
        for lang, edition in self.editions.items():
            self._menu(edition, by_language[lang])
        return Site(
            self.day, self.editions, by_language, goals, self.tags, self.media, self.site_links
        )

    # ── the frame ───────────────────────────────────────────────────────────────────────────

    def _edition(self, lang: str) -> Edition:
        place, words = self.addresses, self.words[lang]
        return Edition(
            lang=lang,
            home_url=place.home(lang),
            site_url=self.settings["SITEURL"],
            association={
                name: value[lang] if isinstance(value, dict) else value
                for name, value in self.settings["ASSOCIATION"].items()
            },
            sections={
                kind: Section(kind, lang, words.t(f"section.{kind}"), place.listing(kind, lang))
                for kind in SECTIONS
            },
            tags_url=place.listing("tags", lang),
            parties_url=place.parties(lang),
            calendar_url=place.calendar(lang),
            languages=place.languages,
        )

    def _tags(self, lang: str) -> dict[str, Tag]:
        names = self.content.tags.names
        return {
            key: Tag(key, n[lang], self.addresses.tag(n[lang], lang)) for key, n in names.items()
        }

    def _menu(self, edition: Edition, items: list[Item]) -> None:
        pages = sorted(
            (i for i in items if i.kind == "pages" and i.listed),
            key=lambda i: (i.order or 0, i.key),
        )
        sections = [edition.sections[kind] for kind in self.settings["MENU_SECTIONS"]]
        links = [(p, Link(p.menu_title or p.title, p.url)) for p in pages]
        in_menu = [link for page, link in links if page.order is not None]
        edition.menu = (*in_menu, *(Link(s.title, s.url) for s in sections))
        edition.footer = tuple(link for page, link in links if page.order is None)

    # ── items ───────────────────────────────────────────────────────────────────────────────

    def _item(self, document: Document) -> Item:
        fields, lang = document.fields, document.lang
        assert fields is not None
        slug = slug_of(document)
        url = self.addresses.item(document.kind, slug, lang)
        keys = [key for word in fields.tags if (key := self.content.tags.key(word))]
        state = self.content.states[document.path]
        files = getattr(fields, "files", ())
        return Item(
            kind=document.kind,
            folder=document.folder,
            lang=lang,
            path=document.path,
            fields=fields,
            listed=state == "published",
            expired=state == "expired",
            over=_is_over(fields, self.day),
            date=document.day,
            slug=slug,
            url=url,
            absolute_url=self.settings["SITEURL"] + url,
            section=self.editions[lang].sections.get(document.kind),
            tags=tuple(self.tags[lang][key] for key in dict.fromkeys(keys)),
            cover_file=self._file(document, fields.cover, fields.cover_alt)
            if fields.cover
            else None,
            files=tuple(self._file(document, named.file, named.title) for named in files),
            decision_anchor=DECISION_ANCHOR[lang],
            headings=tuple(Heading(*heading) for heading in document.source.body.headings),
        )

    def _file(self, document: Document, name: str, title: str | None) -> Attachment:
        path, url = document.files[name], self.addresses.media(document, name)
        self.media[url] = path
        media_type = self.media_types.guess_type(name)[0] or "application/octet-stream"
        return Attachment(name, title or name, url, path.stat().st_size, media_type)

    def _relate(self, document: Document, goals: Mapping[str, tuple[Goal, ...]]) -> None:
        """Fill in what an item owes to other items: its links, translation and relations."""
        item, lang = self.items[document.path], document.lang
        other = document.translation
        pair = self.items.get(other.path) if other else None
        item.translation = pair.card if pair else None
        item.alternates = self._alternates(item)
        item.html = Markup(
            document.source.body.resolve(
                lambda link: self._address(document, link), self.words[lang].t
            )
        )
        if document.kind != "pages":
            served = item.goals or []
            item.goals_served = tuple(goal for goal in goals[lang] if goal.id in served)
        if item.event:
            event = self._named(f"events/{item.event}", lang)
            item.event_item = event.card if event else None
            if event and event.lang == lang:
                event.reports += (item.card,)
        for cited in item.cites or ():
            self._cite(item, cited)
        if document.kind == "bulletins":
            named = [self._named(key, lang) for key in item.items]
            item.contents = tuple(entry.card for entry in named if entry)

    def _alternates(self, item: Item) -> tuple[Alternate, ...]:
        versions = {i.lang: i for i in (item, item.translation) if i}
        return tuple(
            Alternate(lang, versions[lang].url, versions[lang].absolute_url)
            for lang in self.editions
            if lang in versions
        )

    def _named(self, key: str, lang: str) -> Item | None:
        document = self.content.references.item(key, lang)
        return self.items[document.path] if document else None

    def _cite(self, item: Item, cited: Any) -> None:
        earlier = self._named(f"declarations/{cited.item}", item.lang) if cited.item else None
        if earlier is None:
            item.citations += (Citation(cited.title, cited.adopted_on, cited.place, cited.url),)
            return
        lang = earlier.lang if earlier.lang != item.lang else None
        item.citations += (
            Citation(earlier.title, earlier.adopted_on, earlier.place, earlier.url, lang),
        )
        earlier.cited_by += (item.card,)

    def _goals(self, lang: str) -> tuple[Goal, ...]:
        pages = [i for i in self.items.values() if i.kind == "pages" and i.lang == lang and i.goals]
        return tuple(
            Goal(goal.id, number, goal.title, goal.text, f"{page.url}#{goal.id}")
            for page in pages
            for number, goal in enumerate(page.goals, 1)
        )

    # ── links in texts ──────────────────────────────────────────────────────────────────────

    def _address(self, document: Document, link: TextLink) -> str:
        """Return what stands in the attribute of *link*, in the reader's language if it exists."""
        if link.kind == "site":
            self.site_links.append((document.path, link.line, link.target))
            return link.target
        named = self.content.references.target(document, link)
        if named is None:
            return self._file(document, posixpath.basename(link.target), None).url
        target = self.content.references.item(named.key, document.lang)
        assert target is not None  # the references have been checked
        fragment = link.target.partition("#")[2]
        anchor = f"#{fragment}" if fragment in anchors(target) else ""
        language = f'" hreflang="{target.lang}' if target.lang != document.lang else ""
        return f"{self.items[target.path].url}{anchor}{language}"


def _is_over(fields: Fields, day: date) -> bool:
    moments = (getattr(fields, name, None) for name in ("ends", "starts", "deadline"))
    last = next((moment for moment in moments if moment), None)
    return last is not None and (last.date() if isinstance(last, datetime) else last) < day


def _neighbours(items: list[Item]) -> None:
    """Link each listed item with the next older one of its section."""
    newer: dict[str, Item] = {}
    for item in items:
        if item.listed and item.kind != "pages":
            if after := newer.get(item.kind):
                item.next, after.previous = after.card, item.card
            newer[item.kind] = item
