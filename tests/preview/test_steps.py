"""Whatever is changed, one thing after another, the preview shows what one just started would."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plugins.model.problem import Problem, Problems
from plugins.preview.proof import Proof
from tests.conftest import IS_LONG
from tests.preview.conftest import Watched, bare

NEWS = "news/2026-11-06-kongre/index.tr.md"
PAGE = "/haberler/izmirde-isik-soleni/"
DRAFT = "news/2026-11-01-taslak"
WORKSHOP = "events/2026-10-01-calistay/index.tr.md"
FIRST = "events/2026-03-01-ilk-bulusma"
GOALS = "pages/goals/index.tr.md"
NEW = "news/2026-11-30-yeni/index.tr.md"
LISTS = ["/", "/en/", "/haberler/", "/en/news/", "/etiketler/", "/rss.xml", "/sitemap.xml"]


def _draft(title: str) -> str:
    return f"---\ntitle: {title}\nsummary: Özet.\nstatus: draft\n---\n\nMetin.\n"


def _link(name: str, target: str) -> tuple[str, str, str]:
    """Return that a text gets a link, as what is replaced in it."""
    return name, "\n---\n", f"\n---\n[bağ]({target})\n\n"


def shown(proof: Proof) -> dict[str, Any]:
    """Return all that the pages of *proof* are made of."""
    showing, site = proof._showing, proof._showing.site
    return {
        "items": {p: (i.url, i.version, i.card.version) for p, i in showing.items.items()},
        "order": {lang: [item.path for item in items] for lang, items in site.items.items()},
        "editions": site.editions,
        "frames": [proof._templates.version(lang) for lang in site.editions],
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


def everything(proof: Proof) -> dict[str, bytes | str]:
    """Return what answers at every address but those of the cards, which are slow to draw."""
    pages = proof._pages
    pages.find("/nowhere/")  # makes known what else there is
    urls = {*pages._items, *pages._listed, *pages._writer.made, *proof._showing.site.media}
    found = {url: proof.answer(url).body for url in urls if not url.startswith("/cards/")}
    return {
        url: bare(body.decode()) if url.endswith(("/", ".html")) else body
        for url, body in found.items()
    }


# ── one step ────────────────────────────────────────────────────────────────────────────────


def a_new_draft(site: Watched) -> list[str]:
    site.write(NEW, _draft("Yeni"))
    return ["news/2026-11-30-yeni"]


def a_draft_that_goes(site: Watched) -> list[str]:
    shutil.rmtree(site.content / DRAFT)
    return [DRAFT]


def a_draft_that_is_published(site: Watched) -> list[str]:
    site.replace(f"{DRAFT}/index.tr.md", "status: draft\n", "")
    return [DRAFT]


def a_text_that_is_hidden(site: Watched) -> list[str]:
    site.replace(NEWS, "title:", "status: hidden\ntitle:")
    return [NEWS]


def a_title_that_moves_the_page(site: Watched) -> list[str]:
    site.replace(WORKSHOP, "title: ", "title: Taşınan ")
    return [WORKSHOP]


def another_folder(site: Watched) -> list[str]:
    (site.content / DRAFT).rename(site.content / "news/2026-11-02-taslak")
    return [DRAFT, "news/2026-11-02-taslak"]


def the_other_language(site: Watched) -> list[str]:
    site.write(f"{FIRST}/index.en.md", _draft("First").replace("status: draft\n", ""))
    return [FIRST]


def a_page_of_the_menu(site: Watched) -> list[str]:
    site.write("pages/yeni/index.tr.md", _draft("Sayfa").replace("status", "order: 15\nstatus"))
    return ["pages/yeni"]


def a_file_that_is_used_no_more(site: Watched) -> list[str]:
    site.replace(NEWS, "[belge](belge.pdf)", "belge")
    return [NEWS]


def a_text_with_a_picture_that_goes(site: Watched) -> list[str]:
    shutil.rmtree(site.content / "news/2026-12-15-bekleyen")
    return ["news/2026-12-15-bekleyen"]


def a_link_that_leads_nowhere(site: Watched) -> list[str]:
    site.replace(NEWS, "\n---\n", "\n---\n[yok](/yok/)\n")
    return [NEWS]


def a_fault_of_what_others_cite(site: Watched) -> list[str]:
    site.replace("declarations/2026-02-01-bildirge/index.tr.md", "summary:", "sumary:")
    return ["declarations/2026-02-01-bildirge"]


STEPS = [
    *[a_new_draft, a_draft_that_goes, a_draft_that_is_published, a_text_that_is_hidden],
    *[a_title_that_moves_the_page, another_folder, the_other_language, a_page_of_the_menu],
    *[a_file_that_is_used_no_more, a_text_with_a_picture_that_goes, a_link_that_leads_nowhere],
    a_fault_of_what_others_cite,
]


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.__name__)
def test_a_step_leaves_the_rest_as_it_is(watched, step):
    """One text doesn't make an editor wait for a thousand others."""
    showing = watched.proof._showing
    watched.page("/")
    watched.told(*step(watched))
    assert watched.proof._showing is showing
    assert_as_anew(watched)


