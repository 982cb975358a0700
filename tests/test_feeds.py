"""What a reader's program gets from the feeds."""

import json
from datetime import datetime

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown import Markdown

from plugins.feeds import FeedsGenerator, absolutise, entry_of
from plugins.feeds.formats import Channel, build_feeds
from plugins.languages.item import Item, Tag
from plugins.moments import zone
from tests.factory import (
    SITE_URL,
    Shelf,
    attachment,
    elsewhere,
    generate,
    make_item,
    make_site,
    sample_site,
    whole,
)

PAGE = f"{SITE_URL}/haberler/ornek/"
ISTANBUL = zone("Europe/Istanbul")
CHANNEL = Channel(
    id="tag:example.org,2022:feed/tr",
    lang="tr",
    title="Akış",
    description="Her şey",
    help="Böyle okunur.",
    author="DİDER",
    page=f"{SITE_URL}/",
    addresses={form: f"{SITE_URL}/{form}" for form in ("rss", "atom", "json")},
    since=datetime(2022, 1, 1, tzinfo=ISTANBUL),
)
ATOM = "{http://www.w3.org/2005/Atom}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def feeds(*items: Item, **settings: object) -> Shelf:
    """Return the feeds of the site that publishes *items*."""
    return generate(FeedsGenerator, make_site(*items), **settings)


def parsed(shelf: Shelf, url: str) -> feedparser.FeedParserDict:
    """Return a feed as a reader's program sees it, which finds no fault with it."""
    feed = feedparser.parse(shelf.files[url], response_headers={"content-type": "application/xml"})
    assert not feed.bozo
    return feed


def test_every_language_and_section_has_three_feeds():
    assert set(feeds().files) == {
        f"{place}{name}"
        for place in ("/", "/haberler/", "/etkinlikler/", "/en/", "/en/news/", "/en/events/")
        for name in ("rss.xml", "atom.xml", "feed.json")
    }


def test_a_feed_says_its_language():
    shelf = feeds(make_item())
    assert parsed(shelf, "/rss.xml").feed.language == "tr"
    assert (
        etree.fromstring(shelf.files["/en/news/atom.xml"]).get(
            "{http://www.w3.org/XML/1998/namespace}lang"
        )
        == "en"
    )
    assert json.loads(shelf.files["/en/feed.json"])["language"] == "en"


@pytest.mark.parametrize("name", ["rss.xml", "atom.xml"])
def test_a_feed_names_itself_and_its_page(name):
    feed = parsed(feeds(make_item()), f"/en/news/{name}").feed
    links = {link.rel: link.href for link in feed.links}
    assert links == {
        "self": f"{SITE_URL}/en/news/{name}",
        "alternate": f"{SITE_URL}/en/news/",
    }
    assert feed.link == f"{SITE_URL}/en/news/"


