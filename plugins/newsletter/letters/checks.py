"""What is looked at in every e-mail before it lies in the outbox."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import html

from plugins.newsletter.item import PushItem
from plugins.newsletter.letters.merge_tags import TAGS, foreign_tags
from plugins.newsletter.letters.render import BUDGET, LIMIT, LINE

_SAFE = ("https://", "mailto:", "tel:", "*|")
_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Check:
    """One thing that was looked at; where it failed, *found* says what."""

    name: str
    found: str = ""
    is_fatal: bool = False

    @property
    def passed(self) -> bool:
        """Whether nothing was found."""
        return not self.found


def check(item: PushItem) -> list[Check]:
    """Return everything that was looked at in *item*, in order."""
    page = html.document_fromstring(item.html)
    size = item.sizes["html"]
    return [
        Check("size", f"{size}" if size > BUDGET else "", is_fatal=size > LIMIT),
        Check("tags", " ".join(foreign_tags(_all(item))), is_fatal=True),
        Check("unsubscribe", " ".join(_missing(item)), is_fatal=True),
        Check("addresses", " ".join(_unsafe(page)), is_fatal=True),
        Check("pictures", " ".join(_unsized(page))),
        Check("subject", "" if _is_subject(item.subject) else item.subject, is_fatal=True),
        Check("language", "" if page.get("lang") == item.lang else str(page.get("lang"))),
    ]


def _all(item: PushItem) -> str:
    return "\n".join([item.subject, item.preheader, item.html, item.text])


def _missing(item: PushItem) -> Iterator[str]:
    """Yield the tags that the law and Mailchimp ask for, where they are absent."""
    for name in ("unsubscribe", "address"):
        if TAGS[name]["html"] not in item.html:
            yield f"{name} (HTML)"
        if TAGS[name]["text"] not in item.text:
            yield f"{name} (text)"


def _unsafe(page: html.HtmlElement) -> Iterator[str]:
    for element in page.iter("a", "img"):
        address = element.get("href") or element.get("src") or ""
        if not address.startswith(_SAFE):
            yield address or element.tag


def _unsized(page: html.HtmlElement) -> Iterator[str]:
    for picture in page.iter("img"):
        if not (picture.get("alt") and picture.get("width") and picture.get("height")):
            yield picture.get("src", "")


def _is_subject(subject: str) -> bool:
    return bool(_WORD.search(subject)) and len(subject) <= LINE + 10
