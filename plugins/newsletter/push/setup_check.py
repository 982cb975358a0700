"""Whether the account is set up as the bulletin needs it: as much of it as the API shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.newsletter.gateway.outcomes import MailchimpError
from plugins.newsletter.mailchimp import Body, Mailchimp
from plugins.newsletter.settings import Interest, MergeField, NewsletterSettings

FREE = "forever_free"
SENDERS = {"owner", "admin", "manager"}


@dataclass(frozen=True)
class Checked:
    """One thing that was looked at; *found* says what is there, or what should be."""

    key: str
    good: bool
    found: str = ""

    @property
    def code(self) -> int:
        """The exit code that it asks for: the settings need mending, or the account does."""
        if self.good or self.key == "plan":
            return 0
        return 1 if self.key in ("list", "form") else 2


def check_setup(gateway: Mailchimp, settings: NewsletterSettings) -> Iterator[Checked]:
    """Yield everything that can be checked, good or not."""
    account = gateway.account()
    yield Checked("role", account.get("role") in SENDERS, str(account.get("role", "")))
    plan = str(account.get("pricing_plan_type", ""))
    yield Checked("plan", plan != FREE, plan)
    audience = _audience(gateway, settings)
    yield Checked("list", bool(audience), str(audience.get("name", settings.list_id)))
    if audience:
        yield Checked("double-optin", audience.get("double_optin") is True)
        yield Checked("address", has_address(audience), _address(audience))
        yield _language(gateway, settings)
    yield _domain(gateway, settings)
    form = settings.form
    yield Checked("form", bool(form and form.id == settings.list_id), form.id if form else "")


def has_address(audience: Body) -> bool:
    """Tell whether the list has the postal address that every e-mail must carry."""
    contact = audience.get("contact") or {}
    return all(contact.get(key) for key in ("company", "address1", "city", "country"))


def domain_state(gateway: Mailchimp, settings: NewsletterSettings) -> tuple[str, bool | None]:
    """Return the sender's domain, and whether mail from it is authenticated; None: not known."""
    name = settings.reply_to.rpartition("@")[2].lower()
    found = gateway.domain(name)
    return name, None if found is None else found.get("authenticated") is True


def _audience(gateway: Mailchimp, settings: NewsletterSettings) -> Body:
    try:
        return gateway.audience(settings.list_id) if settings.list_id else {}
    except MailchimpError as error:
        if error.status != 404:
            raise
        return {}


def _address(audience: Body) -> str:
    contact = audience.get("contact") or {}
    return ", ".join(str(contact[k]) for k in ("company", "address1", "city") if contact.get(k))


def _language(gateway: Mailchimp, settings: NewsletterSettings) -> Checked:
    by, list_id = settings.language_by, settings.list_id or ""
    match by:
        case MergeField():
            found = [f for f in gateway.merge_fields(list_id) if f.get("tag") == by.tag]
            choices = {c for f in found for c in (f.get("options") or {}).get("choices") or []}
            kinds = {f.get("type") for f in found}
            good = {"tr", "en"} <= choices and kinds <= {"dropdown", "radio"}
            return Checked("language", good, by.tag)
        case Interest():
            try:
                groups = {str(g["id"]) for g in gateway.interests(list_id, by.category)}
            except MailchimpError as error:
                if error.status != 404:
                    raise
                groups = set()
            return Checked("language", set(by.options.values()) <= groups, by.category)
    return Checked("language", True, "language")


def _domain(gateway: Mailchimp, settings: NewsletterSettings) -> Checked:
    name, authenticated = domain_state(gateway, settings)
    return Checked("domain", authenticated is True, name)
