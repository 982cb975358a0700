"""Every rule, with its words in both languages."""

from plugins.model.rules.checks import CHECKS
from plugins.model.rules.content import CONTENT
from plugins.model.rules.rule import Level, Rule

RULES: dict[str, Rule] = {**CONTENT, **CHECKS}

__all__ = ["RULES", "Level", "Rule"]
