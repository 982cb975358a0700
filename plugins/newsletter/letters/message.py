"""An e-mail as a file that any mail program opens, as a subscriber would see it."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from plugins.newsletter.item import PushItem
from plugins.newsletter.letters.merge_tags import sample


def sample_values(item: PushItem, address: str) -> Mapping[str, str]:
    """Return what stands in the place of each merge tag before Mailchimp fills it in."""
    return {
        "preview": item.preheader,
        "unsubscribe": item.page_url,
        "preferences": item.page_url,
        "address": address,
    }


def build_message(item: PushItem, *, sender: str, reply_to: str, address: str) -> bytes:
    """Return *item* as a message (RFC 5322) from *sender*; the same item is the same bytes."""
    values = sample_values(item, address)
    local, _, domain = reply_to.partition("@")
    message = EmailMessage(policy=SMTP.clone(cte_type="7bit"))
    message["Subject"] = item.subject
    message["From"] = Address(sender, local, domain)
    message["To"] = Address(sender, local, domain)
    message["Date"] = format_datetime(datetime.combine(item.date, time(9), UTC))
    message["Message-ID"] = f"<{item.name}.{item.fingerprint}@{domain}>"
    message["X-Unsent"] = "1"  # Outlook opens it as a draft
    message.set_content(sample(item.text, values), cte="quoted-printable")
    message.add_alternative(sample(item.html, values), subtype="html", cte="quoted-printable")
    message["Content-Language"] = item.lang  # before, it would go into the first part alone
    message.set_boundary(f"=_{item.fingerprint}")
    return message.as_bytes()
