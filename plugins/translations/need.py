"""In which order readers need what is to be done."""

from datetime import date, datetime
from typing import Any

from plugins.model.content import Content
from plugins.model.kinds import Item
from plugins.translations.state import STATES, Standing

KINDS_BY_NEED = (
    "pages",
    "announcements",
    "events",
    "declarations",
    "news",
    "activities",
    "partners",
    "press",
    "bulletins",
)
"""What people come for first: who the association is, what they can still do, what it holds."""


def order(standing: Standing, content: Content, day: date) -> tuple[Any, ...]:
    """Return what items are sorted by: the first is the one that readers need most.

    What is open to them; of that a stale text, which tells them what no longer holds, before one
    that is missing; what they can still go to or apply for; the kind; the newest.
    """
    original = standing.original
    documents = [d for d in (original, standing.translation) if d]
    states = {content.states[document.path] for document in documents}
    hidden = 0 if "published" in states else 1 if states & {"hidden", "waiting", "expired"} else 2
    age = (original.day or date.min).toordinal()
    return (
        hidden,
        STATES.index(standing.state),
        not _is_open(original.item, day),
        KINDS_BY_NEED.index(original.kind),
        -age,
        original.key,
    )


def _is_open(fields: Item, day: date) -> bool:
    """Tell whether there is something that a reader can still go to or apply for."""
    moments = (fields.get(name) for name in ("deadline", "ends", "starts"))
    last = next((moment for moment in moments if moment), None)
    return last is not None and (last.date() if isinstance(last, datetime) else last) >= day
