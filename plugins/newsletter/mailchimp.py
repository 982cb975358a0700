"""The one gateway to Mailchimp: its verbs, each of which returns what it promises or raises.

Only this module imports `mailchimp_marketing`, and only when a gateway is made: building the site
does not need it. Requests that may be repeated without harm are; a POST is made once, and whoever
calls it settles an unclear answer by reading.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from plugins.newsletter.gateway.access import Access
from plugins.newsletter.gateway.calls import Calls
from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome
from plugins.newsletter.gateway.wire import Wire
from plugins.newsletter.push.waiting import Clock, Waits

CAMPAIGN_FIELDS = [
    f"campaigns.{field}"
    for field in (
        "id",
        "web_id",
        "status",
        "create_time",
        "send_time",
        "emails_sent",
        "archive_url",
        "recipients",
        "settings",
        "tracking",
    )
]

Body = dict[str, Any]


class Mailchimp:
    """One account of Mailchimp."""

    def __init__(self, access: Access, waits: Waits, clock: Clock) -> None:
        # Takes half a second and is needed by no other command.
        from mailchimp_marketing import Client  # noqa: PLC0415

        # No `server`: the client would write it over that word anywhere in an address.
        self._client = Client({"api_key": access.key.reveal(), "server": ""})
        wire = Wire(access, timeout=waits.timeout)
        self._client.api_client.host = access.base
        self._client.api_client.default_headers["User-Agent"] = "dider-site newsletter/1.0"
        self._client.api_client.request = wire.request
        self._calls = Calls(wire, clock, pause=waits.pause)

    def account(self) -> Body:
        """Return whom the key belongs to: `role`, `pricing_plan_type`."""
        return self._read(self._client.root.get_root, shape=("account_id",))

    def audience(self, list_id: str) -> Body:
        """Return the list: `name`, `contact`, `double_optin`, `stats`."""
        return self._read(self._client.lists.get_list, list_id, shape=("id", "name"))

    def merge_fields(self, list_id: str) -> list[Body]:
        """Return the fields that the list keeps of a subscriber."""
        verb = self._client.lists.get_list_merge_fields
        return self._calls.pages(verb, list_id, key="merge_fields")

    def interests(self, list_id: str, category: str) -> list[Body]:
        """Return the groups of one category."""
        verb = self._client.lists.list_interest_category_interests
        return self._calls.pages(verb, list_id, category, key="interests")

    def domain(self, name: str) -> Body | None:
        """Return whether mail from this domain is `authenticated`; None if it is not known."""
        return self._found(self._client.verifiedDomains.get_domain, name, shape=("domain",))

    def folders(self) -> list[Body]:
        """Return all folders of campaigns."""
        return self._calls.pages(self._client.campaignFolders.list, key="folders")

    def create_folder(self, name: str) -> Body:
        """Make a folder of that name, even where there is one. Made once."""
        return self._make(self._client.campaignFolders.create, {"name": name})

    def delete_folder(self, folder: str) -> None:
        """Delete a folder; one that is gone already is fine."""
        self._calls.remove(self._client.campaignFolders.remove, folder)

    def campaigns(self) -> list[Body]:
        """Return all campaigns of the account, the oldest first."""
        return self._calls.pages(
            self._client.campaigns.list,
            key="campaigns",
            # A list, not a text: the client would put a comma between its letters.
            fields=[*CAMPAIGN_FIELDS, "total_items"],
            sort_field="create_time",
            sort_dir="ASC",
        )

    def campaign(self, campaign: str) -> Body | None:
        """Return a campaign as it is now, or None when there is none of that id."""
        return self._found(self._client.campaigns.get, campaign, shape=("id", "status"))

    def create(self, body: Body) -> Body:
        """Make a campaign. Made once: after an unclear answer there may be one."""
        return self._make(self._client.campaigns.create, body)

    def update(self, campaign: str, body: Body) -> None:
        """Replace recipients, settings and tracking of a draft."""
        self._calls.replace(self._client.campaigns.update, campaign, body=body)

    def delete(self, campaign: str) -> None:
        """Delete a campaign; one that is gone already is fine."""
        self._calls.remove(self._client.campaigns.remove, campaign)

    def content(self, campaign: str) -> Body:
        """Return `html` and `plain_text` of a campaign."""
        return self._read(self._client.campaigns.get_content, campaign)

    def set_content(self, campaign: str, *, html: str, text: str) -> None:
        """Replace the content of a draft."""
        body = {"html": html, "plain_text": text}
        self._calls.replace(self._client.campaigns.set_content, campaign, body=body)

    def checklist(self, campaign: str) -> Body:
        """Return whether a campaign `is_ready`, and the `items` that it still lacks."""
        return self._read(self._client.campaigns.get_send_checklist, campaign, shape=("is_ready",))

    def send_test(self, campaign: str, addresses: Iterable[str]) -> None:
        """Send a test to these addresses alone. Made once."""
        body = {"test_emails": list(addresses), "send_type": "html"}
        self._calls.act(self._client.campaigns.send_test_email, campaign, body=body)

    def schedule(self, campaign: str, moment: datetime) -> None:
        """Let a draft be sent at *moment*, a quarter of an hour. Made once."""
        body = {"schedule_time": moment.astimezone(UTC).isoformat(timespec="seconds")}
        self._calls.act(self._client.campaigns.schedule, campaign, body=body)

    def unschedule(self, campaign: str) -> None:
        """Make a draft again of what is scheduled. Made once."""
        self._calls.act(self._client.campaigns.unschedule, campaign)

    def send(self, campaign: str) -> None:
        """Send a draft to its recipients. Made once."""
        self._calls.act(self._client.campaigns.send, campaign)

    def _read(self, verb: Any, *path: str, shape: tuple[str, ...] = ()) -> Body:
        body: Body = self._calls.read(verb, *path, shape=shape)
        return body

    def _make(self, verb: Any, body: Body) -> Body:
        made: Body = self._calls.make(verb, body)
        return made

    def _found(self, verb: Any, path: str, shape: tuple[str, ...]) -> Body | None:
        try:
            return self._read(verb, path, shape=shape)
        except MailchimpError as error:
            if error.outcome is Outcome.REFUSED and error.status == 404:
                return None
            raise
