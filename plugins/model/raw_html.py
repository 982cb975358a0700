"""Raw HTML in a text: only from an allow-list, and closed where it belongs."""

import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

from plugins.model.allowed import RAW_ATTRIBUTES, TAGS, VOID, is_allowed
from plugins.model.frontmatter import Fault
from plugins.model.places import Places

_TAG = re.compile(r"<[a-zA-Z/!?]")
_CODE = re.compile(r'<pre><code(?: class="[^"<>]*")?>[^<]*</code></pre>\s*')
"""A fenced block, which is kept as finished HTML: everything in it has been escaped."""


def check_raw_html(pieces: Iterable[str], html: str, places: Places) -> list[Fault]:
    """Return what is not allowed in the raw *pieces* of a text, and what its *html* leaves open."""
    written = [piece for piece in pieces if _TAG.search(piece) and not _CODE.fullmatch(piece)]
    if not written:
        return []
    faults = [fault for piece in written for fault in _check_piece(piece, places)]
    return faults or list(_check_nesting(html, places))


def _check_piece(piece: str, places: Places) -> Iterator[Fault]:
    reader = _Reader()
    reader.feed(piece)
    reader.close()
    start = places.line_of(piece.split("\n", maxsplit=1)[0])
    for offset, tag, attributes in reader.opened:
        line = start + offset
        if tag not in TAGS:
            yield Fault(line, "html-not-allowed", {"found": f"<{tag}>"})
            continue
        for name in attributes:
            if not is_allowed(name, RAW_ATTRIBUTES):
                yield Fault(line, "attribute-not-allowed", {"found": name})


def _check_nesting(html: str, places: Places) -> Iterator[Fault]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    open_tags: list[str] = []
    for tag in reader.sequence:
        if not tag.startswith("/"):
            open_tags.append(tag)
            continue
        last = open_tags.pop() if open_tags else tag
        if last != tag[1:]:
            yield _not_closed(last, places)
            return
    for tag in open_tags[:1]:
        yield _not_closed(tag, places)


def _not_closed(tag: str, places: Places) -> Fault:
    return Fault(places.line_of(f"<{tag}"), "html-not-closed", {"found": f"<{tag}>"})


class _Reader(HTMLParser):
    """Collects what is opened and closed; comments and declarations count as tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.opened: list[tuple[int, str, list[str]]] = []
        self.sequence: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((self.getpos()[0] - 1, tag, [name for name, _ in attrs]))
        if tag not in VOID:
            self.sequence.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.opened.append((self.getpos()[0] - 1, tag, [name for name, _ in attrs]))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.sequence.append(f"/{tag}")

    def handle_comment(self, data: str) -> None:
        self.opened.append((self.getpos()[0] - 1, "!", []))

    def handle_decl(self, decl: str) -> None:
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        self.handle_comment(data)
