"""Pelican's generators of articles and pages, of which it has none to read here.

Pelican asks them for a sum at its end, so they have to be there; its own would compile the
templates of lists that nobody writes.
"""

from typing import Any

from pelican.generators import ArticlesGenerator, PagesGenerator

from plugins.generator import Generator


class _Idle(Generator):
    def generate_context(self) -> None:
        pass

    def check_disabled_readers(self) -> None:
        pass

    def refresh_metadata_intersite_links(self) -> None:
        pass

    def generate_output(self, writer: Any) -> None:
        pass


class NoArticles(_Idle, ArticlesGenerator):
    """Has read no article."""

    articles = translations = drafts = drafts_translations = ()
    hidden_articles = hidden_translations = ()


class NoPages(_Idle, PagesGenerator):
    """Has read no page."""

    pages = translations = draft_pages = draft_translations = ()
    hidden_pages = hidden_translations = ()


IDLE = {ArticlesGenerator: NoArticles, PagesGenerator: NoPages}
