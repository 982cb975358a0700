"""What a person sees of a push, and the exit codes that a machine goes by."""

import json
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.lock import only_one
from plugins.newsletter.item import LeftOut, PushItem
from plugins.newsletter.letters.index import write_left_out
from plugins.newsletter.push import command as push_command
from plugins.newsletter.push.arguments import Request
from plugins.newsletter.push.identity import mark
from plugins.newsletter.push.project import LEDGER, Project
from tests.newsletter.account import CATEGORY, INTERESTS
from tests.newsletter.faults import Fault
from tests.newsletter.matrix import serve_pages
from tests.newsletter.runs import (
    KEY_OF,
    SETTINGS,
    SITE,
    both,
    drafts_by_mark,
    expected,
    others,
    strike,
)
from tests.newsletter.stand_in import StandIn

WRITING = ("POST", "PUT", "PATCH", "DELETE")


def write_outbox(folder: Path, items: list[PushItem]) -> None:
    folder.mkdir(exist_ok=True)
    write_left_out(folder, [])
    for item in items:
        own = folder / item.name
        own.mkdir(parents=True)
        (own / "email.html").write_bytes(item.html.encode())
        (own / "email.txt").write_bytes(item.text.encode())
        (own / "manifest.json").write_text(json.dumps(item.manifest()), encoding="utf-8")


@pytest.fixture(name="items")
def _items(mailchimp: StandIn) -> list[PushItem]:
    items = both("kongre", host=mailchimp.host)
    serve_pages(mailchimp, items)
    mailchimp.checks_answers = True
    return items


