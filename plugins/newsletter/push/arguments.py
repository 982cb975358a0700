"""The arguments of `invoke push`, and what is wrong with them."""

import re
import sys
from dataclasses import dataclass

from plugins.newsletter.push.run import Order

MODES = ("draft", "schedule", "send")
ADDRESS = re.compile(r"[^@\s,<>]+@[^@\s,<>]+\.[^@\s,<>.]{2,}")


class Stop(Exception):
    """The push does not begin; *key* finds its words."""

    def __init__(self, key: str, *, code: int = 1, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.code = code
        self.values = values


@dataclass(frozen=True)
class Request:
    """What was typed."""

    mode: str = "draft"
    dry_run: bool = False
    test: str = ""
    """Addresses, with commas between."""
    yes: bool = False
    live: bool = True

    @property
    def leaves(self) -> bool:
        """Whether e-mails are to leave, other than tests."""
        return self.mode != "draft" and not self.dry_run

    def order(self) -> Order:
        """Return what is asked of the push.

        Raises:
            Stop: it makes no sense, or has to be asked at a terminal and there is none.
        """
        if self.mode not in MODES:
            raise Stop("bad-mode", found=self.mode)
        testers = tuple(filter(None, (part.strip() for part in self.test.split(","))))
        for address in testers:
            if not ADDRESS.fullmatch(address):
                raise Stop("bad-tester", found=address)
        if testers and self.mode != "draft":
            raise Stop("test-drafts", found=self.mode)
        if self.leaves and not self.yes and not sys.stdin.isatty():
            raise Stop("ask-yes", mode=self.mode)
        return Order(self.mode, testers, self.live)
