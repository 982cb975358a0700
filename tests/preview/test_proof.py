"""What an editor sees while writing is what a build would make of it."""

import os
import re
import shutil
import sys
from html import escape
from urllib.parse import unquote

import pytest

from plugins.model.problem import Problem
from plugins.preview.command import Session
from tests.preview.conftest import bare

UNSEEN = ("news/2026-11-01-taslak", "news/2026-12-15-bekleyen")
"""What visitors can't see yet."""


def test_pages_are_those_of_a_build(site, watched):
    """Byte for byte, but for the panel, where nothing is a draft and nothing waits."""
    for folder in (site.content, watched.content):
        for name in UNSEEN:
            shutil.rmtree(folder / name)
    watched.told(*UNSEEN)
    output = site.build()
    for path in output.rglob("*"):
        if path.is_file():
            url = "/" + path.relative_to(output).as_posix().removesuffix("index.html")
            answer = watched.proof.answer(url)
            body = answer.body
            if url.endswith(("/", ".html")):
                body = bare(body.decode()).encode()
            assert (answer.status, body) == (200, path.read_bytes()), url


NEWS = "news/2026-11-06-kongre/index.tr.md"
PAGE = "/haberler/izmirde-isik-soleni/"


def test_a_build_has_nothing_of_the_preview(built):
    """The panel, the marks and the script are the preview's own."""
    for path in built.output.rglob("*.html"):
        assert "_preview" not in path.read_text(encoding="utf-8"), path


def test_the_form_is_as_built(watched, built):
    """It is never loaded anew, which would lose what is being written in it."""
    assert watched.page("/admin/") == built.page("/admin/")


@pytest.mark.parametrize(
    ("url", "lists", "words"),
    [
        ("/haberler/taslak-haber/", "/haberler/", ("Taslak: ziyaretçiler", "taslak")),
        (
            "/haberler/bekleyen-haber/",
            "/",
            ("15 Aralık 2026 gününden", "bekliyor: 15 Aralık 2026"),
        ),
    ],
)
def test_what_visitors_cannot_see_is_shown_and_marked(watched, url, lists, words):
    item, label = words
    assert watched.status(url) == 200
    assert item in watched.panel(url)
    assert f'a[href="{url}"]::after {{ content: " {label}"' in watched.panel(lists)
    assert "::after" not in watched.panel("/hakkimizda/")


def test_marks_are_in_the_language_of_the_page(watched):
    """An English list shows, marked, what exists in Turkish only: the mark is English."""
    assert "waiting: 15 December 2026" in watched.panel("/en/news/")


def test_the_day_may_be_another(watched):
    watched.open(day="2026-12-16")
    assert "bekliyor" not in watched.panel("/haberler/")


def test_a_saved_text_is_shown_at_once(watched):
    before = watched.proof.version
    watched.save(NEWS, "\n---\n", "\n---\n\n## Yepyeni\n\nŞimdi yazıldı.\n")
    assert "<p>Şimdi yazıldı.</p>" in watched.page(PAGE)
    assert watched.proof.version != before


def test_other_pictures_and_their_words_are_shown_at_once(watched):
    """A cover may take another description, a text another file, a file other bytes."""
    watched.save(NEWS, "cover_alt: Ufukta bir deniz feneri.", "cover_alt: Kıyıda bir fener.")
    assert 'alt="Kıyıda bir fener."' in watched.page(PAGE)
    watched.save(NEWS, "](kordon.jpg", "](kapak.svg")
    assert "kordon" not in watched.page(PAGE)
    watched.save(NEWS, "](kapak.svg", "](kordon.jpg")
    drawing = watched.content / "news/2026-11-06-kongre/kapak.svg"
    before = watched.page(PAGE)
    drawing.write_text(
        drawing.read_text("utf-8").replace("</svg>", "<circle r='9'/></svg>"), "utf-8"
    )
    watched.told("news/2026-11-06-kongre/kapak.svg")
    assert watched.page(PAGE).split('src="')[1:2] != before.split('src="')[1:2]


def test_an_attached_file_answers_whatever_its_name(watched):
    folder = "news/2026-11-06-kongre"
    (watched.content / folder / "Tüzük 2026.pdf").write_bytes(b"%PDF-1.4")
    watched.save(NEWS, "\n---\n", "\n---\n[Tüzük](<Tüzük 2026.pdf>)\n\n")
    (address,) = re.findall('href="([^"]+2026[.]pdf)"', watched.page(PAGE))
    assert watched.proof.answer(unquote(address)).body == b"%PDF-1.4"


