"""The content folder as it lies on the disk: its texts, and what has no place there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from operator import attrgetter
from os import DirEntry, scandir
from pathlib import Path

from plugins.model.dates import LANGUAGES
from plugins.model.filenames import composed, legible
from plugins.model.kinds import FOLDER_WORDS, KINDS, UNDATED
from plugins.model.problem import Problem
from plugins.model.slugs import slugify

TAGS_FILE = "tags.yaml"
LEDGER_FILE = "addresses.txt"
"""The addresses that were ever public; `invoke check` holds the built site to them."""

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})-([a-z0-9-]+)")
_UNDATED = re.compile(r"[a-z0-9-]+")
_TEXT = re.compile(rf"index\.({'|'.join(LANGUAGES)})\.md")
_LIKE_TEXT = re.compile(r"(index\b.*\.(md|markdown|txt)|.*\.(md|markdown))(\.txt)?", re.IGNORECASE)
"""What was meant for a text, such as the `index.en.md.txt` of an editor that hides endings."""
JUNK = re.compile(r"\..*|Thumbs\.db|desktop\.ini|.*~")
"""What a system or an editor keeps for itself, in any folder."""


@dataclass(frozen=True)
class Text:
    """One text as it was found."""

    kind: str
    folder: str
    lang: str
    path: str
    """As messages name it: relative to the project, with forward slashes."""
    data: bytes
    files: dict[str, Path]
    """The files that lie beside the text, by name; each letter of a name is one sign."""


@dataclass
class Tree:
    """Every text of the content folder, the file of tags, and what is wrong with the tree."""

    texts: list[Text]
    tags: bytes
    problems: list[Problem]


def read_tree(root: Path) -> Tree:
    """Return what lies in the content folder *root*."""
    tree = Tree([], b"", [])
    for entry in _entries(root):
        path = f"{root.name}/{legible(entry.name)}"
        if entry.name == TAGS_FILE:
            tree.tags = Path(entry).read_bytes()
        elif entry.name == LEDGER_FILE:
            continue
        elif entry.is_file():
            tree.problems.append(_stray(path, "news"))
        elif entry.name not in KINDS:
            tree.problems.append(_unknown_kind(root.name, legible(entry.name)))
        else:
            for folder in _entries(entry.path):
                _read_item(tree, path, entry.name, folder.name, folder.path)
    return tree


def read_item(root: Path, kind: str, name: str) -> Tree:
    """Return what lies in one folder of the content folder *root*: the item *name* of *kind*."""
    tree = Tree([], b"", [])
    _read_item(tree, f"{root.name}/{kind}", kind, name, str(root / kind / name))
    return tree


def day_in(folder: str) -> date | None:
    """Return the day in the name of a folder; None where there is none, or none such."""
    dated = _DATED.fullmatch(folder)
    try:
        return date.fromisoformat(dated[1]) if dated else None
    except ValueError:
        return None


def _entries(folder: str | Path) -> list[DirEntry[str]]:
    with scandir(folder) as entries:
        return sorted((e for e in entries if not JUNK.fullmatch(e.name)), key=attrgetter("name"))


def _read_item(tree: Tree, above: str, kind: str, name: str, folder: str) -> None:
    path = f"{above}/{legible(name)}"
    if legible(name) != name:
        tree.problems.append(Problem(path, 0, "bad-file-name"))
    else:
        _read_folder(tree, path, kind, name, folder)


def _read_folder(tree: Tree, path: str, kind: str, name: str, folder: str) -> None:
    """Add the texts of the item *name* to *tree*, and what is wrong with its *folder*."""
    try:
        entries = _entries(folder)
    except NotADirectoryError:
        tree.problems.append(_stray(path, kind))
        return
    tree.problems += _check_name(path, kind, name)
    files: dict[str, Path] = {}
    texts = {}
    for entry in entries:
        own = composed(legible(entry.name))
        if own != composed(entry.name):
            tree.problems.append(Problem(f"{path}/{own}", 0, "bad-file-name"))
        elif entry.is_symlink() and not _is_within(entry.path, folder):
            tree.problems.append(Problem(f"{path}/{own}", 0, "link-leads-out"))
        elif match := _TEXT.fullmatch(own):
            texts[match[1]] = entry
        elif own in files:
            tree.problems.append(Problem(f"{path}/{own}", 0, "same-file-name", {"found": own}))
        elif entry.is_file() and not _LIKE_TEXT.fullmatch(own):
            files[own] = Path(entry)
        else:
            tree.problems.append(_stray_beside(path, own, kind))
    if not texts:
        tree.problems.append(Problem(path, 0, "no-text"))
    for lang, entry in texts.items():
        text_path = f"{path}/{entry.name}"
        try:
            with open(entry, "rb") as file:
                text = Text(kind, name, lang, text_path, file.read(), files)
        except OSError as error:
            values = {"reason": error.strerror}
            tree.problems.append(Problem(text_path, 0, "unreadable-file", values))
        else:
            tree.texts.append(text)


def _is_within(path: str, folder: str) -> bool:
    """Tell whether *path*, a link in the *folder* of an item, leads into the content folder."""
    return Path(path).resolve().is_relative_to(Path(folder).resolve().parent.parent)


def _check_name(path: str, kind: str, name: str) -> Iterator[Problem]:
    pattern = _UNDATED if kind in UNDATED else _DATED
    if not pattern.fullmatch(name):
        slug = slugify(name) or "short-name"
        good = kind in UNDATED or _DATED.fullmatch(slug)
        better = slug if good else f"2026-01-31-{slug}"
        yield Problem(path, 0, "bad-folder-name", {"found": name, "better": better})
    elif kind not in UNDATED and day_in(name) is None:
        yield Problem(path, 0, "no-such-day", {"found": name[:10]})


def _stray_beside(folder: str, name: str, kind: str) -> Problem:
    if not name.casefold().startswith("index"):
        return _stray(f"{folder}/{name}", kind)
    lang = next((lang for lang in LANGUAGES if f".{lang}" in name.casefold()), "tr")
    values = {"better": f"{folder}/index.{lang}.md"}
    return Problem(f"{folder}/{name}", 0, "stray-file", values)


def _stray(path: str, kind: str) -> Problem:
    folder = "short-name" if kind in UNDATED else "2026-01-31-short-name"
    return Problem(path, 0, "stray-file", {"better": f"content/{kind}/{folder}/index.tr.md"})


def _unknown_kind(base: str, name: str) -> Problem:
    words = {slugify(word): kind for word, kind in FOLDER_WORDS.items()} | {k: k for k in KINDS}
    nearest = get_close_matches(slugify(name), words, n=1)
    fix = f"{base}/{words[nearest[0]]}" if nearest else None
    values = {"found": name, "known": ", ".join(KINDS)}
    return Problem(f"{base}/{name}", 0, "unknown-kind", values, fix)
