"""What a build says to the person who runs it, in Turkish or English."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from plugins.languages.formats import Formats
from plugins.model.content import Content
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.problem import Problem
from plugins.terminal import Speech

WORDS: dict[str, dict[str, str]] = {
    "started": {
        "en": "Building as of {day}",
        "tr": "Site {day} günü için yapılıyor",
    },
    "started-publish": {
        "en": "Building for publication as of {day}",
        "tr": "Yayınlanacak site {day} günü için yapılıyor",
    },
    "reading": {"en": "reading the content", "tr": "içerik okunuyor"},
    "writing": {"en": "writing the pages", "tr": "sayfalar yazılıyor"},
    "waiting-turn": {
        "en": "another build is at work here: waiting for its end",
        "tr": "burada başka bir yapım sürüyor: bitmesi bekleniyor",
    },
    "finished": {
        "en": "Done in {seconds} s: {count} pages in {output}/",
        "tr": "{seconds} saniyede bitti: {output}/ içinde {count} sayfa",
    },
    "unchanged": {
        "en": "Nothing has changed since the last build: {count} pages in {output}/",
        "tr": "Son yapımdan beri değişen bir şey yok: {output}/ içinde {count} sayfa",
    },
    "check-next": {
        "en": "Before you upload it: `invoke check` reads the words of the texts, and the pages.",
        "tr": "Yüklemeden önce: `invoke check` yazıların diline ve sayfalara da bakar.",
    },
    "problems": {
        "en": "{count} to mend; the last good output stays as it was.",
        "tr": "Düzeltilecek {count} yer var; son iyi çıktı olduğu gibi duruyor.",
    },
    "state": {"en": "state", "tr": "durum"},
    "published": {"en": "published", "tr": "yayında"},
    "waiting": {"en": "waiting", "tr": "bekliyor"},
    "draft": {"en": "draft", "tr": "taslak"},
    "hidden": {"en": "hidden", "tr": "gizli"},
    "expired": {"en": "expired", "tr": "süresi doldu"},
    "demo": {"en": "left out (demo)", "tr": "dışarıda (örnek)"},
    "error": {"en": "error", "tr": "hatalı"},
    "sum": {"en": "all", "tr": "toplam"},
    "waiting-until": {"en": "waiting until {day}: {path}", "tr": "{day} gününü bekliyor: {path}"},
    "tr": {"en": "Turkish", "tr": "Türkçe"},
    "en": {"en": "English", "tr": "İngilizce"},
    "bad-as-of": {
        "en": "`--as-of {found}` is no day; write `--as-of 2026-12-01`.",
        "tr": "`--as-of {found}` bir gün değil; `--as-of 2026-12-01` gibi yazın.",
    },
    "bad-settings": {
        "en": "The settings can't be read: {reason}",
        "tr": "Ayarlar okunamıyor: {reason}",
    },
    "plugin-missing": {
        "en": "These plugins do not load: {found}. {reason}",
        "tr": "Şu eklentiler yüklenmiyor: {found}. {reason}",
    },
    "pelican-error": {"en": "Pelican reports: {reason}", "tr": "Pelican bildiriyor: {reason}"},
    "refused": {
        "en": "A file could not be read or written: {reason}\n"
        "The last good output stays as it was.",
        "tr": "Bir dosya okunamadı ya da yazılamadı: {reason}\nSon iyi çıktı olduğu gibi duruyor.",
    },
    "worker-lost": {
        "en": "A process that shared the work was ended from outside, perhaps for want of memory; "
        "`--jobs 1` needs less. The last good output stays as it was.",
        "tr": "İşi paylaşan bir süreç dışarıdan sonlandırıldı, belki bellek yetmediği için; "
        "`--jobs 1` daha az bellek ister. Son iyi çıktı olduğu gibi duruyor.",
    },
    "not-ours": {
        "en": "`{found}` holds what no build has made: nothing was written. Name another folder "
        "in `{setting}`, or move what lies there.",
        "tr": "`{found}` içinde yapımla oluşmamış şeyler var: hiçbir şey yazılmadı. `{setting}` "
        "ayarında başka bir klasör yazın ya da oradakileri taşıyın.",
    },
    "output-locked": {
        "en": "A folder that was built can't be put in its place: {reason}",
        "tr": "Yapılan klasör yerine konamıyor: {reason}",
    },
}


class BuildFailed(Exception):
    """The build can't go on for a reason outside the content; *key* finds its words in `report`."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class Report(Speech):
    """Speaks *lang*: progress and faults to standard error, the sum to standard output."""

    def __init__(self, lang: str) -> None:
        super().__init__(WORDS, lang)
        self._formats = Formats(lang)

    def started(self, day: date, *, publish: bool) -> None:
        """Say which build begins."""
        key = "started-publish" if publish else "started"
        self.aside(key, day=self._formats.day(day))

    def stage(self, name: str) -> None:
        """Say what is being done now."""
        self.note(f"  {self.t(name)} …")

    def problems(self, problems: list[Problem]) -> None:
        """Print every problem, by file, and how many there are."""
        for problem in problems:
            self.note(problem.render(self.lang))
        self.aside("problems", count=self._formats.number(len(problems)))

    def failure(self, key: str, **values: object) -> None:
        """Print why the build could not go on."""
        self.aside(key, **values)

    def notices(self, problems: Iterable[Problem]) -> None:
        """Print what is worth a look, and stopped nothing."""
        for problem in problems:
            self.note(problem.render(self.lang))

    def finished(
        self, content: Content, *, pages: int, output: str, publish: bool, seconds: float
    ) -> None:
        """Print what became of every source file, where the site is, and what comes next."""
        print(self.outcome(content), end="")
        values = {"seconds": self._formats.number(round(seconds, 1)), "output": output}
        count = self._formats.number(pages)
        print(self.t("finished", count=count, **values) + self._next(publish=publish))

    def outcome(self, content: Content) -> str:
        """Return what became of every source file: the sum of each state, and what waits."""
        waiting = [d for d in content.documents if content.states[d.path] == "waiting"]
        return self._sum(content) + "".join(f"{self._waiting(d)}\n" for d in waiting)

    def unchanged(self, content: Content, *, pages: int, output: str, publish: bool) -> str:
        """Return what a build says that finds nothing to do after this one."""
        said = self.t("unchanged", count=self._formats.number(pages), output=output)
        return self.outcome(content) + said + self._next(publish=publish)

    def _next(self, *, publish: bool) -> str:
        # A build asks only what it has to know; how the texts are written is another question.
        return f"\n{self.t('check-next')}" if publish else ""

    def _sum(self, content: Content) -> str:
        number = self._formats.number
        totals = dict.fromkeys(LANGUAGES, 0)
        rows = [[self.t("state"), *map(self.t, LANGUAGES)]]
        for state, counts in content.count().items():
            rows.append([self.t(state), *(number(counts.get(lang, 0)) for lang in LANGUAGES)])
            totals = {lang: totals[lang] + counts.get(lang, 0) for lang in LANGUAGES}
        rows.append([self.t("sum"), *map(number, totals.values())])
        first, *widths = (max(map(len, column)) for column in zip(*rows, strict=True))
        return "".join(
            f"{name:<{first}}"
            + "".join(f"  {n:>{width}}" for n, width in zip(numbers, widths, strict=True))
            + "\n"
            for name, *numbers in rows
        )

    def _waiting(self, document: Document) -> str:
        day = self._formats.day(document.day) if document.day else ""
        return self.t("waiting-until", day=day, path=document.path)
