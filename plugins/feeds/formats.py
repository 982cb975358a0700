"""A feed in three formats: RSS 2.0 and Atom by feedgen, and JSON Feed 1.1.

A person who opens RSS or Atom in a browser sees them with a stylesheet of CSS: browsers give XSLT
up. What CSS can't make of a feed, links and a sentence of help, stands in it as XHTML, which
programs pass over; see `plugins.feeds.reading`.
"""

import json
from collections.abc import Sequence
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator

from plugins.feeds.channel import Channel, Entry
from plugins.feeds.reading import NAMESPACE, XML_LANG, note_of, styled, title_of

MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}


def build_feeds(channel: Channel, entries: Sequence[Entry]) -> dict[str, bytes]:
    """Return the feed of *entries*, in their order, by format: rss, atom, json."""
    feed = _feed(channel, entries)
    feed.link(_links(channel, "rss"), replace=True)
    rss = feed.rss_str(pretty=True)
    feed.link(_links(channel, "atom"), replace=True)
    atom = feed.atom_str(pretty=True)
    return {"rss": styled(rss), "atom": styled(atom), "json": _json_feed(channel, entries)}


class _ForReaders(BaseExtension):
    """Begins the feed with what a person sees of it in a browser."""

    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        return {"h": NAMESPACE}

    def extend_rss(self, feed: Any) -> Any:
        feed.set(XML_LANG, self.channel.lang)
        feed.find("channel").insert(0, self._note())
        return feed

    def extend_atom(self, feed: Any) -> Any:
        feed.insert(0, self._note())
        return feed

    def _note(self) -> Any:
        channel = self.channel
        return note_of(channel.title, channel.help, channel.page, lang=channel.lang)


class _EntryForReaders(BaseEntryExtension):
    """Begins an entry with its title as a link, and its day."""

    entry: Entry

    def extend_rss(self, entry: Any) -> Any:
        entry.insert(0, title_of(self.entry.title, self.entry.url, self.entry.day))
        return entry

    extend_atom = extend_rss


class _EntryLinks(BaseEntryExtension):
    """Gives the links of an Atom entry back what feedgen 1.0.0 loses: all but their address."""

    links: list[dict[str, str]]

    def extend_atom(self, entry: Any) -> Any:
        for element, link in zip(entry.findall("link"), self.links, strict=True):
            element.attrib.update(link)
        return entry


def _feed(channel: Channel, entries: Sequence[Entry]) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("entry_links", BaseExtension, _EntryLinks, rss=False)
    feed.register_extension("for_readers", _ForReaders, _EntryForReaders)
    feed.for_readers.channel = channel
    feed.load_extension("dc", atom=False)  # RSS has no author without an e-mail address
    feed.id(channel.id)
    feed.title(channel.title)
    feed.description(channel.description)
    feed.language(channel.lang)
    feed.author(name=channel.author)
    feed.generator("")  # leaves it out, as the line below does
    feed.docs("")
    feed.updated(max((entry.updated for entry in entries), default=channel.since))
    for entry in entries:
        _fill(feed.add_entry(order="append"), entry, channel)
    return feed


def _fill(told: FeedEntry, entry: Entry, channel: Channel) -> None:
    told.id(entry.id)
    told.title(entry.title)
    told.summary(entry.summary)
    if entry.content:
        told.content(entry.content, type="html")
    told.published(entry.published)
    told.updated(entry.updated)
    told.category([{"term": key, "label": name} for key, name in entry.tags.items()])
    told.dc.dc_creator(channel.author)
    told.link(href=entry.url, rel="alternate", type="text/html", hreflang=channel.lang)
    for file in reversed(entry.enclosures):  # RSS has room for one: feedgen takes the last
        size = str(file.size)
        told.link(
            href=file.url, rel="enclosure", type=file.media_type, length=size, title=file.title
        )
    told.entry_links.links = told.link()
    told.for_readers.entry = entry


def _links(channel: Channel, form: str) -> list[dict[str, str]]:
    # feedgen takes the last one for the <link> of RSS.
    return [
        {"rel": "self", "href": channel.addresses[form], "type": MEDIA_TYPES[form]},
        {"rel": "alternate", "href": channel.page, "type": "text/html", "hreflang": channel.lang},
    ]


def _json_feed(channel: Channel, entries: Sequence[Entry]) -> bytes:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": channel.page,
        "feed_url": channel.addresses["json"],
        "description": channel.description,
        "language": channel.lang,
        "authors": [{"name": channel.author}],
        "items": [_json_item(entry) for entry in entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _json_item(entry: Entry) -> dict[str, Any]:
    told = {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "summary": entry.summary,
        # One of the two must be there.
        "content_html" if entry.content else "content_text": entry.content or entry.summary,
        "image": entry.cover and entry.cover.url,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "tags": list(entry.tags.values()),
        "attachments": [
            {"url": f.url, "mime_type": f.media_type, "title": f.title, "size_in_bytes": f.size}
            for f in entry.enclosures
        ],
    }
    return {key: value for key, value in told.items() if value}
