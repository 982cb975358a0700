"""Every text of the content folder as a document of its kind and language.

The folder is the translation key: `news/2026-11-06-example/index.tr.md` and `index.en.md` are one
item in two languages. Facts that only one of the two writes hold for both.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from plugins.model.dates import LANGUAGES
from plugins.model.frontmatter import Fault
from plugins.model.kinds import KINDS, Item, is_shared, shared_fields
from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.model.source import Source, parse_all
from plugins.model.tree import Text, day_in
from plugins.model.validation import validate

State = Literal["published", "waiting", "draft", "hidden", "expired", "demo", "error"]
STATES: tuple[State, ...] = (
    "published",
    "waiting",
    "draft",
    "hidden",
    "expired",
    "demo",
    "error",
)


@dataclass(eq=False)
class Document:
    """One text: a document in one language, with its fields if they are sound."""

    kind: str
    folder: str
    lang: str
    path: str
    """As messages name it: relative to the project, with forward slashes."""
    source: Source
    files: dict[str, Path]
    """The files that lie beside the text, by name."""
    fields: Item | None = None
    problems: list[Problem] = field(default_factory=list)
    translation: "Document | None" = None

    @property
    def key(self) -> str:
        """Identity of the item whatever its language: `news/2026-11-06-example`."""
        return f"{self.kind}/{self.folder}"

    @property
    def item(self) -> Item:
        """The fields of a document that is known to be sound."""
        assert self.fields is not None
        return self.fields

    @cached_property
    def folder_day(self) -> date | None:
        """The day in the name of the folder."""
        return day_in(self.folder)

    @property
    def day(self) -> date | None:
        """The day of publication; pages have none."""
        return (self.fields.date if self.fields else None) or self.folder_day

    def report(self, rule: str, *path: str | int, fix: str | None = None, **values: Any) -> None:
        """Note a problem at the field at *path*."""
        line = self.source.line_of(path)
        self.problems.append(Problem(self.path, line, rule, values, fix))

    def state(self, day: date, *, publish: bool) -> State:
        """Return what becomes of the document in a build as of *day*."""
        if self.fields is None or self.problems:
            return "error"
        if self.fields.status == "draft":
            return "draft"
        if publish and self.fields.demo:
            return "demo"
        if self.day and self.day > day:
            return "waiting"
        if self.fields.status == "hidden":
            return "hidden"
        expires = self.fields.get("expires")
        return "expired" if expires and expires < day else "published"


def read_documents(texts: list[Text], *, memo: Memo, jobs: int) -> list[Document]:
    """Return *texts* as documents, each beside its translation and with its problems."""
    sources = parse_all({text.path: text.data for text in texts}, memo=memo, jobs=jobs)
    documents = [
        Document(t.kind, t.folder, t.lang, t.path, sources[t.path], t.files) for t in texts
    ]
    _pair(documents)
    for document in documents:
        _fill(document)
    return documents


def _pair(documents: list[Document]) -> None:
    by_key: dict[str, list[Document]] = {}
    for document in documents:
        by_key.setdefault(document.key, []).append(document)
    for pair in by_key.values():
        if len(pair) == 2:
            pair[0].translation, pair[1].translation = pair[1], pair[0]


def _fill(document: Document) -> None:
    """Validate the header of *document*, with the facts that its translation alone writes."""
    source, kind = document.source, KINDS[document.kind]
    other = document.translation.source if document.translation else None
    taken_over = {
        name: other.values[name]
        for name in shared_fields(kind)
        if other and name in other.values and name not in source.values
    }
    faults = list(source.faults)
    # A header that can't be read at all has no fields to speak of.
    if source.values or not faults:
        document.fields, more = validate(kind, source, taken_over)
        faults += more
    for fault in faults:
        if not _said_by_translation(document, fault):
            document.problems.append(
                Problem(document.path, fault.line, fault.rule, fault.values, fault.fix)
            )


def _said_by_translation(document: Document, fault: Fault) -> bool:
    """A shared field that both files lack is reported once, in the first of the two."""
    if (
        fault.rule != "missing-field"
        or document.translation is None
        or document.lang == LANGUAGES[0]
    ):
        return False
    info = KINDS[document.kind].model_fields.get(fault.values["field"])
    return info is not None and is_shared(info)
