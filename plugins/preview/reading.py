"""The content folder, kept in memory: after a change only what changed is read again.

A document that is at fault is shown as it was when it was last sound, or not at all: one half
written text does not keep the others from being seen.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.languages.addresses import Addresses, check_addresses
from plugins.model.content import Content, content_of
from plugins.model.documents import Document
from plugins.model.filenames import legible
from plugins.model.kinds import KINDS
from plugins.model.memo import Memo
from plugins.model.placeholders import placeholders
from plugins.model.problem import Problem
from plugins.model.reading import read_documents
from plugins.model.reading import read_item as documents_of
from plugins.model.tags import Tags, read_tags
from plugins.model.tree import TAGS_FILE, read_item, read_tree
from plugins.preview.ties import Ties, names

WORDING = frozenset({"title", "summary", "modified", "cover_alt"})
"""Fields of which no address is made, where that of the item stays."""


@dataclass(frozen=True)
class Reading:
    """What the content came to: the documents as they are shown, and all that is wrong."""

    content: Content
    problems: list[Problem]
    step: "Step | None" = None
    """What alone has changed in *content* since the last reading; None where anything may have."""


@dataclass(frozen=True)
class Step:
    """Items that came, changed or went, and nothing else has but what shows something of them."""

    items: dict[str, list[Document]]
    """The documents of each by its key; none where it is gone."""
    beside: list[Document]
    """Documents of other items that name one of them."""
    is_rewording: bool
    """Nothing in it decides what addresses there are, but for files beside a text."""


class Reader:
    """Reads the content folder *root* as it stands on *day*."""

    def __init__(
        self, root: Path, *, day: date, addresses: Addresses, memo: Memo, jobs: int
    ) -> None:
        self._root = root
        self._day = day
        self._addresses = addresses
        self._memo = memo
        self._jobs = jobs
        self._documents: dict[str, list[Document]] = {}
        """What lies in the folder now, by the key of the item."""
        self._faults: dict[str, list[Problem]] = {}
        """What is wrong with each of them by itself, by path."""
        self._shown: dict[str, list[Document]] = {}
        """The same, but each item at fault as it was when it was last sound."""
        self._shown_tags: Tags | None = None
        self._ties = Ties([], addresses)
        """How those that are shown hang together."""

    def read(self) -> Reading:
        """Return the whole folder, read anew."""
        tree = read_tree(self._root)
        self._in_tree, self._tags_data = tree.problems, tree.tags
        self._documents, self._faults = {}, {}
        self._take(read_documents(tree.texts, memo=self._memo, jobs=self._jobs))
        self._last = self._look()
        return self._last

    def reread(self, keys: Iterable[str]) -> Reading:
        """Return the whole folder, of which only the items *keys* are read anew."""
        own = frozenset(keys)
        for key in sorted(own):
            self._reread(key)
        self._last = self._stepped(own) or self._look()
        return self._last

    def looks(self, key: str) -> list[Problem]:
        """Return what is worth a look in the texts of the item *key*: what is to be filled in."""
        documents = self._documents.get(key, ())
        found = [problem for document in documents for problem in placeholders(document)]
        return [problem for problem in found if problem.level == "look"]

    def key_of(self, path: Path) -> str | None:
        """Return the key of the item that *path* belongs to; None where it belongs to none."""
        parts = path.relative_to(self._root).parts
        is_item = len(parts) > 1 and parts[0] in KINDS and legible(parts[1]) == parts[1]
        return "/".join(parts[:2]) if is_item else None

    def _reread(self, key: str) -> None:
        """Read the item *key* anew."""
        kind, _, folder = key.partition("/")
        place = f"{self._root.name}/{key}"
        self._in_tree = [p for p in self._in_tree if p.path != place and not _is_in(p.path, place)]
        self._documents.pop(key, None)
        if (self._root / key).exists():
            item = read_item(self._root, kind, folder)
            self._in_tree += item.problems
            self._take(documents_of(item.texts))

    def _take(self, documents: Iterable[Document]) -> None:
        for document in documents:
            self._documents.setdefault(document.key, []).append(document)
            self._faults[document.path] = list(document.problems)

    def _stepped(self, keys: frozenset[str]) -> Reading | None:
        """Return the last reading with *keys* as they are now; None where that may not be all."""
        content = self._last.content
        last = {key: self._shown.get(key, []) for key in keys}
        now = {key: self._documents.get(key, []) for key in keys}
        elsewhere = [problem for problem in self._last.problems if _key(problem) not in keys]
        told = [*elsewhere, *(problem for problem in self._in_tree if _key(problem) in keys)]
        others = {_key(problem) for problem in elsewhere} & self._documents.keys()
        if self._concern(others, last, now):
            return None
        self._put(now)
        if wrong := self._wrong_in(_all(now)):
            beside = [d for d in self._ties.naming(keys) if d.key not in others]
            told += [*wrong, *self._wrong_in(beside)]
            self._put(last)  # as it was when it was last sound
            return Reading(content, told, Step({}, [], True)) if len(keys) == 1 else None
        ties = Ties(content.documents, self._addresses, self._ties)
        moves = ties.places(_all(now)) != self._ties.places(_all(last))
        step = Step(now, ties.naming(keys), not moves and _facts(last) == _facts(now))
        # What is at fault is told what it may have meant: any address may be that.
        if (moves and others) or _goals(last) != _goals(now) or not self._stays_whole(step, ties):
            return None
        self._shown = {key: each for key, each in (self._shown | now).items() if each}
        self._ties = ties
        return Reading(content, told, step)

    def _put(self, items: Mapping[str, list[Document]]) -> None:
        """Put *items* into the content, by their keys; those without a text go."""
        for key, documents in items.items():
            states = {d.path: d.state(self._day, publish=False) for d in documents}
            self._last.content.put(key, documents, states)

    def _wrong_in(self, documents: list[Document]) -> list[Problem]:
        """Return what is wrong with *documents*, by themselves and in what they name."""
        wrong = []
        for document in documents:
            own = list(document.problems)
            self._last.content.references.check(document)
            wrong += document.problems
            document.problems[:] = own
        return wrong

    def _stays_whole(self, step: Step, ties: Ties) -> bool:
        """Return whether nothing is wrong with the rest of the content after *step*."""
        if self._wrong_in(step.beside) or not ties.are_apart():
            return False
        return not any(check_addresses(_all(step.items), self._addresses))

    def _concern(self, others: Set[str], *items: Mapping[str, list[Document]]) -> bool:
        """Return whether the items *others* name any of *items*, or are named by them."""
        theirs = {name for key in others for name in names(self._documents[key])}
        named = {name for each in items for name in names(_all(each))}
        return not (others.isdisjoint(named) and all(theirs.isdisjoint(each) for each in items))

    def _look(self) -> Reading:
        """Return what is there now, each item at fault as it was when it was last sound."""
        tags, tag_problems = read_tags(f"{self._root.name}/{TAGS_FILE}", self._tags_data)
        if tag_problems and self._shown_tags:
            tags = self._shown_tags
        content, wrong = self._whole(self._documents, tags)
        problems = [*wrong, *self._in_tree, *tag_problems]
        shown = dict(self._documents)
        while faulty := {_key(problem) for problem in wrong}:
            for key in faulty:
                last = self._shown.get(key)
                if last is None or shown[key] is last:
                    del shown[key]
                else:
                    shown[key] = last
            content, wrong = self._whole(shown, tags)
        self._shown, self._shown_tags = shown, tags
        self._ties = Ties(content.documents, self._addresses, self._ties)
        return Reading(content, problems)

    def _whole(
        self, documents: Mapping[str, list[Document]], tags: Tags
    ) -> tuple[Content, list[Problem]]:
        """Return *documents* as the content of the site, and what is wrong with any of them."""
        # In the order of the folder, whatever was read again.
        ordered = [document for key in sorted(documents) for document in documents[key]]
        for document in ordered:
            is_there = documents[document.key] is self._documents.get(document.key)
            document.problems[:] = self._faults[document.path] if is_there else []
        content = content_of(ordered, tags, day=self._day, publish=False)
        return content, [*content.problems, *check_addresses(ordered, self._addresses)]


def _all(items: Mapping[str, list[Document]]) -> list[Document]:
    return [document for documents in items.values() for document in documents]


def _facts(items: Mapping[str, list[Document]]) -> dict[str, dict[str, object]]:
    """Return what the texts of *items* say in fields, but for their wording."""
    return {
        document.path: {name: v for name, v in vars(document.item).items() if name not in WORDING}
        for document in _all(items)
    }


def _goals(items: Mapping[str, list[Document]]) -> list[object]:
    """Return the goals that *items* state, and where: every item of the site may serve them."""
    pages = [document for document in _all(items) if document.kind == "pages"]
    return [(d.path, d.slug, d.item.get("goals")) for d in pages if d.item.get("goals")]


def _key(problem: Problem) -> str:
    """Return the key of the item in whose texts *problem* is."""
    return "/".join(problem.path.split("/")[1:3])


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")
