"""How a translation stands: by what its original says, whatever else happens to the files."""

from datetime import date

import pytest

from plugins.model.content import read_content
from plugins.model.memo import Memo
from plugins.model.origin import BadOrigin, Origin, read_origin
from plugins.model.source import parse
from plugins.translations.problems import problems
from plugins.translations.register import Register
from plugins.translations.sections import origin_of
from plugins.translations.stamping import stamped
from plugins.translations.state import standings

KONGRE = "news/2026-11-06-kongre/index.{}.md"
TEXT = """---
title: Bir başlık
summary: Kısa bir “özet”.
---
Giriş tümcesi.

## İlk bölüm

- Birinci madde
- İkinci *madde*

## İkinci bölüm

Son tümce ve [bağlantı](https://example.org/a).
"""


def read(site):
    memo = Memo(site.root / "memo" / "texts.sqlite")
    return read_content(site.content, day=date(2026, 11, 22), publish=False, memo=memo, jobs=1)


def said(site):
    """Return what is wrong between the languages of *site*."""
    documents = read(site).documents
    return list(problems(documents, Register.of(documents)))


def state_of(site, key):
    return next(s for s in standings(read(site).documents) if s.key == key)


def record(site, name, lang="tr"):
    """Record in the file *name* that it says what the text in *lang* beside it says."""
    path = site.content / name
    original = path.with_name(f"index.{lang}.md")
    origin = origin_of(name.split("/")[0], lang, parse(original.read_bytes()))
    path.write_bytes(stamped(path.read_bytes(), origin))


def marks(text):
    return origin_of("news", "tr", parse(text.encode())).sections


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Giriş tümcesi.", "Giriş\ntümcesi."),
        ("Giriş tümcesi.", "  Giriş   tümcesi."),
        ("“özet”", "\"özet\""),
        ("*madde*", "_madde_"),
        ("*madde*", "**madde**"),
        ("- Birinci madde\n- İkinci", "* Birinci madde\n* İkinci"),
        ("## İlk bölüm", "İlk bölüm\n---------"),
        ("## İlk bölüm", "## İlk bölüm ##"),
        ("https://example.org/a", "https://example.org/b"),
        ("title: Bir başlık", "title: \"Bir başlık\"\nslug: baska"),
        ("title: Bir başlık", "modified: 2026-11-20\nstatus: hidden\ntitle: Bir başlık"),
        ("title: Bir başlık", "tags: [goc]\ntitle: Bir başlık"),
        ("title: Bir başlık", "# bir not\ntitle:   Bir başlık"),
        ("\n", "\r\n"),
    ],
)  # fmt: skip
def test_what_means_nothing_changes_no_mark(old, new):
    assert old in TEXT
    assert marks(TEXT.replace(old, new)) == marks(TEXT)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Bir başlık", "Başka bir başlık", [0]),
        ("Giriş tümcesi.", "Giriş tümceleri.", [1]),
        ("Birinci madde", "İlk madde", [2]),
        ("İkinci bölüm", "Son bölüm", [3]),
        ("Son tümce", "son tümce", [3]),
    ],
)
def test_what_means_something_changes_the_mark_of_its_section(old, new, changed):
    before, after = marks(TEXT), marks(TEXT.replace(old, new))
    assert [n for n in range(4) if before[n] != after[n]] == changed


def test_the_state_is_one_short_line_that_reads_back():
    origin = Origin("tr", ("3f2a", "b4cd"), frozenset({"b4cd"}), ("wxyz",))
    assert str(origin) == "tr 3f2a b4cd~ apart wxyz"
    assert read_origin(str(origin)) == origin
    for damaged in ("", "tr 3f2", "tr 3f2a apart", "3f2a b4cd", "tr 3f2a <<<<"):
        with pytest.raises(BadOrigin):
            read_origin(damaged)


def test_what_was_never_recorded_is_not_stale(site):
    assert state_of(site, "news/2026-11-06-kongre").state == "unrecorded"


