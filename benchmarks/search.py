"""What search weighs on the way to a visitor, and what its index costs to make, as a site grows.

python benchmarks/search.py [--posts 5000]

The texts of `corpus.py` have too few different words for this. Here words are invented from
syllables, as many as a language with endings has, and drawn as often as words are (Zipf).
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import time
from bisect import bisect
from itertools import accumulate
from pathlib import Path

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from plugins.search.entries import Entry
from plugins.search.index import File, build_index
from plugins.search.rules import read_rules

VOCABULARY = 150_000  # different forms of words in a language, the rare ones in one text only
WORDS = (180, 260)  # words of a text, of which some are the same
TITLE, SUMMARY = 6, 18

Words = dict[int, list[str]]

console = Console()


def main() -> None:
    """Print the sizes and times of an index of as many posts as asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--posts", type=int, default=5000)
    posts = parser.parse_args().posts
    entries, words = invent(posts)
    started = time.process_time()
    files = list(build_index(entries, words, read_rules()["tr"].data()))
    seconds = time.process_time() - started
    console.print(f"{posts} posts, {len(files)} files, {seconds:.1f} s of one processor")
    console.print(table(files))


def invent(posts: int) -> tuple[dict[int, Entry], Words]:
    """Return *posts* entries of one language and their words; the same for the same number."""
    chance = random.Random(1)
    vocabulary = _vocabulary(chance)
    chances = list(accumulate(1 / (rank + 3) for rank in range(len(vocabulary))))

    def draw(count: int) -> list[str]:
        return [vocabulary[bisect(chances, chance.random() * chances[-1])] for _ in range(count)]

    entries, words = {}, {}
    for number in range(posts):
        title, summary = draw(TITLE), draw(SUMMARY)
        text = set(draw(chance.randint(*WORDS))) - set(title) - set(summary)
        url = f"/haberler/{'-'.join(title)}/"
        day = f"20{number % 30:02}-06-05"
        shown = (" ".join(title), " ".join(summary), day)
        entries[number] = Entry(f"news/{number}", url, "news", *shown)
        words[number] = [" ".join(level) for level in (text, (), (), set(summary), set(title))]
    return entries, words


def table(files: list[File]) -> Table:
    """Return how much the files of each role weigh, compressed."""
    roles: dict[str, list[int]] = {"index.json": [], "shard": [], "chunk": []}
    for file in files:
        role = "chunk" if file.content.startswith("[") else "shard"
        role = file.name if file.name in roles else role
        roles[role].append(len(gzip.compress(file.content.encode(), 9, mtime=0)))
    shown = Table("bytes, compressed", "files", "median", "nine of ten", "largest", "all")
    for role, sizes in roles.items():
        sizes.sort()
        marks = (sizes[len(sizes) // 2], sizes[len(sizes) * 9 // 10], sizes[-1], sum(sizes))
        shown.add_row(role, str(len(sizes)), *(f"{size:,}" for size in marks))
    return shown


def _vocabulary(chance: random.Random) -> list[str]:
    consonants, vowels = "bcdfghjklmnprstvyz" + "kmtdlsbn" * 2, "aeiou" + "aei"
    words: dict[str, None] = {}
    while len(words) < VOCABULARY:
        syllables = range(chance.choice((1, 2, 2, 3, 3, 3, 4, 4, 5)))
        word = "".join(
            chance.choice(consonants) + chance.choice(vowels) + chance.choice(("", "", *"nrklm"))
            for _ in syllables
        )
        words.setdefault(word)
    return list(words)


if __name__ == "__main__":
    main()
