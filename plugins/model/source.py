"""One source file, parsed: its header as written and its text as HTML.

Parsing is a pure function of the bytes of the file, so its result is kept in the memo; the cold
part is shared out among processes.
"""

import hashlib
import multiprocessing
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import markdown as markdown_package
import yaml

from plugins.model import frontmatter, markup
from plugins.model.frontmatter import Fault, read_front_matter
from plugins.model.markup import Body, Link
from plugins.model.memo import Memo, digest

WORTH_SHARING = 200
"""Below so many new texts one process is done before a second one has started."""


@dataclass
class Source:
    """A parsed file: the values of its header with their lines, its body, and every fault."""

    values: dict[str, Any]
    lines: dict[frontmatter.Path, int]
    body: Body
    faults: list[Fault]
    text: str = ""

    def line(self, number: int) -> str:
        """Return the line *number* of the file as it was written."""
        lines = self.text.splitlines()
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def line_of(self, path: frontmatter.Path) -> int:
        """Return the line of the value at *path*, or of the nearest part that was written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def parse(data: bytes) -> Source:
    """Return the file with the content *data*, parsed."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return Source({}, {}, Body(), [Fault(line, "not-utf-8")])
    header = read_front_matter(text)
    body = markup.render(header.body, first_line=header.body_line, markdown=_markdown())
    return Source(header.values, header.lines, body, header.faults + body.faults, text)


def parse_all(files: Mapping[str, bytes], *, memo: Memo, jobs: int) -> dict[str, Source]:
    """Return every file of *files* parsed, by the same names; of the memo what it already holds."""
    version = code_version()
    keys = {name: digest(version, data) for name, data in files.items()}
    kept = memo.read(keys.values())
    new = {key: files[name] for name, key in keys.items() if key not in kept}
    made = dict(zip(new, _parse_each(list(new.values()), jobs), strict=True))
    if made or len(kept) != len(set(keys.values())):
        memo.write(made, keep=kept)
    return {name: _from_json(kept.get(key) or made[key], files[name]) for name, key in keys.items()}


def _parse_each(texts: list[bytes], jobs: int) -> list[dict[str, Any]]:
    if jobs < 2 or len(texts) < WORTH_SHARING:
        return [_parse_to_json(text) for text in texts]
    # Forked children start at once; where there is no fork, the other ways do the same.
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    with ProcessPoolExecutor(jobs, mp_context=multiprocessing.get_context(method)) as pool:
        return list(pool.map(_parse_to_json, texts, chunksize=50))


def _parse_to_json(data: bytes) -> dict[str, Any]:
    source = parse(data)
    return {
        "values": source.values,
        "lines": [[list(path), line] for path, line in source.lines.items()],
        "body": {**asdict(source.body), "faults": []},
        "faults": [asdict(fault) for fault in source.faults],
    }


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
        data.decode("utf-8", errors="replace"),
    )


@cache
def _markdown() -> markdown_package.Markdown:
    # One renderer a process: it is reset for each text, and making it takes longer than most texts.
    return markup.renderer()


@cache
def code_version() -> bytes:
    """Return a name of the code that parses: a memo made by other code is never found."""
    whole = hashlib.blake2b(digest_size=20)
    for part in sorted(Path(__file__).parent.glob("*.py")):
        whole.update(part.read_bytes())
    whole.update(f"{markdown_package.__version__} {yaml.__version__}".encode())
    return whole.digest()
