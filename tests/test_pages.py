"""Every page of the small site: valid, linked, and in its own language."""

import re
import shutil
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urlsplit

import feedparser
import html5lib
import icalendar
import pytest
from lxml import etree

from tests.conftest import PROJECT

HOST = "http://127.0.0.1:8000"
CALLED_OFF = "events/2026-10-01-calistay/index.tr.md"
MEETING = "events/2026-10-02-bulusma/index.tr.md"


@pytest.fixture(name="pages", scope="module")
def _pages(built):
    """Every page by its address, parsed; the editors' form is none for visitors."""
    pages = {}
    for path in sorted(built.output.rglob("*.html")):
        name = path.relative_to(built.output).as_posix()
        if name == "admin/index.html":
            continue
        pages["/" + name.removesuffix("index.html")] = etree.HTML(path.read_text(encoding="utf-8"))
    return pages


def test_every_page_is_well_formed_html(built):
    parser = html5lib.HTMLParser(strict=True)
    for path in sorted(built.output.rglob("*.html")):
        parser.parse(path.read_text(encoding="utf-8"))


def leads_somewhere(built, pages, url, target):
    address, anchor = urldefrag(target.removeprefix(HOST))
    if address.startswith("/"):
        file = built.output / address.lstrip("/")
        file = file / "index.html" if address.endswith("/") else file
        if not file.is_file():
            return False
    page = pages.get(address or url)
    return page is None or not anchor or bool(page.xpath(f"//*[@id='{unquote(anchor)}']"))


def test_every_address_that_a_page_leads_to_answers(built, pages):
    dead = [
        (url, target)
        for url, page in pages.items()
        for target in page.xpath("//@href | //@src")
        # Its specimens are no items, so nothing stands where their links lead.
        if url not in ("/bilesenler/", "/en/components/")
        and not urlsplit(target.removeprefix(HOST)).scheme
        and not leads_somewhere(built, pages, url, target.removeprefix(HOST))
    ]
    assert dead == []


def test_no_id_stands_twice_on_a_page(pages):
    for url, page in pages.items():
        twice = [name for name, count in Counter(page.xpath("//@id")).items() if count > 1]
        assert twice == [], url


def test_every_page_has_its_landmarks_one_title_and_headings_in_order(pages):
    for url, page in pages.items():
        for landmark in ("header", "main", "footer"):
            assert len(page.xpath(f"/html/body//{landmark}[not(ancestor::article)]")) == 1, url
        assert len(page.xpath("//h1")) == 1, url
        levels = [int(h.tag[1]) for h in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), url
        assert page.xpath("//a[@class='skip'][starts-with(@href, '#')]"), url


def test_every_page_says_its_language_and_what_it_is(pages):
    for url, page in pages.items():
        assert page.get("lang") == ("en" if url.startswith("/en/") else "tr"), url
        assert page.xpath("//title/text()")[0].strip(), url
        assert page.xpath("//meta[@name='description']/@content")[0].strip(), url


def test_titles_are_different_on_every_page(pages):
    titles = Counter((page.get("lang"), page.xpath("string(//title)")) for page in pages.values())
    assert [title for title, count in titles.items() if count > 1] == []


def test_alternates_are_mutual_and_exist(pages):
    for url, page in pages.items():
        links = page.xpath("//link[@rel='alternate'][@hreflang]")
        named = {link.get("hreflang"): link.get("href").removeprefix(HOST) for link in links}
        if not named:
            continue
        assert url in named.values(), url
        for lang, other in named.items():
            if lang != "x-default":
                back = pages[other].xpath("//link[@rel='alternate'][@hreflang]/@href")
                assert HOST + url in back, (url, other)


def test_the_language_switch_leads_to_this_page_or_says_that_there_is_none(pages):
    turkish = pages["/haberler/izmirde-isik-soleni/"]
    assert turkish.xpath("//header//a[@hreflang='en'][@href='/en/news/a-feast-of-light-in-izmir/']")
    alone = pages["/haberler/yalnizca-turkce-bir-haber/"]
    assert alone.xpath("//header//a[@hreflang='en'][@href='/en/news/']")


@pytest.mark.parametrize(
    ("url", "entry", "current"),
    [
        ("/haberler/", "/haberler/", "page"),
        ("/haberler/2026/", "/haberler/", "true"),
        ("/haberler/izmirde-isik-soleni/", "/haberler/", "true"),
        ("/duyurular/", "/duyurular/", "page"),
        ("/basin-ozetleri/2026/", "/basin-ozetleri/", "true"),
        ("/etiketler/", "/etiketler/", "page"),
        ("/bildirgeler/taraflar/", "/bildirgeler/taraflar/", "page"),
        ("/bildirgeler/taraflar/", "/bildirgeler/", "true"),
    ],
)
def test_menu_and_foot_say_which_of_their_entries_the_page_is_or_is_in(pages, url, entry, current):
    entries = pages[url].xpath("//nav[@aria-label]//a | //footer//a")
    found = {link.get("aria-current") for link in entries if link.get("href") == entry}
    assert current in found
    if current == "page":
        marked = pages[url].xpath("//footer//a[@aria-current='page']/@href")
        assert marked == [entry]


