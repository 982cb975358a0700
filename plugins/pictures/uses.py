"""Where a text uses a picture: as its cover, in its lines, or as a file that it links to."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any, Protocol

from plugins.model.documents import Document
from plugins.model.filenames import composed
from plugins.model.problem import Problem
from plugins.model.values import FileBeside
from plugins.pictures.endings import ENDINGS, OTHERS


class Fault(Protocol):
    """What is wrong with a picture: a rule and its values, as a problem has them."""

    @property
    def rule(self) -> str: ...

    @property
    def values(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True)
class Use:
    """One place of a text that names a picture."""

    document: Document
    name: str
    """Of the file, as the text writes it."""
    line: int

    @property
    def path(self) -> Path:
        """The picture as it lies on the disk."""
        return self.document.files[self.name]


def uses_of(document: Document) -> Iterator[Use]:
    """Yield every picture that *document* itself names and that is there.

    Facts of both languages are named where they are written. A file that a text offers is a
    picture too if its name says so: it would take along where and by whom it was taken.
    """
    return uses_among(document, named_by(document))


def uses_among(document: Document, named: Iterable[tuple[str, int]]) -> Iterator[Use]:
    """Yield the uses among what *document* has *named*: a name and its line each."""
    return (Use(document, name, line) for name, line in named if name in document.files)


def named_by(document: Document) -> Iterator[tuple[str, int]]:
    """Yield name and line of every picture that *document* itself names, there or not."""
    source = document.source
    for place, marker, name in document.named:
        is_written = isinstance(marker, FileBeside) and place[0] in source.values
        if is_written and (place[0] == "cover" or is_picture(name)):
            yield name, source.line_of(place)
    for link in source.body.links:
        if link.kind == "picture" or (link.kind == "file" and is_picture(link.target)):
            yield link.target.partition("#")[0], link.line


def is_picture(name: str) -> bool:
    """Return whether the *name* of a file is that of a picture."""
    return PurePath(name.partition("#")[0]).suffix.lower() in ENDINGS | OTHERS


def by_picture(uses: Iterable[Use]) -> dict[Path, list[Use]]:
    """Return the *uses* of each picture, by where it lies."""
    found: dict[Path, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.path].append(use)
    return found


def problems_of(
    uses: Mapping[Path, list[Use]], bad: Mapping[Path, Fault]
) -> Iterator[tuple[Use, Problem]]:
    """Yield each use of a *bad* picture, with what is wrong with it, at the line that names it."""
    for path, found in bad.items():
        for use in uses[path]:
            values = {**found.values, "found": use.name}
            written = composed(use.document.source.line(use.line))
            better = found.values.get("better")
            fix = written.replace(use.name, better) if better and use.name in written else None
            yield use, Problem(use.document.path, use.line, found.rule, values, fix)
