"""Whether each translation still says what its original says."""

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.translations.notice import mark_stale


class TranslationsGenerator(Generator):
    """Tells the items of the site whose original has changed since they were translated."""

    def generate_context(self) -> None:
        mark_stale(self.context["site"], self.context["content"], self.context["words"])


def get_generators(pelican: Pelican) -> type[Generator]:
    return TranslationsGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
