"""Nobody gets an e-mail twice and nobody misses one, whatever happens to a push that schedules."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.newsletter.matrix import run_all
from tests.newsletter.runs import email
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow


def test_every_fault_at_every_request(
    mailchimp: StandIn, ledger: Path, record_property: Callable[[str, object], None]
) -> None:
    """After each fault and a clean run, all have the e-mail once."""
    item = email("kongre", "en", host=mailchimp.host)
    tally = run_all(mailchimp, ledger, mode="schedule", items=[item])
    record_property("newsletter", f"schedule: {tally}")
    assert tally.tried > 250
    assert not tally.broken