def test_a_fault_is_told_in_the_page_and_the_last_good_page_stays(watched):
    """The words are those of the console: file, line, what is wrong, the corrected line."""
    good = bare(watched.page(PAGE))
    watched.save(NEWS, "summary:", "sumary:")
    assert bare(watched.page(PAGE)) == good
    (problem,) = watched.proof.wrong.all()
    said = watched.panel(PAGE)
    assert f"<code>{problem.place}</code>" in said
    assert "unknown field <code>sumary</code>" in said
    assert f"<pre>{escape(problem.fix)}</pre>" in said
    assert "to mend" in watched.panel("/en/")
    watched.save(NEWS, "sumary:", "summary:")
    assert watched.rules() == []
    assert "to mend" not in watched.page(PAGE)


def test_others_can_be_written_while_one_is_at_fault(watched):
    watched.save(NEWS, "---\n", "")
    watched.save("news/2026-09-01-yalniz/index.tr.md", "\n---\n", "\n---\nBaşka bir metin.\n")
    assert "Başka bir metin." in watched.page("/haberler/yalnizca-turkce-bir-haber/")
    assert watched.status(PAGE) == 200


def test_a_site_that_begins_with_a_fault_is_shown_without_it(watched):
    watched.write("news/2026-11-02-bozuk/index.tr.md", "Üst bilgi yok.\n")
    watched.open()
    assert watched.status("/") == 200
    assert "2026-11-02-bozuk" in watched.panel("/")


def test_what_leads_to_what_is_gone_is_told_and_stays(watched):
    """Its page is not at fault itself, but a build would not have it."""
    folder = "events/2026-10-01-calistay"
    good = bare(watched.page(PAGE))
    shutil.rmtree(watched.content / folder)
    watched.told(f"{folder}/index.tr.md", f"{folder}/index.en.md")
    assert set(watched.rules()) == {"dead-link"}
    assert bare(watched.page(PAGE)) == good
    assert watched.status("/etkinlikler/kent-diplomasisi-calistayi/") == 404


@pytest.mark.parametrize("other", ["news/2026-09-01-yalniz/index.tr.md", None])
def test_what_is_deleted_is_gone_whatever_else_is_at_fault(watched, other):
    url, folder = "/duyurular/gonullu-cagrisi/", "announcements/2026-01-10-cagri"
    assert watched.status(url) == 200
    if other:
        watched.save(other, "summary:", "sumary:")
    shutil.rmtree(watched.content / folder)
    watched.told(f"{folder}/index.tr.md", f"{folder}/index.en.md")
    assert watched.status(url) == 404
    assert f"The text of this page is gone: content/{folder}/index.tr.md" in watched.panel(url)
    assert "is gone" not in watched.panel("/yok/")


@pytest.mark.skipif(sys.platform != "linux", reason="this system knows no such names")
def test_a_folder_whose_name_is_no_text_is_told_until_it_goes(watched):
    name = os.fsdecode(b"news/2026-11-03-a\xff")
    watched.write(f"{name}/index.tr.md", "---\ntitle: Yeni\nsummary: Kısa.\n---\nMetin.\n")
    watched.told(f"{name}/index.tr.md")
    assert watched.rules() == ["bad-file-name"]
    assert "2026-11-03-a\\xff" in watched.panel("/")
    shutil.rmtree(watched.content / name)
    watched.told(f"{name}/index.tr.md")
    assert watched.rules() == []


def test_an_item_may_come_move_and_go(watched):
    text = "---\ntitle: Yeni haber\nsummary: Özet.\nstatus: draft\n---\nMetin.\n"
    path = watched.write("news/2026-11-03-yeni/index.tr.md", text)
    watched.told("news/2026-11-03-yeni")
    assert "Yeni haber" in watched.page("/haberler/")
    path.parent.rename(watched.content / "news/2026-11-04-daha-yeni")
    watched.told("news/2026-11-03-yeni", "news/2026-11-04-daha-yeni")
    assert watched.status("/haberler/yeni-haber/") == 200
    watched.save("news/2026-11-04-daha-yeni/index.tr.md", "Yeni haber", "Eski haber")
    assert watched.proof.answer("/haberler/yeni-haber/").location == "/haberler/eski-haber/"
    shutil.rmtree(watched.content / "news/2026-11-04-daha-yeni")
    watched.told("news/2026-11-04-daha-yeni")
    assert watched.status("/haberler/eski-haber/") == 404
    assert watched.rules() == []