def test_a_json_feed_names_itself_and_its_page():
    feed = json.loads(feeds().files["/haberler/feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == f"{SITE_URL}/haberler/feed.json"
    assert feed["home_page_url"] == f"{SITE_URL}/haberler/"
    assert feed["authors"] == [{"name": "DİDER & Co"}]


def test_a_feed_holds_its_own_language_only():
    shelf = feeds(make_item(title="Türkçe"), make_item(lang="en", title="English", slug="e"))
    assert [entry.title for entry in parsed(shelf, "/atom.xml").entries] == ["Türkçe"]
    assert [entry.title for entry in parsed(shelf, "/en/atom.xml").entries] == ["English"]


def test_home_has_all_kinds_but_pages_and_a_section_has_its_own():
    news, page = make_item(title="Haber"), make_item("pages", "hakkimizda", title="Sayfa")
    event = make_item("events", starts="2026-12-01", title="Etkinlik")
    shelf = feeds(news, page, event)
    assert {entry.title for entry in parsed(shelf, "/rss.xml").entries} == {"Haber", "Etkinlik"}
    assert [entry.title for entry in parsed(shelf, "/haberler/rss.xml").entries] == ["Haber"]


def test_what_stands_in_no_list_stands_in_no_feed():
    assert not parsed(feeds(make_item(listed=False)), "/rss.xml").entries


def test_the_newest_publication_comes_first():
    """An event that lies far ahead, or a text about times long past, is as new as its posting."""
    shelf = feeds(
        make_item("events", "2026-11-01-uzak", starts="2031-01-01", title="ilk"),
        make_item("news", "2026-11-03-haber", title="son"),
        make_item("declarations", "2026-11-02-eski", adopted_on="2010-01-01", place="İzmir"),
    )
    assert [entry.title for entry in parsed(shelf, "/rss.xml").entries] == ["son", "ilk"]
    assert [item["title"] for item in json.loads(shelf.files["/feed.json"])["items"]] == [
        "son",
        "ilk",
    ]


@pytest.mark.parametrize("url", ["/rss.xml", "/atom.xml"])
def test_a_feed_ends_after_thirty(url):
    items = [make_item(folder=f"2026-10-{day:02}-x", title=str(day)) for day in range(1, 32)]
    entries = parsed(feeds(*items), url).entries
    assert [entry.title for entry in entries] == [str(day) for day in range(31, 1, -1)]
    assert len(parsed(feeds(*items, FEED_ITEMS=2), url).entries) == 2


def test_ids_outlive_title_slug_and_domain():
    one = make_item(title="Eski", slug="eski")
    two = make_item(title="Yeni", slug="yeni")
    two.absolute_url = "https://new.example/haberler/yeni/"
    known = "tag:didder.example,2022:news/2026-11-06-ornek/tr"
    for item in (one, two):
        shelf = feeds(item)
        assert parsed(shelf, "/atom.xml").entries[0].id == known
        assert parsed(shelf, "/rss.xml").entries[0].id == known
        assert b'isPermaLink="false"' in shelf.files["/rss.xml"]
        assert json.loads(shelf.files["/feed.json"])["items"][0]["id"] == known


def test_each_feed_has_an_id_of_its_own():
    shelf = feeds()
    ids = [parsed(shelf, url).feed.id for url in shelf.files if url.endswith("atom.xml")]
    assert len(set(ids)) == 6
    assert "tag:didder.example,2022:feed/news/tr" in ids


@pytest.mark.parametrize("url", ["/rss.xml", "/atom.xml"])
def test_dates_come_from_the_content(url):
    shelf = feeds(
        make_item(folder="2026-11-06-a"),
        make_item(folder="2026-10-01-b", modified="2026-11-09 14:30"),
    )
    feed = parsed(shelf, url)
    assert feed.feed.updated_parsed[:5] == (2026, 11, 9, 11, 30)
    assert feed.entries[0].published_parsed[:4] == (2026, 11, 5, 21)  # midnight in İstanbul
    atom = parsed(shelf, "/atom.xml").entries
    assert [entry.updated for entry in atom] == [
        "2026-11-06T00:00:00+03:00",
        "2026-11-09T14:30:00+03:00",
    ]


@pytest.mark.parametrize("url", ["/rss.xml", "/atom.xml"])
def test_an_empty_feed_is_as_old_as_its_ids(url):
    feed = parsed(feeds(), url)
    assert feed.entries == []
    assert feed.feed.updated_parsed[:5] == (2021, 12, 31, 21, 0)  # 2022 begins in İstanbul


def test_an_item_without_a_day_is_no_news():
    partner = make_item("partners", "izsu", relation="institution", names={"tr": "İ", "en": "I"})
    assert partner.date is None
    assert not parsed(feeds(partner), "/rss.xml").entries
    with pytest.raises(ValueError, match=r"partners/izsu/index\.tr\.md"):
        entry_of(partner, authority="a,2022", where=ISTANBUL, content=whole)


def test_cover_and_files_are_enclosures():
    cover = attachment("k.webp", 777, "image/webp")
    shelf = feeds(make_item(cover_file=cover, files=(attachment("a.pdf"), attachment("b.pdf"))))
    atom = parsed(shelf, "/atom.xml").entries[0]
    assert {(e.href, e.length, e.type, e.title) for e in atom.enclosures} == {
        (f"{SITE_URL}/files/k.webp", "777", "image/webp", "Words for k.webp"),
        (f"{SITE_URL}/files/a.pdf", "1234", "application/pdf", "Words for a.pdf"),
        (f"{SITE_URL}/files/b.pdf", "1234", "application/pdf", "Words for b.pdf"),
    }
    assert [(link.rel, link.href) for link in atom.links if link.rel != "enclosure"] == [
        ("alternate", PAGE)
    ]
    told = json.loads(shelf.files["/feed.json"])["items"][0]
    assert told["image"] == f"{SITE_URL}/files/k.webp"
    assert [file["size_in_bytes"] for file in told["attachments"]] == [777, 1234, 1234]


def test_rss_has_room_for_one_enclosure_which_is_the_cover():
    cover, files = attachment("k.webp", 777, "image/webp"), (attachment("a.pdf"),)
    rss = parsed(feeds(make_item(cover_file=cover, files=files)), "/rss.xml").entries[0]
    assert [(e.href, e.length, e.type) for e in rss.enclosures] == [
        (f"{SITE_URL}/files/k.webp", "777", "image/webp")
    ]
    rss = parsed(feeds(make_item(files=files)), "/rss.xml").entries[0]
    assert [e.href for e in rss.enclosures] == [f"{SITE_URL}/files/a.pdf"]


def test_categories_are_the_names_of_the_tags():
    shelf = feeds(make_item(tags=(Tag("kent", "Kent & deniz", "/etiket/kent/"),)))
    rss, atom = (parsed(shelf, url).entries[0].tags[0] for url in ("/rss.xml", "/atom.xml"))
    assert rss.term == "Kent & deniz"
    assert (atom.term, atom.label) == ("kent", "Kent & deniz")
    assert json.loads(shelf.files["/feed.json"])["items"][0]["tags"] == ["Kent & deniz"]


def test_the_author_is_the_association():
    shelf = feeds(make_item())
    assert parsed(shelf, "/rss.xml").entries[0].author == "DİDER & Co"
    assert parsed(shelf, "/atom.xml").feed.author == "DİDER & Co"


def test_summary_and_full_text_are_told_apart():
    shelf = feeds(make_item(summary="Kısa & öz.", html="<p>Uzun &amp; tam</p>"))
    for url in ("/rss.xml", "/atom.xml"):
        entry = parsed(shelf, url).entries[0]
        assert entry.content[0].value == "<p>Uzun &amp; tam</p>"
    assert etree.fromstring(shelf.files["/rss.xml"]).findtext(".//item/description") == "Kısa & öz."
    told = json.loads(shelf.files["/feed.json"])["items"][0]
    assert (told["summary"], told["content_html"]) == ("Kısa & öz.", "<p>Uzun &amp; tam</p>")


def test_an_item_without_a_text_tells_its_summary():
    shelf = feeds(make_item(summary="Kısa.", html=""))
    assert parsed(shelf, "/atom.xml").entries[0].summary == "Kısa."
    assert json.loads(shelf.files["/feed.json"])["items"][0]["content_text"] == "Kısa."


@pytest.mark.parametrize("url", ["/rss.xml", "/en/news/atom.xml"])
def test_a_person_who_opens_a_feed_finds_a_style_help_and_links(built, url):
    feed = etree.fromstring(built.page(url).encode())
    style = feed.getprevious()
    assert (style.target, style.attrib) == (
        "xml-stylesheet",
        {"type": "text/css", "href": "/theme/feed.css"},
    )
    assert (built.output / "theme" / "feed.css").is_file()
    note, *heads = feed.iter(f"{XHTML}div")
    assert note.get("lang") == ("en" if url.startswith("/en/") else "tr")
    assert ("reader" if note.get("lang") == "en" else "okuyucu") in note.findtext(f"{XHTML}p")
    entries = [e for e in feed.iter() if etree.QName(e).localname in ("item", "entry")]
    for entry, head in zip(entries, heads, strict=True):
        assert entry[0] is head
        title = next(e.text for e in entry if etree.QName(e).localname == "title")
        assert head.findtext(f"{XHTML}h2/{XHTML}a") == title


def test_programs_pass_over_what_is_there_for_persons():
    rss = parsed(feeds(make_item(title="Başlık")), "/rss.xml")
    assert rss.feed.title == "feed.title DİDER & Co"
    assert (rss.entries[0].title, rss.entries[0].link) == ("Başlık", PAGE)
    assert rss.entries[0].summary == "Kısa özet."
    assert [content.value for content in rss.entries[0].content] == ["<p>Metin</p>"]


def test_a_feed_does_not_name_the_program_that_made_it():
    assert b"generator" not in b"".join(feeds(make_item()).files.values())


@pytest.mark.parametrize(
    ("html", "absolute"),
    [
        ('<a href="/x/?a=1&amp;b=2">', f'<a href="{SITE_URL}/x/?a=1&amp;b=2">'),
        ('<a href="#fn:1">', f'<a href="{PAGE}#fn:1">'),
        ('<a href="rapor.pdf">', f'<a href="{PAGE}rapor.pdf">'),
        ('<img alt="x > y" src="/x.png">', f'<img alt="x > y" src="{SITE_URL}/x.png">'),
        (
            '<source srcset="/a.webp 400w, /b.webp 2x,\n /c.webp">',
            f'<source srcset="{SITE_URL}/a.webp 400w, {SITE_URL}/b.webp 2x, {SITE_URL}/c.webp">',
        ),
        ("<q cite='/x/'>", f'<q cite="{SITE_URL}/x/">'),
        ('<a href="https://b.example/x">', '<a href="https://b.example/x">'),
        ('<a href="//b.example/x">', '<a href="https://b.example/x">'),
        ('<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'),
        ("<i title='href=\"/x\"'>", "<i title='href=\"/x\"'>"),
        ("""<i title=" src='/x' ">""", """<i title=" src='/x' ">"""),
        ('<p>href="/x" src="/x"</p>', '<p>href="/x" src="/x"</p>'),
        ('a < b href="/x" >', 'a < b href="/x" >'),
    ],
)
def test_addresses_become_absolute_in_tags_alone(html, absolute):
    assert absolutise(html, PAGE) == absolute


def test_code_and_addresses_of_people_stay_as_they_are_written():
    markdown = Markdown(extensions=["fenced_code"])
    html = markdown.convert('`<a href="/x">`\n\n```\n<img src="/x">\n```\n\n<bilgi@example.org>\n')
    assert 'href="/x"' in html
    assert "&#58;" in html  # the colon of mailto:
    assert absolutise(html, PAGE) == html


def test_a_character_that_xml_cannot_hold_is_an_error():
    """The reader refuses such sources; a feed that dropped one in silence would hide it."""
    with pytest.raises(ValueError, match="XML compatible"):
        feeds(make_item(title="a\x07b"))


visible = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1
).filter(lambda text: text.strip())


@given(title=visible, summary=visible)
def test_any_words_survive_every_format(title, summary):
    item = make_item(title=title, summary=summary)
    entry = entry_of(item, authority="example.org,2022", where=ISTANBUL, content=whole)
    texts = build_feeds(CHANNEL, [entry])
    rss, atom = etree.fromstring(texts["rss"]), etree.fromstring(texts["atom"])
    told = json.loads(texts["json"])["items"][0]
    assert rss.findtext(".//item/title") == item.title
    assert rss.findtext(".//item/description") == item.summary
    assert atom.findtext(f"{ATOM}entry/{ATOM}title") == item.title
    assert (told["title"], told["summary"]) == (item.title, item.summary)


def test_feeds_are_the_same_on_every_machine():
    here = str(generate(FeedsGenerator, sample_site()).files)
    assert str(generate(FeedsGenerator, sample_site()).files) == here
    there = elsewhere(
        "plugins.feeds",
        "FeedsGenerator",
        TZ="America/Adak",
        PYTHONHASHSEED="1",
        PYTHONTZPATH="",
        LC_ALL="C",
        PYTHONUTF8="1",
    )
    assert there.strip() == here
