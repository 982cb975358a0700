"""One source file, parsed: its header as written and its text as HTML.

Parsing is a pure function of the bytes of the file, so its result is kept in the memo; what is new
is shared out among processes.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import markdown as markdown_package

from plugins.model import frontmatter, markup
from plugins.model.frontmatter import Fault, read_front_matter
from plugins.model.markup import Body, Link
from plugins.model.memo import Memo, code_version, digest
from plugins.sharing import share_out

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

    def line(self, number: int) -> str:
        """Return the line *number* of the file as it was written, or as it was mended already."""
        mended = {fault.line: fault.fix for fault in self.faults if fault.fix}
        lines = self.text.splitlines()
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
        line = data.count(b"\n", 0, error.start) + 1
        return Source({}, {}, Body(), [Fault(line, "not-utf-8")])
    header = read_front_matter(text)
    body = markup.render(header.body, first_line=header.body_line, markdown=_markdown())
    return Source(header.values, header.lines, body, header.faults + body.faults, data)


def parse_all(files: Mapping[str, bytes], *, memo: Memo, jobs: int) -> dict[str, Source]:
    """Return every file of *files* parsed, by the same names; of the memo what it already holds."""
    version = code_version(Path(__file__).parent)
    keys = {name: digest(version, data) for name, data in files.items()}
    kept = memo.read(keys.values())
    new = {key: files[name] for name, key in keys.items() if key not in kept}
    shares = share_out(_parse_share, list(new.items()), jobs)
    made = {key: value for share in shares for key, value in share}
    if made or len(kept) != len(set(keys.values())):
        memo.write(made, keep=kept)
    parsed = kept | {key: json.loads(value) for key, value in made.items()}
    return {name: _from_json(parsed[key], files[name]) for name, key in keys.items()}


def _parse_share(texts: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    return [(key, _parse_to_json(text)) for key, text in texts]


def _parse_to_json(data: bytes) -> bytes:
    source = parse(data)
    body = source.body
    value = {
        "values": source.values,
        "lines": [[list(path), line] for path, line in source.lines.items()],
        "body": {
            "html": body.html,
            "links": [vars(link) for link in body.links],
            "headings": body.headings,
            "anchors": body.anchors,
        },
        "faults": [vars(fault) for fault in source.faults],
    }
    return json.dumps(value).encode()


def _from_json(value: dict[str, Any], data: bytes) -> Source:
    body = value["body"]
    return Source(
        value["values"],
        {tuple(path): line for path, line in value["lines"]},
        Body(
            body["html"],
            [Link(**link) for link in body["links"]],
            [(level, anchor, words) for level, anchor, words in body["headings"]],
            body["anchors"],
        ),
        [Fault(**fault) for fault in value["faults"]],
        data,
    )


@cache
def _markdown() -> markdown_package.Markdown:
    # One renderer a process: it is reset for each text, and making it takes longer than most texts.
    return markup.renderer()
