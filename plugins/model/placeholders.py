"""What a ready-made text leaves to its editor: a value, or a line, that says `…` and no more."""

import re
from collections.abc import Iterator

from plugins.model.documents import Document
from plugins.model.frontmatter import Path, lines_of
from plugins.model.problem import Problem

PLACEHOLDER = "…"

_BYTES = PLACEHOLDER.encode()
_TO_FILL_IN = re.compile(rf"^[ -]*(?:(\w+):[ ]+)?\[?{PLACEHOLDER}\]?[ ]*(?:#.*)?$")


def unfilled(value: object, place: Path = ()) -> Iterator[Path]:
    """Yield the way to each part of *value*, of a header or of a part of one, that is still `…`."""
    if isinstance(value, dict):
        for key, part in value.items():
            yield from unfilled(part, (*place, key))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from unfilled(part, (*place, index))
    elif value == PLACEHOLDER:
        yield place


def placeholders(document: Document) -> Iterator[Problem]:
    """Yield a problem for each place of *document* that its editor has not filled in.

    Of a draft they are worth a look; of anything else they have to be mended.
    """
    if _BYTES not in document.source.data:
        return
    is_draft = document.fields is None or document.fields.status == "draft"
    rule = "placeholder-in-draft" if is_draft else "placeholder"
    for number, line in enumerate(lines_of(document.source.text), 1):
        if found := _TO_FILL_IN.match(line):
            field = found[1] or "text"
            yield Problem(document.path, number, rule, {"field": field})
