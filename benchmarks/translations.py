"""How long it takes to hold every text against its translation: state, sections and facts.

python benchmarks/translations.py [--posts 1000]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import layouts
from benchmarks.corpus import invent
from plugins.model.content import Content, read_content
from plugins.model.memo import Memo
from plugins.translations.pairs import compare
from plugins.translations.register import Register
from plugins.translations.sections import origin_of
from plugins.translations.stamping import stamped
from plugins.translations.state import standings

DAY = date(2026, 1, 1)


def main() -> int:
    """Print the seconds of processor time that each state of the content takes."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--posts", type=int, default=1000, help="in both languages (1000)")
    posts = parser.parse_args().posts
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for measured in measure(Path(folder), posts):
            print(line(measured))
    return 0


def line(measured: tuple[str, float, int]) -> str:
    """Return what was *measured* in words."""
    name, seconds, count = measured
    return f"translations, {name}: {seconds:.2f} s of processor time, {count} to look at"


def measure(root: Path, posts: int) -> Iterator[tuple[str, float, int]]:
    """Yield each state of the content, the processor's seconds, and what there is to look at."""
    layouts.OURS.write(invent(posts), root)
    content = _read(root)
    for standing in standings(content.documents):
        if standing.translation:
            original = standing.original
            origin = origin_of(original.kind, original.lang, original.source)
            file = root / standing.translation.path
            file.write_bytes(stamped(file.read_bytes(), origin))
    _read(root)
    yield "cold", *_timed(root)
    yield "nothing changed", *_timed(root)
    edited = root / content.documents[posts].path
    edited.write_bytes(edited.read_bytes() + "\nBir tümce daha, 7 Mart’ta.\n".encode())
    yield "one text edited", *_timed(root)


def _timed(root: Path) -> tuple[float, int]:
    started = time.process_time()
    documents = _read(root).documents
    register, memo = Register.of(documents), Memo(root / "facts.sqlite")
    found = compare(standings(documents), register, memo=memo)
    return time.process_time() - started, sum(len(each.open) for each in found)


def _read(root: Path) -> Content:
    memo = Memo(root / "texts.sqlite")
    return read_content(root / "content", day=DAY, publish=False, memo=memo, jobs=1)


if __name__ == "__main__":
    sys.exit(main())
