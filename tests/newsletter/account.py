"""An account of Mailchimp as the stand-in keeps it: lists, campaigns, and who got what."""

import pickle
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

LIST = "a1b2c3d4e5"
OTHER_LIST = "ffffffff00"
CATEGORY = "c0ffee0001"
INTERESTS = {"tr": "ababab0001", "en": "ababab0002"}
START = datetime(2026, 11, 22, 9, 0, 7, tzinfo=UTC)


class Refusal(Exception):
    """The account turns a request down, in Mailchimp's own words."""

    def __init__(self, status: int, title: str, detail: str) -> None:
        super().__init__(title)
        self.status = status
        self.problem = {
            "type": "https://mailchimp.com/developer/marketing/docs/errors/",
            "title": title,
            "status": status,
            "detail": detail,
            "instance": "7d0b1b0a-0000-4000-8000-000000000000",
        }


@dataclass
class Member:
    """A contact of the list."""

    email: str
    status: str
    lang: str
    """What the person chose: `tr`, `en`, nothing, or something else."""


@dataclass
class Account:
    """State, and nothing of HTTP."""

    members: list[Member] = field(default_factory=list)
    campaigns: dict[str, dict[str, Any]] = field(default_factory=dict)
    folders: dict[str, str] = field(default_factory=dict)
    delivered: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each address got each item, as the HTML itself names it."""
    writes: list[tuple[str, str]] = field(default_factory=list)
    """Which campaign was written to, and how."""
    plan: str = "monthly"
    domain: dict[str, Any] = field(default_factory=lambda: {"authenticated": True})
    tests: list[tuple[str, str]] = field(default_factory=list)
    made: int = 0

    def new_id(self) -> str:
        """Return an id. A later one comes first in order: whoever elects by id elects wrongly."""
        self.made += 1
        return f"{0xFFFFFFFFFF - self.made * 0x1F2E3D:010x}"

    def add_campaign(self, body: dict[str, Any], *, status: str = "save") -> dict[str, Any]:
        """Make a campaign. Three fall into each second: their times alone do not order them."""
        key = self.new_id()
        settings = {"title": "", "subject_line": "", "preview_text": "", "from_name": ""}
        settings |= {"reply_to": "", "folder_id": "", "auto_footer": True, "fb_comments": True}
        campaign = {
            "id": key,
            "web_id": 1000 + self.made,
            "type": body["type"],
            "create_time": (START + timedelta(seconds=self.made // 3)).isoformat(),
            "archive_url": f"http://eepurl.example/{key}",
            "status": status,
            "emails_sent": 0,
            "send_time": "",
            "recipients": body.get("recipients", {"list_id": ""}),
            "settings": settings | body.get("settings", {}),
            "tracking": {"opens": True, "html_clicks": True, "text_clicks": False}
            | body.get("tracking", {}),
            "content": {"html": "", "plain_text": ""},
        }
        self.campaigns[key] = campaign
        return campaign

    def recipients(self, campaign: dict[str, Any]) -> list[Member]:
        """Return who would get it now: subscribed, and in its segment."""
        to = campaign["recipients"]
        conditions = to.get("segment_opts", {}).get("conditions", [])
        if to.get("list_id") != LIST:
            return []
        return [
            member
            for member in self.members
            if member.status == "subscribed" and all(_fits(member, c) for c in conditions)
        ]

    def send(self, campaign: dict[str, Any]) -> None:
        """Deliver it, to each once."""
        self._ready(campaign)
        for member in self.recipients(campaign):
            self.delivered[member.email, name_in(campaign["content"]["html"])] += 1
            campaign["emails_sent"] += 1
        campaign["status"] = "sent"
        campaign["send_time"] = START.isoformat()

    def schedule(self, campaign: dict[str, Any], moment: str) -> None:
        """Let it be sent at *moment*."""
        if self.plan == "forever_free":
            raise Refusal(403, "Forbidden", "Your plan does not include scheduling.")
        self._ready(campaign)
        time = datetime.fromisoformat(moment)
        if time.minute % 15 or time.second or time.tzinfo is None or time < datetime.now(UTC):
            raise Refusal(400, "Bad Request", "This campaign cannot be scheduled: .")
        campaign["status"], campaign["send_time"] = "schedule", moment

    def pass_time(self) -> None:
        """Send what is scheduled: its time has come."""
        for campaign in self.campaigns.values():
            if campaign["status"] == "schedule" and "[eb1:" in campaign["settings"]["title"]:
                campaign["status"] = "save"
                self.send(campaign)

    def checklist(self, campaign: dict[str, Any]) -> list[str]:
        """Return what the campaign lacks."""
        lacks = [
            k for k in ("subject_line", "from_name", "reply_to") if not campaign["settings"][k]
        ]
        if not self.recipients(campaign):
            lacks.append("Your segment is empty")
        if "*|UNSUB|*" not in campaign["content"]["html"]:
            lacks.append("Your campaign has no unsubscribe link")
        return lacks

    def _ready(self, campaign: dict[str, Any]) -> None:
        if campaign["status"] != "save":
            raise Refusal(400, "Bad Request", "This campaign is currently being sent.")
        if self.checklist(campaign):
            raise Refusal(400, "Bad Request", "Your Campaign is not ready to send.")


def name_in(html: str) -> str:
    """Return the key and language that the tests write into each e-mail, edited or not."""
    found = re.search(r"<!--item (\S+)-->", html)
    return found[1] if found else ""


def _fits(member: Member, condition: dict[str, Any]) -> bool:
    match condition["condition_type"], condition["op"]:
        case "SelectMerge" | "Language", "is":
            return bool(member.lang == condition["value"])
        case "SelectMerge" | "Language", "not":
            return bool(member.lang != condition["value"])
        case "Interests", "interestcontains":
            return INTERESTS.get(member.lang) in condition["value"]
        case "Interests", "interestnotcontains":
            return INTERESTS.get(member.lang) not in condition["value"]
    raise Refusal(400, "Invalid Resource", f"condition {condition}")


def busy_account() -> Account:
    """Return an account with members of every kind, and dozens of campaigns of other people."""
    account: Account = pickle.loads(_busy())
    return account


@cache
def _busy() -> bytes:
    account = Account()
    number = 0
    for status in ("subscribed", "unsubscribed", "cleaned", "pending", "archived"):
        for lang in ("tr", "en", "", "de"):
            for _ in range(3 if status == "subscribed" else 1):
                number += 1
                account.members.append(Member(f"m{number}@reader.example", status, lang))
    chance = random.Random(7)
    for name in ("Bağış", "Eski bülten", "Basın"):
        account.folders[account.new_id()] = name
    for index in range(47):
        status = chance.choice(["save", "paused", "schedule", "sent", "archived"])
        settings = {
            "title": f"Bülten tr · 2026-11-{index % 28 + 1:02} · Kampanya {index}",
            "subject_line": f"Konu {index}",
            "from_name": "Başkası",
            "reply_to": "baskasi@dider.example",
            "folder_id": chance.choice(["", *account.folders]),
        }
        recipients = {"list_id": chance.choice([LIST, OTHER_LIST])}
        body = {"type": "regular", "settings": settings, "recipients": recipients}
        campaign = account.add_campaign(body, status=status)
        campaign["content"] = {"html": f"<p>{index} *|UNSUB|*</p>", "plain_text": str(index)}
    return pickle.dumps(account)
