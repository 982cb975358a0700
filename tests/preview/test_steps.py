"""Whatever is changed, one thing after another, the preview shows what one just started would."""

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from plugins.model.problem import Problem, Problems
from plugins.preview.proof import Proof
from tests.conftest import IS_LONG
from tests.preview.conftest import Watched, bare

DRAFT = "---\ntitle: {}\nsummary: Özet.\nstatus: draft\n---\n\nMetin.\n"
NEWS = "news/2026-11-06-kongre/index.tr.md"
NEW = "news/2026-11-03-yeni/index.tr.md"
OLD = "news/2026-11-01-taslak"
WORKSHOP = "events/2026-10-01-calistay/index.tr.md"
FIRST = "events/2026-03-01-ilk-bulusma/index.tr.md"


def shown(proof: Proof) -> dict[str, Any]:
    """Return all that the pages of *proof* are made of."""
    showing = proof._showing
    site = showing.site
    return {
        "items": {p: (i.url, i.version, i.card.version) for p, i in showing.items.items()},
        "order": {lang: [item.path for item in items] for lang, items in site.items.items()},
        "editions": site.editions,
        "goals": site.goals,
        "media": site.media,
        "links": sorted(site.site_links),
        "dead": told(proof.wrong.links),
        "marks": {url: (item.path, state) for url, (item, state) in showing.marks.items()},
        "texts": [document.path for document in showing.content.documents],
        "states": showing.content.states,
    }


def told(problems: list[Problem]) -> list[str]:
    return [problem.render("en") for problem in Problems(problems).problems]


def answers(proof: Proof, urls: list[str]) -> dict[str, bytes | str]:
    found = {url: proof.answer(url).body for url in urls}
    return {
        url: bare(body.decode()) if url.endswith(("/", ".html")) else body
        for url, body in found.items()
    }


def everywhere(proof: Proof) -> list[str]:
    """Return every address of *proof* but those of the cards, which are slow to draw."""
    pages = proof._pages
    pages.find("/nowhere/")  # makes known what else there is
    urls = {*pages._items, *pages._listed, *pages._shelf.made, *proof._showing.site.media}
    return sorted(url for url in urls if not url.startswith("/cards/"))


def assert_as_anew(watched: Watched) -> None:
    new = watched.anew()
    assert told(watched.proof.wrong.content) == told(new.wrong.content)
    assert shown(watched.proof) == shown(new)


