"""Speaks while a push runs: progress to standard error, what became of it to standard output."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from plugins.languages.formats import Formats
from plugins.newsletter.gateway.access import Access
from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign
from plugins.newsletter.push.rows import Row
from plugins.newsletter.push.setup_check import Checked
from plugins.newsletter.push.state_words import STATES, STATUS
from plugins.newsletter.push.words import CHECKS, HELP, WORDS, say

EARLIER = {"sent": "already-sent", "schedule": "withdrawn", "sending": "sending"}


class PushReport:
    """Speaks *lang*; times are those of *zone*."""

    def __init__(self, lang: str, *, zone: str = "UTC") -> None:
        self.lang = lang
        self._zone = ZoneInfo(zone)
        self._formats = Formats(lang)
        self._aside = Console(
            stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False
        )
        self._out = Console(highlight=False, markup=False, emoji=False)

    def say(self, key: str, **values: object) -> None:
        """Print a sentence beside the result."""
        self._aside.print(say(WORDS, key, self.lang, **values))

    def stage(self, key: str) -> None:
        """Say what is being done now."""
        self._aside.print(f"  {say(WORDS, key, self.lang)} …")

    def at(self, item: PushItem) -> None:
        """Say which e-mail is worked on now."""
        self._aside.print(f"  {item.title} ({item.lang}) …")

    def missing(self, key: str, found: str) -> None:
        """Say what keeps a push from beginning, and what to do."""
        what = say(CHECKS, key, self.lang)
        self._aside.print(f"{what}: {say(HELP, key, self.lang, found=found)}")

    def ask(self, mode: str) -> bool:
        """Ask the person at the terminal whether to go on."""
        answer = self._out.input(say(WORDS, f"ask-{mode}", self.lang), markup=False, emoji=False)
        return answer.strip() in ("e", "E", "evet", "Evet", "y", "Y", "yes", "Yes")

    def rows(self, rows: Iterable[Row], access: Access, *, status: bool = False) -> None:
        """Print what became of each e-mail."""
        table = self._table("title", "lang", "state")
        links = []
        for row in rows:
            table.add_row(row.item.title, self._word(row.item.lang), self._state(row, status))
            if row.web_id and row.state not in ("already-sent", "old"):
                links.append((row, access.page_of(row.web_id)))
        self._out.print(table)
        for row, link in links:
            self._out.print(f"{row.item.title} ({row.item.lang}): {link}", soft_wrap=True)

    def earlier(self, campaigns: Iterable[Campaign]) -> None:
        """Print what lies at Mailchimp of e-mails that are no longer in the outbox."""
        table = self._table("earlier", "state")
        for campaign in campaigns:
            values = {"when": campaign.send_time, "count": campaign.seen.get("emails_sent")}
            key = EARLIER.get(campaign.status, "over" if campaign.left else "withdrawn")
            table.add_row(
                campaign.title, self._sentence(key, {**values, "status": campaign.status})
            )
        if table.row_count:
            self._out.print(table)

    def setup(self, checks: Iterable[Checked]) -> None:
        """Print what was checked, and what to do where something is missing."""
        table = self._table("item", "state", "found")
        for checked in checks:
            word = self._word("ok" if checked.good else "missing")
            help_text = say(HELP, checked.key, self.lang, found=checked.found)
            found = checked.found if checked.good else help_text
            table.add_row(say(CHECKS, checked.key, self.lang), word, found)
        self._out.print(table)

    def _table(self, *columns: str) -> Table:
        table = Table(box=None, pad_edge=False)
        for column in columns:
            table.add_column(self._word(column), overflow="fold")
        return table

    def _word(self, key: str) -> str:
        return say(WORDS, key, self.lang)

    def _state(self, row: Row, status: bool) -> str:
        if status and row.state in STATUS:
            return say(STATUS, row.state, self.lang)
        return self._sentence(row.state, row.values)

    def _sentence(self, state: str, values: dict[str, object]) -> str:
        shown = {name: self._value(value) for name, value in values.items()}
        return say(STATES, state, self.lang, **shown)

    def _value(self, value: object) -> str:
        if isinstance(value, datetime):
            local = value.astimezone(self._zone)
            return f"{self._formats.day(local)} {self._formats.clock(local)}"
        if isinstance(value, date):
            return self._formats.day(value)
        if isinstance(value, int):
            return self._formats.number(value)
        return "?" if value is None else str(value)