def test_a_new_draft_says_what_is_to_be_filled_in(watched):
    watched.write(
        "news/2026-11-03-yeni/index.tr.md",
        "---\ntitle: Yeni\nsummary: …  # Özet\nstatus: draft\n---\n\n…\n",
    )
    watched.told("news/2026-11-03-yeni")
    assert "Worth a look: 2" in watched.panel("/haberler/yeni/")
    assert "Worth a look" not in watched.panel("/haberler/")


def test_a_broken_template_is_told_at_its_line_and_the_last_good_page_stays(watched):
    theme = watched.own_theme()
    good = bare(watched.page(PAGE))
    template = theme / "templates/items/news.html"
    whole = template.read_text(encoding="utf-8")
    template.write_text(whole + "{% if %}", encoding="utf-8")
    watched.proof.update([template])
    assert watched.status(PAGE) == 500
    assert bare(watched.page(PAGE)) == good
    assert "theme/templates/items/news.html:" in watched.panel(PAGE)
    assert watched.status("/") == 200
    template.write_text(whole.replace("fact.source", "fact.place"), encoding="utf-8")
    watched.proof.update([template])
    assert watched.status(PAGE) == 200


def test_words_and_styles_of_the_theme_are_taken_in(watched):
    theme = watched.own_theme()
    words = theme / "translations/tr.po"
    old = words.read_text(encoding="utf-8")
    words.write_text(old.replace('msgstr "Haberler"', 'msgstr "Havadisler"'), encoding="utf-8")
    watched.proof.update([words])
    assert "Havadisler" in watched.page("/haberler/")
    words.write_text(old.replace('msgstr "Haberler"', 'msgstr ""'), encoding="utf-8")
    watched.proof.update([words])
    assert watched.rules() == ["missing-message"]
    assert "Havadisler" in watched.page("/haberler/")
    style = theme / "css/components/notice.css"
    style.write_text(".yeni { color: red; }", encoding="utf-8")
    watched.proof.update([style])
    assert ".yeni{color:red}" in watched.proof.answer("/theme/css/site.css").body.decode()


def test_all_that_changes_at_once_is_taken_in(watched):
    """As when somebody changes to another branch."""
    theme = watched.own_theme()
    template, words = theme / "templates/items/news.html", theme / "translations/tr.po"
    template.write_text(template.read_text(encoding="utf-8") + "{# #}", encoding="utf-8")
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace('msgstr "Haberler"', 'msgstr "Havadisler"'), encoding="utf-8")
    footer = theme / "templates/partials/footer.html"
    footer.write_text("<footer>Başka</footer>", encoding="utf-8")
    watched.replace(NEWS, "\n---\n", "\n---\nŞimdi yazıldı.\n\n")
    watched.proof.update([template, words, footer, watched.content / NEWS])
    page = watched.page(PAGE)
    assert all(word in page for word in ("Şimdi yazıldı.", "Havadisler", "<footer>Başka</footer>"))


@pytest.mark.parametrize("reads", ["reread", "read"])
def test_a_folder_may_go_away_while_it_is_read(watched, monkeypatch, reads):
    """The next look finds it gone; until then everything stays as it was."""

    def gone(*_):
        raise FileNotFoundError

    with monkeypatch.context() as patch:
        patch.setattr(watched.proof._reader, reads, gone)
        paths = {watched.content / NEWS} if reads == "reread" else {watched.content}
        Session("en", None).take_in(watched.proof, paths)
    assert watched.status(PAGE) == 200


def test_an_address_that_leads_nowhere_is_told(watched):
    watched.save(NEWS, "\n---\n", "\n---\n[yok](/yok/) [var](/haberler/)\n")
    assert watched.rules() == ["dead-address"]


@pytest.mark.parametrize("url", ["/yok/", "/en/yok/", "/haberler/../../conftest.py", "/theme/../x"])
def test_what_is_not_there_is_the_sites_own_page(watched, url):
    assert watched.status(url) == 404
    home = "/en/" if url.startswith("/en/") else "/"
    assert bare(watched.page(url)) == bare(watched.page(f"{home}404.html"))


def test_problems_are_shown_as_they_are_written(watched):
    """What an editor writes can't become markup of the panel."""
    watched.proof.wrong.words = [
        Problem("a<b", 1, "missing-message", {"found": "<x>", "other": "`"})
    ]
    assert "<x>" not in watched.panel("/")
    assert "&lt;x&gt;" in watched.panel("/")
