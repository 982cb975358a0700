"""The facts of a document in their places: front matter by fields, the body by sections."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plugins.model.frontmatter import Path, lines_of
from plugins.model.kinds import KINDS, shared_fields
from plugins.model.source import Source
from plugins.translations.comparison import Stated
from plugins.translations.fact import Fact
from plugins.translations.facts import facts_in
from plugins.translations.sections import text_fields
from plugins.translations.targets import normal_link

_HEADING = re.compile(r"^[ ]{0,3}(?:>[ ]?)?#{2,6}[ ].*$", re.MULTILINE)
_ENTRY = re.compile(r"^(?P<indent>[ ]*)(?:[-*+]|(?P<number>\d{1,3})[.)])[ ]+\S")
_ROW = re.compile(r"^[ ]*\|.*\|[ ]*$")
_ADDRESS = frozenset({"url", "file"})
_SKIPPED = frozenset({"id", "item", "role", "language"})
SMALL = 3
"""Numbers up to this one, in words, come and go with the style of a sentence."""


def stated_in(kind: str, lang: str, source: Source, names: Mapping[str, str]) -> list[Stated]:
    """Return every fact that a text of *kind* in *lang* states."""
    found = [*_in_header(kind, lang, source, names)]
    lines = lines_of(source.text)
    first = _body_line(lines)
    found += _in_body("\n".join(lines[first - 1 :]), first, lang, names)
    return found


def is_built_alike(one: Source, other: Source) -> bool:
    """Tell whether the sections of two texts can be held against each other one by one."""
    counts = {len(_HEADING.findall(s.text)) for s in (one, other)}
    counts |= {len(source.body.headings) for source in (one, other)}
    return len(counts) == 1


def whole(stated: list[Stated]) -> list[Stated]:
    """Return *stated* with the body as one part, for texts that are not built alike."""
    last = max((one.line for one in stated), default=1)
    return [
        replace(one, part="#", place=one.line / last) if one.part.startswith("#") else one
        for one in stated
    ]


def known_to_both(
    kind: str, one: Source, other: Source, lang: str, names: Mapping[str, str]
) -> list[Fact]:
    """Return the facts that the shared fields of an item state: its days, its partner's name."""
    values = {**other.values, **one.values}
    shared = [values[name] for name in shared_fields(KINDS[kind]) if name in values]
    texts = [str(part) for value in shared for part in _leaves(value)]
    return [fact for text in texts for fact in facts_in(text, lang, names)]


def _leaves(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    else:
        yield value


def _body_line(lines: list[str]) -> int:
    ends = [n for n, line in enumerate(lines[1:], 2) if line.rstrip() == "---"]
    return ends[0] + 1 if ends else len(lines) + 1


# ── front matter ────────────────────────────────────────────────────────────────────────────


def _in_header(kind: str, lang: str, source: Source, names: Mapping[str, str]) -> Iterator[Stated]:
    for name in text_fields(kind):
        if name in source.values:
            yield from _in_value(source.values[name], (name,), lang, source, names)


def _in_value(
    value: Any, path: Path, lang: str, source: Source, names: Mapping[str, str]
) -> Iterator[Stated]:
    part = ".".join(str(step) for step in path)
    if isinstance(value, list):
        line = source.line_of(path)
        length = Fact("list", str(len(value)), part, 0)
        yield Stated(length, part, line, 0, -1)
        for index, entry in enumerate(value):
            yield from _in_value(entry, (*path, index), lang, source, names)
    elif isinstance(value, dict):
        for key, entry in value.items():
            if key not in _SKIPPED:
                yield from _in_value(entry, (*path, key), lang, source, names)
    elif path[-1] in _ADDRESS:
        link = Fact("link", normal_link(str(value)), str(value), 0)
        yield Stated(link, part, source.line_of(path), 0, -1)
    else:
        text = str(value)
        for fact in facts_in(text, lang, names):
            place = fact.start / max(len(text), 1)
            yield Stated(fact, part, source.line_of(path), place, -1, _is_demanded(fact))


# ── body ────────────────────────────────────────────────────────────────────────────────────


def _in_body(text: str, first_line: int, lang: str, names: Mapping[str, str]) -> Iterator[Stated]:
    starts = [0, *(heading.start() for heading in _HEADING.finditer(text))]
    facts = sorted([*facts_in(text, lang, names), *_lists(text)], key=lambda fact: fact.start)
    for fact in facts:
        section = sum(start <= fact.start for start in starts) - 1
        begin = starts[section]
        end = starts[section + 1] if section + 1 < len(starts) else len(text)
        line = first_line + text.count("\n", 0, fact.start)
        place = (fact.start - begin) / max(end - begin, 1)
        column = fact.start - (text.rfind("\n", 0, fact.start) + 1)
        yield Stated(fact, f"#{section}", line, place, column, _is_demanded(fact))


def _is_demanded(fact: Fact) -> bool:
    """Tell whether a fact has to stand in the other text, even where nothing contradicts it."""
    if fact.kind == "number" and not any(sign.isdigit() for sign in fact.written):
        return float(fact.value) > SMALL
    return not (fact.kind == "date" and len(fact.value.lstrip("-").split("-")) == 1)


def _lists(text: str) -> Iterator[Fact]:
    """Yield the length of each list and table of *text*; entries of entries count as well."""
    count, start, kind = 0, 0, ""
    offset = 0
    for line in [*text.split("\n"), "end"]:
        now = "entry" if _ENTRY.match(line) else "row" if _ROW.match(line) else ""
        inside = kind == "entry" and (not line.strip() or line.startswith(" "))
        if now and now == kind:
            count += 1
        elif not inside or now:
            if count:
                yield Fact("list", str(count), text[start : text.find("\n", start)], start)
            count, start, kind = (1, offset, now) if now else (0, 0, "")
        offset += len(line) + 1
