"""After any change whatever, a build that remembers equals one that starts from nothing.

A machine goes random ways through what people do to a site, and builds after each step. As part of
the suite it goes a few steps; `HYPOTHESIS_PROFILE=long pytest -n0 tests/test_incremental.py` goes
some thousands.
"""

import io
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PIL import Image

import tasks
from tests.conftest import DAY, IS_LONG, KEPT, PROFILE, SITE
from tests.project import UNCHANGED, Outcome, Project

which = st.integers(0, 40)
"""Which of those there are, in the order of their names, and round again."""

FOLDERS = sorted(path.relative_to(SITE).as_posix() for path in SITE.glob("*/*") if path.is_dir())
ALWAYS = {"pages/about", "pages/goals", "news/2026-09-01-yalniz"}
LEADS_TO = {
    "news/2026-11-06-kongre": {"events/2026-10-01-calistay"},
    "activities/2026-04-01-rapor": {"events/2026-03-01-ilk-bulusma"},
    "declarations/2026-06-01-ikinci": {"declarations/2026-02-01-bildirge"},
    "bulletins/2026-11-20-sayi-1": {
        *("news/2026-11-06-kongre", "events/2026-10-02-bulusma", "events/2026-10-01-calistay"),
    },
}
OTHER = {"tr": "en", "en": "tr"}
WORDS = ("Işık", "Deniz & kent", "“Ağ” <b>", "Yeni", "Ufuk")

LINES = {
    "": (
        *("status: draft", "status: hidden", "status: published", "date: 2026-11-18"),
        *("date: 2026-12-24", "modified: 2026-11-20", "tags: [goc]", "tags: [Gündem 21, goc]"),
        *("slug: baska-bir-ad", "summary: Başka bir özet.", "one_language: true", "demo: true"),
        *("mail: alone", "mail: no", "cover_alt: Bir resim.", "translated_from: tr aaaa"),
    ),
    "pages": ("order: 5", "order: 90", "menu_title: Kısa", "template: contact", "template: page"),
    "announcements": ("expires: 2026-12-01", "expires: 2026-02-01", "deadline: 2026-11-30 17:00"),
    "events": (
        *("event_status: postponed", "event_status: cancelled", "starts: 2026-11-21"),
        *("starts: 2026-12-01 18:30", "ends: 2027-05-01", "place: Bursa"),
    ),
    "activities": ("goals: [civil-society]", "partners: [WALD]", "event: 2026-10-01-calistay"),
    "declarations": ("adopted_on: 2011-01-01", "place: Bursa", "members: [Bursa]"),
    "partners": ("country: IT", "since: 2001", "relation: network"),
    "bulletins": ("number: 7", "subject: Konu", "items: [news/2026-09-01-yalniz]"),
}
"""Lines of front matter that somebody may write, by kind; those of the first for every kind."""

NEW = {
    "news": "",
    "announcements": "deadline: 2026-12-20\n",
    "events": "starts: 2026-12-05 14:00\n",
    "activities": "held_on: 2026-11-01\nevent: 2026-10-02-bulusma\n",
    "declarations": "adopted_on: 2012-05-05\nplace: İzmir\n",
    "bulletins": "number: 3\nitems: [news/2026-11-06-kongre]\n",
}
"""What a new text of each kind has to say of itself."""

SETTINGS = (
    *("ITEMS_PER_PAGE = 2", "HOME_ITEMS = 1", "FEED_ITEMS = 2", "LIST_UNTRANSLATED = False"),
    *('MENU_SECTIONS = ("press",)', "SITE_PUBLIC = True", 'SITEURL = "https://example.org"'),
    *('LANGUAGES = ("en", "tr")', 'TIMEZONE = "America/Adak"', "SECURITY = None"),
    *('ASSOCIATION["short_name"]["tr"] = "KENT"', 'ASSOCIATION["motto"]["en"] = "Yes."'),
    *('ADDRESSES["news"]["en"] = "stories"', 'ADDRESSES["tags"]["tr"] = "konular"'),
    *('NEWSLETTER["mode"] = "digest"', 'NEWSLETTER["untranslated"] = "link"'),
    *('NEWSLETTER["since"] = "2026-01-01"', 'PICTURES["sizes"]["text"] = "100vw"'),
    *('PICTURES["quality"]["jpeg"] = 20', 'PICTURES["fallback"] = 480', "PICTURES = None"),
    *('PUBLIC_URL = "https://example.com"', "NEWSLETTER = 3", "TIMEZONE = "),
)
"""Lines that somebody may add to pelicanconf.py; some are faults."""

