"""The outbox, read: nothing that was changed by hand or half written is taken for an e-mail."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from plugins.newsletter.item import HTML, TEXT, VERSION, LeftOut, PushItem

MANIFEST = "manifest.json"
LEFT_OUT = "left-out.json"


class BadOutbox(Exception):
    """What lies in *folder* is no e-mail of ours; *reason* says why, for a log."""

    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(f"{folder}: {reason}")
        self.folder = folder
        self.reason = reason


def read_outbox(folder: Path) -> list[PushItem]:
    """Return the e-mails that wait in *folder*, the oldest first; none where it does not exist.

    Raises:
        BadOutbox: one of them is not as the build wrote it.
    """
    items = [_read(path.parent) for path in folder.glob(f"*/{MANIFEST}")]
    return sorted(items, key=lambda item: (item.date, item.key, item.lang))


def read_left_out(folder: Path) -> list[LeftOut]:
    """Return what was left out of *folder* although its readers may not have got it.

    Raises:
        BadOutbox: it is not as the build wrote it.
    """
    try:
        known = json.loads((folder / LEFT_OUT).read_bytes())
        return [LeftOut(**{**each, "date": date.fromisoformat(each["date"])}) for each in known]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOutbox(folder, f"{LEFT_OUT}: {type(error).__name__}: {error}") from error


def _read(folder: Path) -> PushItem:
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        item = PushItem(
            **{name: manifest[name] for name in ("key", "lang", "kind", "title", "subject")},
            **{name: manifest[name] for name in ("preheader", "page_url", "page_fingerprint")},
            date=date.fromisoformat(manifest["date"]),
            carries=tuple(manifest["carries"]),
            html=(folder / HTML).read_bytes().decode(),
            text=(folder / TEXT).read_bytes().decode(),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOutbox(folder, f"{type(error).__name__}: {error}") from error
    if manifest != item.manifest() or folder.name != item.name or manifest["version"] != VERSION:
        raise BadOutbox(folder, "the manifest and the files do not agree")
    return item
