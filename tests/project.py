"""A project of its own, folder and all, built by the verb that people use: `invoke build`."""

import contextlib
import io
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from invoke import Exit, Task

import plugins.build
import tasks
from plugins.sharing import share_out
from tests.conftest import DAY, KEPT, PROJECT

CONFIGURATIONS = ("pelicanconf.py", "publishconf.py")
UNCHANGED = "Nothing has changed"


@dataclass(frozen=True)
class Outcome:
    """What came of a build: its exit code, what it said, and all files that it wrote."""

    code: int
    said: str
    files: dict[str, bytes]


class Project:
    """A folder with settings, theme and content, and room for all that a build leaves behind."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def create(self, content: Path, *, own_code: bool = False) -> None:
        """Set up the folder: the theme and the settings of this project, with other *content*.

        Only with *own_code* a process of its own can build it.
        """
        self.root.mkdir(exist_ok=True)
        for name in CONFIGURATIONS:
            shutil.copy(PROJECT / name, self.root)
        shutil.copytree(PROJECT / "theme", self.root / "theme")
        shutil.copytree(content, self.root / "content")
        if own_code:
            shutil.copy(PROJECT / "tasks.py", self.root)
            shutil.copytree(PROJECT / "plugins", self.root / "plugins")
        else:
            (self.root / "plugins").symlink_to(PROJECT / "plugins")

    def become(self, other: "Project") -> None:
        """Have the inputs of *other*, and nothing of what was made before.

        Templates alone stay compiled: to do that anew takes longer than all the rest.
        """
        shutil.rmtree(self.root, ignore_errors=True)
        self.share_templates()
        for name in CONFIGURATIONS:
            shutil.copy(other.root / name, self.root)
        for name in ("theme", "content"):
            shutil.copytree(other.root / name, self.root / name)

    def share_templates(self) -> None:
        """Keep compiled templates from one run of the tests to the next, by where they lie."""
        templates = KEPT / "elsewhere"
        templates.mkdir(parents=True, exist_ok=True)
        (self.root / ".memo").mkdir(parents=True)
        (self.root / ".memo" / "templates").symlink_to(templates)

    def build(self, *, publish: bool = False, day: str = DAY, jobs: int = 1) -> Outcome:
        """Build as of *day* with the verb, and return what came of it."""
        code, said = self.say(tasks.build, publish=publish, as_of=day, jobs=jobs)
        return Outcome(code, said, self.made())

    def say(self, verb: Task, **arguments: Any) -> tuple[int, str]:
        """Carry out *verb* here; return its exit code, and what it said."""
        said = io.StringIO()
        with self._here(), contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                verb.body(None, **arguments, lang="en")
            except Exit as end:
                return end.code, said.getvalue()
        return 0, said.getvalue()

    def made(self) -> dict[str, bytes]:
        """Return every file of the site and of the outbox by its name."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for folder in ("output", "outbox")
            for path in sorted((self.root / folder).rglob("*"))
            if path.is_file()
        }

    def left_over(self) -> list[str]:
        """Return the names of what a build has no business to leave in the folder."""
        return sorted(path.name for path in self.root.glob(".*") if path.name != ".memo")

    @contextlib.contextmanager
    def _here(self) -> Iterator[None]:
        """Let the verb take this folder for the project's."""
        with (
            patch.object(tasks, "ROOT", self.root),
            patch.object(plugins.build, "PROJECT", self.root),
            patch.object(sys, "dont_write_bytecode", True),  # settings change within a second
            patch.object(sys, "path", list(sys.path)),
            patch.dict(share_out.__kwdefaults__, worth=5),  # or a small site stays in one process
            contextlib.chdir(self.root),
        ):
            sys.modules.pop("pelicanconf", None)
            yield
            sys.modules.pop("pelicanconf", None)