def assert_as_anew(watched: Watched) -> None:
    new = watched.anew()
    assert told(watched.proof.wrong.content) == told(new.wrong.content)
    if not new.wrong.content:
        assert shown(watched.proof) == shown(new)
        assert bare(watched.page("/")) == bare(new.answer("/").body.decode())


@pytest.mark.parametrize(
    ("saves", "rules"),
    [
        # What another leads to may have been missing, or be missing now.
        ([_link(NEWS, f"../../{WORKSHOP}#yeni"), (WORKSHOP, "## Program", "## Yeni")], set()),
        ([_link(NEWS, "../2026-11-29-yeni/index.tr.md"), (NEW, "", _draft("Yeni"))], {"dead-link"}),
        (
            [_link(NEWS, f"../../{GOALS}#civil-society"), (GOALS, "order", "ordr")],
            {"unknown-field"},
        ),
        ([_link(WORKSHOP, "/etiketler/goc/"), (NEWS, "goc, ", "")], {"dead-address"}),
        # Other items serve the goals of a page.
        ([(GOALS, "title: Kent", "title: Dünya")], set()),
        # An address may be taken, by another text or by a list.
        (
            [(f"{DRAFT}/index.tr.md", "status", "slug: izmirde-isik-soleni\nstatus")],
            {"same-address"},
        ),
        ([("pages/about/index.tr.md", "title", "slug: haberler\ntitle")], {"reserved-address"}),
    ],
)
def test_more_than_one_text_may_have_to_do_with_it(watched, saves, rules):
    shutil.rmtree(watched.content / "news/2026-12-15-bekleyen")
    watched.open()
    for name, old, new in saves:
        path = watched.content / name
        text = path.read_text("utf-8") if path.exists() else ""
        watched.write(name, text.replace(old, new, 1))
        watched.told(name)
    assert set(watched.rules()) == rules
    assert_as_anew(watched)


def test_links_follow_what_moves(watched):
    watched.told(*a_title_that_moves_the_page(watched))
    assert 'href="/etkinlikler/tasinan-kent-' in watched.page(PAGE)
    assert "/etkinlikler/tasinan-kent-" in watched.page("/en/events/city-diplomacy-workshop/")


def test_a_text_may_lead_to_what_has_just_been_written(watched):
    """To a heading of its own, or to one that another text has had since a moment ago."""
    watched.save(NEWS, "\n---\n", "\n---\n[ora](index.tr.md#yepyeni)\n\n## Yepyeni\n\n")
    watched.save(WORKSHOP, "\n---\n", f"\n---\n[ora](../../{NEWS}#yepyeni)\n")
    assert watched.rules() == []


def test_what_a_fault_takes_along_is_told_and_stays(watched):
    """A text has a fault, and a heading less: where another leads there it is told, and shown."""
    watched.save(NEWS, f"(../../{WORKSHOP})", f"(../../{WORKSHOP}#program)")
    good = bare(watched.page(PAGE))
    watched.replace(WORKSHOP, "## Program", "Program")
    watched.save(WORKSHOP, "Akış.", "…")
    assert sorted(watched.rules()) == ["dead-anchor", "placeholder"]
    assert bare(watched.page(PAGE)) == good
    assert told(watched.proof.wrong.content) == told(watched.anew().wrong.content)


def test_a_change_that_was_not_taken_in_to_its_end_is_made_up_for(watched, monkeypatch):
    """A file went away in the middle: the next change finds all as it is on the disk."""

    def gone(*_):
        raise FileNotFoundError

    with monkeypatch.context() as patch:
        patch.setattr(watched.proof._gallery, "hang", gone)
        watched.replace(NEWS, "\n---\n", "\n---\nŞimdi yazıldı.\n\n")
        with pytest.raises(FileNotFoundError):
            watched.told(NEWS)
    watched.told(*a_new_draft(watched))
    assert shown(watched.proof) == shown(watched.anew())


# ── many steps ──────────────────────────────────────────────────────────────────────────────


