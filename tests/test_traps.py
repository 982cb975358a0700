"""What Pelican and its plugins do wrong in silence, and what happens here instead.

All of it was measured on Pelican 4.12.
"""

import os
import subprocess
import sys

import feedparser
import pytest
from lxml import etree

from plugins.build import build_settings
from plugins.model import reading
from tests.conftest import PROJECT

NEWS = "news/2026-11-06-kongre/index.tr.md"
ENGLISH = "news/2026-11-06-kongre/index.en.md"


def rules(site):
    return {(p.path.removeprefix("content/"), p.line, p.rule) for p in site.problems()}


@pytest.mark.slow
def test_1_a_machine_without_any_locale_publishes_everything(site):
    script = f"""
import sys; sys.path.insert(0, {str(PROJECT)!r})
from pathlib import Path
from tests.conftest import SmallSite
SmallSite(Path({str(site.root)!r})).build()
"""
    environment = {**os.environ, "LC_ALL": "C", "LANG": "C", "LOCPATH": "/nonexistent"}
    subprocess.run([sys.executable, "-c", script], env=environment, check=True, cwd=PROJECT)
    assert "Kasım" in site.page("/haberler/izmirde-isik-soleni/")


def test_2_days_are_written_in_the_language_of_the_page(built):
    turkish = built.page("/haberler/izmirde-isik-soleni/")
    english = built.page("/en/news/a-feast-of-light-in-izmir/")
    assert "Kasım" in turkish
    assert "November" not in turkish
    assert "November" in english
    assert "Kasım" not in english


def test_3_a_day_that_can_be_read_in_two_ways_is_refused(site):
    site.replace("press/2026-05-01-nisan/index.tr.md", "2026-04-12", "05.06.2026")
    assert rules(site) == {("press/2026-05-01-nisan/index.tr.md", 6, "ambiguous-date")}


def test_3_the_long_turkish_form_is_read(built):
    assert "12 Mart 2027" in built.page("/etkinlikler/kentler-bulusmasi/")


@pytest.mark.parametrize("key", ["Özet: x", "Statüs: draft", "özet : x"])
def test_4_a_key_with_turkish_letters_never_publishes_a_draft(site, key):
    site.replace("news/2026-11-01-taslak/index.tr.md", "status: draft", f"{key}\nstatus: draft")
    assert rules(site) == {("news/2026-11-01-taslak/index.tr.md", 4, "unknown-field")}


def test_5_lists_and_quotation_marks_of_yaml_are_read(built):
    page = built.page("/haberler/izmirde-isik-soleni/")
    assert "/etiketler/goc/" in page
    assert "/etiketler/gundem-21/" in page


@pytest.mark.parametrize("name", ["index.türkçe.md", "index.de.md", "index.md"])
def test_6_a_language_that_the_site_does_not_have_is_refused(site, name):
    site.write(f"news/2026-11-06-kongre/{name}", "---\ntitle: A\n---\n")
    assert rules(site) == {(f"news/2026-11-06-kongre/{name}", 0, "stray-file")}


def test_6_a_language_that_contradicts_the_file_name_is_refused(site):
    site.replace(ENGLISH, "title:", "lang: tr\ntitle:")
    assert rules(site) == {(ENGLISH, 2, "lang-contradicts-file")}


def test_7_a_day_in_the_future_waits(built):
    assert not (built.output / "haberler/bekleyen-haber").exists()


def test_8_a_draft_is_not_published_by_its_translation(site):
    site.replace(NEWS, "tags:", "status: draft\ntags:")
    (problem,) = site.problems()
    assert (problem.path, problem.rule) == (f"content/{ENGLISH}", "draft-beside-published")
    assert problem.fix == "status: draft"


def test_8_unless_the_translation_says_that_it_goes_alone(site):
    site.replace(NEWS, "tags:", "status: draft\ntags:")
    site.replace(ENGLISH, "title:", "status: published\ntitle:")
    site.build()
    assert not (site.output / "haberler/izmirde-isik-soleni").exists()
    assert "/haberler/izmirde" not in site.page("/en/news/a-feast-of-light-in-izmir/")


