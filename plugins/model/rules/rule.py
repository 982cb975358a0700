"""The form of a rule's words."""

from typing import Literal, NotRequired, TypedDict

Level = Literal["must", "look"]
"""`must`: to mend before anything is published. `look`: worth a look, and no more."""


class Rule(TypedDict):
    """What a rule says in each language: what is wrong, how to mend it, why it matters to a reader.

    Words in braces are filled in from the problem. The second text may be empty where the corrected
    line says enough, the third may be left out where the first says why.
    """

    en: tuple[str, ...]
    tr: tuple[str, ...]
    level: NotRequired[Level]
    """`must` unless written."""
    example: NotRequired[tuple[str, str, str]]
    """A language, a faulty line of a text in it, and that line mended."""
