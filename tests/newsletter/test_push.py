"""The push, rule by rule: what it adopts, elects, compares and leaves alone."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from plugins.newsletter.push.comparison import same_html, same_text
from plugins.newsletter.push.identity import TITLE_LIMIT, mark, title
from plugins.newsletter.push.leaving import next_quarter
from plugins.newsletter.push.ledger import CREATING, DRAFT, Entry, Ledger
from plugins.newsletter.push.rows import exit_code
from tests.newsletter.account import Account
from tests.newsletter.faults import Fault
from tests.newsletter.matrix import Tally
from tests.newsletter.runs import (
    PATIENT,
    QUICK,
    SITE,
    Run,
    both,
    drafts_by_mark,
    email,
    expected,
    others,
    strike,
    undisturbed,
)
from tests.newsletter.stand_in import StandIn


@pytest.fixture(name="run")
def _run(mailchimp: StandIn, ledger: Path) -> Run:
    return Run(f"{mailchimp.host}/3.0", ledger, waits=PATIENT, clock=mailchimp.time.clock)


def ours(account: Account) -> list[dict[str, object]]:
    return [c for c in account.campaigns.values() if "[eb1:" in c["settings"]["title"]]


def states(run: Run, items: list[object]) -> set[str]:
    return {row.state for row in run.push(items)}  # type: ignore[arg-type]


def at(run: Run, mode: str) -> Run:
    return replace(run, mode=mode)


def test_everybody_gets_it_once(mailchimp: StandIn, run: Run) -> None:
    """Each in their language; whoever has chosen none, in the site's first."""
    items, before = both("kongre", "sergi"), others(mailchimp.account)
    assert states(run, items) == {"sent"}
    assert states(run, items) == {"already-sent"}
    assert mailchimp.account.delivered == dict.fromkeys(expected(mailchimp.account, items), 1)
    assert others(mailchimp.account) == before
    assert not mailchimp.faults


@pytest.mark.parametrize(
    "fault",
    [Fault.CUT_AFTER, Fault.BARE_500_AFTER, Fault.SILENT_AFTER, Fault.LATE, Fault.STALE],
    ids=str,
)
def test_the_gravest_faults(fault: Fault, mailchimp: StandIn, run: Run) -> None:
    """A quick part of the whole matrix: the answers that get lost after all was done."""
    run = replace(run, waits=QUICK)
    item, tally = email("kongre", "tr"), Tally()
    for number in (2, 4, 6, 9, 14, 15):
        mailchimp.begin(type(mailchimp.account)(members=mailchimp.account.members))
        run.ledger.unlink(missing_ok=True)
        strike(mailchimp, "A", number, fault)
        run.push([item])
        mailchimp.wait()
        undisturbed(mailchimp)
        run.push([item])
        tally.count(f"{number}", mailchimp.account, [item], {})
    assert not tally.broken


def test_a_new_title_does_not_send_it_again(mailchimp: StandIn, run: Run) -> None:
    """Its identity is its folder and language."""
    run.push([email("kongre", "tr")])
    assert states(run, [email("kongre", "tr", edition=2)]) == {"already-sent"}
    assert max(mailchimp.account.delivered.values()) == 1


def test_a_draft_follows_its_text(mailchimp: StandIn, run: Run) -> None:
    draft = at(run, "draft")
    assert states(draft, [email("kongre", "tr")]) == {"drafted"}
    assert states(draft, [email("kongre", "tr")]) == {"draft"}
    assert states(draft, [email("kongre", "tr", edition=2)]) == {"updated"}
    (campaign,) = ours(mailchimp.account)
    assert "şöleni 2" in json.dumps(campaign, ensure_ascii=False)
    assert "şöleni 1" not in json.dumps(campaign, ensure_ascii=False)


def test_what_is_scheduled_is_only_reported(mailchimp: StandIn, run: Run) -> None:
    schedule = at(run, "schedule")
    assert states(schedule, [email("kongre", "tr")]) == {"scheduled"}
    assert states(schedule, [email("kongre", "tr", edition=2)]) == {"outdated"}
    (campaign,) = ours(mailchimp.account)
    assert "şöleni 1" in str(campaign["content"])


