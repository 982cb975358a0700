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

    def open(self, lang: str = "en", day: str = DAY) -> "Watched":
        settings = build_settings(publish=False, as_of=day, jobs=1) | {
            "PATH": str(self.content),
            "MEMO_PATH": str(self.root / "memo"),
            "THEME": str(self.theme),
        }
        self.proof = Proof(settings, lang=lang)
        return self

    def told(self, *names: str) -> None:
        """Tell the preview that *names* of the content folder have changed."""
        self.proof.update([self.content / name for name in names])

    def page(self, url: str) -> str:
        """Return what the preview answers at *url*."""
        return self.proof.answer(url).body.decode()

    def rules(self) -> list[str]:
        return [problem.rule for problem in self.proof.wrong.all()]


def bare(page: str) -> str:
    """Return *page* without what the preview has put at its foot."""
    return PIECE.sub("", page)


@pytest.fixture(name="watched")
def _watched(tmp_path: Path) -> Watched:
    """A copy of the small site, with a preview that has read it."""
    shutil.copytree(SITE, tmp_path / "preview" / "content")
    site = Watched(tmp_path / "preview")
    site.theme = PROJECT / "theme"
    return site.open()
