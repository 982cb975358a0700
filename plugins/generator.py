"""A room's part in Pelican's run."""

from typing import Any

from pelican import generators


class Generator(generators.Generator):
    """A generator that reads no sources as Pelican does, and renders none of its templates.

    For each of its own, Pelican makes readers and an environment of Jinja, and lists all templates:
    with as many rooms as here, that takes as long as the edit of a text.
    """

    def __init__(
        self,
        context: dict[str, Any],
        settings: dict[str, Any],
        path: str,
        theme: str,
        output_path: str,
    ) -> None:
        self.context = context
        self.settings = settings
        self.path = path
        self.theme = theme
        self.output_path = output_path
