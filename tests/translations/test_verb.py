"""`invoke translations`: what it lists, what it writes, and what it refuses."""

import subprocess
from datetime import date

import pytest
from lxml import html

from plugins.model.problem import Problem
from plugins.translations.desk import overview
from plugins.translations.history import is_shallow, old_sections
from plugins.translations.register import Register
from plugins.translations.verb import Request, run
from plugins.translations.wording import words
from tests.translations.test_state import KONGRE, read, record, said, state_of

KEY = "news/2026-11-06-kongre"
EN = KONGRE.format("en")


@pytest.fixture(name="site")
def _agreeing(site):
    """The small site with one more item whose facts agree."""
    head = "---\ntitle: {}\nsummary: {}\n---\n## {}\n\n{}\n"
    texts = {
        "tr": head.format("Ağ", "58 kent.", "Kimler", "Toplantı 24 Kasım 2010’da, 58 konseyle."),
        "en": head.format("Network", "58 cities.", "Who", "It met on 24 November 2010, with 58."),
    }
    for lang, text in texts.items():
        site.write(KONGRE.format(lang), text)
    return site


def ask(site, lang="en", **asked):
    settings = {
        "PATH": str(site.content),
        "MEMO_PATH": str(site.root / "memo"),
        "BUILD_DAY": date(2026, 11, 22),
        "JOBS": 1,
    }
    return run(Request(**asked), settings, lang=lang)


def git(folder, *words):
    command = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *words]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def test_done_records_the_present_state_and_nothing_else(site, capsys):
    before = (site.content / EN).read_text(encoding="utf-8").splitlines()
    assert ask(site, done=f"content/{KEY}/index.en.md") == 0
    after = (site.content / EN).read_text(encoding="utf-8").splitlines()
    new = [line for line in after if line not in before]
    assert len(new) == 1
    assert new[0].startswith("translated_from: tr ")
    assert state_of(site, KEY).state == "current"
    assert "recorded:" in capsys.readouterr().out
    assert ask(site, done=KEY) == 0
    assert "recorded already" in capsys.readouterr().out


def test_two_people_who_record_different_items_touch_different_files(site):
    before = {path: path.read_bytes() for path in site.content.rglob("*.md")}
    ask(site, done=KEY)
    changed = [path for path, data in before.items() if path.read_bytes() != data]
    assert changed == [site.content / EN]


def test_done_refuses_facts_that_differ_and_takes_them_when_they_are_meant(site, capsys):
    site.replace(EN, "with 58", "with 85")
    assert ask(site, done=KEY) == 1
    said = capsys.readouterr().err
    assert "“85” stands here, “58” in the original" in said
    assert "corrected: It met on 24 November 2010, with 58." in said
    assert ask(site, done=KEY, differ=True) == 0
    assert " apart " in (site.content / EN).read_text(encoding="utf-8")
    assert about(site) == []
    site.replace(EN, "with 85", "with 86")
    assert [problem.rule for problem in about(site)] == ["agreed-fact-differs"]


def about(site) -> list[Problem]:
    return [problem for problem in said(site) if KEY in problem.path]


def test_a_change_of_the_original_is_worth_a_look_and_a_broken_fact_is_to_be_mended(site):
    ask(site, done=KEY)
    site.replace(KONGRE.format("tr"), "Kimler", "Kimler geldi?")
    assert [(problem.rule, problem.level) for problem in about(site)] == [
        ("translation-stale", "look")
    ]
    site.replace(KONGRE.format("tr"), "58 konseyle", "59 konseyle")
    problem = about(site)[-1]
    assert (problem.rule, problem.level) == ("agreed-fact-differs", "must")
    assert (problem.path, problem.line) == (f"content/{EN}", 8)
    assert problem.values["place"] == f"content/{KONGRE.format('tr')}:7"
    assert problem.fix == "It met on 24 November 2010, with 59."
    assert "burada “58” yazıyor, aslında “59”" in problem.render("tr")


def test_where_nothing_is_recorded_a_difference_is_worth_a_look(site):
    site.replace(EN, "24 November", "25 November")
    assert [(problem.rule, problem.level) for problem in about(site)] == [("fact-differs", "look")]
    assert about(site)[0].fix == "It met on 24 November 2010, with 58."


def test_texts_with_other_headings_are_held_against_each_other_as_a_whole(site):
    site.replace(EN, "It met on", "## When\n\nIt met on")
    assert about(site) == []
    site.replace(EN, "with 58", "with 57")
    assert [problem.rule for problem in about(site)] == ["fact-differs"]


def test_a_small_change_does_not_make_a_translation_stale(site, capsys):
    ask(site, done=KEY)
    assert ask(site, editorial=KEY) == 1
    site.replace(KONGRE.format("tr"), "Toplantı", "Toplantımız")
    assert ask(site, editorial=KEY) == 0
    assert state_of(site, KEY).state == "small"
    assert "~" in (site.content / EN).read_text(encoding="utf-8")
    site.replace(KONGRE.format("tr"), "Toplantımız", "Buluşma")
    assert state_of(site, KEY).state == "stale"
    ask(site, done=KEY)
    assert state_of(site, KEY).state == "current"


