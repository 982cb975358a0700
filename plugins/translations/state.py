"""How each item stands between its two languages: by content, not by date or commit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.kinds import KINDS, shared_fields
from plugins.model.origin import Origin
from plugins.translations.sections import Section, sections_of

State = Literal["current", "small", "stale", "missing", "unwanted", "unrecorded"]
STATES: tuple[State, ...] = ("stale", "missing", "unrecorded", "small", "current", "unwanted")
"""In the order of what there is to do about them."""


@dataclass(frozen=True, eq=False)
class Standing:
    """An item, its original, its translation if there is one, and what lies between them."""

    state: State
    original: Document
    translation: Document | None = None
    recorded: Origin | None = None
    changed: tuple[Section, ...] = ()
    """The sections of the original, as they are now, that are new to the translation."""

    @property
    def key(self) -> str:
        """Identity of the item whatever its language: `news/2026-11-06-example`."""
        return self.original.key


def standings(documents: Iterable[Document]) -> Iterator[Standing]:
    """Yield how each item of *documents* stands; items with a broken header are left out."""
    for document in documents:
        other = document.translation
        if document.fields is None or (other and other.fields is None):
            continue
        if other is None:
            yield Standing("unwanted" if document.fields.one_language else "missing", document)
        elif document.path < other.path:
            yield standing_of(*roles(document, other))


def roles(one: Document, other: Document) -> tuple[Document, Document]:
    """Return the original and the translation of an item in two languages.

    The translation says so itself. Where nothing is recorded, the original is the text that
    writes the facts which both share, or else the one in the first language of the site.
    """
    for original, translation in ((one, other), (other, one)):
        recorded = translation.item.translated_from
        if recorded and recorded.lang == original.lang and not original.item.translated_from:
            return original, translation
    pair = sorted((one, other), key=lambda document: LANGUAGES.index(document.lang))
    pair.sort(key=_shared_facts, reverse=True)
    return pair[0], pair[1]


def _shared_facts(document: Document) -> int:
    written = document.source.values
    return sum(name in written for name in shared_fields(KINDS[document.kind]))


def standing_of(original: Document, translation: Document) -> Standing:
    """Return how *translation* stands to *original*."""
    recorded = translation.item.translated_from
    if recorded is None or recorded.lang != original.lang or original.item.translated_from:
        return Standing("unrecorded", original, translation)
    if not recorded.sections:
        return Standing("unrecorded", original, translation)
    sections = sections_of(original.kind, original.source)
    marks = tuple(section.mark for section in sections)
    if marks == recorded.sections:
        state: State = "small" if recorded.small else "current"
        return Standing(state, original, translation, recorded)
    changed = tuple(sections[n] for n in new_in(recorded.sections, marks))
    return Standing("stale", original, translation, recorded, changed)


def new_in(old: tuple[str, ...], new: tuple[str, ...]) -> Iterator[int]:
    """Yield the places in *new* of what *old* does not have there."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for operation, _, _, start, end in matcher.get_opcodes():
        if operation in ("replace", "insert"):
            yield from range(start, end)
