"""The facts of an original held against those of its translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from plugins.translations.fact import Fact, Kind
from plugins.translations.sections import mark_of

AKIN: dict[Kind, frozenset[Kind]] = {
    "number": frozenset({"percent", "money", "time"}),
    "percent": frozenset({"number"}),
    "money": frozenset({"number"}),
    "time": frozenset({"number"}),
}
"""Kinds that one may be mistaken for: `%25` in one text, `25` in the other."""


@dataclass(frozen=True)
class Stated:
    """A fact in its place: which part of the text, which line of the file, how far down."""

    fact: Fact
    part: str
    """The same in both texts: a field of the front matter, or the number of a section."""
    line: int
    place: float
    """From 0, the beginning of the part, to 1, its end."""
    column: int
    """Where in the line; -1 where that is not known."""
    is_demanded: bool = True
    """Whether the other text has to state it too."""


@dataclass(frozen=True)
class Difference:
    """What one text states and the other does not; one of the two may be missing."""

    original: Stated | None
    translation: Stated | None
    line: int
    """Of the translation: where it stands, or where it would."""

    @property
    def kind(self) -> Kind:
        """What kind of fact it is about."""
        either = self.original or self.translation
        assert either is not None
        return either.fact.kind

    @property
    def mark(self) -> str:
        """Four letters that name this very difference, wherever it stands."""
        sides = (self.original, self.translation)
        return mark_of("|".join(f"{s.fact.kind} {s.fact.value}" if s else "" for s in sides))


def differences(
    original: Iterable[Stated], translation: Iterable[Stated], known: Iterable[Fact] = ()
) -> list[Difference]:
    """Return what two texts do not agree on, in the order of the translation's lines.

    *known* are facts that both texts share, such as the day of an event: either may state them.
    """
    here, there = list(original), list(translation)
    known = list(known)
    left, right = _matched(here, there, is_same_part=True)
    found = list(_contradictions(left, right, _are_hard))
    left, right = _without(left, found), _without(right, found)
    # Who stands in an entry of a list has to stand in that entry.
    found += [Difference(s, None, _near(s, there)) for s in left if _is_entry(s)]
    found += [Difference(None, s, s.line) for s in right if _is_entry(s)]
    left, right = _without(left, found), _without(right, found)
    left, right = _matched(left, right, is_same_part=False)
    left_new = [s for s in left if _is_new(s, there, known)]
    right_new = [s for s in right if _is_new(s, here, known)]
    new = {id(s) for s in (*left_new, *right_new)}
    found += _contradictions(left, right, lambda one, other: bool({id(one), id(other)} & new))
    paired = {id(side) for d in found for side in (d.original, d.translation)}
    alone = [s for s in (*left_new, *right_new) if s.is_demanded and id(s) not in paired]
    # Where a whole list is missing, its entries need not be named as well.
    lists = tuple(f"{s.part}." for s in alone if s.fact.kind == "list")
    alone = [s for s in alone if not s.part.startswith(lists)]
    missing = {id(s) for s in left_new}
    found += [
        Difference(s, None, _near(s, there)) if id(s) in missing else Difference(None, s, s.line)
        for s in alone
    ]
    return sorted(found, key=lambda difference: difference.line)


def _near(stated: Stated, others: Sequence[Stated]) -> int:
    """Return the line of the other text that stands where *stated* does in its own."""
    same = [other for other in others if other.part == stated.part]
    nearest = min(same, key=lambda other: abs(other.place - stated.place), default=None)
    return nearest.line if nearest else 1


def _is_entry(stated: Stated) -> bool:
    return stated.fact.kind == "name" and "." in stated.part


def _without(stated: list[Stated], found: Iterable[Difference]) -> list[Stated]:
    """Return what of *stated* is in none of the differences *found*."""
    paired = {id(side) for d in found for side in (d.original, d.translation)}
    return [one for one in stated if id(one) not in paired]


def _matched(
    here: list[Stated], there: list[Stated], *, is_same_part: bool
) -> tuple[list[Stated], list[Stated]]:
    """Return what is left of both when what agrees has been taken away, the exact first."""
    left, right = here, {id(s): s for s in there}
    for exact in (True, False):
        unmatched = []
        for stated in left:
            partner = _partner(stated, right.values(), is_same_part=is_same_part, exact=exact)
            if partner is None:
                unmatched.append(stated)
            else:
                del right[id(partner)]
        left = unmatched
    return left, list(right.values())


def _partner(
    stated: Stated, others: Iterable[Stated], *, is_same_part: bool, exact: bool
) -> Stated | None:
    fitting = [
        other
        for other in others
        if (other.part == stated.part or not is_same_part)
        and (_is_same(stated.fact, other.fact) if exact else agree(stated.fact, other.fact))
    ]
    return min(fitting, key=lambda other: abs(other.place - stated.place), default=None)


def _is_same(one: Fact, other: Fact) -> bool:
    return (one.kind, one.value) == (other.kind, other.value)


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether two facts can be one: the same, or one of them the other less fully written."""
    if _is_same(one, other):
        return True
    if one.kind == other.kind == "date":
        return _dates_agree(one.value, other.value)
    numbers = {one.also or one.value, one.value} & {other.also or other.value, other.value}
    return (
        {one.kind, other.kind} <= {"time", "number"}
        and bool(numbers)
        and bool(one.also or other.also)
    )