class Typing:
    """Somebody who changes one text after another, by chance."""

    def __init__(self, site: Watched, chance: random.Random) -> None:
        self.site = site
        self.chance = chance

    def step(self) -> dict[Path, bytes | None]:
        """Change something; return what was at each path that has changed, None for nothing."""
        before = self._files()
        change = self.chance.choice(CHANGES)
        self.last = change.__name__
        change(self, self.text())
        after = self._files()
        paths = before.keys() | after.keys()
        return {p: before.get(p) for p in paths if before.get(p) != after.get(p)}

    def _files(self) -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in self.site.content.rglob("*") if p.is_file()}

    def text(self) -> Path:
        return self.chance.choice(sorted(self.site.content.glob("*/*/index.*.md")))

    def number(self) -> int:
        return self.chance.randrange(9)

    def body(self, path: Path) -> None:
        _change(path, "", f"\nTümce {self.number()}.\n", at_end=True)

    def heading(self, path: Path) -> None:
        _change(path, "", f"\n## Başlık {self.number()}\n", at_end=True)

    def title(self, path: Path) -> None:
        _change(path, "title: ", f"title: {self.chance.choice('ABC')} ")

    def summary(self, path: Path) -> None:
        _change(path, "summary: ", f"summary: {self.chance.choice('ABC')} ")

    def tags(self, path: Path) -> None:
        _change(path, "tags: [", "tags: [gundem-21, ")

    def slug(self, path: Path) -> None:
        _change(path, "title: ", f"slug: adres-{self.number()}\ntitle: ")

    def status(self, path: Path) -> None:
        text = path.read_text("utf-8")
        for status in ("draft", "hidden"):
            if f"status: {status}\n" in text:
                _change(path, f"status: {status}\n", "")
                return
        _change(path, "title: ", f"status: {self.chance.choice(['draft', 'hidden'])}\ntitle: ")

    def link(self, path: Path) -> None:
        """Lead to another text, perhaps to a heading of it, or to an address of the site."""
        other = self.text().relative_to(self.site.content).as_posix()
        place = self.chance.choice(["", "", "#program", f"#baslik-{self.number()}"])
        target = self.chance.choice([f"../../{other}{place}", "/haberler/", "/yok/"])
        _change(path, "", f"\nBkz. [bağ]({target}).\n", at_end=True)

    def new(self, _: Path) -> None:
        fields = self.chance.choice(list(KINDS))
        lang = self.chance.choice(["tr", "en"])
        number = self.number()
        folder = KINDS[fields].format(number)
        text = DRAFT.format(f"Yeni {number}").replace("status", f"{fields}status".lstrip())
        self.site.write(f"{folder}/index.{lang}.md", text)

    def second_language(self, path: Path) -> None:
        other = path.with_name("index.en.md" if path.name == "index.tr.md" else "index.tr.md")
        if not other.exists():
            draft = "" if "status: draft" in path.read_text("utf-8") else "status: draft\n"
            text = DRAFT.format(f"Second {self.number()}").replace("status: draft\n", draft[:0])
            other.write_text(text, encoding="utf-8")

    def one_language(self, path: Path) -> None:
        path.unlink()
        if not list(path.parent.glob("index.*.md")):
            shutil.rmtree(path.parent)

    def gone(self, path: Path) -> None:
        shutil.rmtree(path.parent)

    def folder(self, path: Path) -> None:
        target = path.parent.with_name(f"2026-10-2{self.number()}-tasinan")
        if path.parent.name[:4].isdigit() and not target.exists():
            path.parent.rename(target)

    def order(self, path: Path) -> None:
        if path.parts[-3] == "pages":
            _change(path, "title: ", f"menu_title: Menü {self.number()}\ntitle: ")

    def fault(self, path: Path) -> None:
        _change(path, "summary:", "sumary:")


KINDS = {
    "": "news/2026-11-0{}-yeni",
    "starts: 2026-12-01 10:00\nplace: İzmir\n": "events/2026-11-0{}-yeni",
    "held_on: 2026-11-01\nevent: 2026-03-01-ilk-bulusma\n": "activities/2026-11-0{}-yeni",
    "order: 5\n": "pages/yeni-{}",
}
"""What a new item of a kind has to say, and where it lies."""

CHANGES = [
    *[Typing.body, Typing.heading, Typing.title, Typing.summary, Typing.tags, Typing.slug],
    *[Typing.status, Typing.link, Typing.link, Typing.new, Typing.new, Typing.second_language],
    *[Typing.one_language, Typing.gone, Typing.folder, Typing.order, Typing.fault],
]


def _change(path: Path, old: str, new: str, *, at_end: bool = False) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text + new if at_end else text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("seed", range(100 if IS_LONG else 3))
def test_after_any_steps_all_is_as_it_would_be_made_anew(watched, seed):
    """What is at fault is told as by one just started, and shown like that when it is mended."""
    typing, done = Typing(watched, random.Random(seed)), []
    urls = ["/", "/en/", "/haberler/", "/en/news/", "/etiketler/", "/rss.xml", "/sitemap.xml"]
    for nth in range(30):
        before = typing.step()
        done.append(
            (typing.last, sorted(p.relative_to(watched.content).as_posix() for p in before))
        )
        watched.proof.update(before)
        watched.page(urls[nth % len(urls)])  # what has been made must not stay
        new = watched.anew()
        assert told(watched.proof.wrong.content) == told(new.wrong.content), done
        if watched.proof.wrong.content:
            _restore(before)
            watched.proof.update(before)
            done.append("restored")
            new = watched.anew()
            assert told(watched.proof.wrong.content) == told(new.wrong.content), done
        assert shown(watched.proof) == shown(new), done
    urls = everywhere(new)
    assert everywhere(watched.proof) == urls
    assert answers(watched.proof, urls) == answers(new, urls), done


def _restore(files: dict[Path, bytes | None]) -> None:
    for path, data in files.items():
        if data is None:
            path.unlink()
            if not list(path.parent.iterdir()):
                path.parent.rmdir()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
