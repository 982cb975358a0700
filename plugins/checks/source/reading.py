"""A text as its reader meets it: fields, headings, paragraphs and list items, with their lines."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from plugins.checks.source.blocks import blocks_of, lines_below
from plugins.checks.source.fields import fields_of
from plugins.checks.source.passage import Passage
from plugins.model.dates import BadDate, read_day
from plugins.model.frontmatter import Fault
from plugins.model.kinds import KINDS
from plugins.model.source import Source
from plugins.model.tree import day_in


@dataclass
class Reading:
    """One text, read."""

    kind: str
    lang: str
    source: Source
    day: date | None = None
    """Of its publication."""
    fields: list[Passage] = field(default_factory=list)
    body: list[Passage] = field(default_factory=list)

    @cached_property
    def passages(self) -> list[Passage]:
        """The prose of the header and of the text below it."""
        return self.fields + self.body

    @cached_property
    def prose(self) -> str:
        """All passages in one, to see at once whether something is in none of them."""
        return "\n\n".join(passage.text for passage in self.passages)

    @cached_property
    def small_prose(self) -> str:
        """The same in small letters."""
        return small(self.prose)

    @property
    def title(self) -> str:
        """The title as written; empty where there is none."""
        return str(self.source.values.get("title") or "")

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """Every line of the body as written, with its number; code is left out."""
        return list(lines_below(self.source))

    def fault(
        self,
        rule: str,
        passage: Passage,
        index: int,
        change: tuple[str, str] | None = None,
        **values: Any,
    ) -> Fault:
        """Return what is wrong at *index* of *passage*; *change* turns its line into a good one."""
        line = passage.line_at(index)
        return Fault(line, rule, values, self.mended(line, *change) if change else None)

    def mended(self, line: int, old: str, new: str) -> str | None:
        """Return the line with *new* for *old*; None where *old* stands otherwise in the file."""
        written = self.source.line(line)
        return written.replace(old, new, 1).strip() if old in written else None


def read(kind: str, folder: str, lang: str, source: Source) -> Reading:
    """Return the prose of *source*, the text in *lang* of the item *folder*."""
    reading = Reading(kind, lang, source, _day(folder, source))
    reading.fields = list(fields_of(KINDS[kind], source.values, source, ()))
    reading.body = list(blocks_of(reading.lines, lang))
    return reading


def _day(folder: str, source: Source) -> date | None:
    try:
        return read_day(str(source.values["date"]))
    except (KeyError, BadDate):
        return day_in(folder)


def small(words: str) -> str:
    """Return *words* in small letters of either language; each letter stays one letter."""
    return words.replace("İ", "i").lower()
