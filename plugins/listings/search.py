"""The page of search; for those whose browser runs no script, the A–Z of what there is."""

from collections.abc import Iterator

from plugins.languages.alphabet import initial, sort_key
from plugins.languages.item import Link
from plugins.listings.desk import Desk
from plugins.listings.page import Page

Subject = tuple[Link, str]
"""A way into the site, and what it is: a kind, or a list."""


def search_pages(desk: Desk) -> Iterator[Page]:
    """Yield the page of search."""
    here = desk.edition.search_url
    head = desk.head(
        here,
        desk.t("search.title"),
        desk.t("search.description"),
        alternates={lang: other.search_url for lang, other in desk.site.editions.items()},
        indexed=False,
    )
    editions = sorted(desk.site.editions.values(), key=lambda edition: edition.lang != desk.lang)
    inputs = {
        "indexes": [(edition.lang, edition.search_data_url) for edition in editions],
        "letters": _letters(list(_subjects(desk)), desk),
    }
    yield Page(head, "lists/search.html", here, inputs)


def _letters(subjects: list[Subject], desk: Desk) -> list[tuple[str, list[Subject]]]:
    letters: dict[str, list[Subject]] = {}
    for subject in sorted(subjects, key=lambda subject: sort_key(subject[0].title, desk.lang)):
        letters.setdefault(initial(subject[0].title, desk.lang), []).append(subject)
    return list(letters.items())


def _subjects(desk: Desk) -> Iterator[Subject]:
    """Yield sections, subjects, parties of declarations, partners, and pages."""
    edition, site = desk.edition, desk.site
    for section in edition.sections.values():
        yield Link(section.title, section.url), "sections"
    for key in dict.fromkeys(tag.key for item in desk.listed() for tag in item.tags):
        tag = site.tags[desk.lang][key]
        yield Link(tag.name, tag.url), "tags"
    declarations = site.of(desk.lang, "declarations")
    for name in dict.fromkeys(party.name for item in declarations for party in item.parties):
        yield Link(name, f"{edition.parties_url}#{initial(name, desk.lang)}"), "parties"
    for partner in site.of(desk.lang, "partners"):
        yield Link(partner.names[desk.lang], partner.url), "partners"
    for page in site.of(desk.lang, "pages"):
        yield Link(page.title, page.url), "pages"
