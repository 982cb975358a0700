"""The gateway: each trap of the client, sprung by a real answer over HTTP."""

import ast
import subprocess
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.newsletter.gateway.access import read_access
from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome, classify
from plugins.newsletter.mailchimp import Mailchimp
from plugins.newsletter.push.waiting import Clock, Waits
from tests.newsletter.account import LIST
from tests.newsletter.faults import SILENT, Fault
from tests.newsletter.runs import KEY_OF, PATIENT, QUICK, strike
from tests.newsletter.stand_in import StandIn

ENVIRONMENT = {"MAILCHIMP_API_KEY": KEY_OF["A"]}


def gateway(base: str, clock: Clock | None = None, waits: Waits = PATIENT) -> Mailchimp:
    access = read_access({**ENVIRONMENT, "MAILCHIMP_API_URL": base})
    return Mailchimp(access, waits, clock or Clock())


@pytest.fixture(name="gate")
def _gate(mailchimp: StandIn) -> Mailchimp:
    return gateway(f"{mailchimp.host}/3.0")


UNHURRIED = replace(QUICK, timeout=1)


def gate_for(fault: Fault, mailchimp: StandIn) -> Mailchimp:
    """A gateway that does not wait long where there will be no answer."""
    # A busy machine may need a while for an answer that does come.
    waits = UNHURRIED if fault in SILENT else PATIENT
    return gateway(f"{mailchimp.host}/3.0", mailchimp.time.clock, waits)


def failing(verb: Callable[[], object]) -> MailchimpError:
    with pytest.raises(MailchimpError) as raised:
        verb()
    return raised.value


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (Fault.CUT_BEFORE, Outcome.UNKNOWN),
        (Fault.CUT_MIDWAY, Outcome.UNKNOWN),
        (Fault.SILENT_BEFORE, Outcome.UNKNOWN),
        (Fault.BARE_500_BEFORE, Outcome.UNKNOWN),
        (Fault.HTML_502, Outcome.UNKNOWN),
        (Fault.BROKEN_JSON, Outcome.UNKNOWN),
        (Fault.OTHER_SHAPE, Outcome.UNKNOWN),
        (Fault.REDIRECT, Outcome.UNKNOWN),
        (Fault.THROTTLED, Outcome.THROTTLED),
        (Fault.BARE_403, Outcome.THROTTLED),
    ],
    ids=str,
)
def test_a_post_is_made_once(fault: Fault, outcome: Outcome, mailchimp: StandIn) -> None:
    """Whatever comes back, a redirect included: the caller is told how much is known."""
    gate = gate_for(fault, mailchimp)
    trouble = strike(mailchimp, "A", 1, fault)
    error = failing(lambda: gate.create({"type": "regular"}))
    assert error.outcome is outcome
    assert str(error)
    assert len(trouble.seen) == 1


@pytest.mark.parametrize("fault", [f for f in Fault if "KILL" not in f.name], ids=str)
def test_what_may_be_repeated_is(fault: Fault, mailchimp: StandIn) -> None:
    """Reading, replacing and deleting get through as soon as the fault has passed."""
    gate = gate_for(fault, mailchimp)
    made = mailchimp.account.add_campaign({"type": "regular"})["id"]
    for number, verb in enumerate(
        (
            lambda: gate.set_content(made, html="<p>ığüşöç</p>", text="ığüşöç"),
            gate.campaigns,
            lambda: gate.delete(made),
        )
    ):
        trouble = strike(mailchimp, "A", 1, fault)
        verb()
        assert trouble.struck or (fault is Fault.STALE and number != 1)
    assert made not in mailchimp.account.campaigns


@pytest.mark.parametrize(
    "changed",
    [{"id": None}, {"id": "../x"}, {"settings": "a"}, {"recipients": ["a"]}, {"tracking": 1}],
    ids=str,
)
def test_a_campaign_of_another_shape_is_not_believed(
    changed: dict[str, object], mailchimp: StandIn, gate: Mailchimp
) -> None:
    mailchimp.account.add_campaign({"type": "regular"}).update(changed)
    assert failing(gate.campaigns).outcome is Outcome.UNKNOWN


def test_a_refusal_is_in_mailchimps_words(gate: Mailchimp) -> None:
    """The client gives them as text, of an exception whose own text is empty."""
    error = failing(lambda: gate.send("abcdef0123"))
    assert error.outcome is Outcome.REFUSED
    assert error.status == 404
    assert "Resource Not Found: The requested resource could not be found." in str(error)
    assert error.instance in str(error)


def test_fields_of_an_invalid_resource_are_named() -> None:
    body = b"""{"type": "x", "title": "Invalid Resource", "status": 400, "detail": "Schema",
        "instance": "i", "errors": [{"field": "settings.reply_to", "message": "not an address"}]}"""
    answer = classify(400, body, empty=True)
    assert answer.outcome is Outcome.REFUSED
    assert answer.detail == "Schema · settings.reply_to: not an address"


