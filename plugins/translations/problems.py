"""What is worth a look between two texts of an item, and what has to be mended.

A difference of facts has to be mended where the two agreed once: a recorded translation did, but
for the differences that somebody declared to be meant. Where nothing is recorded it is worth a
look, and so is a translation whose original has changed.
"""

from collections.abc import Iterable, Iterator, Sequence

from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.kinds import KINDS, words_of
from plugins.model.problem import Problem
from plugins.translations.comparison import Difference, Stated
from plugins.translations.pairs import Compared, compare
from plugins.translations.register import Register
from plugins.translations.sections import HEAD, OPENING, Section, text_fields
from plugins.translations.state import standings

SECTION_NAMES = {
    HEAD: {"en": "title and summary", "tr": "başlık ve özet"},
    OPENING: {"en": "the opening", "tr": "giriş"},
    "": {"en": "a section was taken out", "tr": "bir bölüm çıkarıldı"},
}

STOOD_IN_FOR = frozenset({"cover_alt", "menu_title", "preheader", "subject"})
"""Fields in whose place something else is shown, or that the model asks for where they matter."""

RULES_OF = {
    (True, True): ("fact-differs", "agreed-fact-differs"),
    (False, True): ("fact-missing", "agreed-fact-missing"),
    (True, False): ("fact-added", "agreed-fact-added"),
}
"""By what the translation and the original state: the rule where nothing is recorded, and where
the two are recorded as agreeing."""


def problems(documents: Sequence[Document], register: Register) -> Iterator[Problem]:
    """Yield what the two languages of *documents* do not agree on, by the translation's files.

    What is said of an item depends on its own texts and on the *register* of partners alone.
    """
    yield from _misdirected(documents)
    yield from _one_sided(documents)
    for compared in compare(standings(documents), register):
        yield from problems_of(compared, register)


def problems_of(compared: Compared, register: Register) -> Iterator[Problem]:
    """Yield what is wrong or worth a look about one item."""
    standing = compared.standing
    if standing.state == "stale" and standing.translation:
        yield _stale(compared, standing.translation)
    yield from differences_of(compared, compared.open, register)


def differences_of(
    compared: Compared, differences: Iterable[Difference], register: Register
) -> Iterator[Problem]:
    """Yield a problem for each of *differences* between the two texts of an item."""
    for difference in differences:
        yield _different(difference, compared, register)


def names_of(sections: Sequence[Section], kind: str, lang: str) -> list[str]:
    """Return the names of *sections* in words of *lang*; headings in those of their own text."""
    return [name_of(section, kind, lang) for section in sections] or [SECTION_NAMES[""][lang]]


def name_of(section: Section, kind: str, lang: str) -> str:
    """Return the name of *section* for a reader of *lang*; a heading is quoted as it stands."""
    if section.field:
        return words_of(KINDS[kind].model_fields[section.field], lang)[0]
    return f"“{section.title}”" if section.anchor else SECTION_NAMES[section.title][lang]


def _stale(compared: Compared, translation: Document) -> Problem:
    original, changed = compared.standing.original, compared.standing.changed
    names = {
        f"sections_{lang}": ", ".join(names_of(changed, original.kind, lang)) for lang in LANGUAGES
    }
    line = translation.source.line_of(("translated_from",))
    values = {"place": original.path, "folder": translation.key, **names}
    return Problem(translation.path, line, "translation-stale", values)


def _different(difference: Difference, compared: Compared, register: Register) -> Problem:
    original, translation = compared.standing.original, compared.standing.translation
    assert translation is not None
    here, there = difference.translation, difference.original
    names = register.names[translation.lang]
    values = {
        "folder": translation.key,
        "found": _words(here),
        "other": _words(there),
        "place": f"{original.path}:{there.line}" if there else original.path,
        "line": original.source.line(there.line).strip() if there else "",
    }
    rule = RULES_OF[here is not None, there is not None][compared.standing.recorded is not None]
    # Slow to load, with the months of both languages, and few texts differ from their translation.
    from plugins.translations.mending import corrected  # noqa: PLC0415

    fix = corrected(difference, translation.source.line(difference.line), translation.lang, names)
    return Problem(translation.path, difference.line, rule, values, fix)


def _words(stated: Stated | None) -> str:
    if stated is None:
        return ""
    if stated.fact.kind == "list":
        return f"{stated.fact.written.strip()} … ({stated.fact.value})"
    return " ".join(stated.fact.written.split())


def _one_sided(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield each field that a text lacks and its translation writes: readers of one miss it.

    How long a list is, none at all included, is a fact of its own.
    """
    for document in documents:
        other = document.translation
        if other is None or document.fields is None:
            continue
        for name in text_fields(document.kind):
            written = other.source.values.get(name)
            if name in document.source.values or name in STOOD_IN_FOR or not written:
                continue
            if not isinstance(written, list):
                place = f"{other.path}:{other.source.line_of((name,))}"
                line = document.source.line_of((name,))
                values = {"field": name, "place": place}
                yield Problem(document.path, line, "field-in-one-text", values, f"{name}: …")


def _misdirected(documents: Sequence[Document]) -> Iterator[Problem]:
    """Yield what contradicts itself about the direction of a translation."""
    for document in documents:
        recorded = document.fields.translated_from if document.fields else None
        if recorded is None:
            continue
        line = document.source.line_of(("translated_from",))
        other = document.translation
        if recorded.lang == document.lang:
            values = {"found": recorded.lang}
            yield Problem(document.path, line, "translated-from-itself", values)
        elif other and other.fields and other.item.translated_from and document.path < other.path:
            place = f"{other.path}:{other.source.line_of(('translated_from',))}"
            yield Problem(document.path, line, "translated-from-both", {"place": place})
