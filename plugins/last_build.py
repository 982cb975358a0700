"""The last build: what it was made of, and whether what came of it still stands.

A build is a pure function. If none of its inputs has changed since the last one, and nobody has
touched what that one wrote, there is nothing to do. To find that out takes a fifth of a second for
a thousand posts, and none of the libraries that a build needs: only the standard library is
imported here.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG
from typing import Any
from zoneinfo import ZoneInfo

from plugins.configuration import CONFIGURATIONS, outbox_beside, read_configuration
from plugins.libraries import installed

CODE = ("plugins", "tasks.py")


@dataclass(frozen=True)
class LastBuild:
    """The inputs of a build that is about to begin, beside the record of the last one."""

    record: Path
    frame: str
    """A name for the settings, the code and the libraries of the build."""
    inputs: str
    """A name for everything that the build depends on."""
    made: tuple[Path, ...]
    """The folders that it writes."""

    def said(self) -> Mapping[str, str] | None:
        """Return what the last build said at its end, by language, if it would say it again."""
        if self._last.get("inputs") != self.inputs or not self._last.get("said"):
            return None
        said: Mapping[str, str] = self._last["said"]
        try:
            return said if self._last["made"] == _state(self.made) else None
        except (OSError, KeyError):
            return None

    def has_its_frame(self) -> bool:
        """Return whether the last build had the same settings, code and libraries, and was good."""
        return bool(self._last.get("frame") == self.frame)

    def remember(self, said: Mapping[str, str]) -> None:
        """Keep that the build has been done, and what it said by language, if it may say it again.

        Where it may not, *said* is empty.
        """
        record = {
            "frame": self.frame,
            "inputs": self.inputs,
            "made": _state(self.made) if said else "",
            "said": said,
        }
        draft = self.record.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):  # the next build takes longer, and no more
            text = json.dumps(record)
            draft.write_text(f"{_sum(text)}\n{text}", encoding="utf-8")
            draft.replace(self.record)

    @cached_property
    def _last(self) -> dict[str, Any]:
        """What is kept of the last build; nothing where it is damaged or of another version."""
        try:
            checksum, _, text = self.record.read_text(encoding="utf-8").partition("\n")
            record: dict[str, Any] = json.loads(text) if checksum == _sum(text) else {}
        except (OSError, ValueError):
            return {}
        return record


def _sum(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=20).hexdigest()


def last_build(project: Path, *, publish: bool, as_of: str | None) -> LastBuild | None:
    """Return the build of *project* that is asked for, beside the last one.

    None where the inputs can't be told, as with settings that do not load: the build says why.
    """
    try:
        settings = read_configuration(project / CONFIGURATIONS[publish])
        day = as_of or datetime.now(ZoneInfo(settings["TIMEZONE"])).date().isoformat()
        frame = hashlib.blake2b(repr((sorted(settings.items()), installed())).encode())
        others = [path for path in settings.get("PLUGIN_PATHS", ()) if path != "."]
        _add(frame, project, [project / name for name in (*CODE, *others)])
        inputs = hashlib.blake2b(repr((day, publish)).encode() + frame.digest())
        _add(inputs, project, [project / settings[name] for name in ("PATH", "THEME")])
        memo = project / settings["MEMO_PATH"]
        output = project / settings["OUTPUT_PATH"]
        made = output, outbox_beside(output, settings)
    except (Exception, SystemExit):  # the settings are a program: anything may go wrong in it
        return None
    return LastBuild(memo / "last-build.json", frame.hexdigest(), inputs.hexdigest(), made)


def _add(inputs: "hashlib.blake2b", project: Path, roots: Iterable[Path]) -> None:
    """Add every file under *roots* to *inputs*, by its path in the *project*."""
    for root in roots:
        for path in _files(str(root)):
            data = _content(path)
            inputs.update(_bytes(f"{path.removeprefix(str(project))}\0{len(data)}\0"))
            inputs.update(data)


def _files(root: str, *, links: bool = True) -> Iterator[str]:
    """Yield every file and every empty folder under *root*, in one order on every machine.

    What lies behind *links* to folders is there as well, as for the build.
    """
    try:
        with os.scandir(root) as found:
            entries = sorted(found, key=attrgetter("name"))
    except NotADirectoryError:
        yield root
        return
    except FileNotFoundError:
        return
    if not entries:
        yield root
    for entry in entries:
        if not entry.is_dir(follow_symlinks=links):
            yield entry.path
        elif entry.name != "__pycache__":
            yield from _files(entry.path, links=links)


def _content(path: str) -> bytes:
    """Return what the file *path* holds; a folder holds nothing."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (IsADirectoryError, PermissionError):  # which it is on Windows
        if os.path.isdir(path):
            return b""
        raise


def _state(folders: tuple[Path, ...]) -> str:
    """Return a name for the files in *folders* that changes when one is written, or removed.

    A link, which no build makes, is not the file to which it leads.
    """
    state = hashlib.blake2b(digest_size=20)
    for folder in folders:
        for path in _files(str(folder), links=False):
            file = os.lstat(path)
            is_file = S_ISREG(file.st_mode)
            state.update(_bytes(f"{path}\0{is_file}\0{file.st_size}\0{file.st_mtime_ns}\0"))
    return state.hexdigest()


def _bytes(said: str) -> bytes:
    return said.encode(errors="surrogatepass")  # the name of a file may be any bytes
