"""The e-bulletin: from the same texts to an outbox of e-mails; the build sends nothing."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.model.problem import Problem, Problems
from plugins.newsletter.bulletin.selection import Letter, Selection, select
from plugins.newsletter.item import PushItem
from plugins.newsletter.letters.checks import check
from plugins.newsletter.letters.merge_tags import neutralise
from plugins.newsletter.letters.outbox import write_index, write_item
from plugins.newsletter.letters.render import Press
from plugins.newsletter.settings import NewsletterSettings, read_newsletter
from plugins.rendering import Templates
from plugins.writer import SiteWriter


class NewsletterGenerator(Generator):
    """Renders what is pending into the outbox. Runs last: it looks at the pages as written."""

    def generate_context(self) -> None:
        self.rules = read_newsletter(self.settings)
        if problems := list(without_notice(self.context["site"], self.rules)):
            raise Problems(problems)

    def generate_output(self, writer: SiteWriter) -> None:
        site, content = self.context["site"], self.context["content"]
        self.templates: Templates = self.context["templates"]
        lone = [document for document in content.documents if document.translation is None]
        selection = select(site, self.rules, lone=lone)
        items = [self._item(letter) for letter in selection.letters]
        problems = [problem for item, path in items for problem in broken(item, path)]
        problems += unfinished(selection.letters, self.context["words"])
        if problems:
            raise Problems(problems)
        self._write([item for item, _ in items], selection)

    def _item(self, letter: Letter) -> tuple[PushItem, str]:
        """Return *letter* as it lies in the outbox, and the path of its text."""
        item, host = letter.item, self.settings["PUBLIC_URL"]
        site = self.context["site"]
        press = Press(self.templates, self.context["words"], host, site.media, site.day)
        email = press.print(letter)
        page = Path(self.output_path) / item.url.lstrip("/") / "index.html"
        assert item.date is not None  # or it would not have been selected
        return PushItem(
            key=item.key,
            lang=letter.lang,
            kind=item.kind,
            date=item.date,
            title=neutralise(" ".join(item.title.split())),
            subject=email.subject,
            preheader=email.preheader,
            page_url=host + item.url,
            page_fingerprint=hashlib.sha256(page.read_bytes()).hexdigest(),
            html=email.html,
            text=email.text,
        ), item.path

    def _write(self, items: list[PushItem], selection: Selection) -> None:
        folder = Path(self.settings["OUTBOX_PATH"])
        editions = self.context["site"].editions
        for item in items:
            address = ", ".join(editions[item.lang].association["address"])
            write_item(folder, item, rules=self.rules, templates=self.templates, address=address)
        write_index(folder, items, selection, templates=self.templates, lang=next(iter(editions)))


def broken(item: PushItem, path: str) -> Iterator[Problem]:
    """Yield what makes *item* unfit to be sent, as a problem of the text at *path*."""
    for looked_at in check(item):
        if looked_at.is_fatal and not looked_at.passed:
            yield Problem(path, 0, f"email-{looked_at.name}", {"found": looked_at.found})


def unfinished(letters: Iterable[Letter], words: Mapping[str, Words]) -> Iterator[Problem]:
    """Nobody is sent the words that a new issue asks its editor to replace."""
    for letter in letters:
        opening = words[letter.item.lang].t("issue.opening")
        if opening in letter.item.html:
            yield Problem(letter.item.path, 0, "email-unfinished", {"found": opening})


def without_notice(site: Site, rules: NewsletterSettings) -> Iterator[Problem]:
    """Where one can sign up, the privacy notice in the same language can be read."""
    for lang, items in site.items.items():
        forms = [item for item in items if item.template == "signup"] if rules.form else []
        if forms and not site.named("pages/privacy", lang):
            yield Problem(forms[0].path, 0, "form-without-notice", {"lang": lang})


def get_generators(pelican: Pelican) -> type[Generator]:
    read_newsletter(pelican.settings)  # what is wrong in it is told before anything else is done
    return NewsletterGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