def test_the_oldest_of_several_drafts_stays(mailchimp: StandIn, run: Run) -> None:
    """Three of the same mark, made in one second: their running number tells."""
    item = email("kongre", "tr")
    body = {"type": "regular", "settings": {"title": title(SITE, item), "from_name": "DİDER"}}
    made = [mailchimp.account.add_campaign(body) for _ in range(3)]
    assert states(at(run, "draft"), [item]) == {"updated"}
    assert [c["id"] for c in ours(mailchimp.account)] == [made[0]["id"]]


def test_a_copy_that_a_person_made_is_theirs(mailchimp: StandIn, run: Run) -> None:
    """It is not deleted; but if it was sent, the e-mail has been sent."""
    item = email("kongre", "tr")
    settings = {"title": title(SITE, item) + " (copy 01)", "from_name": "DİDER"}
    copy = mailchimp.account.add_campaign({"type": "regular", "settings": settings})
    assert states(at(run, "draft"), [item]) == {"drafted"}
    assert copy["id"] in mailchimp.account.campaigns
    copy["status"] = "sent"
    assert states(run, [item]) == {"already-sent"}
    assert not mailchimp.account.delivered


@pytest.mark.parametrize("status", ["canceled", "canceling", "archived", "sending"])
def test_what_was_let_go_is_never_made_again(status: str, mailchimp: StandIn, run: Run) -> None:
    item = email("kongre", "tr")
    settings = {"title": title(SITE, item)}
    body = {"type": "regular", "settings": settings}
    mailchimp.account.add_campaign(body, status=status)["emails_sent"] = 9
    assert exit_code(run.push([item])) == 0
    assert not mailchimp.account.writes


@pytest.mark.parametrize("status", ["canceled", "canceling", "sending"])
def test_what_was_let_go_and_reaches_nobody_is_for_a_person(
    status: str, mailchimp: StandIn, run: Run
) -> None:
    """An account that was closed says yes, and sends nothing."""
    item = email("kongre", "tr")
    body = {"type": "regular", "settings": {"title": title(SITE, item)}}
    campaign = mailchimp.account.add_campaign(body, status=status)
    campaign["send_time"] = "2026-11-20T08:00:00+00:00"
    rows = run.push([item])
    assert [row.state for row in rows] == ["stopped"]
    assert exit_code(rows) == 3
    assert not mailchimp.account.writes


@pytest.mark.parametrize("mode", ["draft", "send"])
def test_a_folder_that_was_renamed_is_not_mailed_again(
    mode: str, mailchimp: StandIn, run: Run
) -> None:
    """Its page is the same; the other language, which nobody has yet, is not kept back."""
    tr, en = both("kongre")
    run.push([tr])
    moved = [replace(item, key="news/2026-11-21-kongre") for item in (tr, en)]
    rows = at(run, mode).push(moved)
    assert {row.item.lang: row.state for row in rows}["tr"] == "same-page"
    assert {row.item.lang: row.state for row in rows}["en"] in ("drafted", "sent")
    assert exit_code(rows) == 3
    assert set(mailchimp.account.delivered.values()) == {1}
    other = replace(email("sergi", "tr"), key="news/2026-11-21-sergi")
    assert states(run, [other]) == {"sent"}


def test_what_an_issue_has_carried_is_not_mailed_alone(mailchimp: StandIn, run: Run) -> None:
    """What is added to it later has not been; who has not got it gets it alone."""
    carried, late = email("kongre", "tr"), email("sergi", "tr")
    issue = replace(email("sayi-1", "tr"), carries=(carried.key,))
    assert states(run, [issue]) == {"sent"}
    assert states(run, [issue]) == {"already-sent"}
    rows = run.push([replace(issue, carries=(carried.key, late.key)), carried])
    assert {row.item.key: row.state for row in rows} == {
        issue.key: "grown",
        carried.key: "carried",
    }
    assert exit_code(rows) == 3
    assert states(run, [late]) == {"sent"}
    assert set(mailchimp.account.delivered.values()) == {1}


def test_what_is_of_a_day_to_come_is_not_made(mailchimp: StandIn, run: Run) -> None:
    """Its outbox was built as of that day, to look at."""
    item = replace(email("kongre", "tr"), date=date(2999, 1, 1))
    assert states(at(run, "draft"), [item]) == {"early"}
    assert states(run, [item]) == {"early"}
    assert not mailchimp.account.writes


