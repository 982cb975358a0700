"""Documents of two languages become one site: items with addresses, each beside its translation."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plugins.languages.addresses import Addresses
from plugins.languages.catalogue import Words
from plugins.languages.edition import Edition, Site, newest_first
from plugins.languages.frame import edition_of, fill_menu, tags_of
from plugins.languages.item import Goal, Heading, Item, Tag
from plugins.languages.media import Media, Picture
from plugins.languages.relations import Relations, link_neighbours
from plugins.model.content import Content
from plugins.model.documents import Document, State
from plugins.model.kinds import Item as Fields
from plugins.model.references import DECISION_ANCHOR
from plugins.model.tags import Tags


def build_site(
    content: Content,
    settings: Mapping[str, Any],
    words: Mapping[str, Words],
    addresses: Addresses,
    day: date,
    pictures: Mapping[Path, Picture] | None = None,
) -> Site:
    """Return what is open to visitors on *day*, in an edition of each language.

    The content has no problem, and no two documents one address; *pictures* are those beside the
    texts by their source; without them the site can be looked at, not written.
    """
    languages = addresses.languages
    editions = {lang: edition_of(lang, settings, words[lang], addresses) for lang in languages}
    tags = {lang: tags_of(lang, content.tags.names, addresses) for lang in languages}
    media = Media(addresses, pictures, settings["PICTURES"]["sizes"])
    items = {}
    for document in content.open():
        named = tags_in(document, content.tags, tags[document.lang])
        state = content.states[document.path]
        items[document.path] = item_of(document, editions[document.lang], named, media, state, day)
    goals = {lang: _goals(items.values(), lang) for lang in languages}
    relations = Relations(items, content.references, media)
    for document in content.open():
        relations.relate(document, words[document.lang], goals[document.lang])
    relations.relate_back(content.open())
    site = Site(day, editions, {}, goals, tags, {}, relations.site_links, media.used)
    set_out(site, items, settings["MENU_SECTIONS"])
    return site


def set_out(site: Site, items: Mapping[str, Item], sections: Iterable[str]) -> None:
    """Give *items* and the files they use their places in *site*: its lists, its menus.

    Each *items* of a language stand newest first, between their neighbours; *sections* are the
    kinds that the menu shows after the pages.
    """
    for lang, edition in site.editions.items():
        site.items[lang] = newest_first(item for item in items.values() if item.lang == lang)
        link_neighbours(site.items[lang])
        fill_menu(edition, site.items[lang], sections)
    site.media = {url: path for files in site.used.values() for url, path in files.items()}


def tags_in(document: Document, words: Tags, tags: Mapping[str, Tag]) -> tuple[Tag, ...]:
    """Return the tags that *document* names, each once, among *tags* of its language by key."""
    keys = [words.key(word) for word in document.item.tags]
    return tuple(tags[key] for key in dict.fromkeys(keys) if key)


def item_of(
    document: Document,
    edition: Edition,
    tags: tuple[Tag, ...],
    media: Media,
    state: State,
    day: date,
) -> Item:
    """Return *document* as an item of its *edition*, without its text and its relations."""
    fields = document.item
    slug = document.slug
    section = edition.sections.get(document.kind)
    url = f"{section.url if section else edition.home_url}{slug}/"
    files = fields.get("files") or ()
    cover, alt = fields.cover, fields.cover_alt or ""
    return Item(
        kind=document.kind,
        folder=document.folder,
        lang=document.lang,
        rank=edition.languages.index(document.lang),
        path=document.path,
        fields=fields,
        facts=document.facts,
        listed=state == "published",
        expired=state == "expired",
        over=_is_over(fields, day),
        date=document.day,
        slug=slug,
        url=url,
        absolute_url=edition.site_url + url,
        section=section,
        # The lists of its tags do not show what is hidden: it leads to none of them.
        tags=() if state == "hidden" else tags,
        files=tuple(media.file(document, named.file, named.title) for named in files),
        decision_anchor=DECISION_ANCHOR[document.lang],
        cover_file=media.file(document, cover, alt) if cover else None,
        cover_html=media.cover(document, cover, alt) if cover else Markup(),
        headings=tuple(map(Heading._make, document.source.body.headings)),
    )


def _is_over(fields: Fields, day: date) -> bool:
    last = fields.get("ends") or fields.get("starts") or fields.get("deadline")
    return last is not None and (last.date() if isinstance(last, datetime) else last) < day


def _goals(items: Iterable[Item], lang: str) -> tuple[Goal, ...]:
    pages = [item for item in items if item.kind == "pages" and item.lang == lang and item.goals]
    pages = [page for page in pages if page.status != "hidden"]
    return tuple(
        Goal(goal.id, number, goal.title, goal.text, f"{page.url}#{goal.id}")
        for page in pages
        for number, goal in enumerate(page.goals, 1)
    )
