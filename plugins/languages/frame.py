"""What stands on every page of an edition: its sections, its tags, its menu."""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.languages.addresses import Addresses
from plugins.languages.catalogue import Words
from plugins.languages.edition import Edition
from plugins.languages.item import Item, Link, Section, Tag
from plugins.model.kinds import KINDS

SECTIONS = tuple(kind for kind in KINDS if kind != "pages")


def edition_of(
    lang: str, settings: Mapping[str, Any], words: Words, addresses: Addresses
) -> Edition:
    """Return the edition in *lang*, without its menu, which its pages make up."""
    return Edition(
        lang=lang,
        home_url=addresses.home(lang),
        site_url=settings["SITEURL"],
        association={
            name: value[lang] if isinstance(value, dict) else value
            for name, value in settings["ASSOCIATION"].items()
        },
        sections={
            kind: Section(kind, lang, words.t(f"section.{kind}"), addresses.listing(kind, lang))
            for kind in SECTIONS
        },
        tags_url=addresses.listing("tags", lang),
        parties_url=addresses.parties(lang),
        search_url=addresses.listing("search", lang),
        calendar_url=addresses.calendar(lang),
        has_form=settings["NEWSLETTER"]["form"] is not None,
        languages=addresses.languages,
    )


def tags_of(
    lang: str, names: Mapping[str, Mapping[str, str]], addresses: Addresses
) -> dict[str, Tag]:
    """Return the tags in *lang* by their keys."""
    return {
        key: Tag(key, by_language[lang], addresses.tag(by_language[lang], lang))
        for key, by_language in names.items()
    }


def fill_menu(edition: Edition, items: Iterable[Item], kinds: Iterable[str]) -> None:
    """Give *edition* its menu, pages by their order and then sections, and its footer."""
    pages = [item for item in items if item.kind == "pages" and item.listed]
    pages.sort(key=lambda page: (page.order or 0, page.key))
    links = [(page, Link(page.menu_title or page.title, page.url)) for page in pages]
    ordered = [link for page, link in links if page.order is not None]
    sections = [edition.sections[kind] for kind in kinds]
    edition.menu = (*ordered, *(Link(section.title, section.url) for section in sections))
    signup = [link for page, link in links if page.template == "signup"]
    edition.signup = signup[0] if signup and edition.has_form else None
    rest = (link for page, link in links if page.order is None)
    edition.footer = tuple(link for link in rest if link not in signup)