@pytest.fixture(name="project")
def _project(
    mailchimp: StandIn, items: list[PushItem], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Project:
    """A project with two e-mails in its outbox, and a key."""
    write_outbox(tmp_path / "outbox", items)
    project = Project(
        settings=SETTINGS,
        outbox=tmp_path / "outbox",
        ledger=tmp_path / LEDGER,
        lock=tmp_path / ".memo" / "push.lock",
        site=SITE,
        default="tr",
        zone="Europe/Istanbul",
    )
    use(monkeypatch, project)
    monkeypatch.setenv("MAILCHIMP_API_KEY", KEY_OF["A"])
    monkeypatch.setenv("MAILCHIMP_API_URL", f"{mailchimp.host}/3.0/")
    monkeypatch.setenv("MAILCHIMP_TIMEOUT", "5")
    monkeypatch.setenv("MAILCHIMP_SETTLE", "0.01")
    monkeypatch.setenv("MAILCHIMP_UNCERTAIN", "0.3")
    monkeypatch.setenv("COLUMNS", "400")
    return project


def use(monkeypatch: pytest.MonkeyPatch, project: Project, **settings: object) -> None:
    changed = replace(project, settings=project.settings.model_copy(update=settings))
    monkeypatch.setattr(push_command, "read_project", lambda: changed)


def push(**arguments: object) -> int:
    lang = str(arguments.pop("lang", "en"))
    return push_command.push(Request(**arguments), lang=lang)  # type: ignore[arg-type]


@pytest.mark.usefixtures("project")
def test_without_a_mode_drafts_are_made(
    mailchimp: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    """A person looks at them, and presses Send."""
    before = others(mailchimp.account)
    assert push() == 0
    assert not mailchimp.account.delivered
    assert list(drafts_by_mark(mailchimp.account).values()) == [1, 1]
    assert others(mailchimp.account) == before
    assert not mailchimp.faults
    said = capsys.readouterr().out
    assert "draft made" in said
    assert "https://us1.admin.mailchimp.com/campaigns/show/?id=" in said
    assert push(lang="tr") == 0
    assert "taslak güncel" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_a_schedule_leaves_time_to_undo_it(
    mailchimp: StandIn, items: list[PushItem], capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing leaves before its time; then all get it, whatever is run meanwhile."""
    assert push(mode="schedule", yes=True) == 0
    assert not mailchimp.account.delivered
    assert "scheduled for" in capsys.readouterr().out
    assert push(mode="send", yes=True) == 0
    assert not mailchimp.account.delivered
    mailchimp.account.pass_time()
    assert mailchimp.account.delivered == dict.fromkeys(expected(mailchimp.account, items), 1)
    assert not mailchimp.faults


@pytest.mark.usefixtures("project")
def test_a_dry_run_writes_nothing(mailchimp: StandIn, project: Project) -> None:
    """It only reads, and leaves no trace on the disk either."""
    for mode in ("draft", "schedule", "send"):
        assert push(mode=mode, dry_run=True) == 0
    assert not [seen for seen in mailchimp.trouble["A"].seen if seen.startswith(WRITING)]
    assert not project.ledger.exists()


@pytest.mark.usefixtures("project")
def test_a_test_goes_to_the_testers_alone(mailchimp: StandIn) -> None:
    assert push(test="ayse@dider.example, ali@dider.example") == 0
    assert {address for _, address in mailchimp.account.tests} == {
        "ayse@dider.example",
        "ali@dider.example",
    }
    assert not mailchimp.account.delivered


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"mode": "now"}, "there is no `--mode now`"),
        ({"test": "ayse"}, "is no e-mail address"),
        ({"test": "a@b.example", "mode": "send"}, "goes with drafts only"),
        ({"mode": "send"}, "add `--yes`"),
    ],
    ids=repr,
)
def test_bad_arguments_are_told(
    arguments: dict[str, str],
    sentence: str,
    mailchimp: StandIn,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
    assert push(**arguments) == 1
    assert sentence in capsys.readouterr().err
    assert not mailchimp.trouble["A"].seen


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("answer", ["evet", "hayır"])
def test_a_person_at_a_terminal_is_asked(
    answer: str, mailchimp: StandIn, items: list[PushItem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only yes is yes."""
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda *prompt: answer)
    assert push(mode="send") == (0 if answer == "evet" else 1)
    due = expected(mailchimp.account, items) if answer == "evet" else set()
    assert mailchimp.account.delivered == dict.fromkeys(due, 1)


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("MAILCHIMP_API_KEY", "", "MAILCHIMP_API_KEY yok"),
        ("MAILCHIMP_API_KEY", "0" * 32, "bir API anahtarı biçiminde değil"),
        ("MAILCHIMP_API_URL", "http://mail.example/3.0", "güvenli bir adres değil"),
        ("MAILCHIMP_API_URL", "ftp://127.0.0.1/3.0", "güvenli bir adres değil"),
        ("MAILCHIMP_SETTLE", "soon", "bir saniye sayısı değil"),
        ("MAILCHIMP_TIMEOUT", "0", "bir saniye sayısı değil"),
        ("MAILCHIMP_UNCERTAIN", "nan", "bir saniye sayısı değil"),
    ],
)
def test_a_bad_environment_is_told_in_one_sentence(
    variable: str,
    value: str,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(variable, value)
    assert push(lang="tr") == 1
    said = capsys.readouterr().err
    assert sentence in said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("project")
def test_a_free_plan_has_no_schedule(
    mailchimp: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is told before anything is made."""
    mailchimp.account.plan = "forever_free"
    assert push(mode="schedule", yes=True) == 2
    assert "the free plan has no `--mode schedule`" in capsys.readouterr().err
    assert not mailchimp.account.writes
    assert push(mode="send", yes=True) == 0


@pytest.mark.usefixtures("project")
def test_a_domain_that_is_not_authenticated_sends_nothing(mailchimp: StandIn) -> None:
    mailchimp.account.domain = {"authenticated": False}
    assert push(mode="send", yes=True) == 2
    assert not mailchimp.account.writes


def test_a_page_that_is_not_public_keeps_its_email_back(
    mailchimp: StandIn,
    project: Project,
    items: list[PushItem],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """So does another page at its address, and a redirect to another host."""
    tr, en = (item.page_url.removeprefix(mailchimp.host) for item in items)
    mailchimp.pages[tr] = 200, {}, b"an older page"
    mailchimp.pages[en] = 302, {"Location": "https://parked.example/"}, b""
    assert push(mode="send", yes=True) == 2
    assert not mailchimp.account.delivered
    assert "its page is not public" in capsys.readouterr().out
    assert push(mode="send", yes=True, live=False) == 0
    assert mailchimp.account.delivered == dict.fromkeys(expected(mailchimp.account, items), 1)
    assert project.ledger.exists()


@pytest.mark.usefixtures("project")
def test_a_paused_campaign_waits_for_a_person(
    mailchimp: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    assert push() == 0
    for campaign in mailchimp.account.campaigns.values():
        if "[eb1:" in campaign["settings"]["title"]:
            campaign["status"] = "paused"
    assert push(mode="send", yes=True) == 3
    assert not mailchimp.account.delivered
    assert "“paused”" in capsys.readouterr().out


@pytest.mark.usefixtures("project")
def test_what_a_person_took_back_is_not_scheduled_again(mailchimp: StandIn) -> None:
    assert push(mode="schedule", yes=True) == 0
    for campaign in mailchimp.account.campaigns.values():
        if "[eb1:" in campaign["settings"]["title"]:
            campaign["status"] = "save"
    before = {key: dict(campaign) for key, campaign in mailchimp.account.campaigns.items()}
    assert push(mode="schedule", yes=True) == 3
    assert mailchimp.account.campaigns == before


@pytest.mark.usefixtures("project")
def test_too_many_or_no_recipients_stop_it(
    mailchimp: StandIn, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, project, recipients=(1, 8))  # nine read Turkish, three English
    assert push(mode="send", yes=True) == 3
    assert sum(mailchimp.account.delivered.values()) == 3
    mailchimp.account.members = [m for m in mailchimp.account.members if m.lang != "en"]
    use(monkeypatch, project, recipients=(1, 9))
    assert push(mode="send", yes=True) == 0


def test_a_run_sends_no_more_than_it_may(
    mailchimp: StandIn, project: Project, items: list[PushItem], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next one goes on; what is too old never goes."""
    use(monkeypatch, project, max_per_run=1)
    assert push(mode="send", yes=True) == 0
    assert sum(mailchimp.account.delivered.values()) == 3
    assert push(mode="send", yes=True) == 0
    assert mailchimp.account.delivered == dict.fromkeys(expected(mailchimp.account, items), 1)


@pytest.mark.usefixtures("project")
def test_old_items_stay_at_home(
    mailchimp: StandIn, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, project, since=date(2026, 11, 21))
    assert push(mode="send", yes=True) == 0
    assert not mailchimp.account.writes


@pytest.mark.parametrize(
    ("language_by", "good"),
    [
        (("merge_field", "LANG"), True),
        (("merge_field", "DIL"), False),
        (("interest", {"category": CATEGORY, **INTERESTS}), True),
        (("interest", {"category": "beef", **INTERESTS}), False),
        (("member_language",), True),
    ],
    ids=repr,
)
def test_the_setup_is_checked(
    language_by: object,
    good: bool,
    project: Project,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is missing is told with what to do; the sign-up form is not configured here."""
    by = SETTINGS.model_validate(SETTINGS.model_dump() | {"language_by": language_by}).language_by
    use(monkeypatch, project, language_by=by)
    assert push_command.setup_check(lang="en") == (1 if good else 2)
    said = capsys.readouterr().out
    assert 'NEWSLETTER["form"] is empty' in said
    assert ("the list needs the field" in said) is not good


@pytest.mark.usefixtures("project")
def test_everybody_is_in_one_segment_whatever_tells_the_language(
    mailchimp: StandIn, project: Project, items: list[PushItem], monkeypatch: pytest.MonkeyPatch
) -> None:
    for by in (("member_language",), ("interest", {"category": CATEGORY, **INTERESTS})):
        settings = SETTINGS.model_validate(SETTINGS.model_dump() | {"language_by": by})
        use(monkeypatch, project, language_by=settings.language_by)
        mailchimp.account.delivered.clear()
        mailchimp.account.campaigns.clear()
        project.ledger.unlink(missing_ok=True)
        assert push(mode="send", yes=True) == 0
        assert mailchimp.account.delivered == dict.fromkeys(expected(mailchimp.account, items), 1)


@pytest.mark.usefixtures("project")
def test_the_status_says_what_was_sent_and_what_waits(
    mailchimp: StandIn, project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert push_command.push_status(lang="tr") == 0
    assert "henüz Mailchimp’te değil" in capsys.readouterr().out
    assert push(mode="send", yes=True) == 0
    capsys.readouterr()
    assert push_command.push_status(lang="tr") == 0
    assert "9 alıcı" in capsys.readouterr().out
    shutil.rmtree(project.outbox)
    write_outbox(project.outbox, [])
    assert push_command.push_status(lang="tr") == 0
    assert "[eb1:" in capsys.readouterr().out
    assert mailchimp.account.delivered


@pytest.mark.parametrize("mode", ["draft", "schedule"])
@pytest.mark.parametrize("stays", [True, False])
def test_what_was_withdrawn_and_may_still_leave_is_for_a_person(
    mode: str,
    stays: bool,
    mailchimp: StandIn,
    project: Project,
    items: list[PushItem],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Its text is gone, and with it its page; whether there is another one or not."""
    assert push(mode=mode, yes=True) == 0
    gone = items[1:] if stays else items
    for item in gone:
        shutil.rmtree(project.outbox / item.name)
    capsys.readouterr()
    assert push(mode=mode, yes=True) == 3
    assert capsys.readouterr().out.count("is no longer among what is to be mailed") == len(gone)
    for campaign in mailchimp.account.campaigns.values():
        campaign["status"] = "sent"
    assert push(mode=mode, yes=True) == 0


def test_what_nobody_has_got_and_is_not_in_the_outbox_is_told(
    project: Project, items: list[PushItem], capsys: pytest.CaptureFixture[str]
) -> None:
    """One has grown too old unsent, one waits for its translation; two were sent in their time."""
    assert push(mode="send", yes=True) == 0
    sent = [LeftOut(i.key, i.lang, i.date, i.title, "too-old") for i in items]
    shutil.rmtree(project.outbox)
    write_outbox(project.outbox, [])
    write_left_out(project.outbox, sent)
    assert push() == 0
    project.ledger.unlink()  # Mailchimp knows as well
    assert push() == 0
    stale = replace(sent[1], key="news/eskimis", title="Eskimiş", reason="stale")
    write_left_out(project.outbox, [*sent, stale])
    capsys.readouterr()
    assert push() == 0
    assert "Eskimiş  English   waits for its translation" in capsys.readouterr().out
    write_left_out(project.outbox, [replace(sent[0], key="news/hic", title="Hiç gitmedi")])
    assert push() == 3
    assert "Hiç gitmedi  Turkish   was never mailed" in capsys.readouterr().out
    assert push(dry_run=True) == 3
    assert push_command.push_status(lang="tr") == 0
    assert "hiç gönderilmedi" in capsys.readouterr().out


def test_an_outbox_that_lacks_what_was_left_out_is_none_of_ours(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    (project.outbox / "left-out.json").write_text("[{}]")
    assert push() == 1
    assert "outbox" in capsys.readouterr().err


def test_a_ledger_that_cannot_be_read_is_one_sentence(
    project: Project, mailchimp: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    project.ledger.mkdir()
    assert push() != 0
    assert project.ledger.name in capsys.readouterr().err
    assert not mailchimp.account.writes


def test_lines_that_no_push_has_written_are_passed_over(
    project: Project, items: list[PushItem]
) -> None:
    own = {"mark": mark(SITE, items[0]), "event": "creating"}
    lines = [{**own, "at": "2026-11-20T08:00:00"}, {**own, "at": "2026-11-21", "campaign": "Ab/1"}]
    project.ledger.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    assert push() == 0
    assert push_command.push_status(lang="en") == 0


@pytest.mark.usefixtures("project")
def test_mailchimp_out_of_reach_is_told(
    mailchimp: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAILCHIMP_API_URL", "http://127.0.0.1:9/3.0")
    assert push() == 2
    assert KEY_OF["A"] not in "".join(capsys.readouterr())
    assert not mailchimp.trouble["A"].seen


def test_one_push_at_a_time_in_a_folder(
    project: Project, mailchimp: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    with only_one(project.lock):
        assert push() == 2
    assert "Another push is at work here" in capsys.readouterr().err
    assert not mailchimp.account.writes
    assert push() == 0


@pytest.mark.parametrize("wanted", [True, False])
def test_publishing_pushes_drafts_if_the_settings_say_so(
    wanted: bool, mailchimp: StandIn, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, project, push_on_publish=wanted)
    assert push_command.push_after_publishing(lang="en") == 0
    assert bool(mailchimp.account.writes) is wanted
    assert not mailchimp.account.delivered


@pytest.mark.usefixtures("project")
def test_a_wrong_key_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MAILCHIMP_API_KEY", "c" * 32 + "-us1")
    assert push() == 2
    said = capsys.readouterr().err
    assert "API Key Invalid" in said
    assert "c" * 32 not in said


@pytest.mark.usefixtures("project")
def test_a_passing_fault_is_told_with_what_to_do(
    mailchimp: StandIn, capsys: pytest.CaptureFixture[str]
) -> None:
    """A POST is not repeated blindly: the run waits, looks, and then goes on."""
    strike(mailchimp, "A", 6, Fault.BARE_500_AFTER)
    assert push() == 0
    assert list(drafts_by_mark(mailchimp.account).values()) == [1, 1]
    assert "draft made" in capsys.readouterr().out
