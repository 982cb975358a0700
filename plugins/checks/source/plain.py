"""Markdown without its marks.

What is no prose of the text's own language (code, addresses, words marked with another `lang`)
stands as one sign, and every line break stays, so that each word has its line.
"""

import re
from functools import partial
from html import unescape

OBJECT = "\ufffc"
"""Stands in a passage for what is not read as its words."""

LANG = r"lang=[\"']?(?P<lang>\w+)"
_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S), OBJECT),
    (re.compile(rf"<(\w+)\b[^>]*\b{LANG}[^>]*>.*?</\1>", re.S), OBJECT),
    (re.compile(rf"!?\[(?:[^\[\]]|\[[^\]]*\])*\]\([^)]*\)\{{[^}}]*{LANG}[^}}]*\}}", re.S), OBJECT),
    (
        re.compile(rf"(\*{{1,3}}|_{{1,3}})(?=\S)(?:(?!\1).)+?\1\{{[^}}]*{LANG}[^}}]*\}}", re.S),
        OBJECT,
    ),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)(?:\{[^}]*\})?"), OBJECT),
    (
        re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\((?:<[^>]*>|[^()\s]*(?:\([^)]*\))?[^()]*)\)"),
        r"\1",
    ),
    (re.compile(r"\[([^\[\]]+)\]\[[^\]]*\]"), r"\1"),
    (re.compile(r"\[\^[^\]]+\]"), ""),
    (re.compile(r"<(?:https?:|mailto:)?[^\s<>]+[@:][^\s<>]+>"), OBJECT),
    (re.compile(r"</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"(?<!\{)\{:?\s?[#.\w][^{}\n]*\}(?!\})"), ""),
    (re.compile(r"(?<![\w*|])\*{1,3}(?=[^\s*|])|(?<=[^\s*|])\*{1,3}(?![\w*])"), ""),
    (re.compile(r"(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>-])"), r"\1"),
)
"""What Markdown writes and a reader does not see, and what is left of it; in this order."""
_MARK = re.compile(r"[`<\[{*_\\&]")
"""One of these is in whatever is taken off, or stands for another letter."""


def plain(markdown: str, lang: str = "") -> str:
    """Return *markdown* without its marks; every line stays."""
    if not _MARK.search(markdown):
        return markdown
    for pattern, left in _INLINE:
        if pattern.search(markdown):
            markdown = pattern.sub(partial(_left, left=left, lang=lang), markdown)
    return unescape(markdown)


def _left(found: re.Match[str], *, left: str, lang: str) -> str:
    if lang and found.groupdict().get("lang") == lang:  # marked as what it would be anyway
        return found[0].split("{", maxsplit=1)[0].split(">", maxsplit=1)[-1].strip("*_")
    return found.expand(left) + "\n" * (found[0].count("\n") - found.expand(left).count("\n"))
