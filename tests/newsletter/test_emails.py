"""E-mails as whole documents: a golden one of each kind in each language, and what must hold."""

import email
import re
from email.policy import default
from itertools import pairwise

import pytest
from lxml import html

from plugins.newsletter.letters.checks import check
from tests.newsletter.mailroom import mail, outbox, small_site

POSTS = [
    "news--2026-11-06-kongre",
    "announcements--2026-11-10-cevirmen",
    "events--2026-10-01-calistay",
    "activities--2026-04-01-rapor",
    "declarations--2026-02-01-bildirge",
    "press--2026-05-01-nisan",
]
ISSUE = "bulletins--2026-11-20-sayi-1"
NAMES = [f"{name}.{lang}" for name in (*POSTS, ISSUE) for lang in ("tr", "en")]
ONLY_TURKISH = "news--2026-09-01-yalniz.en"


@pytest.fixture(name="posts", scope="module")
def _posts(tmp_path_factory):
    site = small_site(tmp_path_factory.mktemp("mail"))
    site.items = mail(site, untranslated="link")
    return site


@pytest.fixture(name="digest", scope="module")
def _digest(tmp_path_factory):
    site = small_site(tmp_path_factory.mktemp("digest"))
    site.items = mail(site, untranslated="link", mode="digest")
    return site


@pytest.fixture(name="letters", scope="module")
def _letters(posts, digest):
    return {**posts.items, **digest.items}


@pytest.mark.parametrize("name", [*NAMES, ONLY_TURKISH])
def test_html_is_as_it_was_looked_at(name, letters, file_regression):
    file_regression.check(letters[name].html, encoding="utf-8", extension=".html", basename=name)


@pytest.mark.parametrize("name", [*NAMES, ONLY_TURKISH])
def test_plain_text_is_as_it_was_read(name, letters, file_regression):
    file_regression.check(letters[name].text, encoding="utf-8", extension=".txt", basename=name)


@pytest.mark.parametrize("name", [NAMES[0], NAMES[5], NAMES[-1]])
def test_message_is_as_it_was_opened(name, posts, digest, file_regression):
    folder = outbox(digest if name.startswith(ISSUE) else posts) / name
    message = (folder / "message.eml").read_bytes()
    file_regression.check(message, binary=True, extension=".eml", basename=name)


@pytest.mark.parametrize("name", NAMES)
def test_a_mail_program_reads_the_message(name, posts, digest):
    folder = outbox(digest if name.startswith(ISSUE) else posts) / name
    message = email.message_from_bytes((folder / "message.eml").read_bytes(), policy=default)
    assert message["Subject"]
    assert message["Content-Language"] == name[-2:]
    assert not message.defects
    kinds = [part.get_content_type() for part in message.iter_parts()]
    assert kinds == ["text/plain", "text/html"]
    assert "*|" not in "".join(part.get_content() for part in message.iter_parts())


@pytest.mark.parametrize("name", [*NAMES, ONLY_TURKISH])
def test_every_check_passes(name, letters):
    assert [looked_at for looked_at in check(letters[name]) if not looked_at.passed] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_says_its_language_and_why_one_gets_it_and_leads_to_its_own_page(name, letters):
    item = letters[name]
    page = html.document_fromstring(item.html)
    why = {"tr": "kaydolduğunuz için aldınız", "en": "because you signed up"}
    view = {"tr": "Tarayıcıda aç", "en": "View in browser"}
    assert page.get("lang") == item.lang
    for part in (page.text_content(), item.text):
        assert why[item.lang] in part
        assert view[item.lang] in part
    assert item.page_url in [link.get("href") for link in page.iter("a")]
    assert item.page_url in item.text
    assert item.page_url.startswith("https://www.dider.example/")


