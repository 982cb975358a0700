"""The text of an item for a mail program: what is safe in one, all addresses absolute and https."""

from collections.abc import Callable, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import nh3
from lxml import etree, html
from lxml.html import HtmlElement
from PIL import Image

from plugins.newsletter.letters.merge_tags import without_marks

WIDTH = 536
"""Pixels between the margins of an e-mail."""
READABLE = frozenset({".gif", ".jpeg", ".jpg", ".png"})
"""Pictures that every mail program can show."""
TAGS = (
    {"h2", "h3", "h4", "h5", "h6", "p", "div", "blockquote", "pre", "hr", "br", "figure"}
    | {"ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr"}
    | {"th", "td", "figcaption", "a", "img", "abbr", "b", "cite", "code", "del", "dfn", "em", "i"}
    | {"ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time"}
    | {"u", "var"}
)
ATTRIBUTES = {
    "*": {"lang", "dir", "class"},
    "a": {"href", "hreflang"},
    "abbr": {"title"},
    "img": {"src", "alt"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
CLASSES = {"admonition", "admonition-title", "end", "centre", "footnote", "footnote-backref"}
_HIDDEN = {"form", "iframe", "math", "noscript", "object", "script", "style", "svg", "template"}


def secure(address: str, page: str) -> str:
    """Return *address* made absolute; where a mail program should not lead there, the *page*."""
    try:
        absolute = urljoin(page, address)
    except ValueError:
        return page
    return absolute if absolute.startswith(("https://", "mailto:", "tel:")) else page


def article(
    text: str, *, page: str, pictures: Mapping[str, Path], instead: Callable[[str], str]
) -> list[str]:
    """Return the HTML *text* of the *page* as blocks that each stand for themselves.

    *pictures* are the files by the path that the text has for them; *instead* returns the words
    for a picture that not every mail program can show.
    """
    cleaned = nh3.clean(
        text,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=_HIDDEN,
        attribute_filter=lambda tag, name, value: _attribute(name, value, page),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    )
    root = html.fragment_fromstring(without_marks(cleaned), create_parent="div")
    for back in root.find_class("footnote-backref"):
        back.drop_tree()
    for picture in list(root.iter("img")):
        _place(picture, page, pictures, instead)
    return list(_blocks(root))


def _attribute(name: str, value: str, page: str) -> str | None:
    if name == "href":
        return secure(value, page)
    if name == "class":
        return " ".join(word for word in value.split() if word in CLASSES) or None
    return value


def _place(
    picture: HtmlElement,
    page: str,
    pictures: Mapping[str, Path],
    instead: Callable[[str], str],
) -> None:
    """Give *picture* its address and size, or put words in its place."""
    address, alt = picture.get("src", ""), picture.get("alt", "")
    if size := size_of(address, pictures):
        picture.set("src", urljoin(page, address))
        picture.set("width", str(size[0]))
        picture.set("height", str(size[1]))
        return
    link = html.Element("a", href=page)
    link.text, link.tail = instead(alt), picture.tail
    parent = picture.getparent()
    assert parent is not None
    if any(True for _ in picture.iterancestors("a")):
        link.tag = "span"
        del link.attrib["href"]
    parent.replace(picture, link)


def size_of(address: str, pictures: Mapping[str, Path]) -> tuple[int, int] | None:
    """Return the width and height at which an e-mail shows the picture; None if it can't."""
    if PurePosixPath(address).suffix.lower() not in READABLE or address not in pictures:
        return None
    with Image.open(pictures[address]) as picture:
        width, height = picture.size
    shown = min(width, WIDTH)
    return shown, round(height * shown / width)


def _blocks(root: HtmlElement) -> list[str]:
    """Return what stands directly in *root*; loose words become a paragraph."""
    blocks = []
    loose = root.text or ""
    for child in root:
        tail, child.tail = child.tail or "", None
        if loose.strip():
            blocks.append(_paragraph(loose))
        blocks.append(etree.tostring(child, encoding="unicode", method="html"))
        loose = tail
    return blocks + ([_paragraph(loose)] if loose.strip() else [])


def _paragraph(words: str) -> str:
    paragraph = html.Element("p")
    paragraph.text = words.strip()
    return str(etree.tostring(paragraph, encoding="unicode", method="html"))
