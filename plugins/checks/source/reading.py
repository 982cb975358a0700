"""A text as its reader meets it: fields, headings, paragraphs and list items, with their lines.

Markdown is taken off, what is no prose of the text's own language (code, addresses, words marked
with another `lang`) stands as one sign, and every line break stays, so that each word has its line.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property, partial
from html import unescape
from typing import Any, Literal, get_args

from pydantic import BaseModel

from plugins.model.dates import BadDate, read_day
from plugins.model.frontmatter import Fault, lines_of
from plugins.model.frontmatter import Path as Place
from plugins.model.kinds import KINDS, group_in
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
_BEGINNINGS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(r"(?P<level>#{1,6})\s*(?P<words>.*?)\s*#*\s*$"), "heading"),
    (re.compile(r"\s*(?:>\s?)+(?P<words>.*)$"), "quote"),
    (re.compile(r"\s*(?P<words>\|.*)$"), "cell"),
    (re.compile(r"(?P<level>\s*)(?:[-*+]|\d{1,3}[.)])\s+(?P<words>\S.*)$"), "item"),
    (re.compile(r'!!!\s+\w+\s*(?:"(?P<words>.*)")?\s*$'), "paragraph"),
    (re.compile(r":\s{1,3}(?P<words>\S.*)$"), "paragraph"),
    (re.compile(r"\[\^[^\]]+\]:\s*(?P<words>.*)$"), "paragraph"),
)
"""How the first line of a block begins, other than that of a plain paragraph."""
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
    (
        re.compile(rf"(\*{{1,3}}|_{{1,3}})(?=\S)(?:(?!\1).)+?\1\{{[^}}]*{_LANG}[^}}]*\}}", re.S),
        OBJECT,
    ),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?"), OBJECT),
    (
        re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:<[^>]*>|[^()\s]*(?:\([^)]*\))?[^()]*)\)"),
        r"\1",
    ),
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
_MARK = re.compile(r"[`<\[{*_\\&]")
"""One of these is in whatever is taken off, or stands for another letter."""


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

    @cached_property
    def small_prose(self) -> str:
        """The same in small letters."""
        return small(self.prose)

    @property
    def title(self) -> str:
        """The title as written; empty where there is none."""
        return str(self.source.values.get("title") or "")

    @property
    def is_draft(self) -> bool:
        """Whether its editor has not finished it."""
        return self.source.values.get("status") == "draft"

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """Every line of the body as written, with its number; code is left out."""
        return list(_body_lines(self.source))

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
    reading.body = list(_blocks(reading.lines, lang))
    return reading


def _day(folder: str, source: Source) -> date | None:
    try:
        return read_day(str(source.values["date"]))
    except (KeyError, BadDate):
        return day_in(folder)


def small(words: str) -> str:
    """Return *words* in small letters of either language; each letter stays one letter."""
    return words.replace("İ", "i").lower()


def plain(markdown: str, lang: str = "") -> str:
    """Return *markdown* without its marks; every line stays."""
    if not _MARK.search(markdown):
        return markdown
    for pattern, left in _INLINE:
        if pattern.search(markdown):
            markdown = pattern.sub(partial(_left, left=left, lang=lang), markdown)
    return unescape(markdown)


def _left(found: re.Match[str], *, left: str, lang: str) -> str:
    if lang and found.groupdict().get("lang") == lang:  # marked as what it would be anyway
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
        (name, not info.metadata and _is_text(info.annotation), group_in(info.annotation))
        for name, info in model.model_fields.items()
    )


def _is_text(annotation: Any) -> bool:
    if annotation is str:
        return True
    return not hasattr(annotation, "__metadata__") and any(map(_is_text, get_args(annotation)))


# ── the text below it ───────────────────────────────────────────────────────────────────────


def _body_lines(source: Source) -> Iterator[tuple[int, str]]:
    lines = lines_of(source.text)
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


def _blocks(lines: Iterable[tuple[int, str]], lang: str) -> Iterator[Passage]:
    for block in _grouped(lines, lang):
        if block.foreign or not block.lines:
            continue
        text = "\n".join(block.lines)
        if block.role == "cell":
            for cell in re.split(r"(?<!\\)\|", text):
                if cell.strip():
                    yield Passage("cell", plain(cell, lang).strip(), block.line)
        elif words := plain(text, lang).rstrip():
            yield Passage(block.role, words, block.line, block.level)


def _grouped(lines: Iterable[tuple[int, str]], lang: str) -> Iterator[_Block]:
    """Yield the lines grouped as they are read together."""
    block, nested, last = _Block("paragraph", 0), False, 0
    for number, line in lines:
        if not line.strip() or number != last + 1:
            yield block
            nested = nested and (not line.strip() or line.startswith(" "))
            block = _Block("paragraph", number)
        last = number
        if _says_nothing(line, may_be_code=not nested and not block.lines):
            continue
        if _marks(line, block, lang):
            continue
        begun = _begin(number, line)
        nested = nested or (begun is not None and begun.role in ("item", "paragraph"))
        if begun is None and not block.lines:
            begun = _Block("paragraph", number, 0, [line.strip()])
        if begun is None:
            block.lines.append(line.strip())
        elif begun.role == block.role == "quote":
            block.lines += begun.lines
        else:
            yield block
            block = begun
    yield block


def _says_nothing(line: str, *, may_be_code: bool) -> bool:
    """Tell whether a reader sees nothing of *line*, or code."""
    if not line.strip() or _REFERENCE.match(line) or _RULE.match(line):
        return not _UNDERLINE.match(line) or may_be_code
    if line.startswith("|") and _DELIMITERS.match(line):
        return True
    return may_be_code and line.startswith("    ")


def _marks(line: str, block: _Block, lang: str) -> bool:
    """Tell whether *line* says something about *block*: its language, or that it is a heading."""
    if _BLOCK_ATTRIBUTES.match(line):
        named = re.search(_LANG, line)
        block.foreign = bool(named and named["lang"] != lang)
        return True
    if block.lines and block.role == "paragraph" and _UNDERLINE.match(line):
        block.role, block.level = "heading", 1 if line.startswith("=") else 2
        return True
    return False


def _begin(number: int, line: str) -> _Block | None:
    """Return the block that *line* begins; None where it goes on with the one before."""
    for pattern, role in _BEGINNINGS:
        if found := pattern.match(line):
            groups = found.groupdict()
            level = len(groups.get("level") or "")
            return _Block(role, number, level, [groups["words"] or ""])
    return None
