"""What a stale page has to tell its reader."""

from collections.abc import Iterable, Mapping

from plugins.languages.catalogue import Words
from plugins.languages.item import Item, Link, Stale
from plugins.model.dates import is_before
from plugins.model.documents import Document
from plugins.model.kinds import KINDS, words_of
from plugins.translations.sections import HEAD, OPENING, Section
from plugins.translations.state import Standing, standings

NAMES = {HEAD: "stale.head", OPENING: "stale.opening"}
"""The words of the catalogue for sections that have no heading."""


def mark_stale(
    items: Mapping[str, Item], documents: Iterable[Document], words: Mapping[str, Words]
) -> None:
    """Give each stale item of *documents* what its page has to say, in the *words* of its language.

    *items* are known by the paths of their texts.
    """
    for standing in standings(filter(_is_recorded, documents)):
        if standing.state == "stale" and standing.translation:
            original = items.get(standing.original.path)
            item = items.get(standing.translation.path)
            if original and item and original.status != "hidden":
                item.stale = stale_of(standing, original, item, words[item.lang])


def _is_recorded(document: Document) -> bool:
    """Tell whether either language of *document* says of what it was translated."""
    pair = (document, document.translation)
    return any(each and each.fields and each.fields.translated_from for each in pair)


def stale_of(standing: Standing, original: Item, item: Item, words: Words) -> Stale:
    """Return what the page of *item* says of the change of its *original*.

    The day is the one that the original gives for its last change of meaning. One that gives none,
    or a day on which the translation itself was changed later, leaves the day unsaid.
    """
    day = original.fields.modified
    if day and item.fields.modified and not is_before(item.fields.modified, day):
        day = None
    if not standing.changed:
        whole = Link(original.title, original.url, original.lang)
        return Stale(original.lang, day, (whole,), is_gone=True)
    sections = tuple(_link(section, original, item, words) for section in standing.changed)
    return Stale(original.lang, day, sections)


def _link(section: Section, original: Item, item: Item, words: Words) -> Link:
    """Return where *section* stands in the original, by the name that it has on the page of *item*.

    Where the two texts are built differently, it keeps the name that it has in the original.
    """
    if section.anchor:
        url = f"{original.url}#{section.anchor}"
        if own := _headings(original, item).get(section.anchor):
            return Link(own, url)
        return Link(section.title, url, original.lang)
    if section.field:
        name, _ = words_of(KINDS[original.kind].model_fields[section.field], words.lang)
        return Link(name, original.url)
    return Link(words.t(NAMES[section.title]), original.url)


def _headings(original: Item, item: Item) -> dict[str, str]:
    """Return the heading of *item* for each anchor of *original*; none if their levels differ."""
    here, there = original.headings, item.headings
    if [heading.level for heading in here] != [heading.level for heading in there]:
        return {}
    return {one.id: other.text for one, other in zip(here, there, strict=True)}
