"""Words as search compares them: small, without marks, and without what an apostrophe cuts off.

`theme/static/search/words.js` does the same with what is typed; a test holds the two to each other.
"""

import re
from functools import cached_property, lru_cache
from unicodedata import normalize

from plugins.search.rules import Rules

MARKS = range(0x300, 0x370)
"""Combining marks: what NFD sets beside a letter, such as the cedilla of ş and the hat of â."""

LEAST = 2
"""A word of fewer letters is none."""


class Folding:
    """The words of texts by the *rules* of a language."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._letters = dict.fromkeys(MARKS, "") | str.maketrans(rules.letters)
        self._words = lru_cache(1 << 16)(self._find)

    def fold(self, text: str) -> str:
        """Return *text* in plain small letters: `ISPARTA’DAN Kâğıt` is `isparta’dan kagit`."""
        return normalize("NFD", text).lower().translate(self._letters)

    def words(self, text: str) -> set[str]:
        """Return the different words of *text*, those that say nothing left out."""
        # No word has a blank in it, and what stands between blanks stands so in many texts.
        return set[str]().union(*map(self._words, set(text.split())))

    def _find(self, text: str) -> set[str]:
        found = set(self._pattern.findall(self.fold(text)))
        joined = {word for word in found if not word.isalnum()}
        found = (found - joined).union(*(self._parts(word) for word in joined))
        return {word for word in found if len(word) >= LEAST} - self._rules.stop

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        joints = re.escape(self._rules.apostrophes + self._rules.hyphens)
        return re.compile(rf"[^\W_]+(?:[{joints}][^\W_]+)*")

    @cached_property
    def _hyphens(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self._rules.hyphens)}]")

    @cached_property
    def _apostrophes(self) -> re.Pattern[str]:
        return re.compile(f"[{re.escape(self._rules.apostrophes)}]")

    def _parts(self, found: str) -> list[str]:
        """Return `izmir` of `izmir’in`, `azur` of `d’azur`; of `e-bulten` also `ebulten`."""
        parts = []
        for part in self._hyphens.split(found):
            head, *rest = self._apostrophes.split(part)
            parts.append(rest[0] if rest and len(head) < LEAST else head)
        if len(parts) > 1 and len(parts[0]) <= LEAST:
            parts.append("".join(parts))
        return parts
