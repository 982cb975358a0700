"""Every page of the site: home, sections, archives, tags, parties, and the page of each item."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.discovery.linked_data import linked_data
from plugins.discovery.open_graph import open_graph
from plugins.generator import Generator, Room
from plugins.languages.edition import Edition
from plugins.languages.item import Item
from plugins.languages.page import Head, Heads
from plugins.listings.components import component_pages
from plugins.listings.desk import Desk, desks_of
from plugins.listings.home import home_pages
from plugins.listings.items import item_page, item_pages
from plugins.listings.page import Page
from plugins.listings.search import search_pages
from plugins.listings.sections import section_pages
from plugins.listings.subjects import party_pages, tag_pages
from plugins.model.memo import Record, digest
from plugins.moments import zone
from plugins.rendering import Templates
from plugins.writer import Lot, Made, SiteWriter

LISTS = (home_pages, section_pages, party_pages, tag_pages, search_pages)


def list_pages(desk: Desk) -> Iterator[Page]:
    """Yield every page of an edition but those of its items."""
    for pages in LISTS:
        yield from pages(desk)
    if not desk.publish:
        yield from component_pages(desk)


def all_pages(desks: Iterable[Desk]) -> Iterator[Page]:
    """Yield every page of the editions at *desks*."""
    for desk in desks:
        yield from list_pages(desk)
        yield from item_pages(desk)


class ListingsGenerator(Generator):
    """Renders every page; `context["heads"]` and `context["templates"]` are for those after it."""

    def generate_context(self) -> None:
        context, site = self.context, self.context["site"]
        words, settings = context["words"], self.settings
        self.desks = desks_of(site, words, settings)
        context["templates"] = self.templates = Templates(
            Path(self.theme) / "templates",
            words=words,
            editions=site.editions,
            memo=Path(settings["MEMO_PATH"]) / "templates",
        )
        self.zone = zone(settings["TIMEZONE"])
        self.lists = cache(lambda: [page for desk in self.desks for page in list_pages(desk)])
        frames = [self.templates.version(desk.lang, desk.version) for desk in self.desks]
        version = digest(repr((frames, site.version(), self.zone.key)).encode())
        context["heads"] = Heads(version, self._heads)

    def generate_output(self, writer: SiteWriter) -> None:
        pieces = [
            self._item(desk, item) for desk in self.desks for item in desk.site.items[desk.lang]
        ]
        heads: Heads = self.context["heads"]
        lot = Lot(heads.version, lambda: [self._piece(page) for page in self.lists()])
        record = Record(Path(self.settings["MEMO_PATH"]) / "pages.json")
        self.context["pages"] = writer.write_made(pieces, lot=lot, record=record)

    def _heads(self) -> list[tuple[Head, date | datetime | None]]:
        pages = [*self.lists(), *(page for desk in self.desks for page in item_pages(desk))]
        return [(page.head, page.changed) for page in pages]

    def _item(self, desk: Desk, item: Item) -> Made:
        """Return the page of *item* as a piece to write."""
        if item.kind == "pages":  # on some of them stands more than the item
            return self._piece(item_page(desk, item))
        version = self.templates.version(desk.lang, desk.version, item, self.zone.key)
        make = partial(self._render, lambda: item_page(desk, item))
        return Made((item.url,), item.path, version, make)

    def _piece(self, page: Page) -> Made:
        """Return *page* as a piece to write."""
        head, inputs = page.head, dict(page.inputs)
        version = self.templates.version(head.lang, page.template, head, inputs, self.zone.key)
        return Made((head.url,), page.source, version, partial(self._render, lambda: page))

    def _render(self, told: Callable[[], Page]) -> list[str]:
        page = told()
        edition = self.context["site"].editions[page.head.lang]
        return [render_page(self.templates, self.zone, edition, page)]


def render_page(templates: Templates, where: ZoneInfo, edition: Edition, page: Page) -> str:
    """Return *page* of *edition* as HTML."""
    told = (page.head, page.inputs.get("item"), edition, where)
    inputs = {"open_graph": open_graph(*told), "linked_data": linked_data(*told), **page.inputs}
    return templates.render(page.template, page.head.lang, page=page.head, **inputs)


register = Room(ListingsGenerator)
