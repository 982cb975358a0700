"""The facts of every item held against those of its translation; what was read is kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.memo import Memo, code_version, digest
from plugins.translations.comparison import Difference, Stated, differences
from plugins.translations.fact import Fact
from plugins.translations.reading import known_to_both, names_for, stated_in
from plugins.translations.state import Standing

_HERE = Path(__file__).parent


@dataclass
class Register:
    """The partners of the association: keys by the names that a text may use, names by key."""

    keys: dict[str, dict[str, str]]
    names: dict[str, dict[str, str]]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Register":
        """Return what the partners among *documents* say of their names."""
        partners = [d for d in documents if d.kind == "partners" and d.fields]
        return cls(
            {lang: names_for(partners, lang) for lang in LANGUAGES},
            {lang: {p.folder: p.item.names[lang] for p in partners} for lang in LANGUAGES},
        )


@dataclass(frozen=True, eq=False)
class Compared:
    """How an item stands, and what its two texts do not agree on."""

    standing: Standing
    stated: list[Stated] = field(default_factory=list)
    """What the translation states."""
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
    """Return *standings* with the differences of their facts."""
    standings = list(standings)
    pairs = [s for s in standings if s.translation]
    documents = [d for s in pairs for d in (s.original, s.translation) if d]
    stated = _read(documents, register, memo)
    return [
        _compared(s, stated[s.original.path], stated[s.translation.path], register)
        if s.translation
        else Compared(s)
        for s in standings
    ]


def _compared(
    standing: Standing, here: list[Stated], there: list[Stated], register: Register
) -> Compared:
    original, translation = standing.original, standing.translation
    assert translation is not None
    found = differences(here, there)
    if found:  # reading the shared fields is worth it only where something is to be explained
        names = register.keys[original.lang]
        known = known_to_both(
            original.kind, original.source, translation.source, original.lang, names
        )
        found = differences(here, there, known)
    return Compared(standing, there, found)


def _read(
    documents: Sequence[Document], register: Register, memo: Memo | None
) -> dict[str, list[Stated]]:
    """Return what each of *documents* states, by path; of the *memo* what it already holds."""
    version = digest(
        code_version(_HERE),
        code_version(_HERE.parent / "model"),
        repr(register.keys).encode(),
    ).encode()
    keys = {
        d.path: digest(version, d.kind.encode(), d.lang.encode(), d.source.text.encode())
        for d in documents
    }
    kept = memo.read(keys.values()) if memo else {}
    made = {}
    for document in documents:
        key = keys[document.path]
        if key not in kept and key not in made:
            names = register.keys[document.lang]
            stated = stated_in(document.kind, document.lang, document.source, names)
            made[key] = [_to_json(one) for one in stated]
    if memo and (made or len(kept) != len(set(keys.values()))):
        memo.write(made, keep=kept)
    both = {**kept, **made}
    return {path: [_from_json(one) for one in both[key]] for path, key in keys.items()}


def _to_json(stated: Stated) -> list[Any]:
    fact = stated.fact
    own = [fact.kind, fact.value, fact.written, fact.start, fact.soft, fact.also]
    return [own, stated.part, stated.line, stated.place, stated.column, stated.is_demanded]


def _from_json(value: Sequence[Any]) -> Stated:
    fact, *rest = value
    return Stated(Fact(*fact), *rest)
