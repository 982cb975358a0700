"""Where everything is: the first language at the root, the others under their code."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from plugins.model.documents import Document
from plugins.model.problem import Problem
from plugins.model.slugs import slugify

MEDIA = "media"
THEME = "theme"
PICTURES = "pictures"
CARDS = "cards"
"""The files of pictures are named by their content: they may be cached for ever. A card is named
by what it shows; it changes only when the way of drawing does."""
FORM = "/admin/"
"""Where the editors' form answers; its page is made in the browser, by a script not ours."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of the site, each beginning with a slash and relative to its host."""

    languages: tuple[str, ...]
    segments: Mapping[str, Mapping[str, str]]
    """ADDRESSES of the settings: the part of an address for each list, by language."""

    @classmethod
    def from_settings(cls, settings: Mapping[str, Any]) -> "Addresses":
        """Return the addresses that LANGUAGES and ADDRESSES of *settings* make."""
        return cls(tuple(settings["LANGUAGES"]), settings["ADDRESSES"])

    def home(self, lang: str) -> str:
        """Return `/` for the first language, `/en/` for another."""
        return "/" if lang == self.languages[0] else f"/{lang}/"

    def listing(self, name: str, lang: str) -> str:
        """Return the address of a list: of a kind, of the tags, of the parties."""
        return f"{self.home(lang)}{self.segments[name][lang]}/"

    def parties(self, lang: str) -> str:
        """Return the address of the A–Z of declarations by party."""
        return f"{self.listing('declarations', lang)}{self.segments['parties'][lang]}/"

    def calendar(self, lang: str) -> str:
        """Return the address of the calendar of all events."""
        return f"{self.listing('events', lang)}{self.segments['calendar'][lang]}"

    def tag(self, name: str, lang: str) -> str:
        """Return the address of the list of the tag with this *name*."""
        return f"{self.listing('tags', lang)}{slugify(name)}/"

    def item(self, kind: str, slug: str, lang: str) -> str:
        """Return the address of an item; pages stand at the root of their language."""
        parent = self.home(lang) if kind == "pages" else self.listing(kind, lang)
        return f"{parent}{slug}/"

    def media(self, document: Document, name: str) -> str:
        """Return the address of a file beside *document*: the same in each of its languages."""
        return f"/{MEDIA}/{document.key}/{quote(name)}"

    def reserved(self, lang: str) -> set[str]:
        """Return the addresses that belong to lists and so to no item."""
        lists = {self.listing(n, lang) for n in self.segments if n not in ("parties", "calendar")}
        codes = {f"/{code}/" for code in self.languages}
        folders = {f"/{name}/" for name in (MEDIA, THEME, PICTURES, CARDS)}
        return lists | codes | folders | {self.parties(lang)}


def check_addresses(documents: Iterable[Document], addresses: Addresses) -> Iterator[Problem]:
    """Every document has an address of its own, drafts and waiting ones included."""
    sound = (document for document in documents if document.fields is not None)
    return check_places(((document, *place_of(document)) for document in sound), addresses)


def check_places(
    places: Iterable[tuple[Document, str, int]], addresses: Addresses
) -> Iterator[Problem]:
    """Yield what is wrong with the addresses of documents; each stands beside what `place_of` says.

    Nothing else of a document is looked at: what has not changed need not be read.
    """
    taken: dict[str, Document] = {}
    reserved = {lang: addresses.reserved(lang) for lang in addresses.languages}
    for document, slug, line in places:
        url = addresses.item(document.kind, slug, document.lang)
        if url in reserved[document.lang]:
            yield Problem(document.path, line, "reserved-address", {"found": url})
        elif other := taken.get(url):
            fix = f"slug: {slug}-2"
            values = {"found": url, "other": other.path}
            yield Problem(document.path, line, "same-address", values, fix)
        else:
            taken[url] = document


def place_of(document: Document) -> tuple[str, int]:
    """Return the slug of *document*, and the line of the text from which it comes."""
    field = "slug" if document.item.slug else "title"
    return document.slug, document.source.line_of((field,))
