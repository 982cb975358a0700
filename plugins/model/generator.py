"""The room of the content: the folder, read for all rooms after it."""

from pathlib import Path

from plugins.generator import Generator, Room
from plugins.model.content import read_content
from plugins.model.memo import Memo


class ContentGenerator(Generator):
    """Reads the content folder into `context["content"]`."""

    def generate_context(self) -> None:
        settings = self.settings
        self.context["content"] = read_content(
            Path(self.path),
            day=settings["BUILD_DAY"],
            publish=settings["PUBLISH"],
            memo=Memo(Path(settings["MEMO_PATH"]) / "texts.sqlite"),
            jobs=settings["JOBS"],
        )


register = Room(ContentGenerator)
