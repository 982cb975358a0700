"""What the outbox leaves out though its readers have not got it: Mailchimp and the ledger tell."""

from collections.abc import Iterable, Sequence

from plugins.newsletter.item import LeftOut
from plugins.newsletter.push.campaign import Campaign
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import GONE
from plugins.newsletter.push.rows import Row

STATES = {"too-old": "missed", "stale": "stale"}
"""What is said of each reason."""


def missed(desk: Desk, left_out: Iterable[LeftOut], campaigns: Sequence[Campaign]) -> list[Row]:
    """Return those of *left_out* of which there never was one of *campaigns*, all there are.

    What is left of one is told with the campaigns whose e-mails are no longer in the outbox.
    """
    waiting = [each for each in left_out if not _left(desk, each)]
    return [
        Row(each, STATES[each.reason])
        for each in waiting
        if not any(desk.mark(each) in campaign.title for campaign in campaigns)
    ]


def _left(desk: Desk, each: LeftOut) -> bool:
    entry = desk.ledger.last(desk.mark(each))
    return bool(entry and entry.event in GONE) or bool(desk.ledger.carried_by(each.key, each.lang))
