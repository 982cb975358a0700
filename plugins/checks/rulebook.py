"""Every rule there is, for the guide and for whoever asks: its words, its level and an example."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.checks.silence import SILENCEABLE
from plugins.model.rules import RULES, Level

_PLACE = re.compile(r"{\w+}")


@dataclass(frozen=True)
class Entry:
    """A rule as a guide shows it in one language; `…` stands for what is found."""

    rule: str
    level: Level
    message: str
    help: str
    """Empty where the corrected line says enough."""
    why: str
    """Why it matters to a reader; empty where the message says it."""
    bad: str
    """A faulty line; empty where no single line shows the fault."""
    good: str
    """The same line mended."""
    can_be_silenced: bool


def rulebook(lang: str) -> Iterator[Entry]:
    """Yield every rule in *lang*, in the order in which the rules are declared."""
    for name, rule in RULES.items():
        message, help_text, *why = (_plain(w) for w in (rule["tr"] if lang == "tr" else rule["en"]))
        _, bad, good = rule.get("example", ("", "", ""))
        yield Entry(
            name,
            rule.get("level", "must"),
            message,
            help_text,
            "".join(why),
            bad,
            good,
            name in SILENCEABLE,
        )


def _plain(words: str) -> str:
    return _PLACE.sub("…", words).replace("{{", "{").replace("}}", "}")
