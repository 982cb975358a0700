"""What a page shows where its link is shared, and which pages it names as its own."""

import re
import shutil

import pytest
from lxml import html

from plugins.discovery.open_graph import open_graph
from plugins.languages.item import Alternate, Tag
from plugins.languages.page import Head, SocialCard
from plugins.moments import zone
from tests.factory import SITE_URL, make_item, make_site

ISTANBUL = zone("Europe/Istanbul")

PROPERTIES = {
    *("og:type", "og:title", "og:description", "og:url", "og:site_name", "og:locale"),
    *("og:locale:alternate", "og:image", "og:image:width", "og:image:height", "og:image:alt"),
    *("article:published_time", "article:modified_time", "article:expiration_time"),
    *("article:section", "article:tag"),
}
"""What ogp.me knows of what pages say."""


def shown(item, **more):
    """Return the properties of the page of *item*, in their order."""
    head = Head(item.url, item.absolute_url, item.lang, item.title, item.summary, **more)
    return open_graph(head, item, make_site(item).editions[item.lang], ISTANBUL)


@pytest.fixture(name="heads", scope="module")
def _heads(built):
    """The head of every page by its address; the editors' form is none of the site's pages."""
    root = built.output
    pages = set(root.rglob("*.html")) - {root / "admin" / "index.html"}
    paths = {path: f"/{path.relative_to(root).as_posix()}" for path in pages}
    return {
        url.removesuffix("index.html"): html.parse(str(path)).find("head")
        for path, url in paths.items()
    }


def test_every_page_says_what_the_protocol_asks_for_and_no_word_that_it_does_not_know(heads):
    for url, head in heads.items():
        told = {meta.get("property"): meta.get("content") for meta in head.xpath("meta[@property]")}
        assert set(told) <= PROPERTIES
        assert {"og:type", "og:title", "og:url", "og:locale"} <= set(told)
        assert told["og:url"].endswith(url)
        assert all(told.values()), url


def test_a_dated_item_is_an_article_with_its_days_its_section_and_its_subjects():
    tags = (Tag("kent", "Kent", "/etiketler/kent/"), Tag("su", "Su", "/etiketler/su/"))
    item = make_item("announcements", expires="2026-12-31", modified="2026-11-15 14:00", tags=tags)
    told = [pair for pair in shown(item) if pair[0].startswith("article:")]
    assert told == [
        ("article:published_time", "2026-11-06"),
        ("article:modified_time", "2026-11-15T14:00:00+03:00"),
        ("article:expiration_time", "2026-12-31"),
        ("article:section", "announcements"),
        ("article:tag", "Kent"),
        ("article:tag", "Su"),
    ]
    assert ("og:type", "article") in shown(item)


def test_what_has_no_day_is_a_website():
    told = dict(shown(make_item("pages", "about")))
    assert told["og:type"] == "website"
    assert not any(name.startswith("article:") for name in told)


def test_the_other_language_is_named_by_its_locale():
    item = make_item()
    alternates = [Alternate(lang, "/x/", f"{SITE_URL}/x/") for lang in ("tr", "en")]
    told = dict(shown(item, alternates=tuple(alternates)))
    assert (told["og:locale"], told["og:locale:alternate"]) == ("tr_TR", "en_GB")
    assert "og:locale:alternate" not in dict(shown(item))


def test_a_card_is_shown_with_its_size_and_its_words():
    card = SocialCard("/c.png", f"{SITE_URL}/c.png", "Bir görsel", 1200, 630)
    told = dict(shown(make_item(), card=card))
    assert [told[f"og:image{part}"] for part in ("", ":width", ":height", ":alt")] == [
        f"{SITE_URL}/c.png",
        *("1200", "630", "Bir görsel"),
    ]
    assert "og:image" not in dict(shown(make_item()))


def test_each_page_names_itself_and_its_languages_and_each_of_them_names_it(heads):
    site = "http://127.0.0.1:8000"
    languages = {}
    for url, head in heads.items():
        links = head.xpath("link[@rel='alternate'][@hreflang]")
        languages[url] = [(link.get("hreflang"), link.get("href")) for link in links]
        canonical = head.xpath("link[@rel='canonical']/@href")
        noindex = head.xpath("meta[@name='robots']")
        assert canonical == ([] if noindex else [site + url])
    for url, named in languages.items():
        if url.endswith("404.html"):
            assert named == []  # it answers at any address
            continue
        by_language = dict(named)
        assert len(by_language) == len(named)
        assert site + url in [address for lang, address in named if lang != "x-default"]
        assert by_language.pop("x-default") == named[0][1]
        for address in by_language.values():
            assert languages[address.removeprefix(site)] == named, url


def test_a_later_page_of_a_list_is_that_page_in_both_languages(site):
    site.build(ITEMS_PER_PAGE=1)
    for url, other in (("/haberler/2/", "/en/news/2/"), ("/en/news/2026/2/", "/haberler/2026/2/")):
        named = dict(_named(site.page(url)))
        assert {named["tr"], named["en"]} == {url, other}
        assert _named(site.page(other)) == _named(site.page(url))
        assert f'href="{other}" lang=' in site.page(url)


def test_where_the_other_language_has_fewer_pages_the_switch_leads_to_its_first(site):
    shutil.rmtree(site.content / "news" / "2026-08-01-only")
    site.build(ITEMS_PER_PAGE=1, LIST_UNTRANSLATED=False)
    assert not (site.output / "en/news/2").exists()
    page = site.page("/haberler/2/")
    assert _named(page) == [("tr", "/haberler/2/"), ("x-default", "/haberler/2/")]
    assert '<a class="menu__link" href="/en/news/" lang="en"' in page
    assert "not in English yet" not in page


def _named(page):
    """Return the languages and addresses that the head of *page* names."""
    return re.findall(r'rel="alternate" hreflang="([\w-]+)" href="[^"]*?:8000([^"]*)"', page)
