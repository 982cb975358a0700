"""How long to wait for what, and the clock that does it: all time in a push passes through here."""

import math
import random
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime


class BadEnvironment(Exception):
    """An environment variable can't be used; *key* finds its words."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Waits:
    """Seconds. The defaults suit Mailchimp: it gives up on a request of its own after 120."""

    timeout: float = 150
    """For one answer: longer than Mailchimp's own limit, so that the two do not race."""
    settle: float = 30
    """Until a new campaign shows in every list, before one of two is elected."""
    uncertain: float = 180
    """Until a request without an answer has either been carried out or never will be."""

    @property
    def pause(self) -> float:
        """The first wait before a request is repeated."""
        return self.settle / 30

    @property
    def look(self) -> float:
        """Between two looks at what may still change."""
        return max(self.uncertain / 12, 0.005)


def read_waits(environment: Mapping[str, str]) -> Waits:
    """Return the waits that MAILCHIMP_TIMEOUT, MAILCHIMP_SETTLE and MAILCHIMP_UNCERTAIN set.

    Raises:
        BadEnvironment: one of them is no number of seconds.
    """
    found = {}
    for name in ("timeout", "settle", "uncertain"):
        variable = f"MAILCHIMP_{name.upper()}"
        if text := environment.get(variable, "").strip():
            found[name] = _seconds(variable, text, above_zero=name == "timeout")
    return Waits(**found)


def _seconds(variable: str, text: str, *, above_zero: bool) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not math.isfinite(seconds) or seconds < 0 or (above_zero and not seconds):
        raise BadEnvironment("bad-seconds", variable=variable, found=text)
    return seconds


@dataclass(frozen=True)
class Clock:
    """The day and the passing of time; a test gives its own."""

    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    jitter: Callable[[], float] = random.random

    def back_off(self, first: float, attempt: int) -> None:
        """Wait longer after each failed *attempt*, never as long as another client does."""
        self.sleep(first * 2**attempt * (0.5 + self.jitter()))

    def looks(self, seconds: float, every: float) -> Iterator[bool]:
        """Yield at once and then every so often, last of all (True) when *seconds* have passed."""
        end = self.elapsed() + seconds
        while (left := end - self.elapsed()) > 0:
            yield False
            self.sleep(min(every, max(left, 0)))
        yield True