def test_the_sections_that_changed_are_known(site):
    record(site, KONGRE.format("en"))
    assert state_of(site, "news/2026-11-06-kongre").state == "current"
    site.replace(KONGRE.format("tr"), "Bir dipnot.", "Bir dipnot daha.")
    standing = state_of(site, "news/2026-11-06-kongre")
    assert standing.state == "stale"
    assert [section.title for section in standing.changed] == ["Iğdır’dan gelenler"]


def test_either_language_may_be_the_original(site):
    record(site, KONGRE.format("tr"), lang="en")
    site.replace(KONGRE.format("en"), "Guests from Iğdır", "Our guests")
    standing = state_of(site, "news/2026-11-06-kongre")
    assert (standing.state, standing.original.lang) == ("stale", "en")


def test_an_edit_of_the_translation_does_not_hide_that_it_is_stale(site):
    record(site, KONGRE.format("en"))
    site.replace(KONGRE.format("tr"), "Bir dipnot.", "Bir dipnot daha.")
    site.replace(KONGRE.format("en"), "See", "See also")
    assert state_of(site, "news/2026-11-06-kongre").state == "stale"


def test_a_renamed_folder_keeps_its_state(site):
    record(site, KONGRE.format("en"))
    (site.content / "news/2026-11-06-kongre").rename(site.content / "news/2026-11-06-senlik")
    assert state_of(site, "news/2026-11-06-senlik").state == "current"


def test_a_text_without_translation_is_missing_it_or_does_not_want_it(site):
    assert state_of(site, "news/2026-08-01-only").state == "missing"
    assert state_of(site, "news/2026-09-01-yalniz").state == "unwanted"


@pytest.mark.parametrize(
    ("lang", "line", "rule"),
    [
        ("en", "translated_from: en aaaa", "translated-from-itself"),
        ("tr", "translated_from: en aaaa", "translated-from-both"),
    ],
)
def test_a_direction_that_contradicts_itself_is_named(site, lang, line, rule):
    if lang == "tr":
        record(site, KONGRE.format("en"))
    site.replace(KONGRE.format(lang), "\ntitle: ", f"\n{line}\ntitle: ")
    assert rule in {problem.rule for problem in said(site)}


def test_a_damaged_state_stops_the_build(site):
    site.replace(KONGRE.format("en"), "\ntitle: ", "\ntranslated_from: tr <<<<<<< HEAD\ntitle: ")
    problem = read(site).problems[0]
    assert (problem.rule, problem.line, problem.level) == ("bad-translated-from", 2, "must")


ORIGIN = Origin("tr", ("abcd", "efgh"))


@pytest.mark.parametrize(
    "before",
    [
        b"---\r\ntitle: 'x'  # why\r\nslug: y\r\n---\r\nText\r\n",
        b"\xef\xbb\xbf---\ntitle: x\n# a remark\ntags: [a,  b]\n---",
        b"---\nnames:\n  tr: x\n  en: y\n---\n---\ntranslated_from: no field\n",
    ],
)
def test_recording_changes_one_line_and_no_other_byte(before):
    after = stamped(before, ORIGIN)
    end = b"\r\n" if b"\r\n" in before else b"\n"
    assert after.replace(b"translated_from: tr abcd efgh" + end, b"", 1) == before
    assert stamped(after, None) == before
    assert stamped(after, ORIGIN) == after


def test_a_remark_behind_the_state_stays():
    before = b"---\ntranslated_from: tr aaaa # by hand\ntitle: x\n---\n"
    assert stamped(before, ORIGIN) == before.replace(b"tr aaaa", b"tr abcd efgh")


def test_a_new_item_says_which_text_is_the_original_and_is_not_yet_recorded(site):
    site.replace(KONGRE.format("tr"), "\ntitle: ", "\ntranslated_from: en\ntitle: ")
    standing = state_of(site, "news/2026-11-06-kongre")
    assert (standing.state, standing.original.lang) == ("unrecorded", "en")
