"""Words of a text that are read together, and where they stand."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["title", "field", "name", "heading", "paragraph", "item", "quote", "cell"]


@dataclass(frozen=True)
class Passage:
    """Words that are read together; a line break of it is one of the file."""

    role: Role
    text: str
    line: int
    level: int = 0
    """Of a heading; of a list item, how far it is set in."""
    name: str = ""
    """Of a field."""

    def line_at(self, index: int) -> int:
        """Return the line of the file in which the character at *index* stands."""
        return self.line + self.text.count("\n", 0, index)
