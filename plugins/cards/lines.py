"""A title in lines: as large as its place allows, and the lines about as long as each other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Measure = Callable[[str, int], float]
"""Returns the width of words at a size."""

LEADING = 1.07
"""Of the size: an İ or Ğ must not touch the Ş or ç above it."""

ABOVE = 0.95
"""How far the first line rises above its baseline, its dots included."""

SLACK = 1.1
"""Letters are a little narrower at a small size than they are at a large one made smaller."""


@dataclass(frozen=True)
class Lines:
    """Lines of words, and the size at which they fit."""

    size: int
    lines: tuple[str, ...]

    @property
    def leading(self) -> int:
        """Pixels from one baseline to the next."""
        return round(self.size * LEADING)


def fit(text: str, *, sizes: Sequence[int], width: int, height: int, measure: Measure) -> Lines:
    """Return *text* at the first of *sizes*, largest first, at which it fits *width* and *height*.

    What is too long for the smallest is cut, and ends with `…`.
    """
    words = text.split() or [""]
    small = sizes[-1]
    length = measure(" ".join(words), small)
    for size in sizes:
        most = _most(size, height)
        if length * size / small > most * width * SLACK:
            continue
        row = _Row(words, size, measure)
        lines = row.wrap(width)
        if len(lines) <= most and max(row.widths, default=0) <= width:
            return Lines(size, tuple(row.balance(width, len(lines))))
    pieces = [piece for word in words for piece in _pieces(word, width, small, measure)]
    lines, most = _Row(pieces, small, measure).wrap(width), _most(small, height)
    if len(lines) > most:
        last = lines[most - 1]
        while measure(f"{last}…", small) > width:
            last = last[:-1].rstrip()
        lines = [*lines[: most - 1], f"{last}…"]
    return Lines(small, tuple(lines))


def _most(size: int, height: int) -> int:
    """Return how many lines of *size* stand in *height*."""
    return 1 + int((height - ABOVE * size) / (LEADING * size))


class _Row:
    """Words at one size, each measured once."""

    def __init__(self, words: Sequence[str], size: int, measure: Measure) -> None:
        self.words = words
        self.widths = [measure(word, size) for word in words]
        self._blank = measure(" ", size)

    def wrap(self, width: float) -> list[str]:
        """Return the words in lines that are no longer than *width* where one word is not."""
        lines: list[list[str]] = []
        free = 0.0
        for word, length in zip(self.words, self.widths, strict=True):
            if lines and length + self._blank <= free:
                lines[-1].append(word)
                free -= length + self._blank
            else:
                lines.append([word])
                free = width - length
        return [" ".join(line) for line in lines]

    def balance(self, width: int, count: int) -> list[str]:
        """Return the words in *count* lines, the longest of which is as short as can be."""
        least, most = max(self.widths, default=0.0), float(width)
        while most - least > self._blank:
            middle = (least + most) / 2
            if len(self.wrap(middle)) > count:
                least = middle
            else:
                most = middle
        return self.wrap(most)


def _pieces(word: str, width: int, size: int, measure: Measure) -> list[str]:
    """Return *word* cut where it is too long for a line by itself."""
    pieces = [""]
    for letter in word:
        if measure(pieces[-1] + letter, size) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces
