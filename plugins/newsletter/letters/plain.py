"""The plain text of an e-mail, out of its own HTML: one source, so that both say the same."""

import textwrap
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

WIDTH = 72
UNDERLINES = {"h1": "=", "h2": "-"}
LISTS = frozenset({"ul", "ol"})
BLOCKS = frozenset(
    {"blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2"}
    | {"h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "tfoot", "th"}
    | {"thead", "tr", "ul"}
)


def to_text(page: str, *, links: str) -> str:
    """Return *page* as plain text.

    Addresses within sentences are numbered; their list, named *links*, stands where the page has
    an element of the class `links`.
    """
    body = html.document_fromstring(page).find("body")
    assert body is not None
    lines = "\n\n".join(_Text(links).blocks(body)).split("\n")
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Text:
    """Holds the addresses that have been met while a page is walked through."""

    def __init__(self, links: str) -> None:
        self.links = links
        self.addresses: list[str] = []

    def blocks(self, element: HtmlElement) -> Iterator[str]:
        """Yield the paragraphs of *element*."""
        run: list[str | HtmlElement] = [element.text or ""]
        for child in element:
            if _is_block(child):
                yield from self._paragraph(run)
                yield from self._block(child)
                run = [child.tail or ""]
            else:
                run += [child, child.tail or ""]
        yield from self._paragraph(run)

    def _block(self, element: HtmlElement) -> Iterator[str]:
        tag = element.tag
        if _is_hidden(element):
            return
        if element.get("class") == "links":
            yield from self._addresses()
        elif tag == "hr":
            yield "* * *"
        elif tag == "pre":
            yield textwrap.indent(element.text_content().strip("\n"), "    ")
        elif tag in LISTS:
            yield "\n".join(self._list(element))
        elif tag == "blockquote":
            yield textwrap.indent("\n\n".join(self.blocks(element)), "> ", lambda line: True)
        elif tag in UNDERLINES:
            title = "\n".join(self.blocks(element))
            first = title.split("\n\n")[0].split("\n")
            words = [line for line in first if not line.startswith("https://")]
            rule = UNDERLINES[tag] * max((len(line) for line in words), default=0)
            yield "\n".join([*words, rule, *first[len(words) :]])
        elif tag == "table" and element.get("role") != "presentation":
            yield "\n".join(self._table(element))
        else:
            yield from self.blocks(element)

    def _paragraph(self, run: list[str | HtmlElement]) -> Iterator[str]:
        """Yield the words of *run*, wrapped; a link that stands alone has its address below it."""
        elements = [p for p in run if not isinstance(p, str) and not _is_hidden(p)]
        loose = "".join(part for part in run if isinstance(part, str)).strip()
        if len(elements) == 1 and not loose and (link := _sole_link(elements[0])) is not None:
            words, address = _words(link.text_content()), link.get("href", "")
            yield words if _says_itself(words, address) else f"{_wrap(words)}\n{address}"
            return
        whole = "".join(part if isinstance(part, str) else self._inline(part) for part in run)
        lines = (_wrap(line) for line in whole.split("\0"))
        if text := "\n".join(line for line in lines if line):
            yield text

    def _inline(self, element: HtmlElement) -> str:
        """Return *element* within a sentence; a line break of its own is a null character."""
        if _is_hidden(element):
            return ""
        if element.tag == "br":
            return "\0"
        if element.tag == "img":
            return f"[{element.get('alt')}]" if element.get("alt") else ""
        words = (element.text or "") + "".join(
            self._inline(child) + (child.tail or "") for child in element
        )
        address = element.get("href", "")
        if element.tag != "a" or not address or _says_itself(_words(words), address):
            return words
        if "#fn:" in address:  # the note itself stands below the text
            return f" ({words})"
        if address not in self.addresses:
            self.addresses.append(address)
        return f"{words} [{self.addresses.index(address) + 1}]"

    def _addresses(self) -> Iterator[str]:
        if self.addresses:
            numbered = [f"[{n}] {address}" for n, address in enumerate(self.addresses, 1)]
            yield "\n".join([self.links, "-" * len(self.links), *numbered])

    def _list(self, element: HtmlElement) -> Iterator[str]:
        number = int(element.get("start") or 1)
        for item in element.iterchildren("li"):
            sign = f"{number}. " if element.tag == "ol" else "- "
            number += 1
            whole = "\n".join(self.blocks(item))
            yield sign + textwrap.indent(whole, " " * len(sign)).lstrip()

    def _table(self, table: HtmlElement) -> Iterator[str]:
        for row in table.iter("tr"):
            cells = [" ".join(_words(part) for part in self.blocks(cell)) for cell in row]
            yield " | ".join(cells)
            if row.getparent().tag == "thead":
                yield "-" * len(" | ".join(cells))


def _is_block(element: HtmlElement) -> bool:
    """Tell whether *element* breaks the line."""
    return element.tag in BLOCKS


def _is_hidden(element: HtmlElement) -> bool:
    """Tell whether *element* is for the eye alone, or no element at all but a comment."""
    return not isinstance(element.tag, str) or element.get("aria-hidden") == "true"


def _sole_link(element: HtmlElement) -> HtmlElement | None:
    """Return *element*, or the only thing in it, if that is a link that leads out."""
    while element.tag != "a" and len(element) == 1 and not (element.text or "").strip():
        element = element[0]
    return element if element.tag == "a" and element.get("href") else None


def _says_itself(words: str, address: str) -> bool:
    """Tell whether *words* are the *address*, of a mailbox or a telephone."""
    return address in (f"mailto:{words}", f"tel:{words}")


def _words(text: str) -> str:
    return " ".join(text.replace("\0", " ").split())


def _wrap(text: str) -> str:
    return "\n".join(
        textwrap.wrap(" ".join(text.split()), WIDTH, break_long_words=False, break_on_hyphens=False)
    )
