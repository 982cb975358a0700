"""What the outbox says of itself: the page that lists its e-mails, and what was left out."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from plugins.newsletter.bulletin.selection import Selection
from plugins.newsletter.item import LeftOut, PushItem
from plugins.newsletter.letters.reading import LEFT_OUT
from plugins.rendering import Templates


def write_left_out(folder: Path, left_out: Iterable[LeftOut]) -> None:
    """Write down what a push asks Mailchimp about: whether its readers have got it before."""
    known = [{**asdict(each), "date": each.date.isoformat()} for each in left_out]
    text = json.dumps(known, ensure_ascii=False, indent=1)
    (folder / LEFT_OUT).write_bytes(f"{text}\n".encode())


def write_index(
    folder: Path, items: Sequence[PushItem], selection: Selection, templates: Templates, lang: str
) -> None:
    """Write the page, in *lang*, of *items*, and of how many were left out for which reason."""
    counts = {reason: len(left_out) for reason, left_out in selection.left_out.items()}
    inputs: dict[str, Any] = {"items": items, "left_out": sorted(counts.items())}
    page = templates.render("email/outbox.html", lang, **inputs)
    (folder / "index.html").write_bytes(page.encode())
