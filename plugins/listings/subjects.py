"""Items by subject: the tags, and the A–Z of those who stand behind declarations."""

from collections.abc import Iterator

from plugins.languages.alphabet import initial, sort_key
from plugins.languages.item import Card, Link
from plugins.listings.desk import Desk
from plugins.listings.page import Page

Appearance = tuple[Card, str]
"""A declaration, and the role that a party has in it."""


def tag_pages(desk: Desk) -> Iterator[Page]:
    """Yield the index of tags, and the list of each; of one whose items are over, an empty one."""
    tagged = {lang: _tagged(desk, lang) for lang in desk.site.editions}
    used = tagged[desk.lang]
    names = desk.site.tags
    tags = sorted(
        (names[desk.lang][key] for key in used), key=lambda tag: sort_key(tag.name, desk.lang)
    )
    index = {lang: edition.tags_url for lang, edition in desk.site.editions.items()}
    here = Link(desk.t("tags.title"), desk.edition.tags_url)
    head = desk.head(here.url, here.title, desk.t("tags.description"), alternates=index)
    inputs = {"tags": [(tag, len(used[tag.key])) for tag in tags]}
    yield Page(head, "lists/tags.html", here.url, inputs)
    over = {tag for item in desk.site.items[desk.lang] for tag in item.tags if tag.key not in used}
    for tag in [*tags, *sorted(over, key=lambda tag: tag.key)]:
        yield from desk.paged(
            tag.url,
            desk.t("tag.title", name=tag.name),
            desk.t("tag.description", name=tag.name),
            {lang: lists.get(tag.key, []) for lang, lists in tagged.items()},
            "lists/tag.html",
            {"tag": tag},
            alternates={
                lang: names[lang][tag.key].url for lang in names if tag.key in tagged[lang]
            },
            crumbs=(here,),
            fallback=index,
        )


def _tagged(desk: Desk, lang: str) -> dict[str, list[Card]]:
    tagged: dict[str, list[Card]] = {}
    for item in desk.listed(lang=lang):
        for tag in item.tags:
            tagged.setdefault(tag.key, []).append(item)
    return tagged


def party_pages(desk: Desk) -> Iterator[Page]:
    """Yield the A–Z of those who signed a declaration or took part in it."""
    appearances: dict[str, list[Appearance]] = {}
    for item in desk.site.of(desk.lang, "declarations"):
        for party in item.parties:
            appearances.setdefault(party.name, []).append((item.card, party.role))
    letters: dict[str, list[tuple[str, list[Appearance]]]] = {}
    for name in sorted(appearances, key=lambda name: sort_key(name, desk.lang)):
        letters.setdefault(initial(name, desk.lang), []).append((name, appearances[name]))
    section, url = desk.edition.sections["declarations"], desk.edition.parties_url
    head = desk.head(
        url,
        desk.t("parties.title"),
        desk.t("parties.description"),
        alternates={lang: other.parties_url for lang, other in desk.site.editions.items()},
        crumbs=(Link(section.title, section.url),),
        section=section,
    )
    inputs = {"section": section, "letters": list(letters.items())}
    yield Page(head, "lists/parties.html", url, inputs)
