"""Two pushes at once, from two machines: a request of one waits for a request of the other."""

import threading
import time
from dataclasses import dataclass
from pathlib import Path

from plugins.newsletter.item import PushItem
from tests.newsletter.account import busy_account
from tests.newsletter.faults import Trouble
from tests.newsletter.runs import PATIENT, Run, others
from tests.newsletter.stand_in import StandIn

PATIENCE = 20  # seconds, after which something is wrong with the test itself


@dataclass(frozen=True)
class Crossing:
    """Request *held* of A is held, before or after it is carried out, until *until* of B is."""

    held: int
    until: int
    after: bool

    def __str__(self) -> str:
        return f"A {self.held}{'+' if self.after else '-'} until B {self.until}"


def cross(
    server: StandIn, folder: Path, mode: str, items: list[PushItem], crossing: Crossing
) -> tuple[bool, bool, dict[str, str]]:
    """Push twice at once; tell whether A came to its request, and B to its own."""
    server.begin(busy_account())
    before = others(server.account)
    runs = []
    for client in "AB":
        ledger = folder / f"{client}.jsonl"
        ledger.unlink(missing_ok=True)
        runs.append(Run(f"{server.host}/3.0", ledger, mode, client, waits=PATIENT))
    waiting, passed = threading.Event(), threading.Event()

    def hold(number: int) -> None:
        if number == crossing.held:
            waiting.set()
            assert passed.wait(PATIENCE)

    def note(number: int) -> None:
        if number == crossing.until:
            passed.set()

    server.trouble["A"] = Trouble(**{"after" if crossing.after else "before": hold})
    server.trouble["B"] = Trouble(after=note)
    first = runs[0].start(items)
    while first.alive and not waiting.wait(0.002):
        pass
    second = runs[1].start(items)
    while second.alive and not passed.is_set():
        time.sleep(0.001)
    passed.set()  # B has ended earlier than that
    codes = first.wait(), second.wait()
    assert codes == (0, 0), codes
    reached = len(server.trouble["B"].seen) >= crossing.until
    return waiting.is_set(), reached, before


class Turns:
    """Lets one push at a time go on: so many requests of the one, then so many of the other."""

    def __init__(self, turns: list[tuple[str, int]]) -> None:
        self._turns = turns
        self._changed = threading.Condition()

    def trouble(self, client: str) -> Trouble:
        """Return what the stand-in is to do with the requests of *client*."""
        return Trouble(
            before=lambda number: self._wait(client, number),
            after=lambda number: self._done(client, number),
        )

    def over(self, client: str) -> None:
        """Note that *client* has ended: whatever was left of its turns is void."""
        with self._changed:
            self._turns = [turn for turn in self._turns if turn[0] != client]
            self._changed.notify_all()

    def _wait(self, client: str, number: int) -> None:
        with self._changed:
            mine = self._changed.wait_for(
                lambda: not self._turns or self._turns[0][0] == client, PATIENCE
            )
        assert mine, f"{client} {number} was never let go"

    def _done(self, client: str, number: int) -> None:
        with self._changed:
            while self._turns and self._turns[0][0] == client and number >= self._turns[0][1]:
                self._turns.pop(0)
            self._changed.notify_all()


def take_turns(
    server: StandIn, folder: Path, mode: str, items: list[PushItem], turns: list[tuple[str, int]]
) -> dict[str, str]:
    """Push twice at once in *turns*: whose, and up to which request; return what others had."""
    server.begin(busy_account())
    before = others(server.account)
    order = Turns([*turns])
    children = {}
    for client in "AB":
        ledger = folder / f"{client}.jsonl"
        ledger.unlink(missing_ok=True)
        server.trouble[client] = order.trouble(client)
        run = Run(f"{server.host}/3.0", ledger, mode, client, waits=PATIENT)
        children[client] = run.start(items)
    while children:
        for client in [name for name, child in children.items() if not child.alive]:
            order.over(client)
            assert children.pop(client).wait() == 0
        time.sleep(0.002)
    return before
