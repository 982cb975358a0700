"""A text as its reader meets it: fields, headings, paragraphs and list items, with their lines.

Markdown is taken off, what is no prose of the text's own language (code, addresses, words marked
with another `lang`) stands as one sign, and every line break stays, so that each word has its line.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from html import unescape
from typing import Any, Literal, get_args

from pydantic import BaseModel

from plugins.model.dates import BadDate, read_day
from plugins.model.frontmatter import Fault
from plugins.model.frontmatter import Path as Place
from plugins.model.kinds import KINDS
from plugins.model.source import Source
from plugins.model.tree import day_in

Role = Literal["title", "field", "name", "heading", "paragraph", "item", "quote", "cell"]

OBJECT = "\ufffc"
"""Stands in a passage for what is not read as its words."""

TITLES = frozenset({"title", "menu_title", "subject"})
NAMES = frozenset({"name", "names", "host", "organisers", "partners", "members", "present"})
OTHER_SOURCES = frozenset({"source", "language", "silence"})
"""Fields that may hold words of any language."""

_FENCE = re.compile(r"\s*(```|~~~)")
_HEADING = re.compile(r"(#{1,6})\s*(.*?)\s*#*\s*$")
_ITEM = re.compile(r"(\s*)([-*+]|\d{1,3}[.)])\s+(?=\S)")
_ADMONITION = re.compile(r'!!!\s+\w+\s*(?:"(.*)")?\s*$')
_DEFINITION = re.compile(r":\s{1,3}(?=\S)")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\]:\s*")
_REFERENCE = re.compile(r"\s{0,3}(\[[^\]^]+\]:\s*\S+|\*\[[^\]]+\]:)")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*$")
_UNDERLINE = re.compile(r"(=+|-+)\s*$")
_DELIMITERS = re.compile(r"[\s|:-]+$")
_BLOCK_ATTRIBUTES = re.compile(r"\s*\{:[^}]*\}\s*$")

_LANG = r"lang=[\"']?(?P<lang>\w+)"
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S), OBJECT),
    (re.compile(rf"<(\w+)\b[^>]*\b{_LANG}[^>]*>.*?</\1>", re.S), OBJECT),
    (re.compile(rf"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\([^)]*\)\{{[^}}]*{_LANG}[^}}]*\}}", re.S), OBJECT),
    (re.compile(rf"(\*{{1,3}}|_{{1,3}})(?=\S)(?:(?!\1).)+?\1\{{[^}}]*{_LANG}[^}}]*\}}", re.S), OBJECT),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?"), OBJECT),
    (re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:<[^>]*>|[^()\s]*(?:\([^)]*\))?[^()]*)\)"), r"\1"),
    (re.compile(r"\[([^\[\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"<(?:https?:|mailto:)?[^\s<>]+[@:][^\s<>]+>"), OBJECT),
    (re.compile(r"</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"(?<!\{)\{:?\s?[#.\w][^{}\n]*\}(?!\})"), ""),
    (re.compile(r"(?<![\w*|])\*{1,3}(?=[^\s*|])|(?<=[^\s*|])\*{1,3}(?![\w*])"), ""),
    (re.compile(r"(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
)
"""What Markdown writes and a reader does not see, and what is left of it; in this order."""


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

    @property
    def title(self) -> str:
        """The title as written; empty where there is none."""
        return str(self.source.values.get("title") or "")

    @property
    def is_draft(self) -> bool:
        """Whether its editor has not finished it."""
        return self.source.values.get("status") == "draft"

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield every line of the body as written, with its number; code is left out."""
        yield from _body_lines(self.source)

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
    reading.fields = list(_fields(KINDS[kind], source.values, source, ()))
    reading.body = list(_blocks(source, lang))
    return reading


def _day(folder: str, source: Source) -> date | None:
    try:
        return read_day(str(source.values["date"]))
    except (KeyError, BadDate):
        return day_in(folder)


def plain(markdown: str, lang: str = "") -> str:
    """Return *markdown* without its marks; every line stays."""
    for pattern, left in _INLINE:
        if pattern.search(markdown):
            markdown = pattern.sub(lambda found, left=left: _left(found, left, lang), markdown)
    return unescape(markdown)


def _left(found: re.Match[str], left: str, lang: str) -> str:
    groups = found.groupdict()
    if groups.get("lang") == lang and lang:  # marked as what it would be anyway
        return found[0].split("{", maxsplit=1)[0].split(">", maxsplit=1)[-1].strip("*_")
    return found.expand(left) + "\n" * (found[0].count("\n") - found.expand(left).count("\n"))


# ── the header ──────────────────────────────────────────────────────────────────────────────


