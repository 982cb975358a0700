"""Headings in their order, lists that are lists, and of one form."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.checks.source.passage import Passage
from plugins.checks.source.reading import Reading
from plugins.checks.source.sentences import LETTER
from plugins.model.frontmatter import Fault
from plugins.model.problem import shortened

FIRST_LEVEL = 2
"""Of the headings in a text; the first is the title's."""
A_LIST = 3
"""Entries, from which on they have a form in common."""

_GLUED = re.compile(
    rf"\s*(?:([-*+–—•])(?={LETTER})|([•·▪◦●])\s+(?=\S)|(\d{{1,2}}[.)])(?={LETTER}{{2}}))"
)
_EMPHASIS = re.compile(r"\s*\*(?![\s*])[^*\n]*\*")
MARKS_AT_END = {".": "stop", "!": "stop", "?": "stop", "…": "stop", ",": "comma", ";": "comma"}
HOW: dict[str, dict[str, Any]] = {
    "stop": {
        "how_en": "ends otherwise (with a full stop)",
        "how_tr": "başka türlü (noktayla) bitiyor",
    },
    "comma": {
        "how_en": "ends otherwise (with a comma)",
        "how_tr": "başka türlü (virgülle) bitiyor",
    },
    "none": {"how_en": "ends otherwise (without a sign)", "how_tr": "başka türlü (imsiz) bitiyor"},
    "small": {
        "how_en": "begins otherwise (with a small letter)",
        "how_tr": "başka türlü (küçük harfle) başlıyor",
    },
}


def check_headings(text: Reading) -> Iterator[Fault]:
    """The first heading is of level 2 (`##`), and none is more than one level below the last."""
    before = FIRST_LEVEL - 1
    for passage in text.body:
        if passage.role != "heading" or passage.level < FIRST_LEVEL:
            continue
        if passage.level > before + 1:
            written = text.source.line(passage.line).lstrip()
            fix = "#" * (before + 1) + written.lstrip("#") if written.startswith("#") else None
            values = {"found": passage.level, "before": before}
            yield Fault(passage.line, "headings-out-of-order", values, fix)
        before = min(passage.level, before + 1)


def check_list_marks(text: Reading) -> Iterator[Fault]:
    """An entry of a list begins with `- ` or `1. `: the mark and a blank."""
    for number, line in text.lines:
        found = _GLUED.match(line)
        if found is None or _EMPHASIS.match(line):
            continue
        mark = f"{found[3]} " if found[3] else "- "
        fix = line[: len(line) - len(line.lstrip())] + mark + line[found.end() :]
        yield Fault(number, "glued-list-mark", {"found": shortened(line.strip())}, fix)


def check_list_form(text: Reading) -> Iterator[Fault]:
    """The entries of a list end alike (the last may end the sentence), and begin alike."""
    for entries in _lists(text.body):
        ends = [MARKS_AT_END.get(entry.text[-1:], "none") for entry in entries]
        yield from _odd_ones(text, entries, ends, ends[:-1] or ends)
        begins = ["small" if entry.text[:1].islower() else "other" for entry in entries]
        if begins.count("small") * A_LIST <= len(begins):  # names may begin with capitals
            for entry, begin in zip(entries, begins, strict=True):
                if begin == "small":
                    yield _odd(text, entry, "small")


def _lists(body: Sequence[Passage]) -> Iterator[list[Passage]]:
    """Yield the entries of each list of one level that stand line below line."""
    entries: list[Passage] = []
    for passage in body:
        follows = entries and passage.level == entries[-1].level
        if passage.role == "item" and follows:
            entries.append(passage)
            continue
        if len(entries) >= A_LIST:
            yield entries
        entries = [passage] if passage.role == "item" else []
    if len(entries) >= A_LIST:
        yield entries


def _odd_ones(
    text: Reading, entries: Sequence[Passage], ends: Sequence[str], but_last: Sequence[str]
) -> Iterator[Fault]:
    """Yield the entries that end otherwise than most; the last of a sentence in parts may."""
    usual, count = Counter(but_last).most_common(1)[0]
    if count == len(but_last) and (ends[-1] == usual or usual == "comma"):
        return
    if count * 2 < len(ends):
        return  # no form that most of them have
    for entry, end in zip(entries, ends, strict=True):
        if end != usual:
            yield _odd(text, entry, end)


def _odd(text: Reading, entry: Passage, how: str) -> Fault:
    found = shortened(" ".join(entry.text.split()))
    return text.fault("mixed-list", entry, 0, found=found, **HOW[how])
