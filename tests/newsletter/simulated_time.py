"""Time that passes as soon as somebody waits for it: a push waits for minutes, a test does not."""

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from plugins.newsletter.push.waiting import Clock


class SimulatedTime:
    """The time that really passes, and on top of it what was waited for."""

    def __init__(self) -> None:
        self._waited = 0.0
        self._due: list[tuple[float, Callable[[], object]]] = []
        self._lock = threading.Lock()
        self.clock = Clock(self._now, self._elapsed, self._sleep, jitter=lambda: 0.5)

    def later(self, seconds: float, do: Callable[[], object]) -> None:
        """Let *do* be done in *seconds*: in the first wait that lasts till then, or goes beyond."""
        with self._lock:
            self._due.append((self._elapsed() + seconds, do))

    def run_out(self) -> None:
        """Let all happen that was to come."""
        self._happen(float("inf"))

    def _now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self._waited)

    def _elapsed(self) -> float:
        return time.monotonic() + self._waited

    def _sleep(self, seconds: float) -> None:
        self._waited += seconds
        self._happen(self._elapsed())

    def _happen(self, until: float) -> None:
        with self._lock:
            now = [do for moment, do in self._due if moment <= until]
            self._due = [(moment, do) for moment, do in self._due if moment > until]
        for do in now:
            do()
