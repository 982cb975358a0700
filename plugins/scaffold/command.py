"""What `invoke new` does: it writes a folder, and says what to do with it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.table import Table

from plugins.build import build_settings
from plugins.model.dates import BadDate, read_day
from plugins.model.kinds import UNDATED
from plugins.model.memo import write_folder
from plugins.model.slugs import slugify
from plugins.newsletter.bulletin.verbs import Newsroom
from plugins.report import BuildFailed, Report
from plugins.scaffold.kinds import NAMES, kind_of, nearest_kind
from plugins.scaffold.texts import texts_of
from plugins.terminal import Speech

WORDS: dict[str, dict[str, str]] = {
    "usage": {
        "en": 'Write `invoke new KIND "TITLE"`, with one of these kinds:',
        "tr": '`invoke new TÜR "BAŞLIK"` yazın; türler:',
    },
    "unknown-kind": {"en": "`{found}` is no kind.", "tr": "`{found}` diye bir tür yok."},
    "nearest": {
        "en": "`{found}` is no kind; did you mean `{better}`?",
        "tr": "`{found}` diye bir tür yok; `{better}` mi demek istediniz?",
    },
    "no-title": {
        "en": 'The title is missing: `invoke new {kind} "TITLE"`.',
        "tr": 'Başlık eksik: `invoke new {kind} "BAŞLIK"`.',
    },
    "bad-title": {
        "en": "`{found}` has no letter that an address could be made of; write a title in words.",
        "tr": "`{found}` içinde adres yapılacak harf yok; sözcüklerden oluşan bir başlık yazın.",
    },
    "bad-day": {
        "en": "`--day {found}` is no day; write `--day 2026-12-01`.",
        "tr": "`--day {found}` bir gün değil; `--day 2026-12-01` gibi yazın.",
    },
    "bad-original": {
        "en": "`--original {found}` is none of the site's languages: {known}.",
        "tr": "`--original {found}` sitenin dillerinden değil: {known}.",
    },
    "exists": {
        "en": "{found} exists already. Edit it, or choose another title or `--day`.",
        "tr": "{found} zaten var. Onu düzenleyin ya da başka bir başlık veya `--day` seçin.",
    },
    "written": {
        "en": "Wrote {found}/ with {files}.\n"
        "Next:\n"
        "  1. Fill in every “…” in both files, and delete the lines that you do not need.\n"
        "  2. See it with `invoke preview`; what is missing is named there, too.\n"
        "  3. When both are ready, delete the lines `status: draft`.\n"
        "     If one is to go alone, write `status: published` in it, and let the other wait.",
        "tr": "{found}/ yazıldı: {files}.\n"
        "Şimdi:\n"
        "  1. İki dosyada da “…” yazan yerleri doldurun, gerekmeyen satırları silin.\n"
        "  2. `invoke preview` ile bakın; eksik kalan orada da söylenir.\n"
        "  3. İkisi de hazır olunca `status: draft` satırlarını silin.\n"
        "     Biri tek başına çıkacaksa ona `status: published` yazın, öbürü taslak kalsın.",
    },
    "kind": {"en": "kind", "tr": "tür"},
    "folder": {"en": "folder", "tr": "klasör"},
}


def new(
    word: str,
    title: str,
    *,
    day: str | None,
    original: str | None,
    other_title: str,
    lang: str,
) -> int:
    """Write the folder of a new item and return the exit code."""
    clerk = Clerk(lang)
    kind = kind_of(word)
    if kind is None:
        return clerk.show_kinds(word)
    try:
        settings = build_settings(publish=False, as_of=None, jobs=None)
    except BuildFailed as error:
        Report(lang).failure(error.key, **error.values)
        return 1
    if kind == "bulletins":  # its number, its title and its items are known
        return Newsroom(lang).new_issue(settings, day)
    return clerk.write(kind, title, other_title, settings, day=day, original=original)


class Clerk(Speech):
    """Writes new items, and says so in *lang*."""

    def __init__(self, lang: str) -> None:
        super().__init__(WORDS, lang)

    def show_kinds(self, word: str) -> int:
        """Say which kinds there are, and which of them *word* may have meant."""
        if word:
            nearest = nearest_kind(word)
            better = NAMES[nearest][self.lang] if nearest else ""
            key = "nearest" if nearest else "unknown-kind"
            self.aside(key, found=word, better=better)
        self.aside("usage")
        table = Table(self.t("kind"), "", self.t("folder"), box=None, pad_edge=False)
        other = "en" if self.lang == "tr" else "tr"
        for kind, names in NAMES.items():
            table.add_row(names[self.lang], names[other], f"content/{kind}/")
        self.show(table, aside=True)
        return 1

    def write(
        self,
        kind: str,
        title: str,
        other_title: str,
        settings: Mapping[str, Any],
        *,
        day: str | None,
        original: str | None,
    ) -> int:
        """Write the folder of an item of *kind*, unless something speaks against it."""
        languages: tuple[str, ...] = tuple(settings["LANGUAGES"])
        first = original or languages[0]
        try:
            chosen = read_day(day) if day else settings["BUILD_DAY"]
        except BadDate:
            return self.refuse("bad-day", found=day)
        if first not in languages:
            return self.refuse("bad-original", found=first, known=", ".join(languages))
        if not title.strip():
            return self.refuse("no-title", kind=NAMES[kind][self.lang])
        if not slugify(title):
            return self.refuse("bad-title", found=title)
        root = Path(settings["PATH"])
        folder = root / kind / folder_name(kind, title, chosen)
        found = f"{root.name}/{kind}/{folder.name}"
        if folder.exists():
            return self.refuse("exists", found=found)
        titles = {lang: (title if lang == first else other_title).strip() for lang in languages}
        texts = texts_of(kind, titles, chosen, original=first, hints=self.lang)
        files = {f"index.{lang}.md": text.encode() for lang, text in texts.items()}
        write_folder(folder, files)
        self.say("written", found=found, files=", ".join(files))
        return 0


def folder_name(kind: str, title: str, day: date) -> str:
    """Return the name of the folder of a new item: its day, where it has one, and a short name."""
    short = slugify(title)
    return short if kind in UNDATED else f"{day}-{short}"
