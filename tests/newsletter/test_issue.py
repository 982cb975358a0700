"""The next issue: what is in it, that it can be built as it stands, and when it is refused."""

import shutil
from datetime import date

import pytest

from plugins.build import build_settings
from plugins.newsletter.bulletin.verbs import Newsroom
from tests.newsletter.mailroom import EVERYTHING, mail, newsletter, small_site

FOLDER = "bulletins/2026-11-23-sayi-2"


@pytest.fixture(name="office")
def _office(tmp_path):
    site = small_site(tmp_path)

    def make(day="2026-11-23", **changed):
        settings = build_settings(publish=False, as_of=None, jobs=1) | {
            "PATH": str(site.content),
            "MEMO_PATH": str(tmp_path / "memo"),
            "NEWSLETTER": newsletter(**{**EVERYTHING, **changed}),
            "BUILD_DAY": date(2026, 11, 23),
        }
        return Newsroom("en").new_issue(settings, day)

    site.make = make
    return site


def read(site, lang):
    return (site.content / FOLDER / f"index.{lang}.md").read_text("utf-8")


def test_it_has_the_next_number_and_every_post_that_no_issue_carries(office):
    assert office.make() == 0
    text = read(office, "tr")
    assert "number: 2" in text
    listed = [line[4:] for line in text.split("\n") if line.startswith("  - ")]
    assert listed == [
        "news/2026-08-01-only",
        "events/2026-03-01-ilk-bulusma",
        "events/2026-10-01-calistay",
        "activities/2026-04-01-rapor",
        "declarations/2026-06-01-ikinci",
        "declarations/2026-02-01-bildirge",
        "press/2026-05-01-nisan",
    ]


def test_what_both_languages_share_stands_in_one_file_alone(office):
    office.make()
    assert "items:" not in read(office, "en")
    assert 'title: "E-bulletin 2: November 2026"' in read(office, "en")
    assert 'title: "E-bülten 2: Kasım 2026"' in read(office, "tr")


def test_events_and_deadlines_that_an_earlier_issue_carried_stand_in_its_text(office):
    office.make()
    assert (
        "- 12 Mart 2027 Cuma: [Kentler buluşması](../../events/2026-10-02-bulusma/index.tr.md)"
        in (read(office, "tr"))
    )
    assert "- 18 December 2026: [Volunteer translators wanted]" in read(office, "en")


def test_its_subject_names_what_the_readers_of_its_language_get(office):
    name = "news/2026-11-18-yalniz/index.tr.md"
    office.write(name, "---\ntitle: Önce bu\nsummary: Yalnız Türkçe.\n---\nMetin.\n")
    office.make(untranslated="skip")
    assert 'subject: "Önce bu"' in read(office, "tr")
    assert "Önce bu" not in read(office, "en").partition("\n---\n")[0]
    shutil.rmtree(office.content / FOLDER)
    office.make(untranslated="link")
    assert 'subject: "Önce bu"' in read(office, "en")


def test_it_is_a_draft_until_somebody_has_read_it(office):
    """As any new item: a sentence that asks for an opening is never on the site."""
    office.make()
    assert all("\nstatus: draft\n" in read(office, lang) for lang in ("tr", "en"))
    office.build(day="2026-11-23", publish=True)
    assert not list(office.output.rglob("*sayi-2*"))


def publish(office):
    for lang in ("tr", "en"):
        office.replace(f"{FOLDER}/index.{lang}.md", "status: draft\n", "")


def test_it_can_be_built_once_its_opening_is_written(office):
    office.make()
    for lang, opening in (
        ("tr", "Buraya sayıyı açan iki üç tümce yazın."),
        ("en", "Write two or three sentences here that open the issue."),
    ):
        office.replace(f"{FOLDER}/index.{lang}.md", opening, "Bu ay çok okuduk.")
    publish(office)
    items = mail(office, day="2026-11-23", mode="digest")
    assert {"bulletins--2026-11-23-sayi-2.tr", "bulletins--2026-11-23-sayi-2.en"} <= set(items)


def test_nobody_is_sent_the_words_that_ask_for_an_opening(office):
    office.make()
    publish(office)
    problems = office.problems(
        day="2026-11-23", NEWSLETTER=newsletter(**{**EVERYTHING, "mode": "digest"})
    )
    assert {problem.rule for problem in problems} == {"email-unfinished"}


def test_an_issue_of_that_day_is_never_written_over(office, capsys):
    office.make()
    before = read(office, "tr")
    assert office.make() == 1
    assert "There is an issue of that day already: 2026-11-23-sayi-2" in capsys.readouterr().err
    assert read(office, "tr") == before


def test_without_a_new_post_there_is_no_new_issue(office, capsys):
    assert office.make(since="2026-11-06") == 1
    assert "there is nothing to put into a new one" in capsys.readouterr().err
    assert not (office.content / FOLDER).exists()


def test_posts_that_go_alone_or_not_at_all_are_left_out(office):
    office.replace("events/2026-03-01-ilk-bulusma/index.tr.md", "starts:", "mail: alone\nstarts:")
    office.replace("press/2026-05-01-nisan/index.tr.md", "items:", "mail: no\nitems:")
    office.make()
    assert "ilk-bulusma" not in read(office, "tr")
    assert "press/" not in read(office, "tr")


def test_signs_of_markdown_and_yaml_in_a_title_stay_words(office):
    office.replace(
        "events/2026-10-02-bulusma/index.tr.md",
        "title: Kentler buluşması",
        "title: 'Kent [\"1\"]: *a* \\ b'",
    )
    office.make()
    office.replace(f"{FOLDER}/index.tr.md", "Buraya sayıyı", "Şuraya sayıyı")
    publish(office)
    office.build(day="2026-11-23")
    assert "Kent [&quot;1&quot;]: *a* \\ b" in office.page(
        "/e-bulten/e-bulten-2-kasim-2026/"
    ).replace("&#34;", "&quot;").replace('["1"]', "[&quot;1&quot;]")


def test_a_day_that_is_none_is_one_sentence(office, capsys):
    assert office.make(day="soon") == 1
    assert capsys.readouterr().err == "`--day soon` is no day; write `--day 2026-12-01`.\n"


def test_content_that_needs_mending_is_said_first(office, capsys):
    office.write("news/2026-11-16-broken/index.tr.md", "no header")
    assert office.make() == 1
    assert "[no-front-matter]" in capsys.readouterr().err
