"""NEWSLETTER: what is wrong in it is named with its right form, before a build begins."""

import pytest

from plugins.model.problem import Problems
from plugins.newsletter.settings import Interest, MemberLanguage, MergeField, read_newsletter
from tests.newsletter.mailroom import FORM, newsletter


def faults(**changed):
    with pytest.raises(Problems) as raised:
        read_newsletter({"NEWSLETTER": newsletter(**changed)})
    return [(problem.rule, problem.render("en")) for problem in raised.value.problems]


def test_the_projects_own_settings_are_right():
    rules = read_newsletter({"NEWSLETTER": newsletter()})
    assert not rules.tracking.opens
    assert not rules.tracking.clicks
    assert not rules.push_on_publish


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("mode", "both"),
        ("since", "2026-13-01"),
        ("since", "1 November 2026"),
        ("kinds", ("pages",)),
        ("kinds", ("bulletins",)),
        ("list_id", "https://mailchimp.com"),
        ("language_by", ("merge_field", "lang; drop")),
        ("language_by", ("interest", {"category": "a1", "tr": "b2"})),
        ("from_name", {"tr": "DİDER"}),
        ("reply_to", "bulten"),
        ("folder", ""),
        ("untranslated", "maybe"),
        ("max_age_days", 0),
        ("max_per_run", "4"),
        ("recipients", (10, 1)),
        ("recipients", (0, 10)),
        ("push_on_publish", "yes"),
        ("form", {"u": "1"}),
        ("form", {**FORM, "host": "evil.example"}),
        ("form", {**FORM, "id": '"><script>'}),
        ("form", {**FORM, "language": "DIL"}),
        ("form", {**FORM, "languages": {"tr": "Türkçe", "en": "English"}}),
        ("tracking", {"opens": True, "clicks": False, "reason": " "}),
    ],
    ids=repr,
)
def test_a_wrong_value_is_one_sentence_with_its_key_its_value_and_the_right_form(key, value):
    (found,) = faults(**{key: value})
    assert found[0] == "bad-setting"
    assert f'NEWSLETTER["{key}"]' in found[1]
    assert repr(value) in found[1]
    assert "help: " in found[1]


def test_an_unknown_key_is_named_with_those_that_are_known():
    ((rule, said),) = faults(colour="red")
    assert rule == "unknown-setting"
    assert "mode, since, kinds" in said


def test_a_missing_key_is_named():
    given = newsletter()
    del given["since"]
    with pytest.raises(Problems) as raised:
        read_newsletter({"NEWSLETTER": given})
    assert [p.rule for p in raised.value.problems] == ["missing-setting"]


def test_everything_wrong_is_said_at_once():
    assert [rule for rule, _ in faults(mode="x", since="y", colour="z")] == [
        "bad-setting",
        "bad-setting",
        "unknown-setting",
    ]


def test_the_build_stops_before_it_reads_any_text(site):
    site.write("news/2026-11-02-broken/index.tr.md", "no header")
    problems = site.problems(NEWSLETTER=newsletter(mode="both"))
    assert [problem.rule for problem in problems] == ["bad-setting"]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        (("merge_field", "LANG"), MergeField("LANG")),
        (
            ("interest", {"category": "a1", "tr": "b2", "en": "c3"}),
            Interest("a1", {"tr": "b2", "en": "c3"}),
        ),
        (("member_language",), MemberLanguage()),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_the_language_of_a_subscriber_is_told_in_three_ways(written, typed):
    assert read_newsletter({"NEWSLETTER": newsletter(language_by=written)}).language_by == typed
