"""Names across the site: each has one spelling."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from unidecode import unidecode

from plugins.languages.alphabet import lower
from plugins.model.problem import Problem

LONG_WORD = 6
"""Letters from which on one that differs is a slip; short names may differ by one and be two."""


class Named(NamedTuple):
    """A name where it stands."""

    name: str
    line: int
    declared: bool
    """It is the value of a field, not a word of the prose."""


def misspelled(places: Iterable[tuple[str, Sequence[Named]]]) -> Iterator[Problem]:
    """Yield a problem for each name that a better known one is the right spelling of.

    *places* are the names of each text of one language, by its path. A field's spelling stands
    above the prose's, and the more frequent above the rarer.
    """
    where: dict[str, list[tuple[str, int]]] = defaultdict(list)
    declared: set[str] = set()
    for path, names in places:
        for name, line, is_declared in names:
            where[name].append((path, line))
            if is_declared:
                declared.add(name)
    counts = {name: len(found) for name, found in where.items()}
    for name, better in _slips(counts, declared):
        place = "{}:{}".format(*where[better][0])
        for path, line in where[name]:
            values = {"found": name, "better": better, "place": place}
            yield Problem(path, line, "name-spelled-twice", values)


def _slips(counts: Mapping[str, int], declared: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each name with the one that it most likely is."""

    def rank(name: str) -> tuple[bool, int, str]:
        return name in declared, counts[name], name

    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in counts:
        words = tuple(_folded(word) for word in name.split())
        groups["=", *words].append(name)
        for place, word in enumerate(words):
            if len(word) >= LONG_WORD:
                groups[(str(place), *words[:place], "", *words[place + 1 :])].append(name)
    said: set[str] = set()
    for same, names in groups.items():
        if len(names) < 2:
            continue
        best = max(names, key=rank)
        if best not in declared:
            continue
        for name in names:
            if name == best or name in said or name.replace("ʼ", "’") == best:
                continue
            if same[0] == "=" or _is_slip(name, best, int(same[0])):
                said.add(name)
                yield name, best


def _is_slip(name: str, other: str, place: int) -> bool:
    one, two = _folded(name.split()[place]), _folded(other.split()[place])
    return _one_letter_apart(one, two)


def _one_letter_apart(one: str, two: str) -> bool:
    """Tell whether one letter differs, is missing or changes places; not at the end: a suffix."""
    if abs(len(one) - len(two)) > 1 or one == two:
        return False
    same = 0
    while same < min(len(one), len(two)) and one[same] == two[same]:
        same += 1
    end_one, end_two = one[same:], two[same:]
    if max(len(end_one), len(end_two)) < 3:
        return False
    swapped = len(end_one) > 1 and end_one[1::-1] + end_one[2:] == end_two
    return (
        swapped
        or end_two in (end_one[1:],)
        or end_one in (end_two[1:],)
        or (end_one[1:] == end_two[1:])
    )


def _folded(word: str) -> str:
    return unidecode(lower(word, "tr")).lower()