def _fields(
    model: type[BaseModel], values: Mapping[str, Any], source: Source, place: Place
) -> Iterator[Passage]:
    for name, is_text, group in _kinds_of_fields(model):
        value = values.get(name) if isinstance(values, dict) else None
        if value is None or name in OTHER_SOURCES:
            continue
        entries = list(enumerate(value)) if isinstance(value, list) else [(None, value)]
        for index, entry in entries:
            here = (*place, name) if index is None else (*place, name, index)
            if group is not None and isinstance(entry, dict):
                yield from _fields(group, entry, source, here)
            elif is_text:
                role: Role = "title" if not place and name in TITLES else "field"
                role = "name" if name in NAMES else role
                # `names` holds one for each language.
                texts = entry.items() if isinstance(entry, dict) else [("", entry)]
                for key, words in texts:
                    if isinstance(words, str):
                        line = source.line_of((*here, key) if key else here)
                        yield Passage(role, " ".join(words.split()), line, name=name)


@cache
def _kinds_of_fields(
    model: type[BaseModel],
) -> tuple[tuple[str, bool, type[BaseModel] | None], ...]:
    """Return the name of each field, whether it holds free words, and the group it is made of."""
    return tuple(
        (name, not info.metadata and _is_text(info.annotation), _group(info.annotation))
        for name, info in model.model_fields.items()
    )


def _is_text(annotation: Any) -> bool:
    if annotation is str:
        return True
    return not hasattr(annotation, "__metadata__") and any(map(_is_text, get_args(annotation)))


def _group(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((g for part in get_args(annotation) if (g := _group(part))), None)


# ── the text below it ───────────────────────────────────────────────────────────────────────


def _body_lines(source: Source) -> Iterator[tuple[int, str]]:
    lines = source.text.removeprefix("\ufeff").splitlines()
    start = next((n for n, text in enumerate(lines[1:], 1) if text.rstrip() == "---"), len(lines))
    fence = ""
    for number, line in enumerate(lines[start + 1 :], start + 2):
        mark = _FENCE.match(line)
        if mark and (not fence or fence == mark[1]):
            fence = "" if fence else mark[1]
        elif not fence:
            yield number, line


@dataclass
class _Block:
    """A passage while its lines are read."""

    role: Role
    line: int
    level: int = 0
    lines: list[str] = field(default_factory=list)
    foreign: bool = False


def _blocks(source: Source, lang: str) -> Iterator[Passage]:
    for block in _grouped(_body_lines(source), lang):
        if block.foreign or not block.lines:
            continue
        text = "\n".join(block.lines)
        if block.role == "cell":
            for cell in re.split(r"(?<!\\)\|", text):
                if cell.strip():
                    yield Passage("cell", plain(cell, lang).strip(), block.line)
        elif words := plain(text, lang).rstrip():
            yield Passage(block.role, words, block.line, block.level)


def _grouped(lines: Iterator[tuple[int, str]], lang: str) -> Iterator[_Block]:
    """Yield the lines grouped as they are read together."""
    block, nested, last = _Block("paragraph", 0), False, 0
    for number, line in lines:
        if not line.strip() or number != last + 1:
            nested = nested and (not line.strip() or line.startswith(" "))
            if block.lines:
                yield block
            block = _Block("paragraph", number)
        last = number
        if not line.strip() or _REFERENCE.match(line):
            continue
        if _BLOCK_ATTRIBUTES.match(line):
            named = re.search(_LANG, line)
            block.foreign = bool(named and named["lang"] != lang)
        elif block.lines and block.role == "paragraph" and _UNDERLINE.match(line):
            block.role, block.level = "heading", 1 if line.startswith("=") else 2
        elif _RULE.match(line) or (line.startswith("|") and _DELIMITERS.match(line)):
            continue
        elif line.startswith("    ") and not nested and not block.lines:
            continue  # code
        else:
            begun = _begin(number, line)
            nested = nested or begun.role == "item" or bool(_opens_nested(line))
            if begun.role == "paragraph" and block.lines and not _opens_nested(line):
                block.lines.append(line.strip())
                continue
            if begun.role == block.role == "quote":
                block.lines.append(begun.lines[0])
                continue
            if block.lines:
                yield block
            block = begun
    if block.lines:
        yield block


def _begin(number: int, line: str) -> _Block:
    """Return the block that *line* begins."""
    if line.startswith("#") and (heading := _HEADING.match(line)):
        return _Block("heading", number, len(heading[1]), [heading[2]])
    if line.lstrip().startswith(">"):
        return _Block("quote", number, 0, [re.sub(r"^\s*(>\s?)+", "", line)])
    if line.lstrip().startswith("|"):
        return _Block("cell", number, 0, [line])
    if item := _ITEM.match(line):
        return _Block("item", number, len(item[1]), [line[item.end() :]])
    if admonition := _ADMONITION.match(line):
        return _Block("paragraph", number, 0, [admonition[1] or ""])
    for mark in (_DEFINITION, _FOOTNOTE):
        if found := mark.match(line):
            return _Block("paragraph", number, 0, [line[found.end() :]])
    return _Block("paragraph", number, 0, [line.strip()])


def _opens_nested(line: str) -> re.Match[str] | None:
    """What follows such a line, set in by four blanks, belongs to it and is no code."""
    return _ADMONITION.match(line) or _DEFINITION.match(line) or _FOOTNOTE.match(line)
