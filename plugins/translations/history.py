"""The text that a translation was made from, if Git still has it; nothing else asks Git."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from plugins.model.origin import Origin
from plugins.model.source import parse
from plugins.translations.sections import Section, sections_of

PATIENCE = 30
"""Seconds for one question to Git."""


def old_sections(
    project: Path, path: str, kind: str, recorded: Origin
) -> tuple[Section, ...] | None:
    """Return the sections of the version of *path* that *recorded* is of; None if it is gone.

    Renames are followed. It is found by what it says, so it does not matter which commit it came
    in; a shallow clone, or a folder that is none, may not have it.
    """
    for data in _versions(project, path):
        sections = sections_of(kind, parse(data))
        if tuple(section.mark for section in sections) == recorded.sections:
            return sections
    return None


def is_shallow(project: Path) -> bool:
    """Tell whether the clone has a part of the history only."""
    return _git(project, "rev-parse", "--is-shallow-repository").strip() == b"true"


def _versions(project: Path, path: str) -> Iterator[bytes]:
    """Yield what the file *path* of *project* has held, the newest version first."""
    options = ("--follow", "--format=", "--raw", "--no-abbrev")
    changes = _git(project, "log", *options, "--", path)
    names = [line.split()[3] for line in changes.splitlines() if line.startswith(b":")]
    for name in dict.fromkeys(names):
        if name.strip(b"0"):
            yield _git(project, "cat-file", "blob", name.decode())


def _git(project: Path, *words: str) -> bytes:
    """Return what Git answers; nothing where there is no Git, or no answer."""
    command = ["git", "-C", str(project), *words]
    try:
        return subprocess.run(command, capture_output=True, check=True, timeout=PATIENCE).stdout
    except (OSError, subprocess.SubprocessError):
        return b""
