"""What only a look at the whole site shows: names in two spellings, files, the model's rules."""

import pytest
from babel.dates import get_day_names, get_month_names

from plugins.checks.source import days, table
from plugins.checks.source.spelling import Name, misspelled
from plugins.model.dates import LANGUAGES, LOCALES
from plugins.model.problem import Problem

PARTNER = "Bursa Kent Konseyi"


def slips(*names, lang="tr"):
    places = [(str(n), [Name(name, 1, declared)]) for n, (name, declared) in enumerate(names)]
    return {(p.values["found"], p.values["better"]) for p in misspelled(places)}


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Bursa Kent Kosneyi", PARTNER),
        ("Bursa Kent Konsyi", PARTNER),
        ("BURSA Kent Konseyi", PARTNER),
        ("Izmir Ticaret Odası", "İzmir Ticaret Odası"),
        ("Turkiye Belediyeler Birligi", "Türkiye Belediyeler Birliği"),
        ("Türkiye Belediyyeler Birliği", "Türkiye Belediyeler Birliği"),
    ],
)
def test_a_slip_in_a_known_name_is_found(wrong, right):
    assert slips((right, True), (wrong, False)) == {(wrong, right)}
    assert slips((right, True), (right, True), (wrong, True)) == {(wrong, right)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PARTNER, "Ordu Kent Konseyi"),
        (PARTNER, "Bursa Kent Konseyleri"),
        ("Komşu Kıyılar Derneği", "Komşu Kıyılar Derneğe"),
        ("Hasan Demir", "Hakan Demir"),
        ("Liman Postası", "Limon Postası"),
        ("Batman Kent Konseyi", "Bartın Kent Konseyi"),
    ],
)
def test_two_names_and_a_name_with_its_suffix_are_left_alone(one, other):
    assert slips((one, True), (other, True)) == set()


def test_a_misspelled_partner_is_named_with_the_place_of_the_right_one(texts):
    name = "Çankaya Belediyesi Dış İlişkiler Müdürlüğü"
    wrong = name.replace("Belediyesi", "Beledyesi")
    texts.replace("partners/cankaya/index.tr.md", "tr: Çankaya Belediyesi", f"tr: {name}")
    texts.write(
        "news/2026-11-02-iki/index.tr.md",
        f"---\ntitle: İki haber\nsummary: Özet.\n---\n\nDün {wrong}’nün kapısındaydık.\n",
    )
    found = texts.found("name-spelled-twice")
    assert [(p.line, p.values["better"]) for p in found] == [(6, name)]
    assert found[0].values["place"].startswith("content/partners/cankaya/index.tr.md:")


def test_a_huge_file_is_named_once(texts):
    folder = texts.content / "news/2026-11-06-kongre"
    with (folder / "belge.pdf").open("wb") as file:
        file.truncate(11_000_000)
    (problem,) = texts.found("huge-file")
    assert problem.path == "content/news/2026-11-06-kongre/belge.pdf"
    assert (problem.values["size"], problem.values["limit"]) == (11.0, 10)


def test_what_the_model_finds_comes_out_of_the_same_command(texts):
    texts.replace("news/2026-11-06-kongre/index.tr.md", "title:", "tittle:")
    assert "unknown-field" in {p.rule for p in texts.check().problems}


def test_what_was_found_is_found_again_from_the_memo(texts):
    texts.write(
        "news/2026-11-02-iki/index.tr.md", "---\ntitle: İKİ YENİ HABER\nsummary: Ö.\n---\n\nA.\n"
    )
    first, again = ([p.render("tr") for p in texts.check().problems] for _ in range(2))
    assert first == again
    assert "corrected" not in first[0]
    texts.write(
        "news/2026-11-02-iki/index.tr.md", "---\ntitle: İki yeni haber\nsummary: Ö.\n---\n\nA.\n"
    )
    assert texts.found("capitals") == []


def test_a_check_of_more_than_one_text_is_one_line_more(texts, monkeypatch):
    """What it says of a text is silenced in that text, as any other rule."""
    name = "news/2026-11-06-kongre/index.tr.md"

    def check(documents, register):
        """No item has a translation."""
        for document in documents:
            if document.translation:
                yield Problem(
                    document.path, 1, "years-apart", {"field": "", "found": "", "day": ""}
                )

    monkeypatch.setattr(table, "ITEM_CHECKS", (check,))
    found = texts.found("years-apart")
    assert f"content/{name}" in {problem.path for problem in found}
    texts.replace(name, "title:", "silence:\n  years-apart: böyle olması gerekiyor\ntitle:")
    assert len(texts.found("years-apart")) == len(found) - 1


def test_the_days_and_months_of_a_text_are_those_that_babel_names():
    names = {
        kind: {
            name for lang in LANGUAGES for name in name_of("wide", locale=LOCALES[lang]).values()
        }
        for kind, name_of in (("months", get_month_names), ("weekdays", get_day_names))
    }
    assert set(days.MONTHS) == names["months"]
    assert set(days.WEEKDAYS) == names["weekdays"]
    for later, name in enumerate(days.WEEKDAYS):
        assert not any(name.startswith(other) for other in days.WEEKDAYS[:later])
