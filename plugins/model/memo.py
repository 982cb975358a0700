"""Results kept on disk by the content they were made from.

A memo is only ever a shortcut: the key holds everything that the result depends on, and the
result carries its own digest. What is damaged, half written or of another version is not believed
but made again.
"""

import contextlib
import hashlib
import json
import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from plugins.libraries import installed

OF_THE_MOMENT = tuple(
    f"SQLITE_{name}" for name in "BUSY CANTOPEN FULL IOERR LOCKED READONLY".split()
)
"""Errors of SQLite that say nothing about what is kept: another build, the disk, its rights."""


def digest(*parts: bytes) -> str:
    """Return a name for *parts* that changes when any of them does."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()


@cache
def code_version(folder: Path) -> bytes:
    """Return a name for the code in *folder* and the libraries that it may use.

    It is part of every key: what other code has made is never found.
    """
    files = (path.read_bytes() for path in sorted(folder.rglob("*.py")))
    return digest(*files, repr(installed()).encode()).encode()


def _name(error: Exception) -> str:
    name: str = getattr(error, "sqlite_errorname", "")
    return name


def _sum(key: str, value: bytes) -> str:
    return digest(key.encode(), value)


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path*; another build may do the same: a file is whole, or is not there."""
    half = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        half.write_bytes(data)
        half.replace(path)
    except BaseException:  # the disk is full, or somebody has had enough
        half.unlink(missing_ok=True)
        raise


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write *files* by name into the new *folder*: it is there with all of them, or not at all."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    half = folder.with_name(f".{folder.name}-{os.getpid()}")
    try:
        half.mkdir()
        for name, data in files.items():
            (half / name).write_bytes(data)
        half.rename(folder)
    except BaseException:
        shutil.rmtree(half, ignore_errors=True)
        raise


class Record:
    """One value in JSON, in a file that is read and written as a whole."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Any:
        """Return the value; None if there is none, or none that is sound."""
        try:
            checksum, _, value = self._path.read_bytes().partition(b"\n")
        except OSError:
            return None
        return json.loads(value) if checksum == digest(value).encode() else None

    def write(self, value: Any) -> None:
        """Keep *value*, or not: that is no fault of the build, and the next one takes longer."""
        data = json.dumps(value).encode()
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self._path, digest(data).encode() + b"\n" + data)


class Memo:
    """Values by key, in one SQLite file that two builds may use at once."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return the values of those *keys* that are kept and sound, which are JSON."""
        return {key: json.loads(value) for key, value in self.read_bytes(keys).items()}

    def read_bytes(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the same as it was written, whatever it is."""
        wanted = set(keys)
        try:
            with contextlib.closing(self._open()) as db:
                rows = db.execute("SELECT key, sum, value FROM memo").fetchall()
        except (sqlite3.Error, OSError) as error:
            self._mend(error)
            return {}
        return {
            key: value
            for key, checksum, value in rows
            if key in wanted and isinstance(value, bytes) and checksum == _sum(key, value)
        }

    def write(self, values: dict[str, Any], *, keep: Iterable[str]) -> None:
        """Keep *values*, in JSON but for bytes; of what was there only the keys in *keep*.

        A memo that can't be written is no fault of the build: the next one takes longer.
        """
        rows = [
            (key, value if isinstance(value, bytes) else json.dumps(value).encode())
            for key, value in values.items()
        ]
        kept = {*keep, *values}
        for _ in range(2):
            try:
                self._replace(rows, kept)
                break
            except (sqlite3.Error, OSError) as error:
                if not self._mend(error):
                    break

    def _replace(self, rows: list[tuple[str, bytes]], kept: set[str]) -> None:
        with contextlib.closing(self._open()) as db, db:
            db.executemany(
                "INSERT OR REPLACE INTO memo (key, sum, value) VALUES (?, ?, ?)",
                [(key, _sum(key, value), value) for key, value in rows],
            )
            stale = [k for (k,) in db.execute("SELECT key FROM memo") if k not in kept]
            db.executemany("DELETE FROM memo WHERE key = ?", [(key,) for key in stale])

    def _mend(self, error: Exception) -> bool:
        """Remove the file and return True if *error* says that it is damaged, or of old."""
        if isinstance(error, OSError) or _name(error).startswith(OF_THE_MOMENT):
            return False
        for path in (self._path, self._path.with_name(f"{self._path.name}-journal")):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        return True

    def _open(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(self._path, timeout=5)
        try:
            # What a power cut leaves behind is found out by the digests: no need to wait.
            db.execute("PRAGMA synchronous = OFF")
            db.execute(
                "CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, sum TEXT, value BLOB)"
            )
        except BaseException:
            db.close()  # Windows removes no file that is open
            raise
        return db
