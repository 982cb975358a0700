"""Words of what is not public: they stand nowhere in the output."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.model.content import Content
from plugins.model.documents import Document, State

CLOSED: tuple[State, ...] = ("draft", "waiting")
PASSAGES = 6
"""Of each text; the longest are the most distinctive."""
LEAST = 40
"""Letters of a passage that nobody writes twice by chance."""
LEAST_OF_TITLE = 16

_TAG = re.compile("<[^>]*>|\ue000[^\ue001]*\ue001|\n")
_SPECIAL = re.compile("[&<>\"']")


@dataclass(frozen=True)
class Passage:
    """Words that only a closed text has, as they would stand in a page."""

    path: str
    state: State
    words: str


def closed_passages(content: Content, *, public: bool) -> list[Passage]:
    """Return the title and the longest passages of each text that visitors must not see.

    A *public* site holds no invented item either.
    """
    states = (*CLOSED, "demo") if public else CLOSED
    return [
        Passage(document.path, state, words)
        for document in content.documents
        if (state := _state(content, document, public)) in states
        for words in _passages(document)
    ]


def lines_of(words: Sequence[str], data: bytes) -> dict[str, int]:
    """Return the line of each of *words* that stands in the file *data*, the first of them."""
    places = {each: data.find(each.encode(errors="surrogatepass")) for each in words}
    return {each: data.count(b"\n", 0, n) + 1 for each, n in places.items() if n >= 0}


def open_words(content: Content, passages: Sequence[Passage]) -> str:
    """Return all that the texts which are not among *passages* say: it may be said anywhere."""
    closed = {passage.path for passage in passages}
    return "\n".join(
        f"{document.source.values.get('title')}\n{document.source.values}\n{document.source.body.html}"
        for document in content.documents
        if document.path not in closed
    )


def _state(content: Content, document: Document, public: bool) -> State:
    state = content.states[document.path]
    is_open = state in ("published", "hidden", "expired")
    return "demo" if public and is_open and document.item.demo else state


def _passages(document: Document) -> Iterator[str]:
    import html  # noqa: PLC0415  large tables of letters, and few texts are closed

    title = str(document.source.values.get("title") or "")
    pieces = sorted(_SPECIAL.split(title), key=len)
    if len(pieces[-1]) >= LEAST_OF_TITLE:
        yield pieces[-1].strip()
    texts = [text.strip() for text in _TAG.split(document.source.body.html)]
    runs = [run.strip() for text in texts for run in _SPECIAL.split(html.unescape(text))]
    yield from sorted((run for run in runs if len(run) >= LEAST), key=len)[-PASSAGES:]
