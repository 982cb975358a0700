"""Every rule, with its words in both languages."""

from plugins.model.rules.checks import CHECKS
from plugins.model.rules.content import CONTENT
from plugins.model.rules.discovery import DISCOVERY
from plugins.model.rules.pictures import PICTURES
from plugins.model.rules.rule import Level, Rule
from plugins.model.rules.scaffold import SCAFFOLD
from plugins.model.rules.translations import TRANSLATIONS

TABLES = (CONTENT, CHECKS, DISCOVERY, PICTURES, SCAFFOLD, TRANSLATIONS)
"""The rules of each room; no two have one name."""

RULES: dict[str, Rule] = {name: rule for table in TABLES for name, rule in table.items()}

__all__ = ["RULES", "TABLES", "Level", "Rule"]
