"""All checks of the texts; what is found in a text is kept until the text, or a check, changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plugins.checks.silence import without_silenced
from plugins.checks.source import PAIR_CHECKS, TEXT_CHECKS
from plugins.checks.source.files import check_files
from plugins.checks.source.names import Named, misspelled, names_in
from plugins.checks.source.reading import read
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.frontmatter import Fault
from plugins.model.memo import Memo, code_version, digest
from plugins.model.problem import Problem
from plugins.sharing import share_out

ROOM = Path(__file__).resolve().parent.parent
"""All plugins: a check may stand in another room than this."""


def check_texts(documents: Sequence[Document], *, memo: Memo, jobs: int) -> list[Problem]:
    """Return what is wrong with the texts of *documents*, the silenced rules left out."""
    readable = [d for d in documents if d.source.values or not d.source.faults]
    found = _kept(readable, memo, jobs)
    problems: dict[str, list[Problem]] = defaultdict(list)
    for document in readable:
        faults = found[document.path]["faults"]
        problems[document.path] += [Problem(document.path, *fault) for fault in faults]
    for path, fault in _names(readable, found):
        problems[path].append(Problem(path, fault.line, fault.rule, fault.values, fault.fix))
    for document in _one_of_each(readable):
        problems[document.path] += check_files(document)
        for problem in found[document.path]["pair"]:
            problems[problem[0]].append(Problem(*problem))
    return [p for d in readable for p in without_silenced(d, problems[d.path])]


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
    """Return the name of what is found in *document*: of its place, its text and its pair's."""
    other = document.translation.source.data if document.translation else b""
    return digest(version, document.path.encode(), document.source.data, other)


def _check_share(documents: Sequence[Document]) -> list[tuple[str, dict[str, Any]]]:
    return [(document.path, _check(document)) for document in documents]


def _check(document: Document) -> dict[str, Any]:
    text = read(document.kind, document.folder, document.lang, document.source)
    faults = [fault for check in TEXT_CHECKS for fault in check(text)]
    return {
        "faults": [[f.line, f.rule, f.values, f.fix] for f in faults],
        "names": [list(asdict(named).values()) for named in names_in(text)],
        "pair": [[p.path, p.line, p.rule, dict(p.values), p.fix] for p in _check_pair(document)],
    }


def _check_pair(document: Document) -> Iterator[Problem]:
    other = document.translation
    if other is not None and _is_first(document):
        for check in PAIR_CHECKS:
            yield from check(document, other)


def _is_first(document: Document) -> bool:
    """Tell whether *document* stands for its item: the only text, or that of the first language."""
    return document.translation is None or document.lang == LANGUAGES[0]


def _one_of_each(documents: Iterable[Document]) -> list[Document]:
    return [document for document in documents if _is_first(document)]


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