@pytest.mark.parametrize(
    ("folder", "old", "new"),
    [
        ("events/2026-10-02-bulusma", "starts: 12 Mart 2027", "starts: …"),
        ("partners/cankaya", "  tr: Çankaya Belediyesi", "  tr: …"),
    ],
)
def test_8_what_goes_alone_takes_nothing_unfinished_from_the_draft_beside_it(
    site, folder, old, new
):
    turkish, english = (f"{folder}/index.{lang}.md" for lang in ("tr", "en"))
    site.replace(turkish, "summary:", "status: draft\nsummary:")
    site.replace(english, "summary:", "status: published\nsummary:")
    site.replace(turkish, old, new)
    line = (site.content / turkish).read_text("utf-8").split("\n").index(new) + 1
    assert rules(site) == {(turkish, line, "placeholder")}


def test_8_what_goes_alone_names_nothing_that_is_closed_to_its_readers(site):
    """The draft that writes the event for both may name a draft; its translation may not."""
    folder, event = "activities/2026-04-01-rapor", "events/2026-03-01-ilk-bulusma"
    site.replace(f"{event}/index.tr.md", "starts:", "status: draft\nstarts:")
    site.replace(f"{folder}/index.tr.md", "goals:", "status: draft\ngoals:")
    site.replace(f"{folder}/index.en.md", "title: Report", "status: draft\ntitle: Report")
    site.build()
    site.replace(f"{folder}/index.en.md", "status: draft", "status: published")
    assert rules(site) == {(f"{folder}/index.tr.md", 12, "item-not-published")}


def test_9_no_draft_is_written_anywhere(built):
    assert not [path for path in built.output.rglob("*") if "taslak" in path.name]


def test_10_every_tag_that_a_page_links_to_has_its_list(built):
    assert "İzmir’de Işık Şöleni" in built.page("/etiketler/goc/")
    assert "A Feast of Light" in built.page("/en/tags/migration/")


def test_11_translations_are_paired_by_folder_whatever_their_slugs(built):
    assert 'href="/en/news/a-feast-of-light-in-izmir/"' in built.page(
        "/haberler/izmirde-isik-soleni/"
    )


def test_12_one_address_for_two_texts_names_both_sources(site):
    text = "---\ntitle: İzmir'de ışık şöleni!\nsummary: x\n---\n"
    site.write("news/2026-11-07-ayni/index.tr.md", text)
    (problem,) = site.problems()
    assert problem.path == "content/news/2026-11-07-ayni/index.tr.md"
    assert problem.values["other"] == f"content/{NEWS}"
    assert problem.fix == "slug: izmirde-isik-soleni-2"


def test_13_the_second_page_of_a_tag_is_not_another_tag(site):
    for day in range(1, 4):
        text = f"---\ntitle: Gündem haberi {day}\nsummary: x\ntags: [gundem-2]\n---\n"
        site.write(f"news/2026-10-0{day}-gundem/index.tr.md", text)
    site.build(ITEMS_PER_PAGE=2)
    assert "Gündem haberi 3" in site.page("/etiketler/gundem-2/")
    assert "Gündem haberi 1" in site.page("/etiketler/gundem-2/2/")
    assert "Gündem haberi" not in site.page("/etiketler/gundem-21/")


def test_14_a_missing_picture_is_an_error_with_its_line(site):
    site.replace(NEWS, "Bir dipnot", "![Bir resim](yok.png) Bir dipnot")
    (problem,) = site.problems()
    assert problem.rule == "missing-file"
    assert "yok.png" in site.content.joinpath(NEWS).read_text("utf-8").split("\n")[problem.line - 1]


def test_14_a_dead_link_is_an_error_with_the_mended_line(site):
    site.replace(NEWS, "2026-10-01-calistay/index.tr.md", "2026-10-01-calstay/index.tr.md")
    (problem,) = site.problems()
    assert problem.rule == "dead-link"
    assert "../../events/2026-10-01-calistay/index.tr.md" in problem.fix


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("../2026-09-01-yalnz/index.tr.md", "../2026-09-01-yalniz/index.tr.md"),
        # These folders lie elsewhere.
        ("../2026-10-01-calistay/index.tr.md", "../../events/2026-10-01-calistay/index.tr.md"),
        ("2026-10-01-calstay/index.en.md", "../../events/2026-10-01-calistay/index.en.md"),
        # A drawing is more like it, but this is a document.
        ("kapak-resmi.pdf", "kapak-2.pdf"),
        ("kapa.svg", "kapak.svg"),
    ],
)
def test_14_what_is_proposed_is_of_the_kind_that_was_meant(site, written, meant):
    for name in ("kapak-2.pdf", "kapak-resmi.svg"):
        site.write(f"news/2026-11-06-kongre/{name}", "")
    site.replace(NEWS, "(belge.pdf)", f"({written})")
    (problem,) = site.problems()
    assert problem.values["better"] == meant
    assert f"({meant})" in problem.fix


