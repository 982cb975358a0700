"""The files of a built site, read; what one came to is kept until it holds something else."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from plugins.checks.findings import Findings
from plugins.checks.output.facts import Facts, facts_of
from plugins.checks.output.files import OUTPUT_CHECKS, Files
from plugins.checks.output.leaks import lines_of
from plugins.checks.output.naming import is_read
from plugins.model.memo import digest
from plugins.sharing import share_out

FAMILIES = ("files", "words")

NOTHING: Facts = {"problems": [], "links": [[], [], []], "ids": [], "alternates": {}, "origin": ""}


class Reader:
    """Reads the files in *folder*, of which *stamps* says by name when each is another."""

    def __init__(
        self, folder: Path, stamps: Mapping[str, str], findings: Findings, jobs: int
    ) -> None:
        self._folder = folder
        self._stamps = stamps
        self._findings = findings
        self._jobs = jobs

    def problems(self, specimens: frozenset[str]) -> list[list[Any]]:
        """Return what is wrong with the files; pages at *specimens* show what leads nowhere."""
        facts = {name: self._facts.get(name, NOTHING) for name in self._stamps}
        files = Files(self._folder.name, facts, specimens)
        found = (problem for check in OUTPUT_CHECKS for problem in check(files))
        return [[p.path, p.line, p.rule, p.values, p.fix] for p in found]

    def hits(self, words: Sequence[str], mark: str) -> dict[str, dict[str, int]]:
        """Return by its name what of *words* stands in a file, each with its line.

        A file that was looked through before is looked through for new words alone. *mark* names
        the words and the state of the files.
        """
        before = self._findings.before("words", "") or {"words": [], "files": {}}
        known, all_words = set(before["words"]), set(words)
        new = [each for each in words if each not in known]
        found: dict[str, list[Any]] = {}
        wanted: list[tuple[str, Sequence[str]]] = []
        for name, facts in self._facts.items():
            mark_then, lines = before["files"].get(name, ("", {}))
            is_known = mark_then == facts["digest"]
            kept = {each: line for each, line in lines.items() if is_known and each in all_words}
            found[name] = [facts["digest"], kept]
            if missing := new if is_known else words:
                wanted.append((name, missing))
        for share in share_out(partial(_look, self._folder), wanted, self._jobs):
            for name, lines in share:
                found[name][1] |= lines
        self._findings.of("words", {"": mark}, lambda _: [("", {"words": words, "files": found})])
        return {name: lines for name, (_, lines) in found.items() if lines}

    def save(self) -> None:
        """Keep what was found for the next check."""
        self._findings.save()

    @cached_property
    def _facts(self) -> dict[str, Facts]:
        """What has to be known of each file that is read, by its name."""
        marks = {name: stamp for name, stamp in self._stamps.items() if is_read(name)}
        return self._findings.of("files", marks, self._read)

    def _read(self, names: Sequence[str]) -> Iterator[tuple[str, Facts]]:
        # A build writes some files anew that hold what they held.
        before = [(name, self._findings.before("files", name)) for name in names]
        for share in share_out(partial(_read_share, self._folder), before, self._jobs):
            yield from share


def _read_share(folder: Path, files: Sequence[tuple[str, Facts | None]]) -> list[tuple[str, Facts]]:
    return [(name, _read_file(name, (folder / name).read_bytes(), old)) for name, old in files]


def _read_file(name: str, data: bytes, before: Facts | None) -> Facts:
    mark = digest(data)
    if before and before["digest"] == mark:
        return before
    return {**facts_of(name, data), "digest": mark}


def _look(
    folder: Path, files: Sequence[tuple[str, Sequence[str]]]
) -> list[tuple[str, dict[str, int]]]:
    return [(name, lines_of(words, (folder / name).read_bytes())) for name, words in files]
