"""The page of the components, and the signals that an item flies."""

import re
from datetime import date

import pytest

from tests.conftest import PROJECT
from tests.factory import make_item


@pytest.mark.parametrize("url", ["/bilesenler/", "/en/components/"])
def test_the_page_of_the_components_is_for_development(url, built, site):
    page = built.page(url)
    assert '<meta name="robots" content="noindex">' in page
    assert url not in (built.output / "sitemap.xml").read_text(encoding="utf-8")
    for status in ("cancelled", "postponed", "moved_online"):
        assert f"signals.svg#{status}" in page
    site.build(publish=True)
    assert not (site.output / url.strip("/")).exists()


def test_an_item_flies_its_kind_and_its_day():
    item = make_item(kind="activities", held_on=date(2019, 11, 6))
    assert item.hoist == ("activities", "p0", "p6", "p1", "p1")


def test_a_page_without_a_day_flies_its_kind_alone():
    assert make_item(kind="news", folder="ornek").hoist[0] == "news"


def test_every_signal_that_a_page_flies_is_drawn(built):
    drawn = set(re.findall(r'id="(\w+)"', (PROJECT / "theme/static/signals.svg").read_text()))
    asked = set()
    for path in built.output.rglob("*.html"):
        asked |= set(re.findall(r"signals\.svg#(\w+)", path.read_text(encoding="utf-8")))
    assert asked <= drawn


def test_what_is_over_says_so_in_words(built):
    assert "Geçmiş etkinlik" in built.page("/etkinlikler/")
    assert "Past event" in built.page("/en/components/")
    assert "Applications closed" in built.page("/en/components/")
