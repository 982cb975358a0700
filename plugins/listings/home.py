"""The two pages that belong to no section: home, and the one for addresses that are not there."""

from collections.abc import Iterator

from plugins.languages.alphabet import sort_key
from plugins.languages.page import Switch
from plugins.listings.desk import Desk
from plugins.listings.page import Page, last_change
from plugins.listings.sections import coming_events

LATEST = ("news", "announcements", "activities", "declarations", "press")


def home_pages(desk: Desk) -> Iterator[Page]:
    """Yield home and the page of the error 404."""
    edition, site, lang = desk.edition, desk.site, desk.lang
    head = desk.head(
        edition.home_url,
        desk.t("home.title"),
        desk.t("home.description"),
        alternates={other.lang: other.home_url for other in site.editions.values()},
    )
    latest = [(edition.sections[kind], desk.listed(kind)[: desk.home_items]) for kind in LATEST]
    inputs = {
        "latest": [(section, items) for section, items in latest if items],
        "coming": coming_events(desk)[: desk.home_items],
        "bulletin": next((issue.card for issue in site.of(lang, "bulletins")), None),
        "goals": site.goals[lang],
        "partners": sorted(
            (partner.card for partner in site.of(lang, "partners")),
            key=lambda partner: sort_key(partner.title, lang),
        ),
    }
    yield Page(head, "home.html", "home", inputs, last_change(site.of(lang)))
    yield _not_found(desk)


def _not_found(desk: Desk) -> Page:
    url = f"{desk.edition.home_url}404.html"
    title, description = desk.t("notfound.title"), desk.t("notfound.description")
    head = desk.head(url, title, description, alternates={}, indexed=False)
    others = [edition for edition in desk.site.editions.values() if edition.lang != desk.lang]
    switch = tuple(Switch(e.lang, f"{e.home_url}404.html", exact=True) for e in others)
    return Page(head._replace(switch=switch), "404.html", url)
