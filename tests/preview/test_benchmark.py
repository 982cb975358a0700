"""The preview is measured as it is used: as a process of its own, over HTTP."""

import json

import pytest

from benchmarks import preview


@pytest.mark.slow
def test_every_edit_is_seen_and_timed(tmp_path):
    """A page that never says the new words would be no measurement."""
    figures = tmp_path / "figures.json"
    assert preview.main(["--posts=20", "--edits=1", f"--json={figures}"]) == 0
    seconds = json.loads(figures.read_text(encoding="utf-8"))
    assert set(preview.EDITS) < set(seconds)
    assert all(second > 0 for each in seconds.values() for second in each)
