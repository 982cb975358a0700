"""Which e-mails a run takes up: not what has grown old, and not more than so many at once."""

from datetime import date, timedelta

from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign
from plugins.newsletter.push.rows import Row
from plugins.newsletter.settings import NewsletterSettings

COUNTED = {"drafted", "scheduled", "sent", "sending", "would-draft", "would-schedule", "would-send"}


class Due:
    """Counts what a run has done, so that a mistake does not become fifty e-mails."""

    def __init__(self, settings: NewsletterSettings, today: date, *, leaving: bool) -> None:
        self._settings = settings
        self._today = today
        self._leaving = leaving
        self._done = 0

    def reason(self, item: PushItem, winner: Campaign | None) -> str:
        """Return the state that keeps *item* out of this run; empty if it is due."""
        if winner and winner.left:
            return ""
        age = self._today - item.date
        if item.date > self._today:  # its outbox was built as of a day to come
            return "early"
        if item.date < self._settings.since or age > timedelta(self._settings.max_age_days):
            return "old"
        new = self._leaving or not winner
        return "next-run" if new and self._done >= self._settings.max_per_run else ""

    def count(self, row: Row) -> None:
        """Count *row*, if its e-mail is one of those that a run may do so many of."""
        self._done += row.state in COUNTED
