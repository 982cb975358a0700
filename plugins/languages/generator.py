"""The room of the two languages: the site and its words."""

from pathlib import Path

from plugins.generator import Generator, Room
from plugins.languages.addresses import Addresses, check_addresses
from plugins.languages.catalogue import read_catalogues
from plugins.languages.site import build_site
from plugins.model.memo import Memo
from plugins.model.problem import Problem, Problems


class SiteGenerator(Generator):
    """Makes `context["site"]` of the content, and `context["words"]` of the catalogues."""

    def generate_context(self) -> None:
        content, problems = self.context["content"], list(self.context["content"].problems)
        try:
            words = read_catalogues(
                Path(self.theme) / "translations",
                tuple(self.settings["LANGUAGES"]),
                memo=Memo(Path(self.settings["MEMO_PATH"]) / "catalogues.sqlite"),
            )
        except Problems as error:
            raise Problems(problems + error.problems) from None
        addresses = Addresses.from_settings(self.settings)
        problems += check_addresses(content.documents, addresses)
        if problems:
            raise Problems(problems)
        day, pictures = self.settings["BUILD_DAY"], self.context["pictures"]
        site = build_site(content, self.settings, words, addresses, day, pictures)
        if not any(item.kind != "pages" for items in site.items.values() for item in items):
            raise Problems([Problem(Path(self.path).name, 0, "nothing-to-publish")])
        self.context["words"], self.context["site"] = words, site


register = Room(SiteGenerator)
