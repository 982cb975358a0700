"""The site as an editor sees it while writing: changes go in, pages come out."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from plugins.languages.addresses import Addresses
from plugins.languages.catalogue import MissingMessage, Words, read_catalogues
from plugins.languages.edition import Heading, Site
from plugins.languages.media import Media
from plugins.languages.relations import Relations
from plugins.languages.site import build_site
from plugins.links import dead_addresses
from plugins.model.documents import Document
from plugins.model.memo import Memo
from plugins.model.problem import Problem, Problems
from plugins.preview.opening import marks, opened
from plugins.preview.pages import Pages
from plugins.preview.panel import Foot, bare_page, with_panel
from plugins.preview.reading import Reader, Reading
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
    site: list[Problem] = field(default_factory=list)
    links: list[Problem] = field(default_factory=list)

    def all(self) -> list[Problem]:
        """Return every problem once, by file and line."""
        found = [*self.content, *self.words, *self.site, *self.links]
        return Problems(found).problems


class Proof:
    """The site made with *settings*, as it is on the disk; may be asked by many threads at once."""

    def __init__(self, settings: Mapping[str, Any], *, lang: str) -> None:
        self._lang = lang
        self._lock = RLock()
        self._served: dict[str, str] = {}
        """Each page as it was when it last could be made."""
        self._words: dict[str, Words] = {}
        self._site: Site | None = None
        self._number = 0
        self._started = time.time_ns()
        self.notices: list[str] = []
        self.wrong = Wrong()
        self.configure(settings)

    @property
    def version(self) -> str:
        """A name for what is shown now; it changes with every change."""
        return f"{self._started}-{self._number}"

    def configure(self, settings: Mapping[str, Any]) -> None:
        """Make everything anew with these *settings*."""
        with self._lock:
            self._settings = settings
            self._addresses = Addresses.from_settings(settings)
            self._content, self._theme = Path(settings["PATH"]), Path(settings["THEME"])
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
        """Take in what changed at *paths*, which lie in the content or in the theme."""
        with self._lock:
            paths = set(paths)
            content = [path for path in paths if path.is_relative_to(self._content)]
            if any(path.is_relative_to(self._theme / "translations") for path in paths):
                self._read_words()
                self._show(self._read(content))
            elif content:
                self._show(self._read(content))
            elif self._site:
                self._remake(self._site)
            self._number += 1

    def answer(self, url: str) -> Answer:
        """Return what answers at the path *url* of the site."""
        with self._lock:
            return self._answer(url)

    def _read(self, paths: list[Path]) -> Reading:
        keys = [self._reader.key_of(path) for path in paths]
        if not keys or None in keys:
            return self._reader.read()
        return self._reader.reread(dict.fromkeys(key for key in keys if key))

    def _read_words(self) -> None:
        try:
            folder = self._theme / "translations"
            self._words = read_catalogues(folder, tuple(self._settings["LANGUAGES"]))
            self.wrong.words = []
        except Problems as error:
            self.wrong.words = error.problems

    # ── from the content to the site ────────────────────────────────────────────────────────

    def _show(self, reading: Reading) -> None:
        """Show the content as *reading* found it."""
        self.wrong.content = reading.problems
        if self._site and reading.rewritten is not None:
            self._rewrite(self._site, reading.rewritten)
            return
        if not self._words:
            return
        self._open = opened(reading.content)
        day = self._settings["BUILD_DAY"]
        try:
            site = build_site(self._open, self._settings, self._words, self._addresses, day)
        except MissingMessage as error:
            self.wrong.site = [Problem(error.path, 0, "missing-message", _missing(error))]
            return
        self.wrong.site = []
        self._site = site
        self._marks = marks(site, reading.content.states)
        self._items = {item.path: item for items in site.items.values() for item in items}
        self._remake(site)

    def _remake(self, site: Site) -> None:
        """Make the pages of *site* anew, with the theme as it is now."""
        self._templates = Templates(
            self._theme / "templates",
            words=self._words,
            editions=site.editions,
            memo=Path(self._settings["MEMO_PATH"]) / "templates",
        )
        self._put_up(site)

    def _rewrite(self, site: Site, documents: list[Document]) -> None:
        """Put the new texts of *documents* in the place of the old: nothing else has changed."""
        media = Media(self._addresses)
        relations = Relations(self._items, self._open.references, media)
        for document in documents:
            item = self._items[document.path]
            item.html = relations.html(document, self._words[document.lang])
            item.headings = tuple(Heading(*heading) for heading in document.source.body.headings)
            vars(item).pop("version", None)  # it is worked out once, and kept
        own = {document.path for document in documents}
        links = [link for link in site.site_links if link[0] not in own]
        site.site_links = [*links, *relations.site_links]
        site.media.update(media.used)
        self._put_up(site)

    def _put_up(self, site: Site) -> None:
        self._pages = Pages(site, self._open, self._words, self._templates, self._settings)
        targets = {link[2].partition("#")[0] for link in site.site_links}
        there = {target for target in targets if self._finds(target)}
        self.wrong.links = list(dead_addresses(site.site_links, there))

    def _finds(self, url: str) -> bool:
        try:
            return self._pages.find(url) is not None
        except Problems:  # it is told where the address itself is asked for
            return True

    # ── from the site to an answer ──────────────────────────────────────────────────────────

    def _answer(self, url: str) -> Answer:
        if self._site is None:
            return self._page(500, url, None, [])
        status = 200
        try:
            make = self._pages.find(url)
            if make is None and not url.endswith("/") and self._pages.find(f"{url}/"):
                return Answer(301, location=f"{url}/")
            if make is None:
                if url in self._served and self.wrong.all():  # it is at fault, or leads to what is
                    return self._page(200, url, self._served[url], [])
                status = 404
                make = self._pages.find(f"{self._edition(url)}404.html")
            made = make() if make else b""
        except Problems as error:
            return self._page(500, url, self._served.get(url), error.problems)
        if isinstance(made, bytes) or (status == 200 and not url.endswith(PAGES)):
            return Answer(status, made if isinstance(made, bytes) else made.encode())
        if status == 200:
            self._served[url] = made
        return self._page(status, url, made, [])

    def _page(self, status: int, url: str, html: str | None, more: list[Problem]) -> Answer:
        """Return the page *html*, or a bare one, with the panel."""
        problems = self.wrong.all()
        problems += [problem for problem in more if problem not in problems]
        item = next((i for i in self._items.values() if i.url == url), None) if self._site else None
        own = item.path.rpartition("/")[0] if item else ""
        problems.sort(key=lambda problem: not problem.path.startswith(own))  # its own come first
        foot = Foot(self.version, self._lang, tuple(self.notices), tuple(problems))
        lang = next((c for c in self._settings["LANGUAGES"] if url.startswith(f"/{c}/")), None)
        page = with_panel(
            html if html is not None else bare_page(foot),
            foot,
            url=url,
            lang=lang or self._settings["LANGUAGES"][0],
            marks=self._marks if self._site else {},
        )
        return Answer(status, page.encode())

    def _edition(self, url: str) -> str:
        """Return the address of the edition that *url* belongs to."""
        homes = [self._addresses.home(lang) for lang in self._addresses.languages]
        return max((home for home in homes if url.startswith(home)), key=len, default=homes[0])


def _missing(error: MissingMessage) -> dict[str, str]:
    return {"found": error.key, "other": "theme/templates"}
