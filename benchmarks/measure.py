"""One command as a fresh process: how long it takes, and how much memory all its processes hold."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
INTERVAL = 0.02  # seconds between two looks at the memory; a look takes up to 8 ms


@dataclass(frozen=True)
class Run:
    """What one run of a command came to."""

    seconds: float
    peak: int | None
    """Bytes; None where the system does not tell, or nobody looked."""
    code: int
    said: str


def run(
    command: list[str], folder: Path, environment: Mapping[str, str], *, looking: bool = False
) -> Run:
    """Run *command* in *folder* and measure it, its own processes included.

    *looking* at its memory holds it up: a process of 300 MB by a quarter, a small one not at all.
    """
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        with _Watch(process.pid, looking=looking) as watch:
            largest = _wait(process)
        seconds = time.perf_counter() - start
        output.seek(0)
        said = output.read().decode("utf-8", errors="replace")
    peaks = [peak for peak in (watch.peak, largest) if peak and looking]
    return Run(seconds, max(peaks, default=None), process.returncode, said)


def sums_processes() -> bool:
    """Tell whether the memory of all processes can be summed here, or only the largest be known."""
    return (PROC / "self/smaps_rollup").exists() and bool(list(PROC.glob("self/task/*/children")))


def _wait(process: subprocess.Popen[bytes]) -> int | None:
    """Wait for the end; return the bytes held by the largest single process, if known."""
    if not hasattr(os, "wait4"):
        process.wait()
        return None
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


class _Watch:
    """Looks again and again how much memory a process and all below it hold together."""

    def __init__(self, pid: int, *, looking: bool) -> None:
        self.peak = 0
        self._looks = looking and sums_processes()
        self._pid = pid
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> _Watch:
        if self._looks:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        if self._thread.ident:
            self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(INTERVAL):
            self.peak = max(self.peak, sum(_held(pid) for pid in _tree(self._pid)))


def _tree(pid: int) -> Iterator[int]:
    yield pid
    try:
        for children in PROC.glob(f"{pid}/task/*/children"):
            for child in children.read_text().split():
                yield from _tree(int(child))
    except OSError:
        return  # ended meanwhile


def _held(pid: int) -> int:
    """Return the bytes that a process holds; of what it shares with others, its part.

    It is the "proportional set size" of https://docs.kernel.org/filesystems/proc.html: the sum of
    all processes is what is really taken.
    """
    try:
        text = (PROC / f"{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    held = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(held[1]) * 1024 if held else 0