def test_record_takes_the_site_as_it_stands_where_the_facts_agree(site, capsys):
    site.replace("announcements/2026-01-10-cagri/index.en.md", "The call", "The call for 12")
    assert ask(site, record=True) == 0
    said = capsys.readouterr()
    assert "“12” stands here" in said.err
    assert state_of(site, KEY).state == "current"
    assert state_of(site, "announcements/2026-01-10-cagri").state == "unrecorded"
    assert state_of(site, "partners/cankaya").state == "stale"  # it had a state already


def test_the_original_may_be_named(site):
    ask(site, done=KEY)
    assert ask(site, done=KEY, original="en") == 0
    assert "translated_from" not in (site.content / EN).read_text(encoding="utf-8")
    assert state_of(site, KEY).original.lang == "en"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"done": "news/none"}, "is no item"),
        ({"done": "news/2026-09-01-yalniz"}, "no translation yet"),
        ({"done": KEY, "record": True}, "ask for one"),
        ({"done": KEY, "original": "de"}, "write tr or en"),
    ],
)
def test_what_cannot_be_done_is_refused_in_a_sentence(site, asked, said, capsys):
    before = {path: path.read_bytes() for path in site.content.rglob("*.md")}
    assert ask(site, **asked) == 1
    assert said in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in site.content.rglob("*.md")}


def test_a_header_that_cannot_take_a_line_is_left_alone(site, capsys):
    site.write(EN, "---\n{title: Network, summary: 58 cities.}\n---\n## Who\n\n24 November 2010.\n")
    before = (site.content / EN).read_bytes()
    assert ask(site, done=KEY) == 1
    assert "add this line" in capsys.readouterr().err
    assert (site.content / EN).read_bytes() == before


def test_what_readers_need_first_comes_first(site):
    for name in ("events/2026-10-02-bulusma", "pages/about", "press/2026-05-01-nisan"):
        site.replace(f"{name}/index.en.md", "\ntitle: ", "\ntranslated_from: tr aaaa\ntitle: ")
    content = read(site)
    register = Register.of(content.documents)
    seen = overview(content, register, site.root, date(2026, 11, 22), None)
    order = [entry.standing.key for entry in seen.entries if entry.standing.state == "stale"]
    assert order == [
        "events/2026-10-02-bulusma",  # one can still go there
        "pages/about",
        "partners/cankaya",
        "press/2026-05-01-nisan",
    ]
    states = [entry.standing.state for entry in seen.entries]
    first_missing = states.index("missing")
    published = [entry.standing.key for entry in seen.entries[:first_missing]]
    assert set(order) <= set(published)


def test_the_old_text_is_found_in_the_history_across_renames(site, tmp_path):
    git(site.root, "init", "-q")
    ask(site, done=KEY)
    recorded = state_of(site, KEY).recorded
    git(site.root, "add", "content")
    git(site.root, "commit", "-qm", "one")
    git(site.root, "mv", f"content/{KEY}", "content/news/2026-11-06-ag")
    git(site.root, "commit", "-qm", "two")
    name = "news/2026-11-06-ag/index.tr.md"
    site.replace(name, "58 konseyle", "doksan konseyle")
    git(site.root, "commit", "-qam", "three")
    old = old_sections(site.root, f"content/{name}", "news", recorded)
    assert "58 konseyle" in old[-1].text
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{site.root}", str(clone))
    assert is_shallow(clone)
    assert old_sections(clone, f"content/{name}", "news", recorded) is None


def test_without_a_history_the_changed_sections_are_shown_whole(site, capsys):
    record(site, EN)
    site.replace(KONGRE.format("tr"), "58 konseyle", "58 konseyle birlikte")
    assert ask(site) == 0
    said = capsys.readouterr().out
    assert "is not at hand" in said
    assert "{+Kimler Toplantı 24 Kasım 2010'da, 58 konseyle birlikte.+}" in said


def test_the_list_speaks_the_language_that_is_asked_for(site, capsys):
    ask(site, lang="tr")
    said = capsys.readouterr().out
    assert "çevirisi yok" in said
    assert "henüz kaydedilmemiş" in said


def test_a_change_is_shown_word_by_word():
    old = "a b c d e f g h i beş k l m n"
    assert list(words(old, old.replace("beş", "altı"))) == [
        ("skip", "…"),
        ("same", "c d e f g h i"),
        ("out", "beş"),
        ("in", "altı"),
        ("same", "k l m n"),
    ]


def test_the_page_says_the_same_in_both_languages_and_needs_no_other_file(site):
    record(site, EN)
    site.replace(KONGRE.format("tr"), "58 konseyle", "<b>59</b> konseyle")
    assert ask(site, html=str(site.root / "look" / "translations.html")) == 0
    text = (site.root / "look" / "translations.html").read_text(encoding="utf-8")
    page = html.fromstring(text)
    assert [part.get("lang") for part in page.xpath("//section")] == ["en", "tr"]
    assert "59 konseyle" in page.xpath("string(//ins)")
    assert not page.xpath("//@src | //link | //script")
    for lang, state in (("en", "stale"), ("tr", "eskimiş")):
        assert state in page.xpath(f"//section[@lang='{lang}']")[0].text_content()
