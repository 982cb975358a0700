"""The whole of the preview: what changes on the disk goes in, pages come out."""

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from plugins.languages.addresses import FORM, Addresses
from plugins.languages.catalogue import MissingMessage, Words, read_catalogues
from plugins.links import dead_addresses
from plugins.model.memo import Memo
from plugins.model.problem import Problem, Problems
from plugins.preview.gallery import Gallery
from plugins.preview.pages import Make, Pages
from plugins.preview.panel import Foot, bare_page, with_panel
from plugins.preview.reading import Reader, Reading
from plugins.preview.showing import Showing, show
from plugins.preview.words import say
from plugins.rendering import Templates

PAGES = ("/", ".html")
"""How the addresses of pages end."""


@dataclass(frozen=True)
class Answer:
    """What answers a request: the status of HTTP, the bytes, and where else to look."""

    status: int
    body: bytes = b""
    location: str = ""


@dataclass
class Wrong:
    """All that is wrong now, by where it was found."""

    content: list[Problem] = field(default_factory=list)
    words: list[Problem] = field(default_factory=list)
    links: list[Problem] = field(default_factory=list)

    def all(self) -> list[Problem]:
        """Return every problem, by file and line."""
        return Problems([*self.content, *self.words, *self.links]).problems


class Proof:
    """The site made with *settings*, as it is on the disk; many threads may ask it at once."""

    def __init__(self, settings: Mapping[str, Any], *, lang: str) -> None:
        self._lang = lang
        self._lock = RLock()
        self._words: dict[str, Words] = {}
        self._showing: Showing | None = None
        self._served: dict[str, str] = {}
        """Each page as it was when it last could be made."""
        self._paths: dict[str, str] = {}
        """The text behind each address, those that it had before included."""
        self._started, self._number = time.time_ns(), 0
        self._is_behind = True
        """A change was not taken in to its end: what is shown is no ground for the next."""
        self.wrong = Wrong()
        self.notices: list[str] = []
        """What else the editor has to know, in their language."""
        self.configure(settings)

    @property
    def version(self) -> str:
        """A name for what is shown now; it changes with every change."""
        return f"{self._started}-{self._number}"

    def configure(self, settings: Mapping[str, Any]) -> None:
        """Make everything anew, with these *settings*."""
        with self._lock:
            self._settings, self._is_behind = settings, True
            self._content, self._theme = Path(settings["PATH"]), Path(settings["THEME"])
            self._gallery = Gallery(settings)
            self._addresses = Addresses.from_settings(settings)
            self._reader = Reader(
                self._content,
                day=settings["BUILD_DAY"],
                addresses=self._addresses,
                memo=Memo(Path(settings["MEMO_PATH"]) / "texts.sqlite"),
                jobs=settings["JOBS"],
            )
            self._read_words()
            self._show(self._reader.read())
            self._number += 1

    def update(self, paths: Iterable[Path]) -> None:
        """Take in what has changed at *paths*, which lie in the content or in the theme."""
        with self._lock:
            paths = set(paths)
            content = [path for path in paths if path.is_relative_to(self._content)]
            words = any(path.is_relative_to(self._theme / "translations") for path in paths)
            if words:
                self._read_words()
            whole = words or self._is_behind
            self._is_behind = whole or bool(content)
            if whole:
                self._show(self._reader.read())  # links and sections speak the words, too
            elif content:
                self._show(self._read(content))
            if len(content) < len(paths) and self._showing:
                self._dress(self._showing)
            self._number += 1

    def answer(self, url: str) -> Answer:
        """Return what answers at the path *url* of the site."""
        with self._lock:
            if self._showing is None:
                return self._page(500, url, None)
            try:
                return self._answer(self._showing, url)
            except Problems as error:
                return self._page(500, url, self._served.get(url), error.problems)
            except OSError:  # a file is being replaced: the page will be asked for again
                return self._page(500, url, self._served.get(url))

    # ── from the disk to the site ───────────────────────────────────────────────────────────

    def _read(self, paths: list[Path]) -> Reading:
        keys = [self._reader.key_of(path) for path in paths]
        if None not in keys:
            with suppress(OSError):  # a folder may go away while it is read
                return self._reader.reread(dict.fromkeys(key for key in keys if key))
        return self._reader.read()

    def _read_words(self) -> None:
        languages = tuple(self._settings["LANGUAGES"])
        try:
            self._words = read_catalogues(self._theme / "translations", languages)
            self.wrong.words = []
        except Problems as error:  # the last good words stay
            self.wrong.words = error.problems

    def _show(self, reading: Reading) -> None:
        """Show the content as *reading* found it."""
        content, step = reading.content, reading.step
        self._gallery.hang(content.documents)
        self.wrong.content = [*reading.problems, *self._gallery.problems]
        if not self._words:
            return
        made = self._words, self._addresses, self._gallery.pictures
        try:
            if step and self._showing:
                new_frame = self._showing.take(step, content.states, *made)
                shown = [document for documents in step.items.values() for document in documents]
            else:
                self._showing = show(content, self._settings, *made)
                new_frame, shown = True, content.documents
        except MissingMessage as error:
            self.wrong.words = [error.problem()]
            return
        items = self._showing.items
        self._paths |= {items[document.path].url: document.path for document in shown}
        if new_frame:
            self._dress(self._showing)
        else:
            self._put_up(self._showing, last=self._pages if step and step.is_rewording else None)
        self._is_behind = False

    def _dress(self, showing: Showing) -> None:
        """Make the pages of *showing* with the theme as it is now."""
        self._templates = Templates(
            self._theme / "templates",
            words=self._words,
            editions=showing.site.editions,
            memo=Path(self._settings["MEMO_PATH"]) / "templates",
        )
        self._put_up(showing)

    def _put_up(self, showing: Showing, *, last: Pages | None = None) -> None:
        """Let the pages of *showing* answer; those of *last* had the same addresses."""
        site, content = showing.site, showing.content
        made = self._words, self._templates, self._settings
        self._pages = Pages(site, content, *made, last=last)
        targets = {link[2].partition("#")[0] for link in site.site_links}
        there = {target for target in targets if self._finds(target)}
        self.wrong.links = list(dead_addresses(site.site_links, there))

    def _finds(self, url: str) -> bool:
        try:
            return self._pages.answers(url)
        except Problems:  # told where the address itself is asked for
            return True

    # ── from the site to an answer ──────────────────────────────────────────────────────────

    def _answer(self, showing: Showing, url: str) -> Answer:
        make = self._pages.find(url)
        if make is None:
            return self._not_found(showing, url)
        made = make()
        # The form is as built: to load it anew would lose what is being written in it.
        if isinstance(made, str) and url.endswith(PAGES) and url != FORM:
            self._served[url] = made
            return self._page(200, url, made)
        return Answer(200, made.encode() if isinstance(made, str) else made)

    def _not_found(self, showing: Showing, url: str) -> Answer:
        """Return where the page of *url* has gone, or how it was, or the page that says so."""
        path = self._paths.get(url, "")
        is_gone = bool(path) and not (self._content.parent / path).exists()
        item = showing.items.get(path)
        if item or (not url.endswith("/") and self._finds(f"{url}/")):
            return Answer(302, location=item.url if item else f"{url}/")
        # It is at fault, or leads to what is; of a text that is gone nothing stays.
        if url in self._served and self.wrong.content and not is_gone:
            return self._page(200, url, self._served[url])
        homes = [edition.home_url for edition in showing.site.editions.values()]
        home = max((home for home in homes if url.startswith(home)), key=len, default=homes[0])
        make: Make = self._pages.find(f"{home}404.html") or (lambda: "")
        said = [say("gone", self._lang, path=path)] if is_gone else []
        return self._page(404, url, str(make()), said=said)

    def _page(
        self,
        status: int,
        url: str,
        html: str | None,
        more: Iterable[Problem] = (),
        said: Iterable[str] = (),
    ) -> Answer:
        """Return the page *html*, or a bare one, with what the editor is to know at its foot."""
        own = "/".join(self._paths.get(url, "").split("/")[1:3])  # the item that the page shows
        problems = [*self.wrong.all(), *more, *self._reader.looks(own)]
        problems.sort(key=lambda problem: own not in problem.path)  # its own come first
        foot = Foot(self.version, self._lang, [*self.notices, *said], problems)
        languages = self._settings["LANGUAGES"]
        page = with_panel(
            bare_page(foot) if html is None else html,
            foot,
            url=url,
            lang=next((lang for lang in languages if url.startswith(f"/{lang}/")), languages[0]),
            marks=self._showing.marks if self._showing else {},
        )
        return Answer(status, page.encode())
