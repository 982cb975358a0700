"""Nobody gets an e-mail twice and nobody misses one, whatever happens to a push that schedules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.newsletter.matrix import run_all
from tests.newsletter.runs import email
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow

SAME = 9  # up to here the requests are those of a push that sends


def test_every_fault_at_every_request(
    mailchimp: StandIn, ledger: Path, record_property: Callable[[str, object], None]
) -> None:
    """After each fault and a clean run, all have the e-mail once."""
    item = email("kongre", "en", host=mailchimp.host)
    tally = run_all(mailchimp, ledger, mode="schedule", items=[item], first=SAME)
    record_property("newsletter", f"schedule: {tally}")
    assert tally.tried > 100
    assert not tally.broken
