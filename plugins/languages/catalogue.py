"""The words of the theme: one gettext catalogue a language, the same messages in each."""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from plugins.model.memo import Memo, code_version, digest
from plugins.model.problem import Problem, Problems


class MissingMessage(Exception):
    """The site asks for words that no catalogue has."""

    def __init__(self, key: str, path: str) -> None:
        super().__init__(key, path)  # what it is made of anew, where another process raised it
        self.key = key
        self.path = path

    def __str__(self) -> str:
        return f"`{self.key}` is missing in {self.path}"

    def problem(self, asked_by: str = "plugins") -> Problem:
        """Return what is to be mended, with the template that asked for the words."""
        values = {"found": self.key, "other": asked_by}
        return Problem(self.path, 0, "missing-message", values, f'msgid "{self.key}"')


class Words:
    """The words of one language by their keys."""

    def __init__(self, lang: str, compiled: bytes, path: str, version: bytes) -> None:
        self.lang = lang
        self._path = path
        self.version = version
        """A name that changes when any of the words does."""
        self._translations = GNUTranslations(BytesIO(compiled))

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


def read_catalogues(
    folder: Path, languages: tuple[str, ...], *, memo: Memo | None = None
) -> dict[str, Words]:
    """Return the words of each language from the `.po` files of *folder*; of the *memo*, compiled.

    Raises:
        Problems: a catalogue can't be read, or a message lacks words in one of the languages, or
            leaves another place to be filled in than it does in the first.
    """
    base = "/".join(folder.parts[-2:])
    paths = {lang: f"{base}/{lang}.po" for lang in languages}
    data, problems = {}, []
    for lang in languages:
        try:
            data[lang] = (folder / f"{lang}.po").read_bytes()
        except OSError as error:
            problems.append(Problem(paths[lang], 0, "broken-catalogue", {"reason": str(error)}))
    try:
        compiled = _compiled(data, paths, memo)
    except Problems as error:
        problems += error.problems
    if problems:
        raise Problems(problems)
    return {
        lang: Words(lang, compiled[lang], paths[lang], digest(data[lang]).encode())
        for lang in languages
    }


def _compiled(data: dict[str, bytes], paths: dict[str, str], memo: Memo | None) -> dict[str, bytes]:
    """Return the catalogues *data* in the form that gettext reads."""
    # All in one: whether a catalogue is whole depends on the others.
    whole = digest(code_version(Path(__file__).parent), *data.values())
    keys = {lang: f"{whole} {lang}" for lang in data}
    kept = memo.read_bytes(keys.values()) if memo else {}
    if kept.keys() != set(keys.values()):
        from plugins.languages.compiling import compiled  # noqa: PLC0415  slow, and rarely needed

        made = compiled(data, paths)
        kept = {keys[lang]: made[lang] for lang in data}
        if memo:
            memo.write(kept, keep=())
    return {lang: kept[key] for lang, key in keys.items()}
