"""The passages of the text below a header: its headings, paragraphs, entries and cells."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from plugins.checks.source.passage import Passage, Role
from plugins.checks.source.plain import LANG, plain
from plugins.model.frontmatter import lines_of
from plugins.model.source import Source

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


def lines_below(source: Source) -> Iterator[tuple[int, str]]:
    """Yield the lines below the header of *source*, numbered; blocks of code are left out."""
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


def blocks_of(lines: Iterable[tuple[int, str]], lang: str) -> Iterator[Passage]:
    """Yield the passages of a text in *lang*; what is marked as of another language is left out."""
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
        named = re.search(LANG, line)
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