def test_ledgers_of_two_machines_may_be_joined(mailchimp: StandIn, run: Run) -> None:
    """Git puts the lines of one after those of the other, not in the order of events."""
    item = email("kongre", "tr")
    at(run, "draft").push([item])
    before = run.ledger.read_bytes()
    run.push([item])
    run.ledger.write_bytes(run.ledger.read_bytes() + before)
    mailchimp.account.campaigns.clear()
    assert states(run, [item]) == {"lost"}
    assert set(mailchimp.account.delivered.values()) == {1}


def test_a_renamed_campaign_is_remembered(mailchimp: StandIn, run: Run) -> None:
    """The ledger knows its id, where the list no longer shows its mark."""
    item = email("kongre", "tr")
    at(run, "draft").push([item])
    (campaign,) = ours(mailchimp.account)
    campaign["settings"]["title"] = "Kongre!"  # type: ignore[index]
    assert states(at(run, "draft"), [item]) == {"updated"}
    run.push([item])
    ours(mailchimp.account)[0]["settings"]["title"] = "Kongre!"  # type: ignore[index]
    assert states(run, [item]) == {"already-sent"}
    assert max(mailchimp.account.delivered.values()) == 1


def test_a_sent_campaign_that_is_gone_stops_it(mailchimp: StandIn, run: Run) -> None:
    """The second witness says sent, the record nothing: a person has to look."""
    item = email("kongre", "tr")
    run.push([item])
    mailchimp.account.campaigns.clear()
    rows = run.push([item])
    assert [row.state for row in rows] == ["lost"]
    assert exit_code(rows) == 3
    assert max(mailchimp.account.delivered.values()) == 1


def test_without_a_ledger_mailchimp_is_enough(mailchimp: StandIn, run: Run) -> None:
    items = both("kongre")
    run.push(items)
    run.ledger.unlink()
    assert states(run, items) == {"already-sent"}
    assert states(run, items) == {"already-sent"}
    assert set(mailchimp.account.delivered.values()) == {1}


def test_two_scheduled_become_one(mailchimp: StandIn, run: Run) -> None:
    """Whoever did it: the later one is taken back before its time."""
    item = email("kongre", "tr")
    at(run, "schedule").push([item])
    (first,) = ours(mailchimp.account)
    body = {"type": "regular", "settings": {"title": title(SITE, item), "from_name": "DİDER"}}
    mailchimp.account.add_campaign(body, status="schedule")
    assert states(at(run, "schedule"), [item]) == {"already-scheduled"}
    assert ours(mailchimp.account) == [first]


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({"html": "<p>other</p>"}, "altered"),
        ({"plain_text": ""}, "altered"),
    ],
    ids=str,
)
def test_other_content_than_given_is_not_sent(
    change: dict[str, str], state: str, mailchimp: StandIn, run: Run
) -> None:
    def meddle(number: int) -> None:
        for campaign in ours(mailchimp.account):
            if campaign["content"]["html"]:  # type: ignore[index]
                campaign["content"] |= change  # type: ignore[operator]

    mailchimp.trouble["A"].before = meddle
    assert states(run, [email("kongre", "tr")]) == {state}
    assert not mailchimp.account.delivered


def test_a_segment_that_became_everybody_is_not_sent(mailchimp: StandIn, run: Run) -> None:
    """The worst of all: English readers would get the Turkish one."""

    def meddle(number: int) -> None:
        for campaign in ours(mailchimp.account):
            campaign["recipients"].pop("segment_opts", None)  # type: ignore[attr-defined]

    mailchimp.trouble["A"].before = meddle
    assert states(run, [email("kongre", "tr")]) == {"altered"}
    assert not mailchimp.account.delivered


def test_what_the_checklist_lacks_is_told(mailchimp: StandIn, run: Run) -> None:
    item = email("kongre", "tr")
    bare = replace(item, html=item.html.replace("*|UNSUB|*", ""))
    (row,) = run.push([bare])
    assert row.state == "not-ready"
    assert "no unsubscribe link" in str(row.values["found"])
    assert row.code == 2


