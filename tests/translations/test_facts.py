"""Facts that agree in both languages, and facts that do not: a table of pairs, and real texts."""

import re
from pathlib import Path

import pytest
import yaml

from plugins.languages.alphabet import lower
from plugins.model.source import parse
from plugins.translations.comparison import differences
from plugins.translations.facts import facts_in
from plugins.translations.numerals import numerals, spelled
from plugins.translations.reading import stated_in
from tests.translations.test_state import said

PAIRS = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))
PARTNERS = {
    "bay": ("Körfez Kentleri Kültür Ağı", "Bay Cities Culture Network"),
    "shores": ("Komşu Kıyılar Derneği", "Neighbouring Shores Association"),
    "cankaya": ("Çankaya Belediyesi", "Çankaya Municipality"),
}
NAMES = {
    lang: {lower(name, lang): key for key, names in PARTNERS.items() for name in names}
    for lang in ("tr", "en")
}


def stated(lang, text):
    source = parse(f"---\ntitle: x\n---\n{text}\n".encode())
    return stated_in("news", lang, source, NAMES[lang])


def found(turkish, english):
    """Return what the English states wrongly; an empty word for what it leaves out."""
    return [
        difference.translation.fact.written if difference.translation else ""
        for difference in differences(stated("tr", turkish), stated("en", english))
    ]


def test_the_table_of_pairs(record_property):
    """Every pair is judged rightly; the sum is printed below the tests."""
    raised = [pair for pair in PAIRS["agree"] if found(*pair)]
    missed = [pair for pair in PAIRS["differ"] if pair[2] not in found(*pair[:2])]
    agree, differ = len(PAIRS["agree"]), len(PAIRS["differ"])
    record_property(
        "translations",
        f"facts: {agree + differ} pairs; of {differ} that differ {differ - len(missed)} found and "
        f"{len(missed)} missed; of {agree} that agree {len(raised)} falsely raised",
    )
    assert agree + differ >= 150
    assert (raised, missed) == ([], [])


def test_the_table_holds_no_pair_twice():
    pairs = [tuple(pair[:2]) for pair in (*PAIRS["agree"], *PAIRS["differ"])]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(("lang", "value"), [(lang, n) for lang in NAMES for n in range(1, 100)])
def test_a_number_in_words_is_read_as_it_is_written(lang, value):
    words = spelled(value, lang)
    assert [int(numeral.value) for numeral in numerals(words, lang)] == [value]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("tr", "[^1]: 12. bölüm"),
        ("tr", "12. bölüm\n\n[x](a.md#b12){#c12}"),
        ("en", "`12` and 12\n```\n12\n```"),
        ("en", "| 12 |\n|---:|\n"),
    ],
)
def test_markdown_is_no_number(lang, text):
    numbers = [fact.value for fact in facts_in(text, lang, {}) if fact.kind == "number"]
    assert numbers in (["12"], [])


def test_a_fact_of_the_shared_fields_may_stand_in_one_text_alone(site):
    """The day of an event is everybody's: one text says it in words, the other need not."""
    site.replace(
        "events/2026-10-02-bulusma/index.en.md", "Over two", "From 12 March 2027, over two"
    )
    assert differing(site, "bulusma") == []
    site.replace("events/2026-10-02-bulusma/index.en.md", "12 March", "14 March")
    assert [problem.rule for problem in differing(site, "bulusma")] == ["fact-added"]


def test_lists_of_the_front_matter_are_held_against_each_other(site):
    name = "press/2026-05-01-nisan/index.en.md"
    site.replace(name, "2026-04-12", "2026-04-13")
    site.replace(name, "example.org/a?b=1", "example.org/z?b=1")
    rules = {(problem.rule, problem.line) for problem in differing(site, "nisan")}
    assert rules == {("fact-differs", 6), ("fact-differs", 8)}


def test_what_one_language_alone_says_in_a_field_is_told_in_the_other(site):
    """Its readers would not learn where the event takes place, or who holds it."""
    turkish, english = (f"events/2026-10-02-bulusma/index.{lang}.md" for lang in ("tr", "en"))
    site.replace(turkish, "starts:", "organisers: [Kentler, Limanlar]\nstarts:")
    site.replace(english, "place: İzmir\n", "")
    found = {problem.rule: problem for problem in differing(site, "bulusma")}
    assert set(found) == {"field-in-one-text", "fact-missing"}
    problem = found["field-in-one-text"]
    assert (problem.path, problem.fix) == (f"content/{english}", "place: …")
    assert problem.level == "look"
    site.replace(english, "title:", "place: Harbour\norganisers: [A, B]\ntitle:")
    assert differing(site, "bulusma") == []


def test_a_changed_fact_of_a_real_text_is_found():
    """In the site's own texts, number after number is changed, and each change is found."""
    changed, seen = 0, 0
    for path in sorted(Path("content").glob("*/*/index.en.md"))[::2]:
        turkish, english = (path.with_name(f"index.{lang}.md") for lang in ("tr", "en"))
        if not turkish.exists():
            continue
        kind = path.parts[1]
        here = stated_in(kind, "tr", parse(turkish.read_bytes()), {})
        text = english.read_text(encoding="utf-8")
        digits = [m for m in re.finditer(r"(?<=[ |])\d{2,}(?=[ |.;,\n])", text) if _in_text(m)]
        for match in digits[:2]:
            value = str(int(match[0]) + 1)
            data = (text[: match.start()] + value + text[match.end() :]).encode()
            changed += 1
            seen += bool(differences(here, stated_in(kind, "en", parse(data), {})))
    assert changed > 10
    assert seen / changed >= 0.95


def _in_text(match):
    return (
        match.start() > match.string.index("\n---\n")
        and "](" not in match.string[match.string.rfind("\n", 0, match.start()) : match.end()]
    )


def differing(site, name):
    return [problem for problem in said(site) if f"-{name}/" in problem.path]
