"""What changes on the disk, as soon as the disk is quiet again."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from watchfiles import watch

QUIET = 15
"""Milliseconds without a change after which a save is over: editors write in several steps."""
AT_MOST = 300
"""Milliseconds after which a change is told even if more follow."""
LOOK = 1000
"""Milliseconds after which one look is taken at what is no folder."""


def changes(folders: list[Path], files: list[Path], *, poll: bool) -> Iterator[set[Path]]:
    """Yield the paths that have changed in *folders*, at any depth, or among *files*.

    With *poll* the files are looked at one by one, for systems that don't tell of changes.

    Raises:
        OSError: the system can't watch so many folders; *poll* works still.
    """
    # Some systems tell of the real place of what is reached by a link.
    named = {folder.resolve(): folder for folder in folders}
    # A file alone can't be watched well: editors put a new one in the place of the old.
    stamps = {file: _stamp(file) for file in files}
    for found in watch(
        *named,
        step=QUIET,
        debounce=AT_MOST,
        rust_timeout=LOOK,
        yield_on_timeout=True,
        force_polling=poll or None,
        poll_delay_ms=LOOK // 3,
    ):
        paths = {_named(Path(path), named) for _, path in found}
        for file in files:
            if (stamp := _stamp(file)) != stamps[file]:
                stamps[file] = stamp
                paths.add(file)
        if paths:
            yield paths


def _named(path: Path, named: Mapping[Path, Path]) -> Path:
    """Return *path* under the name of the folder that it was asked for by."""
    for real, folder in named.items():
        if path.is_relative_to(real):
            return folder / path.relative_to(real)
    return path


def _stamp(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)
