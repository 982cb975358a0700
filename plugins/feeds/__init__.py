"""Feeds of each language and of each of its sections, with the full text of the newest items.

The id of an entry is a tag URI (RFC 4151) made from the folder of the item, so it outlives the
title, the slug and even the domain. Dates come from the content, never from the clock.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache, partial
from html import escape, unescape
from pathlib import Path
from urllib.parse import urljoin
from zoneinfo import ZoneInfo

from plugins.feeds.channel import Channel, Entry
from plugins.generator import Generator, Room
from plugins.languages.catalogue import Words
from plugins.languages.edition import Edition, Site
from plugins.languages.formats import Formats
from plugins.languages.item import Attachment, Item, Section
from plugins.model.memo import Record
from plugins.moments import moment, zone
from plugins.rendering import Templates
from plugins.writer import Made, SiteWriter

_TAG = re.compile(r"""<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>=/]+)=("[^"]*"|'[^']*')""")
_SCHEME = re.compile("[a-zA-Z][a-zA-Z0-9+.-]*:")
_ADDRESSES = frozenset({"href", "src", "srcset", "cite", "poster"})


def newest_published(items: Iterable[Item]) -> list[Item]:
    """Return *items* by the day of their publication, the newest first; without one, not at all."""
    # Lists have them by the day they are about; there an old declaration would never be news.
    dated = [item for item in items if item.date]
    return sorted(dated, key=lambda item: (item.date or date.min, item.key), reverse=True)


def entry_of(
    item: Item, *, authority: str, where: ZoneInfo, content: Callable[[Item], str]
) -> Entry:
    """Return *item*, which has a day of publication, as the entry of every feed it stands in.

    *content* returns the whole of an item as HTML.
    """
    if item.date is None:
        raise ValueError(f"{item.path} has no day of publication")

    def absolute(file: Attachment) -> Attachment:
        return file._replace(url=urljoin(item.absolute_url, file.url))

    return Entry(
        id=f"tag:{authority}:{item.key}/{item.lang}",
        url=item.absolute_url,
        title=item.title,
        summary=item.summary,
        content=absolutise(content(item).strip(), item.absolute_url),
        published=moment(item.date, where),
        day=Formats(item.lang).day(item.date),
        updated=moment(item.updated or item.date, where),
        tags={tag.key: tag.name for tag in item.tags},
        cover=absolute(item.cover_file) if item.cover_file else None,
        files=tuple(absolute(file) for file in item.files),
    )


def absolutise(html: str, page: str) -> str:
    """Return the *html* of the *page* with every address in it made absolute."""
    origin = urljoin(page, "/")[:-1]

    def absolute(address: str) -> str:
        if address.startswith("/") and not address.startswith("//"):
            return origin + address  # as urljoin would, but a build asks for it ten thousand times
        # An e-mail address is written as entities, so the scheme shows only without them.
        plain = unescape(address)
        return address if _SCHEME.match(plain) else escape(urljoin(page, plain))

    def in_attribute(found: re.Match[str]) -> str:
        name, value = found[1], found[2][1:-1]
        if name.lower() not in _ADDRESSES:
            return found[0]
        if name.lower() != "srcset":
            return f'{name}="{absolute(value)}"'
        sources = (source.partition(" ") for source in re.split(r",\s+", value.strip()))
        return f'{name}="{", ".join(absolute(url) + gap + size for url, gap, size in sources)}"'

    # Tags alone are searched, and in them whole attributes: a text or a title may say `href="/"`.
    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(in_attribute, tag[0]), html)


def channel_of(
    edition: Edition, section: Section | None, *, words: Words, where: ZoneInfo
) -> Channel:
    """Return what the feed of the *section*, or of the whole *edition*, says about itself."""
    site, authority = edition.association["name"], edition.association["id_authority"]
    if section:
        title = words.t("feed.section_title", site=site, section=section.title)
        subject, page, feeds = f"feed/{section.kind}/{edition.lang}", section.url, section.feeds
    else:
        title = words.t("feed.title", site=site)
        subject, page, feeds = f"feed/{edition.lang}", edition.home_url, edition.feeds
    # `association.example,2022`: such ids exist since that year (or month, or day).
    since = date.fromisoformat((authority.partition(",")[2] + "-01-01")[:10])
    return Channel(
        id=f"tag:{authority}:{subject}",
        lang=edition.lang,
        title=title,
        description=words.t("feed.description", site=site),
        help=words.t("feed.help"),
        author=site,
        page=edition.site_url + page,
        addresses={form: edition.site_url + url for form, url in feeds.items()},
        since=moment(since, where),
    )


class FeedsGenerator(Generator):
    """Writes the feeds of every edition and section."""

    def generate_output(self, writer: SiteWriter) -> None:
        site: Site = self.context["site"]
        templates: Templates = self.context["templates"]
        where = zone(self.settings["TIMEZONE"])
        pieces = []
        for lang, edition in site.editions.items():
            channel = partial(channel_of, edition, words=self.context["words"][lang], where=where)
            authority = edition.association["id_authority"]
            content = partial(_content, templates)
            # The feed of a section and that of the whole edition share their entries.
            entry = cache(partial(entry_of, authority=authority, where=where, content=content))
            for section, items in _feeds_of(site, edition):
                newest = newest_published(items)[: self.settings["FEED_ITEMS"]]
                about, feeds = channel(section), (section or edition).feeds
                version = templates.version(lang, about, authority, list(newest))
                make = partial(_make, about, newest, entry, list(feeds))
                pieces.append(Made(tuple(feeds.values()), "feeds", version, make))
        record = Record(Path(self.settings["MEMO_PATH"]) / "feeds.json")
        writer.write_made(pieces, record=record)


def _content(templates: Templates, item: Item) -> str:
    return templates.render("feeds/item.html", item.lang, item=item)


def _make(
    channel: Channel, items: list[Item], entry: Callable[[Item], Entry], forms: list[str]
) -> list[bytes]:
    from plugins.feeds.formats import build_feeds  # noqa: PLC0415  slow to load, and rarely needed

    texts = build_feeds(channel, [entry(item) for item in items])
    return [texts[form] for form in forms]


def _feeds_of(site: Site, edition: Edition) -> Iterator[tuple[Section | None, list[Item]]]:
    yield None, site.of(edition.lang, *edition.sections)  # all kinds but pages
    for kind, section in edition.sections.items():
        yield section, site.of(edition.lang, kind)


register = Room(FeedsGenerator)
