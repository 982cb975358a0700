"""All checks of a built site; what they come to is kept until one of its files is another."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.checks.findings import Findings
from plugins.checks.output.leaks import Passage, closed_passages, open_words
from plugins.checks.output.ledger import check_ledger
from plugins.checks.output.naming import address_of
from plugins.languages.addresses import Addresses
from plugins.model.content import Content
from plugins.model.memo import Memo, digest
from plugins.model.problem import Problem, shortened

FAMILY = "output"

ALIKE = 3
"""Places at which the same fault is shown; a fault of the frame stands on all pages."""

Hits = Mapping[str, Mapping[str, int]]
"""By the name of a file, the line of each run of closed words that stands in it."""


@dataclass(frozen=True)
class Output:
    """A built site: its files by name, and what they came to."""

    folder: Path
    names: tuple[str, ...]
    problems: list[Problem]
    """What is wrong with the files, whatever the texts say."""
    leaks: list[Problem]
    """Words of what is not public."""

    @property
    def addresses(self) -> set[str]:
        """Every address that answers."""
        return {address_of(name) for name in self.names}


def is_public(folder: Path) -> bool:
    """Tell whether the site in *folder* was built for the public: it lets search engines in."""
    robots = folder / "robots.txt"
    return robots.is_file() and "Allow: /" in robots.read_text(encoding="utf-8").splitlines()


def read_output(
    folder: Path,
    content: Content,
    addresses: Addresses,
    *,
    findings: Findings,
    files: Memo,
    jobs: int,
) -> Output:
    """Return the site that was built into *folder*, and the words of *content* that leaked into it.

    What it came to is one of the *findings* until one of its files is another; what each file came
    to is kept in the memo *files*, which is opened only then.
    """
    stamps = dict(sorted(_stamps(folder)))
    passages = closed_passages(content, public=is_public(folder))
    words = list(dict.fromkeys(passage.words for passage in passages))
    specimens = sorted(addresses.listing("components", lang) for lang in addresses.languages)
    parts = (folder.name, *stamps, *stamps.values())
    state = digest("\0".join(parts).encode(errors="surrogateescape"))
    marks = {
        "problems": digest(state.encode(), repr(specimens).encode()),
        "hits": digest(state.encode(), repr(words).encode()),
    }

    def find(wanted: Sequence[str]) -> Iterator[tuple[str, Any]]:
        # Slow to load, with lxml; of an output that was checked before, nothing is read.
        from plugins.checks.output.reading import FAMILIES, Reader  # noqa: PLC0415

        kept = Findings(files, findings.version, FAMILIES)
        reader = Reader(folder, stamps, kept, jobs)
        if "problems" in wanted:
            yield "problems", reader.problems(frozenset(specimens))
        if "hits" in wanted:
            yield "hits", reader.hits(words, marks["hits"])
        reader.save()

    found = findings.of(FAMILY, marks, find)
    wrong = [Problem(*problem) for problem in found["problems"]]
    leaks = _leaked(folder, found["hits"], content, passages)
    return Output(folder, tuple(stamps), wrong, list(leaks))


def check_pages(
    output: Output, root: Path, content: Content, addresses: Addresses
) -> list[Problem]:
    """Return what is wrong with the built site *output*."""
    found = [*output.problems, *output.leaks]
    found += check_ledger(root, content, addresses, output.names)
    return list(_some_of_each(found))


def _stamps(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each file in *folder*, with forward slashes, and its size and time."""
    folders = [(str(folder), "")]
    for path, below in folders:
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir():
                    folders.append((entry.path, f"{below}{entry.name}/"))
                else:
                    file = entry.stat()
                    yield f"{below}{entry.name}", f"{file.st_size} {file.st_mtime_ns}"


def _leaked(
    folder: Path, hits: Hits, content: Content, passages: Sequence[Passage]
) -> Iterator[Problem]:
    """No words of a draft, of what waits, or of an invented item of a public site stand in it."""
    if not hits:
        return
    said = open_words(content, passages)
    for name, lines in hits.items():
        seen: set[str] = set()  # of each text, one passage is named
        for passage in passages:
            line = lines.get(passage.words)
            if line is None or passage.path in seen:
                continue
            seen.add(passage.path)
            if passage.words not in said:
                found = shortened(passage.words)
                values = {"found": found, "place": passage.path, "state": passage.state}
                yield Problem(f"{folder.name}/{name}", line, "leaked-text", values)


def _some_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first few of the problems that say the same."""
    counted: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        same: Mapping[str, object] = problem.values
        key = (problem.rule, str(same.get("found", same)))
        counted[key] += 1
        if counted[key] <= ALIKE:
            yield problem
