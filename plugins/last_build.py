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
import runpy
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from plugins.libraries import installed

CODE = ("plugins", "tasks.py")
CONFIGURATIONS = {False: "pelicanconf.py", True: "publishconf.py"}
"""The file with the settings of a build, by whether it goes public."""


@dataclass(frozen=True)
class LastBuild:
    """The inputs of a build that is about to begin, beside the record of the last one."""

    record: Path
    inputs: str
    """A name for everything that the build depends on."""
    made: tuple[Path, ...]
    """The folders that it writes."""

    def said(self) -> Mapping[str, str] | None:
        """Return what the last build said at its end, by language, if it would say it again."""
        try:
            record = json.loads(self.record.read_text(encoding="utf-8"))
            if record["inputs"] == self.inputs and record["made"] == _state(self.made):
                said: dict[str, str] = record["said"]
                return said
        except (OSError, ValueError, KeyError, TypeError):
            pass  # none, damaged or of another version: the build finds out
        return None

    def remember(self, said: Mapping[str, str]) -> None:
        """Keep that the build has been done, and what it said by language."""
        record = {"inputs": self.inputs, "made": _state(self.made), "said": said}
        draft = self.record.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):  # the next build takes longer, and no more
            draft.write_text(json.dumps(record), encoding="utf-8")
            draft.replace(self.record)


def last_build(project: Path, *, publish: bool, as_of: str | None) -> LastBuild | None:
    """Return the build of *project* that is asked for, beside the last one.

    None where the inputs can't be told, as with settings that do not load: the build says why.
    """
    try:
        settings = _settings(project / CONFIGURATIONS[publish])
        folders = [project / settings[name] for name in ("PATH", "THEME")]
        inputs = hashlib.blake2b(digest_size=20)
        day = as_of or datetime.now(ZoneInfo(settings["TIMEZONE"])).date().isoformat()
        inputs.update(repr((day, publish, sorted(settings.items()), installed())).encode())
        for root in (*(project / name for name in CODE), *folders):
            for path in _files(str(root)):
                data = _content(path)
                inputs.update(f"{path.removeprefix(str(project))}\0{len(data)}\0".encode())
                inputs.update(data)
        memo = project / settings["MEMO_PATH"]
        made = tuple(project / settings[name] for name in ("OUTPUT_PATH", "OUTBOX_PATH"))
    except (Exception, SystemExit):  # the settings are a program: anything may go wrong in it
        return None
    return LastBuild(memo / "last-build.json", inputs.hexdigest(), made)


def _settings(file: Path) -> dict[str, Any]:
    """Return the settings in *file* by their names."""
    sys.modules.pop("pelicanconf", None)  # as another project may have left it
    names = runpy.run_path(str(file))
    sys.modules.pop("pelicanconf", None)
    return {name: value for name, value in names.items() if name.isupper()}


def _files(root: str) -> Iterator[str]:
    """Yield every file and every empty folder under *root*, in one order on every machine."""
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
        if not entry.is_dir():  # through links, as the build goes
            yield entry.path
        elif entry.name != "__pycache__":
            yield from _files(entry.path)


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
    """Return a name for the files in *folders* that changes when one is written, or removed."""
    state = hashlib.blake2b(digest_size=20)
    for folder in folders:
        for path in _files(str(folder)):
            file = os.stat(path)
            state.update(f"{path}\0{file.st_size}\0{file.st_mtime_ns}\0".encode())
    return state.hexdigest()
