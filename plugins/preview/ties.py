"""How the texts that are shown hang together: where each stands, and which items it names."""

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from plugins.languages.addresses import Addresses
from plugins.model.documents import Document
from plugins.model.references import keys_named


@dataclass(frozen=True)
class Tie:
    """What others may have to do with a *document*: its address, and the items that it names."""

    document: Document
    url: str
    named: frozenset[str]


class Ties:
    """The ties of all *documents*; of those that *last* had, they are taken over."""

    def __init__(
        self, documents: Iterable[Document], addresses: Addresses, last: "Ties | None" = None
    ) -> None:
        known = last.ties if last else {}
        self.ties: dict[str, Tie] = {
            d.path: _tie(d, addresses, known.get(d.path)) for d in documents
        }
        """By the path of the text."""

    def naming(self, keys: Set[str]) -> list[Document]:
        """Return the documents of other items that name one of *keys*."""
        found = [tie.document for tie in self.ties.values() if not tie.named.isdisjoint(keys)]
        return [document for document in found if document.key not in keys]

    def places(self, documents: Iterable[Document]) -> dict[str, str]:
        """Return the addresses of *documents*, which are among them, by their paths."""
        return {document.path: self.ties[document.path].url for document in documents}

    def are_apart(self) -> bool:
        """Return whether each text has an address of its own."""
        return len({tie.url for tie in self.ties.values()}) == len(self.ties)


def names(documents: Iterable[Document]) -> Iterator[str]:
    """Yield the keys of the items that *documents* name."""
    for document in documents:
        yield from keys_named(document)


def _tie(document: Document, addresses: Addresses, known: Tie | None) -> Tie:
    if known and known.document is document:
        return known
    url = addresses.item(document.kind, document.slug, document.lang)
    return Tie(document, url, frozenset(keys_named(document)))
