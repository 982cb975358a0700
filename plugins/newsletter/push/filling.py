"""A draft becomes the e-mail: written, read back, compared, counted, and checked by Mailchimp."""

from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome
from plugins.newsletter.item import PushItem
from plugins.newsletter.mailchimp import Body
from plugins.newsletter.push.campaign import Campaign, counted, drift
from plugins.newsletter.push.comparison import same_html, same_text
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.rows import Halt
from plugins.newsletter.push.sight import reread

CHECKS = 4


def fill(desk: Desk, item: PushItem, draft: Campaign, want: Body) -> bool:
    """Make *draft* what is wanted, and tell whether anything had to be changed.

    Raises:
        Halt: Mailchimp keeps something else than it was given, or it would reach the wrong number.
        Moved: the draft is none any more.
    """
    try:
        changed = _write(desk, item, draft, want)
    except MailchimpError as error:
        if error.outcome is not Outcome.REFUSED:
            raise
        reread(desk, draft.id)  # refused because somebody let it go meanwhile?
        raise
    now = reread(desk, draft.id)
    if faults := drift(want, now):
        raise Halt("altered", now.web_id, found=", ".join(faults))
    _count(desk, now)
    return changed


def _write(desk: Desk, item: PushItem, draft: Campaign, want: Body) -> bool:
    changed = bool(drift(want, draft) or counted(want, draft))
    if changed:
        body = {key: want[key] for key in ("recipients", "settings", "tracking")}
        desk.gateway.update(draft.id, body)
    if same_content(desk, item, draft):
        return changed
    desk.gateway.set_content(draft.id, html=item.html, text=item.text)
    if not same_content(desk, item, draft):
        raise Halt("altered", draft.web_id, found="content")
    return True


def same_content(desk: Desk, item: PushItem, campaign: Campaign) -> bool:
    """Tell whether Mailchimp keeps the HTML and the text of *item*."""
    kept = desk.gateway.content(campaign.id)
    return same_html(item.html, kept.get("html")) and same_text(item.text, kept.get("plain_text"))


def _count(desk: Desk, draft: Campaign) -> None:
    """Hold the number of recipients against what the association expects."""
    least, most = desk.settings.recipients
    count = draft.recipients
    if count == 0:
        raise Halt("nobody", draft.web_id)
    if count is None or not least <= count <= most:
        raise Halt("out-of-bounds", draft.web_id, count=count, least=least, most=most)


def check(desk: Desk, draft: Campaign) -> None:
    """Ask Mailchimp whether it would send *draft*.

    Raises:
        Halt: it would not, in its own words. Right after a change it may not know yet
            (MailChimp.Net#364), so it is asked more than once.
    """
    errors: list[str] = []
    for attempt in range(CHECKS):
        answer = desk.gateway.checklist(draft.id)
        told = [entry for entry in answer.get("items") or [] if isinstance(entry, dict)]
        items = [entry for entry in told if entry.get("type") == "error"]
        if answer["is_ready"] is True and not items:
            return
        errors = [f"{e.get('heading', '')}: {e.get('details', '')}".strip(": ") for e in items]
        if attempt < CHECKS - 1:
            desk.clock.back_off(desk.waits.pause, attempt)
    raise Halt("not-ready", draft.web_id, found=" · ".join(errors) or "?")
