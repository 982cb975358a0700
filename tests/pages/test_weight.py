"""What a page weighs on the way to a telephone."""

import gzip

import pytest

from tests.conftest import PROJECT

FONTS = sorted((PROJECT / "theme" / "static" / "fonts").glob("*.woff2"))

BUDGETS = {"home.html": 11_500, "components.html": 20_000, "lists/": 11_000, "": 11_000}
"""HTML and CSS, compressed, by the kind of page; the bar for all of them is 14 000."""


def weight(data: bytes) -> int:
    return len(gzip.compress(data, compresslevel=9, mtime=0))


@pytest.fixture(name="stylesheet", scope="module")
def _stylesheet(real):
    return (real.output / "theme" / "css" / "site.css").read_bytes()


def test_no_kind_of_page_is_over_its_budget(real, kinds, stylesheet):
    over = {}
    for kind in kinds:
        budget = next(size for prefix, size in BUDGETS.items() if kind.template.startswith(prefix))
        found = weight(real.page(kind.url).encode()) + weight(stylesheet)
        if found > budget:
            over[kind.url] = (found, budget)
    assert over == {}


def test_no_article_is_over_fourteen_kilobytes(real, stylesheet):
    css = weight(stylesheet)
    pages = [path for path in real.output.rglob("*.html") if "components" not in path.parts]
    heavy = {str(p): weight(p.read_bytes()) + css for p in pages if "bilesenler" not in p.parts}
    assert max(heavy.values()) <= 14_000


def test_the_stylesheet_stays_readable(stylesheet):
    assert len(stylesheet) <= 20_000


def test_the_fonts_together_are_under_sixty_kilobytes():
    assert len(FONTS) == 2
    assert sum(font.stat().st_size for font in FONTS) <= 60_000


def test_the_licence_lies_beside_the_fonts_and_reserves_no_name(real):
    licence = (real.output / "theme" / "fonts" / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL Open Font License, Version 1.1" in licence
    assert "with Reserved Font Name" not in licence


def test_a_page_is_read_without_scripts_and_without_styles_of_its_own(real):
    """Search alone has a script, from a file of the site; without it there is an index.

    The editors' form is all script; no visitor is led to it.
    """
    search = {real.output / "ara" / "index.html", real.output / "en" / "search" / "index.html"}
    for path in set(real.output.rglob("*.html")) - {real.output / "admin" / "index.html"}:
        html = path.read_text(encoding="utf-8").replace('<script type="application/ld+json"', "")
        assert html.count("<script") == (1 if path in search else 0)
        assert html.count('<script type="module" src="/theme/') == html.count("<script")
        assert "<style" not in html
        assert " style=" not in html
