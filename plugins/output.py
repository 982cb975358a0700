"""The output folder: written beside the last good one, and put in its place when all is well."""

import os
import shutil
import time
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.writers import Writer

from plugins.model.problem import Problem, Problems

AN_HOUR = 3600
TRIES = 3


class Staging:
    """A folder beside the output in which a build is written.

    A build that fails, or is killed, leaves the output as the last good one left it. Two builds at
    once each have their own folder; the one that is done last stays.
    """

    def __init__(self, output: Path) -> None:
        self.output = output
        self.path = output.with_name(f".{output.name}-new-{os.getpid()}")
        self._old = output.with_name(f".{output.name}-old-{os.getpid()}")

    def __enter__(self) -> "Staging":
        self._recover()
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        return self

    def __exit__(self, *exception: object) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def publish(self) -> None:
        """Put the new folder in the place of the output."""
        for attempt in range(TRIES):
            try:
                if self.output.exists():
                    self.output.rename(self._old)
                self.path.rename(self.output)
                break
            except OSError:  # another build was faster between the two lines
                if attempt == TRIES - 1:
                    raise
            finally:
                shutil.rmtree(self._old, ignore_errors=True)

    def _recover(self) -> None:
        """Clear up after builds that were killed."""
        old = sorted(self.output.parent.glob(f".{self.output.name}-old-*"))
        if old and not self.output.exists():
            # Killed between the two renames: the last good output has this name now.
            old.pop().rename(self.output)
        abandoned = self.output.parent.glob(f".{self.output.name}-new-*")
        for folder in (*old, *(f for f in abandoned if time.time() - f.stat().st_mtime > AN_HOUR)):
            shutil.rmtree(folder, ignore_errors=True)


class Output(Writer):
    """Pelican's writer: writes each address once, and what has not changed not at all."""

    def __init__(self, output_path: str, settings: dict[str, Any]) -> None:
        super().__init__(output_path, settings)
        self._root = Path(output_path)
        self._last = Path(settings["LAST_OUTPUT"])
        self._sources: dict[str, str] = {}

    @property
    def addresses(self) -> set[str]:
        """Every address that has been written."""
        return set(self._sources)

    def write(self, url: str, data: bytes | str, *, source: str) -> None:
        """Write what answers at *url*; *source* says what it was made from.

        Raises:
            Problems: the address has been written already, from another source.
        """
        content = data.encode("utf-8") if isinstance(data, str) else data
        path, last = self._claim(url, source)
        if last.is_file() and last.read_bytes() == content:
            _link(last, path)
        else:
            path.write_bytes(content)

    def copy(self, url: str, file: Path, *, source: str) -> None:
        """Write the content of *file* at *url*."""
        self.write(url, file.read_bytes(), source=source)

    def _claim(self, url: str, source: str) -> tuple[Path, Path]:
        """Return where the file for *url* goes, and where the last build has it."""
        if url in self._sources:
            values = {"found": url, "other": self._sources[url]}
            raise Problems([Problem(source, 0, "same-address", values)])
        self._sources[url] = source
        name = url.lstrip("/") + ("index.html" if url.endswith("/") else "")
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path, self._last / name


def _link(last: Path, path: Path) -> None:
    """Let *path* be the same file as *last*: no bytes are written, and its time stays."""
    try:
        os.link(last, path)
    except OSError:  # a file system without hard links
        shutil.copy2(last, path)


def get_writer(pelican: Pelican) -> type[Output]:
    return Output


def register() -> None:
    signals.get_writer.connect(get_writer)
