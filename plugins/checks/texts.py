"""All checks of the texts; what is found in a text is kept until the text, or a check, changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plugins.checks import source
from plugins.checks.silence import without_silenced
from plugins.checks.source.files import check_files
from plugins.checks.source.names import Named, misspelled, names_in
from plugins.checks.source.reading import read
from plugins.model.content import Content
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.frontmatter import Fault
from plugins.model.memo import Memo, code_version, digest
from plugins.model.problem import Problem
from plugins.sharing import share_out

ROOM = Path(__file__).resolve().parent.parent
"""All plugins: a check may stand in another room than this."""


def check_texts(content: Content, *, memos: Path, jobs: int) -> list[Problem]:
    """Return what is wrong with the texts of *content*, the silenced rules left out.

    What is found is kept in the folder *memos*.
    """
    readable = [d for d in content.documents if d.source.values or not d.source.faults]
    found = _kept(readable, Memo(memos / "checks.sqlite"), jobs)
    problems: dict[str, list[Problem]] = defaultdict(list)
    for document in readable:
        faults = found[document.path]["faults"]
        problems[document.path] += [Problem(document.path, *fault) for fault in faults]
    for path, fault in _names(readable, found):
        problems[path].append(Problem(path, fault.line, fault.rule, fault.values, fault.fix))
    for document in _one_of_each(readable):
        problems[document.path] += check_files(document)
    for name, check in source.CONTENT_CHECKS:
        for problem in check(content, memo=Memo(memos / f"{name}.sqlite")):
            problems[problem.path].append(problem)
    kept = [p for d in readable for p in without_silenced(d, problems.pop(d.path, []))]
    return kept + [problem for others in problems.values() for problem in others]


def _kept(documents: Sequence[Document], memo: Memo, jobs: int) -> dict[str, dict[str, Any]]:
    """Return what is found in each of *documents* by its path, of the memo what it holds."""
    version = code_version(ROOM)
    keys = {d.path: _key(version, d) for d in documents}
    kept = memo.read(keys.values())
    new = [document for document in documents if keys[document.path] not in kept]
    shares = share_out(_check_share, new, jobs)
    made = {keys[path]: value for share in shares for path, value in share}
    if made or len(kept) != len(set(keys.values())):
        memo.write(made, keep=kept)
    return {path: kept.get(key) or made[key] for path, key in keys.items()}


def _key(version: bytes, document: Document) -> str:
    """Return the name of what is found in *document*: of its place and its text."""
    return digest(version, document.path.encode(), document.source.data)


def _check_share(documents: Sequence[Document]) -> list[tuple[str, dict[str, Any]]]:
    return [(document.path, _check(document)) for document in documents]


def _check(document: Document) -> dict[str, Any]:
    text = read(document.kind, document.folder, document.lang, document.source)
    faults = [fault for check in source.TEXT_CHECKS for fault in check(text)]
    return {
        "faults": [[f.line, f.rule, f.values, f.fix] for f in faults],
        "names": [list(asdict(named).values()) for named in names_in(text)],
    }


def _one_of_each(documents: Iterable[Document]) -> list[Document]:
    """Return one document of each item: files beside it belong to both."""
    return [d for d in documents if d.translation is None or d.lang == LANGUAGES[0]]


def _names(
    documents: Sequence[Document], found: dict[str, dict[str, Any]]
) -> Iterator[tuple[str, Fault]]:
    for lang in LANGUAGES:
        places = [
            (d.path, [Named(*named) for named in found[d.path]["names"]])
            for d in documents
            if d.lang == lang
        ]
        yield from misspelled(places)
