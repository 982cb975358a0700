"""A rule that does not hold for one text is silenced in its header, with the reason.

    silence:
      long-sentence: the sentence is quoted from the law

What the content model asks for can't be silenced, nor what is wrong with a page that was built.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches

from plugins.model.documents import Document
from plugins.model.problem import NOTHING, Problem
from plugins.model.rules import RULES
from plugins.model.rules.checks import PAGES, SILENCES
from plugins.model.rules.content import CONTENT

SILENCEABLE = frozenset(RULES) - frozenset(CONTENT) - frozenset(PAGES) - frozenset(SILENCES)


Silence = tuple[str, str, int]
"""The name of a rule, the reason, and the line."""


def without_silenced(
    path: str, silences: Iterable[Silence], problems: Sequence[Problem]
) -> list[Problem]:
    """Return *problems* of the text *path* but those of *silences*, and what is wrong with these.

    A silence names a rule there is, says why, and silences something.
    """
    last = {name: (reason, line) for name, reason, line in silences}
    found = {problem.rule for problem in problems}
    faults = [
        Problem(path, line, rule, values)
        for name, (reason, line) in last.items()
        for rule, values in _faults(name, reason, found)
    ]
    silent = {name for name, (reason, _) in last.items() if reason}
    return [problem for problem in problems if problem.rule not in silent] + faults


def silences_of(document: Document) -> Iterator[Silence]:
    """Yield each silence in the header of *document*."""
    written = document.source.values.get("silence")
    reasons = written if isinstance(written, dict) else {}
    for place, line in document.source.lines.items():
        if len(place) > 1 and place[0] == "silence":
            reason = reasons.get(place[1])
            yield str(place[1]), str(reason).strip() if reason else "", line


def _faults(name: str, reason: str, found: set[str]) -> Iterator[tuple[str, dict[str, str]]]:
    if name not in SILENCEABLE:
        nearest = get_close_matches(name, SILENCEABLE, n=1)
        yield "silence-unknown", {"found": name, "better": nearest[0] if nearest else NOTHING}
    elif not reason:
        yield "silence-without-reason", {"found": name}
    elif name not in found:
        yield "silence-of-nothing", {"found": name}
