"""The one step that can't be taken back: a draft is scheduled or sent, once.

Sending a campaign twice is an error at Mailchimp, not a second delivery: whatever is unclear here
is settled by reading, and the same campaign may be tried again.
"""

from datetime import UTC, datetime, timedelta

from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome
from plugins.newsletter.item import PushItem
from plugins.newsletter.push.campaign import Campaign, read_campaign
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import LEAVING
from plugins.newsletter.push.rows import Halt, Moved

UNDO = timedelta(minutes=20)
QUARTER = timedelta(minutes=15)


def next_quarter(now: datetime) -> datetime:
    """Return the first quarter of an hour that leaves time to think again."""
    earliest = now.astimezone(UTC) + UNDO
    start = earliest.replace(minute=0, second=0, microsecond=0)
    return start + -(-(earliest - start) // QUARTER) * QUARTER


def leave(desk: Desk, item: PushItem, draft: Campaign, mode: str) -> Campaign:
    """Schedule or send *draft*, and return it as it is after.

    Raises:
        Halt: the account's plan has no scheduling, or Mailchimp accepts but nothing moves.
        Moved: it was not carried out, or the draft is gone: look again.
        MailchimpError: Mailchimp refuses.
    """
    desk.note(item, LEAVING, draft.id)
    try:
        if mode == "schedule":
            desk.gateway.schedule(draft.id, next_quarter(desk.clock.now()))
        else:
            desk.gateway.send(draft.id)
    except MailchimpError as error:
        return _settle(desk, draft, error, mode)
    after = _wait(desk, draft, desk.waits.uncertain)
    if after.draft:
        raise Halt("not-moving", after.web_id)
    return after


def _settle(desk: Desk, draft: Campaign, error: MailchimpError, mode: str) -> Campaign:
    """Find out by reading what an answer other than yes has meant."""
    refused = error.outcome is Outcome.REFUSED
    after = _wait(desk, draft, 0 if refused else desk.waits.uncertain)
    if not after.draft:
        return after  # it did mean yes, or somebody else was faster
    if not refused:
        raise Moved
    if mode == "schedule" and error.status == 403:
        raise Halt("no-plan", draft.web_id)
    raise error


def _wait(desk: Desk, draft: Campaign, seconds: float) -> Campaign:
    """Return the campaign when it has moved, or as it is after so many seconds."""
    found = draft
    for _ in desk.clock.looks(seconds, min(desk.waits.look, max(seconds / 4, 0.005))):
        seen = desk.gateway.campaign(draft.id)
        if not seen:
            raise Moved
        found = read_campaign(seen)
        if not found.draft:
            break
    return found


def take_back(desk: Desk, double: Campaign) -> None:
    """Unschedule a campaign whose e-mail goes, or went, by another; then delete it.

    Raises:
        Halt: it can't be stopped; a person has to, before its time comes.
    """
    try:
        desk.gateway.unschedule(double.id)
    except MailchimpError:
        after = _wait(desk, double, 0)
        if after.left:
            raise Halt("paused", double.web_id, status=after.status) from None
    seen = desk.gateway.campaign(double.id)
    if seen and read_campaign(seen).draft:
        desk.gateway.delete(double.id)
