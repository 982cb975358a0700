"""Catalogues as translators write them, in the form that gettext reads: each whole, or none."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from string import Formatter

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.model.problem import NOTHING, Problem, Problems


def compiled(data: Mapping[str, bytes], paths: Mapping[str, str]) -> dict[str, bytes]:
    """Return the `.po` files *data* as `.mo` files, by language; *paths* name them in messages.

    Raises:
        Problems: one can't be read, or a message lacks words in one of the languages, or leaves
            another place to be filled in than it does in the first.
    """
    catalogues, problems = {}, []
    for lang, text in data.items():
        try:
            catalogues[lang] = read_po(BytesIO(text), lang, abort_invalid=True)
        except (PoFileError, UnicodeDecodeError, ValueError) as error:
            line = getattr(error, "lineno", 0) or 0
            problems.append(Problem(paths[lang], line, "broken-catalogue", {"reason": str(error)}))
    if not problems:
        problems = [*_differences(catalogues, paths), *_other_places(catalogues, paths)]
    if problems:
        raise Problems(problems)
    return {lang: _mo(catalogue) for lang, catalogue in catalogues.items()}


def _mo(catalogue: Catalog) -> bytes:
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def _differences(catalogues: Mapping[str, Catalog], paths: Mapping[str, str]) -> Iterator[Problem]:
    """A message that one language has, each language has, with words in all its forms."""
    keys = {_key(message): lang for lang, c in catalogues.items() for message in c if message.id}
    for lang, catalogue in catalogues.items():
        present = {_key(message): message for message in catalogue if message.id}
        for key, other in keys.items():
            message = present.get(key)
            if message is None or not _complete(message):
                line = message.lineno or 0 if message else 0
                place = next((paths[o] for o in catalogues if o != lang), paths[other])
                values = {"found": key, "other": place}
                yield Problem(paths[lang], line, "missing-message", values, f'msgid "{key}"')


def _other_places(catalogues: Mapping[str, Catalog], paths: Mapping[str, str]) -> Iterator[Problem]:
    """A message has the same `{places}` in each language as in the first."""
    first: dict[str, tuple[set[str], str]] = {}
    for lang, catalogue in catalogues.items():
        for message in (message for message in catalogue if message.id and _complete(message)):
            key, line = _key(message), message.lineno or 0
            try:
                *others, last = map(_places, _forms(message))
            except ValueError as error:  # a brace that is not closed
                reason = f"`{key}`: {error}"
                yield Problem(paths[lang], line, "broken-catalogue", {"reason": reason})
                continue
            told, where = first.setdefault(key, (last, f"{paths[lang]}:{line}"))
            # Of the forms of a plural the earlier ones may do without: “one page”.
            wrong = [last] if last != told else [form for form in others if not form <= told]
            if wrong:
                values = {"key": key, "found": _listed(wrong[0]), "other": where}
                values["right"] = _listed(told)
                yield Problem(paths[lang], line, "other-places", values)


def _places(words: str) -> set[str]:
    """Return the names in braces that *words* hold."""
    return {name for _, name, _, _ in Formatter().parse(words) if name is not None}


def _listed(places: set[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(places)) or NOTHING


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _complete(message: Message) -> bool:
    return all(_forms(message))


def _forms(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else [*(message.string or [""])]
