"""The list of each kind, and the archive of each of its years."""

from collections import Counter
from collections.abc import Iterator

from plugins.languages.alphabet import sort_key
from plugins.languages.item import Card, Link
from plugins.listings.desk import Desk
from plugins.listings.page import Page, Year, last_change

TEMPLATES = {
    "news": "lists/section.html",
    "announcements": "lists/section.html",
    "events": "lists/events.html",
    "activities": "lists/section.html",
    "declarations": "lists/section.html",
    "press": "lists/section.html",
    "bulletins": "lists/section.html",
}
RELATIONS = ("sister_city", "network", "institution", "funder")


def section_pages(desk: Desk) -> Iterator[Page]:
    """Yield the lists of every section, with their years."""
    for kind in TEMPLATES:
        yield from _section(desk, kind)
        yield from _archive(desk, kind)
    yield _partners(desk)


def coming_events(desk: Desk) -> list[Card]:
    """Return the events that are not over on the day of the build, the nearest first."""
    events = [event for event in desk.listed("events") if not event.over]
    return sorted(events, key=lambda event: (event.when, event.key))


def _section(desk: Desk, kind: str) -> Iterator[Page]:
    section, items = desk.edition.sections[kind], desk.listed(kind)
    inputs = {"section": section, "years": _years(desk, kind), "year": None, "coming": []}
    coming = coming_events(desk) if kind == "events" else []
    past = {
        lang: [item for item in desk.listed(kind, lang=lang) if kind != "events" or item.over]
        for lang in desk.site.editions
    }
    for page in desk.paged(
        section.url,
        section.title,
        desk.t(f"section.{kind}.description"),
        past,
        TEMPLATES[kind],
        inputs,
        alternates=desk.section_elsewhere(kind),
        section=section,
    ):
        is_first = page.head.url == section.url
        yield Page(
            page.head,
            page.template,
            page.source,
            {**page.inputs, "coming": coming} if is_first else page.inputs,
            last_change(items) if is_first else page.changed,
        )


def _archive(desk: Desk, kind: str) -> Iterator[Page]:
    section = desk.edition.sections[kind]
    years = _years(desk, kind)
    listed = {lang: _by_year(desk, kind, lang) for lang in desk.site.editions}
    for year in years:
        inputs = {"section": section, "years": years, "year": year.year, "coming": []}
        yield from desk.paged(
            year.url,
            desk.t("year.title", title=section.title, year=year.year),
            desk.t(f"section.{kind}.description"),
            {lang: items.get(year.year, []) for lang, items in listed.items()},
            TEMPLATES[kind],
            inputs,
            alternates={
                lang: f"{url}{year.year}/"
                for lang, url in desk.section_elsewhere(kind).items()
                if year.year in listed[lang]
            },
            section=section,
            crumbs=(Link(section.title, section.url),),
            fallback=desk.section_elsewhere(kind),
            card=desk.card(section.title, section),  # a year shows what its section does
        )


def _years(desk: Desk, kind: str) -> list[Year]:
    url = desk.edition.sections[kind].url
    counts = Counter(item.when.year for item in desk.listed(kind) if item.when)
    return [Year(year, f"{url}{year}/", counts[year]) for year in sorted(counts, reverse=True)]


def _by_year(desk: Desk, kind: str, lang: str) -> dict[int, list[Card]]:
    years: dict[int, list[Card]] = {}
    for item in desk.listed(kind, lang=lang):
        if item.when:
            years.setdefault(item.when.year, []).append(item)
    return years


def _partners(desk: Desk) -> Page:
    section = desk.edition.sections["partners"]
    partners = sorted(desk.listed("partners"), key=lambda item: sort_key(item.title, desk.lang))
    groups = [(name, [p for p in partners if p.relation == name]) for name in RELATIONS]
    head = desk.head(
        section.url,
        section.title,
        desk.t("section.partners.description"),
        alternates=desk.section_elsewhere("partners"),
        section=section,
    )
    inputs = {"section": section, "groups": [(name, found) for name, found in groups if found]}
    return Page(head, "lists/partners.html", section.url, inputs, last_change(partners))
