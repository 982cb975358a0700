"""Small texts for the checks, without a content folder."""

import re
from collections.abc import Iterator

from plugins.checks.source.reading import Reading, read
from plugins.checks.source.table import TEXT_CHECKS
from plugins.model.frontmatter import Fault
from plugins.model.source import parse

TITLE = {"tr": "Bir yazının başlığı", "en": "The title of a text"}
SUMMARY = {"tr": "Kısa bir özet.", "en": "A short summary."}


def text_of(lang: str, lines: str, kind: str = "news", folder: str = "2026-01-31-a") -> Reading:
    """Return the text whose body is *lines*; those like `title: …` before it are its header."""
    header: list[str] = []
    rest = lines.split("\n")
    while rest and re.match(r"[a-z_]+: ", rest[0]):
        header.append(rest.pop(0))
    for name, words in (("title", TITLE), ("summary", SUMMARY)):
        if not any(line.startswith(f"{name}: ") for line in header):
            header.append(f"{name}: {words[lang]}")
    data = "\n".join(["---", *header, "---", "", *rest, ""])
    return read(kind, folder, lang, parse(data.encode()))


def faults(text: Reading) -> Iterator[Fault]:
    """Yield all that the checks find in *text*."""
    for check in TEXT_CHECKS:
        yield from check(text)


def rules(lang: str, lines: str) -> list[str]:
    """Return the rules that *lines* break."""
    return [fault.rule for fault in faults(text_of(lang, lines))]
