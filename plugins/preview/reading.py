"""The content folder, kept in memory: after a change only what changed is read again.

A document that is at fault is shown as it was when it was last sound, or not at all: one half
written text does not keep the others from being seen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from plugins.languages.addresses import Addresses, check_addresses, slug_of
from plugins.model.content import Content, content_of
from plugins.model.documents import Document
from plugins.model.kinds import KINDS, Item
from plugins.model.memo import Memo
from plugins.model.placeholders import placeholders
from plugins.model.problem import Problem
from plugins.model.reading import read_documents
from plugins.model.references import anchors
from plugins.model.tags import Tags, read_tags
from plugins.model.tree import TAGS_FILE, Text, read_item, read_tree

FREE = frozenset({"title", "summary", "modified", "tags", "cover", "cover_alt"})
"""Fields that say nothing of where an item stands, in which order, and what it belongs to."""
QUOTED = frozenset({"pages", "declarations"})
"""Kinds whose words are copied: into the menu, into the declarations that cite them."""


@dataclass(frozen=True)
class Reading:
    """What the content came to: the documents as they are shown, and all that is wrong."""

    content: Content
    problems: list[Problem]
    renewed: list[Document] | None = field(default=None)
    """Documents that take the place of those in *content*, where nothing else has changed."""


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

    def read(self) -> Reading:
        """Return the whole folder, read anew."""
        tree = read_tree(self._root)
        self._in_tree, self._tags_data = tree.problems, tree.tags
        self._documents, self._faults = {}, {}
        self._take(tree.texts, memo=self._memo, jobs=self._jobs)
        self._last = self._look()
        return self._last

    def reread(self, keys: Iterable[str]) -> Reading:
        """Return the whole folder, of which only the items *keys* are read anew."""
        keys, renewed = list(keys), True
        for key in keys:
            renewed = self._reread(key) and renewed
        self._last = self._renewed(keys) if renewed else self._look()
        return self._last

    def looks(self, key: str) -> list[Problem]:
        """Return what is worth a look in the texts of the item *key*: what is to be filled in."""
        documents = self._documents.get(key, ())
        found = [problem for document in documents for problem in placeholders(document)]
        return [problem for problem in found if problem.level == "look"]

    def key_of(self, path: Path) -> str | None:
        """Return the key of the item that *path* belongs to; None where it belongs to none."""
        parts = path.relative_to(self._root).parts
        return "/".join(parts[:2]) if len(parts) > 1 and parts[0] in KINDS else None

    def _reread(self, key: str) -> bool:
        """Read the item *key* anew; return whether it can take the place of what is shown."""
        kind, _, folder = key.partition("/")
        place = f"{self._root.name}/{key}"
        in_tree = [p for p in self._in_tree if p.path != place and not _is_in(p.path, place)]
        had_problems = len(in_tree) < len(self._in_tree)
        self._in_tree = in_tree
        self._documents.pop(key, None)
        if not (self._root / key).exists():
            return False
        item = read_item(self._root, kind, folder)
        self._in_tree += item.problems
        self._take(item.texts, memo=_Nothing(), jobs=1)
        if had_problems or item.problems:
            return False
        pairs = {d.lang: d for d in self._shown.get(key, ())}
        documents = self._documents.get(key, [])
        same = {d.lang for d in documents} == set(pairs)
        return same and all(self._is_renewed(d, pairs[d.lang]) for d in documents)

    def _is_renewed(self, now: Document, shown: Document) -> bool:
        """Tell whether *now* takes the place of *shown* and moves nothing else; or is at fault."""
        if now.files.keys() != shown.files.keys():
            return False
        if now.problems or now.fields is None:
            return True
        changed = _changed_fields(now.fields, shown.item)
        free = FREE if now.kind not in QUOTED else frozenset()
        if changed - free - {"slug"} or slug_of(now) != slug_of(shown):
            return False
        return anchors(now) == anchors(shown) or not self._is_pointed_at(now.key)

    def _is_pointed_at(self, key: str) -> bool:
        """Tell whether any text leads to a heading of the item *key*."""
        references = self._last.content.references
        pointing = (
            references.target(document, link)
            for documents in self._shown.values()
            for document in documents
            for link in document.source.body.links
            if "#" in link.target
        )
        return any(target and target.key == key for target in pointing)

    def _take(self, texts: list[Text], *, memo: Memo, jobs: int) -> None:
        documents = read_documents(texts, memo=memo, jobs=jobs)
        for document in documents:
            self._documents.setdefault(document.key, []).append(document)
            self._faults[document.path] = list(document.problems)

    def _renewed(self, keys: list[str]) -> Reading:
        """Return the last reading with the items *keys* put in their places."""
        problems = [p for p in self._last.problems if _key(p) not in keys]
        renewed = []
        for key in keys:
            documents, wrong = self._documents[key], []
            for document in documents:
                if document.fields:
                    self._last.content.references.check(document)
                wrong += document.problems
            if not wrong:
                self._shown[key] = documents
                renewed += documents
            problems += wrong
        return replace(self._last, problems=problems, renewed=renewed)

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


class _Nothing(Memo):
    """Remembers nothing: what changes with every save is not worth keeping."""

    def __init__(self) -> None:
        super().__init__(Path())

    def read(self, keys: Iterable[str]) -> dict[str, Any]:
        return {}

    def write(self, values: dict[str, Any], *, keep: Iterable[str]) -> None:
        pass


def _changed_fields(now: Item, shown: Item) -> set[str]:
    names = type(now).model_fields
    return {name for name in names if getattr(now, name) != getattr(shown, name)}


def _key(problem: Problem) -> str:
    """Return the key of the item in whose texts *problem* is."""
    return "/".join(problem.path.split("/")[1:3])


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")
