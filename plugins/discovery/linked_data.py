"""What a page says of itself to programs: JSON-LD in the words of schema.org (release 30.0).

A type is chosen by its definition there, not by what a search engine makes of it; a property is
given where the content says it, and never guessed. Which of two texts was written first the
content does not say, so neither is told to be a translation of the other: the page's alternates
(hreflang) say that they are two languages of one page.
"""

import json
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from markupsafe import Markup

from plugins.discovery.things import THINGS
from plugins.discovery.vocabulary import Node, Teller, node, reference
from plugins.languages.edition import Edition
from plugins.languages.item import Item
from plugins.languages.page import Head

PAGE_TYPES = {"about": "AboutPage", "contact": "ContactPage"}
"""Pages about the association, by their folder: these name it in full."""

COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

LOGO = "/theme/icons/icon-512.png"


def linked_data(head: Head, item: Item | None, edition: Edition, where: ZoneInfo) -> Markup | None:
    """Return the text of the JSON-LD of the page of *head*, safe inside a `<script>`.

    A page that search engines are to leave out has none.
    """
    if not head.indexed:
        return None
    graph = list(_graph(head, item, Teller(head, edition, where)))
    text = COMPACT.encode({"@context": "https://schema.org", "@graph": graph})
    # `</script>` would end it, and `<!--` change how it is read; JSON has another name for `<`.
    return Markup(text.replace("<", "\\u003c"))


def _graph(head: Head, item: Item | None, teller: Teller) -> Iterator[Node]:
    edition = teller.edition
    if head.url == edition.home_url:
        yield _association(head.description, edition, teller)
        yield node(
            "WebSite",
            id=f"{head.absolute_url}#site",
            url=head.absolute_url,
            name=edition.association["name"],
            alternateName=edition.association["short_name"],
            inLanguage=head.lang,
            publisher=teller.reference,
        )
        return
    if item and item.kind in THINGS:
        yield THINGS[item.kind](item, teller)
    else:
        yield _page(head, item, teller)
    yield _breadcrumbs(head)


def _page(head: Head, item: Item | None, teller: Teller) -> Node:
    special = PAGE_TYPES.get(item.folder) if item else "CollectionPage"
    about = _association(None, teller.edition, teller) if item and special else None
    return node(
        special or "WebPage",
        url=head.absolute_url,
        name=head.title,
        description=head.description,
        inLanguage=head.lang,
        mainEntity=about,
        publisher=None if about else teller.association,
    )


def _association(description: str | None, edition: Edition, teller: Teller) -> Node:
    about = edition.association
    return teller.association | node(
        None,
        alternateName=about["short_name"],
        description=description,
        slogan=about["motto"],
        address=", ".join(about["address"]),
        email=about["email"],
        logo=edition.site_url + LOGO,
    )


def _breadcrumbs(head: Head) -> Node:
    """Return the way from home to the page, which needs no address for itself."""
    way = [(crumb.title, crumb.url) for crumb in head.crumbs] + [(head.title, None)]
    origin = head.absolute_url.removesuffix(head.url)
    return node(
        "BreadcrumbList",
        itemListElement=[
            node("ListItem", position=place, name=title, item=url and reference(origin + url))
            for place, (title, url) in enumerate(way, 1)
        ],
    )
