"""The page of the outbox that lists its e-mails."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.newsletter.bulletin.selection import Selection
from plugins.newsletter.item import PushItem
from plugins.rendering import Templates


def write_index(
    folder: Path, items: Sequence[PushItem], selection: Selection, templates: Templates, lang: str
) -> None:
    """Write the page, in *lang*, of *items*, and of how many were left out for which reason."""
    counts = {reason: len(left_out) for reason, left_out in selection.left_out.items()}
    inputs: dict[str, Any] = {"items": items, "left_out": sorted(counts.items())}
    page = templates.render("email/outbox.html", lang, **inputs)
    (folder / "index.html").write_bytes(page.encode())
