"""The stand-in of Mailchimp, started once for each file of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.newsletter.account import busy_account
from tests.newsletter.stand_in import StandIn


@pytest.fixture(name="server", scope="module")
def _server() -> Iterator[StandIn]:
    server = StandIn()
    yield server
    server.close()


@pytest.fixture(name="mailchimp")
def _mailchimp(server: StandIn) -> Iterator[StandIn]:
    """The stand-in with a busy account, and nothing going wrong."""
    server.begin(busy_account())
    yield server
    server.wait()


@pytest.fixture(name="ledger")
def _ledger(tmp_path: Path) -> Path:
    return tmp_path / "ledger.jsonl"
