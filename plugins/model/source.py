"""One source file, parsed: its header as written and its text as HTML."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import markdown as markdown_package

from plugins.model import frontmatter, markup
from plugins.model.frontmatter import Fault, lines_of, read_front_matter
from plugins.model.markup import Body

LARGEST = 500
"""Thousands of bytes of a text: a book of 250 pages, which takes Markdown a few seconds."""


@dataclass
class Source:
    """A parsed file: the values of its header with their lines, its body, and every fault."""

    values: dict[str, Any]
    lines: dict[frontmatter.Path, int]
    body: Body
    faults: list[Fault]
    data: bytes = b""

    @property
    def text(self) -> str:
        """The file as it was written; kept as bytes, in which it takes half as much memory."""
        return self.data.decode("utf-8", errors="replace")

    @property
    def is_draft(self) -> bool:
        """Whether its editor has not finished it."""
        return bool(self.values.get("status") == "draft")

    def line(self, number: int) -> str:
        """Return the line *number* of the file as it was written, or as it was mended already."""
        mended = {fault.line: fault.fix for fault in self.faults if fault.fix}
        lines = lines_of(self.text)
        if number in mended:
            return mended[number]
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def line_of(self, path: frontmatter.Path) -> int:
        """Return the line of the value at *path*, or of the nearest part that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(data: bytes) -> Source:
    """Return the file with the content *data*, parsed."""
    if len(data) > LARGEST * 1000:
        values = {"found": len(data) // 1000, "limit": LARGEST}
        return Source({}, {}, Body(), [Fault(0, "text-too-large", values)])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = len(lines_of(data[: error.start].decode("utf-8")))
        return Source({}, {}, Body(), [Fault(line, "not-utf-8")])
    header = read_front_matter(text)
    body = markup.render(header.body, first_line=header.body_line, markdown=_markdown())
    return Source(header.values, header.lines, body, header.faults + body.faults, data)


@cache
def _markdown() -> markdown_package.Markdown:
    # One renderer a process: it is reset for each text, and making it takes longer than most texts.
    return markup.renderer()
