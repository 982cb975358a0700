"""The push: every e-mail reaches every subscriber of its language exactly once.

Mailchimp is the record, it knows no key of ours that would refuse a second campaign, and a
campaign can be *sent* once only. So: one e-mail, one campaign. Each run works out anew, from what
it reads, what is still to be done, and so goes on wherever the last one was cut off.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome
from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign, drift
from plugins.newsletter.push.creating import clear, create
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.due import Due
from plugins.newsletter.push.filling import check, fill
from plugins.newsletter.push.folder import the_folder
from plugins.newsletter.push.leaving import leave
from plugins.newsletter.push.ledger import DRAFT
from plugins.newsletter.push.live import live_fault
from plugins.newsletter.push.rows import Halt, Moved, Row
from plugins.newsletter.push.settled import settled
from plugins.newsletter.push.sight import look, scan

ROUNDS = 6
MOST = 2  # campaigns that a run makes of one e-mail, when the first never appears


@dataclass(frozen=True)
class Order:
    """What the person who starts a push wants of it."""

    mode: str = "draft"
    """`draft`, `schedule` or `send`."""
    testers: tuple[str, ...] = ()
    """Addresses that get a test of each draft."""
    live: bool = True
    """Whether the page must be on the public site before its e-mail goes."""


class Push:
    """One run over the outbox; *says* is told which e-mail is worked on."""

    def __init__(self, desk: Desk, order: Order, *, says: Callable[[PushItem], None]) -> None:
        self._desk = desk
        self._order = order
        self._says = says
        self._folder = ""

    def run(self, items: Sequence[PushItem]) -> list[Row]:
        """Bring *items* as far as the mode goes, the oldest first, and return their ends."""
        campaigns = scan(self._desk)
        due = Due(self._desk.settings, self._desk.today(), leaving=self._order.mode != "draft")
        rows: list[Row] = []
        for item in in_order(items):
            self._says(item)
            rows.append(self._row(item, campaigns, due))
            due.count(rows[-1])
            if rows[-1].state == "unreachable":
                break  # the others would only wait as long; the next run takes them up
        return rows

    def _row(self, item: PushItem, campaigns: list[Campaign], due: Due) -> Row:
        try:
            winner = look(self._desk, item, campaigns).winner
            if reason := due.reason(item, winner):
                return Row(item, reason, {"when": item.date}, winner.web_id if winner else 0)
            return self._deliver(item)
        except Halt as halt:
            return halt.row(item)
        except MailchimpError as error:
            return failed(item, error)

    def _deliver(self, item: PushItem) -> Row:
        made = 0
        campaigns = scan(self._desk)
        for _ in range(ROUNDS):
            sight = look(self._desk, item, campaigns)
            if sight.winner and sight.winner.left:
                return settled(self._desk, item, sight)
            if sight.winner:
                clear(self._desk, sight)
                try:
                    return self._work_on(item, sight.winner, new=made > 0)
                except Moved:
                    campaigns = scan(self._desk)
            elif made == MOST:
                break
            else:
                campaigns = self._make(item)
                made += 1
        raise Halt("restless")

    def _make(self, item: PushItem) -> list[Campaign]:
        self._folder = self._folder or the_folder(self._desk)
        return create(self._desk, item, self._desk.wanted(item, self._folder))

    def _work_on(self, item: PushItem, draft: Campaign, *, new: bool) -> Row:
        desk = self._desk
        entry = desk.ledger.last(desk.mark(item))
        if not entry or entry.campaign != draft.id:
            desk.note(item, DRAFT, draft.id)
        changed = fill(desk, item, draft, self._want(item, draft))
        check(desk, draft)
        if self._order.mode != "draft":
            return self._let_go(item, draft)
        state = "drafted" if new else "updated" if changed else "draft"
        return Row(item, self._tested(draft) or state, web_id=draft.web_id)

    def _want(self, item: PushItem, draft: Campaign) -> dict[str, object]:
        """Return the campaign as it should be, in the folder where it lies already."""
        folder = (draft.seen.get("settings") or {}).get("folder_id")
        return self._desk.wanted(item, str(folder or self._folder))

    def _tested(self, draft: Campaign) -> str:
        if not self._order.testers:
            return ""
        try:
            self._desk.gateway.send_test(draft.id, self._order.testers)
        except MailchimpError as error:
            if error.outcome is Outcome.REFUSED:
                raise
            raise Halt("untested", draft.web_id, found=str(error)) from None
        return "tested"

    def _let_go(self, item: PushItem, draft: Campaign) -> Row:
        desk = self._desk
        _ripen(desk, draft)
        if self._order.live and (fault := live_fault(item, timeout=desk.waits.timeout)):
            raise Halt("not-live", draft.web_id, found=fault)
        # The last look before the step that can't be taken back: still the one, still a draft?
        winner = look(desk, item, scan(desk)).winner
        if not winner or winner.id != draft.id or not winner.draft:
            raise Moved
        if drift(self._want(item, draft), winner):
            raise Moved
        leave(desk, item, draft, self._order.mode)
        if self._order.mode == "schedule":
            desk.clock.sleep(desk.waits.settle)
        return settled(desk, item, look(desk, item, scan(desk)), ours=draft.id)


def _ripen(desk: Desk, draft: Campaign) -> None:
    """Wait until *draft* is as old as it takes to show in every list, whoever made it."""
    age = (desk.clock.now() - draft.created).total_seconds()
    if age < desk.waits.settle:
        desk.clock.sleep(min(desk.waits.settle, desk.waits.settle - age))


def in_order(items: Sequence[PushItem]) -> list[PushItem]:
    """Return *items* as they are to arrive: the oldest first, always the same."""
    return sorted(items, key=lambda item: (item.date, item.key, item.lang))


def failed(item: PushItem, error: MailchimpError) -> Row:
    """Return the end of an e-mail that a failing request stopped."""
    state = "refused" if error.outcome is Outcome.REFUSED else "unreachable"
    return Row(item, state, {"found": str(error)})
