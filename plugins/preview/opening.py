"""What visitors can't see yet, opened to the editor: drafts, and what waits for its day."""

from collections.abc import Mapping

from plugins.languages.edition import Item, Site
from plugins.model.content import Content
from plugins.model.documents import Document, State
from plugins.model.references import References

MARKED: frozenset[State] = frozenset({"draft", "waiting"})


def opened(content: Content) -> Content:
    """Return *content* with its drafts, and what waits, as open as the rest."""
    states = {d.path: _state(d, content.states[d.path]) for d in content.documents}
    references = References(content.documents, content.tags, states)
    return Content(content.documents, content.tags, references, states, [])


def _state(document: Document, state: State) -> State:
    if state not in MARKED:
        return state
    return "hidden" if document.item.status == "hidden" else "published"


def marks(site: Site, states: Mapping[str, State]) -> dict[str, tuple[Item, State]]:
    """Return by its address each item of *site* that visitors can't see yet, and why not."""
    return {
        item.url: (item, states[item.path])
        for items in site.items.values()
        for item in items
        if states[item.path] in MARKED
    }
