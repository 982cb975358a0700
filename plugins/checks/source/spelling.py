"""Names across the site: each has one spelling."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from unidecode import unidecode

from plugins.languages.alphabet import lower
from plugins.model.problem import Problem

LONG_WORD = 6
"""Letters from which on one that differs is a slip; short names may differ by one and be two."""

_PLAIN = str.maketrans("çğıöşüâîûÇĞİÖŞÜÂÎÛ", "cgiosuaiucgiosuaiu")
"""Our own letters: with these out of the way, most names need no more."""


class Name(NamedTuple):
    """A name where it stands."""

    name: str
    line: int
    declared: bool
    """It is the value of a field, not a word of the prose."""


def misspelled(places: Sequence[tuple[str, Sequence[Name]]]) -> Iterator[Problem]:
    """Yield a problem for each name that a better known one is the right spelling of.

    *places* are the names of each text of one language, by its path. A field's spelling stands
    above the prose's, and the more frequent above the rarer.
    """
    counts = Counter([name for _, names in places for name, _, _ in names])
    declared = {name for _, names in places for name, _, is_declared in names if is_declared}
    for name, better in _slips(counts, declared):
        place = "{}:{}".format(*next(_places_of(better, places)))
        for path, line in _places_of(name, places):
            values = {"found": name, "better": better, "place": place}
            yield Problem(path, line, "name-spelled-twice", values)


def _places_of(
    wanted: str, places: Sequence[tuple[str, Sequence[Name]]]
) -> Iterator[tuple[str, int]]:
    return ((path, line) for path, names in places for name, line, _ in names if name == wanted)


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


@lru_cache(1 << 12)  # many names have a word in common
def _folded(word: str) -> str:
    plain = word if word.isascii() else word.translate(_PLAIN)
    return (plain if plain.isascii() else unidecode(lower(word, "tr"))).lower()
