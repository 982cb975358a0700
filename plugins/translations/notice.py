"""What a stale page has to tell its reader."""

from plugins.languages.edition import Item, Link, Site, Stale
from plugins.model.content import Content
from plugins.model.dates import is_before
from plugins.model.kinds import KINDS, words_of
from plugins.translations.sections import HEAD, OPENING, Section
from plugins.translations.state import Standing, standings

NAMES = {HEAD: "stale.head", OPENING: "stale.opening"}
"""The words of the catalogue for sections that have no heading."""


def mark_stale(site: Site, content: Content) -> None:
    """Give each stale item of *site* what its page has to say."""
    items = {item.path: item for lang in site.items for item in site.items[lang]}
    for standing in standings(content.open()):
        if standing.state == "stale" and standing.translation:
            original = items.get(standing.original.path)
            item = items.get(standing.translation.path)
            if original and item:
                item.stale = stale_of(standing, original, item)


def stale_of(standing: Standing, original: Item, item: Item) -> Stale:
    """Return what the page of *item* says of the change of its *original*.

    The day is the one that the original gives for its last change of meaning. One that gives none,
    or a day on which the translation itself was changed later, leaves the day unsaid.
    """
    day = original.fields.modified
    if day and item.fields.modified and not is_before(item.fields.modified, day):
        day = None
    sections = tuple(_link(section, original, item.lang) for section in standing.changed)
    return Stale(original.lang, original.url, day, sections)


def _link(section: Section, original: Item, lang: str) -> Link:
    """Return where *section* stands; a title of the theme's own is the key of its words."""
    if section.anchor:
        return Link(section.title, f"{original.url}#{section.anchor}", original.lang)
    if section.field:
        name, _ = words_of(KINDS[original.kind].model_fields[section.field], lang)
        return Link(name, original.url)
    return Link(NAMES[section.title], original.url)
