"""What was found in each of many things, taken over by the next check where the thing is the same.

A check of one edited text would otherwise spend its time on looking up thousands of others one by
one. So what was found is kept in a few rows, each of many names, and each name beside the mark of
what it was found in: the digest of a text, the size and the time of a file.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any
from zlib import crc32

from plugins.model.memo import Memo, digest

ROWS = 64
"""Of each family. What changes is written anew together with what shares its row."""

Find = Callable[[Sequence[str]], Iterable[tuple[str, Any]]]
"""Finds anew: of the names given, each with what JSON can hold."""


class Findings:
    """Findings by family and name, as *memo* keeps them.

    *families* are all there are in the memo; *version* names everything beside the marks that they
    depend on. What is damaged, or of another version, is not there, and is found anew.
    """

    def __init__(self, memo: Memo, version: bytes, families: Iterable[str]) -> None:
        self._memo = memo
        self.version = version
        self._prefix = digest(version)
        keys = {self._key(family, row) for family in families for row in range(ROWS)}
        self._kept: dict[str, dict[str, list[Any]]] = memo.read(keys)
        self._stale: set[str] = set()
        """The rows to be written."""

    def of(self, family: str, marks: Mapping[str, str], find: Find) -> dict[str, Any]:
        """Return what is found by each name of *marks*; *find* finds what is not kept.

        What is kept of a name under another mark, or of a name that is none any more, is forgotten.
        """
        known: dict[str, list[Any]] = {}
        for row in range(ROWS):
            known |= self._kept.get(self._key(family, row), {})
        new = [n for n, mark in marks.items() if n not in known or known[n][0] != mark]
        gone = known.keys() - marks.keys()
        if new or gone:
            # In the form in which the next check finds it.
            found = {name: [marks[name], json.loads(_json(value))] for name, value in find(new)}
            self._renew(family, found, gone)
            known |= found
        return {name: known[name][1] for name in marks}

    def before(self, family: str, name: str) -> Any:
        """Return what was found by *name* last, under whatever mark; None if nothing was."""
        row = self._kept.get(self._key(family, _row(name)), {})
        return row[name][1] if name in row else None

    def save(self) -> None:
        """Keep what was found for the next check."""
        if self._stale:
            rows = {key: _json(self._kept[key]) for key in self._stale}
            self._memo.write(rows, keep=self._kept)

    def _renew(self, family: str, found: Mapping[str, list[Any]], gone: Iterable[str]) -> None:
        changes: dict[str, dict[str, list[Any] | None]] = defaultdict(dict)
        for name, value in [*found.items(), *dict.fromkeys(gone).items()]:
            changes[self._key(family, _row(name))][name] = value
        for key, change in changes.items():
            row = self._kept.get(key, {}) | change
            self._kept[key] = {name: value for name, value in row.items() if value is not None}
        self._stale.update(changes)

    def _key(self, family: str, row: int) -> str:
        return f"{self._prefix} {family} {row}"


def _row(name: str) -> int:
    # The name of a file may be any bytes.
    return crc32(name.encode(errors="surrogatepass")) % ROWS


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(
        errors="surrogatepass"
    )
