"""The second witness: what this project itself remembers of its campaigns.

Mailchimp is the record. The ledger speaks up only where the record is silent: a list that does
not show yet what was made a moment ago, a campaign that somebody renamed or deleted. It is one
JSON object a line, in the order of events, holds no personal data, and belongs into the
repository (or the store of whatever runs the push).
"""

import json
import os
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

CREATING = "creating"  # a request to make it is on its way; whether it arrived is not known
NOT_CREATED = "not-created"
DRAFT = "draft"
LEAVING = "leaving"  # a request to send or schedule it is on its way
GONE = {"scheduled", "sent"}  # it was let go
_ID = re.compile("[0-9a-z]*")


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
        self._pages: dict[tuple[str, str], dict[str, str]] = {}
        """Of each page and language that was mailed, the marks, and whose item it was."""
        self._carried: dict[tuple[str, str], str] = {}
        """Of each item and language that an issue has carried, the issue."""
        entries = [(entry, line) for line in _lines(path) if (entry := _entry(line))]
        # Git joins the lines of two machines one after the other, not in the order of events.
        for entry, line in sorted(entries, key=lambda pair: pair[0].at):
            mark = str(line["mark"])
            before = self._last.get(mark)
            if not before or before.event not in GONE or entry.event in GONE:
                self._last[mark] = entry
            if entry.event in GONE:
                self._take_in(mark, line)

    def _take_in(self, mark: str, line: dict[str, Any]) -> None:
        """Note what readers have got by the campaign of *line*."""
        key, lang, carries = str(line.get("key")), str(line.get("lang")), line.get("carries")
        if "page" in line:
            self._pages.setdefault((str(line["page"]), lang), {})[mark] = key
        for carried in carries if isinstance(carries, list) else ():
            self._carried.setdefault((str(carried), lang), key)

    def probed(self) -> Self:
        """Make sure that it can be written, before anything is done that it must know of."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.open("ab").close()
        return self

    def last(self, mark: str) -> Entry | None:
        """Return the last that is known of the item."""
        return self._last.get(mark)

    def mailed_as(self, page: str, lang: str, mark: str) -> str:
        """Return as which item *page* was mailed, if not as that of *mark*; empty if it was not."""
        marks = self._pages.get((page, lang), {})
        return "" if mark in marks else next(iter(marks.values()), "")

    def carried_by(self, key: str, lang: str) -> str:
        """Return the issue that has carried the item *key* to the readers of *lang*, or nothing."""
        return self._carried.get((key, lang), "")

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
        said = {name: value for name, value in line.items() if value not in ("", [])}
        self._append(json.dumps(said, ensure_ascii=False))

    def _append(self, line: str) -> None:
        with self._path.open("ab+") as file:
            # A run that was killed while writing has left half a line: it is not to eat this one.
            size = file.seek(0, os.SEEK_END)
            torn = size and file.seek(size - 1) is not None and file.read(1) != b"\n"
            file.write(b"\n" * bool(torn) + line.encode() + b"\n")
            file.flush()
            os.fsync(file.fileno())


def _lines(path: Path) -> list[dict[str, Any]]:
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return []
    found = []
    for line in text.split("\n"):  # what is quoted may hold any other sign that ends a line
        try:
            value = json.loads(line)
        except ValueError:
            continue  # half a line, or a mark that a merge has left
        if isinstance(value, dict) and "mark" in value:
            found.append(value)
    return found


def _entry(line: dict[str, Any]) -> Entry | None:
    try:
        at = datetime.fromisoformat(str(line["at"]))
        entry = Entry(at, str(line["event"]), str(line.get("campaign", "")))
    except (KeyError, ValueError):
        return None
    if not _ID.fullmatch(entry.campaign):  # written by no push: nothing can be asked about it
        return None
    return entry if at.tzinfo else replace(entry, at=at.replace(tzinfo=UTC))
