"""The content of the site itself: it builds, today and later, for a look and for the public."""

import pytest

from tests.conftest import KEPT, PROJECT, SmallSite


@pytest.mark.parametrize("publish", [False, True], ids=["look", "publish"])
@pytest.mark.parametrize("day", ["2026-11-22", "2027-12-31"])
def test_the_content_of_the_site_has_no_problem(tmp_path, publish, day):
    (tmp_path / "content").symlink_to(PROJECT / "content")
    site = SmallSite(tmp_path)
    site.build(publish=publish, day=day, MEMO_PATH=str(KEPT / "real"))
    count = site.result.content.count()
    assert count["error"] == {}
    assert bool(count["demo"]) == publish


def test_every_kind_is_there_in_both_languages(real):
    for lang, items in real.result.site.items.items():
        kinds = {item.kind for item in items if item.listed}
        assert kinds == {
            text.parent.parent.name for text in real.content.glob(f"*/*/index.{lang}.md")
        }
        for kind in kinds - {"pages"}:
            assert len(real.result.site.of(lang, kind)) >= 4, (lang, kind)
