"""Recording in the front matter of a translation that it is up to date."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.languages.formats import Formats
from plugins.model.content import Content
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.memo import Memo, write_whole
from plugins.model.origin import Origin
from plugins.model.source import parse
from plugins.terminal import Speech
from plugins.translations.comparison import Difference
from plugins.translations.pairs import Compared, compare
from plugins.translations.problems import differences_of
from plugins.translations.register import Register
from plugins.translations.sections import origin_of
from plugins.translations.stamping import stamped
from plugins.translations.state import Standing, roles, standing_of, standings


class Recorder:
    """Writes what it is told into the files of *content*, and says so.

    *original* is the language of the original where that is not to be guessed, or empty.
    """

    def __init__(
        self, content: Content, project: Path, speech: Speech, original: str, memo: Memo
    ) -> None:
        self._documents = content.documents
        self._project = project
        self._speech = speech
        self._original = original
        self._memo = memo
        self._register = Register.of(content.documents)

    def done(self, folder: str, *, differ: bool) -> int:
        """Record that the translation of *folder* says what its original says."""
        found = self._find(folder)
        if isinstance(found, int):
            return found
        return self._agreed(found, found.differences, differ=differ) or self._write(found, ())

    def editorial(self, folder: str, *, differ: bool) -> int:
        """Record that what changed in the original of *folder* need not be translated."""
        found = self._find(folder)
        if isinstance(found, int):
            return found
        standing = found.standing
        if standing.state != "stale" or standing.recorded is None:
            return self._speech.refuse("not-stale", path=standing.original.path)
        changed = {section.mark for section in standing.changed}
        small = (*standing.recorded.small, *changed)
        return self._agreed(found, found.open, differ=differ) or self._write(found, small)

    def record(self) -> int:
        """Record every translation that is not yet, but for those whose facts differ."""
        new = [s for s in standings(self._documents) if s.state == "unrecorded"]
        turned = [self._turned(s.original, s.translation) for s in new if s.translation]
        compared = compare(turned, self._register, memo=self._memo)
        codes = [self._write(one, ()) for one in compared if not one.differences]
        count = Formats(self._speech.lang).number(codes.count(0))
        self._speech.say("recorded", count=count)
        left = [one for one in compared if one.differences]
        for one in left:
            self._show(one, one.differences)
        if left:
            self._speech.say("left", count=Formats(self._speech.lang).number(len(left)))
        return max(codes, default=0)

    def _find(self, folder: str) -> Compared | int:
        """Return the item that *folder* names, or a file in it; or say what is wrong with it."""
        key = folder.replace("\\", "/").rstrip("/")
        for lang in LANGUAGES:
            key = key.removesuffix(f"/index.{lang}.md")
        key = "/".join(key.split("/")[-2:])
        pair = [document for document in self._documents if key in (document.key, document.folder)]
        if len({document.key for document in pair}) != 1:
            return self._speech.refuse("no-item", found=folder)
        if any(document.fields is None for document in pair):
            return self._speech.refuse("broken", path=pair[0].path)
        if len(pair) == 1:
            return self._speech.refuse("no-translation", path=pair[0].path)
        return compare([self._turned(*pair)], self._register)[0]

    def _turned(self, one: Document, other: Document) -> Standing:
        """Return how two texts stand, the original being the one in the language asked for."""
        if self._original:
            pair = (one, other) if one.lang == self._original else (other, one)
        else:
            pair = roles(one, other)
        return standing_of(*pair)

    def _agreed(self, found: Compared, wrong: Sequence[Difference], *, differ: bool) -> int:
        """Return 0 if the facts agree, or are said to *differ* on purpose; else say what does."""
        if not wrong or differ:
            return 0
        self._show(found, wrong)
        return self._speech.refuse("differ")

    def _show(self, found: Compared, wrong: Sequence[Difference]) -> None:
        for problem in differences_of(found, wrong, self._register):
            self._speech.note(problem.render(self._speech.lang))

    def _write(self, found: Compared, small: Sequence[str]) -> int:
        """Record the present state of an item in its translation, and nowhere else."""
        original, translation = found.standing.original, found.standing.translation
        assert translation is not None
        origin = origin_of(original.kind, original.lang, original.source)
        if small:
            known = frozenset(small) & frozenset(origin.sections)
            # Where something was only taken out, the head stands for it.
            small = tuple(known or {origin.sections[0]})
        apart = tuple(dict.fromkeys(difference.mark for difference in found.differences))
        origin = Origin(origin.lang, origin.sections, frozenset(small), apart)
        if origin == found.standing.recorded and not original.item.translated_from:
            self._speech.say("same", path=translation.path)
            return 0
        for document, state in ((translation, origin), (original, None)):
            file = self._project / document.path
            before = file.read_bytes()
            after = stamped(before, state)
            if not _says(after, before, state):
                line = f"translated_from: {state}"
                return self._speech.refuse("bad-header", path=document.path, line=line)
            if after != before:
                write_whole(file, after)
        self._speech.say("done", path=translation.path)
        return 0


def _says(after: bytes, before: bytes, state: Origin | None) -> bool:
    """Tell whether a file says what it said *before*, and *state*."""
    expected: dict[str, Any] = {**parse(before).values}
    expected.pop("translated_from", None)
    if state:
        expected["translated_from"] = str(state)
    return parse(after).values == expected
