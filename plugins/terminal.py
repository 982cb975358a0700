"""Speaking to the person at the terminal, in their language."""

import sys
from collections.abc import Mapping

SPOKEN = ("tr", "en")
"""What the verbs speak."""

REFUSALS = {
    "refused": {
        "en": "A file can't be read or written: {reason}",
        "tr": "Bir dosya okunamıyor ya da yazılamıyor: {reason}",
    },
    "bad-lang": {
        "en": "`--lang {found}`: the verbs do not speak it; write tr or en.",
        "tr": "`--lang {found}`: komutlar bu dili konuşmuyor; tr ya da en yazın.",
    },
    "bad-number": {
        "en": "`{flag} {found}` is no number that will do; write one from 1 to {most}.",
        "tr": "`{flag} {found}` uygun bir sayı değil; 1 ile {most} arasında bir sayı yazın.",
    },
}
"""What any verb may have to say before it does anything."""

Words = Mapping[str, Mapping[str, str]]
"""The sentences of a verb by their key, each by language."""


def terminal_language(environment: Mapping[str, str]) -> str:
    """Return the language to speak to the person at the terminal: theirs, or English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "tr" if value.startswith("tr") else "en"
    return "en"


class Speech:
    """Speaks *lang* with *words*: results to standard output, progress and faults aside."""

    def __init__(self, words: Words, lang: str) -> None:
        self.lang = lang
        self._words = words

    def t(self, key: str, **values: object) -> str:
        """Return the words of *key*, its `{names}` filled in."""
        return self._words[key][self.lang].format(**values)

    def say(self, key: str, **values: object) -> None:
        """Say the words of *key*: they are what was asked for."""
        print(self.t(key, **values), flush=True)

    def aside(self, key: str, **values: object) -> None:
        """Say the words of *key* beside the result."""
        self.note(self.t(key, **values))

    def note(self, text: str) -> None:
        """Print *text*, which is in words already, beside the result."""
        print(text, file=sys.stderr, flush=True)

    def refuse(self, key: str, **values: object) -> int:
        """Say why something is not done, and return the exit code for it."""
        self.aside(key, **values)
        return 1

    def show(self, drawn: object, *, aside: bool = False) -> None:
        """Print what Rich draws, such as a table."""
        from rich.console import Console  # noqa: PLC0415 - slow to load; most verbs draw nothing

        console = Console(stderr=aside, highlight=False, soft_wrap=True, markup=False, emoji=False)
        console.print(drawn)
