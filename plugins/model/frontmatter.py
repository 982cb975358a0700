"""YAML front matter with the line of every value.

Every scalar stays the text that was written: the model alone decides what is a day, a number or
a yes. So `title: 2026` is a title, and `country: NO` is Norway.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.model.problem import shortened

Path = tuple[str | int, ...]
"""The way to a value: ("items", 0, "date")."""

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Composer = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""Gives the nodes of a header without asking what their values might be."""

_FIELD = re.compile(r"^(?P<lead>[\s-]*[^\s:#-][^:]*:\s+)(?P<value>\S.*)$")
_TIGHT = re.compile(r"^(\w+):(?=[^ \t\n]|[^\S \t\n])")
"""A field with no blank after its colon, or with one that is none to YAML (U+00A0)."""
_CUT = re.compile(r"^(?P<lead>\w+: +)(?P<value>[^\s\"'|>\[{#&*!].* #\S.*)$")
"""A value with a number such as #2 in it, where YAML lets a comment begin; ours have a blank."""
_MARKED = re.compile(r"(?:^|[\s,\[{])[&*!]\S", re.MULTILINE)
_SEPARATOR = re.compile("[\u2028\u2029]")
"""What begins a line to YAML and nowhere else; it comes along from programs for print."""
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x9f\ue000-\ue001\ufffe\uffff]")


@dataclass
class Fault:
    """A problem whose file is not known yet: line, rule, values and the corrected line."""

    line: int
    rule: str
    values: dict[str, Any] = field(default_factory=dict)
    fix: str | None = None


@dataclass
class FrontMatter:
    """The header of a text: its values as written, the line of each, and the text below it."""

    values: dict[str, Any]
    lines: dict[Path, int]
    body: str
    body_line: int
    """The line of the file in which the body begins."""
    faults: list[Fault]


def read_yaml(text: str) -> Any:
    """Return the value that *text*, which is no editor's, says in YAML.

    Raises:
        yaml.YAMLError: it says none.
    """
    return yaml.load(text, Loader=_Loader)


def lines_of(text: str) -> list[str]:
    """Return the lines of *text*, by which every message counts.

    Not `str.splitlines`: to that a form feed ends a line, too, and to an editor's program none.
    """
    return _unmarked(text).split("\n")


def read_front_matter(text: str) -> FrontMatter:
    """Return the header and the body of *text*.

    Where the header is broken, its fault is named and the body is empty: nothing of a header may
    ever be taken for text.
    """
    text = _unmarked(text)
    faults = [
        Fault(_line_at(text, c.start()), "control-character") for c in _CONTROL.finditer(text)
    ]
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return _broken(
            faults, Fault(1, "no-front-matter", {"found": shortened(lines[0])}, fix="---")
        )
    end = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        return _broken(faults, Fault(1, "unclosed-front-matter"))
    if faults:
        return _broken(faults)
    root = _compose(lines[1:end], faults)
    values: dict[str, Any] = {}
    positions: dict[Path, int] = {}
    if isinstance(root, yaml.MappingNode):
        values = _read(root, (), positions, faults)
    elif root is not None:
        faults.append(Fault(2, "bad-yaml", {"found": lines[1], "reason": "write `key: value`"}))
    return FrontMatter(values, positions, "\n".join(lines[end + 1 :]), end + 2, faults)


def _unmarked(text: str) -> str:
    """Return *text* without a byte order mark, and with one way to end a line."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _broken(faults: list[Fault], *more: Fault) -> FrontMatter:
    return FrontMatter({}, {}, "", 1, [*faults, *more])


def _line_at(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _compose(lines: list[str], faults: list[Fault]) -> yaml.Node | None:
    """Parse the header; a line that can't be read is named, mended and tried again."""
    lines = list(lines)
    faults += _mend_fields(lines)
    blamed: dict[int, Fault] = {}
    for _ in range(2 * len(lines) + 1):
        text = "\n".join(lines)
        try:
            _refuse_marks(text)
            return yaml.compose(text, Loader=_Composer)
        except yaml.YAMLError as error:
            index = _broken_line(error, lines)
            if index in blamed:  # it was no help: that line is left out
                blamed[index].fix, lines[index] = None, ""
                continue
            fault = blamed[index] = _fault_of(index, lines[index], error)
            faults.append(fault)
            # The mended line lets the rest be read, and its problems shown as well.
            lines[index] = fault.fix or ""
    return None


