"""The folder of a build: beside the last good output, and put in its place when all is well."""

import contextlib
import os
import shutil
import time
from pathlib import Path

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
        """Put the new folder in the place of the output.

        Raises:
            OSError: it can't be put there, and the output is what it was.
        """
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


def _is_abandoned(folder: Path) -> bool:
    try:
        return time.time() - folder.stat().st_mtime > AN_HOUR
    except OSError:  # its build has just finished
        return False
