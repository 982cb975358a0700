"""Mailchimp's merge tags: ours come in at the very end; an author's text can never become one.

While an e-mail is made, a tag of ours is a mark between two private characters that no source
text can hold. At the end every `*|` is broken by an invisible character, and only then do the
marks turn into tags.
"""

import re
from collections.abc import Mapping
from typing import Literal

OPEN, CLOSE = "\ue000", "\ue001"
JOINER = "\u2060"

Channel = Literal["html", "text"]
TAGS: dict[str, dict[Channel, str]] = {
    "preview": {"html": "*|MC_PREVIEW_TEXT|*", "text": ""},
    "unsubscribe": {"html": "*|UNSUB|*", "text": "*|UNSUB|*"},
    "preferences": {"html": "*|UPDATE_PROFILE|*", "text": "*|UPDATE_PROFILE|*"},
    "address": {"html": "*|HTML:LIST_ADDRESS_HTML|*", "text": "*|LIST:ADDRESSLINE|*"},
}
"""Each tag that an e-mail of ours may hold, by the name that templates call it."""

_EDGE = re.compile(r"\*(?=\|)|\|(?=\*)")
_MARK = re.compile(f"{OPEN}([a-z]*){CLOSE}")
_ADDRESS = re.compile(r'\b(href|src|cite)="([^"]*)"')
_TAG = re.compile(r"\*\|[^|]*\|\*|\*\||\|\*")


def marks() -> dict[str, str]:
    """Return what a template writes for each tag."""
    return {name: f"{OPEN}{name}{CLOSE}" for name in TAGS}


def without_marks(text: str) -> str:
    """Return *text* without the characters that a mark is made of."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def neutralise(text: str) -> str:
    """Return *text* with nothing in it that Mailchimp would take for a merge tag."""
    return _EDGE.sub(lambda edge: edge[0] + JOINER, text)


def neutralise_html(html: str) -> str:
    """Do the same to a page; in an address the sign `|` is encoded, and leads where it led."""
    return neutralise(
        _ADDRESS.sub(lambda found: f'{found[1]}="{found[2].replace("|", "%7C")}"', html)
    )


def fill(text: str, channel: Channel) -> str:
    """Return *text* with the tags of *channel* in the place of their marks."""
    return _MARK.sub(lambda mark: TAGS[mark[1]][channel], text)


def sample(text: str, values: Mapping[str, str]) -> str:
    """Return *text* as a subscriber would see it: *values* by name in the place of the tags."""
    for name, value in values.items():
        for tag in {*TAGS[name].values()} - {""}:
            text = text.replace(tag, value)
    return text


def foreign_tags(text: str) -> list[str]:
    """Return every merge tag, or piece of one, in *text* that is none of ours."""
    ours = {tag for channels in TAGS.values() for tag in channels.values()}
    return [tag for tag in _TAG.findall(text) if tag not in ours]
