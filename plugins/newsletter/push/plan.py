"""What a push would do, and how things stand: only reads."""

from collections.abc import Sequence

from plugins.newsletter.gateway.outcomes import MailchimpError
from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.due import Due
from plugins.newsletter.push.rows import Halt, Row
from plugins.newsletter.push.run import failed, in_order
from plugins.newsletter.push.settled import as_it_is, current
from plugins.newsletter.push.sight import look, scan


def plan(desk: Desk, items: Sequence[PushItem], mode: str) -> list[Row]:
    """Return what a push in *mode* would do with each of *items*."""
    campaigns = scan(desk)
    due = Due(desk.settings, desk.today(), leaving=mode != "draft")
    rows = []
    for item in in_order(items):
        rows.append(_row(desk, item, campaigns, due, mode))
        due.count(rows[-1])
    return rows


def _row(desk: Desk, item: PushItem, campaigns: list[Campaign], due: Due, mode: str) -> Row:
    try:
        winner = look(desk, item, campaigns).winner
        if winner and winner.left:
            return as_it_is(desk, item, winner)
        state = due.reason(item, winner) or _would(desk, item, winner, mode)
    except Halt as halt:
        return halt.row(item)
    except MailchimpError as error:
        return failed(item, error)
    return Row(item, state, {"when": item.date}, winner.web_id if winner else 0)


def _would(desk: Desk, item: PushItem, winner: Campaign | None, mode: str) -> str:
    if mode != "draft":
        return f"would-{mode}"
    if not winner:
        return "would-draft"
    return "draft" if current(desk, item, winner) else "would-update"
