"""What a page shows where its link is shared: the Open Graph protocol (ogp.me), and cards."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from plugins.languages.edition import Edition
from plugins.languages.item import Item
from plugins.languages.page import Head
from plugins.model.dates import LOCALES
from plugins.moments import iso

Property = tuple[str, str]


def open_graph(
    head: Head, item: Item | None, edition: Edition, where: ZoneInfo
) -> tuple[Property, ...]:
    """Return the properties of the page of *head*, in the order of the protocol.

    A page of a dated *item* is an `article`; any other is a `website`, as the protocol has it.
    """
    dated = item if item and item.date else None
    return (
        ("og:type", "article" if dated else "website"),
        ("og:title", head.title),
        ("og:description", head.description),
        ("og:url", head.absolute_url),
        ("og:site_name", edition.association["name"]),
        ("og:locale", LOCALES[head.lang]),
        *(
            ("og:locale:alternate", LOCALES[alternate.lang])
            for alternate in head.alternates
            if alternate.lang != head.lang
        ),
        *_image(head),
        *(_article(dated, where) if dated else ()),
    )


def _image(head: Head) -> Iterator[Property]:
    if card := head.card:
        yield "og:image", card.absolute_url
        yield "og:image:width", str(card.width)
        yield "og:image:height", str(card.height)
        yield "og:image:alt", card.alt


def _article(item: Item, where: ZoneInfo) -> Iterator[Property]:
    times = {
        "published": item.date,
        "modified": item.fields.modified,
        "expiration": item.expires,
    }
    for name, when in times.items():
        if when:
            yield f"article:{name}_time", iso(when, where)
    if item.section:
        yield "article:section", item.section.title
    for tag in item.tags:
        yield "article:tag", tag.name