@pytest.mark.parametrize("name", NAMES)
def test_headings_follow_one_another(name, letters):
    page = html.document_fromstring(letters[name].html)
    levels = [int(heading.tag[1]) for heading in page.iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_tables_that_only_lay_out_say_so(name, letters):
    page = html.document_fromstring(letters[name].html)
    for table in page.iter("table"):
        assert table.get("role") == "presentation" or table.find(".//th") is not None


def test_dark_mode_and_narrow_windows_survive_the_inlining(letters):
    for item in letters.values():
        assert "@media (prefers-color-scheme: dark)" in item.html
        assert "@media (max-width: 480px)" in item.html
        assert "[data-ogsc]" in item.html
        assert "<!--[if mso]>" in item.html
        assert "data-css-inline" not in item.html


def test_a_cancelled_event_says_so_in_its_subject_and_its_text(letters):
    item = letters["events--2026-10-01-calistay.en"]
    assert item.subject == "Cancelled: City diplomacy workshop"
    assert "Cancelled" in html.document_fromstring(item.html).text_content()
    assert "12 December 2026" in item.text
    assert f"{item.page_url}event.ics" in item.html
    assert f"{item.page_url}event.ics" in item.text


def test_an_event_of_an_issue_has_its_day_its_place_and_its_file_for_a_calendar(letters):
    item = letters["bulletins--2026-11-20-sayi-1.tr"]
    assert "12 Mart 2027\nCuma" in item.text
    assert "İzmir" in item.text
    assert "https://www.dider.example/etkinlikler/kentler-bulusmasi/event.ics" in item.text


def test_an_event_that_is_over_is_not_for_a_calendar_any_more(tmp_path):
    site = small_site(tmp_path)
    issue = "bulletins/2026-11-20-sayi-1/index.tr.md"
    site.replace(issue, "items:\n", "items:\n  - events/2026-03-01-ilk-bulusma\n")
    letters = {**mail(site), **mail(site, mode="digest")}
    for name in ("bulletins--2026-11-20-sayi-1.tr", "events--2026-03-01-ilk-bulusma.tr"):
        assert "15 Mart 2026" in letters[name].text
        assert "ilk-bulusma/event.ics" not in letters[name].text


CARRIED = (
    *("activities/2026-04-01-rapor", "declarations/2026-02-01-bildirge", "press/2026-05-01-nisan"),
    *("events/2026-03-01-ilk-bulusma", "partners/cankaya", "pages/about"),
)


def test_an_issue_may_carry_an_item_of_any_kind(tmp_path):
    """Once a partner in an issue stopped the build: in e-mails it had no signal."""
    site = small_site(tmp_path)
    for lang in ("tr", "en"):
        site.replace(f"pages/about/index.{lang}.md", "summary:", "date: 2026-11-01\nsummary:")
    issue = "bulletins/2026-11-20-sayi-1/index.tr.md"
    site.replace(issue, "items:\n", "items:\n" + "".join(f"  - {name}\n" for name in CARRIED))
    letter = mail(site, mode="digest")["bulletins--2026-11-20-sayi-1.tr"]
    titles = html.document_fromstring(letter.html).xpath("//h3")
    assert len(titles) == len(CARRIED) + 4  # what the issue carries already


def test_what_exists_in_turkish_only_is_named_as_such_to_an_english_reader(letters):
    alone, issue = letters[ONLY_TURKISH], letters["bulletins--2026-11-20-sayi-1.en"]
    assert alone.subject == "Yalnızca Türkçe bir haber (In Turkish only)"
    assert "There is no English text" in alone.text
    title = html.document_fromstring(alone.html).find(".//h1")
    assert title.get("lang") == "tr"
    assert "In Turkish only" in issue.text
    assert re.search(r'<a [^>]*lang="tr"[^>]*>Yalnızca Türkçe bir haber', issue.html)


def test_a_translation_that_is_behind_says_so(tmp_path):
    site = small_site(tmp_path)
    site.replace(
        "news/2026-11-06-kongre/index.en.md", "summary:", "translated_from: tr aaaa\nsummary:"
    )
    item = mail(site, untranslated="link")["news--2026-11-06-kongre.en"]
    assert "The Turkish text of this has been updated since" in item.text


def test_footnotes_lead_to_the_page_and_not_nowhere(letters):
    item = letters["news--2026-11-06-kongre.tr"]
    assert 'href="#' not in item.html
    assert f"{item.page_url}#fn:1" in item.html


def test_without_tracking_nothing_is_fetched_but_our_own_pictures(letters):
    ours = '<img alt="[^"]+" src="https://www.dider.example/pictures/[^"?]+" width='
    for item in letters.values():
        assert item.html.count("<img") == len(re.findall(ours, item.html))
        assert "url(" not in item.html
        assert "<link" not in item.html
