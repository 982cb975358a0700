"""The writer of a build: each address once, and nothing made again from the same things."""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from stat import S_ISREG
from typing import Any
from urllib.parse import unquote

from plugins.model.memo import Record
from plugins.model.problem import Problem, Problems
from plugins.sharing import share_out


@dataclass(frozen=True)
class Made:
    """Something to write: where it answers, and how it is made, if it has to be made again."""

    urls: tuple[str, ...]
    """Addresses of the site; one that ends with a slash is a page."""
    source: str
    """What it is made from, for messages."""
    version: str
    """A name that changes when anything that it is made from does."""
    make: Callable[[], Sequence[bytes | str]]
    """Returns what answers at each of *urls*."""


@dataclass(frozen=True)
class Lot:
    """Pieces that come from the same, such as lists: told only if that has changed."""

    version: str
    """A name that changes when any of the pieces does, or which they are."""
    pieces: Callable[[], Sequence[Made]]

    def recall(self, kept: Mapping[str, Any] | None) -> Sequence[Made]:
        """Return its pieces; if *kept* is what is kept of this very lot, without telling them."""
        if not kept or kept["version"] != self.version:
            return self.pieces()

        def make(urls: tuple[str, ...]) -> Sequence[bytes | str]:
            return by_urls()[urls].make()

        by_urls = cache(lambda: {piece.urls: piece for piece in self.pieces()})
        return [
            Made(tuple(urls), source, version, partial(make, tuple(urls)))
            for urls, source, version in kept["pieces"]
        ]

    def keep(self, pieces: Sequence[Made]) -> dict[str, Any]:
        """Return what is kept of the lot, whose *pieces* these are."""
        told = [[list(piece.urls), piece.source, piece.version] for piece in pieces]
        return {"version": self.version, "pieces": told}


class SiteWriter:
    """Writes into the folder of the build; what has not changed is taken from the last output."""

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        self._root = str(output_path)
        self._last = str(settings["LAST_OUTPUT"])
        self._jobs: int = settings["JOBS"]
        self._sources: dict[str, str] = {}
        self._folders: set[str] = set()
        """Those that have been made."""

    @property
    def addresses(self) -> set[str]:
        """Every address that has been written."""
        return set(self._sources)

    def write(self, url: str, data: bytes | str, *, source: str) -> None:
        """Write what answers at *url*; *source* says what it was made from.

        Raises:
            Problems: the address has been written already, from another source.
        """
        self._claim(url, source)
        self._put(url, data)

    def copy(self, url: str, file: Path, *, source: str) -> None:
        """Write the content of *file* at *url*."""
        self.write(url, file.read_bytes(), source=source)

    def write_made(self, pieces: Iterable[Made], *, lot: Lot | None = None, record: Record) -> int:
        """Write all *pieces* and the *lot*, and return how many they are.

        Made are only those whose version is not the one in the *record* of the last build.

        Raises:
            Problems: an address has been written already, or a piece can't be made.
        """
        last = record.read() or {"files": {}, "lot": None}
        files, members = last["files"], lot.recall(last["lot"]) if lot else ()
        pieces = [*pieces, *members]
        for piece in pieces:
            for url in piece.urls:
                self._claim(url, piece.source)
        new = [piece for piece in pieces if not self._take_over(piece, files)]
        made = dict(pair for share in share_out(self._make, new, self._jobs) for pair in share)
        now = {
            "files": {url: made.get(url) or files[url] for piece in pieces for url in piece.urls},
            "lot": lot.keep(members) if lot else None,
        }
        if now != last:
            record.write(now)
        return len(pieces)

    def _make(self, pieces: Sequence[Made]) -> list[tuple[str, list[Any]]]:
        """Make and write *pieces*; return for each address what the memo keeps of it."""
        kept = []
        for piece in pieces:
            for url, data in zip(piece.urls, piece.make(), strict=True):
                kept.append((url, [piece.version, *self._put(url, data)]))
        return kept

    def _take_over(self, piece: Made, files: Mapping[str, Sequence[Any]]) -> bool:
        """Take *piece* from the last output if it was made from the same and nobody touched it."""
        kept = [files.get(url, (None,)) for url in piece.urls]
        if any(version != piece.version for version, *_ in kept):
            return False
        return all(
            self._take(url, partial(_has_stamp, stamp=stamp))
            for url, (_, *stamp) in zip(piece.urls, kept, strict=True)
        )

    def _put(self, url: str, data: bytes | str) -> list[int]:
        """Write *data*, or link what is the same already; return the stamp of the file."""
        content = data.encode("utf-8") if isinstance(data, str) else data
        path = self._place(url)
        if not self._take(url, partial(_holds, content=content)):
            with open(path, "wb") as file:
                file.write(content)
        return _stamp(path)

    def _take(self, url: str, is_same: Callable[[str], bool]) -> bool:
        """Let *url* be the same file as in the last output, if that *is_same*.

        It is looked at when it is linked already: at any moment before, another build may put its
        own output in the place of the last one.
        """
        path = self._place(url)
        with contextlib.suppress(OSError):
            _link(f"{self._last}/{_name(url)}", path)
            if is_same(path):
                return True
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        return False

    def _claim(self, url: str, source: str) -> None:
        if url in self._sources:
            values = {"found": url, "other": self._sources[url]}
            raise Problems([Problem(source, 0, "same-address", values)])
        self._sources[url] = source

    def _place(self, url: str) -> str:
        path = f"{self._root}/{_name(url)}"
        folder = path[: path.rindex("/")]
        if folder not in self._folders:
            try:
                os.mkdir(folder)
            except OSError:  # it is there, or the one above it is not
                os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        return path


def _name(url: str) -> str:
    return unquote(url).lstrip("/") + ("index.html" if url.endswith("/") else "")


def _stamp(path: str) -> list[int]:
    """Return the size of the file *path*, and its time in nanoseconds; of a link, nothing.

    Nobody writes into the output but us: what has both still has not been touched.
    """
    file = os.lstat(path)
    return [file.st_size, file.st_mtime_ns] if S_ISREG(file.st_mode) else []


def _has_stamp(path: str, stamp: Sequence[int]) -> bool:
    return _stamp(path) == stamp


def _holds(path: str, content: bytes) -> bool:
    if _stamp(path)[:1] != [len(content)]:
        return False
    with open(path, "rb") as file:
        return file.read() == content


def _link(last: str, path: str) -> None:
    """Let *path* be the same file as *last*: no bytes are written, and its time stays."""
    try:
        os.link(last, path)
    except (FileNotFoundError, FileExistsError):
        raise
    except OSError:  # a file system without hard links
        shutil.copy2(last, path)


def get_writer(pelican: object) -> type[SiteWriter]:
    """Return the writer that Pelican is to make."""
    return SiteWriter


def register() -> None:
    """Have Pelican ask for the writer in its runs."""
    from pelican import signals  # noqa: PLC0415  slow to load, and Pelican has loaded it

    signals.get_writer.connect(get_writer, weak=False)