def test_14_an_event_is_not_proposed_where_news_were_meant(site):
    site.replace(NEWS, "(belge.pdf)", "(../2026-03-01-ilk-bulusm/index.tr.md)")
    bulletin = "bulletins/2026-11-20-sayi-1/index.tr.md"
    site.replace(bulletin, "news/2026-11-06-kongre", "news/2026-03-01-ilk-bulusm")
    link, item = sorted(site.problems(), key=lambda problem: problem.rule)
    assert (link.values["better"], link.fix) == ("—", None)
    assert item.values["better"] == "—"


def test_14_a_missing_cover_is_an_error(site):
    site.replace(NEWS, "kapak.svg", "kapk.svg")
    assert rules(site) == {(NEWS, 5, "missing-file")}


def test_15_the_plugins_are_named_and_no_installed_one_starts_by_itself():
    settings = build_settings(publish=False, as_of=None, jobs=1)
    assert settings["PLUGINS"]
    assert all(name.startswith("plugins.") for name in settings["PLUGINS"])


def test_16_a_build_says_nothing_that_is_not_meant(site, capfd):
    site.build()
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


def test_17_every_text_is_read_once(site, monkeypatch):
    read = []
    real = reading.parse
    monkeypatch.setattr(reading, "parse", lambda data: read.append(data) or real(data))
    site.build()
    assert len(read) == len(list(site.content.rglob("index.*.md")))


def test_18_the_alternates_of_a_page_are_clean_absolute_addresses(built):
    page = etree.HTML(built.page("/haberler/izmirde-isik-soleni/"))
    links = page.xpath("//link[@rel='alternate'][@hreflang]")
    assert {(link.get("hreflang"), link.get("href")) for link in links} == {
        ("tr", "http://127.0.0.1:8000/haberler/izmirde-isik-soleni/"),
        ("en", "http://127.0.0.1:8000/en/news/a-feast-of-light-in-izmir/"),
        ("x-default", "http://127.0.0.1:8000/haberler/izmirde-isik-soleni/"),
    }


def test_18_a_feed_holds_its_own_language_and_links_to_itself(built):
    feed = feedparser.parse((built.output / "en/atom.xml").read_bytes())
    assert feed.feed.language == "en"
    assert {"http://127.0.0.1:8000/en/atom.xml"} == {
        link.href for link in feed.feed.links if link.rel == "self"
    }
    assert all("/en/" in entry.link for entry in feed.entries)
    assert "A Feast of Light in İzmir" in {entry.title for entry in feed.entries}


def test_19_a_page_without_translation_names_no_page_that_does_not_exist(built):
    page = etree.HTML(built.page("/haberler/yalnizca-turkce-bir-haber/"))
    langs = {link.get("hreflang") for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
    assert langs == {"tr", "x-default"}


def test_20_alternates_in_the_sitemap_have_addresses(built):
    sitemap = etree.fromstring((built.output / "sitemap.xml").read_bytes())
    links = sitemap.findall(".//{http://www.w3.org/1999/xhtml}link")
    assert links
    assert all(link.get("href", "").startswith("http") for link in links)


def test_21_no_template_changes_case_or_order_without_knowing_turkish():
    for path in (PROJECT / "theme" / "templates").rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        for wrong in ("|upper", "|lower", "|title", "|capitalize", "|sort", "| upper", "| lower"):
            assert wrong not in text, f"{path.name}: {wrong}"


def test_22_a_second_build_parses_only_the_item_that_changed(site, monkeypatch):
    site.build()
    read = []
    real = reading.parse
    monkeypatch.setattr(reading, "parse", lambda data: read.append(data) or real(data))
    site.replace(NEWS, "Bir dipnot", "Başka bir dipnot")
    site.build()
    assert len(read) == 2  # its texts: facts that one of them writes hold for both
    assert "Başka bir dipnot" in site.page("/haberler/izmirde-isik-soleni/")
