"""The form in the browser: `/admin/`, for those who do not write Markdown."""

import json
from pathlib import Path

from plugins.admin.configuration import choices_of, configuration
from plugins.admin.page import SCRIPT, page
from plugins.generator import Generator, Room
from plugins.languages.addresses import FORM
from plugins.writer import SiteWriter


class AdminGenerator(Generator):
    """Writes the page of the form, its configuration and its few lines of script."""

    def generate_output(self, writer: SiteWriter) -> None:
        admin, settings = self.settings["ADMIN"], self.settings
        if settings["PUBLISH"] and not admin["published"]:
            return
        name = settings["ASSOCIATION"]["short_name"][settings["LANGUAGES"][0]]
        config = configuration(
            admin,
            choices_of(self.context["content"], public=settings["PUBLISH"]),
            self.context["words"],
            folder=Path(self.path).name,
            site_url=settings["SITEURL"],
            title=self.context["words"]["tr"].t("admin.title", site=name),
        )
        text = json.dumps(config, ensure_ascii=False, separators=(",", ":"))
        writer.write(f"{FORM}config.json", text, source="the content model")
        writer.write(f"{FORM}form.js", SCRIPT.read_bytes(), source=SCRIPT.name)
        writer.write(FORM, page(title=config["app_title"]), source="admin")


register = Room(AdminGenerator)
