"""How a call to Mailchimp can end, in the five words that the whole push speaks.

The classes are those of the protocol: what matters about a failure is not its name but whether
the same request may be made again.
"""

import json
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Outcome(Enum):
    """What is known about a request after its answer, or the lack of one."""

    OK = "ok"
    REFUSED = "refused"
    """Understood and turned down: the same request would be again."""
    NOT_SENT = "not-sent"
    """Nothing of it can have been processed: it may be made again."""
    THROTTLED = "throttled"
    """Turned away for being one too many: not carried out, as far as the documents say."""
    UNKNOWN = "unknown"
    """Perhaps carried out, perhaps not: only reading tells."""


@dataclass(frozen=True)
class Answer:
    """One exchange: its outcome, and what came with it."""

    outcome: Outcome
    status: int | None = None
    body: Any = None
    title: str = ""
    detail: str = ""
    instance: str = ""
    """Names the fault to Mailchimp's own support."""


class MailchimpError(Exception):
    """A request that did not end well; `str` of it says why, and never holds the key."""

    def __init__(self, answer: Answer, request: str) -> None:
        self.outcome = answer.outcome
        self.status = answer.status
        self.title = answer.title
        self.detail = answer.detail
        self.instance = answer.instance
        self.request = request
        super().__init__(request)

    def __str__(self) -> str:
        said = ": ".join(filter(None, (self.title, self.detail))) or self.outcome.value
        status = f"{self.status} " if self.status else ""
        instance = f" [{self.instance}]" if self.instance else ""
        return f"{self.request}: {status}{said}{instance}"


def classify(status: int, body: bytes, *, empty: bool) -> Answer:
    """Return what an answer means; *empty* where the published success is 204 without a body.

    Statuses and the form of errors: developer/marketing/docs/errors; a 403 without a body stands
    for a 429 when there is much traffic (docs/fundamentals); a proxy's own pages are nobody's word.
    """
    found = _json(body)
    if 200 <= status < 300:
        if empty:
            return Answer(Outcome.OK if status == 204 else Outcome.UNKNOWN, status)
        good = isinstance(found, dict) and found
        return Answer(Outcome.OK, status, found) if good else Answer(Outcome.UNKNOWN, status)
    problem = found if isinstance(found, dict) and "title" in found else {}
    words = {
        "title": str(problem.get("title", "")),
        "detail": _detail(problem),
        "instance": str(problem.get("instance", "")),
    }
    return Answer(_refusal(status, bool(problem)), status, **words)


def _refusal(status: int, in_words: bool) -> Outcome:
    if status == 429 or (status == 403 and not in_words):
        return Outcome.THROTTLED
    if 400 <= status < 500 and status != 408 and in_words:
        return Outcome.REFUSED
    return Outcome.UNKNOWN


def _detail(problem: dict[str, Any]) -> str:
    """Return Mailchimp's sentence, and which fields it is about."""
    fields = problem.get("errors")
    named = [
        f"{field.get('field', '')}: {field.get('message', '')}".strip(": ")
        for field in (fields if isinstance(fields, list) else [])
        if isinstance(field, dict)
    ]
    return " · ".join([str(problem.get("detail", "")), *named]).strip(" ·")


def _json(body: bytes) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):  # what is nested a thousand times is no answer either
        return None
