"""Every text of the content folder as a document of its kind and language.

The folder is the translation key: `news/2026-11-06-example/index.tr.md` and `index.en.md` are one
item in two languages. Facts that only one of the two writes hold for both.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from plugins.model.kinds import Item
from plugins.model.memo import digest
from plugins.model.named import Named, named_in
from plugins.model.problem import Problem
from plugins.model.slugs import slugify
from plugins.model.source import Source
from plugins.model.tree import day_in

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
    def named(self) -> list[Named]:
        """What its fields name, be it written here or in its translation."""
        return list(named_in(self.fields)) if self.fields else []

    @cached_property
    def slug(self) -> str:
        """The last part of its address: as written, or made from the title."""
        return self.item.slug or slugify(self.item.title) or self.folder

    @cached_property
    def facts(self) -> str:
        """A name for all that its fields say."""
        return digest(repr(self.fields).encode())

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
