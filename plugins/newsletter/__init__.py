"""The e-bulletin: from the same texts to an outbox of e-mails; the build sends nothing."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.generator import Generator, Room
from plugins.languages.edition import Site
from plugins.model.problem import Problem, Problems
from plugins.newsletter.bulletin.selection import Letter, select
from plugins.newsletter.item import PushItem
from plugins.newsletter.letters.index import write_index, write_left_out
from plugins.newsletter.settings import NewsletterSettings, read_newsletter
from plugins.writer import SiteWriter


class NewsletterGenerator(Generator):
    """Renders what is pending into the outbox. Runs last: it looks at the pages as written."""

    def __init__(self, settings: Mapping[str, Any], **more: Any) -> None:
        super().__init__(settings=settings, **more)
        # What is wrong in it is told before any room begins.
        self.rules = read_newsletter(settings)

    def generate_context(self) -> None:
        if problems := list(without_notice(self.context["site"], self.rules)):
            raise Problems(problems)

    def generate_output(self, writer: SiteWriter) -> None:
        site, content = self.context["site"], self.context["content"]
        lone = [document for document in content.documents if document.translation is None]
        selection = select(site, self.rules, lone=lone)
        items = self._deliver(selection.letters) if selection.letters else []
        templates, lang = self.context["templates"], next(iter(site.editions))
        outbox = Path(self.settings["OUTBOX_PATH"])
        write_index(outbox, items, selection, templates, lang)
        write_left_out(outbox, selection.unsure)

    def _deliver(self, letters: Sequence[Letter]) -> list[PushItem]:
        from plugins.newsletter.letters.post import Post  # noqa: PLC0415  slow to load

        post = Post(
            site=self.context["site"],
            words=self.context["words"],
            rules=self.rules,
            templates=self.context["templates"],
            host=self.settings["PUBLIC_URL"],
            pages=Path(self.output_path),
        )
        return post.deliver(letters, Path(self.settings["OUTBOX_PATH"]))


def without_notice(site: Site, rules: NewsletterSettings) -> Iterator[Problem]:
    """Where one can sign up, the privacy notice in the same language can be read."""
    for lang, items in site.items.items():
        forms = [item for item in items if item.template == "signup"] if rules.form else []
        if forms and not site.named("pages/privacy", lang):
            yield Problem(forms[0].path, 0, "form-without-notice", {"lang": lang})


register = Room(NewsletterGenerator)
