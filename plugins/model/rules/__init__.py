"""Every rule, with its words in both languages."""

from plugins.model.rules.content import CONTENT
from plugins.model.rules.rule import Level, Rule
from plugins.model.rules.scaffold import SCAFFOLD

RULES: dict[str, Rule] = {**CONTENT, **SCAFFOLD}

__all__ = ["RULES", "Level", "Rule"]