def test_what_exists_in_one_language_is_listed_in_the_other_and_marked(pages):
    row = pages["/en/news/"].xpath("//a[@href='/haberler/yalnizca-turkce-bir-haber/']")
    assert [link.get("lang") for link in row] == ["tr"]
    assert "In Turkish only" in pages["/en/news/"].xpath("string(//main)")
    assert "Yalnızca İngilizce" in pages["/haberler/"].xpath("string(//main)")


def test_by_a_setting_it_is_not_listed(site):
    site.build(LIST_UNTRANSLATED=False)
    assert "/haberler/yalnizca-turkce-bir-haber/" not in site.page("/en/news/")


def test_a_link_to_a_document_leads_to_the_language_of_the_reader(built):
    page = built.page("/en/news/a-feast-of-light-in-izmir/")
    assert 'href="/en/events/city-diplomacy-workshop/#program"' in page
    assert 'href="/haberler/yalnizca-turkce-bir-haber/" hreflang="tr"' in page


def test_whatever_an_address_in_a_text_holds_it_stays_an_address(site):
    name = "news/2026-11-06-kongre/index.tr.md"
    (site.content / name).with_name("ek.pdf").write_bytes(b"%PDF-1.4")
    acts = "%22%20onclick=%22a"
    site.replace(name, "\n---\n", f"\n---\n[a](/#{acts}) [b](ek.pdf#{acts})\n\n")
    page = etree.HTML((site.build() / "haberler/izmirde-isik-soleni/index.html").read_bytes())
    assert len(page.xpath("//a[contains(@href, 'onclick=')]")) == 2
    assert not page.xpath("//*[@onclick]")


def test_decisions_have_permanent_anchors(pages):
    page = pages["/bildirgeler/acik-masa-bildirgesi/"]
    assert page.xpath("//@id[.='karar-1' or .='karar-2']") == ["karar-1", "karar-2"]
    assert "/bildirgeler/acik-masa-bildirgesi/#karar-2" in "".join(
        pages["/bildirgeler/ikinci-bildirge/"].xpath("//@href")
    )


def test_a_declaration_knows_what_cites_it(pages):
    main = pages["/bildirgeler/acik-masa-bildirgesi/"].xpath("//main")[0]
    assert main.xpath(".//a[@href='/bildirgeler/ikinci-bildirge/']")


def test_an_event_knows_its_report_and_the_report_its_event(pages):
    assert pages["/etkinlikler/ilk-bulusma/"].xpath(
        "//main//a[@href='/faaliyetler/ilk-bulusmanin-raporu/']"
    )
    assert pages["/faaliyetler/ilk-bulusmanin-raporu/"].xpath(
        "//main//a[@href='/etkinlikler/ilk-bulusma/']"
    )


def test_an_event_that_is_over_is_not_offered_to_a_calendar(pages):
    past, coming = pages["/etkinlikler/ilk-bulusma/"], pages["/etkinlikler/kentler-bulusmasi/"]
    offers = "//main//a[@type='text/calendar']"
    assert not past.xpath(offers)
    assert coming.xpath(offers)


def test_of_a_past_event_that_did_not_take_place_nobody_is_told_to_change_a_calendar(site):
    past = "events/2026-03-01-ilk-bulusma/index.tr.md"
    site.replace(
        past, "place: İzmir", "place: İzmir\nevent_status: cancelled\nmodified: 2026-03-10"
    )
    page = etree.HTML((site.build() / "etkinlikler/ilk-bulusma/index.html").read_bytes())
    notice = page.xpath("string(//main//p[contains(@class, 'notice')])")
    assert notice == "Bu etkinlik yapılmadı; sayfa kayıt olarak duruyor."


def test_the_mast_of_home_flies_the_next_event_that_takes_place(site):
    site.build()
    workshop, meeting = ("events", "p1", "p2", "p1", "p2"), ("events", "p1", "p2", "p0", "p3")
    assert _flown(site) == meeting
    assert "12 Mart 2027" in site.page("/").partition("hero__says")[2].partition("</p>")[0]
    site.replace(CALLED_OFF, "event_status: cancelled", "event_status: moved_online")
    site.build()
    assert _flown(site) == workshop


def test_where_no_event_takes_place_the_mast_is_bare(site):
    changed = "\nmodified: 2026-11-02\n---\n"
    site.replace(MEETING, "\n---\n", "\nevent_status: postponed" + changed)
    site.replace(MEETING.replace(".tr", ".en"), "\n---\n", changed)
    site.build()
    assert _flown(site) == ()
    assert "hero__says" not in site.page("/")


