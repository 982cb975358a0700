"""Every fault at every request of a push, then a clean run, and what came of both."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

from plugins.newsletter.gateway.outcomes import MailchimpError
from plugins.newsletter.item import PushItem
from tests.newsletter.account import Account, busy_account
from tests.newsletter.faults import KILLS, SILENT, Fault
from tests.newsletter.runs import (
    PATIENT,
    QUICK,
    Run,
    drafts_by_mark,
    expected,
    others,
    page,
    strike,
    undisturbed,
)
from tests.newsletter.stand_in import StandIn


@dataclass
class Tally:
    """Counts what was tried, and what must stay 0."""

    tried: int = 0
    twice: int = 0
    missing: int = 0
    strangers: int = 0
    touched: int = 0
    drafts: int = 0
    broken: list[str] = field(default_factory=list)

    def count(
        self, case: str, account: Account, items: list[PushItem], before: dict[str, str]
    ) -> None:
        """Compare who got what with who should have."""
        self.tried += 1
        account.pass_time()
        due = expected(account, items)
        got = {key: count for key, count in account.delivered.items() if key[1]}
        faults = {
            "twice": sum(count > 1 for count in got.values()),
            "missing": len(due - got.keys()),
            "strangers": len(got.keys() - due),
            "touched": others(account) != before,
            "drafts": len(drafts_by_mark(account)),
        }
        for name, count in faults.items():
            setattr(self, name, getattr(self, name) + count)
        if any(faults.values()):
            self.broken.append(f"{case}: {faults}")

    def __str__(self) -> str:
        return (
            f"faults tried {self.tried}, twice {self.twice}, missing {self.missing}, "
            f"to the wrong people {self.strangers}, others' campaigns touched {self.touched}, "
            f"drafts left over {self.drafts}"
        )


def serve_pages(stand_in: StandIn, items: list[PushItem]) -> None:
    """Put the page of each e-mail on the public site."""
    for item in items:
        name = item.key.removeprefix("news/")
        path = item.page_url.removeprefix(stand_in.host)
        stand_in.pages[path] = 200, {"Content-Type": "text/html"}, page(name, item.lang)


def try_fault(
    stand_in: StandIn,
    run: Run,
    items: list[PushItem],
    fault: Fault,
    at: int,
    *,
    drafted: list[PushItem],
) -> tuple[bool, dict[str, str]]:
    """Push with a fault, then without; tell whether it happened, and what others had before."""
    stand_in.begin(busy_account())
    serve_pages(stand_in, items)
    before = others(stand_in.account)
    run.ledger.unlink(missing_ok=True)
    if drafted:
        clean_run(run, drafted)
    trouble = strike(stand_in, "A", at, fault)
    with suppress(MailchimpError):  # the very first look failed
        replace(run, waits=QUICK if fault in SILENT else PATIENT).push(items)
    reached = len(trouble.seen) >= at
    stand_in.wait()
    undisturbed(stand_in)
    clean_run(run, items)
    if run.mode == "draft":
        send_drafts(stand_in.account)
    return reached, before


def send_drafts(account: Account) -> None:
    """Do what a person does who looks at the drafts at Mailchimp: send them."""
    for campaign in account.campaigns.values():
        if "[eb1:" in campaign["settings"]["title"]:
            account.send(campaign)


def clean_run(run: Run, items: list[PushItem]) -> None:
    """Push with nothing in the way: it must leave nothing to do."""
    rows = replace(run, waits=PATIENT).push(items)
    assert all(row.code == 0 for row in rows), [(row.state, row.values) for row in rows]


def run_all(
    stand_in: StandIn,
    ledger: Path,
    *,
    mode: str,
    items: list[PushItem],
    drafted: Sequence[PushItem] = (),
    faults: Iterable[Fault] = tuple(fault for fault in Fault if fault not in KILLS),
    first: int = 1,
    step: int = 1,
) -> Tally:
    """Try each of *faults* at every request from the *first* on.

    With a *step* of 2 it is every other one, for one fault the odd ones and for the next the even.
    *drafted* lie at Mailchimp as drafts already.
    """
    tally = Tally()
    run = Run(f"{stand_in.host}/3.0", ledger, mode=mode, live=True, clock=stand_in.time.clock)
    for number, fault in enumerate(faults):
        at, reached = first - step + number % step, True
        while reached:
            at += step
            reached, before = try_fault(stand_in, run, items, fault, at, drafted=list(drafted))
            if reached:
                tally.count(f"{fault.name} at {at}", stand_in.account, items, before)
            assert not stand_in.faults
    return tally
