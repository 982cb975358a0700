"""The language of the person at the terminal."""

from collections.abc import Mapping

SPOKEN = ("tr", "en")
"""What the verbs speak."""


def terminal_language(environment: Mapping[str, str]) -> str:
    """Return the language to speak to the person at the terminal: theirs, or English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "tr" if value.startswith("tr") else "en"
    return "en"