def test_one_folder_for_all(mailchimp: StandIn, run: Run) -> None:
    """Found where it is, made where it is not; of two made at once, both runs take the same."""
    run.push(both("kongre"))
    folders = [k for k, name in mailchimp.account.folders.items() if name == "DİDER e-bülten"]
    assert len(folders) == 1
    assert {c["settings"]["folder_id"] for c in ours(mailchimp.account)} == set(folders)  # type: ignore[index]

    def another(number: int) -> None:
        if mailchimp.trouble["A"].seen[-1] == "POST /3.0/campaign-folders":
            mailchimp.account.folders["0000000000"] = "DİDER e-bülten"

    mailchimp.account.folders.pop(folders[0])
    mailchimp.trouble["A"].before = another
    run.push(both("sergi"))
    named = [k for k, name in mailchimp.account.folders.items() if name == "DİDER e-bülten"]
    assert named == ["0000000000"]


@pytest.mark.parametrize("fault", [Fault.CUT_AFTER, Fault.CUT_BEFORE, Fault.LATE], ids=str)
def test_no_second_folder_after_a_lost_answer(fault: Fault, mailchimp: StandIn, run: Run) -> None:
    strike(mailchimp, "A", 4, fault)
    at(replace(run, waits=QUICK), "draft").push(both("kongre"))
    mailchimp.wait()
    assert mailchimp.trouble["A"].seen[3] == "POST /3.0/campaign-folders"
    assert list(mailchimp.account.folders.values()).count("DİDER e-bülten") == 1
    assert list(drafts_by_mark(mailchimp.account).values()) == [1, 1]


@pytest.mark.parametrize("length", [1, 40, 60, 300])
def test_the_mark_survives_a_long_title(length: int) -> None:
    item = replace(email("kongre", "tr"), title="Şölen " * length)
    assert title(SITE, item).endswith(mark(SITE, item))
    assert len(title(SITE, item)) <= TITLE_LIMIT


def test_the_mark_is_of_site_folder_and_language() -> None:
    tr, en = both("kongre")
    marks = {mark(SITE, tr), mark(SITE, en), mark("x", tr), mark(SITE, email("sergi", "tr"))}
    assert len(marks) == 4
    assert mark(SITE, tr) == mark(SITE, email("kongre", "tr", edition=9))


@pytest.mark.parametrize(
    ("now", "then"),
    [("09:00:00", "09:30"), ("09:10:00", "09:30"), ("09:10:01", "09:45"), ("23:50:00", "00:15")],
)
def test_the_next_quarter_leaves_twenty_minutes(now: str, then: str) -> None:
    moment = next_quarter(datetime.fromisoformat(f"2026-11-22T{now}+00:00"))
    assert f"{moment:%H:%M}" == then
    assert moment.second == 0


def test_half_a_line_of_the_ledger_harms_nothing(ledger: Path) -> None:
    """As a run leaves it that was killed while it wrote."""
    entry = Entry(datetime(2026, 11, 22, tzinfo=UTC), CREATING)
    Ledger(ledger).write("[eb1:a]", entry)
    with ledger.open("a", encoding="utf-8") as file:
        file.write('{"at": "2026-11-22T09:00:00+00:00", "ev')
    Ledger(ledger).write("[eb1:b]", Entry(entry.at, DRAFT, "c1"))
    read = Ledger(ledger)
    assert read.last("[eb1:a]") == entry
    assert read.last("[eb1:b]") == Entry(entry.at, DRAFT, "c1")


def test_a_line_of_the_ledger_ends_where_it_ends(ledger: Path) -> None:
    """And not at a sign in an address that ends a line elsewhere."""
    entry = Entry(datetime(2026, 11, 22, tzinfo=UTC), DRAFT, "c1")
    Ledger(ledger).write("[eb1:a]", entry, key="news/a\u2028b")
    assert Ledger(ledger).last("[eb1:a]") == entry


def test_the_same_html_may_be_written_another_way() -> None:
    given = '<p class="a">Ş &amp; İ <a href="https://x.example/?a=1&amp;b=2">git</a></p>'
    kept = "<p class='a'>Ş &#38; İ\r\n<a href='https://x.example/?a=1&b=2'>git</a></p><!-- x -->"
    assert same_html(given, kept)
    assert not same_html(given, kept.replace("git", "gel"))
    assert not same_html(given, kept.replace("b=2", "b=3"))
    assert not same_html(given, None)
    assert same_text("a\nb\n", "a\r\nb")
    assert not same_text("a\nb\n", "a")
