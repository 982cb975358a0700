"""The next issue of the bulletin, drafted in both languages from the posts that no issue carries.

What comes out is a folder for an editor to read, mend and commit: nothing is sent by making it.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.languages.catalogue import Words
from plugins.languages.edition import Site, newest_first
from plugins.languages.formats import Formats
from plugins.languages.item import Card, Item
from plugins.model.documents import Document
from plugins.newsletter.bulletin.selection import ISSUES
from plugins.newsletter.settings import NewsletterSettings

NAMED = 3
"""Posts that the summary names."""
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")


@dataclass(frozen=True)
class Issue:
    """An issue before it is written: what it carries, and what else is to come."""

    number: int
    day: date
    items: tuple[Item, ...]
    coming: tuple[Item, ...]
    """Events that an earlier issue carried, and that are not over."""
    deadlines: tuple[Item, ...]

    @property
    def folder(self) -> str:
        """Name of its folder."""
        return f"{self.day}-sayi-{self.number}"

    @property
    def is_demo(self) -> bool:
        """Whether it is made of invented content; no real page may lead to such."""
        return any(item.demo for item in (*self.items, *self.coming, *self.deadlines))


def next_issue(
    site: Site, documents: Iterable[Document], rules: NewsletterSettings, *, first: str
) -> Issue:
    """Return the issue of the day of *site*; its items are in the language *first* if they can be.

    What waits or is a draft stands among *documents* alone: its number and its posts are taken.
    """
    issues = [document.fields for document in documents if document.kind == ISSUES]
    number = max((getattr(issue, "number", 0) for issue in issues), default=0) + 1
    carried = {key for issue in issues for key in getattr(issue, "items", ())}
    posts = [item for item in site.listed(first) if item.mail != "no"]
    new = [item for item in posts if item.key not in carried and _is_due(item, rules)]
    if not all(item.demo for item in new):  # a real page can't lead to an invented one
        posts, new = [[i for i in items if not i.demo] for items in (posts, new)]
    others = [item for item in posts if item not in new]
    return Issue(
        number=number,
        day=site.day,
        items=tuple(_by_section(new, rules.kinds)),
        coming=tuple(_nearest(e for e in others if e.starts and not e.over)),
        deadlines=tuple(a for a in others if a.deadline and _day(a.deadline) >= site.day),
    )


def _is_due(item: Item, rules: NewsletterSettings) -> bool:
    """Tell whether *item* is to be sent, and in an issue."""
    is_new = (item.date or date.min) >= rules.since
    return is_new and item.kind in rules.kinds and item.mail != "alone"


def _by_section(items: Sequence[Item], kinds: Sequence[str]) -> list[Item]:
    """Return *items* section by section: the newest first, but the nearest event first."""
    ordered = []
    for kind in kinds:
        own = [item for item in items if item.kind == kind]
        ordered += _nearest(own) if kind == "events" else newest_first(own)
    return ordered


def _nearest(events: Iterable[Item]) -> list[Item]:
    return sorted(events, key=lambda event: (event.when or date.max, event.key))


def texts_of(
    issue: Issue, words: Mapping[str, Words], rules: NewsletterSettings, *, first: str
) -> dict[str, str]:
    """Return the file of *issue* in each language; what both share stands in the *first* alone."""
    foreign = rules.untranslated == "link"
    return {
        lang: f"---\n{_header(issue, words[lang], shared=lang == first, foreign=foreign)}---\n\n"
        f"{_body(issue, words[lang])}"
        for lang in words
    }


def _header(issue: Issue, words: Words, *, shared: bool, foreign: bool) -> str:
    """Return the header; where no *foreign* posts are mailed, it names none."""
    formats = Formats(words.lang)
    month = f"{formats.month(issue.day)} {issue.day.year}"
    title = words.t("issue.title", number=issue.number, month=month)
    posts = [_in(item, words.lang) for item in issue.items]
    posts = [post for post in posts if foreign or post.lang == words.lang]
    titles = [post.title for post in posts] or [title]
    values = {
        "title": title,
        "summary": words.t("issue.summary", titles="; ".join(titles[:NAMED])),
        "subject": titles[0],
        "preheader": "; ".join(titles[1 : NAMED + 1]) or (posts[0].summary if posts else title),
    }
    # JSON's strings are YAML's, whatever signs a title holds.
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    lines.append("status: draft")  # as in any new item: nobody has read it yet
    if shared:
        lines += [f"number: {issue.number}", "items:"]
        lines += [f"  - {item.key}" for item in issue.items]
        lines += ["demo: true"] if issue.is_demo else []
    return "\n".join(lines) + "\n"


def _body(issue: Issue, words: Words) -> str:
    formats = Formats(words.lang)
    parts = [words.t("issue.opening")]
    if issue.coming:
        lines = [_event(_in(event, words.lang), formats, words.lang) for event in issue.coming]
        parts += [f"## {words.t('issue.coming')}", "\n".join(lines)]
    if issue.deadlines:
        lines = [
            f"- {formats.day(item.deadline)}: {_link(_in(item, words.lang))}"
            for item in issue.deadlines
        ]
        parts += [f"## {words.t('issue.deadlines')}", "\n".join(lines)]
    return "\n\n".join(parts) + "\n"


def _event(event: Card, formats: Formats, lang: str) -> str:
    when = f"{formats.day(event.starts, 'full')} {formats.clock(event.starts)}".strip()
    place = f", {_escape(event.place)}" if event.place and event.lang == lang else ""
    return f"- {when}: {_link(event)}{place}"


def _link(item: Card) -> str:
    return f"[{_escape(item.title)}](../../{item.key}/index.{item.lang}.md)"


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)


def _in(item: Item, lang: str) -> Card:
    return item.translation if item.lang != lang and item.translation else item


def _day(when: date) -> date:
    return date(when.year, when.month, when.day)
