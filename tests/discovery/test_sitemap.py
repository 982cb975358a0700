"""What a search engine is told."""

from datetime import date, datetime

import pytest
from lxml import etree

from plugins.discovery import DiscoveryGenerator
from plugins.discovery.sitemap import SITEMAP, XHTML
from plugins.languages.item import Alternate
from plugins.languages.page import Head
from tests.factory import SITE_URL, generate, make_site

Page = tuple[Head, date | datetime | None]


def page(url: str, *languages: str, changed: date | None = None, indexed: bool = True) -> Page:
    """Return the head of a Turkish page, which is there in *languages* too, and its last change."""
    alternates = tuple(
        Alternate(lang, f"/{lang}{url}", f"{SITE_URL}/{lang}{url}") for lang in languages
    )
    head = Head(url, SITE_URL + url, "tr", "Başlık", "", alternates=alternates, indexed=indexed)
    return head, changed


def sitemap(*pages: Page) -> list[etree._Element]:
    """Return the entries of the sitemap of *pages*."""
    files = generate(DiscoveryGenerator, make_site(), pages).files
    return etree.fromstring(files["/sitemap.xml"]).findall(f"{{{SITEMAP}}}url")


def told(entry: etree._Element, name: str) -> str | None:
    """Return what a sitemap entry says under *name*."""
    return entry.findtext(f"{{{SITEMAP}}}{name}")


def test_the_sitemap_names_pages_by_absolute_address_in_order():
    entries = sitemap(page("/b/?x=1&y=2"), page("/a/"), page("/gizli/", indexed=False))
    assert [told(entry, "loc") for entry in entries] == [
        f"{SITE_URL}/a/",
        f"{SITE_URL}/b/?x=1&y=2",
    ]


def test_each_page_names_its_languages_and_the_default():
    one, alone = sitemap(page("/x/", "tr", "en"), page("/yalniz/"))
    assert [dict(link.attrib) for link in one.findall(f"{{{XHTML}}}link")] == [
        {"rel": "alternate", "hreflang": "tr", "href": f"{SITE_URL}/tr/x/"},
        {"rel": "alternate", "hreflang": "en", "href": f"{SITE_URL}/en/x/"},
        {"rel": "alternate", "hreflang": "x-default", "href": f"{SITE_URL}/tr/x/"},
    ]
    assert not alone.findall(f"{{{XHTML}}}link")


@pytest.mark.parametrize(
    ("changed", "lastmod"),
    [
        (date(2026, 11, 6), "2026-11-06"),
        (datetime(2026, 11, 6, 14, 30), "2026-11-06T14:30:00+03:00"),
        (None, None),
    ],
)
def test_the_last_change_is_that_of_the_content(changed, lastmod):
    (entry,) = sitemap(page("/a/", changed=changed))
    assert told(entry, "lastmod") == lastmod


def test_a_sitemap_without_pages_is_an_error():
    with pytest.raises(ValueError, match="no page"):
        sitemap(page("/gizli/", indexed=False))


def test_the_sitemap_does_not_depend_on_the_order_of_the_pages():
    pages = [page("/a/", "tr", "en"), page("/b/"), page("/c/")]
    one, two = (generate(DiscoveryGenerator, make_site(), p).files for p in (pages, pages[::-1]))
    assert one == two


def test_robots_are_welcome_where_the_site_is_public():
    files = generate(DiscoveryGenerator, make_site(), [page("/a/")], SITE_PUBLIC=True).files
    assert files["/robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        f"Sitemap: {SITE_URL}/sitemap.xml",
    ]


def test_robots_are_to_leave_a_trial_build_alone():
    files = generate(DiscoveryGenerator, make_site(), [page("/a/")], SITE_PUBLIC=False).files
    assert files["/robots.txt"] == b"User-agent: *\nDisallow: /\n"
