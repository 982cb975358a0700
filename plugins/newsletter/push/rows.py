"""What became of each e-mail in a push: one state of a closed set, each with its exit code."""

from dataclasses import dataclass, field
from typing import Any

from plugins.newsletter.item import LeftOut, PushItem

STATES = {
    # done, or nothing to do
    "drafted": 0,
    "updated": 0,
    "draft": 0,
    "tested": 0,
    "scheduled": 0,
    "already-scheduled": 0,
    "sending": 0,
    "sent": 0,
    "already-sent": 0,
    "over": 0,
    "old": 0,
    "early": 0,
    "carried": 0,
    "stale": 0,
    "next-run": 0,
    # what a dry run says would be done
    "would-draft": 0,
    "would-update": 0,
    "would-schedule": 0,
    "would-send": 0,
    # the outside world
    "not-ready": 2,
    "not-live": 2,
    "no-plan": 2,
    "refused": 2,
    "unreachable": 2,
    "invisible": 2,
    "restless": 2,
    # a person has to look
    "paused": 3,
    "outdated": 3,
    "withdrawn": 3,
    "same-page": 3,
    "grown": 3,
    "missed": 3,
    "stopped": 3,
    "taken-back": 3,
    "lost": 3,
    "altered": 3,
    "nobody": 3,
    "out-of-bounds": 3,
    "not-moving": 3,
    "untested": 3,
}


@dataclass(frozen=True)
class Row:
    """The end of one e-mail in this run; *values* fill the words of the state."""

    item: PushItem | LeftOut
    state: str
    values: dict[str, Any] = field(default_factory=dict)
    web_id: int = 0
    """Of the campaign at Mailchimp; 0 as long as there is none."""

    @property
    def code(self) -> int:
        """The exit code that it asks for."""
        return STATES[self.state]


class Halt(Exception):
    """An e-mail goes no further in this run: *state* says why."""

    def __init__(self, state: str, web_id: int = 0, **values: object) -> None:
        super().__init__(state)
        self.state = state
        self.web_id = web_id
        self.values = values

    def row(self, item: PushItem) -> Row:
        """Return the end of *item*."""
        return Row(item, self.state, dict(self.values), self.web_id)


class Moved(Exception):
    """A campaign is not what it was a moment ago: look again."""


def exit_code(rows: list[Row]) -> int:
    """Return the exit code of a run: the gravest that any e-mail asks for."""
    return max((row.code for row in rows), default=0)
