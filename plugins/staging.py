"""The folder of a build: beside the last good output, and put in its place when all is well."""

import contextlib
import os
import shutil
import sys
import time
from pathlib import Path

AN_HOUR = 3600
TRIES = 3

EXCHANGE = {"linux": ("renameat2", 2), "darwin": ("renameatx_np", 2)}
"""What lets two folders change places in one step, and the flag that asks it to: RENAME_EXCHANGE of
https://man7.org/linux/man-pages/man2/rename.2.html, and Apple's RENAME_SWAP."""
HERE = {"linux": -100, "darwin": -2}
"""AT_FDCWD: paths are meant as they are written."""


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
        """Put the new folder in the place of the output.

        Raises:
            OSError: it can't be put there, and the output is what it was.
        """
        if exchange(self.path, self.output):
            shutil.rmtree(self.path, ignore_errors=True)
            return
        for attempt in range(TRIES):
            try:
                if self.output.exists():
                    self.output.rename(self._old)
                self.path.rename(self.output)
                break
            except OSError:  # another build was faster between the two lines, or something is wrong
                with contextlib.suppress(OSError):
                    self._old.rename(self.output)
                if attempt == TRIES - 1:
                    raise
            finally:
                if self.output.exists():
                    shutil.rmtree(self._old, ignore_errors=True)

    def _recover(self) -> None:
        """Clear up after builds that were killed."""
        old = sorted(self.output.parent.glob(f".{self.output.name}-old-*"))
        if old and not self.output.exists():
            # Killed between the two renames: the last good output has this name now.
            with contextlib.suppress(OSError):  # or that build lives, and was faster
                old.pop().rename(self.output)
        abandoned = self.output.parent.glob(f".{self.output.name}-new-*")
        for folder in (*old, *filter(_is_abandoned, abandoned)):
            shutil.rmtree(folder, ignore_errors=True)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once, so that neither is missing at any moment.

    False where that can't be done: one of them is not there, or the system knows no such thing.
    """
    import ctypes  # noqa: PLC0415  at the end of a build alone

    try:
        name, flag = EXCHANGE[sys.platform]
        call = getattr(ctypes.CDLL(None), name)
    except (KeyError, OSError, AttributeError):
        return False
    here = HERE[sys.platform]
    failed: int = call(here, os.fsencode(one), here, os.fsencode(other), flag)
    return not failed


def _is_abandoned(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > AN_HOUR
    except OSError:  # its build has just finished
        return False
