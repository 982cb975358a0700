"""The small site as `invoke check` sees it."""

import runpy
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from plugins.checks.command import Found, Request, check
from plugins.model.problem import Problem
from tests.conftest import DAY, PROJECT, SITE, SmallSite

CONF = runpy.run_path(str(PROJECT / "pelicanconf.py"))


@dataclass
class CheckedSite(SmallSite):
    """A site to write into and to check, its pages as they were built before."""

    def check(self, day: str = DAY, memo: str = "memo", **request: object) -> Found:
        """Return what `invoke check` finds with the *memo* of an earlier one."""
        settings = {**CONF, "MEMO_PATH": memo}
        return check(Request(as_of=day, **request), settings, self.root)

    def found(self, rule: str = "", **request: object) -> list[Problem]:
        """Return the problems of *rule*, or all."""
        return [p for p in self.check(**request).problems if rule in ("", p.rule)]


@pytest.fixture(name="texts")
def _texts(tmp_path: Path) -> CheckedSite:
    """A copy of the texts of the small site; nothing was built of them."""
    shutil.copytree(SITE, tmp_path / "content")
    site = CheckedSite(tmp_path)
    site.replace("news/2026-12-15-bekleyen/index.tr.md", "cover_alt: x", "cover_alt: Bir kare.")
    site.replace("declarations/2026-02-01-bildirge/index.tr.md", "2010-11-24", "2026-01-24")
    return site


@pytest.fixture(name="checked", scope="session")
def _checked(tmp_path_factory: pytest.TempPathFactory, built: SmallSite) -> CheckedSite:
    """The small site with its pages, checked once: what was found is in its memo."""
    root = tmp_path_factory.mktemp("checked")
    shutil.copytree(built.content, root / "content")
    shutil.copytree(built.output, root / "output")
    site = CheckedSite(root)
    site.check()
    return site


@pytest.fixture(name="pages")
def _pages(tmp_path: Path, checked: CheckedSite) -> CheckedSite:
    """A copy of it, to break one thing."""
    shutil.copytree(checked.root, tmp_path, dirs_exist_ok=True)
    return CheckedSite(tmp_path)
