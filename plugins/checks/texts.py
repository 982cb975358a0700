"""All checks of the texts; what is found in a text is kept until the text, or a check, changes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from plugins.checks.findings import Findings
from plugins.checks.silence import without_silenced
from plugins.checks.source.files import check_files
from plugins.checks.source.spelling import misspelled
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.memo import digest
from plugins.model.problem import Problem
from plugins.pictures.uses import Use, uses_among
from plugins.sharing import share_out
from plugins.translations.register import Register

FAMILIES = ("texts", "items")


@dataclass(frozen=True)
class Known:
    """What is known of the texts; of one that has not changed, by its bytes alone."""

    documents: Sequence[Document]
    own: Mapping[str, Any]
    """By path, what a text says by itself: `faults`, `names`, `silences`, where it has any. None
    of a text whose header can't be read at all: of that its fault says enough."""
    items: Mapping[str, Any]
    """By key, what the texts of an item say together, where they do: `problems`; and by language,
    `addresses` (slug and line) and `pictures` (names and lines)."""

    def places(self) -> Iterator[tuple[Document, str, int]]:
        """Yield each document whose fields are sound, its slug and the line of that."""
        for document in self.documents:
            if place := self.items[document.key].get("addresses", {}).get(document.lang):
                yield document, place[0], place[1]

    def pictures(self) -> Iterator[Use]:
        """Yield every use of a picture that is there."""
        for document in self.documents:
            if named := self.items[document.key].get("pictures"):
                yield from uses_among(document, named.get(document.lang, ()))


def read_texts(documents: Sequence[Document], findings: Findings, *, jobs: int) -> Known:
    """Return what is known of *documents*; of the *findings* what they hold."""
    items: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        items[document.key].append(document)
    register = Register.of(documents)
    by_path = {document.path: document for document in documents}
    marks = {path: digest(d.source.data) for path, d in by_path.items()}
    all_know = digest(repr(register).encode())
    pairs = {
        key: " ".join([all_know, *(f"{d.lang} {marks[d.path]}" for d in item)])
        for key, item in items.items()
    }

    def find_own(paths: Sequence[str]) -> Iterator[tuple[str, Any]]:
        from plugins.checks.anew import facts_of_texts  # noqa: PLC0415  slow: with all the checks

        for share in share_out(facts_of_texts, [by_path[path] for path in paths], jobs):
            yield from share

    def find_items(keys: Sequence[str]) -> Iterator[tuple[str, Any]]:
        from plugins.checks.anew import facts_of_items  # noqa: PLC0415  slow: with all the checks

        find = partial(facts_of_items, register=register)
        for share in share_out(find, [items[key] for key in keys], jobs):
            yield from share

    own = findings.of("texts", marks, find_own)
    return Known(documents, own, findings.of("items", pairs, find_items))


def check_texts(known: Known) -> list[Problem]:
    """Return what is wrong with the texts, the silenced rules left out."""
    readable = [d for d in known.documents if known.own[d.path] is not None]
    problems: dict[str, list[Problem]] = defaultdict(list)
    for document in readable:
        for fault in known.own[document.path].get("faults", ()):
            problems[document.path].append(Problem(document.path, *fault))
    for problem in _misspelled(readable, known):
        problems[problem.path].append(problem)
    for document in _one_of_each(readable):
        problems[document.path] += check_files(document)
    for item in known.items.values():
        for path, *what in item.get("problems", ()):
            problems[path].append(Problem(path, *what))
    kept: list[Problem] = []
    for document in readable:
        found = problems.pop(document.path, [])
        silences = known.own[document.path].get("silences")
        kept += without_silenced(document.path, silences, found) if silences else found
    return kept + [problem for others in problems.values() for problem in others]


def _one_of_each(documents: Iterable[Document]) -> list[Document]:
    """Return one document of each item: files beside it belong to both."""
    return [d for d in documents if d.translation is None or d.lang == LANGUAGES[0]]


def _misspelled(documents: Sequence[Document], known: Known) -> Iterator[Problem]:
    for lang in LANGUAGES:
        yield from misspelled(
            [(d.path, known.own[d.path].get("names", ())) for d in documents if d.lang == lang]
        )
