"""What search engines ask for: `sitemap.xml` with the languages of every page, and `robots.txt`."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree
from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.languages.edition import Site
from plugins.languages.page import Head
from plugins.moments import moment, zone
from plugins.writer import SiteWriter

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
        _add(sitemap, head, _w3c(changed, where) if changed else None)
    return etree.tostring(sitemap, encoding="utf-8", xml_declaration=True, pretty_print=True)


def build_robots(sitemap: str, *, public: bool) -> str:
    """Return what robots may read: everything, or nothing of a site that is not *public*."""
    if not public:
        return "User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"


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


def _w3c(changed: date | datetime, where: ZoneInfo) -> str:
    """Return a day as such; a time needs its zone beside it."""
    when = moment(changed, where) if isinstance(changed, datetime) else changed
    return when.isoformat()


class DiscoveryGenerator(Generator):
    """Writes the sitemap and robots.txt from the heads of all pages."""

    def generate_output(self, writer: SiteWriter) -> None:
        site: Site = self.context["site"]
        sitemap = build_sitemap(self.context["heads"], zone(self.settings["TIMEZONE"]))
        writer.write("/sitemap.xml", sitemap, source="sitemap")
        site_url = next(iter(site.editions.values())).site_url
        robots = build_robots(f"{site_url}/sitemap.xml", public=self.settings["SITE_PUBLIC"])
        writer.write("/robots.txt", robots, source="robots")


def get_generators(pelican: Pelican) -> type[Generator]:
    return DiscoveryGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
