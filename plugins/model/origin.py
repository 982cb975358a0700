"""What a translation was made from, as it stands in its front matter.

    translated_from: tr 3f2a 91bc~ 0d4e apart 77ab

The language of the original; a mark for each section that it had; `~` behind a mark whose change
was declared small; and after `apart` a mark for each difference of facts that is meant. The
language alone says that nothing is recorded yet: so a new item begins.
"""

import re
from dataclasses import dataclass

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_MARK = rf"[{LETTERS}]{{4}}"
_FORM = re.compile(
    rf"(?P<lang>[a-z]{{2}})(?P<sections>(?: {_MARK}~?)*)(?: apart(?P<apart>(?: {_MARK})+))?"
)


class BadOrigin(Exception):
    """The text is no state of a translation."""


@dataclass(frozen=True)
class Origin:
    """The original of a translation at the time when the two were last found to agree."""

    lang: str
    sections: tuple[str, ...]
    """The mark of each section of the original, in order."""
    small: frozenset[str] = frozenset()
    """Those of them whose last change was declared small."""
    apart: tuple[str, ...] = ()
    """Marks of the differences of facts that somebody has declared to be meant."""

    def __str__(self) -> str:
        marks = [f"{mark}~" if mark in self.small else mark for mark in self.sections]
        return " ".join([self.lang, *marks, *(["apart", *self.apart] if self.apart else [])])


def read_origin(text: str) -> Origin:
    """Return what *text* says.

    Raises:
        BadOrigin: it was not written by the commands that write it, or was damaged since.
    """
    found = _FORM.fullmatch(" ".join(text.split()))
    if found is None:
        raise BadOrigin(text)
    marks = found["sections"].split()
    return Origin(
        found["lang"],
        tuple(mark.rstrip("~") for mark in marks),
        frozenset(mark.rstrip("~") for mark in marks if mark.endswith("~")),
        tuple((found["apart"] or "").split()),
    )
