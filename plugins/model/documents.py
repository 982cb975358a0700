"""Every text of the content folder as a document of its kind and language.

The folder is the translation key: `news/2026-11-06-example/index.tr.md` and `index.en.md` are one
item in two languages. Facts that only one of the two writes hold for both.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from plugins.model.dates import LANGUAGES
from plugins.model.frontmatter import Fault
from plugins.model.kinds import KINDS, UNDATED, Item, is_shared
from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.model.slugs import slugify
from plugins.model.source import Source, parse_all
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

TAGS_FILE = "tags.yaml"

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z0-9-]+)")
_UNDATED = re.compile(r"[a-z0-9-]+")
_TEXT = re.compile(rf"index\.({'|'.join(LANGUAGES)})\.md")
_JUNK = re.compile(r"\..*|Thumbs\.db|desktop\.ini|.*~")


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
    def folder_day(self) -> date | None:
        """The day in the name of the folder."""
        dated = _DATED.fullmatch(self.folder)
        try:
            return date.fromisoformat(dated[1]) if dated else None
        except ValueError:
            return None

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
        expires = getattr(self.fields, "expires", None)
        return "expired" if expires and expires < day else "published"


def read_documents(
    root: Path, *, memo: Memo, jobs: int
) -> tuple[list[Document], list[Problem], bytes]:
    """Return the documents under the content folder *root*, and the problems of the tree itself.

    The third value is the content of the file of tags.
    """
    base, problems, tags = root.name, [], b""
    found: dict[tuple[str, str, str], tuple[str, dict[str, Path]]] = {}
    data: dict[str, bytes] = {}
    for kind_path in _entries(root):
        path = f"{base}/{kind_path.name}"
        if kind_path.name == TAGS_FILE:
            tags = kind_path.read_bytes()
        elif kind_path.is_file():
            problems.append(_stray(path, "news"))
        elif kind_path.name not in KINDS:
            known = ", ".join(KINDS)
            problems.append(
                Problem(path, 0, "unknown-kind", {"found": kind_path.name, "known": known})
            )
        else:
            for folder in _entries(kind_path):
                problems += _read_folder(base, kind_path.name, folder, found, data)
    sources = parse_all(data, memo=memo, jobs=jobs)
    documents = [
        Document(kind, folder, lang, path, sources[path], files)
        for (kind, folder, lang), (path, files) in found.items()
    ]
    _pair(documents)
    for document in documents:
        _fill(document)
    return documents, problems, tags


def _entries(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not _JUNK.fullmatch(path.name))


def _read_folder(
    base: str,
    kind: str,
    folder: Path,
    found: dict[tuple[str, str, str], tuple[str, dict[str, Path]]],
    data: dict[str, bytes],
) -> Iterator[Problem]:
    """Note the texts of one item; yield what is wrong with its folder."""
    path = f"{base}/{kind}/{folder.name}"
    if folder.is_file():
        yield _stray(path, kind)
        return
    pattern = _UNDATED if kind in UNDATED else _DATED
    if not pattern.fullmatch(folder.name):
        yield Problem(
            path,
            0,
            "bad-folder-name",
            {"found": folder.name, "better": _better_name(kind, folder.name)},
        )
    entries = _entries(folder)
    files = {entry.name: entry for entry in entries if entry.is_file() and entry.suffix != ".md"}
    texts = {match[1]: entry for entry in entries if (match := _TEXT.fullmatch(entry.name))}
    for entry in entries:
        if entry.name not in files and entry not in texts.values():
            yield _stray(f"{path}/{entry.name}", kind)
    if not texts:
        yield Problem(path, 0, "no-text")
    for lang, entry in texts.items():
        text_path = f"{path}/{entry.name}"
        try:
            data[text_path] = entry.read_bytes()
        except OSError as error:
            yield Problem(text_path, 0, "unreadable-file", {"reason": error.strerror})
        else:
            found[kind, folder.name, lang] = (text_path, files)


def _stray(path: str, kind: str) -> Problem:
    folder = "short-name" if kind in UNDATED else "2026-01-31-short-name"
    return Problem(path, 0, "stray-file", {"better": f"content/{kind}/{folder}/index.tr.md"})


def _better_name(kind: str, name: str) -> str:
    slug = slugify(name) or "short-name"
    return slug if kind in UNDATED or _DATED.fullmatch(slug) else f"2026-01-31-{slug}"


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
        for name, info in kind.model_fields.items()
        if other and is_shared(info) and name in other.values and name not in source.values
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