@pytest.mark.parametrize(
    ("status", "body", "empty", "outcome"),
    [
        (204, b"", True, Outcome.OK),
        (200, b"<html>welcome to the hotel</html>", True, Outcome.UNKNOWN),
        (200, b"{}", False, Outcome.UNKNOWN),
        (200, b"[]", False, Outcome.UNKNOWN),
        (200, b"[" * 200_000, False, Outcome.UNKNOWN),
        (201, b'{"id": "1"}', False, Outcome.OK),
        (301, b'{"id": "1"}', False, Outcome.UNKNOWN),
        (408, b'{"title": "Timeout"}', False, Outcome.UNKNOWN),
        (404, b"<html>proxy</html>", False, Outcome.UNKNOWN),
        (403, b'{"title": "Forbidden"}', False, Outcome.REFUSED),
        (429, b'{"title": "Too Many Requests"}', False, Outcome.THROTTLED),
        (503, b"", True, Outcome.UNKNOWN),
    ],
)
def test_answers_are_classified(status: int, body: bytes, empty: bool, outcome: Outcome) -> None:
    assert classify(status, body, empty=empty).outcome is outcome


def test_what_did_not_leave_may_be_made_again(mailchimp: StandIn) -> None:
    """Nobody listens on port 9: the POST is tried until it can be, with longer and longer waits."""
    slept: list[float] = []
    clock = Clock(sleep=slept.append, jitter=lambda: 0.5)
    error = failing(
        lambda: gateway("http://127.0.0.1:9/3.0", clock, Waits(settle=30)).create({"type": "rss"})
    )
    assert error.outcome is Outcome.NOT_SENT
    assert slept == [1, 2, 4, 8]
    assert not mailchimp.account.writes


def test_a_mistake_of_ours_is_no_lost_answer(mailchimp: StandIn, gate: Mailchimp) -> None:
    """A body that is no JSON, or an id with a slash, never leaves."""
    with pytest.raises(TypeError, match="not JSON serializable"):
        gate.create({"type": object()})
    for bad in ("../lists", "a/b", "", "A", "a?b"):
        with pytest.raises(ValueError, match="no id"):
            gate.send(bad)
    assert not mailchimp.trouble["A"].seen


def test_the_key_shows_nowhere(mailchimp: StandIn, gate: Mailchimp) -> None:
    """Not in the words, not in a traceback with its local names, not in what hangs on it."""
    strike(mailchimp, "A", 1, Fault.CUT_BEFORE)
    error = failing(lambda: gate.create({"type": "regular"}))
    said = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert KEY_OF["A"] not in said + repr(error) + repr(vars(error))
    assert error.__cause__ is None
    assert error.__context__ is None
    assert KEY_OF["A"] not in repr(read_access(ENVIRONMENT))


def test_netrc_does_not_leak_in(
    mailchimp: StandIn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key is that of the environment, whomever ~/.netrc names for the host."""
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login x password y\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    assert gateway(f"{mailchimp.host}/3.0").account()["role"] == "owner"


def test_the_word_server_in_an_address_stays(mailchimp: StandIn, gate: Mailchimp) -> None:
    """The client would write the data centre over it."""
    assert gate.domain("mailserver.example") is not None
    assert mailchimp.trouble["A"].seen == ["GET /3.0/verified-domains/mailserver.example"]


def test_the_address_is_that_of_the_keys_data_centre() -> None:
    assert read_access(ENVIRONMENT).base == "https://us1.api.mailchimp.com/3.0"


@pytest.mark.parametrize("size", [1000, 20, 7])
def test_all_pages_are_read(size: int, mailchimp: StandIn, gate: Mailchimp) -> None:
    """Unasked, Mailchimp gives ten."""
    mailchimp.page_size = size
    found = gate.campaigns()
    assert {c["id"] for c in found} == set(mailchimp.account.campaigns)
    assert len(found) == len(mailchimp.account.campaigns)
    assert not mailchimp.faults


def test_a_list_that_changes_as_it_is_read_is_read_again(
    mailchimp: StandIn, gate: Mailchimp
) -> None:
    """Something deleted meanwhile moves the next page: one would never be seen."""
    mailchimp.page_size = 20
    first = next(iter(mailchimp.account.campaigns))

    def meanwhile(number: int) -> None:
        if number == 2:
            mailchimp.account.campaigns.pop(first)

    mailchimp.trouble["A"].before = meanwhile
    assert {c["id"] for c in gate.campaigns()} == set(mailchimp.account.campaigns)


def test_the_list_is_read_as_the_contract_says(mailchimp: StandIn, gate: Mailchimp) -> None:
    mailchimp.checks_answers = True
    gate.account(), gate.audience(LIST), gate.merge_fields(LIST), gate.folders(), gate.campaigns()
    assert not mailchimp.faults


def test_building_does_not_load_the_client() -> None:
    """It takes half a second, and a build has no use for it."""
    code = (
        "import sys, plugins.newsletter.push.command; print('mailchimp_marketing' in sys.modules)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert said.stdout.strip() == "False"


def test_one_module_alone_knows_the_client() -> None:
    plugins = Path(__file__).resolve().parents[2] / "plugins"
    knows = [p.name for p in plugins.rglob("*.py") if "mailchimp_marketing" in imports(p)]
    assert knows == ["mailchimp.py"]


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    plain = {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    return plain | {str(n.module) for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
