"""What the outbox leaves out though its readers have not got it: Mailchimp and the ledger tell."""

from collections.abc import Iterable

from plugins.newsletter.item import LeftOut
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import GONE
from plugins.newsletter.push.rows import Row
from plugins.newsletter.push.sight import scan

STATES = {"too-old": "missed", "stale": "stale"}
"""What is said of each reason."""


def missed(desk: Desk, left_out: Iterable[LeftOut]) -> list[Row]:
    """Return those of *left_out* of which there never was a campaign, by themselves or in an issue.

    What is left of one is told with the campaigns whose e-mails are no longer in the outbox.
    """
    waiting = [each for each in left_out if not _left(desk, each)]
    titles = [campaign.title for campaign in scan(desk)] if waiting else []
    return [
        Row(each, STATES[each.reason])
        for each in waiting
        if not any(desk.mark(each) in title for title in titles)
    ]


def _left(desk: Desk, each: LeftOut) -> bool:
    entry = desk.ledger.last(desk.mark(each))
    return bool(entry and entry.event in GONE) or bool(desk.ledger.carried_by(each.key, each.lang))
