"""Markdown to HTML: a pure function of the text, so that its result can be kept.

What depends on the rest of the site stays open in the result: each link to a file or document is
a marker that `Body.resolve` fills in, and so are whole pictures, and the few words that the
renderer itself adds.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from plugins.model.allowed import ATTRIBUTES, PICTURE_ATTRIBUTES, SCHEMES, is_allowed
from plugins.model.filenames import composed
from plugins.model.frontmatter import Fault
from plugins.model.places import Places
from plugins.model.raw_html import check_raw_html
from plugins.model.slugs import slugify
from plugins.model.sparing import SparingExtension, SparingTocExtension

OPEN, CLOSE = "\ue000", "\ue001"
"""Around a marker; private characters that front matter refuses in a source text."""

_PICTURE_END = f"{OPEN}E{CLOSE}"
_MARKER = re.compile(
    f"{OPEN}(?:([LW])([^{CLOSE}]*)|P([0-9]+){CLOSE}<img(.*?)>{OPEN}E){CLOSE}", re.DOTALL
)

_ALIGNMENT = {"text-align: right;": "end", "text-align: center;": "centre", "text-align: left;": ""}
ADMONITIONS = frozenset({"note", "tip", "important", "warning"})


@dataclass
class Link:
    """A link or picture of the text whose address depends on the rest of the site."""

    kind: str
    """`file` for a relative path, `picture` for an image, `site` for an address of the site."""
    target: str
    line: int


@dataclass
class Body:
    """A text as HTML, and what the site has to know of it."""

    html: str = ""
    links: list[Link] = field(default_factory=list)
    headings: list[tuple[int, str, str]] = field(default_factory=list)
    """Level, anchor and words of each heading."""
    anchors: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)

    def resolve(
        self,
        address: Callable[[Link], str],
        picture: Callable[[Link, str], str],
        words: Callable[[str], str],
    ) -> str:
        """Return the HTML with every link, every picture and the words of every key filled in.

        *address* returns what stands between the quotation marks of the attribute. *picture*
        returns a whole element, given the attributes that the text has for it (`alt` among them),
        as HTML that begins with a blank.
        """

        def fill(marker: re.Match[str]) -> str:
            kind, content, number, attributes = marker.groups()
            if number:
                return picture(self.links[int(number)], attributes)
            if kind == "L":
                return address(self.links[int(content)])
            return escape(words(content))

        return _MARKER.sub(fill, self.html)


def renderer(*, sparing: bool = True) -> Markdown:
    """Return a renderer with our extensions; one serves any number of texts.

    One that is not *sparing* goes Python-Markdown's own ways: the tests compare the two.
    """
    from markdown.extensions import (  # noqa: PLC0415  slow to load; mostly no text is new
        abbr,
        admonition,
        attr_list,
        def_list,
        fenced_code,
        footnotes,
        sane_lists,
        tables,
    )

    # Not by their names: to find one, Python-Markdown reads what every library here offers.
    toc = SparingTocExtension if sparing else TocExtension
    extensions = [
        tables.TableExtension(),
        footnotes.FootnoteExtension(BACKLINK_TITLE=f"{OPEN}Wfootnote.back{CLOSE}"),
        attr_list.AttrListExtension(),
        def_list.DefListExtension(),
        admonition.AdmonitionExtension(),
        fenced_code.FencedCodeExtension(),
        sane_lists.SaneListExtension(),
        abbr.AbbrExtension(),
        toc(slugify=lambda text, separator: slugify(text) or "bolum"),
        _SiteExtension(),
        *([SparingExtension()] if sparing else []),
    ]
    return Markdown(extensions=extensions, output_format="html")


def render(text: str, *, first_line: int, markdown: Markdown) -> Body:
    """Return *text* as HTML with its links, headings and faults.

    Lines are those of the file, in which the text begins at *first_line*.
    """
    markdown.reset()
    body, places = Body(), Places(text, first_line)
    site: _SiteTreeprocessor = markdown.treeprocessors["site"]  # type: ignore[assignment]
    site.body, site.places = body, places
    body.html = markdown.convert(text)
    raw = [piece for piece in markdown.htmlStash.rawHtmlBlocks if isinstance(piece, str)]
    body.faults += check_raw_html(raw, body.html, places)
    body.headings = [
        (token["level"], token["id"], unescape(token["name"]))
        for token in _flat(markdown.toc_tokens)  # type: ignore[attr-defined]
    ]
    return body


def _flat(tokens: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for token in tokens:
        yield token
        yield from _flat(token["children"])


class _SiteExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's own name
        # Below everything else: by then footnotes, anchors and attribute lists have been applied.
        md.treeprocessors.register(_SiteTreeprocessor(md), "site", 0)


class _SiteTreeprocessor(Treeprocessor):
    """Notes links and anchors, opens markers, and names what is not allowed."""

    body: Body
    places: Places

    def run(self, root: Element) -> None:
        for paragraph in list(root.iter("p")):
            _make_figure(paragraph)
        elements = list(root.iter())
        self.body.anchors = [element.get("id", "") for element in elements if element.get("id")]
        for element in elements:
            if element.attrib:
                self._align(element)
                self._check_attributes(element)
            if element.tag == "a":
                self._link(element)
            elif element.tag == "img":
                self._picture(element)
            elif element.tag == "h1":
                self._heading(element)
            elif element.tag == "div" and (element.get("class") or "").startswith("admonition"):
                _name_admonition(element)
            _frame_tables(element)

    def _fault(self, rule: str, found: str, fragment: str, **values: Any) -> None:
        line = self.places.line_of(fragment)
        self.body.faults.append(Fault(line, rule, {"found": found, **values}))

    def _align(self, element: Element) -> None:
        if element.tag in ("td", "th") and "style" in element.attrib:
            alignment = _ALIGNMENT.get(element.attrib.pop("style"))
            if alignment:
                element.set("class", alignment)

    def _check_attributes(self, element: Element) -> None:
        allowed = PICTURE_ATTRIBUTES if element.tag == "img" else ATTRIBUTES
        for name in sorted(element.attrib):
            if not is_allowed(name, allowed):
                self._fault("attribute-not-allowed", name, name)
                del element.attrib[name]

    def _link(self, element: Element) -> None:
        target = element.get("href", "")
        if target.startswith(AMP_SUBSTITUTE):  # an e-mail address, written as entities
            return
        scheme = _scheme(target)
        if scheme:
            if scheme not in SCHEMES:
                self._fault("address-not-allowed", target, target)
        elif target.startswith("#"):
            if unquote(target[1:]) not in self.body.anchors:
                known = ", ".join(self.body.anchors) or "—"
                self._fault("dead-anchor", target[1:], target, known=known)
        elif target.startswith("/"):
            self._open(element, "href", "site", target)
        else:
            self._open(element, "href", "file", target)

    def _picture(self, element: Element) -> None:
        target = element.get("src", "")
        if not (element.get("alt") or "").strip():
            self._fault("picture-without-alt", target, f"]({target}")
        if _scheme(target) or target.startswith("/"):
            self._fault("missing-file", target, target, known="—")
        else:
            self._open_picture(element, target)

    def _open(self, element: Element, attribute: str, kind: str, target: str) -> None:
        line = self.places.line_of(target)
        element.set(attribute, f"{OPEN}L{len(self.body.links)}{CLOSE}")
        self.body.links.append(Link(kind, composed(unquote(target)), line))

    def _open_picture(self, element: Element, target: str) -> None:
        """Put markers around *element*, which loses its address: that is given with its files."""
        del element.attrib["src"]
        written = Element("img", element.attrib)
        written.tail, after = _PICTURE_END, element.tail
        element.clear()
        # Without a tag, an element is written as its content alone.
        element.tag, element.tail = None, after  # type: ignore[assignment]
        element.text = f"{OPEN}P{len(self.body.links)}{CLOSE}"
        element.append(written)
        line = self.places.line_of(target)
        self.body.links.append(Link("picture", composed(unquote(target)), line))

    def _heading(self, element: Element) -> None:
        words = "".join(element.itertext())
        line = self.places.line_of(words[:20])
        fix = f"#{self.places.source(line)}"
        self.body.faults.append(Fault(line, "heading-too-high", {"found": words}, fix))


def _scheme(target: str) -> str:
    """Return the scheme of an address; of one that is none, such as `https://[x]`, itself."""
    try:
        return urlsplit(target).scheme
    except ValueError:
        return target


def _make_figure(paragraph: Element) -> None:
    """A picture that is a paragraph of its own is a figure; its title is what stands below it."""
    if len(paragraph) != 1 or paragraph[0].tag != "img" or (paragraph.text or "").strip():
        return
    picture = paragraph[0]
    if (picture.tail or "").strip():
        return
    paragraph.tag, paragraph.text, picture.tail = "figure", None, None
    if title := picture.attrib.pop("title", "").strip():
        caption = Element("figcaption")
        caption.text = title
        paragraph.append(caption)


def _frame_tables(parent: Element) -> None:
    """A table may be wider than a telephone: its frame scrolls, by keys as well, and has a name."""
    for place, child in enumerate(parent):
        if child.tag == "table":
            label = f"{OPEN}Wtable.label{CLOSE}"
            given = {"class": "scroll", "role": "group", "tabindex": "0", "aria-label": label}
            parent[place] = frame = Element("div", given)
            frame.append(child)
            frame.tail, child.tail = child.tail, None


def _name_admonition(element: Element) -> None:
    """Give an untitled admonition its title in the language of the page."""
    kind = (element.get("class") or "").split()[-1]
    title = element.find("p")
    if kind in ADMONITIONS and title is not None and title.text == kind.capitalize():
        title.text = f"{OPEN}Wadmonition.{kind}{CLOSE}"
