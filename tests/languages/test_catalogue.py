"""The words of the theme: the same messages in both languages, or no build."""

import pickle
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
