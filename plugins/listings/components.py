"""The page that shows every component of the theme in every state; never published."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from plugins.languages.item import Attachment, Card, Citation, Goal, Link, Section, Stale, Tag
from plugins.listings.desk import Desk
from plugins.listings.page import Page, Pager, Year, pager
from plugins.model.kinds import KINDS

DAY = date(2026, 11, 6)


def component_pages(desk: Desk) -> Iterator[Page]:
    """Yield the page of the components, filled with the specimens of the language."""
    editions = desk.site.editions.values()
    urls = {e.lang: f"{e.home_url}{desk.components[e.lang]}/" for e in editions}
    url, words = urls[desk.lang], desk.specimens
    own = words[desk.lang]
    cards = [_card(desk, entry, own) for entry in words["items"]]
    other = next((lang for lang in words if lang not in ("items", desk.lang)), desk.lang)
    cards.append(_card(desk, words["items"][0], words[other], lang=other))
    section = desk.edition.sections["news"]
    head = desk.head(url, own["title"], own["summary"], alternates=urls, indexed=False)
    inputs = {
        "cards": cards,
        "texts": own,
        "prose": Markup(own["prose"]),
        "goals": [Goal(str(n), n, t, own["summary"], url) for n, t in enumerate(own["goals"], 1)],
        "tags": [Tag(tag, tag, url) for tag in own["tags"]],
        "stale_notices": _stale(other, own, words[other], url),
        "cited": Citation(own["long"], DAY, own["place"], None),
        "files": [Attachment("a.pdf", own["long"], url, 245_760, "application/pdf")],
        **_lists(url, section),
    }
    yield Page(head, "components.html", url, inputs)


def _stale(
    lang: str, own: Mapping[str, Any], words: Mapping[str, Any], url: str
) -> tuple[Stale, ...]:
    """Return what a page says whose original, in *lang*, has changed."""
    section, head = Link(words["short"], url, lang), Link(own["short"], url)
    return (
        Stale(lang, DAY, (section,)),
        Stale(lang, None, (head, section, Link(words["long"], url, lang))),
        Stale(lang, DAY, (section,), is_gone=True),
    )


def _lists(url: str, section: Section) -> dict[str, Section | list[Year] | Pager | None]:
    years = [Year(year, url, items) for year, items in ((2026, 12), (2025, 1), (2019, 3))]
    return {"section": section, "years": years, "pager": pager(2, [url] * 3)}


def _card(
    desk: Desk, entry: Mapping[str, Any], words: Mapping[str, Any], *, lang: str | None = None
) -> Card:
    """Return a card of the kind of *entry*; a value such as `$long` is the word of that name."""
    kind = entry["kind"]
    given = {name: _word(value, words) for name, value in entry.get("fields", {}).items()}
    fields = KINDS[kind](**{"title": words["short"], "summary": words["summary"], **given})
    section = desk.edition.sections[kind]
    return Card(
        kind=kind,
        folder="components",
        lang=lang or desk.lang,
        rank=0,
        path="components",
        fields=fields,
        facts=repr(fields),
        listed=True,
        expired=entry.get("expired", False),
        over=entry.get("over", False),
        date=DAY,
        slug="components",
        url=section.url,
        absolute_url=section.url,
        section=section,
        tags=(),
        files=(),
        decision_anchor="",
    )


def _word(value: Any, words: Mapping[str, Any]) -> Any:
    if isinstance(value, str) and value.startswith("$"):
        return words[value[1:]]
    if isinstance(value, list):
        return [_word(part, words) for part in value]
    if isinstance(value, dict):
        return {name: _word(part, words) for name, part in value.items()}
    return value
