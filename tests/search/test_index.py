"""The index as it is built: what is in it, what is not, and how it is cut."""

import inspect
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins import search
from plugins.languages.formats import Formats
from plugins.languages.item import Item
from plugins.model.memo import Memo
from plugins.search.index import BEGINNING, SHARD, WORTH_A_FILE, cut, postings
from plugins.search.rules import read_rules
from plugins.search.words import Folding
from tests.conftest import SmallSite
from tests.test_build import files

FOLDERS = {"tr": "ara/data", "en": "en/search/data"}


def read(site: SmallSite, lang: str) -> tuple[dict, dict[str, str], list]:
    """Return the contents of an index, its words, and what its results show."""
    folder = site.output / FOLDERS[lang]

    def load(name: str):
        return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))

    contents = load("index")
    words = {word: at for _, name in contents["shards"] for word, at in load(name).items()}
    return contents, words, [row for name in contents["chunks"] for row in load(name)]


def numbers(places: str) -> list[list[int]]:
    """Return the entries of a word, by level, as the script in the browser reads them."""
    levels = []
    for steps in places.split(","):
        own, number = [], 0
        for step in steps.split():
            number += int(step, 36)
            own.append(number)
        levels.append(own)
    return levels


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("İZMİR’DE IĞDIR, ığdır ve Kâğıt", "izmir igdir kagit"),
        ("UNHCR'nin 2026’daki e-bülteni", "unhcr 2026 bulteni ebulteni"),
        ("d’Azur, O’Neill; Łódź & Straße", "azur neill lodz strasse"),
        ("Dernek\u00adler, i\u0307zin ve S\u0327i\u0307le", "dernekler izin sile"),
        ("21. yüzyıl: 3 A, ne de Ω", "21 yuzyil"),
    ],
)
def test_words_are_folded_as_people_type_them(text, words):
    assert Folding(read_rules()["tr"]).words(text) == set(words.split())


@given(st.text("aİıIΣ’'-‐ \n\t\u00ad\u0307\u0327\u2000\x85\u200bß1.", max_size=20))
def test_words_are_those_of_the_whole_text_whatever_stands_beside_them(text):
    """They are looked for between two blanks, and remembered."""
    folding = Folding(read_rules()["tr"])
    assert folding.words(text) == folding._find(text)


def test_places_are_told_by_the_best_level():
    words = {
        3: ["kent", "", "", "", ""],
        40: ["", "", "", "deniz", "kent"],
        77: ["kent", *[""] * 4],
    }
    found = postings(words)
    assert list(found) == ["deniz", "kent"]
    assert numbers(found["kent"]) == [[3, 77], [], [], [], [40]]
    assert numbers(found["deniz"]) == [[], [], [], [40]]


def test_words_of_one_beginning_are_in_one_shard():
    words = {
        f"{a}{b}{c}{d:04}": "1 2 3 4 5 6"
        for a in "abc"
        for b in "de"
        for c in "fg"
        for d in range(99)
    }
    shards = list(cut(dict(sorted(words.items()))))
    assert {word: at for _, shard in shards for word, at in shard.items()} == words
    assert len(shards) >= 3
    for first, shard in shards:
        assert next(iter(shard)).startswith(first)
        assert sum(map(len, shard)) < SHARD + WORTH_A_FILE
    where = {}
    for first, shard in shards:
        for word in shard:
            assert where.setdefault(word[:BEGINNING], first) == first


def test_what_stands_in_no_list_is_not_found(built):
    for lang in FOLDERS:
        _, words, rows = read(built, lang)
        assert not {"taslaktaslak", "bekleyenbekleyen"} & words.keys()
        listed = {item.url for item in built.result.site.of(lang)}
        items = {item.url for item in built.result.site.items[lang]}
        shown = {row[0] for row in rows if row}
        assert listed <= shown
        assert not (items - listed) & shown


def test_examples_are_not_in_the_build_that_goes_public(site):
    site.build()
    assert any("/e-bulten/e-bulten-sayi-1/" in (row or ()) for row in read(site, "tr")[2])
    site.build(publish=True)
    assert not any("/e-bulten/e-bulten-sayi-1/" in (row or ()) for row in read(site, "tr")[2])


def test_an_item_has_one_number_in_both_languages(built):
    rows = {lang: read(built, lang)[2] for lang in FOLDERS}
    pairs = {
        (item.url, next(a.url for a in item.alternates if a.lang == "en"))
        for item in built.result.site.of("tr")
        if item.translation and item.translation.listed
    }
    both = {(tr[0], en[0]) for tr, en in zip(rows["tr"], rows["en"], strict=False) if tr and en}
    assert pairs
    assert pairs <= both


def test_the_newest_have_the_highest_numbers(built):
    contents, _, rows = read(built, "tr")
    days = [row[4] for row in rows if row]
    assert days == sorted(days)
    first = contents["first_dated"]
    assert rows[first][4]
    assert not any(row[4] for row in rows[:first] if row)


def test_all_that_is_written_for_readers_is_found(built):
    """Parties, decisions, participants, notes, places, days; no addresses or names of files."""
    _, words, _ = read(built, "tr")
    for word in "gaziantep karar unhcr temsilciler bursa gundem kasim".split():
        assert word in words
    assert not {"https", "svg", "pdf", "kapak"} & words.keys()


def test_after_an_edit_only_the_words_it_changes_are_written_anew(site):
    site.build()
    before = {path: data for path, data in files(site.output).items() if "ara/data" in str(path)}
    site.replace("news/2026-11-06-kongre/index.tr.md", "Bir dipnot.", "Bir zürafa.")
    site.build()
    after = {path: data for path, data in files(site.output).items() if "ara/data" in str(path)}
    changed = {path for path in after if before.get(path) != after[path]}
    assert len(changed) <= 3  # the contents, and where zürafa is now and dipnot was
    assert "zurafa" in read(site, "tr")[1]


def test_words_are_read_again_when_any_code_that_words_them_changes(tmp_path, monkeypatch):
    """Once only that of search itself counted, and not that of days and countries."""
    folders = []
    monkeypatch.setattr(search, "code_version", lambda folder: folders.append(folder) or b"")
    search.read_words("tr", {}, memo=Memo(tmp_path / "words.sqlite"), jobs=1)
    for part in (Folding, Formats, Item):
        assert any(Path(inspect.getfile(part)).is_relative_to(folder) for folder in folders)
