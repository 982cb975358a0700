"""What the verbs of the bulletin do and say: a new issue, and what lies in the outbox."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from rich.table import Table

from plugins.languages.addresses import Addresses, check_addresses
from plugins.languages.catalogue import read_catalogues
from plugins.languages.formats import Formats
from plugins.languages.site import build_site
from plugins.model.content import read_content
from plugins.model.dates import BadDate, read_day
from plugins.model.memo import Memo, write_folder
from plugins.model.problem import Problems
from plugins.newsletter.bulletin.issue import Issue, next_issue, texts_of
from plugins.newsletter.letters.reading import read_outbox
from plugins.newsletter.settings import NewsletterSettings, read_newsletter
from plugins.terminal import Speech

WORDS: dict[str, dict[str, str]] = {
    "bad-day": {
        "en": "`--day {found}` is no day; write `--day 2026-12-01`.",
        "tr": "`--day {found}` bir gün değil; `--day 2026-12-01` gibi yazın.",
    },
    "nothing-new": {
        "en": "No post since {since} is without an issue: there is nothing to put into a new one.",
        "tr": "{since} gününden bu yana sayıya girmemiş yazı yok: yeni sayıya konacak bir şey yok.",
    },
    "same-day": {
        "en": "There is an issue of that day already: {found}. Edit it, or give another `--day`.",
        "tr": "O günün sayısı zaten var: {found}. Onu düzenleyin ya da başka bir `--day` verin.",
    },
    "written": {
        "en": "Wrote {found} in both languages; posts in it: {count}.\n"
        "Next:\n"
        "  1. Read both texts, write the opening, and change what you like; `invoke preview` shows "
        "the page.\n"
        "  2. When both are ready, delete the lines `status: draft`.\n"
        "  3. `invoke bulletin` shows the e-mail.",
        "tr": "{found} iki dilde yazıldı; içindeki yazılar: {count}.\n"
        "Şimdi:\n"
        "  1. İki metni okuyun, açılışı yazın, gerekeni değiştirin; `invoke preview` sayfayı "
        "gösterir.\n"
        "  2. İkisi de hazır olunca `status: draft` satırlarını silin.\n"
        "  3. `invoke bulletin` e-postayı gösterir.",
    },
    "demo": {
        "en": "It is made of invented posts, so it is marked `demo: true`: it won't be published.",
        "tr": "Örnek yazılardan yapıldığı için `demo: true` işaretli: yayımlanmaz.",
    },
    "posts": {
        "en": 'The mode is "posts": an issue stands on the site, and is not sent itself.',
        "tr": 'Ayar "posts": sayı sitede durur, kendisi e-postayla gönderilmez.',
    },
    "day": {"en": "day", "tr": "gün"},
    "language": {"en": "language", "tr": "dil"},
    "subject": {"en": "subject", "tr": "konu"},
    "size": {"en": "size", "tr": "boyut"},
    "empty": {"en": "There is nothing to send.", "tr": "Gönderilecek bir şey yok."},
    "look": {
        "en": "Nothing was sent. Look at them in {found}",
        "tr": "Hiçbir şey gönderilmedi. Bakmak için: {found}",
    },
}


class Newsroom(Speech):
    """Writes issues and shows the outbox, and speaks *lang*."""

    def __init__(self, lang: str) -> None:
        super().__init__(WORDS, lang)

    def new_issue(self, settings: Mapping[str, Any], day: str | None) -> int:
        """Write the folder of the next issue and say what to do next; return the exit code."""
        try:
            chosen = read_day(day) if day else settings["BUILD_DAY"]
            rules, root = read_newsletter(settings), Path(settings["PATH"])
            issue, texts = draft(settings, rules, chosen)
        except BadDate:
            return self.refuse("bad-day", found=day)
        except Problems as error:
            for problem in error.problems:
                self.note(problem.render(self.lang))
            return 1
        of_that_day = sorted((root / "bulletins").glob(f"{issue.day}-*"))
        if of_that_day:
            return self.refuse("same-day", found=of_that_day[0].name)
        if not texts:
            return self.refuse("nothing-new", since=Formats(self.lang).day(rules.since))
        folder = root / "bulletins" / issue.folder
        files = {f"index.{lang}.md": text.encode() for lang, text in texts.items()}
        write_folder(folder, files)
        self._written(issue, rules, f"{root.name}/bulletins/{issue.folder}")
        return 0

    def show_outbox(self, folder: Path) -> int:
        """Print what lies in the outbox *folder*."""
        items, formats = read_outbox(folder), Formats(self.lang)
        table = Table(box=None, pad_edge=False)
        for column in ("day", "language", "subject", "size"):
            table.add_column(self.t(column), justify="right" if column == "size" else "left")
        for item in items:
            language, size = formats.language(item.lang), formats.size(item.sizes["html"])
            table.add_row(formats.day(item.date), language, item.subject, size)
        self.show(table if items else self.t("empty"))
        self.say("look", found=f"{os.path.relpath(folder)}/index.html")
        return 0

    def _written(self, issue: Issue, rules: NewsletterSettings, found: str) -> None:
        self.say("written", found=found, count=len(issue.items))
        if issue.is_demo:
            self.say("demo")
        if rules.mode == "posts":
            self.say("posts")


def draft(
    settings: Mapping[str, Any], rules: NewsletterSettings, day: date
) -> tuple[Issue, dict[str, str]]:
    """Return the next issue as of *day* and its files by language; no files where it is empty.

    Raises:
        Problems: the content or a catalogue needs mending first.
    """
    languages: tuple[str, ...] = tuple(settings["LANGUAGES"])
    words = read_catalogues(Path(settings["THEME"]) / "translations", languages)
    content = read_content(
        Path(settings["PATH"]),
        day=day,
        publish=False,
        memo=Memo(Path(settings["MEMO_PATH"]) / "texts.sqlite"),
        jobs=settings["JOBS"],
    )
    addresses = Addresses.from_settings(settings)
    if problems := [*content.problems, *check_addresses(content.documents, addresses)]:
        raise Problems(problems)
    site = build_site(content, settings, words, addresses, day)
    issue = next_issue(site, content.documents, rules, first=languages[0])
    return issue, texts_of(issue, words, rules, first=languages[0]) if issue.items else {}
