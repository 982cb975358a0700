"""What makes an e-mail the same one for ever, and how its campaign says so.

Mailchimp has no key of ours to refuse a second campaign by, so the internal title carries it.
"""

import hashlib
import re

from plugins.newsletter.item import LeftOut, PushItem

TITLE_LIMIT = 100  # characters; longer ones are cut, and the mark stands at the end
MARK = re.compile(r"\[eb1:[0-9a-f]{16}\]$")
"""Of a campaign of ours; of a copy that a person has made, words follow it."""
WORDS = {"tr": "Bülten", "en": "Bulletin"}


def mark(site: str, item: PushItem | LeftOut) -> str:
    """Return `[eb1:…]`: of the site, the item's folder and its language; never of its words."""
    name = "\n".join((site, item.key, item.lang))
    return f"[eb1:{hashlib.sha256(name.encode()).hexdigest()[:16]}]"


def title(site: str, item: PushItem) -> str:
    """Return the internal title of the campaign: for people, with the mark at its end."""
    end = f" {mark(site, item)}"
    words = f"{WORDS[item.lang]} {item.lang} · {item.date.isoformat()} · {item.title}"
    words = " ".join(words.split())
    room = TITLE_LIMIT - len(end)
    return (words if len(words) <= room else words[: room - 1].rstrip() + "…") + end
