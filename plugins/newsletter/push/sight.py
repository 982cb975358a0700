"""What there is of an e-mail at Mailchimp: all campaigns are read, the second witness is heard.

Every campaign of the account is looked at, whatever its folder, list or status: a person may have
moved it, and a campaign that is not seen is made a second time.
"""

from dataclasses import dataclass

from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign, read_campaign
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import CREATING, GONE, LEAVING
from plugins.newsletter.push.rows import Halt, Moved

ON_THE_WAY = ("sent", "sending", "schedule", "canceling", "canceled", "archived")
"""Where several were let go, the one that went furthest counts."""


@dataclass(frozen=True)
class Sight:
    """The campaigns of one e-mail, at one time."""

    mark: str
    campaigns: tuple[Campaign, ...]

    @property
    def winner(self) -> Campaign | None:
        """The one campaign that may be worked on, or that was let go; the same for every run."""
        left = [c for c in self.campaigns if c.left]
        if left:
            return min(left, key=lambda c: (ON_THE_WAY.index(c.status), c.order))
        return min(self.campaigns, key=lambda c: c.order, default=None)

    @property
    def surplus(self) -> list[Campaign]:
        """Drafts of ours beside the winner, which may be deleted.

        A copy that a person made has words after the mark: it is theirs.
        """
        others = [c for c in self.campaigns if c != self.winner and c.draft]
        return [c for c in others if c.title.endswith(self.mark)]

    @property
    def doubles(self) -> list[Campaign]:
        """Campaigns of ours that are scheduled although another has gone or will go."""
        others = [c for c in self.campaigns if c != self.winner and c.status == "schedule"]
        return [c for c in others if c.title.endswith(self.mark)]


def scan(desk: Desk) -> list[Campaign]:
    """Return all campaigns of the account."""
    return [read_campaign(seen) for seen in desk.gateway.campaigns()]


def look(desk: Desk, item: PushItem, campaigns: list[Campaign]) -> Sight:
    """Return what there is of *item*, of *campaigns* and beside them.

    Raises:
        Halt: a person has to look: it is paused, was taken back, or has disappeared, or its page
            was mailed as another item.
    """
    mark = desk.mark(item)
    marked = [c for c in campaigns if mark in c.title]
    # Only what was let go is final: a list may be older than the campaign itself.
    read = [c if c.left else _again(desk, c.id) for c in marked]
    found = [c for c in read if c and (c.left or c.title.endswith(mark))]
    found += _remembered(desk, mark, {c.id for c in marked})
    sight = Sight(mark, tuple(found))
    winner, entry = sight.winner, desk.ledger.last(mark)
    if winner and not winner.left:
        strange = next((c for c in found if not c.draft), None)
        if strange:
            raise Halt("paused", strange.web_id, status=strange.status)
        if entry and entry.event in GONE:
            raise Halt("taken-back", winner.web_id)
    if not (winner and winner.left) and (
        other := desk.ledger.mailed_as(item.page_url, item.lang, mark)
    ):
        raise Halt("same-page", winner.web_id if winner else 0, found=other)
    if not (winner and winner.left) and (issue := desk.ledger.carried_by(item.key, item.lang)):
        raise Halt("carried", winner.web_id if winner else 0, found=issue)
    return sight


def _again(desk: Desk, campaign: str) -> Campaign | None:
    seen = desk.gateway.campaign(campaign)
    return read_campaign(seen) if seen else None


def _remembered(desk: Desk, mark: str, known: set[str]) -> list[Campaign]:
    """Return the campaign that only the ledger knows of: not listed yet, or renamed."""
    entry = desk.ledger.last(mark)
    if not entry or not entry.campaign or entry.campaign in known:
        return []
    if found := _again(desk, entry.campaign):
        return [found]
    if entry.event in GONE or entry.event == LEAVING:
        raise Halt("lost", campaign=entry.campaign)
    return []


def still_coming(desk: Desk, item: PushItem) -> float:
    """Return for how many seconds a campaign may yet appear that an earlier run asked for."""
    entry = desk.ledger.last(desk.mark(item))
    if not entry or entry.event != CREATING:
        return 0
    passed = (desk.clock.now() - entry.at).total_seconds()
    return min(max(desk.waits.uncertain - passed, 0), desk.waits.uncertain)


def reread(desk: Desk, campaign: str) -> Campaign:
    """Return a draft as it is now.

    Raises:
        Moved: it is gone, or no draft any more.
    """
    found = _again(desk, campaign)
    if not found or not found.draft:
        raise Moved
    return found
