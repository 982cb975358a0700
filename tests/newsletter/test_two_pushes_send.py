"""Two machines push the same e-mail at the same time, without a lock between them."""

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from tests.conftest import IS_LONG
from tests.newsletter.crossing import Crossing, cross
from tests.newsletter.matrix import Tally, clean_run
from tests.newsletter.runs import Run, email, undisturbed
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow

MODE, STEP = "send", 1


def test_every_interleaving(
    server: StandIn, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    """Each request of the one is held until each request of the other was answered."""
    items = [email("kongre", "tr", host=server.host)]
    third = Run(f"{server.host}/3.0", tmp_path / "C.jsonl", MODE, clock=server.time.clock)
    tally = Tally()
    for held in count(1, STEP):
        for until in count(1, STEP):
            if (held + until // 2) % 2 and not IS_LONG:
                continue  # the suite tries half of them; HYPOTHESIS_PROFILE=long tries all
            crossing = Crossing(held, until, after=(held + until) % 2 == 0)
            came, reached, before = cross(server, tmp_path, MODE, items, crossing)
            undisturbed(server)
            clean_run(third, items)
            (tmp_path / "C.jsonl").unlink()
            tally.count(str(crossing), server.account, items, before)
            if not (came and reached):
                break
        if not came:
            break
    record_property("newsletter", f"two at once, {MODE}: {tally}")
    assert tally.tried > 50
    assert not tally.broken
    assert not server.faults
