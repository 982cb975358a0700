"""A letter becomes an e-mail: subject, preheader, HTML and plain text, all from one source."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import css_inline
from markupsafe import Markup

from plugins.languages.catalogue import Words
from plugins.languages.item import Item
from plugins.newsletter.bulletin.selection import ISSUES, Letter
from plugins.newsletter.letters.article import article, secure, size_of
from plugins.newsletter.letters.merge_tags import fill, marks, neutralise, neutralise_html
from plugins.newsletter.letters.plain import to_text
from plugins.rendering import Templates

BUDGET = 80_000
"""Bytes of HTML: Mailchimp adds to them, and Gmail hides what comes after 102 kB."""
LIMIT = 95_000
LINE = 150
"""Letters that Mailchimp takes for a subject or a preheader."""


@dataclass(frozen=True)
class Email:
    """What a subscriber gets, ready to be handed to Mailchimp."""

    subject: str
    preheader: str
    html: str
    text: str
    is_excerpt: bool
    """Whether the text had to be cut to the size that mail programs show."""

    @property
    def size(self) -> int:
        """Bytes of the HTML."""
        return len(self.html.encode())


@dataclass(frozen=True)
class Press:
    """Prints letters: it has the templates, the words, and the public host of the site."""

    templates: Templates
    words: Mapping[str, Words]
    host: str
    pictures: Mapping[str, Path]
    day: date

    def print(self, letter: Letter) -> Email:
        """Return *letter* as an e-mail; what is too long for one ends with a link to the page."""
        sheet = _Sheet(self, letter)
        whole = sheet.email()
        if whole.size <= BUDGET:
            return whole
        # The most that fits: halving finds it in a few steps.
        least, most, best = 0, len(sheet.blocks) + len(letter.contents), sheet.email(0)
        while least < most:
            middle = (least + most + 1) // 2
            email = sheet.email(middle)
            if email.size <= BUDGET:
                least, best = middle, email
            else:
                most = middle - 1
        return best


class _Sheet:
    """One letter on the press."""

    def __init__(self, press: Press, letter: Letter) -> None:
        self.press, self.letter = press, letter
        self.words = press.words[letter.lang]
        self.page = press.host + letter.item.url

    @cached_property
    def blocks(self) -> list[str]:
        """The text of the item in pieces; none where its readers can't read it."""
        if self.letter.is_foreign:
            return []
        return article(
            str(self.letter.item.plain),
            page=self.page,
            pictures=self.press.pictures,
            instead=lambda alt: self.words.t("email.picture", alt=alt),
        )

    def email(self, kept: int | None = None) -> Email:
        """Return the whole e-mail, or an excerpt: the first *kept* of its blocks and contents."""
        is_excerpt = kept is not None
        contents = self.letter.contents
        if kept is not None:
            contents = contents[: max(kept - len(self.blocks), 0)]
        subject, preheader = self._subject(), self._preheader()
        page = self.press.templates.render(
            f"email/{'issue' if self.letter.item.kind == ISSUES else 'post'}.html",
            self.letter.lang,
            subject=subject,
            body=Markup("\n".join(self.blocks[:kept])),
            is_excerpt=is_excerpt,
            **self._inputs(contents),
        )
        text = to_text(page, links=self.words.t("email.links"))
        return Email(
            subject=neutralise(subject),
            preheader=neutralise(preheader),
            html=fill(neutralise_html(_inline(page)), "html"),
            text=fill(neutralise(text), "text"),
            is_excerpt=is_excerpt,
        )

    def _inputs(self, contents: Sequence[Item]) -> dict[str, Any]:
        letter, host = self.letter, self.press.host
        own = [entry for entry in contents if entry.lang == letter.lang]
        coming = [entry for entry in own if entry.starts and not entry.over]
        cover = letter.item.cover_url
        return {
            "letter": letter,
            "item": letter.item,
            "cover_size": size_of(cover, self.press.pictures) if cover else None,
            "is_stale": letter.item.stale is not None,
            "coming": sorted(coming, key=lambda event: (event.when, event.key)),
            "entries": [entry for entry in own if entry not in coming],
            "foreign": [entry for entry in contents if entry.lang != letter.lang],
            "web": lambda url: host + url,
            "secure": partial(secure, page=self.page),
            "tags": marks(),
        }

    def _subject(self) -> str:
        item, t = self.letter.item, self.words.t
        title = item.subject or item.title
        if item.event_status and item.event_status != "scheduled":
            title = t("email.subject.state", state=t(f"status.{item.event_status}"), title=title)
        if self.letter.is_foreign:
            title = t("email.subject.foreign", title=title, only=t(f"item.only_in_{item.lang}"))
        return _line(title)

    def _preheader(self) -> str:
        return _line(self.letter.item.preheader or self.letter.item.summary)


def _line(text: str) -> str:
    """Return *text* as one line that Mailchimp takes, cut between two words if need be."""
    words = " ".join(text.split())
    if len(words) <= LINE:
        return words
    return words[:LINE].rpartition(" ")[0].rstrip(" ,;:–—") + "…"


def _inline(page: str) -> str:
    """Return *page* with its styles in the elements, where every mail program looks for them.

    The sheet for dark and narrow windows, which an element can't carry, stays in the head.
    """
    inlined: str = css_inline.CSSInliner(load_remote_stylesheets=False).inline(page)
    return inlined.replace(' data-css-inline="keep"', "")
