"""What `invoke translations` does: lists what is to be done, and records what has been."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from plugins.languages.formats import Formats
from plugins.model.content import Content, read_content
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.memo import Memo
from plugins.model.origin import Origin
from plugins.model.source import parse
from plugins.translations.desk import Entry, Overview, overview
from plugins.translations.page import page
from plugins.translations.pairs import Compared, Register, compare
from plugins.translations.problems import problems_of
from plugins.translations.sections import origin_of
from plugins.translations.stamping import stamped
from plugins.translations.state import Standing, roles, standings
from plugins.translations.words import WORDS

STYLES = {"same": "", "skip": "dim", "out": "red strike", "in": "green bold"}
SIGNS = {"same": "{}", "skip": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
"""Of a change word by word: colours for those who see them, Git's signs for all."""


@dataclass(frozen=True)
class Request:
    """What somebody asked for."""

    done: str = ""
    editorial: str = ""
    record: bool = False
    original: str = ""
    differ: bool = False
    html: str = ""


class Translations:
    """Speaks *lang*; what went wrong goes to standard error."""

    def __init__(self, settings: Mapping[str, Any], lang: str) -> None:
        self.lang = lang
        self._formats = Formats(lang)
        self._root = Path(settings["PATH"])
        self._day = settings["BUILD_DAY"]
        memos = Path(settings["MEMO_PATH"])
        self._facts = Memo(memos / "facts.sqlite")
        self._content = read_content(
            self._root,
            day=self._day,
            publish=False,
            memo=Memo(memos / "texts.sqlite"),
            jobs=settings["JOBS"],
        )
        self._register = Register.of(self._content.documents)
        self._out = Console(highlight=False, soft_wrap=True, markup=False)
        self._aside = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)

    def run(self, request: Request) -> int:
        """Do what was asked for and return the exit code."""
        asked = [request.done, request.editorial, request.record]
        if sum(map(bool, asked)) > 1:
            return self._refuse("one-at-a-time")
        if request.original not in ("", *LANGUAGES):
            return self._refuse("bad-original", found=request.original)
        if request.done or request.editorial:
            return self._one(request)
        if request.record:
            return self._record(request.original)
        return self._list(Path(request.html) if request.html else None)

    # ── the list ────────────────────────────────────────────────────────────────────────────

    def _list(self, html: Path | None) -> int:
        seen = overview(self._content, self._register, self._root, self._day, self._facts)
        if html:
            html.parent.mkdir(parents=True, exist_ok=True)
            html.write_bytes(page(seen, self._day, first=self.lang).encode())
            self._out.print(self._t("wrote", path=html))
            return 0
        for entry in seen.entries:
            self._entry(entry)
        if not seen.entries:
            self._out.print(self._t("nothing"))
        if seen.unrecorded:
            count = self._formats.number(seen.unrecorded)
            self._out.print(self._t("unrecorded-help", count=count))
        self._out.print(self._sums(seen))
        return 0

    def _entry(self, entry: Entry) -> None:
        standing = entry.standing
        document = standing.translation or standing.original
        self._out.print(Text(f"{document.path}  ", "bold") + Text(self._t(standing.state)))
        if standing.translation is None:
            other = next(lang for lang in LANGUAGES if lang != standing.original.lang)
            self._out.print(f"  {self._t(f'missing-{other}')}: {self._wanted(standing.original)}")
        elif standing.state == "stale":
            self._out.print(f"  {self._t('from', path=standing.original.path)}")
            self._changes(entry)
        for problem in entry.problems:
            if problem.rule != "translation-stale":
                self._out.print("  " + problem.render(self.lang).replace("\n", "\n  "))

    def _wanted(self, original: Document) -> str:
        return self._t("wanted", path=original.path)

    def _changes(self, entry: Entry) -> None:
        if entry.is_lost:
            why = self._t("shallow") if entry.is_shallow else ""
            self._out.print(f"  {self._t('lost', why=why)}")
        for change, name in zip(entry.changes, entry.names[self.lang], strict=True):
            gone = f" ({self._t('gone')})" if change.is_gone else ""
            line = Text(f"  {name}{gone}: ")
            for kind, words in change.pieces:
                line.append(SIGNS[kind].format(words), STYLES[kind]).append(" ")
            self._out.print(line)

    def _sums(self, seen: Overview) -> Table:
        table = Table(box=None, pad_edge=False)
        table.add_column(self._t("state"))
        table.add_column(self._t("count"), justify="right")
        for state, count in seen.counts.items():
            table.add_row(self._t(state), self._formats.number(count))
        return table

    # ── recording ───────────────────────────────────────────────────────────────────────────

    def _one(self, request: Request) -> int:
        found = request.done or request.editorial
        pair = self._find(found)
        if pair is None:
            return self._refuse("no-item", found=found)
        if any(document.fields is None for document in pair):
            return self._refuse("broken", path=pair[0].path)
        if len(pair) == 1:
            return self._refuse("no-translation", path=pair[0].path)
        standing = self._standing(pair, request.original)
        assert standing.translation is not None
        if request.editorial and standing.state != "stale":
            return self._refuse("not-stale", path=standing.translation.path)
        compared = self._compare([standing])[0]
        wrong = compared.differences if request.done else compared.open
        if wrong and not request.differ:
            for problem in problems_of(Compared(standing, compared.stated, wrong), self._register):
                if problem.rule != "translation-stale":
                    self._aside.print(problem.render(self.lang))
            return self._refuse("differ")
        return self._write(compared, editorial=bool(request.editorial))

    def _record(self, original: str) -> int:
        new = [s for s in standings(self._content.documents) if s.state == "unrecorded"]
        if original:
            new = [self._standing(_pair(s), original) for s in new]
        compared = self._compare(new)
        agreeing = [one for one in compared if not one.differences]
        codes = [self._write(one, editorial=False) for one in agreeing]
        self._out.print(self._t("recorded", count=self._formats.number(codes.count(0))))
        left = [one for one in compared if one.differences]
        for one in left:
            for problem in problems_of(one, self._register):
                self._out.print(problem.render(self.lang))
        if left:
            self._out.print(self._t("left", count=self._formats.number(len(left))))
        return max(codes, default=0)

    def _find(self, found: str) -> list[Document] | None:
        """Return the texts of the item that *found* names: a folder, or a file in it."""
        wanted = found.replace("\\", "/").rstrip("/").removesuffix(".md")
        for ending in (f"/index.{lang}" for lang in LANGUAGES):
            wanted = wanted.removesuffix(ending)
        wanted = "/".join(wanted.split("/")[-2:])
        documents = self._content.documents
        keys = {d.key for d in documents if d.key == wanted or d.folder == wanted}
        if len(keys) != 1:
            return None
        return [document for document in documents if document.key in keys]

    def _standing(self, pair: Sequence[Document], original: str) -> Standing:
        """Return how *pair* stands, with the text in the language *original* as the original."""
        first, second = pair
        if original:
            first, second = sorted(pair, key=lambda document: document.lang != original)
        else:
            first, second = roles(first, second)
        recorded = second.item.translated_from
        if recorded is None or recorded.lang != first.lang:
            return Standing("unrecorded", first, second)
        return next(s for s in standings(pair))

    def _compare(self, pairs: Sequence[Standing]) -> list[Compared]:
        return compare(pairs, self._register)

    def _write(self, compared: Compared, *, editorial: bool) -> int:
        """Record the present state of an item in its translation; return the exit code."""
        original, translation = compared.standing.original, compared.standing.translation
        assert translation is not None
        origin = _origin(compared, editorial=editorial)
        if origin == compared.standing.recorded and not original.item.translated_from:
            self._out.print(self._t("same", path=translation.path))
            return 0
        for document, value in ((translation, origin), (original, None)):
            file = self._root.parent / document.path
            data = file.read_bytes()
            after = stamped(data, value)
            if _read_back(after) != ({**_without(data), **({"translated_from": str(value)} if value else {})}):
                line = f"translated_from: {value}"
                return self._refuse("bad-header", path=document.path, line=line)
            if after != data:
                file.write_bytes(after)
        self._out.print(self._t("done", path=translation.path))
        return 0

    def _refuse(self, key: str, **values: object) -> int:
        self._aside.print(self._t(key, **values))
        return 1

    def _t(self, key: str, **values: object) -> str:
        return WORDS[key][self.lang].format(**values)


def _pair(standing: Standing) -> list[Document]:
    return [document for document in (standing.original, standing.translation) if document]


def _origin(compared: Compared, *, editorial: bool) -> Origin:
    """Return what to record: the original as it is, and which changes of it were small."""
    original, recorded = compared.standing.original, compared.standing.recorded
    origin = origin_of(original.kind, original.lang, original.source)
    small: frozenset[str] = frozenset()
    if editorial and recorded:
        changed = {section.mark for section in compared.standing.changed}
        # Where something was only taken out, the head stands for it.
        small = frozenset(changed or {origin.sections[0]}) | recorded.small
    apart = dict.fromkeys(difference.mark for difference in compared.differences)
    return Origin(
        origin.lang, origin.sections, small & frozenset(origin.sections), tuple(apart)
    )


def _read_back(data: bytes) -> dict[str, Any]:
    return parse(data).values


def _without(data: bytes) -> dict[str, Any]:
    return {name: v for name, v in parse(data).values.items() if name != "translated_from"}