class Typing:
    """Somebody who changes one thing after another, by chance."""

    def __init__(self, site: Watched, chance: random.Random) -> None:
        self.site = site
        self.chance = chance
        self.done: list[str] = []

    def step(self) -> dict[Path, bytes | None]:
        """Change something; return what was at each path that has changed, None for nothing."""
        before = self._files()
        change, path = self.chance.choice(CHANGES), self._text()
        self.done.append(f"{change.__name__} {path.relative_to(self.site.content)}")
        change(self, path)
        after = self._files()
        paths = before.keys() | after.keys()
        return {p: before.get(p) for p in paths if before.get(p) != after.get(p)}

    def undo(self, before: dict[Path, bytes | None]) -> None:
        """Put back what was at each path *before*."""
        self.done.append("undone")
        for path, data in before.items():
            if data is None:
                path.unlink()
                if not any(path.parent.iterdir()):
                    path.parent.rmdir()
            else:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(data)

    def _files(self) -> dict[Path, bytes]:
        return {p: p.read_bytes() for p in self.site.content.rglob("*") if p.is_file()}

    def _text(self) -> Path:
        return self.chance.choice(sorted(self.site.content.glob("*/*/index.*.md")))

    def _number(self) -> int:
        return self.chance.randrange(9)

    def body(self, path: Path) -> None:
        _append(path, f"Tümce {self._number()}.")

    def heading(self, path: Path) -> None:
        _append(path, f"## Başlık {self._number()}")

    def link(self, path: Path) -> None:
        """Lead to a text, perhaps to a heading of it, or to an address of the site."""
        other = self._text().relative_to(self.site.content).as_posix()
        anchor = self.chance.choice(["", "", "#program", f"#baslik-{self._number()}"])
        here = ["/haberler/", "/etiketler/goc/", "/rss.xml", "/yok/"]
        target = self.chance.choice([f"../../{other}{anchor}", self.chance.choice(here)])
        _append(path, f"Bkz. [bağ]({target}).")

    def title(self, path: Path) -> None:
        _replace(path, "title: ", f"title: {self.chance.choice('ABC')} ")

    def slug(self, path: Path) -> None:
        _replace(path, "title: ", f"slug: adres-{self._number()}\ntitle: ")

    def menu(self, path: Path) -> None:
        _replace(path, "order: ", f"menu_title: Menü {self._number()}\norder: ")

    def summary(self, path: Path) -> None:
        _replace(path, "summary: ", f"summary: {self.chance.choice('ABC')} ")

    def tags(self, path: Path) -> None:
        _replace(path, "tags: [", "tags: [gundem-21, ")

    def status(self, path: Path) -> None:
        """Take it away, or hide the text in one of the two ways."""
        text = path.read_text("utf-8")
        said = [status for status in ("draft", "hidden") if f"status: {status}\n" in text]
        if said:
            _replace(path, f"status: {said[0]}\n", "")
        else:
            _replace(path, "title: ", f"status: {self.chance.choice(['draft', 'hidden'])}\ntitle: ")

    def fault(self, path: Path) -> None:
        _replace(path, "summary:", "sumary:")

    def new(self, _: Path) -> None:
        folder, fields = self.chance.choice(list(KINDS.items()))
        name = f"{folder.format(self._number())}/index.{self.chance.choice(['tr', 'en'])}.md"
        text = _draft(f"Yeni {self._number()}")
        self.site.write(name, text.replace("status", f"{fields}status"))

    def second_language(self, path: Path) -> None:
        other = path.with_name("index.en.md" if path.name == "index.tr.md" else "index.tr.md")
        if not other.exists():
            text = _draft(f"Second {self._number()}").replace("status: draft\n", "")
            other.write_text(text, encoding="utf-8")

    def one_language(self, path: Path) -> None:
        path.unlink()

    def gone(self, path: Path) -> None:
        shutil.rmtree(path.parent)

    def folder(self, path: Path) -> None:
        target = path.parent.with_name(f"2026-10-2{self._number()}-tasinan")
        if path.parent.name[:4].isdigit() and not target.exists():
            path.parent.rename(target)


KINDS = {
    "news/2026-11-0{}-yeni": "",
    "events/2026-11-0{}-yeni": "starts: 2026-12-01 10:00\nplace: İzmir\n",
    "activities/2026-11-0{}-yeni": "held_on: 2026-11-01\nevent: 2026-03-01-ilk-bulusma\n",
    "pages/yeni-{}": "order: 5\n",
}
"""Where a new item of a kind lies, and what it has to say."""
CHANGES: list[Callable[[Typing, Path], None]] = [
    *[Typing.body, Typing.heading, Typing.link, Typing.link, Typing.title, Typing.slug],
    *[Typing.menu, Typing.summary, Typing.tags, Typing.status, Typing.fault, Typing.new],
    *[Typing.new, Typing.second_language, Typing.one_language, Typing.gone, Typing.folder],
]


@pytest.mark.parametrize("seed", range(100 if IS_LONG else 3))
def test_after_any_steps_all_is_as_made_anew(watched, seed):
    """What is at fault is told as by a preview just started; mended, it is shown as by one."""
    typing = Typing(watched, random.Random(seed))
    for nth in range(40 if IS_LONG else 12):
        before = typing.step()
        watched.proof.update(before)
        watched.page(LISTS[nth % len(LISTS)])  # what has been made must not stay
        new = watched.anew()
        assert told(watched.proof.wrong.content) == told(new.wrong.content), typing.done
        if new.wrong.content:
            typing.undo(before)
            watched.proof.update(before)
            new = watched.anew()
            assert watched.proof.wrong.content == [], typing.done
        assert shown(watched.proof) == shown(new), typing.done
    assert everything(watched.proof) == everything(new), typing.done


def _append(path: Path, text: str) -> None:
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", encoding="utf-8")


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
