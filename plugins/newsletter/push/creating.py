"""A campaign is made where there is none; an answer that got lost is looked for, not asked again.

Of two that were made at once, the one that was made first stays: every run elects the same.
"""

from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome
from plugins.newsletter.item import PushItem
from plugins.newsletter.mailchimp import Body
from plugins.newsletter.push.campaign import Campaign
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import CREATING, DRAFT, NOT_CREATED
from plugins.newsletter.push.rows import Halt
from plugins.newsletter.push.sight import Sight, look, scan, still_coming


def create(desk: Desk, item: PushItem, want: Body) -> list[Campaign]:
    """Make the campaign of *item*, if none appears that was asked for before.

    Whatever the answer was, all campaigns that there are after it are returned.

    Raises:
        MailchimpError: Mailchimp refuses it.
        Halt: it was made, but no list shows it.
    """
    if found := _appears(desk, item, still_coming(desk, item)):
        return found
    desk.note(item, CREATING)
    started = desk.clock.elapsed()
    try:
        made = str(desk.gateway.create(want)["id"])
    except MailchimpError as error:
        if error.outcome in (Outcome.REFUSED, Outcome.NOT_SENT):
            desk.note(item, NOT_CREATED)
            raise
        left = desk.waits.uncertain - (desk.clock.elapsed() - started)
        if not _appears(desk, item, max(left, 0)):
            desk.note(item, NOT_CREATED)
        return scan(desk)
    desk.note(item, DRAFT, made)
    desk.clock.sleep(desk.waits.settle)
    return _until_listed(desk, made)


def _appears(desk: Desk, item: PushItem, seconds: float) -> list[Campaign]:
    """Return all campaigns as soon as one of *item* is among them; none if that takes too long."""
    if not seconds:
        return []
    for _ in desk.clock.looks(seconds, desk.waits.look):
        campaigns = scan(desk)
        if look(desk, item, campaigns).campaigns:
            return campaigns
    return []


def _until_listed(desk: Desk, made: str) -> list[Campaign]:
    """Return all campaigns once our own is among them: then one that was made before is as well.

    Raises:
        Halt: it does not, and so another one could be hidden as well.
    """
    for _ in desk.clock.looks(desk.waits.uncertain, desk.waits.look):
        campaigns = scan(desk)
        listed = any(campaign.id == made for campaign in campaigns)
        if listed or not desk.gateway.campaign(made):
            return campaigns  # if it is gone: another run has elected another, and cleared up
    raise Halt("invisible", campaign=made)


def clear(desk: Desk, sight: Sight) -> list[Campaign]:
    """Delete the drafts beside the winner, each read again first; return those deleted."""
    deleted = []
    for draft in sight.surplus:
        seen = desk.gateway.campaign(draft.id)
        if seen and seen["status"] == "save":
            desk.gateway.delete(draft.id)
            deleted.append(draft)
    return deleted
