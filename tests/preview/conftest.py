"""The small site, in a preview."""

import re
import shutil
from pathlib import Path

import pytest

from plugins.build import build_settings
from plugins.preview.proof import Proof
from tests.conftest import DAY, PROJECT, SITE, SmallSite

PIECE = re.compile(
    r"(<style>#_preview.*?</aside>\n)?(<style>main a.*?</style>\n)?"
    r"<script data-version=.*?</script>\n(?=</body>)",
    re.DOTALL,
)


class Watched(SmallSite):
    """A site with a preview beside it, which is told of every change."""

    theme: Path
    memo: Path

    def open(self, lang: str = "en", day: str = DAY) -> "Watched":
        settings = build_settings(publish=False, as_of=day, jobs=1) | {
            "PATH": str(self.content),
            "MEMO_PATH": str(self.memo),
            "THEME": str(self.theme),
        }
        self.proof = Proof(settings, lang=lang)
        return self

    def anew(self) -> Proof:
        """Return a preview that has just started."""
        return Proof(self.proof._settings, lang="en")

    def told(self, *names: str) -> None:
        """Tell the preview that *names* of the content folder have changed."""
        self.proof.update([self.content / name for name in names])

    def save(self, name: str, old: str, new: str) -> None:
        """Replace *old* in the file *name*, as an editor does, and tell the preview."""
        self.replace(name, old, new)
        self.told(name)

    def own_theme(self) -> Path:
        """Give the site a copy of the theme, to be changed, and return it."""
        self.theme = self.root / "theme"
        shutil.copytree(PROJECT / "theme", self.theme)
        self.open()
        return self.theme

    def status(self, url: str) -> int:
        return self.proof.answer(url).status

    def page(self, url: str) -> str:
        """Return what the preview answers at *url*."""
        return self.proof.answer(url).body.decode()

    def panel(self, url: str) -> str:
        """Return what the preview says at the foot of the page at *url*."""
        page = self.page(url)
        return page[len(bare(page).rpartition("</body>")[0]) :]

    def rules(self) -> list[str]:
        return [problem.rule for problem in self.proof.wrong.all()]


def bare(page: str) -> str:
    """Return *page* without what the preview has put at its foot."""
    return PIECE.sub("", page)


@pytest.fixture(name="watched")
def _watched(tmp_path: Path, built: SmallSite) -> Watched:
    """A copy of the small site, with a preview that has read it."""
    shutil.copytree(SITE, tmp_path / "preview" / "content")
    site = Watched(tmp_path / "preview")
    site.theme, site.memo = PROJECT / "theme", built.root / "memo"
    return site.open()
