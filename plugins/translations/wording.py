"""What changed in an original, word by word."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from plugins.translations.sections import Section

Piece = tuple[Literal["same", "out", "in", "skip"], str]
"""Words that stay, were taken out, came in; `skip` stands for words that are not shown."""

CONTEXT = 7
"""Words that are shown on each side of a change."""


@dataclass(frozen=True)
class Change:
    """A section that is new, was changed or was taken out."""

    section: Section
    is_gone: bool
    pieces: tuple[Piece, ...]


def changes(
    old: Sequence[Section] | None, new: Sequence[Section], marks: Sequence[str]
) -> list[Change]:
    """Return what changed between two versions of an original.

    Where the *old* one is not at hand, *marks* are those of its sections, and what is new or
    changed is returned whole.
    """
    matcher = SequenceMatcher(None, marks, [section.mark for section in new], autojunk=False)
    found = []
    for operation, a, b, c, d in matcher.get_opcodes():
        if operation == "equal":
            continue
        if old is None:
            found += [Change(section, False, (("in", section.text),)) for section in new[c:d]]
            continue
        for before, after in _paired(old[a:b], new[c:d]):
            section = after or before
            assert section is not None
            pieces = words(before.text if before else "", after.text if after else "")
            found.append(Change(section, after is None, tuple(pieces)))
    return found


def _paired(
    old: Sequence[Section], new: Sequence[Section]
) -> Iterator[tuple[Section | None, Section | None]]:
    """Yield sections of two versions side by side: by their heading, the rest in their order."""
    titles = {section.title: section for section in old}
    pairs = {section.title: titles[section.title] for section in new if section.title in titles}
    rest = [section for section in old if section.title not in pairs]
    others = [section for section in new if section.title not in pairs]
    renamed = dict(zip((s.title for s in others), rest, strict=False))
    for section in new:
        yield pairs.get(section.title) or renamed.get(section.title), section
    for section in rest[len(others) :]:
        yield section, None


def words(old: str, new: str) -> Iterator[Piece]:
    """Yield *new* word by word, with what was taken out of *old* where it stood."""
    here, there = old.split(), new.split()
    matcher = SequenceMatcher(None, here, there, autojunk=False)
    codes = matcher.get_opcodes()
    for n, (operation, a, b, c, d) in enumerate(codes):
        if operation == "equal":
            yield from _context(there[c:d], is_first=n == 0, is_last=n == len(codes) - 1)
            continue
        if a < b:
            yield "out", " ".join(here[a:b])
        if c < d:
            yield "in", " ".join(there[c:d])


def _context(same: list[str], *, is_first: bool, is_last: bool) -> Iterator[Piece]:
    before = 0 if is_first else CONTEXT
    after = 0 if is_last else CONTEXT
    if len(same) <= before + after + 1:
        yield "same", " ".join(same)
        return
    if before:
        yield "same", " ".join(same[:before])
    yield "skip", "…"
    if after:
        yield "same", " ".join(same[-after:])
