"""The outbox: a folder an e-mail, with a page to look at it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from plugins.newsletter.item import HTML, TEXT, PushItem
from plugins.newsletter.letters.checks import check
from plugins.newsletter.letters.merge_tags import sample
from plugins.newsletter.letters.message import build_message, sample_values
from plugins.newsletter.letters.reading import MANIFEST
from plugins.newsletter.settings import NewsletterSettings
from plugins.rendering import Templates

DARK = "@media (prefers-color-scheme: dark)"
LOOKS: Mapping[str, str] = {"light": "@media not all", "dark": "@media all"}
"""What the media query of dark mode is replaced with, to see the page in each."""
WIDTHS = (600, 320)


def write_item(
    folder: Path, item: PushItem, *, rules: NewsletterSettings, templates: Templates, address: str
) -> None:
    """Write the e-mail *item* into a folder of its own below *folder*."""
    own = folder / item.name
    own.mkdir(parents=True)
    manifest = json.dumps(item.manifest(), ensure_ascii=False, indent=2) + "\n"
    message = build_message(
        item, sender=rules.from_name[_code(item)], reply_to=rules.reply_to, address=address
    )
    files: dict[str, str | bytes] = {
        HTML: item.html,
        TEXT: item.text,
        "message.eml": message,
        "preview.html": _preview(item, templates, address),
        MANIFEST: manifest,
    }
    for name, content in files.items():
        (own / name).write_bytes(content.encode() if isinstance(content, str) else content)


def _code(item: PushItem) -> Any:
    return item.lang


def _preview(item: PushItem, templates: Templates, address: str) -> str:
    """Return the page that shows *item* at both widths, light and dark, and what was checked."""
    seen = sample(item.html, sample_values(item, address))
    looks = [
        (look, width, seen.replace(DARK, query))
        for look, query in LOOKS.items()
        for width in WIDTHS
    ]
    return templates.render(
        "email/preview.html", item.lang, item=item, looks=looks, checks=check(item)
    )
