"""After any change whatever, a build that remembers equals one that starts from nothing."""

import random
import shutil

import pytest
from PIL import Image

from tests.conftest import PROJECT, SmallSite
from tests.test_build import files

STEPS = 8


class Editors:
    """Somebody who changes one thing after another, by chance."""

    def __init__(self, site, theme, chance):
        self.site = site
        self.theme = theme
        self.chance = chance
        self.number = 0
        self.day = "2026-11-22"

    def step(self):
        """Change one thing; return what, for the message of a failing test."""
        news = (self.edit, self.add, self.remove, self.retitle, self.retag, self.hold_back)
        rest = (self.translate, self.recolour, self.repaint, self.retheme, self.reword, self.wait)
        change = self.chance.choice((*news, *rest))
        return change.__name__, change()

    def some_text(self):
        return self.chance.choice(sorted(self.site.content.glob("news/*/index.tr.md")))

    def change(self, path, old, new):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return path.parent.name

    def edit(self):
        path = self.some_text()
        path.write_text(
            path.read_text(encoding="utf-8") + f"\nSatır {self.chance.random()}.\n", "utf-8"
        )
        return path.parent.name

    def add(self):
        self.number += 1
        text = f"---\ntitle: Yeni haber {self.number}\nsummary: Özet.\ntags: [goc]\n---\nMetin.\n"
        self.site.write(f"news/2026-05-{self.number:02}-yeni/index.tr.md", text)

    def remove(self):
        added = sorted(self.site.content.glob("news/*-yeni"))
        if added:
            shutil.rmtree(self.chance.choice(added))

    def retitle(self):
        return self.change(self.some_text(), "title: ", f"title: {self.chance.choice('ABCÇD')} ")

    def retag(self):
        path = self.some_text()
        if "\ntags:" in path.read_text(encoding="utf-8"):
            return self.change(path, "[", "[gundem-2, ")
        return self.change(path, "---\n", "---\ntags: [gundem-21]\n")

    def hold_back(self):
        added = sorted(self.site.content.glob("news/*-yeni/index.tr.md"))
        if added:
            return self.change(self.chance.choice(added), "summary:", "status: hidden\nsummary:")
        return None

    def translate(self):
        added = sorted(self.site.content.glob("news/*-yeni"))
        if added:
            text = f"---\ntitle: News {self.chance.random()}\nsummary: Summary.\n---\n"
            (self.chance.choice(added) / "index.en.md").write_text(text, encoding="utf-8")

    def recolour(self):
        cover = self.site.content / "news/2026-11-06-kongre/kapak.svg"
        return self.change(cover, "</svg>", f'<rect width="{self.chance.randrange(99)}"/></svg>')

    def repaint(self):
        colour = tuple(self.chance.randrange(256) for _ in range(3))
        picture = self.site.content / "news/2026-11-06-kongre/kordon.jpg"
        Image.new("RGB", (40, 30), colour).save(picture)
        return colour

    def retheme(self):
        template = self.theme / "templates" / "macros" / "row.html"
        template.write_text(template.read_text(encoding="utf-8") + "\n{# changed #}", "utf-8")

    def reword(self):
        return self.change(
            self.theme / "translations" / "tr.po", 'msgstr "Haber', 'msgstr "Yeni haber'
        )

    def wait(self):
        self.day = self.chance.choice(["2026-11-22", "2026-12-13", "2026-12-16", "2027-04-01"])
        return self.day


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_an_incremental_build_equals_a_full_one(site, tmp_path, seed):
    theme = tmp_path / "theme"
    shutil.copytree(PROJECT / "theme", theme)
    editors = Editors(site, theme, random.Random(seed))
    steps = []
    for number in range(STEPS):
        steps.append(editors.step())
        incremental = files(site.build(day=editors.day, THEME=str(theme)))
        fresh = SmallSite(tmp_path / f"fresh-{number}")
        fresh.root.mkdir()
        fresh.content.symlink_to(site.content)
        assert files(fresh.build(day=editors.day, THEME=str(theme))) == incremental, steps
