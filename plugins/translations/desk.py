"""Everything that somebody who looks after the translations wants to see at once."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.model.content import Content
from plugins.model.dates import LANGUAGES
from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.translations.history import is_shallow, old_sections
from plugins.translations.need import order
from plugins.translations.pairs import Compared, Register, compare
from plugins.translations.problems import names_of, problems_of
from plugins.translations.sections import sections_of
from plugins.translations.state import STATES, Standing, standings
from plugins.translations.wording import Change, changes


@dataclass(frozen=True)
class Entry:
    """One item with something to do about it."""

    standing: Standing
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...] = ()
    """Of a stale one: what changed in the original."""
    names: dict[str, list[str]] | None = None
    """The names of the changed sections, by the language of the reader."""
    is_lost: bool = False
    """The text that was translated is not at hand."""
    is_shallow: bool = False


@dataclass(frozen=True)
class Overview:
    """What is to be done, in the order in which readers need it, and how many there are of each."""

    entries: list[Entry]
    counts: dict[str, int]

    @property
    def unrecorded(self) -> int:
        """How many items are not yet recorded."""
        return self.counts["unrecorded"]


def overview(
    content: Content, register: Register, root: Path, day: date, memo: Memo
) -> Overview:
    """Return what is to be done about the translations of *content*, read from the folder *root*."""
    found = compare(standings(content.documents), register, memo=memo)
    found.sort(key=lambda compared: order(compared.standing, content, day))
    sums = Counter(compared.standing.state for compared in found)
    entries = [
        _entry(compared, register, root.parent)
        for compared in found
        if compared.standing.state in ("stale", "missing") or compared.open
    ]
    return Overview(entries, {state: sums[state] for state in STATES})


def _entry(compared: Compared, register: Register, project: Path) -> Entry:
    standing = compared.standing
    problems = tuple(problems_of(compared, register))
    if standing.state != "stale" or standing.recorded is None:
        return Entry(standing, problems)
    original = standing.original
    old = old_sections(project, original.path, original.kind, standing.recorded)
    now = sections_of(original.kind, original.source)
    changed = tuple(changes(old, now, standing.recorded.sections))
    sections = [change.section for change in changed]
    names = {lang: names_of(sections, original.kind, lang) for lang in LANGUAGES}
    if not changed:
        names = {lang: [] for lang in LANGUAGES}
    lost = old is None
    return Entry(standing, problems, changed, names, lost, lost and is_shallow(project))
