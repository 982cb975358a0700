"""What is found in texts that are new or have changed: all that JSON has to hold of them.

Only where there is such a text is this loaded, and the checks with it.
"""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from plugins.checks.silence import silences_of
from plugins.checks.source import table
from plugins.checks.source.names import names_in
from plugins.checks.source.reading import read
from plugins.languages.addresses import place_of
from plugins.model.documents import Document
from plugins.pictures.uses import named_by
from plugins.translations.register import Register

Facts = dict[str, Any]


def facts_of_texts(documents: Sequence[Document]) -> list[tuple[str, Facts | None]]:
    """Return what each of *documents* says by itself, by path; None of one without a header."""
    return [(document.path, _own(document)) for document in documents]


def facts_of_items(
    items: Sequence[Sequence[Document]], register: Register
) -> list[tuple[str, Facts]]:
    """Return what the texts of each of *items* say together, by key."""
    documents = [document for item in items for document in item]
    keys = {document.path: document.key for document in documents}
    found: dict[str, list[Any]] = defaultdict(list)
    for check in table.ITEM_CHECKS:
        for p in check(documents, register):
            found[keys[p.path]].append([p.path, p.line, p.rule, p.values, p.fix])
    return [
        (
            item[0].key,
            _but_empty(
                problems=found[item[0].key],
                addresses={d.lang: place_of(d) for d in item if d.fields is not None},
                pictures={d.lang: named for d in item if (named := list(named_by(d)))},
            ),
        )
        for item in items
    ]


def _own(document: Document) -> Facts | None:
    if document.source.faults and not document.source.values:
        return None
    text = read(document.kind, document.folder, document.lang, document.source)
    faults = (fault for check in table.TEXT_CHECKS for fault in check(text))
    return _but_empty(
        faults=[[f.line, f.rule, f.values, f.fix] for f in faults],
        names=names_in(text),
        silences=list(silences_of(document)),
    )


def _but_empty(**facts: Any) -> Facts:
    return {name: value for name, value in facts.items() if value}
