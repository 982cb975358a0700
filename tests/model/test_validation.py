"""A wrong field is named with its line, what was found, and the line as it should be."""

import pytest

from plugins.model.kinds import FIELD_NAMES, KINDS
from plugins.model.problem import Problem
from plugins.model.source import parse
from plugins.model.validation import validate

EVENT = """---
title: Çalıştay
summary: Bir gün
starts: 2026-12-01 18:30
{line}
---
"""

CASES = [
    ("özet: Kısa", "unknown-field", "summary: Kısa"),
    ("Başlık: Kısa", "unknown-field", "title: Kısa"),
    ("etiketler: [goc]", "unknown-field", "tags: [goc]"),
    ("Durum: taslak", "unknown-field", "status: taslak"),
    ("titel: x", "unknown-field", "title: x"),
    ("organizers: [x]", "unknown-field", "organisers: [x]"),
    ("qqqq: x", "unknown-field-at-all", None),
    ("status: taslak", "not-a-choice", "status: draft"),
    ("status: Draft", "not-a-choice", "status: draft"),
    ("event_status: iptal edildi", "not-a-choice", "event_status: cancelled"),
    ("event_status: canceled", "not-a-choice", "event_status: cancelled"),
    ("tags: goc", "not-a-list", "tags: [goc]"),
    ("organisers:\n  - a: b", "not-a-text", None),
    ("demo: evet", "not-yes-or-no", "demo: true"),
    ("ends: 05.06.2026", "ambiguous-date", "ends: 2026-06-05"),
    ("ends: 6 Kasım 2019 Salı", "weekday-contradicts-date", "ends: 2019-11-06"),
    ("ends: 31 Şubat 2026", "no-such-day", None),
    ("registration_url: kayit", "not-an-address", None),
    ("registration_url: 'https://[ad].example'", "not-an-address", None),
    ("registration_url: javascript:alert(1)", "not-an-address", None),
    ("slug: İzmir", "bad-slug", "slug: izmir"),
    ("slug: 2026", "slug-is-a-number", None),
    ("ends: 9999-12-31", "no-such-day", None),
]


@pytest.mark.parametrize(("line", "rule", "fix"), CASES, ids=repr)
def test_a_wrong_line_is_named_and_mended(line, rule, fix):
    item, faults = validate(KINDS["events"], parse(EVENT.format(line=line).encode()), {})
    assert item is None
    assert [(fault.rule, fault.fix) for fault in faults] == [(rule, fix)]
    assert faults[0].line in (5, 6)


@pytest.mark.parametrize(
    ("title", "rule"),
    [("''", "empty-field"), ("|\n  A\n  b", "several-lines"), ("A" * 251, "line-too-long")],
    ids=["empty", "lines", "long"],
)
def test_a_title_is_a_line_of_some_letters(title, rule):
    text = f"---\ntitle: {title}\nsummary: B\n---\n"
    _, (fault,) = validate(KINDS["news"], parse(text.encode()), {})
    assert (fault.rule, fault.line) == (rule, 2)
    for lang in ("tr", "en"):
        assert Problem("a.md", 2, fault.rule, fault.values, fault.fix).render(lang)


def test_a_partner_has_a_name_in_both_languages():
    text = b"---\ntitle: A\nsummary: B\nrelation: network\nnames:\n  tr: A\n---\n"
    _, (fault,) = validate(KINDS["partners"], parse(text), {})
    assert (fault.rule, fault.line, fault.values["lang"]) == ("one-name-missing", 5, "en")


def test_a_summary_says_something():
    _, (fault,) = validate(KINDS["news"], parse(b"---\ntitle: A\nsummary: ''\n---\n"), {})
    assert (fault.rule, fault.line) == ("empty-field", 3)


@pytest.mark.parametrize("lang", ["tr", "en"])
@pytest.mark.parametrize(("line", "rule", "fix"), CASES, ids=repr)
def test_every_fault_can_be_said_in_both_languages(line, rule, fix, lang):
    _, faults = validate(KINDS["events"], parse(EVENT.format(line=line).encode()), {})
    problem = Problem("a.md", faults[0].line, rule, faults[0].values, fix)
    assert problem.render(lang).startswith(f"a.md:{faults[0].line}: ")


def test_both_readings_of_a_day_are_said_in_words():
    _, (fault,) = validate(
        KINDS["events"], parse(EVENT.format(line="ends: 05.06.2026").encode()), {}
    )
    problem = Problem("a.md", fault.line, fault.rule, fault.values)
    assert "5 Haziran 2026 hem 6 Mayıs 2026" in problem.message("tr")
    assert "5 June 2026 or 6 May 2026" in problem.message("en")


def test_a_missing_field_is_reported_with_what_it_is_for():
    _, faults = validate(KINDS["news"], parse(b"---\ntitle: A\n---\n"), {})
    assert [(f.rule, f.values["field"], f.fix) for f in faults] == [
        ("missing-field", "summary", "summary: …")
    ]


def test_a_field_of_a_group_is_named_with_its_line():
    entry = b"  - source: C\n    date: yesterday\n    languag: en\n    note: D\n"
    text = b"---\ntitle: A\nsummary: B\nitems:\n" + entry + b"---\n"
    _, faults = validate(KINDS["press"], parse(text), {})
    assert {(f.rule, f.line) for f in faults} == {("not-a-date", 6), ("unknown-field", 7)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_has_a_name_and_a_hint_in_both_languages(kind):
    for info in KINDS[kind].model_fields.values():
        for lang in ("tr", "en"):
            name, hint = info.json_schema_extra[lang]
            assert name
            assert hint


def test_every_declared_field_exists_on_every_item(built):
    for items in built.result.site.items.values():
        for item in items:
            for name in FIELD_NAMES:
                getattr(item, name)
