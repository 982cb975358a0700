"""What must hold before a push begins: the list is there, and the account may do what is asked."""

from plugins.newsletter.gateway.outcomes import MailchimpError
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.setup_check import FREE, domain_state, has_address


class NotReady(Exception):
    """The push can't begin; *key* finds the words of the check, *code* is the exit code."""

    def __init__(self, key: str, found: str, *, code: int) -> None:
        super().__init__(key)
        self.key = key
        self.found = found
        self.code = code


def preflight(desk: Desk, mode: str) -> None:
    """Hold the account against what a push in *mode* needs.

    Raises:
        NotReady: something is missing, that can't be mended by going on.
        MailchimpError: the account does not answer.
    """
    account = desk.gateway.account()
    if mode == "schedule" and account.get("pricing_plan_type") == FREE:
        raise NotReady("plan", FREE, code=2)
    try:
        audience = desk.gateway.audience(desk.settings.list_id or "")
    except MailchimpError as error:
        if error.status != 404:
            raise
        raise NotReady("list", str(desk.settings.list_id), code=1) from None
    if mode == "draft":
        return
    if not has_address(audience):
        raise NotReady("address", "", code=2)
    domain, authenticated = domain_state(desk.gateway, desk.settings)
    if authenticated is False:  # one that the account does not know is the checklist's to refuse
        raise NotReady("domain", domain, code=2)