def test_an_empty_list_says_so_once_and_in_the_column_of_the_text(site):
    for kind in ("activities", "bulletins", "events", "news", "partners"):
        shutil.rmtree(site.content / kind)
    site.build()
    found = {
        "/etkinlikler/": "Şu anda duyurulmuş bir etkinlik yok.",
        "/haberler/": "Henüz haber yok.",
        "/paydaslar/": "Henüz paydaş kaydı yok.",
    }
    for url, words in found.items():
        said = etree.HTML(site.page(url)).xpath("//main//p[contains(@class, 'lede')]")
        assert [(p.text, p.get("class")) for p in said] == [(words, "lede indent")], url


def _flown(site):
    hero = site.page("/").partition("hero__title")[2].partition("</div>")[0]
    return tuple(re.findall(r"signals\.svg#(\w+)", hero))


def test_a_goal_lists_the_activities_that_serve_it(pages):
    goal = pages["/hedefler/"].xpath("//*[@id='city-diplomacy']")[0]
    section = goal if goal.tag == "section" else goal.getparent()
    assert section.xpath(".//a[@href='/faaliyetler/ilk-bulusmanin-raporu/']")


def test_every_head_of_home_leads_to_the_whole_of_what_stands_below_it(pages):
    for home in ("/", "/en/"):
        page = pages[home]
        leads = {
            part.get("aria-labelledby"): {urldefrag(url)[0] for url in part.xpath(".//p/a/@href")}
            for part in page.xpath("//main//section[@aria-labelledby][not(.//dl)]")
        }
        del leads["_signals"]  # it leads nowhere
        lists = set(pages) - {home}
        assert {name for name, urls in leads.items() if not urls & lists} == set()
    goals = pages["/en/"].xpath("//section[@aria-labelledby='_goals']//p/a/@href")
    assert "/en/goals/" in goals


def test_parties_stand_in_turkish_order(pages):
    names = pages["/bildirgeler/taraflar/"].xpath("//main//dt//text()")
    assert [name.strip() for name in names if name.strip()] == ["Bursa", "Çanakkale"]


def test_templates_come_from_the_theme_alone(site, tmp_path):
    """Pelican's own theme would stand in, in silence, for a template that is missing."""
    theme = shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    (theme / "templates" / "404.html").unlink()
    (problem,) = site.problems(THEME=str(theme))
    assert problem.rule == "broken-template"
    assert "404.html" in problem.message("en")


# ── feeds, calendar, sitemap ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("lang", ["", "en/"])
@pytest.mark.parametrize("form", ["rss.xml", "atom.xml"])
def test_feeds_can_be_read_by_a_feed_reader(built, lang, form):
    feed = feedparser.parse((built.output / lang / form).read_bytes())
    assert not feed.bozo
    assert feed.entries
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        content = entry.content[0].value if "content" in entry else ""
        assert 'href="/' not in content
        assert 'src="/' not in content


def test_an_entry_keeps_its_id_when_its_title_changes(site):
    site.build()
    before = feedparser.parse((site.output / "atom.xml").read_bytes())
    site.replace("news/2026-11-06-kongre/index.tr.md", "İzmir’de Işık Şöleni", "Yepyeni başlık")
    site.build()
    after = feedparser.parse((site.output / "atom.xml").read_bytes())
    assert {e.id for e in before.entries} == {e.id for e in after.entries}
    assert "Yepyeni başlık" in {e.title for e in after.entries}


def test_what_a_kind_holds_beside_its_text_is_in_the_feed(built):
    feed = (built.output / "bildirgeler/feed.json").read_text(encoding="utf-8")
    assert "Birinci karar." in feed
    assert "Kıyı kentleri üzerine." in (built.output / "basin-ozetleri/feed.json").read_text(
        "utf-8"
    )


def test_a_cancelled_event_says_so_in_the_calendar(built):
    calendar = icalendar.Calendar.from_ical((built.output / "etkinlikler/takvim.ics").read_bytes())
    events = {str(e["SUMMARY"]): e for e in calendar.walk("VEVENT")}
    assert events["Kent diplomasisi çalıştayı"]["STATUS"] == "CANCELLED"
    english = icalendar.Calendar.from_ical((built.output / "en/events/calendar.ics").read_bytes())
    uids = {e["UID"] for e in calendar.walk("VEVENT")} & {e["UID"] for e in english.walk("VEVENT")}
    assert events["Kent diplomasisi çalıştayı"]["UID"] in uids


def test_the_sitemap_holds_every_page_that_is_to_be_found(built, pages):
    sitemap = etree.parse(built.output / "sitemap.xml")
    listed = {loc.text.removeprefix(HOST) for loc in sitemap.iter("{*}loc")}
    indexed = {u for u, page in pages.items() if not page.xpath("//meta[@name='robots']")}
    assert listed == indexed


def test_search_engines_are_let_in_by_the_publishing_build_alone(site):
    site.build()
    assert "Disallow: /" in site.page("/robots.txt")
    site.build(SITE_PUBLIC=True)
    assert "Disallow" not in site.page("/robots.txt")
