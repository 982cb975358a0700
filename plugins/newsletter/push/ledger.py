"""The second witness: what this project itself remembers of its campaigns.

Mailchimp is the record. The ledger speaks up only where the record is silent: a list that does
not show yet what was made a moment ago, a campaign that somebody renamed or deleted. It is one
JSON object a line, in the order of events, holds no personal data, and belongs into the
repository (or the store of whatever runs the push).
"""

import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

CREATING = "creating"  # a request to make it is on its way; whether it arrived is not known
NOT_CREATED = "not-created"
DRAFT = "draft"
LEAVING = "leaving"  # a request to send or schedule it is on its way
GONE = {"scheduled", "sent"}  # it was let go


@dataclass(frozen=True)
class Entry:
    """One line: what happened, when, to which campaign."""

    at: datetime
    event: str
    campaign: str = ""


class Ledger:
    """The lines of one file, by the mark of the item."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last: dict[str, Entry] = {}
        for line in _lines(path):
            if entry := _entry(line):
                self._last[str(line["mark"])] = entry

    def probed(self) -> Self:
        """Make sure that it can be written, before anything is done that it must know of."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.open("ab").close()
        return self

    def last(self, mark: str) -> Entry | None:
        """Return the last that is known of the item."""
        return self._last.get(mark)

    def write(self, mark: str, entry: Entry, **more: object) -> None:
        """Note *entry*, on the disk before anything else happens; say nothing twice."""
        before = self._last.get(mark)
        known = before and (before.event, before.campaign) == (entry.event, entry.campaign)
        if known and entry.event != CREATING:  # of this, the time counts
            return
        self._last[mark] = entry
        line = {
            "at": entry.at.astimezone(UTC).isoformat(timespec="milliseconds"),
            "event": entry.event,
            "campaign": entry.campaign,
            "mark": mark,
            **more,
        }
        self._append(json.dumps({k: v for k, v in line.items() if v != ""}, ensure_ascii=False))

    def _append(self, line: str) -> None:
        with self._path.open("ab+") as file:
            # A run that was killed while writing has left half a line: it is not to eat this one.
            size = file.seek(0, os.SEEK_END)
            torn = size and file.seek(size - 1) is not None and file.read(1) != b"\n"
            file.write(b"\n" * bool(torn) + line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())


def _lines(path: Path) -> list[dict[str, object]]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    found = []
    for line in text.splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue  # half a line, or a mark that a merge has left
        if isinstance(value, dict) and "mark" in value:
            found.append(value)
    return found


def _entry(line: dict[str, object]) -> Entry | None:
    try:
        at = datetime.fromisoformat(str(line["at"]))
        return Entry(at, str(line["event"]), str(line.get("campaign", "")))
    except (KeyError, ValueError):
        return None
