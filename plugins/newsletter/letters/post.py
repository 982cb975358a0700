"""The letters that are due, printed, checked and laid into the outbox."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.model.problem import Problem, Problems
from plugins.newsletter.bulletin.selection import Letter
from plugins.newsletter.item import PushItem
from plugins.newsletter.letters.checks import check
from plugins.newsletter.letters.merge_tags import neutralise
from plugins.newsletter.letters.outbox import write_item
from plugins.newsletter.letters.render import Press
from plugins.newsletter.settings import NewsletterSettings
from plugins.rendering import Templates


@dataclass(frozen=True)
class Post:
    """What letters of a site are printed with; its pages are published at *host*."""

    site: Site
    words: Mapping[str, Words]
    rules: NewsletterSettings
    templates: Templates
    host: str
    pages: Path
    """The folder with the pages as they were written."""

    def deliver(self, letters: Sequence[Letter], outbox: Path) -> list[PushItem]:
        """Lay *letters* into the folder *outbox* and return them as they lie there.

        Raises:
            Problems: one of them is unfit to be sent.
        """
        items = [(self._item(letter), letter.item.path) for letter in letters]
        problems = [problem for item, path in items for problem in _broken(item, path)]
        problems += _unfinished(letters, self.words)
        if problems:
            raise Problems(problems)
        for item, _ in items:
            address = ", ".join(self.site.editions[item.lang].association["address"])
            write_item(outbox, item, rules=self.rules, templates=self.templates, address=address)
        return [item for item, _ in items]

    def _item(self, letter: Letter) -> PushItem:
        item, site = letter.item, self.site
        press = Press(self.templates, self.words, self.host, site.media, site.day)
        email = press.print(letter)
        page = self.pages / item.url.lstrip("/") / "index.html"
        assert item.date is not None  # or it would not have been selected
        return PushItem(
            key=item.key,
            lang=letter.lang,
            kind=item.kind,
            date=item.date,
            title=neutralise(" ".join(item.title.split())),
            subject=email.subject,
            preheader=email.preheader,
            page_url=self.host + item.url,
            page_fingerprint=hashlib.sha256(page.read_bytes()).hexdigest(),
            html=email.html,
            text=email.text,
            carries=tuple(entry.key for entry in letter.contents),
        )


def _broken(item: PushItem, path: str) -> Iterator[Problem]:
    """Yield what makes *item* unfit to be sent, as a problem of the text at *path*."""
    for looked_at in check(item):
        if looked_at.is_fatal and not looked_at.passed:
            yield Problem(path, 0, f"email-{looked_at.name}", {"found": looked_at.found})


def _unfinished(letters: Iterable[Letter], words: Mapping[str, Words]) -> Iterator[Problem]:
    """Nobody is sent the words that a new issue asks its editor to replace."""
    for letter in letters:
        opening = words[letter.item.lang].t("issue.opening")
        if opening in letter.item.html:
            yield Problem(letter.item.path, 0, "email-unfinished", {"found": opening})
