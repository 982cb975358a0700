"""The words of the theme: one gettext catalogue a language, the same messages in each."""

from collections.abc import Iterator
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from plugins.model.memo import digest
from plugins.model.problem import Problem, Problems


class MissingMessage(Exception):
    """A template asks for words that no catalogue has."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(f"`{key}` is missing in {path}")
        self.key = key
        self.path = path


class Words:
    """The words of one language by their keys."""

    def __init__(self, lang: str, catalogue: Catalog, path: str, version: bytes) -> None:
        self.lang = lang
        self._path = path
        self.version = version
        """A name that changes when any of the words does."""
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self._translations = GNUTranslations(compiled)

    def t(self, key: str, /, **values: Any) -> str:
        """Return the words of *key*, its `{names}` filled in.

        Raises:
            MissingMessage: the catalogue has no such key.
        """
        return self.message(key).format(**values)

    def message(self, key: str, count: int | None = None) -> str:
        """Return the words of *key* as they stand in the catalogue, in the form for *count*."""
        if count is None:
            words = self._translations.gettext(key)
        else:
            words = self._translations.ngettext(key, key, count)
        if words == key:
            raise MissingMessage(key, self._path)
        return words


def read_catalogues(folder: Path, languages: tuple[str, ...]) -> dict[str, Words]:
    """Return the words of each language from the `.po` files of *folder*.

    Raises:
        Problems: a catalogue can't be read, or a message lacks words in one of the languages.
    """
    base = "/".join(folder.parts[-2:])
    paths = {lang: f"{base}/{lang}.po" for lang in languages}
    catalogues, versions, problems = {}, {}, []
    for lang in languages:
        try:
            data = (folder / f"{lang}.po").read_bytes()
            catalogues[lang] = read_po(BytesIO(data), lang, abort_invalid=True)
            versions[lang] = digest(data).encode()
        except (PoFileError, OSError, UnicodeDecodeError, ValueError) as error:
            line = getattr(error, "lineno", 0) or 0
            problems.append(Problem(paths[lang], line, "broken-catalogue", {"reason": str(error)}))
    if not problems:
        problems = list(_differences(catalogues, paths))
    if problems:
        raise Problems(problems)
    return {lang: Words(lang, catalogues[lang], paths[lang], versions[lang]) for lang in languages}


def _differences(catalogues: dict[str, Catalog], paths: dict[str, str]) -> Iterator[Problem]:
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


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _complete(message: Message) -> bool:
    forms = [message.string] if isinstance(message.string, str) else message.string or [""]
    return all(forms)