def _dates_agree(one: str, other: str) -> bool:
    """Tell whether two dates are one, but for the year that one of them may leave out."""
    (year, *rest), (other_year, *other_rest) = _parts(one), _parts(other)
    return rest == other_rest and (year == other_year or "-" in (year, other_year))


def _parts(date: str) -> list[str]:
    if date.startswith("-"):
        return ["-", *date[2:].split("-")]
    return date.split("-")


def _is_new(stated: Stated, others: list[Stated], known: list[Fact]) -> bool:
    """Tell whether the other text states it nowhere, not even in another form."""
    if stated.fact.soft:
        return False
    facts = [*(other.fact for other in others), *known]
    return not any(agree(stated.fact, fact) or _implies(fact, stated.fact) for fact in facts)


def _implies(whole: Fact, part: Fact) -> bool:
    """Tell whether *whole* says *part* as well: a date says its year, month and day."""
    if whole.kind != "date":
        return False
    pieces = _parts(whole.value)
    if part.kind == "number":
        return part.value in (pieces[0], *(piece.lstrip("0") for piece in pieces[2:]))
    if part.kind == "date":
        own = _parts(part.value)
        return len(own) == 2 and own[1] == pieces[1] and own[0] in ("-", pieces[0])
    return False


def _are_hard(one: Stated, other: Stated) -> bool:
    """Tell whether two facts leave no doubt that they are of one kind, and differ."""
    same = one.fact.kind == other.fact.kind and not agree(one.fact, other.fact)
    return same and not (one.fact.soft or other.fact.soft)


def _contradictions(
    left: list[Stated], right: list[Stated], is_one: Callable[[Stated, Stated], bool]
) -> Iterator[Difference]:
    """Yield pairs that stand in one part, are akin and contradict each other, the nearest first."""
    pairs = [
        (_distance(one, other), n, m, one, other)
        for n, one in enumerate(left)
        for m, other in enumerate(right)
        if one.part == other.part
        and (one.fact.kind == other.fact.kind or other.fact.kind in AKIN.get(one.fact.kind, ()))
        and is_one(one, other)
    ]
    used: set[int] = set()
    for *_, one, other in sorted(pairs, key=lambda pair: pair[:3]):
        if not used & {id(one), id(other)}:
            used |= {id(one), id(other)}
            yield Difference(one, other, other.line)


def _distance(one: Stated, other: Stated) -> float:
    akin = 0 if one.fact.kind == other.fact.kind else 1
    return akin + abs(one.place - other.place)
