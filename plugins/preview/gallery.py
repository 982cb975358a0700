"""The pictures of the texts: made when a text uses a new one, or a file has changed."""

from collections.abc import Iterable, Mapping
from os import stat
from pathlib import Path
from typing import Any

from plugins.languages.media import NOT_MADE, Picture
from plugins.model.documents import Document
from plugins.model.problem import Problem
from plugins.pictures.making.recipe import Recipe
from plugins.pictures.shelf import Shelf
from plugins.pictures.uses import Use, by_picture, problems_of, uses_of


class Gallery:
    """What pages get of each picture; one that is at fault stays empty, and is told."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._shelf = Shelf(
            Path(settings["MEMO_PATH"]) / "pictures",
            recipe=Recipe.from_settings(settings),
            jobs=settings["JOBS"],
        )
        self._uses: dict[str, tuple[Document, list[Use]]] = {}
        """What each text uses, by its path."""
        self._seen: dict[Path, tuple[int, ...]] = {}
        self.pictures: dict[Path, Picture] = {}
        self.problems: list[Problem] = []

    def hang(self, documents: Iterable[Document]) -> None:
        """Make what *documents*, all that there are, use."""
        self._uses = {document.path: (document, self._uses_of(document)) for document in documents}
        uses = by_picture(use for _, used in self._uses.values() for use in used)
        seen = {path: _signature(path) for path in uses}
        if seen == self._seen and not self.problems:
            return
        self._seen = seen
        made, bad = self._shelf.pictures(list(uses))
        self.pictures = made | dict.fromkeys(bad, NOT_MADE)
        self.problems = [problem for _, problem in problems_of(uses, bad)]

    def _uses_of(self, document: Document) -> list[Use]:
        known, uses = self._uses.get(document.path, (None, []))
        return uses if known is document else list(uses_of(document))


def _signature(path: Path) -> tuple[int, ...]:
    file = stat(path)
    # Of two pictures that change places, size and time may be the same.
    return file.st_mtime_ns, file.st_size, file.st_ctime_ns, file.st_ino
