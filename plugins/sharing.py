"""Work shared out among processes, where the system can fork; elsewhere one process does it all."""

import signal
import sys
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

WORTH_SHARING = 150
"""Below so many pieces one process is done before a second one has started."""


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

    With less than *worth* pieces one process does it all; so it does on any *platform* but Linux,
    where alone it is safe to fork.

    Raises:
        Exception: what *work* raises, in whichever process.
        WorkerLost: a process was ended by somebody else.
    """
    if jobs < 2 or len(pieces) < worth or platform != "linux":
        return [work(pieces)]
    # A forked child has all that its parent has: only its result has to be sent.
    fork, helpers = get_context("fork"), []
    for number in range(1, jobs):
        receiver, sender = fork.Pipe(duplex=False)
        helper = fork.Process(target=_send, args=(sender, work, pieces[number::jobs]))
        helper.start()
        sender.close()
        helpers.append((helper, receiver))
    try:
        own = _outcome(work, pieces[::jobs])
        outcomes = [own, *(receiver.recv() for _, receiver in helpers)]
    except EOFError:
        raise WorkerLost from None
    finally:
        for helper, _ in helpers:
            helper.kill()  # it has told all it has to tell, or nobody listens any more
            helper.join()
    for _, error in outcomes:
        if error:
            raise error
    return [result for result, _ in outcomes if result is not None]


def _send(sender: Connection, work: Callable[[Sequence[T]], R], share: Sequence[T]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started it hears Ctrl+C, and ends it
    result, error = _outcome(work, share)
    try:
        sender.send((result, error))
    except Exception:  # of an exception's own making: some can't be sent as they are
        sender.send((None, RuntimeError(repr(error))))


def _outcome(
    work: Callable[[Sequence[T]], R], share: Sequence[T]
) -> tuple[R | None, Exception | None]:
    try:
        return work(share), None
    except Exception as error:
        return None, error
