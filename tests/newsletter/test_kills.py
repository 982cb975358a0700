"""A push is killed at each of its requests, as by a power cut; the next one goes on from there."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.newsletter.account import busy_account
from tests.newsletter.faults import KILLS, Fault
from tests.newsletter.matrix import Tally, clean_run, serve_pages
from tests.newsletter.runs import PATIENT, Run, both, others, strike, undisturbed
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("mode", ["send", "schedule"])
def test_a_killed_push_is_taken_up(
    mode: str, server: StandIn, ledger: Path, record_property: Callable[[str, object], None]
) -> None:
    """Killed before and after each request of both languages, with the ledger and without it."""
    items = both("kongre", host=server.host)
    run = Run(f"{server.host}/3.0", ledger, mode, waits=PATIENT, live=True, clock=server.time.clock)
    tally = Tally()
    for fault in sorted(KILLS, key=lambda kill: kill.name):
        at, died = 0, True
        while died:
            at += 1
            died, before = killed(server, run, fault, at)
            if at % 2:
                run.ledger.unlink(missing_ok=True)  # as on a fresh machine
            clean_run(run, items)
            tally.count(f"{fault.name} at {at}", server.account, items, before)
    record_property("newsletter", f"kill -9, {mode}: {tally}")
    assert tally.tried > 50
    assert not tally.broken
    assert not server.faults


def killed(server: StandIn, run: Run, fault: Fault, at: int) -> tuple[bool, dict[str, str]]:
    """Push in a process that dies at its request number *at*; tell whether it got so far."""
    server.begin(busy_account())
    items = both("kongre", host=server.host)
    serve_pages(server, items)
    before = others(server.account)
    run.ledger.unlink(missing_ok=True)
    trouble = strike(server, "A", at, fault)
    trouble.ready.clear()
    child = run.start(items)
    trouble.kill = child.kill
    trouble.ready.set()
    code = child.wait()
    undisturbed(server)
    assert code in (0, -9)
    assert trouble.struck == (code == -9)
    return trouble.struck, before
