"""The built site: what is whole is left alone, and each thing that breaks is named."""

import re

import pytest

HOME = "index.html"


def change(site, name, pattern, new):
    path = site.output / name
    text = path.read_text(encoding="utf-8")
    changed = re.sub(pattern, new, text, count=1)
    assert changed != text
    path.write_text(changed, "utf-8")


def test_a_site_as_it_was_built_is_whole(pages):
    found = [p for p in pages.found() if p.path.startswith("output/")]
    assert [problem.render("en") for problem in found] == []


@pytest.mark.parametrize(
    ("pattern", "new", "rule", "found"),
    [
        ("</main>", '<a href="/haberlr/">x</a></main>', "page-dead-link", "/haberlr/"),
        ("</main>", '<a href="http://127.0.0.1:8000/yok/">x</a></main>', "page-dead-link", "/yok/"),
        ("</main>", '<a href="#yok">x</a></main>', "page-dead-anchor", "/#yok"),
        ("</main>", '<a href="/en/#yok">x</a></main>', "page-dead-anchor", "/en/#yok"),
        ("</main>", '<img alt="" src="/a.webp">', "page-missing-file", "/a.webp"),
        ("</main>", '<img alt="" srcset="/b.webp 2x">', "page-missing-file", "/b.webp"),
        (
            "/theme/css/site.css",
            "/theme/css/sitee.css",
            "page-missing-file",
            "/theme/css/sitee.css",
        ),
        ("</main>", '<p id="_main">x</p></main>', "page-id-twice", "_main"),
        ("<h1", "<h4>x</h4><h1", "page-headings", "<h1> … <h4>"),
        ("</main>", "<h1>x</h1></main>", "page-headings", "2 × <h1>"),
        ('<html lang="tr"', "<html", "page-without", "lang"),
        ("<title>[^<]*", "<title>", "page-without", "<title>"),
        (
            r'hreflang="en" href="[^"]*/en/"',
            'hreflang="en" href="http://127.0.0.1:8000/x/"',
            "alternate-dead",
            "/x/",
        ),
        (
            r'hreflang="en" href="[^"]*/en/"',
            'hreflang="en" href="http://127.0.0.1:8000/haberler/"',
            "alternate-one-sided",
            "/haberler/",
        ),
    ],
)
def test_what_breaks_on_a_page_is_named(pages, pattern, new, rule, found):
    change(pages, HOME, pattern, new)
    problems = pages.found(rule)
    assert found in {problem.values["found"] for problem in problems}
    assert {problem.path for problem in problems} & {"output/index.html", "output/en/index.html"}


def test_a_dead_link_is_told_the_nearest_address(pages):
    change(pages, HOME, "</main>", '<a href="/haberlr/">x</a></main>')
    (problem,) = pages.found("page-dead-link")
    assert problem.values["better"] == "/haberler/"


def test_a_fault_of_every_page_is_shown_a_few_times(pages):
    (pages.output / "theme/css/site.css").unlink()
    assert len(pages.found("page-missing-file")) == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("rss.xml", b"<rss><channel></rss>"),
        ("feed.json", b"{"),
        ("etkinlikler/takvim.ics", b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n"),
        ("sitemap.xml", b""),
    ],
)
def test_a_feed_that_programs_cannot_read_is_named(pages, name, data):
    (pages.output / name).write_bytes(data)
    assert [p.path for p in pages.found("feed-broken")] == [f"output/{name}"]


@pytest.mark.parametrize("data", [b"", b"\xff\xfe\x00", b"  "])
def test_a_page_that_cannot_be_read_is_named(pages, data):
    (pages.output / HOME).write_bytes(data)
    assert [p.path for p in pages.found("page-unreadable")] == ["output/index.html"]


def test_words_of_a_draft_are_found_wherever_they_stand(pages):
    pages.write(
        "news/2026-11-03-gizli/index.tr.md",
        "---\ntitle: Henüz kimsenin bilmediği haber\nsummary: Özet.\nstatus: draft\n---\n\n"
        "Bu tümceyi yayımlanana kadar kimsenin okumaması gerekiyor, öyle dendi.\n",
    )
    assert pages.found("leaked-text") == []
    change(pages, HOME, "</main>", "<p>Henüz kimsenin bilmediği haber</p></main>")
    change(
        pages,
        "rss.xml",
        "</channel>",
        "<!-- tümceyi yayımlanana kadar kimsenin okumaması --></channel>",
    )
    assert {p.path for p in pages.found("leaked-text")} == {"output/index.html"}
    change(
        pages,
        "rss.xml",
        "</channel>",
        "<!-- Bu tümceyi yayımlanana kadar kimsenin okumaması gerekiyor, öyle dendi. --></channel>",
    )
    found = pages.found("leaked-text")
    assert {p.path for p in found} == {"output/index.html", "output/rss.xml"}
    assert {p.values["state"] for p in found} == {"draft"}


def test_what_waits_is_public_when_its_day_has_come(pages):
    change(pages, HOME, "</main>", "<p>Bekleyen haberin uzun başlığı</p></main>")
    pages.write(
        "news/2026-12-03-sonra/index.tr.md",
        "---\ntitle: Bekleyen haberin uzun başlığı\nsummary: Özet.\n---\n\nMetin.\n",
    )
    assert [p.values["state"] for p in pages.found("leaked-text")] == ["waiting"]
    assert pages.found("leaked-text", day="2026-12-04") == []


def test_an_invented_item_stands_in_no_site_that_goes_public(pages):
    pages.write(
        "news/2026-11-03-ornek/index.tr.md",
        "---\ntitle: Uydurulmuş haberin uzun başlığı\nsummary: Özet.\ndemo: true\n---\n\nMetin.\n",
    )
    change(pages, HOME, "</main>", "<p>Uydurulmuş haberin uzun başlığı</p></main>")
    assert pages.found("leaked-text") == []
    (pages.output / "robots.txt").write_text("User-agent: *\nAllow: /\n", encoding="utf-8")
    home = [p.values["state"] for p in pages.found("leaked-text") if p.path == "output/index.html"]
    assert home == ["demo"]


# ── addresses that were public ──────────────────────────────────────────────────────────────


def ledger(site, *lines):
    return site.write("addresses.txt", "\n".join(lines) + "\n")


def test_an_address_that_answers_is_left_alone(pages):
    ledger(pages, "/", "/haberler/", "/rss.xml")
    assert pages.found("lost-address") == []


def test_a_changed_slug_is_told_its_old_one(pages):
    key = "news/2026-11-06-kongre"
    ledger(pages, f"/haberler/eski-kongre/ {key}", f"/en/news/old-congress/ {key}")
    found = {p.path: p.fix for p in pages.found("lost-address")}
    assert found == {
        f"content/{key}/index.tr.md": "slug: eski-kongre",
        f"content/{key}/index.en.md": "slug: old-congress",
    }


def test_an_item_that_is_gone_is_named_at_its_line(pages):
    ledger(pages, "/", "/haberler/gitti/ news/2026-01-01-gitti")
    (problem,) = pages.found("lost-address")
    assert (problem.path, problem.line) == ("content/addresses.txt", 2)
    assert "geri koyun" in problem.render("tr")


def test_an_item_that_became_a_draft_is_told_to_hide_instead(pages):
    ledger(pages, "/haberler/taslak-haberi/ news/2026-11-01-taslak")
    title = "---\ntitle: Taslak haberi\nsummary: Özet.\nstatus: draft\n---\n\nMetin.\n"
    pages.write("news/2026-11-01-taslak/index.tr.md", title)
    (problem,) = pages.found("lost-address")
    assert "status: hidden" in problem.help("en")
