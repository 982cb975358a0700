"""What is wrong, where, and how to mend it: the one form that every check speaks in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.model.rules import RULES, Level

NOTHING = "—"
"""In the place of a better value where none is near."""

SHORT = 60
"""Letters of what was found that a message repeats."""


def shortened(found: str) -> str:
    """Return *found* for a message: as it is, or its beginning and an ellipsis."""
    return found if len(found) <= SHORT else f"{found[: SHORT - 3]}…"


@dataclass(frozen=True)
class Problem:
    """One fault in one place.

    *values* fill the words of the rule; *fix* is the corrected line, ready to copy.
    """

    path: str
    """Relative to the project, with forward slashes."""
    line: int
    """Counted from 1; 0 where the fault is the file itself."""
    rule: str
    values: Mapping[str, Any] = field(default_factory=dict)
    fix: str | None = None

    def message(self, lang: str) -> str:
        """What is wrong, in one sentence of *lang*."""
        return self._words(lang)[0].format_map(self.values)

    def help(self, lang: str) -> str:
        """How to mend it, in one sentence of *lang*; empty where nothing is to be said."""
        words = self._words(lang)[1]
        if "{better}" in words and self.values["better"] == NOTHING:
            return ""
        return words.format_map(self.values)

    def why(self, lang: str) -> str:
        """Why a reader should care, in one sentence of *lang*; empty where the message says it."""
        return "".join(self._words(lang)[2:]).format_map(self.values)

    @property
    def level(self) -> Level:
        """Whether it has to be mended, or is worth a look."""
        return RULES[self.rule].get("level", "must")

    @property
    def place(self) -> str:
        """`path:line`, as editors and terminals make it a link."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def render(self, lang: str) -> str:
        """Return the whole report of the problem in *lang*, one to four lines."""
        lines = [f"{self.place}: {self.message(lang)} [{self.rule}]"]
        if why := self.why(lang):
            lines.append(f"  {WHY[lang]}: {why}")
        if help_text := self.help(lang):
            lines.append(f"  {HELP[lang]}: {help_text}")
        if self.fix is not None:
            lines.append(f"  {FIX[lang]}: {self.fix}")
        return "\n".join(lines)

    def _words(self, lang: str) -> tuple[str, ...]:
        rule = RULES[self.rule]
        return rule["tr"] if lang == "tr" else rule["en"]


WHY = {"tr": "neden", "en": "why"}
HELP = {"tr": "yardım", "en": "help"}
FIX = {"tr": "doğrusu", "en": "corrected"}


class Problems(Exception):
    """The build can't go on; every problem that was found is in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = sorted(problems, key=lambda p: (p.path, p.line, p.rule))

    def __str__(self) -> str:
        return "\n".join(problem.render("en") for problem in self.problems)
