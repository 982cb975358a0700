"""A rule is silenced in one text, with a reason, and only where there is something to silence."""

import pytest

TEXT = "news/2026-09-01-yalniz/index.tr.md"


@pytest.fixture(name="noisy")
def _noisy(texts):
    path = texts.content / TEXT
    path.write_text(path.read_text(encoding="utf-8") + "\nKayıt 05.06.2026 günü.\n", "utf-8")
    return texts


def silence(site, lines):
    site.replace(TEXT, "title:", f"silence:\n{lines}\ntitle:")
    return [(problem.rule, problem.line) for problem in site.found() if problem.path.endswith(TEXT)]


def test_a_text_without_silence_is_loud(noisy):
    assert [problem.rule for problem in noisy.found("numeric-day-in-text")]


def test_a_rule_with_a_reason_is_silent_in_this_text_alone(noisy):
    other = noisy.content / "press/2026-05-01-nisan/index.tr.md"
    other.write_text(other.read_text(encoding="utf-8") + "\nKayıt 05.06.2026 günü.\n", "utf-8")
    assert silence(noisy, "  numeric-day-in-text: alıntı, belgede böyle") == []
    assert [p.path for p in noisy.found("numeric-day-in-text")] == [
        "content/press/2026-05-01-nisan/index.tr.md"
    ]


@pytest.mark.parametrize("reason", ["", '""', "~"])
def test_a_silence_needs_a_reason(noisy, reason):
    assert ("silence-without-reason", 3) in silence(noisy, f"  numeric-day-in-text: {reason}")
    assert noisy.found("numeric-day-in-text")


@pytest.mark.parametrize("rule", ["numeric-days", "missing-field", "page-dead-link", "dead-link"])
def test_only_a_rule_of_the_texts_can_be_silenced(noisy, rule):
    """What the model asks for holds everywhere."""
    assert ("silence-unknown", 3) in silence(noisy, f"  {rule}: çünkü")


def test_a_silence_that_silences_nothing_is_named(texts):
    assert silence(texts, "  long-sentence: kanundan alıntı") == [("silence-of-nothing", 3)]
