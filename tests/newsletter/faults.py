"""What can go wrong with one request, between this machine and Mailchimp."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum


class Fault(Enum):
    """A fault, and whether the request was carried out all the same."""

    CUT_BEFORE = "cut, not carried out"
    CUT_AFTER = "cut, carried out"
    CUT_MIDWAY = "cut in the middle of the answer, carried out"
    SILENT_BEFORE = "no answer, not carried out"
    SILENT_AFTER = "no answer, carried out"
    LATE = "no answer, carried out when nobody waits any more"
    BARE_500_BEFORE = "500 without a body, not carried out"
    BARE_500_AFTER = "500 without a body, carried out"
    HTML_502 = "502 with a page, not carried out"
    HTML_502_AFTER = "502 with a page, carried out"
    THROTTLED = "429"
    BARE_403 = "403 without a body"
    BROKEN_JSON = "an answer that is no JSON, carried out"
    OTHER_SHAPE = "JSON of another shape, carried out"
    REDIRECT = "a redirect, not carried out"
    STALE = "a list of a while ago"
    KILL_BEFORE = "the process dies, not carried out"
    KILL_AFTER = "the process dies, carried out"


KILLS = {Fault.KILL_BEFORE, Fault.KILL_AFTER}
SILENT = {Fault.SILENT_BEFORE, Fault.SILENT_AFTER, Fault.LATE}
CARRIED_OUT = {
    Fault.CUT_AFTER,
    Fault.CUT_MIDWAY,
    Fault.SILENT_AFTER,
    Fault.BARE_500_AFTER,
    Fault.HTML_502_AFTER,
    Fault.BROKEN_JSON,
    Fault.OTHER_SHAPE,
    Fault.KILL_AFTER,
}

PAGE = b"<html><title>Bad gateway</title></html>"

ANSWERS: dict[Fault, tuple[int, dict[str, str], bytes]] = {
    Fault.BARE_500_BEFORE: (500, {}, b""),
    Fault.BARE_500_AFTER: (500, {}, b""),
    Fault.HTML_502: (502, {"Content-Type": "text/html"}, PAGE),
    Fault.HTML_502_AFTER: (502, {"Content-Type": "text/html"}, PAGE),
    Fault.THROTTLED: (429, {}, b""),
    Fault.BARE_403: (403, {}, b""),
    Fault.BROKEN_JSON: (200, {"Content-Type": "application/json"}, b'{"id": "12ab'),
    Fault.OTHER_SHAPE: (200, {"Content-Type": "application/json"}, b'["a proxy says hello"]'),
    Fault.REDIRECT: (302, {"Location": "/3.0/campaigns"}, b""),
}


def _set() -> threading.Event:
    event = threading.Event()
    event.set()
    return event


@dataclass
class Trouble:
    """What the stand-in does to the requests of one client."""

    at: int = 0
    """Counted from 1; 0 for no request."""
    fault: Fault | None = None
    kill: Callable[[], None] = lambda: None
    before: Callable[[int], None] = lambda number: None
    """Called with each request's number before it is carried out, to hold it back."""
    after: Callable[[int], None] = lambda number: None
    """The same, before its answer leaves."""
    seen: list[str] = field(default_factory=list)
    """Method and path of each request so far."""
    struck: bool = False
    """Whether the fault has happened."""
    ready: threading.Event = field(default_factory=_set)
    """Set when the process to be killed is known."""
