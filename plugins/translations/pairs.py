"""The facts of every item held against those of its translation; what was read is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.model.documents import Document
from plugins.model.memo import Memo, code_version, digest
from plugins.translations.comparison import Difference, Stated, differences
from plugins.translations.fact import Fact
from plugins.translations.reading import is_built_alike, known_to_both, stated_in, whole
from plugins.translations.register import Register
from plugins.translations.state import Standing

_HERE = Path(__file__).parent


@dataclass(frozen=True, eq=False)
class Compared:
    """How an item stands, and what its two texts do not agree on."""

    standing: Standing
    differences: list[Difference] = field(default_factory=list)

    @property
    def open(self) -> list[Difference]:
        """The differences that nobody has declared to be meant."""
        recorded = self.standing.recorded
        meant = recorded.apart if recorded else ()
        return [difference for difference in self.differences if difference.mark not in meant]


def compare(
    standings: Iterable[Standing], register: Register, *, memo: Memo | None = None
) -> list[Compared]:
    """Return *standings* with the differences of their facts; of the *memo* what it holds."""
    standings = list(standings)
    version = digest(
        code_version(_HERE), code_version(_HERE.parent / "model"), repr(register.keys).encode()
    ).encode()
    keys = {s.key: _key(version, s, s.translation) for s in standings if s.translation}
    kept = memo.read(keys.values()) if memo else {}
    compared, made = [], {}
    for standing in standings:
        key = keys.get(standing.key)
        if key is None or standing.translation is None:
            compared.append(Compared(standing))
        elif key in kept:
            compared.append(Compared(standing, [_from_json(value) for value in kept[key]]))
        else:
            found = _differences(standing.original, standing.translation, register)
            made[key] = [_to_json(difference) for difference in found]
            compared.append(Compared(standing, found))
    if memo and (made or len(kept) != len(keys)):
        memo.write(made, keep=kept)
    return compared


def _key(version: bytes, standing: Standing, translation: Document) -> str:
    original = standing.original
    texts = (original.source.text.encode(), translation.source.text.encode())
    return digest(version, original.path.encode(), original.lang.encode(), *texts)


def _differences(original: Document, translation: Document, register: Register) -> list[Difference]:
    here, there = (
        stated_in(d.kind, d.lang, d.source, register.keys[d.lang]) for d in (original, translation)
    )
    if not is_built_alike(original.source, translation.source):
        here, there = whole(here), whole(there)
    if not differences(here, there):
        return []
    # Reading the shared fields is worth it only where something is to be explained.
    names = register.keys[original.lang]
    known = known_to_both(original.kind, original.source, translation.source, original.lang, names)
    return differences(here, there, known)


def _to_json(difference: Difference) -> list[Any]:
    sides = [_side(stated) for stated in (difference.original, difference.translation)]
    return [*sides, difference.line]


def _side(stated: Stated | None) -> list[Any] | None:
    if stated is None:
        return None
    fact = stated.fact
    own = [fact.kind, fact.value, fact.written, fact.start, fact.soft, fact.also]
    return [own, stated.part, stated.line, stated.place, stated.column, stated.is_demanded]


def _from_json(value: Sequence[Any]) -> Difference:
    original, translation, line = value
    return Difference(_stated(original), _stated(translation), line)


def _stated(value: Sequence[Any] | None) -> Stated | None:
    return Stated(Fact(*value[0]), *value[1:]) if value else None
