"""Every page of the site: home, sections, archives, tags, parties, and the page of each item."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.discovery.linked_data import linked_data
from plugins.discovery.open_graph import open_graph
from plugins.languages.catalogue import Words
from plugins.languages.edition import Edition, Site
from plugins.listings.components import component_pages
from plugins.listings.desk import Desk
from plugins.listings.home import home_pages
from plugins.listings.items import item_pages
from plugins.listings.page import Page
from plugins.listings.search import search_pages
from plugins.listings.sections import section_pages
from plugins.listings.subjects import party_pages, tag_pages
from plugins.model.memo import Memo
from plugins.moments import zone
from plugins.rendering import Templates
from plugins.writer import Made, SiteWriter

LISTS = (home_pages, section_pages, party_pages, tag_pages, search_pages, item_pages)


def all_pages(
    site: Site, words: Mapping[str, Words], settings: Mapping[str, Any]
) -> Iterator[Page]:
    """Yield every page of *site*, edition by edition."""
    for edition in site.editions.values():
        desk = Desk(site, edition, words, settings)
        for pages in LISTS:
            yield from pages(desk)
        if not settings["PUBLISH"]:
            addresses = settings["ADDRESSES"]["components"]
            specimens = Path(settings["THEME"]) / "components.yaml"
            yield from component_pages(desk, specimens=specimens, addresses=addresses)


class ListingsGenerator(Generator):
    """Renders every page; `context["heads"]` and `context["templates"]` are for those after it."""

    def generate_context(self) -> None:
        context = self.context
        self.pages = list(all_pages(context["site"], context["words"], self.settings))
        context["heads"] = [(page.head, page.changed) for page in self.pages]
        context["templates"] = Templates(
            Path(self.theme) / "templates",
            words=context["words"],
            editions=context["site"].editions,
            memo=Path(self.settings["MEMO_PATH"]) / "templates",
        )

    def generate_output(self, writer: SiteWriter) -> None:
        editions: Mapping[str, Edition] = self.context["site"].editions
        made = partial(piece_of, self.context["templates"], zone(self.settings["TIMEZONE"]))
        memo = Memo(Path(self.settings["MEMO_PATH"]) / "pages.sqlite")
        pieces = [made(editions[page.head.lang], page) for page in self.pages]
        writer.write_made(pieces, memo=memo)


def render_page(templates: Templates, where: ZoneInfo, edition: Edition, page: Page) -> str:
    """Return *page* of *edition* as HTML."""
    told = (page.head, page.inputs.get("item"), edition, where)
    inputs = {"open_graph": open_graph(*told), "linked_data": linked_data(*told), **page.inputs}
    return templates.render(page.template, page.head.lang, page=page.head, **inputs)


def piece_of(templates: Templates, where: ZoneInfo, edition: Edition, page: Page) -> Made:
    """Return *page* of *edition* as a piece to write; *where* is the zone of its days."""
    head, lang = page.head, page.head.lang

    def render() -> list[str]:
        return [render_page(templates, where, edition, page)]

    version = templates.version(lang, page.template, head, dict(page.inputs), where.key)
    return Made((head.url,), page.source, version, render)


def get_generators(pelican: Pelican) -> type[Generator]:
    return ListingsGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
