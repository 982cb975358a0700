"""A small bilingual site, built with the real settings, theme and plugins."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.build import build, build_settings
from plugins.model.problem import Problem, Problems

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "chrome"))), None)
PROJECT = Path(__file__).resolve().parent.parent
SITE = PROJECT / "tests" / "site" / "content"
DAY = "2026-11-22"
# How long an example takes is no test: the machine may be busy.
hypothesis.settings.register_profile("unhurried", deadline=None)
# Half a day of ways through the life of a site (tests/test_incremental.py), for who asks for it.
hypothesis.settings.register_profile(
    "long", deadline=None, max_examples=500, stateful_step_count=40
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "unhurried")
IS_LONG = PROFILE == "long"
"""Whether there is time for what takes hours: all of what the suite tries a part of."""
hypothesis.settings.load_profile(PROFILE)

OWN_SITES = frozenset({"site", "office"})
"""Fixtures that give a test a site of its own to build."""
KEPT = PROJECT / ".pytest_cache" / "kept"
"""What takes longest to make, kept by content from one run to the next: compiled templates, and all
that is made of the site's own content. The tests of memos have memos of their own."""


@dataclass
class SmallSite:
    """A site in a folder of its own, to write into and to build."""

    root: Path

    @property
    def content(self) -> Path:
        return self.root / "content"

    @property
    def output(self) -> Path:
        return self.root / "output"

    def write(self, name: str, text: str) -> Path:
        """Write the file *name* of the content folder."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8")
        return path

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace *old*, which must be there, in the file *name* of the content folder."""
        path = self.content / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def build(
        self,
        *,
        publish: bool = False,
        day: str = DAY,
        jobs: int = 1,
        cards: bool = False,
        **more: Any,
    ) -> Path:
        """Build the site as of *day* and return its output folder.

        Social cards, which take most of the time of a build from nothing, only with *cards*.
        """
        self._take_templates()
        settings = build_settings(publish=publish, as_of=day, jobs=jobs)
        left_out = set() if cards else {"plugins.cards"}
        settings |= {
            "PLUGINS": [name for name in settings["PLUGINS"] if name not in left_out],
            "PATH": str(self.content),
            "FINAL_OUTPUT": self.output,
            "MEMO_PATH": str(self.root / "memo"),
            **more,
        }
        self.result = build(settings, progress=lambda stage: None)
        return self.output

    def _take_templates(self) -> None:
        """Share the compiled templates with every other site."""
        (self.root / "memo").mkdir(exist_ok=True)
        (KEPT / "templates").mkdir(parents=True, exist_ok=True)
        if not (self.root / "memo" / "templates").exists():
            (self.root / "memo" / "templates").symlink_to(KEPT / "templates")

    def problems(self, **options: Any) -> list[Problem]:
        """Build the site, which must fail, and return what is said to be wrong."""
        with pytest.raises(Problems) as raised:
            self.build(**options)
        return raised.value.problems

    def page(self, url: str) -> str:
        """Return the page that was built at *url*."""
        path = self.output / url.lstrip("/")
        path = path / "index.html" if url.endswith("/") else path
        return path.read_text(encoding="utf-8")


@pytest.fixture(name="site")
def _site(tmp_path: Path) -> SmallSite:
    """A copy of the small site, not built yet."""
    shutil.copytree(SITE, tmp_path / "content")
    return SmallSite(tmp_path)


@pytest.fixture(name="built", scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The small site, built once for all tests that only read it."""
    root = tmp_path_factory.mktemp("site")
    shutil.copytree(SITE, root / "content")
    site = SmallSite(root)
    site.build(cards=True)
    return site


@pytest.fixture(name="real", scope="session")
def _real(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The site's own content, built once for all tests that only read it."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(PROJECT / "content", root / "content")
    site = SmallSite(root)
    site.build(cards=True, MEMO_PATH=str(KEPT / "real"))
    return site


@pytest.fixture(name="chromium", scope="session")
def _chromium() -> Iterator[Browser]:
    """The machine's own Chromium; where it is missing the tests say so, and fail in the CI."""
    if CHROMIUM is None:
        message = "Chromium is missing: the tests in a real browser did not run"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(name="page")
def _page(chromium: Browser, address: str) -> Iterator[Page]:
    """A new window of the browser; addresses are those of the site at `address`."""
    context = chromium.new_context(base_url=address)
    page = context.new_page()
    yield page
    page.unroute_all(behavior="ignoreErrors")  # what is on its way
    context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to the whole suite what builds a site of its own: a second each, hundreds of times."""
    for item in items:
        if OWN_SITES.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.slow)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what the tests have counted: who got an e-mail twice, which facts were not found."""
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        for name, counted in report.user_properties:
            if name in ("newsletter", "translations") and report.when == "call":
                terminalreporter.write_line(str(counted))
