"""The content folder in Pelican's run; apart, so that the model can be read without Pelican."""

from pathlib import Path

from pelican import Pelican, signals

from plugins.generator import Generator
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


def get_generators(pelican: Pelican) -> type[Generator]:
    return ContentGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
