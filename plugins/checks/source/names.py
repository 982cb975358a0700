"""Names across the site: each has one spelling."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from unidecode import unidecode

from plugins.checks.source.reading import Reading
from plugins.languages.alphabet import lower
from plugins.model.frontmatter import Fault

SHORT = 2
"""Words of the least name."""
LONG_WORD = 6
"""Letters from which on one that differs is a slip; short names may differ by one and be two."""

_CAPITAL = "A-ZÇĞİÖŞÜÂÎÛ"
_NAME = re.compile(
    rf"[{_CAPITAL}][\w-]+(?:(?: (?:ve|and|of|for|the|de|da)){{0,2}} [{_CAPITAL}][\w-]+)+"
)


@dataclass(frozen=True)
class Named:
    """A name where it stands."""

    name: str
    line: int
    declared: bool
    """It is the value of a field, not a word of the prose."""


def names_in(text: Reading) -> list[Named]:
    """Return the names of *text*: of its fields, and runs of two or more capitals in its prose."""
    found = [Named(p.text, p.line, True) for p in text.fields if p.role == "name" and " " in p.text]
    for passage in text.passages:
        if passage.role in ("paragraph", "item", "quote", "field"):
            for name in _NAME.finditer(passage.text):
                words, line = name[0].split(), passage.line_at(name.start())
                found.append(Named(" ".join(words), line, False))
                if len(words) > SHORT and _begins_sentence(passage.text, name.start()):
                    found.append(Named(" ".join(words[1:]), line, False))
    return list(dict.fromkeys(found))


def _begins_sentence(text: str, index: int) -> bool:
    """There the first capital may be that of a common word: `Dün Bursa Kent Konseyi …`."""
    return not text[:index].rstrip() or text[:index].rstrip()[-1] in ".!?:;“("


def misspelled(places: Iterable[tuple[str, Sequence[Named]]]) -> Iterator[tuple[str, Fault]]:
    """Yield path and fault for each name that a better known one is the right spelling of.

    *places* are the names of each text of one language, by its path. A field's spelling stands
    above the prose's, and the more frequent above the rarer.
    """
    counts: Counter[str] = Counter()
    first: dict[str, tuple[str, int]] = {}
    where: dict[str, list[tuple[str, int]]] = defaultdict(list)
    declared: set[str] = set()
    for path, names in places:
        for named in names:
            counts[named.name] += 1
            first.setdefault(named.name, (path, named.line))
            where[named.name].append((path, named.line))
            if named.declared:
                declared.add(named.name)
    for name, better in _slips(counts, declared):
        place = "{}:{}".format(*first[better])
        for path, line in where[name]:
            values = {"found": name, "better": better, "place": place}
            yield path, Fault(line, "name-spelled-twice", values)


def _slips(counts: Counter[str], declared: set[str]) -> Iterator[tuple[str, str]]:
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
