"""Everything that somebody who looks after the translations wants to see at once."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.model.content import Content
from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.translations.history import is_shallow, old_sections
from plugins.translations.need import order
from plugins.translations.pairs import Compared, compare
from plugins.translations.problems import differences_of, name_of
from plugins.translations.register import Register
from plugins.translations.sections import sections_of
from plugins.translations.state import STATES, Standing, standings
from plugins.translations.wording import Change, changes


@dataclass(frozen=True)
class Entry:
    """One item with something to do about it."""

    standing: Standing
    differences: tuple[Problem, ...]
    """Facts that the two texts do not agree on."""
    changes: tuple[Change, ...] = ()
    """Of a stale one: what changed in the original."""
    is_lost: bool = False
    """The text that was translated is not at hand."""
    is_shallow: bool = False

    def names(self, lang: str) -> list[str]:
        """Return the names of the changed sections for a reader of *lang*."""
        sections = [change.section for change in self.changes]
        return [name_of(section, self.standing.original.kind, lang) for section in sections]


@dataclass(frozen=True)
class Overview:
    """What is to be done, in the order in which readers need it, and how many there are of each."""

    entries: list[Entry]
    counts: dict[str, int]


def overview(
    content: Content, register: Register, project: Path, day: date, memo: Memo
) -> Overview:
    """Return what is to be done about the translations of *content*, which lies in *project*."""
    found = compare(standings(content.documents), register, memo=memo)
    found.sort(key=lambda compared: order(compared.standing, content, day))
    sums = Counter(compared.standing.state for compared in found)
    entries = [
        _entry(compared, register, project)
        for compared in found
        if compared.standing.state in ("stale", "missing") or compared.open
    ]
    return Overview(entries, {state: sums[state] for state in STATES})


def _entry(compared: Compared, register: Register, project: Path) -> Entry:
    standing = compared.standing
    differences = tuple(differences_of(compared, compared.open, register))
    if standing.state != "stale" or standing.recorded is None:
        return Entry(standing, differences)
    original = standing.original
    old = old_sections(project, original.path, original.kind, standing.recorded)
    now = sections_of(original.kind, original.source)
    changed = tuple(changes(old, now, standing.recorded.sections))
    lost = old is None
    return Entry(standing, differences, changed, lost, lost and is_shallow(project))
