"""What search engines ask for: `sitemap.xml` with the languages of every page."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree

from plugins.languages.page import Head
from plugins.moments import iso

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NAMESPACES: dict[Any, str] = {None: SITEMAP, "xhtml": XHTML}  # lxml's stubs know no None here


def build_sitemap(pages: Iterable[tuple[Head, date | datetime | None]], where: ZoneInfo) -> bytes:
    """Return the sitemap of those *pages*, each with its last change, that are to be found."""
    found = sorted((page for page in pages if page[0].indexed), key=lambda page: page[0].url)
    if not found:
        raise ValueError("there is no page for the sitemap; pages must be known before it is made")
    sitemap = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=NAMESPACES)
    for head, changed in found:
        _add(sitemap, head, iso(changed, where) if changed else None)
    return etree.tostring(sitemap, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _add(sitemap: etree._Element, head: Head, changed: str | None) -> None:
    page = etree.SubElement(sitemap, f"{{{SITEMAP}}}url")
    etree.SubElement(page, f"{{{SITEMAP}}}loc").text = head.absolute_url
    if changed:
        etree.SubElement(page, f"{{{SITEMAP}}}lastmod").text = changed
    languages = [(alternate.lang, alternate.absolute_url) for alternate in head.alternates]
    if head.x_default:
        languages.append(("x-default", head.x_default))
    for lang, url in languages:
        etree.SubElement(
            page, f"{{{XHTML}}}link", {"rel": "alternate", "hreflang": lang, "href": url}
        )
