"""Problems as text for people, as annotations for GitHub, and as JSON for programs."""

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from plugins.checks.words import WORDS
from plugins.model.problem import FIX, HELP, WHY, Problem
from plugins.model.rules import Level

LEVELS: tuple[Level, ...] = ("must", "look")
COLOURS = {"must": "31;1", "look": "33", "place": "1", "fix": "32", "aside": "2"}
"""ANSI's numbers for the parts of a report."""

GITHUB = {"must": "error", "look": "warning"}


def in_order(problems: Sequence[Problem]) -> list[Problem]:
    """Return *problems*: what has to be mended first, then by file and line."""
    return sorted(problems, key=lambda p: (LEVELS.index(p.level), p.path, p.line, p.rule))


def as_text(problems: Sequence[Problem], lang: str, *, colours: bool) -> Iterator[str]:
    """Yield the lines that people read: by level, by file, with what helps."""
    for level, group in groupby(in_order(problems), key=lambda p: p.level):
        yield _painted(f"── {WORDS[level][lang]} ──", level, colours)
        for _, of_file in groupby(group, key=lambda p: p.path):
            for problem in of_file:
                yield from _lines(problem, lang, colours)
            yield ""


def as_github(problems: Sequence[Problem], lang: str, *, colours: bool) -> Iterator[str]:
    """Yield workflow commands: GitHub shows each at its line.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    for problem in in_order(problems):
        line = f",line={problem.line}" if problem.line else ""
        place = f"file={_property(problem.path)}{line},title={_property(problem.rule)}"
        words = "\n".join(text for _, text in _parts(problem, lang))
        yield f"::{GITHUB[problem.level]} {place}::{_data(words)}"


def as_json(problems: Sequence[Problem], lang: str, *, colours: bool) -> Iterator[str]:
    """Yield one JSON array; each problem with its place, rule, level and words."""
    found = [
        {
            "path": problem.path,
            "line": problem.line,
            "rule": problem.rule,
            "level": problem.level,
            "message": problem.message(lang),
            "why": problem.why(lang),
            "help": problem.help(lang),
            "fix": problem.fix,
        }
        for problem in in_order(problems)
    ]
    yield json.dumps(found, ensure_ascii=False, indent=1)


Form = Callable[..., Iterator[str]]
FORMS: dict[str, Form] = {"text": as_text, "github": as_github, "json": as_json}


def _lines(problem: Problem, lang: str, colours: bool) -> Iterator[str]:
    (_, message), *more = _parts(problem, lang)
    rule = _painted(f"[{problem.rule}]", "aside", colours)
    yield f"{_painted(problem.place, 'place', colours)}: {message} {rule}"
    for part, text in more:
        yield "  " + _painted(text, part, colours)


def _parts(problem: Problem, lang: str) -> Iterator[tuple[str, str]]:
    """Yield what is said of *problem*, each part with what it is."""
    yield "message", problem.message(lang)
    if why := problem.why(lang):
        yield "aside", f"{WHY[lang]}: {why}"
    if text := problem.help(lang):
        yield "help", f"{HELP[lang]}: {text}"
    if problem.fix is not None:
        yield "fix", f"{FIX[lang]}: {problem.fix}"


def _painted(words: str, part: str, colours: bool) -> str:
    number = COLOURS.get(part)
    return f"\x1b[{number}m{words}\x1b[0m" if colours and number else words


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
