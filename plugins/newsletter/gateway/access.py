"""The way into Mailchimp: the key and the address that it is good for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.newsletter.push.waiting import BadEnvironment

KEY = re.compile(r"[0-9a-f]{32}-([a-z]{2}\d+)")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Secret:
    """A text that does not show itself: not in a traceback, a log or a message."""

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text itself, for the request and nothing else."""
        return self._text

    def hide(self, text: str) -> str:
        """Return *text* without the secret in it."""
        return text.replace(self._text, "…")

    def __repr__(self) -> str:
        return "Secret(…)"


@dataclass(frozen=True)
class Access:
    """The key of an account, and the base address of its data centre."""

    key: Secret
    base: str
    centre: str
    """Of the data centre, such as `us6`: the addresses of the web application begin with it."""

    def page_of(self, web_id: int) -> str:
        """Return where a person finds a campaign in the web application."""
        return f"https://{self.centre}.admin.mailchimp.com/campaigns/show/?id={web_id}"


def read_access(environment: Mapping[str, str]) -> Access:
    """Return what MAILCHIMP_API_KEY and MAILCHIMP_API_URL give access to.

    Raises:
        BadEnvironment: the key is missing or has not the form of one, or the address is not safe.
    """
    text = environment.get("MAILCHIMP_API_KEY", "").strip()
    if not text:
        raise BadEnvironment("no-key")
    found = KEY.fullmatch(text)
    if not found:
        # The client would ask a host that does not exist, and say so with an empty sentence.
        raise BadEnvironment("bad-key")
    base = environment.get("MAILCHIMP_API_URL", "").strip().rstrip("/")
    if base and not _safe(base):
        raise BadEnvironment("bad-address", found=base)
    return Access(Secret(text), base or f"https://{found[1]}.api.mailchimp.com/3.0", found[1])


def _safe(address: str) -> bool:
    """Tell whether the key may travel there: encrypted, or not at all outside this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    plain = not (parts.query or parts.fragment or parts.username or parts.password)
    return (
        bool(host)
        and plain
        and (parts.scheme == "https" or (parts.scheme == "http" and host in LOOPBACK))
    )
