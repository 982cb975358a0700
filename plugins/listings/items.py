"""The page of every item."""

from collections.abc import Iterator
from typing import Any

from plugins.languages.formats import Formats
from plugins.languages.item import Card, Goal, Item, Link
from plugins.languages.page import SocialCard
from plugins.listings.desk import Desk
from plugins.listings.page import Page


def item_pages(desk: Desk) -> Iterator[Page]:
    """Yield the page of each item of the edition, hidden and expired ones included."""
    for item in desk.site.items[desk.lang]:
        yield item_page(desk, item)


def item_page(desk: Desk, item: Item) -> Page:
    """Return the page of *item*, which is one of the edition."""
    section = item.section
    head = desk.head(
        item.url,
        item.title,
        item.summary,
        alternates={alternate.lang: alternate.url for alternate in item.alternates},
        crumbs=(Link(section.title, section.url),) if section else (),
        section=section,
        fallback=desk.section_elsewhere(item.kind) if section else None,
        indexed=item.listed,
        card=_card(desk, item),
    )
    inputs: dict[str, Any] = {"item": item}
    template = f"items/{item.kind}.html"
    if item.kind == "pages":
        template = f"pages/{item.template}.html"
        inputs |= _beside(desk, item.template)
    return Page(head, template, item.path, inputs, item.updated)


def _card(desk: Desk, item: Item) -> SocialCard:
    """Return the card of *item*: of an event it says the day, or that it is off."""
    if item.kind == "pages":
        return desk.card(item.title)
    label, hoist = desk.t(f"kind.{item.kind}"), item.hoist
    if item.starts:
        label = f"{label} · {Formats(desk.lang).day(item.starts)}"
    changed = item.event_status in ("cancelled", "postponed")
    if changed:
        label, hoist = desk.t(f"status.{item.event_status}"), (item.event_status, *hoist[1:])
    is_off = item.event_status == "cancelled"
    return desk.card(item.title, label=label, hoist=hoist, is_off=is_off)


def _beside(desk: Desk, template: str) -> dict[str, Any]:
    """Return what the *template* of a page shows beside its item."""
    if template == "goals":
        return {"goals": _served(desk)}
    if template == "signup":
        return {"form": desk.form, "privacy": desk.site.named("pages/privacy", desk.lang)}
    if template == "accessibility":
        return {"results": desk.results}
    return {}


def _served(desk: Desk) -> list[tuple[Goal, list[Card]]]:
    """Return each goal with the activities that serve it."""
    activities = desk.listed("activities")
    return [
        (goal, [activity for activity in activities if goal.id in activity.goals])
        for goal in desk.site.goals[desk.lang]
    ]
