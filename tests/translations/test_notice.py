"""What the reader of a stale page is told."""

import re
import shutil
from datetime import datetime

import pytest

from plugins.languages.item import Link, Stale
from tests.conftest import SmallSite
from tests.factory import make_item
from tests.translations.test_state import KONGRE, record

ACTIVITY = "activities/2026-04-01-rapor/index.{}.md"


@pytest.fixture(name="pages", scope="module")
def _pages(built, tmp_path_factory):
    """Return the site with a stale text in each direction, built."""
    root = tmp_path_factory.mktemp("stale")
    shutil.copytree(built.content, root / "content")
    site = SmallSite(root)
    for name, lang in ((KONGRE.format("en"), "tr"), (ACTIVITY.format("tr"), "en")):
        record(site, name, lang)
    site.build()
    site.before = {path: path.read_bytes() for path in site.output.rglob("*") if path.is_file()}
    site.replace(KONGRE.format("tr"), "Bir dipnot.", "Bir dipnot daha.")
    site.replace(KONGRE.format("tr"), "\ntags:", "\nmodified: 2026-11-20\ntags:")
    site.replace(ACTIVITY.format("en"), "Together we", "Together, we all")
    site.replace(ACTIVITY.format("en"), "Representatives", "Their representatives")
    site.build()
    return site


def notice(page):
    found = re.search(r'<p class="notice notice--plain indent">(.*?)</p>', page)
    return found[1] if found else None


def test_a_stale_page_names_the_section_and_the_day_and_leads_there(pages):
    assert notice(pages.page("/en/news/a-feast-of-light-in-izmir/")) == (
        "The Turkish original of this page was changed on 20 November 2026; the section "
        '“<a href="/haberler/izmirde-isik-soleni/#igdirdan-gelenler" hreflang="tr">'
        "Guests from Iğdır</a>” is not yet up to date here."
    )


def test_the_original_may_be_english_and_the_day_unknown(pages):
    url = "/en/activities/report-of-the-first-meeting/"
    link = f'<a href="{url}" hreflang="en">'
    assert notice(pages.page("/faaliyetler/ilk-bulusmanin-raporu/")) == (
        "Bu sayfanın İngilizce özgün metni, çevrildikten sonra değişti; şu bölümler burada henüz "
        f"güncel değil: “{link}Katılımcılar</a>”, “{link}Giriş</a>”."
    )


def test_the_original_and_a_current_translation_say_nothing(pages):
    assert notice(pages.page("/haberler/izmirde-isik-soleni/")) is None
    assert notice(pages.page("/en/goals/")) is None


def test_a_page_that_becomes_stale_is_made_again(pages):
    """The translation's own file has not changed: what was remembered of its page is not used."""
    page = pages.output / "en/news/a-feast-of-light-in-izmir/index.html"
    assert pages.before[page] != page.read_bytes()


@pytest.mark.parametrize(
    ("stale", "form"),
    [
        (Stale("tr", None, (Link("a", "/"),)), "one"),
        (Stale("tr", datetime(2026, 11, 20), (Link("a", "/"), Link("b", "/"))), "many.dated"),
        (Stale("tr", None, (Link("a", "/"),), is_gone=True), "gone"),
    ],
)
def test_each_case_has_a_whole_sentence(stale, form):
    assert stale.form == form


def test_the_version_of_an_item_knows_that_it_is_stale():
    item, same = make_item(), make_item()
    same.stale = Stale("en", None, ())
    assert item.version != same.version


@pytest.mark.parametrize(("url", "lang"), [("/bilesenler/", "en"), ("/en/components/", "tr")])
def test_the_page_of_the_components_shows_each_sentence(url, lang, built):
    page = built.page(url)
    assert page.count("notice--plain") == 3
    assert f'hreflang="{lang}" lang="{lang}"' in page
