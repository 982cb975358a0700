"""The memo: a shortcut that is never believed when it is damaged."""

import contextlib
import random
import sqlite3
import sys
from pathlib import Path

import pytest

from plugins.libraries import installed
from plugins.model import reading
from plugins.model.memo import Memo, code_version
from plugins.model.reading import read_documents
from plugins.model.tree import Text
from tests.conftest import PROJECT


@pytest.fixture(name="path")
def _path(tmp_path):
    return tmp_path / "memo.sqlite"


def test_what_was_kept_is_found_again(path):
    Memo(path).write({"a": {"x": 1}}, keep=[])
    assert Memo(path).read(["a", "b"]) == {"a": {"x": 1}}


def test_what_nobody_asks_for_any_more_goes(path):
    Memo(path).write({"a": 1, "b": 2}, keep=[])
    Memo(path).write({"c": 3}, keep=["a"])
    assert set(Memo(path).read(["a", "b", "c"])) == {"a", "c"}


def test_a_damaged_value_is_not_believed(path):
    Memo(path).write({"a": {"html": "good"}, "b": 2}, keep=[])
    with sqlite3.connect(path) as db:
        db.execute("UPDATE memo SET value = ? WHERE key = 'a'", (b'{"html": "evil"}',))
    db.close()
    assert Memo(path).read(["a", "b"]) == {"b": 2}


@pytest.mark.parametrize(
    "damage", [b"", b"not a database at all, really not", b"SQLite format 3\0"]
)
def test_a_damaged_file_is_made_anew(path, damage):
    path.write_bytes(damage)
    Memo(path).write({"a": 1}, keep=[])
    Memo(path).write({"a": 1}, keep=[])
    assert Memo(path).read(["a"]) == {"a": 1}


def test_a_damaged_file_is_not_left_open(path, monkeypatch):
    """Windows could not remove it, and it would stay damaged."""
    path.write_bytes(b"not a database at all, really not")
    opened, connect = [], sqlite3.connect
    monkeypatch.setattr(
        sqlite3, "connect", lambda *a, **o: opened.append(connect(*a, **o)) or opened[-1]
    )
    assert Memo(path).read(["a"]) == {}
    for connection in opened:
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            connection.execute("SELECT 1")
    assert opened


DAMAGES = [
    "UPDATE memo SET key = CAST(x'ff' AS TEXT)",  # no text
    "ALTER TABLE memo RENAME COLUMN sum TO other",
    "ALTER TABLE memo DROP COLUMN sum",
    "ALTER TABLE memo ADD COLUMN other NOT NULL DEFAULT 1; UPDATE memo SET value = 'text'",
    "DROP TABLE memo; CREATE VIEW memo AS SELECT 1 AS key, 2 AS sum, 3 AS value",
    "UPDATE memo SET value = sum, sum = value",
    "UPDATE memo SET key = CASE key WHEN 'a' THEN 'b' ELSE 'a' END",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_memo_is_mended_by_the_next_one_who_writes(path, damage):
    """Once some damages stayed, and every build from then on was one from nothing."""
    Memo(path).write({"a": 1}, keep=[])
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.executescript(damage)
    assert Memo(path).read(["a", "b"]) == {}
    Memo(path).write({"a": 2, "b": 3}, keep=[])
    assert Memo(path).read(["a", "b"]) == {"a": 2, "b": 3}


def test_another_version_of_a_library_is_another_key(tmp_path, monkeypatch):
    for version in ("1.0", "2.0"):
        (tmp_path / version / f"markdown-{version}.dist-info").mkdir(parents=True)

    def key(folder):
        monkeypatch.setattr(sys, "path", [str(tmp_path / folder)])
        installed.cache_clear()
        code_version.cache_clear()
        return code_version(PROJECT / "plugins" / "model")

    keys = [key("1.0"), key("2.0"), key("1.0")]
    monkeypatch.undo()
    installed.cache_clear()
    code_version.cache_clear()
    assert keys[0] == keys[2] != keys[1]


def test_any_bytes_may_be_damaged(path):
    kept = {f"key {n}": {"text": "metin" * n} for n in range(40)}
    Memo(path).write(kept, keep=[])
    sound, chance = path.read_bytes(), random.Random(1)
    for _ in range(60):
        start = chance.randrange(len(sound))
        cut = sound[: start + 1] if chance.random() < 0.3 else sound
        damage = chance.randbytes(chance.choice([1, 40, 4096]))
        path.write_bytes(cut[:start] + damage + cut[start + len(damage) :])
        assert Memo(path).read(kept).items() <= kept.items()
        Memo(path).write(kept, keep=[])
        assert Memo(path).read(kept).items() <= kept.items()
        Memo(path).write(kept, keep=[])
        assert Memo(path).read(kept) == kept


def test_a_memo_that_another_build_writes_is_left_alone(path, monkeypatch):
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: connect(path, timeout=0))
    Memo(path).write({"a": 1}, keep=[])
    with contextlib.closing(sqlite3.connect(path)) as db:
        db.execute("BEGIN EXCLUSIVE")
        Memo(path).write({"a": 2}, keep=[])
        db.rollback()
    assert Memo(path).read(["a"]) == {"a": 1}


def test_a_memo_that_cannot_be_written_is_no_fault(tmp_path):
    (tmp_path / "file").write_text("in the way")
    memo = Memo(tmp_path / "file" / "memo.sqlite")
    memo.write({"a": 1}, keep=[])
    assert memo.read(["a"]) == {}


def texts_of(titles):
    """Return texts of news in Turkish with these *titles*, by the names of their folders."""
    return [
        Text(
            "news",
            folder,
            "tr",
            f"content/news/{folder}/index.tr.md",
            f"---\ntitle: {title}\nsummary: S\n---\n\n## H{title}\n".encode(),
            {"a.jpg": Path(folder) / "a.jpg"},
        )
        for folder, title in titles.items()
    ]


def test_only_what_changed_is_parsed_again(path, monkeypatch):
    parsed = []
    real = reading.parse
    monkeypatch.setattr(reading, "parse", lambda data: parsed.append(data) or real(data))
    titles = {f"2026-01-0{day}-news": f"T{day}" for day in (1, 2, 3)}
    read_documents(texts_of(titles), memo=Memo(path), jobs=1)
    titles["2026-01-02-news"] = "new"
    again = read_documents(texts_of(titles), memo=Memo(path), jobs=1)
    assert parsed[3:] == [texts_of(titles)[1].data]
    assert [document.item.title for document in again] == ["T1", "new", "T3"]


def test_what_is_remembered_of_a_document_is_all_of_it(path):
    texts = texts_of({"2026-01-01-news": "T", "2026-01-02-news": "[", "2026-01-03-news": "…"})
    made = read_documents(texts, memo=Memo(path), jobs=1)
    kept = read_documents(texts, memo=Memo(path), jobs=1)
    assert [problem.rule for document in kept for problem in document.problems]
    for one, other in zip(made, kept, strict=True):
        assert vars(one) == vars(other)


def test_many_texts_are_shared_out_and_come_back_in_order(path):
    texts = texts_of({f"2026-01-01-n{n}": f"T{n}" for n in range(250)})
    several = read_documents(texts, memo=Memo(path), jobs=2)
    assert [document.item.title for document in several] == [f"T{n}" for n in range(250)]
    alone = read_documents(texts, memo=Memo(path.with_name("other")), jobs=1)
    assert [vars(document) for document in several] == [vars(document) for document in alone]
