"""Two machines push at the same time and both find nothing there: each makes a campaign."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import IS_LONG
from tests.newsletter.crossing import take_turns
from tests.newsletter.matrix import Tally, clean_run
from tests.newsletter.runs import Run, email, undisturbed
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow

LOOKED = 5  # requests after which a push has found no campaign, and is about to make one
LAST = 18


def test_every_pair_of_switches(
    server: StandIn, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """A looks; B goes on to each of its requests; then A to each of its own; then B ends first."""
    items = [email("kongre", "tr", host=server.host)]
    third = Run(f"{server.host}/3.0", tmp_path / "C.jsonl", "send", clock=server.time.clock)
    tally = Tally()
    for b in range(LOOKED, LAST):
        # The suite tries every other pair; HYPOTHESIS_PROFILE=long tries all.
        for a in range(LOOKED + 1 + (0 if IS_LONG else b % 2), LAST, 1 if IS_LONG else 2):
            turns = [("A", LOOKED), ("B", b), ("A", a), ("B", 99), ("A", 99)]
            before = take_turns(server, tmp_path, "send", items, turns)
            undisturbed(server)
            clean_run(third, items)
            (tmp_path / "C.jsonl").unlink()
            tally.count(str(turns), server.account, items, before)
    record_property("newsletter", f"two in turns: {tally}")
    assert not tally.broken
    assert not server.faults
