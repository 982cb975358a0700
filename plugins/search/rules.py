"""The rules by which words are made and compared: one table, for the build and for the browser."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from plugins.model.frontmatter import read_yaml

RULES = "rules.yaml"


@dataclass(frozen=True)
class Rules:
    """The rules of one language; `rules.yaml` says what they are."""

    letters: dict[str, str]
    apostrophes: str
    hyphens: str
    stop: frozenset[str]
    grammar: dict[str, Any]
    """What only the browser needs: which words belong to one stem."""

    def data(self) -> dict[str, Any]:
        """Return the rules as the index carries them."""
        return {
            "letters": self.letters,
            "apostrophes": self.apostrophes,
            "hyphens": self.hyphens,
            "stop": sorted(self.stop),
            **self.grammar,
        }


@cache
def read_rules() -> dict[str, Rules]:
    """Return the rules by language."""
    table = read_yaml(Path(__file__).with_name(RULES).read_text(encoding="utf-8"))
    languages = table.pop("languages")
    return {
        lang: Rules(**table, stop=frozenset(own.pop("stop").split()), grammar=own)
        for lang, own in languages.items()
    }