def _mend_fields(lines: list[str]) -> Iterator[Fault]:
    """Mend in *lines* what YAML would take for something else, or blame on another line."""
    meant = [index for index, line in enumerate(lines) if line.strip() and line.lstrip()[0] != "#"]
    for index in meant:
        line = lines[index]
        if _SEPARATOR.search(line):
            rule, fix = "control-character", _SEPARATOR.sub(" ", line)
        elif index == meant[0] and line[0] == " " and _FIELD.match(line):
            rule, fix = "indented-field", line.lstrip()
        elif field := _TIGHT.match(line):
            rule, fix = "no-blank", f"{field[1]}: {line[field.end(1) + 1 :].strip()}"
        elif field := _CUT.match(line):
            rule, fix = "unquoted-value", _quoted(field["lead"], field["value"])
        else:
            continue
        lines[index] = fix
        yield Fault(index + 2, rule, {"found": line.strip()}, fix)


def _quoted(lead: str, value: str) -> str:
    escaped = value.rstrip().replace("\\", "\\\\").replace('"', '\\"')
    return f'{lead}"{escaped}"'


def _reads(line: str) -> bool:
    try:
        yaml.compose(line, Loader=_Composer)
    except yaml.YAMLError:
        return False
    return True


def _refuse_marks(text: str) -> None:
    """Refuse a value that begins with `&`, `*` or `!`: YAML takes that word for its own.

    Raises:
        yaml.MarkedYAMLError: there is one.
    """
    if _MARKED.search(text):
        event: Any  # PyYAML's stubs know too little of it
        for event in yaml.parse(text, Loader=_Composer):
            if getattr(event, "anchor", None) or getattr(event, "tag", None):
                reason = "a value that begins with `&`, `*` or `!` needs quotation marks"
                raise yaml.MarkedYAMLError(problem=reason, problem_mark=event.start_mark)


def _broken_line(error: yaml.YAMLError, lines: list[str]) -> int:
    """Return the index of the line to mend: of the open bracket or quote, or where YAML tripped."""
    context = getattr(error, "context", None) or ""
    opened = "flow" in context or "quoted" in context
    mark = getattr(error, "context_mark" if opened else "problem_mark", None)
    index = min(mark.line if mark else 0, len(lines) - 1)
    while index > 0 and not lines[index].strip():
        index -= 1
    return index


def _fault_of(index: int, line: str, error: yaml.YAMLError) -> Fault:
    number = index + 2  # the line `---` stands above the header
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent:
        fix = indent.replace("\t", "  ") + line.lstrip()
        return Fault(number, "tab", {"found": line.strip()}, fix)
    written = _FIELD.match(line)
    if written:
        value = written["value"].rstrip()
        closed = f"{line.rstrip()}{value[0]}"
        if value[0] in "\"'" and _reads(closed.lstrip(" -")):
            return Fault(number, "unclosed-quotation", {"found": line.strip()}, closed)
        fix = _quoted(written["lead"], value)
        return Fault(number, "unquoted-value", {"found": line.strip()}, fix)
    reason = getattr(error, "problem", None) or str(error).split("\n")[0]
    return Fault(number, "bad-yaml", {"found": line.strip(), "reason": reason})


def _read(node: Any, path: Path, lines: dict[Path, int], faults: list[Fault]) -> Any:
    """Return the value of *node* as text, list and dict; note the line of each part of it."""
    lines[path] = node.start_mark.line + 2
    if isinstance(node, yaml.SequenceNode):
        return [_read(child, (*path, n), lines, faults) for n, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _read_mapping(node, path, lines, faults)
    if _CONTROL.search(node.value):  # written as an escape: "\\x07"
        faults.append(Fault(lines[path], "control-character"))
    plain_nothing = not node.style and node.value in ("", "~", "null")
    return None if plain_nothing else node.value


def _read_mapping(
    node: yaml.MappingNode, path: Path, lines: dict[Path, int], faults: list[Fault]
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    seen: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 2
        if key in seen:
            faults.append(Fault(line, "duplicate-field", {"field": key, "first": seen[key]}))
            continue
        seen[key] = line
        value = _read(value_node, (*path, key), lines, faults)
        lines[*path, key] = line
        if value is not None:
            values[key] = value
    return values
