"""What every list is made with: the site, its words, and the heads of its pages."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.cards import Cards
from plugins.languages.catalogue import Words
from plugins.languages.edition import Edition, Site
from plugins.languages.item import Alternate, Card, Link, Section
from plugins.languages.page import Head, Sketch, SocialCard, Switch
from plugins.listings.page import Page, last_change, pager
from plugins.model.frontmatter import read_yaml
from plugins.model.memo import digest


class Desk:
    """The desk of an edition: its lists of items, its words, its heads."""

    def __init__(
        self, site: Site, edition: Edition, words: Mapping[str, Words], settings: Mapping[str, Any]
    ) -> None:
        self.site = site
        self.edition = edition
        self.lang = edition.lang
        self.t = words[edition.lang].t
        self.home_items: int = settings["HOME_ITEMS"]
        self.publish: bool = settings["PUBLISH"]
        self.components: Mapping[str, str] = settings["ADDRESSES"]["components"]
        self.form: Mapping[str, Any] | None = settings["NEWSLETTER"]["form"]
        self._results = Path(settings["THEME"]) / "accessibility.yaml"
        self._specimens = Path(settings["THEME"]) / "components.yaml"
        self._cards = Cards(Path(settings["THEME"]), edition.site_url)
        self._page_size: int = settings["ITEMS_PER_PAGE"]
        self._untranslated: bool = settings["LIST_UNTRANSLATED"]
        self._lists: dict[tuple[str, ...], list[Card]] = {}
        self._announced: dict[Section | None, tuple[Link, ...]] = {}
        self._editions = site.editions.values()

    @cached_property
    def version(self) -> str:
        """A name for what it gives to a page beside the words and the items."""
        settings = (self.home_items, self.form, self._page_size, self._untranslated)
        told = (settings, self.publish, self.components, self.site.editions)
        files = (path.read_bytes() for path in (self._results, self._specimens))
        return digest(self._cards.version, repr(told).encode(), *files)

    @cached_property
    def results(self) -> dict[str, Any]:
        """What the tests of accessibility measured."""
        return _read(self._results)

    @cached_property
    def specimens(self) -> dict[str, Any]:
        """The words that the page of the components is filled with, by language."""
        return _read(self._specimens)

    def listed(self, *kinds: str, lang: str | None = None) -> list[Card]:
        """Return what a list shows, newest first; by a setting also what lacks a translation."""
        asked = (lang or self.lang, *kinds)
        if asked not in self._lists:
            items = self.site.listed if self._untranslated else self.site.of
            self._lists[asked] = [item.card for item in items(*asked)]
        return self._lists[asked]

    def section_elsewhere(self, kind: str) -> dict[str, str]:
        """Return the address of the section of *kind* in every language."""
        return {edition.lang: edition.sections[kind].url for edition in self._editions}

    def head(
        self,
        url: str,
        title: str,
        description: str,
        *,
        alternates: Mapping[str, str],
        crumbs: tuple[Link, ...] = (),
        section: Section | None = None,
        fallback: Mapping[str, str] | None = None,
        indexed: bool = True,
        card: SocialCard | None = None,
    ) -> Head:
        """Return the head of the page at *url*.

        *alternates* are the addresses of this very page by language; *fallback* says where the
        language switch leads when it is not among them, which is home unless given. *card* is
        made from the title and the section unless given.
        """
        site_url = self.edition.site_url
        homes = {edition.lang: edition.home_url for edition in self._editions}
        elsewhere = {**homes, **(fallback or {}), **alternates}
        return Head(
            url=url,
            absolute_url=site_url + url,
            lang=self.lang,
            title=title,
            description=description,
            alternates=tuple(
                Alternate(lang, alternates[lang], site_url + alternates[lang])
                for lang in homes
                if lang in alternates
            ),
            switch=tuple(
                Switch(lang, elsewhere[lang], lang in alternates)
                for lang in homes
                if lang != self.lang
            ),
            crumbs=(Link(self.t("home.crumb"), self.edition.home_url), *crumbs),
            feeds=self._feeds(section),
            indexed=indexed,
            card=card or self.card(title, section),
        )

    def card(
        self,
        title: str,
        section: Section | None = None,
        *,
        label: str | None = None,
        hoist: tuple[str, ...] = (),
        is_off: bool = False,
    ) -> SocialCard:
        """Return the card of a page with this *title*: of the *section*, unless *label* says more.

        *hoist* are the signals on the mast, by default that of the section.
        """
        names = self.edition.association
        if label is None:
            # A section does not stand below itself.
            label = section.title if section and section.title != title else names["name"]
        if section and not hoist:
            hoist = (section.kind,)
        sketch = Sketch(title, label, names["short_name"], names["name"], hoist, is_off)
        alt = self.t("card.alt", title=title, label=label, site=names["short_name"])
        return self._cards.card(sketch, alt)

    def paged(
        self,
        url: str,
        title: str,
        description: str,
        items: Mapping[str, list[Card]],
        template: str,
        inputs: Mapping[str, Any],
        *,
        alternates: Mapping[str, str],
        crumbs: tuple[Link, ...] = (),
        section: Section | None = None,
        fallback: Mapping[str, str] | None = None,
        card: SocialCard | None = None,
    ) -> Iterator[Page]:
        """Yield the pages of the list at *url*, as many as its *items* need, and at least one.

        *items* and *alternates* are what the list holds and where it begins, by language. All
        pages have one *card*, made from the title and the section unless given.
        """
        size, card = self._page_size, card or self.card(title, section)
        urls = self._addresses(url, items[self.lang])
        elsewhere = {lang: self._addresses(at, items[lang]) for lang, at in alternates.items()}
        for number, page_url in enumerate(urls, 1):
            shown = items[self.lang][(number - 1) * size : number * size]
            head = self.head(
                page_url,
                self.t("pager.title", title=title, number=number) if number > 1 else title,
                description,
                alternates={
                    lang: pages[number - 1]
                    for lang, pages in elsewhere.items()
                    if number <= len(pages)
                },
                crumbs=(*crumbs, Link(title, url)) if number > 1 else crumbs,
                section=section,
                fallback={**(fallback or {}), **alternates},
                indexed=number == 1,
                card=card,
            )
            # Where the list has fewer pages in the other language, it still is there.
            switch = (way._replace(exact=way.lang in alternates) for way in head.switch)
            extra = {"items": shown, "pager": pager(number, urls)}
            yield Page(
                head._replace(switch=tuple(switch)),
                template,
                url,
                {**inputs, **extra},
                last_change(shown),
            )

    def _addresses(self, url: str, items: list[Card]) -> list[str]:
        """Return the address of each page of the list of *items* that begins at *url*."""
        last = -(-len(items) // self._page_size)
        return [url, *(f"{url}{number}/" for number in range(2, last + 1))]

    def _feeds(self, section: Section | None) -> tuple[Link, ...]:
        if section not in self._announced:
            self._announced[section] = tuple(self._feed_links(section))
        return self._announced[section]

    def _feed_links(self, section: Section | None) -> Iterator[Link]:
        name = self.edition.association["short_name"]
        titled = {self.t("feed.title", site=name): self.edition.feeds}
        if section:
            title = self.t("feed.section_title", site=name, section=section.title)
            titled[title] = section.feeds
        for title, feeds in titled.items():
            yield from (Link(title, url) for url in feeds.values())


def desks_of(site: Site, words: Mapping[str, Words], settings: Mapping[str, Any]) -> list[Desk]:
    """Return the desk of each edition of *site*."""
    return [Desk(site, edition, words, settings) for edition in site.editions.values()]


def _read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = read_yaml(path.read_text(encoding="utf-8"))
    return value