FAULTS = (b"", b"\xff\xfe", b"---\ntitle: x\n---\n", b"---\nbaslik: x\nsummary: y\n---\n")
DAMAGES = ("cut", "bytes", "gone", "folder")
MARKS = ("</p>", "</li>", "</a>", "</h1>", "</h2>", "</article>", "%}", "{{")


@dataclass
class Step:
    """What was there before a step: of each file that it changed, and what was asked of a build."""

    asked: dict[str, Any]
    files: dict[Path, bytes | None] = field(default_factory=dict)


class Site(RuleBasedStateMachine):
    """A small site, those who work on it, and a build after whatever they do."""

    def __init__(self) -> None:
        super().__init__()
        self.root = KEPT / f"life-{PROFILE}"  # the same each time: templates are kept by place
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        self.site, self.fresh = Project(self.root / "site"), Project(self.root / "fresh")
        self.site.create(SITE)
        if not IS_LONG:
            self.site.share_templates()
        self.content, self.theme = self.site.root / "content", self.site.root / "theme"
        self.asked = {"day": DAY, "publish": False}
        self.jobs, self.number = 1, 0
        self.good: Outcome | None = None
        self.done: list[Step] = []

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    @initialize(kept=st.sets(st.sampled_from(FOLDERS), min_size=2, max_size=6), cards=st.booleans())
    def begin(self, kept: set[str], cards: bool) -> None:
        """Begin with a few folders of the small site, and what they lead to."""
        kept = kept.union(ALWAYS, *(LEADS_TO.get(name, ()) for name in kept))
        for name in set(FOLDERS) - kept:
            shutil.rmtree(self.content / name)
        if not cards:
            with (self.site.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
                file.write('PLUGINS.remove("plugins.cards")\n')

    # ── what is held after every step ───────────────────────────────────────────────────────

    @invariant()
    def a_build_that_remembers_equals_one_from_nothing(self) -> None:
        before = self.site.made()
        outcome = self.build()
        if outcome.code:
            assert self.site.made() == before, "a build that failed has changed the output"
            assert self.done, outcome.said  # the site that one begins with is sound
            self.take_back()
            outcome = self.build()
        assert outcome.code == 0, outcome.said
        self.good = outcome

    def build(self) -> Outcome:
        """Build with what is remembered, and from nothing; return what came of both."""
        self.jobs = 3 - self.jobs
        outcome = self.site.build(jobs=self.jobs, **self.asked)
        self.fresh.become(self.site)
        expected = self.fresh.build(**self.asked)
        assert outcome.code == expected.code, (outcome.said, expected.said)
        if outcome.code:
            assert complaints(outcome, self.site) == complaints(expected, self.fresh)
        else:
            assert differing(outcome.files, expected.files) == []
        assert self.site.left_over() == []
        return outcome

    # ── means ───────────────────────────────────────────────────────────────────────────────

    def step(self) -> None:
        """Begin a step."""
        self.done.append(Step(dict(self.asked)))

    def put(self, path: Path, data: bytes | str | None) -> None:
        """Let *path* hold *data*, or not be there."""
        self.done[-1].files.setdefault(path, path.read_bytes() if path.is_file() else None)
        lay(path, data.encode() if isinstance(data, str) else data)

    def forget(self, folder: Path) -> None:
        """Remove *folder* with all that is in it."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                self.put(path, None)

    def text(self, which: int) -> Path:
        texts = sorted(self.content.glob("*/*/index.*.md"))
        return texts[which % len(texts)]

    def folder(self, which: int) -> Path:
        return self.text(which).parent

    def change(self, path: Path, change: Callable[[str], str]) -> None:
        self.put(path, change(path.read_text(encoding="utf-8")))

    # ── what is done to texts ───────────────────────────────────────────────────────────────

    @rule(which=which, words=st.sampled_from(WORDS))
    def edit(self, which: int, words: str) -> None:
        self.step()
        self.change(self.text(which), lambda text: f"{text.rstrip()}\n\n{words}.\n")

    @rule(which=which, to=which)
    def link(self, which: int, to: int) -> None:
        self.step()
        other = self.text(to)
        target = other.relative_to(self.content).as_posix()
        link = f"[{other.parent.name}](../../{target})"
        self.change(self.text(which), lambda text: f"{text.rstrip()}\n\n{link}\n")

    @rule(which=which, title=st.sampled_from(WORDS))
    def retitle(self, which: int, title: str) -> None:
        self.step()
        line = f'title: "{title} {which}"'
        self.change(self.text(which), lambda text: re.sub("(?m)^title: .*", line, text, count=1))

    @rule(which=which, line=which)
    def state(self, which: int, line: int) -> None:
        """Write one line of the front matter, in place of the one that is there."""
        self.step()
        path = self.text(which)
        lines = LINES[""] + LINES.get(path.parents[1].name, ())
        self.change(path, lambda text: with_line(text, lines[line % len(lines)]))

    @rule(which=which, line=which)
    def reword(self, which: int, line: int) -> None:
        """Add a word to any line of a text, its front matter included."""
        self.step()
        path = self.text(which)
        lines = path.read_text(encoding="utf-8").splitlines()
        lines[line % len(lines)] += " ek"
        self.put(path, "\n".join(lines) + "\n")

    @rule(kind=st.sampled_from(sorted(NEW)), lang=st.sampled_from(["tr", "en"]), day=which)
    def add(self, kind: str, lang: str, day: int) -> None:
        self.step()
        self.number += 1
        folder = f"{date(2026, 11, 1) + timedelta(day)}-yeni-{self.number}"
        header = f"title: Yeni {self.number}\nsummary: Özet.\n{NEW[kind]}"
        self.put(self.content / kind / folder / f"index.{lang}.md", f"---\n{header}---\nMetin.\n")

    @rule(which=which)
    def remove(self, which: int) -> None:
        self.step()
        self.forget(self.folder(which))

    @rule(which=which, to=st.sampled_from(["", *NEW, "pages"]), follow=st.booleans())
    def move(self, which: int, to: str, follow: bool) -> None:
        """Give a folder another name, or another kind, and let what names it follow or not."""
        self.step()
        self.number += 1
        old = self.folder(which)
        kind, name = to or old.parent.name, old.name if to else f"{old.name}-{self.number}"
        new = self.content / kind / name
        if new == old or new.exists():
            return
        for path in sorted(old.rglob("*")):
            self.put(new / path.name, path.read_bytes())
        self.forget(old)
        for path in self.content.glob("*/*/index.*.md") if follow else ():
            text = path.read_text(encoding="utf-8")
            if old.name in text:
                text = text.replace(f"{old.parent.name}/{old.name}", f"{kind}/{name}")
                self.put(path, text.replace(old.name, name))

    @rule(which=which)
    def translate(self, which: int) -> None:
        """Write the text that is missing, or remove the one of two."""
        self.step()
        path = self.text(which)
        lang = path.name.split(".")[1]
        other = path.with_name(f"index.{OTHER[lang]}.md")
        if other.exists():
            self.put(other, None)
        else:
            title = path.read_text(encoding="utf-8").splitlines()[1]
            self.put(other, f"---\n{title} ({OTHER[lang]})\nsummary: Same.\n---\nSame.\n")

    @rule()
    def record(self) -> None:
        """Record that the translations are up to date, with the verb for it."""
        self.step()
        kept = {path: path.read_bytes() for path in self.content.glob("*/*/index.*.md")}
        self.site.say(tasks.translations, record=True)
        self.done[-1].files |= {path: old for path, old in kept.items() if path.read_bytes() != old}

    @rule(which=which, fault=st.sampled_from(FAULTS))
    def spoil(self, which: int, fault: bytes) -> None:
        self.step()
        self.put(self.text(which), fault)

    @rule(name=st.sampled_from(WORDS), lang=st.sampled_from(["tr", "en"]))
    def rename_tag(self, name: str, lang: str) -> None:
        self.step()
        old, tags = f"  {lang}: ", self.content / "tags.yaml"
        self.change(tags, lambda text: text.replace(old, f"{old}{name[0]}", 1))

    # ── what is done to files ───────────────────────────────────────────────────────────────

    @rule(which=which, colour=st.integers(0, 255), mention=st.booleans())
    def paint(self, which: int, colour: int, mention: bool) -> None:
        """Lay a picture beside a text, or another in its place, and show it or not."""
        self.step()
        path = self.text(which)
        self.put(path.with_name("resim.png"), picture(colour))
        if mention:
            self.change(path, lambda text: f"{text.rstrip()}\n\n![Bir resim](resim.png)\n")

    @rule(which=which, mended=st.booleans())
    def remove_file(self, which: int, mended: bool) -> None:
        """Remove what lies beside a text, and what shows it or not."""
        self.step()
        files = sorted(p for p in self.content.glob("*/*/*") if p.suffix != ".md" and p.is_file())
        if not files:
            return
        gone = files[which % len(files)]
        self.put(gone, None)
        for path in gone.parent.glob("index.*.md") if mended else ():
            lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
            self.put(path, "".join(line for line in lines if gone.name not in line))

    @rule(which=which, data=st.sampled_from([b"%PDF-1.4 more", b"<svg/>", b"", b"GIF89a"]))
    def rewrite_file(self, which: int, data: bytes) -> None:
        self.step()
        files = sorted(p for p in self.content.glob("*/*/*") if p.suffix != ".md" and p.is_file())
        if files:
            self.put(files[which % len(files)], data)

    # ── what is done to the theme and the settings ──────────────────────────────────────────

    @rule(which=st.integers(0, 99), mark=st.sampled_from(MARKS))
    def retheme(self, which: int, mark: str) -> None:
        """Change what a template says; now and then so that it can't be read any more."""
        self.step()
        templates = sorted(self.theme.glob("templates/**/*.*"))
        path = templates[which % len(templates)]
        self.change(path, lambda text: text.replace(mark, f"·{mark}", 1))

    @rule(which=which, rest=st.sampled_from([".x { color: red }", "/* */", "@import"]))
    def restyle(self, which: int, rest: str) -> None:
        self.step()
        files = sorted(self.theme.glob("css/**/*.css"))
        self.change(files[which % len(files)], lambda text: f"{text}\n{rest}\n")

    @rule(which=which, data=st.sampled_from([None, b"", b"<svg xmlns='x'/>"]))
    def redraw(self, which: int, data: bytes | None) -> None:
        """Change a file of the theme that pages ask for, remove it, or add one."""
        self.step()
        files = sorted(p for p in self.theme.glob("static/**/*") if p.is_file())
        files.append(self.theme / "static" / "yeni.svg")
        self.put(files[which % len(files)], data)

    @rule(which=st.integers(0, 400), lang=st.sampled_from(["tr", "en"]))
    def translate_theme(self, which: int, lang: str) -> None:
        self.step()
        path = self.theme / "translations" / f"{lang}.po"
        self.change(path, lambda text: with_another_word(text, which))

    @rule(line=st.sampled_from(SETTINGS))
    def set(self, line: str) -> None:
        self.step()
        self.change(self.site.root / "pelicanconf.py", lambda text: f"{text}\n{line}\n")

    # ── what is done beside ─────────────────────────────────────────────────────────────────

    @rule(days=st.integers(-320, 200))
    def wait(self, days: int) -> None:
        self.step()
        self.asked["day"] = str(date.fromisoformat(DAY) + timedelta(days))

    @rule()
    def go_public(self) -> None:
        self.step()
        self.asked["publish"] = not self.asked["publish"]

    @rule()
    def take_back(self) -> None:
        """Undo the last step that is not undone yet."""
        if self.done:
            step = self.done.pop()
            self.asked = step.asked
            for path, data in step.files.items():
                lay(path, data)

    @rule()
    def do_nothing(self) -> None:
        """Build again at once."""
        before = {path: path.stat().st_ino for path in self.site.root.glob("output/**/*.html")}
        outcome = self.site.build(**self.asked)
        assert self.good is None or outcome.files == self.good.files
        if UNCHANGED in outcome.said:
            event("nothing was done")
            assert {path: path.stat().st_ino for path in before} == before

    @rule(which=st.integers(0, 300), data=st.sampled_from([None, b"", b"changed by hand"]))
    def touch_output(self, which: int, data: bytes | None) -> None:
        """Change or remove what the last build wrote, or add to it."""
        made = sorted(p for d in ("output", "outbox") for p in self.site.root.glob(f"{d}/**/*.*"))
        made = [path for path in made if path.is_file()]
        made.append(self.site.root / "output" / "added.html")
        lay(made[which % len(made)], data)
        self.good = None

    @rule(which=which, at=st.floats(0, 1), damage=st.sampled_from(DAMAGES))
    def damage_memo(self, which: int, at: float, damage: str) -> None:
        memo = self.site.root / ".memo"
        files = sorted(path for path in memo.rglob("*") if path.is_file())
        if files:
            spoil(files[which % len(files)], at, damage)
        self.good = None


def lay(path: Path, data: bytes | None) -> None:
    """Let *path* hold *data* as a file of its own, or not be there, nor an empty folder for it."""
    path.unlink(missing_ok=True)
    if data is not None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    elif path.parent.is_dir() and not any(path.parent.iterdir()):
        path.parent.rmdir()


def spoil(path: Path, at: float, damage: str) -> None:
    """Do *damage* to the file *path*, as far into it as *at* says, of 0 to 1."""
    data = path.read_bytes()
    place = int(at * len(data))
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage == "cut":
        path.write_bytes(data[:place])
    elif damage == "bytes":
        path.write_bytes(data[:place] + b"\xff\x00damage" + data[place + 8 :])


def complaints(outcome: Outcome, project: Project) -> list[str]:
    """Return what *outcome* says is wrong, wherever the *project* lies."""
    return sorted(outcome.said.replace(str(project.root), "").splitlines())


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the names of the files that only one of the two has, or that differ."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def with_line(text: str, line: str) -> str:
    """Return *text* with *line* in its front matter, in place of the one of that name."""
    name = line.partition(":")[0]
    without = re.sub(rf"(?m)^{name}:.*\n", "", text, count=1)
    return without.replace("---\n", f"---\n{line}\n", 1)


def with_another_word(catalogue: str, which: int) -> str:
    """Return *catalogue* with a sign more in one of its messages."""
    found = list(re.finditer(r'(?m)^msgstr(\[\d\])? "(.+)"$', catalogue))
    end = found[which % len(found)].end(2)
    return f"{catalogue[:end]}!{catalogue[end:]}"


def picture(colour: int) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (16, 9), (colour, 0, 255 - colour)).save(file, "PNG")
    return file.getvalue()


FEW = {
    "max_examples": 2,
    "stateful_step_count": 9,
    "phases": [Phase.explicit, Phase.reuse, Phase.generate],  # to shorten a way takes minutes
}
Site.TestCase.settings = settings(
    **({} if IS_LONG else FEW), suppress_health_check=list(HealthCheck), print_blob=True
)
test_any_way_through_the_life_of_a_site = pytest.mark.slow(Site.TestCase)
