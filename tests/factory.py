"""Small items, editions and sites for tests that need no build."""

import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from plugins.generator import Generator
from plugins.languages.edition import Edition, Site, newest_first
from plugins.languages.item import Attachment, Item, Section, Tag
from plugins.languages.page import Head, Heads
from plugins.model.kinds import KINDS
from plugins.model.memo import Record
from plugins.writer import Lot, Made

THEME = str(Path(__file__).parent.parent / "theme")
SITE_URL = "https://example.org"
AUTHORITY = "didder.example,2022"

SECTIONS = {
    "tr": {"news": ("Haberler", "/haberler/"), "events": ("Etkinlikler", "/etkinlikler/")},
    "en": {"news": ("News", "/en/news/"), "events": ("Events", "/en/events/")},
}
ADDRESSES = {
    "events": {"tr": "etkinlikler", "en": "events"},
    "calendar": {"tr": "takvim.ics", "en": "calendar.ics"},
}
CALENDARS = {"tr": "/etkinlikler/takvim.ics", "en": "/en/events/calendar.ics"}


class Words:
    """A catalogue that answers with the key and the values."""

    def t(self, key: str, **values: str) -> str:
        """Return *key* and *values* with blanks between."""
        return " ".join([key, *values.values()])


def whole(item: Item) -> str:
    """Return the text of *item* as it is."""
    return str(item.html)


class Templates:
    """Templates that render an item as its text."""

    def render(self, template: str, lang: str, *, item: Item) -> str:
        """Return the text of *item*."""
        return whole(item)

    def version(self, lang: str, *inputs: object) -> str:
        """Return a version; nothing here is kept by it."""
        return "1"


class Shelf:
    """A writer that keeps what it is given."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.sources: dict[str, str] = {}

    def write(self, url: str, data: bytes | str, *, source: str) -> None:
        """Keep *data* under *url*, which nothing else may have."""
        assert url not in self.files
        self.files[url] = data if isinstance(data, bytes) else data.encode()
        self.sources[url] = source

    def copy(self, url: str, file: Path, *, source: str) -> None:
        """Keep the content of *file* under *url*."""
        self.write(url, file.read_bytes(), source=source)

    def write_made(self, pieces: Iterable[Made], *, lot: Lot | None = None, record: Record) -> None:
        """Make and keep all *pieces*, and those of the *lot*."""
        for piece in (*pieces, *(lot.pieces() if lot else ())):
            for url, data in zip(piece.urls, piece.make(), strict=True):
                self.write(url, data, source=piece.source)


def attachment(name: str, size: int = 1234, media_type: str = "application/pdf") -> Attachment:
    """Return a file of the site."""
    return Attachment(name, f"Words for {name}", f"/files/{name}", size, media_type)


def make_item(
    kind: str = "news",
    folder: str = "2026-11-06-ornek",
    lang: str = "tr",
    *,
    html: str = "<p>Metin</p>",
    listed: bool = True,
    tags: tuple[Tag, ...] = (),
    cover_file: Attachment | None = None,
    files: tuple[Attachment, ...] = (),
    slug: str = "ornek",
    **fields: Any,
) -> Item:
    """Return an item; *fields* are what its front matter says."""
    model = KINDS[kind](**{"title": "Örnek", "summary": "Kısa özet.", **fields})
    title, section_url = SECTIONS[lang].get(kind, (kind, f"/{lang}/{kind}/"))
    url = f"{section_url}{slug}/"
    return Item(
        kind=kind,
        folder=folder,
        lang=lang,
        rank=list(SECTIONS).index(lang),
        path=f"{kind}/{folder}/index.{lang}.md",
        fields=model,
        facts=repr(model),
        listed=listed,
        expired=False,
        over=False,
        date=model.date or (date.fromisoformat(folder[:10]) if folder[:4].isdigit() else None),
        slug=slug,
        url=url,
        absolute_url=SITE_URL + url,
        section=Section(kind, lang, title, section_url),
        tags=tags,
        cover_file=cover_file,
        files=files,
        decision_anchor="karar",
        headings=(),
        html=Markup(html),
    )


def pair(first: Item, second: Item) -> tuple[Item, Item]:
    """Return two items that are translations of each other."""
    first.translation, second.translation = second.card, first.card
    return first, second


def make_site(*items: Item) -> Site:
    """Return the site that publishes *items*, newest first."""
    editions = {
        lang: Edition(
            lang=lang,
            home_url="/" if lang == "tr" else f"/{lang}/",
            site_url=SITE_URL,
            association={
                "name": "DİDER & Co",
                "short_name": "DİDER",
                "motto": "Karşı kıyı </script>",
                "address": ("Sokak 1", "İzmir"),
                "email": None,
                "id_authority": AUTHORITY,
            },
            sections={kind: Section(kind, lang, *names) for kind, names in sections.items()},
            calendar_url=CALENDARS[lang],
            languages=tuple(SECTIONS),
        )
        for lang, sections in SECTIONS.items()
    }
    newest = newest_first(items)
    by_language = {lang: [item for item in newest if item.lang == lang] for lang in editions}
    return Site(date(2026, 11, 20), editions, by_language, goals={}, tags={}, media={})


def generate(
    generator: type[Generator],
    site: Site,
    heads: Sequence[tuple[Head, date | None]] = (),
    **settings: Any,
) -> Shelf:
    """Return what *generator* writes for *site*."""
    settings = {
        "TIMEZONE": "Europe/Istanbul",
        "MEMO_PATH": "unused",
        "PUBLISH": False,
        "ADMIN": {"published": False},
        "FEED_ITEMS": 30,
        "LIST_UNTRANSLATED": True,
        "SITE_PUBLIC": True,
        "LANGUAGES": tuple(SECTIONS),
        "ADDRESSES": ADDRESSES,
        "NEWSLETTER": {"form": None},
        "SECURITY": None,
        "BUILD_DAY": site.day,
        **settings,
    }
    context = {
        "site": site,
        "heads": Heads("", lambda: list(heads)),
        "words": dict.fromkeys(site.editions, Words()),
        "templates": Templates(),
    }
    shelf = Shelf()
    generator(context, settings, path=None, theme=THEME, output_path=None).generate_output(shelf)
    return shelf


def sample_site() -> Site:
    """Return a site with something of everything that feeds and calendars tell."""
    tag = Tag("kent", "Kent & deniz", "/etiket/kent/")
    talk = {"starts": "2026-12-01 18:30", "ends": "2026-12-01 20:00", "event_status": "cancelled"}
    return make_site(
        make_item(tags=(tag,), cover_file=attachment("k.webp", 777, "image/webp"), slug="haber"),
        *pair(
            make_item("events", "2026-11-10-soylesi", modified="2026-11-15 14:00", **talk),
            make_item("events", "2026-11-10-soylesi", "en", **talk),
        ),
        make_item("events", "2026-11-11-trip", "en", slug="trip", starts="2027-01-03"),
    )


def elsewhere(plugin: str, generator: str, **environment: str) -> str:
    """Return all that *generator* writes for the sample site, on a machine of that environment."""
    script = f"from {plugin} import {generator}\nfrom factory import generate, sample_site\n"
    script += f"print(generate({generator}, sample_site()).files)"
    root = Path(__file__).parent.parent
    path = os.pathsep.join([str(root), str(root / "tests")])
    command = [sys.executable, "-c", script]
    run = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": path, **environment},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    return run.stdout
