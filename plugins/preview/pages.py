"""What answers at each address of a site: made when it is asked for, and not before."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from plugins.files import STATIC
from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.languages.page import Head, Heads
from plugins.listings import all_pages, list_pages, render_page
from plugins.listings.desk import Desk
from plugins.listings.items import item_page
from plugins.listings.page import Page
from plugins.model.content import Content
from plugins.model.memo import Record
from plugins.moments import zone
from plugins.rendering import Templates
from plugins.rooms import open_room
from plugins.writer import Lot, Made

Make = Callable[[], bytes | str]

ELSEWHERE = frozenset(
    "writer model pictures languages translations listings links newsletter".split()
)
"""Rooms whose work the preview does itself, or leaves to the build."""
EARLY = ("stylesheet", "files")
"""Rooms that every page waits for; what the others write is seldom asked for."""


class Pages:
    """The pages of *site*, its feeds, calendars and files, by address."""

    def __init__(
        self,
        site: Site,
        content: Content,
        words: Mapping[str, Words],
        templates: Templates,
        settings: Mapping[str, Any],
        *,
        last: "Pages | None" = None,
    ) -> None:
        """*last* are pages with the same addresses, but for those of the site itself."""
        self._site = site
        self._templates = templates
        self._settings = settings
        self._words = words
        self._zone = zone(settings["TIMEZONE"])
        self._content = content
        # A server is asked for `Kış 2026.pdf`; on a page its address is quoted.
        self._media = {unquote(url): path for url, path in site.media.items()}
        self._items = {item.url: item for items in site.items.values() for item in items}
        self._desk = cache(lambda lang: Desk(site, site.editions[lang], words, settings))
        self._lists = self._list_pages()
        self._listed: dict[str, Page] = {}
        self._writer = LazyWriter()
        self._rooms = self._other_rooms()
        self._known: frozenset[str] = last.known if last else frozenset()
        self._knows_all: bool = last is not None and last._knows_all

    def find(self, url: str) -> Make | None:
        """Return what makes the answer at *url*; None where nothing answers.

        Raises:
            Problems: a room finds something at fault before it can tell.
        """
        if url in self._media:
            return self._media[url].read_bytes
        if (page := self._page(url)) is not None:
            return partial(self._render, page)
        if (file := self._static(url)) is not None:
            return file.read_bytes
        while url not in self._writer.made and (room := next(self._rooms, None)):
            room()
        return self._writer.made.get(url)

    def answers(self, url: str) -> bool:
        """Return whether anything answers at *url*, and make no more than that takes.

        Raises:
            Problems: as `find` does.
        """
        if url in self._media or url in self._items or url in self.known or self._static(url):
            return True
        if self._knows_all:
            return False
        if self.find(url) is not None:
            return True
        # For an address that is not there all other rooms were asked.
        self._listed |= {page.head.url: page for page in self._lists}
        self._knows_all = True
        return False

    @property
    def known(self) -> frozenset[str]:
        """The addresses of lists and of what other rooms write, as far as they were asked for."""
        return self._known | self._listed.keys() | self._writer.made.keys()

    def _page(self, url: str) -> Page | None:
        if item := self._items.get(url):
            return item_page(self._desk(item.lang), item)
        if not url.endswith(("/", ".html")):
            return None
        while url not in self._listed and (page := next(self._lists, None)):
            self._listed[page.head.url] = page
        return self._listed.get(url)

    def _list_pages(self) -> Iterator[Page]:
        for lang in self._site.editions:
            yield from list_pages(self._desk(lang))

    def _render(self, page: Page) -> str:
        edition = self._site.editions[page.head.lang]
        return render_page(self._templates, self._zone, edition, page)

    def _static(self, url: str) -> Path | None:
        folder = (Path(self._settings["THEME"]) / "static").resolve()
        if not url.startswith(STATIC):
            return None
        try:
            path = (folder / url.removeprefix(STATIC)).resolve()
            return path if path.is_relative_to(folder) and path.is_file() else None
        except (OSError, ValueError):  # no name that a file can have
            return None

    def _other_rooms(self) -> Iterator[Callable[[], None]]:
        """Yield what fills the shelf, room by room, in the order in which it is likely needed."""
        context = {
            "heads": Heads("", cache(self._heads)),
            "content": self._content,
            "site": self._site,
            "words": self._words,
            "templates": self._templates,
        }
        names = [name for name in self._settings["PLUGINS"] if _room(name) not in ELSEWHERE]
        for name in sorted(names, key=lambda name: _room(name) not in EARLY):
            yield partial(self._fill, name, context)

    def _heads(self) -> list[tuple[Head, date | datetime | None]]:
        pages = all_pages(self._desk(lang) for lang in self._site.editions)
        return [(page.head, page.changed) for page in pages]

    def _fill(self, plugin: str, context: dict[str, Any]) -> None:
        if room := open_room(plugin, context, self._settings):
            room.generate_context()
            room.generate_output(self._writer)


class LazyWriter:
    """A writer that writes nothing: it keeps how each address is made until it is asked for."""

    def __init__(self) -> None:
        self.made: dict[str, Make] = {}

    def write(self, url: str, data: bytes | str, *, source: str) -> None:
        """Keep *data*, which answers at *url*."""
        self.made[url] = lambda: data

    def copy(self, url: str, file: Path, *, source: str) -> None:
        """Keep where the file is that answers at *url*."""
        self.made[url] = file.read_bytes

    def write_made(self, pieces: Iterable[Made], *, lot: Lot | None = None, record: Record) -> None:
        """Keep *pieces* and those of the *lot* as they are: none is made yet."""
        for piece in (*pieces, *(lot.pieces() if lot else ())):
            make = cache(piece.make)
            for place, url in enumerate(piece.urls):
                self.made[url] = partial(_part, make, place)


def _part(make: Callable[[], Sequence[bytes | str]], place: int) -> bytes | str:
    return make()[place]


def _room(plugin: str) -> str:
    return plugin.removeprefix("plugins.").partition(".")[0]
