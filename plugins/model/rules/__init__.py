"""Every rule, with its words in both languages."""

from plugins.model.rules.checks import CHECKS
from plugins.model.rules.content import CONTENT
from plugins.model.rules.discovery import DISCOVERY
from plugins.model.rules.pictures import PICTURES
from plugins.model.rules.rule import Level, Rule
from plugins.model.rules.scaffold import SCAFFOLD
from plugins.model.rules.translations import TRANSLATIONS

RULES: dict[str, Rule] = {
    **CONTENT,
    **CHECKS,
    **DISCOVERY,
    **PICTURES,
    **SCAFFOLD,
    **TRANSLATIONS,
}

__all__ = ["RULES", "Level", "Rule"]
