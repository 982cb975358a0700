"""Calls: which may be repeated, how long, and whether an answer is what was promised."""

import re
from collections.abc import Callable
from typing import Any

from plugins.newsletter.gateway.outcomes import Answer, MailchimpError, Outcome
from plugins.newsletter.gateway.wire import Wire
from plugins.newsletter.push.waiting import Clock

TRIES = 5
PAGE = 1000  # the most that Mailchimp gives at once; unless asked it gives 10
PART = re.compile("[0-9a-z][0-9a-z.-]*")  # of an address: an id, or a domain

GROUPS = ("contact", "options", "recipients", "settings", "tracking")
"""What in an answer is an object of its own."""
ANOTHER_SHAPE = "an answer of another shape"

Verb = Callable[..., Any]


class Calls:
    """Carries out the client's methods, one at a time, and believes only what the wire saw."""

    def __init__(self, wire: Wire, clock: Clock, *, pause: float) -> None:
        self._wire = wire
        self._clock = clock
        self._pause = pause

    def read(self, verb: Verb, *path: str, shape: tuple[str, ...] = (), **query: Any) -> Any:
        """Return the body of an answer, which must have the keys of *shape*."""
        return self._repeated(verb, path, (), query, shape=shape)

    def replace(self, verb: Verb, *path: str, body: dict[str, Any]) -> None:
        """Put a whole thing in the place of another: twice is as good as once."""
        self._repeated(verb, path, (body,), {}, shape=())

    def remove(self, verb: Verb, *path: str) -> None:
        """Delete what is there; gone already is as good."""
        try:
            self._repeated(verb, path, (), {}, shape=None)
        except MailchimpError as error:
            if error.outcome is not Outcome.REFUSED or error.status != 404:
                raise

    def make(self, verb: Verb, body: dict[str, Any]) -> Any:
        """Make a new thing, once, and return it."""
        return self._unsent_again(verb, (), (body,), shape=("id",))

    def act(self, verb: Verb, *path: str, body: dict[str, Any] | None = None) -> None:
        """Do something that can't be taken back, once."""
        self._unsent_again(verb, path, (body,) if body else (), shape=None)

    def pages(self, verb: Verb, *path: str, key: str, **query: Any) -> list[dict[str, Any]]:
        """Return all things of a list, however many pages it has, as it was at one time."""
        for _ in range(TRIES):
            found, whole = self._pages(verb, path, key, query)
            if whole:
                break
        else:
            raise MailchimpError(
                Answer(Outcome.UNKNOWN, title="the list changes as it is read"), _name(verb)
            )
        return found

    def _pages(
        self, verb: Verb, path: tuple[str, ...], key: str, query: dict[str, Any]
    ) -> tuple[list[dict[str, Any]], bool]:
        found: list[dict[str, Any]] = []
        totals = set()
        while True:
            page = self.read(verb, *path, shape=(key,), count=PAGE, offset=len(found), **query)
            things = page[key] or []
            if not isinstance(things, list) or not all(map(_is_thing, things)):
                raise MailchimpError(Answer(Outcome.UNKNOWN, title=ANOTHER_SHAPE), _name(verb))
            found += things
            totals.add(page.get("total_items", len(found)))
            if not things or len(found) >= max(totals):
                break
        # Whatever came or went between two pages has moved the rest: a thing is missing or twice.
        ids = {thing.get("id", thing.get("merge_id")) for thing in found}
        return found, totals == {len(ids)} == {len(found)}

    def _repeated(
        self,
        verb: Verb,
        path: tuple[str, ...],
        body: tuple[dict[str, Any], ...],
        query: dict[str, Any],
        *,
        shape: tuple[str, ...] | None,
    ) -> Any:
        for attempt in range(TRIES):
            answer = self._once(verb, path, body, query, shape=shape)
            if answer.outcome in (Outcome.OK, Outcome.REFUSED):
                break
            if attempt < TRIES - 1:
                self._clock.back_off(self._pause, attempt)
        return _body(answer, verb)

    def _unsent_again(
        self,
        verb: Verb,
        path: tuple[str, ...],
        body: tuple[dict[str, Any], ...],
        *,
        shape: tuple[str, ...] | None,
    ) -> Any:
        """Repeat only what has not left this machine."""
        for attempt in range(TRIES):
            answer = self._once(verb, path, body, {}, shape=shape)
            if answer.outcome is not Outcome.NOT_SENT:
                break
            if attempt < TRIES - 1:
                self._clock.back_off(self._pause, attempt)
        return _body(answer, verb)

    def _once(
        self,
        verb: Verb,
        path: tuple[str, ...],
        body: tuple[dict[str, Any], ...],
        query: dict[str, Any],
        *,
        shape: tuple[str, ...] | None,
    ) -> Answer:
        for part in path:
            if not PART.fullmatch(part):  # a slash in it would lead elsewhere
                raise ValueError(f"{part!r} is no id")
        self._wire.answer, self._wire.empty = None, shape is None
        fault = None
        try:
            verb(*path, *body, **query)
        except Exception as error:  # the client's own; the wire knows better
            fault = f"{type(error).__name__}: {getattr(error, 'text', error)}"
        answer = self._wire.answer
        if answer is None:  # never got as far as the wire: a mistake of ours
            raise TypeError(f"{_name(verb)}: {fault}")
        if answer.outcome is Outcome.OK and shape is not None and not _has(answer.body, shape):
            return Answer(Outcome.UNKNOWN, answer.status, title=ANOTHER_SHAPE)
        return answer


def _is_thing(thing: Any) -> bool:
    """Tell whether *thing*, one of a list, has a name that it can be asked for by."""
    return isinstance(thing, dict) and ("merge_id" in thing or _has(thing, ("id",)))


def _has(body: dict[str, Any], shape: tuple[str, ...]) -> bool:
    """Tell whether *body* has the keys of *shape*; its id is one, and its groups are groups."""
    groups = (body.get(name) for name in GROUPS)
    return (
        all(key in body for key in shape)
        and ("id" not in shape or PART.fullmatch(str(body["id"])) is not None)
        and all(group is None or isinstance(group, dict) for group in groups)
    )


def _body(answer: Answer, verb: Verb) -> Any:
    # Raised outside of any `except`, so that no request with the key in it hangs on to it.
    if answer.outcome is not Outcome.OK:
        raise MailchimpError(answer, _name(verb))
    return answer.body


def _name(verb: Verb) -> str:
    return str(getattr(verb, "__name__", verb))
