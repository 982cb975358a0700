"""The room of translations: what pages say whose original has changed."""

from plugins.generator import Generator, Room
from plugins.translations.notice import mark_stale


class TranslationsGenerator(Generator):
    """Tells the items of the site whose original has changed since they were translated."""

    def generate_context(self) -> None:
        items = {item.path: item for own in self.context["site"].items.values() for item in own}
        mark_stale(items, self.context["content"].open(), self.context["words"])


register = Room(TranslationsGenerator)
