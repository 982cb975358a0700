"""The words of an entry, by how much they tell of what it is about."""

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from html import unescape
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel

from plugins.languages.formats import Formats
from plugins.languages.item import Item
from plugins.search.entries import Entry
from plugins.search.words import Folding

LEVELS = ("text", "tag", "heading", "summary", "title")
"""Where a word can stand, the most telling last; the index and the script count them from 0."""

APART = {"title", "summary"}
"""Fields of an item that have a level of their own."""

UNSEEN = {"country", "language", "silence"}
"""Fields that hold what words are made of, or words for editors alone."""

_TAG = re.compile(r"""</?([a-zA-Z][a-zA-Z0-9]*)(?:[^"'>]|"[^"]*"|'[^']*')*>""")
_INLINE = frozenset("a abbr b bdi cite code em i ins kbd mark q s small span strong u".split())


def words_of(entry: Entry, folding: Folding, formats: Formats) -> list[str]:
    """Return the different words of each of LEVELS, with blanks between; each word stands once."""
    texts = _texts(entry, formats)
    seen: set[str] = set()
    levels = []
    for level in reversed(LEVELS):
        found = folding.words("\n".join(texts.get(level, ()))) - seen
        seen |= found
        levels.append(" ".join(sorted(found)))
    return levels[::-1]


def _texts(entry: Entry, formats: Formats) -> dict[str, Iterable[str]]:
    item = entry.item
    if item is None:  # what is said of a list is said of all of its kind
        return {"title": [entry.title]}
    names = item.names.values() if item.names else ()
    return {
        "title": [entry.title, *names],
        "summary": [entry.summary],
        "heading": [heading.text for heading in item.headings],
        "tag": [tag.name for tag in item.tags],
        "text": [plain(item.html), *_prose(item.fields, APART), *_facts(item, formats)],
    }


def plain(html: str) -> str:
    """Return the words of *html*; those of two blocks never run together."""
    return unescape(_TAG.sub(lambda tag: "" if tag[1].lower() in _INLINE else " ", html))


def _facts(item: Item, formats: Formats) -> Iterator[str]:
    """Yield what a page says of facts that are no words: its day, its country."""
    if item.when:
        yield formats.day(item.when)
    if item.country:
        yield formats.country(item.country)


def _prose(fields: BaseModel, apart: Set[str] = frozenset()) -> Iterator[str]:
    """Yield what of *fields* is written for readers, but for those *apart*: no address, no file."""
    for name in _prose_fields(type(fields)):
        if name not in apart:
            yield from _strings(getattr(fields, name))


@cache
def _prose_fields(kind: type[BaseModel]) -> list[str]:
    return [
        name
        for name, info in kind.model_fields.items()
        if name not in UNSEEN and not info.metadata and _is_prose(info.annotation)
    ]


def _is_prose(annotation: Any) -> bool:
    """Tell whether a field holds plain text: one that is checked to be something else is none."""
    if get_origin(annotation) is Annotated:
        return False
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return annotation is str or any(_is_prose(part) for part in get_args(annotation))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from _prose(value)
    elif isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _strings(part)
