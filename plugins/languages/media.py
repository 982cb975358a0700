"""Files and pictures that lie beside texts: the same ones for every language of a page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from mimetypes import MimeTypes
from pathlib import Path

from markupsafe import Markup

from plugins.languages.addresses import Addresses
from plugins.languages.item import Attachment
from plugins.model.documents import Document

CALM = "(prefers-reduced-motion: reduce)"


@dataclass(frozen=True)
class Rendition:
    """One file of a picture. Its address names its content, so it never has to be asked again."""

    url: str
    media_type: str
    width: int
    height: int
    size: int
    """In bytes."""
    path: Path = field(repr=False, compare=False)
    """Where its bytes lie; a page is the same wherever that is."""


@dataclass(frozen=True)
class Picture:
    """A picture as browsers choose from it."""

    formats: tuple[tuple[Rendition, ...], ...]
    """The lightest format first; each from the narrowest rendition to the widest."""
    fallback: Rendition
    """What every browser and most mail programs can show."""
    still: Rendition | None = None
    """In place of a picture that moves, for those who asked for less motion."""

    @property
    def renditions(self) -> list[Rendition]:
        """Every file of the picture."""
        still = [self.still] if self.still else []
        return [rendition for files in self.formats for rendition in files] + [
            self.fallback,
            *still,
        ]

    def element(self, attributes: str, *, sizes: str, first: bool = False) -> str:
        """Return the element of the picture with *attributes*, which begin with a blank.

        *sizes* is how wide the theme shows it, as the attribute of that name says it. Only what
        is seen *first*, without scrolling, is asked for at once.
        """
        widest = max((files[-1] for files in self.formats), key=_width, default=self.fallback)
        urgency = ' fetchpriority="high"' if first else ' loading="lazy"'
        image = (
            f'<img{attributes} src="{self.fallback.url}" width="{widest.width}"'
            f' height="{widest.height}" decoding="async"{urgency}>'
        )
        if not self.formats:
            return image
        sources = [_source(files, sizes) for files in self.formats]
        if self.still:
            sources.insert(0, _source([self.still], sizes, f' media="{CALM}"'))
        return f"<picture>{''.join(sources)}{image}</picture>"

    def plain(self, attributes: str) -> str:
        """Return the one element for what is no browser: feeds and e-mails."""
        one = self.fallback
        return f'<img{attributes} src="{one.url}" width="{one.width}" height="{one.height}">'


NOT_MADE = Picture((), Rendition("", "", 0, 0, 0, Path()))
"""In a site that is only looked at, never written."""


class Media:
    """The files and pictures that published texts use."""

    def __init__(
        self,
        addresses: Addresses,
        pictures: Mapping[Path, Picture] | None,
        sizes: Mapping[str, str],
    ) -> None:
        self._addresses = addresses
        self._pictures = pictures
        self._sizes = sizes
        self._types = MimeTypes()  # Python's own table, not the machine's
        self.used: dict[str, dict[str, Path]] = {}
        """By the text that uses it, and by address: nothing else lying beside one is published."""

    def file(self, document: Document, name: str, title: str | None = None) -> Attachment:
        """Return the file *name* beside *document*, and note that it is used.

        A picture is never handed out as it lies there, with the place where it was taken.
        """
        path = document.files[name]
        used = self.used.setdefault(document.path, {})
        if picture := (self._pictures or {}).get(path):
            one = picture.fallback
            used[one.url] = one.path
            return Attachment(name, title or name, one.url, one.size, one.media_type)
        url = self._addresses.media(document, name)
        used[url] = path
        media_type = self._types.guess_type(name)[0] or "application/octet-stream"
        return Attachment(name, title or name, url, path.stat().st_size, media_type)

    def cover(self, document: Document, name: str, alt: str) -> Markup:
        """Return the element of the cover of *document*, which is seen first."""
        attributes = f' class="cover" alt="{escape(alt)}"'
        picture = self._use(document, name)
        return Markup(picture.element(attributes, sizes=self._sizes["cover"], first=True))

    def picture(self, document: Document, name: str, attributes: str) -> str:
        """Return the element of a picture in the text of *document*."""
        return self._use(document, name).element(attributes, sizes=self._sizes["text"])

    def plain(self, document: Document, name: str, attributes: str) -> str:
        """Return the same for feeds and e-mails."""
        return self._use(document, name).plain(attributes)

    def _use(self, document: Document, name: str) -> Picture:
        if self._pictures is None:
            return NOT_MADE
        picture = self._pictures[document.files[name]]
        used = self.used.setdefault(document.path, {})
        used |= {rendition.url: rendition.path for rendition in picture.renditions}
        return picture


def _source(files: Sequence[Rendition], sizes: str, media: str = "") -> str:
    """Return what lets a browser choose from *files*, which are of one format."""
    if len(files) == 1:
        choice = files[0].url
    else:
        listed = ", ".join(f"{one.url} {one.width}w" for one in files)
        choice = f'{listed}" sizes="{sizes}'
    return f'<source{media} type="{files[0].media_type}" srcset="{choice}">'


def _width(rendition: Rendition) -> int:
    return rendition.width
