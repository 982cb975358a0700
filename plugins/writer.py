"""Pelican's writer: each address once, and nothing made again from the same things."""

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISREG
from typing import Any
from urllib.parse import unquote

from pelican import Pelican, signals
from pelican.writers import Writer

from plugins.model.memo import Memo
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


class SiteWriter(Writer):
    """Writes into the folder of the build; what has not changed is taken from the last output."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
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

    def write_made(self, pieces: Sequence[Made], *, memo: Memo) -> None:
        """Write all *pieces*, and make only those whose version is not the one in the *memo*.

        Raises:
            Problems: an address has been written already, or a piece can't be made.
        """
        for piece in pieces:
            for url in piece.urls:
                self._claim(url, piece.source)
        known = memo.read([url for piece in pieces for url in piece.urls])
        new = [piece for piece in pieces if not self._take_over(piece, known)]
        made = {
            url: kept for share in share_out(self._make, new, self._jobs) for url, kept in share
        }
        if made or len(known) != sum(len(piece.urls) for piece in pieces):
            memo.write(made, keep=[url for piece in pieces for url in piece.urls])

    def _make(self, pieces: Sequence[Made]) -> list[tuple[str, list[Any]]]:
        """Make and write *pieces*; return for each address what the memo keeps of it."""
        kept = []
        for piece in pieces:
            for url, data in zip(piece.urls, piece.make(), strict=True):
                kept.append((url, [piece.version, *self._put(url, data)]))
        return kept

    def _take_over(self, piece: Made, known: dict[str, Any]) -> bool:
        """Take *piece* from the last output if it was made from the same and nobody touched it."""
        for url in piece.urls:
            version, *stamp = known.get(url, (None,))
            if version != piece.version or _stamp(f"{self._last}/{_name(url)}") != stamp:
                return False
        for url in piece.urls:
            _link(f"{self._last}/{_name(url)}", self._place(url))
        return True

    def _put(self, url: str, data: bytes | str) -> list[int]:
        """Write *data*, or link what is the same already; return the stamp of the file."""
        content = data.encode("utf-8") if isinstance(data, str) else data
        path, last = self._place(url), f"{self._last}/{_name(url)}"
        if _holds(last, content):
            _link(last, path)
        else:
            with open(path, "wb") as file:
                file.write(content)
        return _stamp(path) or []

    def _claim(self, url: str, source: str) -> None:
        if url in self._sources:
            values = {"found": url, "other": self._sources[url]}
            raise Problems([Problem(source, 0, "same-address", values)])
        self._sources[url] = source

    def _place(self, url: str) -> str:
        path = f"{self._root}/{_name(url)}"
        folder = path[: path.rindex("/")]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        return path


def _name(url: str) -> str:
    return unquote(url).lstrip("/") + ("index.html" if url.endswith("/") else "")


def _stamp(path: str) -> list[int] | None:
    """Return the size of the file *path* and its time in nanoseconds; None if there is none.

    Nobody writes into the output but us: what has both has not been touched.
    """
    try:
        file = os.stat(path)
    except OSError:
        return None
    return [file.st_size, file.st_mtime_ns] if S_ISREG(file.st_mode) else None


def _holds(path: str, content: bytes) -> bool:
    """Tell whether *content* is what the file *path* holds."""
    try:
        with open(path, "rb") as file:
            return file.read() == content
    except OSError:
        return False


def _link(last: str, path: str) -> None:
    """Let *path* be the same file as *last*: no bytes are written, and its time stays."""
    try:
        os.link(last, path)
    except OSError:  # a file system without hard links
        shutil.copy2(last, path)


def get_writer(pelican: Pelican) -> type[SiteWriter]:
    return SiteWriter


def register() -> None:
    signals.get_writer.connect(get_writer)
