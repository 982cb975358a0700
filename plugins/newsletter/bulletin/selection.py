"""What goes in: which documents subscribers get on a day, in which language, and why not the rest.

The identity of an e-mail is the folder of its item and the language of its readers. Whether they
have it already is not known here: that is on record at Mailchimp, and the push looks there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from plugins.languages.edition import Site
from plugins.languages.item import Card, Item
from plugins.model.documents import Document
from plugins.newsletter.item import LeftOut
from plugins.newsletter.settings import NewsletterSettings

ISSUES = "bulletins"

Reason = Literal[
    "kind",
    "demo",
    "unlisted",
    "mail-no",
    "in-an-issue",
    "before-since",
    "too-old",
    "stale",
    "empty-issue",
]
"""Why an item is not mailed to the readers of a language."""


@dataclass(frozen=True)
class Letter:
    """An item for the readers of *lang*; its text is in another language where theirs has none."""

    item: Item
    lang: str
    contents: tuple[Item, ...] = ()
    """For an issue: the items that it carries, in order."""

    @property
    def is_foreign(self) -> bool:
        """Whether the text is not in the language of its readers."""
        return self.item.lang != self.lang


@dataclass
class Selection:
    """The letters of a day, the oldest first, and what was left out for which reason."""

    letters: list[Letter] = field(default_factory=list)
    left_out: dict[Reason, list[Item]] = field(default_factory=dict)

    @property
    def unsure(self) -> list[LeftOut]:
        """What may have been left out before its readers had got it."""
        reasons: tuple[Reason, ...] = ("too-old", "stale")
        return [
            LeftOut(item.key, item.lang, item.date, item.title, reason)
            for reason in reasons
            for item in self.left_out.get(reason, ())
            if item.date
        ]


def select(site: Site, rules: NewsletterSettings, *, lone: Iterable[Document] = ()) -> Selection:
    """Return what subscribers get of *site* on its day; *lone* documents have no translation."""
    selection = Selection()
    alone_for_ever = {document.key for document in lone}
    for lang, items in site.items.items():
        for item in items:
            if reason := why_not(item, rules, site.day):
                selection.left_out.setdefault(reason, []).append(item)
                continue
            readers = [lang]
            # A translation that waits or is a draft will be sent itself: no link takes its place.
            if rules.untranslated == "link" and item.key in alone_for_ever:
                readers = list(site.items)
            for reader in readers:
                carries = contents_of(item, site, rules, reader) if item.kind == ISSUES else ()
                contents = tuple(carries)
                if item.contents and not contents:  # all of it is for the other language
                    selection.left_out.setdefault("empty-issue", []).append(item)
                    continue
                selection.letters.append(Letter(item, reader, contents))
    selection.letters.sort(key=lambda letter: (letter.item.date, letter.item.key, letter.lang))
    return selection


def why_not(item: Item, rules: NewsletterSettings, day: date) -> Reason | None:
    """Return why *item* is not mailed on *day*; None if it is."""
    digest = rules.mode == "digest"
    published = item.date or date.min
    is_post = item.kind in rules.kinds
    left_out: dict[Reason, bool] = {
        "kind": not (is_post or (digest and item.kind == ISSUES)),
        "demo": item.demo,
        "unlisted": not item.listed,
        "mail-no": item.mail == "no",
        "before-since": published < rules.since,
        "in-an-issue": digest and is_post and item.mail != "alone",
        "too-old": published < day - timedelta(days=rules.max_age_days),
        "stale": rules.untranslated == "skip" and item.stale is not None,
    }
    return next((reason for reason, holds in left_out.items() if holds), None)


def contents_of(issue: Item, site: Site, rules: NewsletterSettings, lang: str) -> Iterator[Item]:
    """Yield what *issue* carries to the readers of *lang*: nothing that they get another way."""
    earlier = {
        entry.key
        for other in site.items[issue.lang]
        if other.kind == ISSUES
        and other.listed
        and not other.demo
        and _order(other) < _order(issue)
        for entry in other.contents
    }
    for entry in dict.fromkeys(_in_language(card, site, lang) for card in issue.contents):
        goes_alone = entry.mail == "alone" and entry.kind in rules.kinds
        unsent = entry.demo or not entry.listed or entry.mail == "no"
        too_early = (entry.date or date.min) < rules.since
        skipped = rules.untranslated == "skip" and (entry.lang != lang or entry.stale)
        if not (goes_alone or unsent or too_early or skipped or entry.key in earlier):
            yield entry


def _in_language(card: Card, site: Site, lang: str) -> Item:
    item = site.named(card.key, lang) or site.named(card.key, card.lang)
    assert item is not None  # what an issue carries is published
    return item


def _order(issue: Item) -> tuple[date, int]:
    return issue.date or date.min, issue.number
