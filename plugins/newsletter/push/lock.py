"""One push at a time in one folder; the lock goes with the process, however that ends."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


class Locked(Exception):
    """Another push is at work here."""


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


def _lock(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  exists there alone

        file.seek(0, os.SEEK_SET)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415  exists elsewhere alone

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
