"""The index of one language: what the script in the browser loads, in small files.

`index.json` says which others there are. A *shard* holds the words from one beginning to the next,
each with the entries it stands in; a *chunk* holds what a result shows of some entries. Both are
named by their content: what a visitor's browser has kept is never of another build.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from plugins.model.memo import digest
from plugins.search.entries import Entry
from plugins.search.texts import LEVELS

CHUNK = 10
"""Entries in a chunk: a page of results comes from few of them while the site is small."""

SHARD = 10_000
"""Characters from which on a shard is full: 4 kB on the way, of a large site 8."""

WORTH_A_FILE = SHARD // 4
"""From so many characters on the next letter begins a new shard."""

BEGINNING = 3
"""Words with the same first letters are in one shard: no stem is told apart by less."""

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
NAME = 10
"""Characters of the name of a file."""

Postings = dict[str, str]
"""For each word, by level and with commas between, the numbers of its entries: in base 36, each as
its distance from the one before it."""


@dataclass(frozen=True)
class File:
    """A file of the index: its name, and what it holds."""

    name: str
    content: str


def build_index(
    entries: Mapping[int, Entry], words: Mapping[int, Sequence[str]], rules: Mapping[str, Any]
) -> Iterator[File]:
    """Yield the files of the index of those numbered *entries*; *words* are those of each level.

    A higher number is a newer entry. An entry has the same number in each language.
    """
    shards = [
        (beginning, _file(f"words {beginning}", part)) for beginning, part in cut(postings(words))
    ]
    last = max(entries, default=0)
    chunks = [
        _file(f"entries {first}", [_row(entries.get(n)) for n in range(first, first + CHUNK)])
        for first in range(0, last + 1, CHUNK)
    ]
    contents = {
        "entries": len(entries),
        "first_dated": min((n for n, entry in entries.items() if entry.day), default=last + 1),
        "chunk": CHUNK,
        "chunks": [file.name.removesuffix(".json") for file in chunks],
        "shards": [[beginning, file.name.removesuffix(".json")] for beginning, file in shards],
        "rules": rules,
    }
    yield File("index.json", _json(contents))
    yield from (file for _, file in shards)
    yield from chunks


def postings(words: Mapping[int, Sequence[str]]) -> Postings:
    """Return in which entries each word stands, by the best of its levels."""
    found: list[dict[str, list[int]]] = [{} for _ in LEVELS]
    for number in sorted(words):
        for level, line in zip(found, words[number], strict=True):
            for word in line.split():
                level.setdefault(word, []).append(number)
    steps = [_base36(n) for n in range(max(words, default=0) + 1)]
    return {
        word: ",".join(_steps(level.get(word, ()), steps) for level in found).rstrip(",")
        for word in sorted(set().union(*found))
    }


def cut(words: Postings) -> Iterator[tuple[str, Postings]]:
    """Yield *words* in parts, each with its beginning; of a large site, each of a single letter.

    So a new word moves no more than the parts behind it that begin with its letter.
    """
    part: Postings = {}
    size, first, letter = 0, "", ""
    for beginning, group in groupby(words.items(), key=lambda item: item[0][:BEGINNING]):
        least = SHARD if beginning[0] == letter else WORTH_A_FILE
        if part and size >= least:
            yield first, part
            part, size = {}, 0
        first, letter = first if part else beginning, beginning[0]
        own = dict(group)
        part |= own
        size += sum(len(word) + len(places) for word, places in own.items())
    if part:
        yield first, part


def _steps(numbers: Iterable[int], steps: Sequence[str]) -> str:
    before, line = 0, []
    for number in numbers:
        line.append(steps[number - before])
        before = number
    return " ".join(line)


def _base36(number: int) -> str:
    text = DIGITS[number % 36]
    while number := number // 36:
        text = DIGITS[number % 36] + text
    return text


def _row(entry: Entry | None) -> list[str] | None:
    """Return what a result shows of *entry*; none where this language lacks it."""
    return [entry.url, entry.title, entry.summary, entry.sign, entry.day] if entry else None


def _file(role: str, value: Any) -> File:
    content = _json(value)
    # The role is part of the name: two files of the same content are still two.
    return File(f"{digest(role.encode(), content.encode())[:NAME]}.json", content)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
