"""One thing that a text states."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Kind = Literal[
    "date", "weekday", "time", "number", "percent", "money", "link", "picture", "list", "name"
]


@dataclass(frozen=True)
class Fact:
    """One thing that a text states, and how it says it."""

    kind: Kind
    value: str
    """In a form that both languages share: `2010-11-24`, `--11-24`, `58`, `TRY 100`; minutes."""
    written: str
    start: int
    """Where it stands in the text."""
    soft: bool = False
    """It may mean something else: it confirms what the other text states, and demands nothing."""
    also: str | None = None
    """The number that the same signs may mean: `14.30`."""

    @property
    def span(self) -> slice:
        """Where the text says it."""
        return slice(self.start, self.start + len(self.written))


def decimal(text: str) -> str:
    """Return a number in one form: `12.50` is `12.5`, `58.0` is `58`."""
    value = Decimal(text)
    return format(value.normalize(), "f") if value else "0"
