"""Results kept on disk by the content they were made from.

A memo is only ever a shortcut: the key holds everything that the result depends on, and the
result carries its own digest. What is damaged, half written or of another version is not believed
but made again.
"""

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

LIBRARIES = (
    *("babel", "feedgen", "icalendar", "jinja2", "lxml", "markdown", "pillow", "pydantic"),
    "pyyaml",
)
"""The libraries that shape what is kept."""


def digest(*parts: bytes) -> str:
    """Return a name for *parts* that changes when any of them does."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


@cache
def code_version(folder: Path) -> bytes:
    """Return a name for the code in *folder* and the libraries below it.

    It is part of every key: what other code has made is never found.
    """
    files = (path.read_bytes() for path in sorted(folder.rglob("*.py")))
    return digest(*files, *_versions()).encode()


@cache
def _versions() -> list[bytes]:
    return [f"{name} {version(name)}".encode() for name in LIBRARIES]


class Memo:
    """JSON values by key, in one SQLite file that two builds may use at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return the values of those *keys* that are kept and sound."""
        wanted = set(keys)
        try:
            with contextlib.closing(self._open()) as db:
                rows = db.execute("SELECT key, sum, value FROM memo").fetchall()
        except (sqlite3.Error, OSError):
            return {}
        found = {}
        for key, checksum, value in rows:
            if key in wanted and isinstance(value, bytes) and checksum == digest(value):
                found[key] = json.loads(value)
        return found

    def write(self, values: dict[str, Any], *, keep: Iterable[str]) -> None:
        """Keep *values*, bytes being JSON already; of what was there only the keys in *keep*.

        A memo that can't be written is no fault of the build: the next one takes longer.
        """
        rows = [
            (key, value if isinstance(value, bytes) else json.dumps(value).encode())
            for key, value in values.items()
        ]
        kept = {*keep, *values}
        try:
            with contextlib.closing(self._open()) as db, db:
                db.executemany(
                    "INSERT OR REPLACE INTO memo VALUES (?, ?, ?)",
                    [(key, digest(value), value) for key, value in rows],
                )
                stale = [k for (k,) in db.execute("SELECT key FROM memo") if k not in kept]
                db.executemany("DELETE FROM memo WHERE key = ?", [(key,) for key in stale])
        except (sqlite3.OperationalError, OSError):
            pass  # locked by another build, or a disk that is full
        except sqlite3.DatabaseError:
            with contextlib.suppress(OSError):
                self._path.unlink()

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self._path, timeout=5)
        # What a power cut leaves behind is found out by the digests: no need to wait for the disk.
        db.execute("PRAGMA synchronous = OFF")
        db.execute("CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, sum TEXT, value BLOB)")
        return db
