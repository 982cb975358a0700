"""The content of the site itself: nothing is wrong with it, and no check says so."""

from tests.checks.conftest import CheckedSite
from tests.conftest import PROJECT


def test_the_content_of_the_site_gives_no_alarm(tmp_path):
    (tmp_path / "content").symlink_to(PROJECT / "content")
    found = CheckedSite(tmp_path).found()
    assert [problem.render("en") for problem in found] == []
