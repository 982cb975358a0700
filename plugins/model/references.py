"""What a document leads to: tags, goals, files, documents; what leads nowhere is reported."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from plugins.model.documents import Document, State
from plugins.model.filenames import composed
from plugins.model.kinds import KINDS
from plugins.model.markup import Link
from plugins.model.named import Place
from plugins.model.problem import NOTHING, Problem
from plugins.model.tags import Tags
from plugins.model.values import FileBeside, GoalId, RefersTo, TagName

DECISION_ANCHOR = {"tr": "karar", "en": "decision"}
"""The word in the anchors of decisions, `#karar-2`; permanent, so never changed."""


class References:
    """All documents of the site, to look up what one of them names."""

    def __init__(self, documents: list[Document], tags: Tags, states: Mapping[str, State]) -> None:
        self.documents = {document.path: document for document in documents}
        self.by_key: dict[str, dict[str, Document]] = {}
        for document in documents:
            self.by_key.setdefault(document.key, {})[document.lang] = document
        self.tags = tags
        self.states = states
        """The state of each document by its path."""
        self.goals = {
            goal.id: None
            for document in documents
            if document.kind == "pages" and document.fields
            for goal in document.fields.get("goals") or ()
        }

    def put(self, key: str, documents: list[Document]) -> None:
        """Let *documents*, which have the same goals, be those of the item *key*."""
        for document in self.by_key.pop(key, {}).values():
            del self.documents[document.path]
        for document in documents:
            self.documents[document.path] = document
            self.by_key.setdefault(key, {})[document.lang] = document

    def check(self, document: Document) -> None:
        """Report everything that *document* names and that is not there."""
        if document.fields is not None:
            for place, marker, value in document.named:
                if place[0] in document.source.values:
                    self._check_value(document, place, marker, value)
                elif isinstance(marker, RefersTo):
                    self._check_taken_over(document, place, _key_of(marker, value))
        for link in document.source.body.links:
            if link.kind != "site":
                self._check_link(document, link)

    def item(self, key: str, lang: str) -> Document | None:
        """Return the item *key* in *lang*, or in the language it has, if it is open to visitors."""
        versions = self.by_key.get(key, {})
        for language in (lang, *versions):
            document = versions.get(language)
            if document and self.is_open(document):
                return document
        return None

    def target(self, document: Document, link: Link) -> Document | None:
        """Return the document that *link* of *document* names; None where it names a file."""
        return self.documents.get(_path_of(document.path, link.target))

    def is_open(self, document: Document) -> bool:
        """Return whether *document* answers at its address on the day of the build."""
        return self.states[document.path] in ("published", "hidden", "expired")

    def _check_value(self, document: Document, place: Place, marker: object, value: str) -> None:
        if isinstance(marker, TagName) and self.tags.key(value) is None:
            if self.tags.is_broken:
                return
            if not self.tags.names:
                document.report("no-tags", *place)
                return
            nearest = self.tags.nearest(value)
            fix = document.source.line(document.source.line_of(place))
            document.report(
                "unknown-tag",
                *place,
                found=value,
                known=", ".join(self.tags.names),
                fix=fix.replace(value, nearest) if nearest else None,
            )
        elif isinstance(marker, GoalId) and value not in self.goals:
            document.report("unknown-goal", *place, found=value, known=", ".join(self.goals))
        elif isinstance(marker, FileBeside) and value not in document.files:
            known = ", ".join(document.files) or "—"
            document.report("missing-file", *place, found=value, known=known)
        elif isinstance(marker, RefersTo):
            self._check_item(document, place, marker, _key_of(marker, value))

    def _check_item(self, document: Document, place: Place, marker: RefersTo, key: str) -> None:
        if key not in self.by_key:
            better = self._nearest_item(key, marker)
            document.report("unknown-item", *place, found=key, better=better)
        elif state := self._closed(document, key):
            document.report("item-not-published", *place, found=key, state=state)

    def _check_taken_over(self, document: Document, place: Place, key: str) -> None:
        """Report what is closed to visitors of *document*, though its translation may name it.

        All else is reported where it is written; a draft may name what is not published either.
        """
        writer = document.translation
        if writer is None or self.is_open(writer) or key not in self.by_key:
            return
        if state := self._closed(document, key):
            values = {"found": key, "state": state}
            line = writer.source.line_of(place)
            document.problems.append(Problem(writer.path, line, "item-not-published", values))

    def _closed(self, document: Document, key: str) -> State | None:
        """Return the state of the item *key* if visitors of *document* would not find it."""
        if not self.is_open(document) or self.item(key, document.lang):
            return None
        states = {self.states[version.path] for version in self.by_key[key].values()}
        # What is wrong with it is reported there; here nothing may be wrong at all.
        return None if "error" in states else min(states)

    def _check_link(self, document: Document, link: Link) -> None:
        path, _, fragment = link.target.partition("#")
        target = self.target(document, link)
        if target is None:
            if path not in document.files:
                self._report_dead(document, link, path)
        elif fragment and target.fields and fragment not in anchors(target):
            known = ", ".join(anchors(target)) or "—"
            _report(document, link, "dead-anchor", found=fragment, known=known)
        elif state := self._closed(document, target.key):
            _report(document, link, "item-not-published", found=path, state=state)

    def _report_dead(self, document: Document, link: Link, path: str) -> None:
        if path.endswith(".md"):
            rule, better, known = "dead-link", self._nearest_text(document, path), ""
        else:
            known = ", ".join(document.files) or "—"
            rule, better = "missing-file", _nearest_file(path, document.files)
        written = composed(document.source.line(link.line))
        is_mended = better != NOTHING and path in written
        fix = written.replace(path, better) if is_mended else None
        _report(document, link, rule, found=path, better=better, known=known, fix=fix)

    def _nearest_item(self, key: str, marker: RefersTo) -> str:
        """Return the item that *key* may mean: of its kind, or its folder in another one."""
        kind, _, folder = key.rpartition("/")
        here = [] if marker.kind else [k for k in self.by_key if k.endswith(f"/{folder}")]
        like = [k for k in self.by_key if kind not in KINDS or k.startswith(f"{kind}/")]
        return _nearest(key, here, like)

    def _nearest_text(self, document: Document, path: str) -> str:
        """Return the way to the text that *path* may mean: of its kind, or its folder elsewhere."""
        kind, folder, name = ["", "", *_path_of(document.path, path).split("/")][-3:]
        others = [other for other in self.documents.values() if other is not document]
        here = {other.folder for other in others if other.folder == folder}
        like = {other.folder for other in others if kind not in KINDS or other.kind == kind}
        nearest = _nearest(folder, here, like)
        texts = [other.path for other in others if other.folder == nearest]
        if not texts:
            return NOTHING
        best = max(texts, key=lambda text: (f"/{kind}/" in text, text.endswith(f"/{name}"), text))
        return posixpath.relpath(best, posixpath.dirname(document.path))


def keys_named(document: Document) -> Iterator[str]:
    """Yield the key of each item that *document* names, in its fields or by a link."""
    for _, marker, value in document.named:
        if isinstance(marker, RefersTo):
            yield _key_of(marker, value)
    for link in document.source.body.links:
        if link.kind != "site":
            yield "/".join(_path_of(document.path, link.target).split("/")[1:3])


def _key_of(marker: RefersTo, value: str) -> str:
    return f"{marker.kind}/{value}" if marker.kind else value


@lru_cache(1 << 14)
def _path_of(source: str, target: str) -> str:
    """Return the path to which a link of the text *source* leads, its anchor left out."""
    folder, path = posixpath.dirname(source), target.partition("#")[0]
    return posixpath.normpath(f"{folder}/{path}")


def anchors(document: Document) -> list[str]:
    """Return the anchors of *document*: of its headings, decisions and goals."""
    fields = document.fields
    stated = (fields.get("goals") or ()) if fields else ()
    goals = [goal.id for goal in stated if not isinstance(goal, str)]
    word = DECISION_ANCHOR[document.lang]
    made = (fields.get("decisions") or ()) if fields else ()
    decisions = [f"{word}-{number}" for number, _ in enumerate(made, 1)]
    return [*document.source.body.anchors, *goals, *decisions]


def _nearest_file(name: str, files: Iterable[str]) -> str:
    ending = posixpath.splitext(name)[1].casefold()
    return _nearest(name, [file for file in files if file.casefold().endswith(ending)], files)


def _nearest(text: str, *choices: Iterable[str]) -> str:
    """Return what is most like *text*, of the first of *choices* in which anything is."""
    for known in choices:
        if nearest := get_close_matches(text, known, n=1, cutoff=0.75):
            return nearest[0]
    return NOTHING


def _report(
    document: Document, link: Link, rule: str, fix: str | None = None, **values: Any
) -> None:
    document.problems.append(Problem(document.path, link.line, rule, values, fix))
