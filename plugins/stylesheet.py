"""The one stylesheet that pages ask for, joined from the files of the theme, in their order."""

import re
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from plugins.generator import Generator, Room
from plugins.model.problem import Problem, Problems
from plugins.writer import SiteWriter

URL = "/theme/css/site.css"

IMPORT = re.compile(r'^@import "([^"]+)" layer\((\w+)\);$', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
BLANKS = re.compile(r"\s*([{};,])\s*|(?<=[\w-])(:)\s+|\s+")


def join(entry: Path) -> str:
    """Return the stylesheet *entry* with each file that it imports in the layer it asks for.

    Neighbours of one layer share its block.

    Raises:
        Problems: a file that it names is not there, or one that is there is not named.
    """
    order = entry.read_text(encoding="utf-8")
    problems = list(_check(entry, order))
    if problems:
        raise Problems(problems)

    blocks = [IMPORT.sub("", order)]
    for layer, imports in groupby(IMPORT.findall(order), key=itemgetter(1)):
        texts = [(entry.parent / name).read_text(encoding="utf-8") for name, _ in imports]
        blocks.append("\n".join([f"@layer {layer} {{", *texts, "}"]))
    return pack("\n".join(blocks))


def pack(css: str) -> str:
    """Return *css* without comments and without blanks that mean nothing."""
    bare = COMMENT.sub("", css).strip()
    return BLANKS.sub(lambda found: found[1] or found[2] or " ", bare).replace(";}", "}\n")


def _check(entry: Path, order: str) -> list[Problem]:
    """Each file beside *entry* is imported, and each that is imported is there."""
    folder = entry.parent
    named = [found[1] for found in IMPORT.finditer(order)]
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*.css")} - {entry.name}
    wrong = [(name, "not there") for name in named if name not in there]
    wrong += [(name, "not imported") for name in sorted(there - set(named))]
    path = "/".join(entry.parts[-3:])
    return [
        Problem(path, 0, "broken-template", {"found": name, "reason": reason})
        for name, reason in wrong
    ]


class StylesheetGenerator(Generator):
    """Writes the stylesheet; `files` copies the theme's other files as they are."""

    def generate_output(self, writer: SiteWriter) -> None:
        entry = Path(self.theme) / "css" / "site.css"
        writer.write(URL, join(entry), source=str(entry))


register = Room(StylesheetGenerator)
