"""What was let go is noted, freed of its doubles, and reported; its content is never touched."""

from datetime import timedelta

from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign, drift
from plugins.newsletter.push.creating import clear
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.filling import same_content
from plugins.newsletter.push.leaving import take_back
from plugins.newsletter.push.rows import Moved, Row
from plugins.newsletter.push.sight import Sight

LATER = {"schedule": "scheduled", "sending": "sent", "sent": "sent"}
"""What the ledger says of each status."""
DONE = {"schedule": "scheduled", "sent": "sent"}
"""What this run has brought about, by the status that came of it."""
PATIENCE = timedelta(hours=3)
"""In which the first e-mail of a campaign has left."""


def settled(desk: Desk, item: PushItem, sight: Sight, *, ours: str = "") -> Row:
    """Return the end of an e-mail that was let go; *ours* is the campaign of this very run.

    Raises:
        Halt: a second one is scheduled and can't be stopped.
        Moved: it was taken back a moment ago.
    """
    winner = sight.winner
    if not winner or not winner.left:
        raise Moved
    for double in sight.doubles:
        take_back(desk, double)
    if winner.status in LATER:
        clear(desk, sight)
        desk.note(
            item,
            LATER[winner.status],
            winner.id,
            web_id=winner.web_id,
            content=item.fingerprint,
            carries=list(item.carries),
            archive=str(winner.seen.get("archive_url") or ""),
        )
    if winner.id == ours and winner.status in DONE:
        values = {"when": winner.send_time, "count": winner.recipients}
        return Row(item, DONE[winner.status], values, winner.web_id)
    return as_it_is(desk, item, winner)


def as_it_is(desk: Desk, item: PushItem, winner: Campaign) -> Row:
    """Return the end of an e-mail that was let go before."""
    if winner.status == "schedule":
        state = "already-scheduled" if current(desk, item, winner) else "outdated"
    elif _has_stopped(desk, winner):
        state = "stopped"
    elif late := _late(desk, item):
        return Row(item, "grown", {"found": ", ".join(late)}, winner.web_id)
    else:
        state = {"sent": "already-sent", "sending": "sending"}.get(winner.status, "over")
    sent = winner.seen.get("emails_sent")
    values = {"when": winner.send_time, "count": sent, "status": winner.status}
    return Row(item, state, values, winner.web_id)


def _late(desk: Desk, item: PushItem) -> list[str]:
    """Return what *item*, an issue, carries now and did not when it left."""
    carried = {key: desk.ledger.carried_by(key, item.lang) for key in item.carries}
    is_known = item.key in carried.values()  # or it left before that was written down
    return [key for key, issue in carried.items() if is_known and not issue]


def _has_stopped(desk: Desk, winner: Campaign) -> bool:
    """Tell whether *winner* was let go and has reached nobody, nor will: as of a closed account."""
    if winner.seen.get("emails_sent"):
        return False
    begun = winner.send_time or desk.clock.now()
    slow = winner.status == "sending" and desk.clock.now() - begun > PATIENCE
    return slow or winner.status in ("canceling", "canceled")


def current(desk: Desk, item: PushItem, campaign: Campaign) -> bool:
    """Tell whether *campaign* still is the e-mail as it lies in the outbox."""
    folder = str((campaign.seen.get("settings") or {}).get("folder_id") or "")
    return not drift(desk.wanted(item, folder), campaign) and same_content(desk, item, campaign)
