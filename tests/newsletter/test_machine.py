"""Any sequence of edits, new posts, renames, pushes and faults ends well: hypothesis tries them."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from plugins.newsletter.gateway.outcomes import MailchimpError
from plugins.newsletter.item import PushItem
from tests.newsletter.account import busy_account
from tests.newsletter.faults import Fault
from tests.newsletter.runs import (
    PATIENT,
    Run,
    drafts_by_mark,
    email,
    expected,
    others,
    strike,
    undisturbed,
)
from tests.newsletter.stand_in import StandIn

pytestmark = pytest.mark.slow

NAMES = ("kongre", "sergi", "atolye")
FAULTS = [f for f in Fault if "KILL" not in f.name and "SILENT" not in f.name]


class Bulletin(RuleBasedStateMachine):
    """A site whose posts come and change, and pushes that go wrong."""

    server: ClassVar[StandIn]
    counts: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.server.begin(busy_account())
        self.before = others(self.server.account)
        self.folder = TemporaryDirectory()
        self.editions = {("kongre", "tr"): 1, ("kongre", "en"): 1}

    @property
    def items(self) -> list[PushItem]:
        return [email(*key, edition=edition) for key, edition in self.editions.items()]

    @rule(name=st.sampled_from(NAMES), lang=st.sampled_from(["tr", "en"]))
    def post(self, name: str, lang: str) -> None:
        """Write a post, or change the words and the title of one."""
        self.editions[name, lang] = self.editions.get((name, lang), 0) + 1

    @rule(mode=st.sampled_from(["draft", "schedule", "send"]), keeps=st.booleans())
    def push(self, mode: str, keeps: bool) -> None:
        """Push; on a fresh machine there is no ledger."""
        self.counts["pushes"] += 1
        run = self.run(mode, keeps=keeps)
        assert all(row.code == 0 for row in run.push(self.items))

    @rule(
        mode=st.sampled_from(["draft", "schedule", "send"]),
        fault=st.sampled_from(FAULTS),
        number=st.integers(1, 25),
    )
    def push_with_a_fault(self, mode: str, fault: Fault, number: int) -> None:
        """Push with something going wrong."""
        strike(self.server, "A", number, fault)
        self.counts["pushes with a fault"] += 1
        with suppress(MailchimpError):
            self.run(mode, keeps=True).push(self.items)
        self.server.wait()
        undisturbed(self.server)

    @rule()
    def time_passes(self) -> None:
        """What is scheduled is sent."""
        self.server.account.pass_time()

    @rule()
    def somebody_renames_a_draft(self) -> None:
        """The mark stays, the words are a person's."""
        for campaign in self.server.account.campaigns.values():
            if "[eb1:" in campaign["settings"]["title"] and campaign["status"] == "save":
                campaign["settings"]["title"] = "Yeni " + campaign["settings"]["title"][-22:]

    @invariant()
    def nobody_gets_it_twice(self) -> None:
        account = self.server.account
        got = {key: count for key, count in account.delivered.items() if key[1]}
        assert set(got.values()) <= {1}
        assert got.keys() <= expected(account, self.items)
        assert others(account) == self.before
        assert set(drafts_by_mark(account).values()) <= {1}
        assert not self.server.faults

    def teardown(self) -> None:
        """In the end, a run without faults, and everybody has everything."""
        self.run("send", keeps=True).push(self.items)
        self.server.account.pass_time()
        self.nobody_gets_it_twice()
        got = {key for key in self.server.account.delivered if key[1]}
        assert got == expected(self.server.account, self.items)
        self.counts["histories"] += 1
        self.counts["e-mails delivered"] += len(got)
        self.folder.cleanup()

    def run(self, mode: str, *, keeps: bool) -> Run:
        ledger = Path(self.folder.name) / "ledger.jsonl"
        if not keeps:
            ledger.unlink(missing_ok=True)
        return Run(
            f"{self.server.host}/3.0", ledger, mode, waits=PATIENT, clock=self.server.time.clock
        )


def test_any_sequence_ends_well(
    server: StandIn, record_property: Callable[[str, object], None]
) -> None:
    Bulletin.server = server
    quick = settings(
        max_examples=25,
        stateful_step_count=10,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    machine = Bulletin.TestCase
    machine.settings = quick
    machine("runTest").runTest()
    record_property("newsletter", f"any sequence: {dict(Bulletin.counts)}, twice 0, missing 0")
