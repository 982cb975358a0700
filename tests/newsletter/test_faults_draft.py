"""Whatever happens to a push that makes drafts, a person finds one draft of each e-mail."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import IS_LONG
from tests.newsletter.faults import CARRIED_OUT, KILLS, Fault
from tests.newsletter.matrix import run_all
from tests.newsletter.runs import email
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow


LOST = (*CARRIED_OUT - KILLS, Fault.LATE, Fault.STALE)
ALL = tuple(fault for fault in Fault if fault not in KILLS)


# New ones are made by the same requests as in the tests that send: here only what leaves doubles.
@pytest.mark.parametrize(("edited", "faults"), [(False, LOST), (True, ALL)], ids=["new", "edited"])
def test_every_fault_at_every_request(
    edited: bool,
    faults: tuple[Fault, ...],
    mailchimp: StandIn,
    ledger: Path,
    record_property: Callable[[str, object], None],
) -> None:
    """After each fault and a clean run, a person sends what is there, and all have it once."""
    item = email("kongre", "tr", edition=2)
    drafted = [email("kongre", "tr")] if edited else []
    tally = run_all(
        mailchimp,
        ledger,
        mode="draft",
        items=[item],
        drafted=drafted,
        faults=faults,
        step=1 if IS_LONG else 2,  # what is no draft is tried at every request
    )
    record_property("newsletter", f"draft, {'edited' if edited else 'new'}: {tally}")
    assert tally.tried > 50
    assert not tally.broken
