"""A campaign as Mailchimp shows it, and what a draft of ours should be."""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from plugins.newsletter.item import PushItem
from plugins.newsletter.push.audience import same_segment, segment
from plugins.newsletter.push.identity import title
from plugins.newsletter.settings import NewsletterSettings

LEFT = {"schedule", "sending", "sent", "canceling", "canceled", "archived"}
"""Statuses of a campaign that was let go, whatever became of it: it is never made again."""

ESSENTIAL = ("subject_line", "preview_text", "title", "from_name", "reply_to")


@dataclass(frozen=True)
class Campaign:
    """One campaign, as it was when it was read."""

    id: str
    web_id: int
    status: str
    title: str
    created: datetime
    seen: dict[str, Any]
    """All that Mailchimp said of it."""

    @property
    def draft(self) -> bool:
        """Whether it can still be filled, sent or deleted."""
        return self.status == "save"

    @property
    def left(self) -> bool:
        """Whether it is on its way, or has been."""
        return self.status in LEFT

    @property
    def order(self) -> tuple[datetime, int, str]:
        """The same for everybody who elects one of several: the first that was made.

        Times are of whole seconds; within one, Mailchimp's running number tells.
        """
        return self.created, self.web_id, self.id

    @property
    def recipients(self) -> int | None:
        """How many people would get it now."""
        count = (self.seen.get("recipients") or {}).get("recipient_count")
        return count if isinstance(count, int) else None

    @property
    def list_id(self) -> str:
        """The list that it goes to."""
        return str((self.seen.get("recipients") or {}).get("list_id", ""))

    @property
    def send_time(self) -> datetime | None:
        """When it was sent, or will be."""
        return _moment(self.seen.get("send_time"))


def read_campaign(seen: dict[str, Any]) -> Campaign:
    """Return the campaign that an answer describes."""
    web_id = seen.get("web_id")
    return Campaign(
        id=str(seen["id"]),
        web_id=web_id if isinstance(web_id, int) else 0,
        status=str(seen.get("status", "")),
        title=str((seen.get("settings") or {}).get("title") or ""),
        created=_moment(seen.get("create_time")) or datetime.max.replace(tzinfo=UTC),
        seen=seen,
    )


def _moment(text: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def wanted(
    item: PushItem, settings: NewsletterSettings, *, site: str, default: str, folder: str
) -> dict[str, Any]:
    """Return the campaign of *item*, as it is to be made and kept."""
    return {
        "type": "regular",
        "recipients": {
            "list_id": settings.list_id,
            "segment_opts": segment(settings.language_by, lang=item.lang, default=default),
        },
        "settings": {
            "subject_line": item.subject,
            "preview_text": item.preheader,
            "title": title(site, item),
            "from_name": settings.from_name["tr" if item.lang == "tr" else "en"],
            "reply_to": settings.reply_to,
            "folder_id": folder,
            "authenticate": True,
            "auto_footer": False,  # ours has the address and the links already
            "inline_css": False,
            "auto_tweet": False,
            "fb_comments": False,  # would add a bar of its own to the archive
        },
        "tracking": {
            "opens": settings.tracking.opens,
            "html_clicks": settings.tracking.clicks,
            "text_clicks": settings.tracking.clicks,
        },
    }


def drift(want: dict[str, Any], campaign: Campaign) -> list[str]:
    """Return which essential parts of *campaign* are not as wanted, in Mailchimp's words."""
    seen = campaign.seen
    recipients, settings = seen.get("recipients") or {}, seen.get("settings") or {}
    faults = [
        key for key in ESSENTIAL if _text(want["settings"][key]) != _text(settings.get(key, ""))
    ]
    if recipients.get("list_id") != want["recipients"]["list_id"]:
        faults.append("list_id")
    if not same_segment(want["recipients"]["segment_opts"], recipients.get("segment_opts")):
        faults.append("segment_opts")
    return faults


def counted(want: dict[str, Any], campaign: Campaign) -> list[str]:
    """Return what Mailchimp counts of the readers although it was asked not to, or the reverse."""
    tracking = campaign.seen.get("tracking") or {}
    return [key for key, value in want["tracking"].items() if tracking.get(key, value) != value]


def _text(value: object) -> str:
    return unicodedata.normalize("NFC", " ".join(str(value or "").split()))
