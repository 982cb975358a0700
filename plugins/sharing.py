"""Work shared out among processes, where the system can fork; elsewhere one process does it all."""

import os
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_SHARING = 150
"""Below so many pieces one process is done before a second one has started."""

SHARES = 32
"""For each process: nobody waits long for the last one."""

MOST_SHARES = 256
"""The number of a share is one byte."""

Outcome = tuple[dict[int, R], tuple[int, Exception] | None]
"""What one process has made, by the number of the share, and the share at which it failed."""


class WorkerLost(Exception):
    """A process that shared the work was ended from outside: by hand, or for want of memory."""


def share_out(
    work: Callable[[Sequence[T]], R],
    pieces: Sequence[T],
    jobs: int,
    *,
    worth: int = WORTH_SHARING,
    platform: str = sys.platform,
) -> list[R]:
    """Return what *work* makes of each share of *pieces*, in up to *jobs* processes.

    Each process takes the next share when it is done with one, be it slow or the machine busy.
    With less than *worth* pieces one process does it all; so it does on any *platform* but Linux,
    where alone it is safe to fork.

    Raises:
        Exception: what *work* raises, of the first share at which it does.
        WorkerLost: a process was ended by somebody else.
    """
    if jobs < 2 or len(pieces) < worth or platform != "linux":
        return [work(pieces)]
    count = min(len(pieces), SHARES * jobs, MOST_SHARES)
    shares = [pieces[number::count] for number in range(count)]
    turns = _queue(count)
    # A forked child has all that its parent has: only its result has to be sent.
    fork, helpers = get_context("fork"), []
    for _ in range(1, jobs):
        receiver, sender = fork.Pipe(duplex=False)
        helper = fork.Process(target=_send, args=(sender, work, shares, turns))
        helper.start()
        sender.close()
        helpers.append((helper, receiver))
    try:
        own = _work_off(work, shares, turns)
        outcomes = [own, *(receiver.recv() for _, receiver in helpers)]
    except EOFError:
        raise WorkerLost from None
    finally:
        os.close(turns)
        for helper, _ in helpers:
            helper.kill()  # it has told all it has to tell, or nobody listens any more
            helper.join()
    failures = [failure for _, failure in outcomes if failure]
    if failures:
        raise min(failures)[1]
    made = {number: result for results, _ in outcomes for number, result in results.items()}
    return [made[number] for number in range(count)]


def _queue(count: int) -> int:
    """Return the end of a pipe from which the numbers of *count* shares can be read, a byte each.

    The system gives a byte to one reader alone, so no process takes the turn of another one.
    """
    turns, end = os.pipe()
    os.write(end, bytes(range(count)))
    os.close(end)
    os.set_blocking(turns, False)  # whoever has forked at this moment may hold the other end open
    return turns


def _take(turns: int, most: int = 1) -> bytes:
    """Return the next number of *turns*, or up to *most* of them; nothing where none is left."""
    try:
        return os.read(turns, most)
    except BlockingIOError:
        return b""


def _send(
    sender: Connection, work: Callable[[Sequence[T]], R], shares: Sequence[Sequence[T]], turns: int
) -> None:
    sender.send(_work_off(work, shares, turns))


def _work_off(
    work: Callable[[Sequence[T]], R], shares: Sequence[Sequence[T]], turns: int
) -> Outcome[R]:
    """Do one share after the other, as long as *turns* hands out their numbers."""
    results = {}
    while turn := _take(turns):
        (number,) = turn
        try:
            results[number] = work(shares[number])
        except Exception as error:
            _take(turns, MOST_SHARES)  # there is no use in the rest
            return results, (number, error)
    return results, None
