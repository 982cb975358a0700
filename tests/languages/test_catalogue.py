"""The words of the theme: the same messages in both languages, or no build."""

import pickle
import re
import shutil
from unittest.mock import patch

import pytest

from plugins.languages.catalogue import MissingMessage, read_catalogues
from plugins.model.memo import Memo
from plugins.model.problem import Problems
from tests.conftest import PROJECT

TRANSLATIONS = PROJECT / "theme" / "translations"


@pytest.fixture(name="folder")
def _folder(tmp_path):
    return shutil.copytree(TRANSLATIONS, tmp_path / "theme" / "translations")


def problems(folder):
    with pytest.raises(Problems) as raised:
        read_catalogues(folder, ("tr", "en"))
    return raised.value.problems


def drop(path, key):
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    kept = [block for block in blocks if f'msgid "{key}"' not in block]
    assert len(kept) == len(blocks) - 1
    path.write_text("\n\n".join(kept), encoding="utf-8")


def test_the_catalogues_hold_the_same_messages():
    assert set(read_catalogues(TRANSLATIONS, ("tr", "en"))) == {"tr", "en"}


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_a_message_that_one_language_lacks_names_the_file_to_edit(folder, lang):
    drop(folder / f"{lang}.po", "home.title")
    (problem,) = problems(folder)
    assert problem.path == f"theme/translations/{lang}.po"
    assert problem.values["found"] == "home.title"
    assert problem.fix == 'msgid "home.title"'


def test_a_message_without_words_is_missing_too_with_its_line(folder):
    path = folder / "en.po"
    path.write_text(path.read_text("utf-8") + '\nmsgid "test.x"\nmsgstr ""\n', encoding="utf-8")
    found = {(p.path, p.rule, bool(p.line)) for p in problems(folder)}
    assert ("theme/translations/en.po", "missing-message", True) in found


def replace(path, old, new):
    """Replace *old*, which stands there once; return its line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("new", "found"),
    [("{gün}", "{gün}"), ("...", "—"), ("{day} {day}", ""), ("{day} {hour}", "{day} {hour}")],
    ids=["misspelt", "missing", "twice", "one more"],
)
def test_a_place_to_fill_in_has_the_same_name_in_both_languages(folder, new, found):
    words = "tells the day of the next event: {}."
    line = replace(folder / "en.po", words.format("{day}"), words.format(new))
    if not found:
        assert read_catalogues(folder, ("tr", "en"))
        return
    (problem,) = problems(folder)
    # A catalogue names the line of a message by its key, which stands above its words.
    assert problem.place == f"theme/translations/en.po:{line - 1}"
    assert problem.values["key"] == "home.hoist"
    assert problem.values["found"] == found
    assert "{day} in theme/translations/tr.po:" in problem.message("en")


@pytest.mark.parametrize(
    ("form", "words", "is_wrong"),
    [(0, "one item", False), (0, "{cuont} item", True), (1, "items", True)],
    ids=["one item", "misspelt", "missing"],
)
def test_one_form_of_a_plural_may_do_without_the_number(folder, form, words, is_wrong):
    path = folder / "en.po"
    before, key, after = path.read_text("utf-8").partition('msgid_plural "year.count"')
    changed = re.sub(rf'(msgstr\[{form}\]) ".*"', rf'\1 "{words}"', after, count=1)
    path.write_text(before + key + changed, encoding="utf-8")
    if is_wrong:
        (problem,) = problems(folder)
        assert problem.values["key"] == "year.count"
    else:
        assert read_catalogues(folder, ("tr", "en"))


def test_a_brace_that_is_not_closed_is_named_with_its_key(folder):
    line = replace(folder / "tr.po", "gününü söyler: {day}.", "gününü söyler: {day.")
    (problem,) = problems(folder)
    assert problem.place == f"theme/translations/tr.po:{line - 1}"
    assert "`home.hoist`" in problem.message("en")


def test_a_catalogue_that_cannot_be_read_is_named(folder):
    (folder / "tr.po").write_text('msgid "a"\nno keyword "b"\n', encoding="utf-8")
    (problem,) = problems(folder)
    assert (problem.path, problem.rule) == ("theme/translations/tr.po", "broken-catalogue")


def test_what_is_wrong_with_all_catalogues_is_told_at_once(folder):
    (folder / "tr.po").unlink()
    (folder / "en.po").write_text('msgid "a"\nno keyword "b"\n', encoding="utf-8")
    assert [(problem.path, problem.rule) for problem in problems(folder)] == [
        ("theme/translations/en.po", "broken-catalogue"),
        ("theme/translations/tr.po", "broken-catalogue"),
    ]


def test_a_key_that_nobody_wrote_is_an_error():
    words = read_catalogues(TRANSLATIONS, ("tr", "en"))["tr"]
    with pytest.raises(MissingMessage) as raised:
        words.t("no.such.key")
    error = pickle.loads(pickle.dumps(raised.value))  # it may come from another process
    problem = error.problem()
    assert (problem.path, problem.fix) == ("theme/translations/tr.po", 'msgid "no.such.key"')


def test_catalogues_that_are_remembered_say_the_same_until_one_of_them_changes(folder, tmp_path):
    memo = Memo(tmp_path / "memo.sqlite")
    first = read_catalogues(folder, ("tr", "en"), memo=memo)
    with patch("plugins.languages.compiling.compiled", side_effect=AssertionError):
        again = read_catalogues(folder, ("tr", "en"), memo=memo)
    assert {lang: words.t("home.title") for lang, words in again.items()} == {
        lang: words.t("home.title") for lang, words in first.items()
    }
    drop(folder / "en.po", "home.title")
    with pytest.raises(Problems):
        read_catalogues(folder, ("tr", "en"), memo=memo)
