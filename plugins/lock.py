"""One at a time in one folder; a lock goes with the process that holds it, however that ends."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

HELD = (BlockingIOError, PermissionError)
"""What the system says where somebody else holds the lock, on Windows and elsewhere."""

PAUSE = 0.1
"""Seconds between two looks at a lock that somebody else holds."""


class Locked(Exception):
    """Another one is at work here."""


@contextmanager
def only_one(path: Path) -> Iterator[None]:
    """Hold the lock *path* meanwhile.

    Raises:
        Locked: somebody holds it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        try:
            _lock(file)
        except OSError:
            raise Locked from None
        yield


@contextmanager
def in_turn(path: Path, *, waiting: Callable[[], None]) -> Iterator[None]:
    """Hold the lock *path* meanwhile; *waiting* is told once if somebody else holds it first.

    Where the file system knows no locks, nothing is held.

    Raises:
        OSError: there can't be a file at *path*.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        with suppress(OSError):
            try:
                _lock(file)
            except HELD:
                waiting()
                _wait_for(file)
        yield


def _wait_for(file: IO[bytes]) -> None:
    while True:
        time.sleep(PAUSE)
        with suppress(*HELD):
            return _lock(file)


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  exists there alone

        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415  exists elsewhere alone

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
