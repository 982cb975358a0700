"""Speaking to the person at the terminal, in their language."""

from dataclasses import dataclass

from rich.console import Console

from plugins.languages.formats import Formats
from plugins.translations.words import WORDS


@dataclass(frozen=True)
class Speech:
    """What is said goes to *out*; what went wrong *aside*."""

    formats: Formats
    out: Console
    aside: Console

    @property
    def lang(self) -> str:
        """The language that is spoken."""
        return self.formats.lang

    def t(self, key: str, **values: object) -> str:
        """Return the words of *key*."""
        return WORDS[key][self.lang].format(**values)

    def say(self, key: str, **values: object) -> None:
        """Say the words of *key*."""
        self.out.print(self.t(key, **values))

    def refuse(self, key: str, **values: object) -> int:
        """Say why something is not done, and return the exit code for it."""
        self.aside.print(self.t(key, **values))
        return 1
