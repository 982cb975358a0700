"""Whole documents, as files that one can open: one page of each kind, feeds, calendar, sitemap.

When one changes on purpose: `pytest tests/test_golden.py --force-regen`, then look at the
difference in a browser.
"""

from pathlib import Path

import pytest

DOCUMENTS = [
    "/",
    "/en/",
    "/hakkimizda/",
    "/en/goals/",
    "/haberler/",
    "/haberler/izmirde-isik-soleni/",
    "/en/news/a-feast-of-light-in-izmir/",
    "/duyurular/gonullu-cagrisi/",
    "/etkinlikler/kent-diplomasisi-calistayi/",
    "/en/events/meeting-of-cities/",
    "/faaliyetler/ilk-bulusmanin-raporu/",
    "/bildirgeler/acik-masa-bildirgesi/",
    "/bildirgeler/taraflar/",
    "/basin-ozetleri/nisan-ayinin-basin-ozeti/",
    "/en/partners/cankaya-municipality/",
    "/e-bulten/e-bulten-sayi-1/",
    "/etiketler/",
    "/ara/",
    "/en/404.html",
    "/rss.xml",
    "/en/atom.xml",
    "/haberler/feed.json",
    "/etkinlikler/takvim.ics",
    "/en/events/city-diplomacy-workshop/event.ics",
    "/sitemap.xml",
    "/robots.txt",
]


@pytest.mark.parametrize("url", DOCUMENTS)
def test_a_document_is_what_it_was(built, url, file_regression):
    name = url.strip("/").replace("/", "--") or "home"
    suffix = Path(name).suffix or ".html"
    file_regression.check(
        built.page(url).replace("\r\n", "\n"),
        basename=name.removesuffix(suffix),
        extension=suffix,
        encoding="utf-8",
    )
