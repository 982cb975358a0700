"""`invoke push` and `invoke push-status`: from the arguments to an exit code."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from plugins.lock import Locked, only_one
from plugins.model.problem import Problems
from plugins.newsletter.gateway.access import Access
from plugins.newsletter.gateway.outcomes import MailchimpError
from plugins.newsletter.item import LeftOut, PushItem
from plugins.newsletter.letters.reading import BadOutbox, read_left_out, read_outbox
from plugins.newsletter.push.arguments import Request, Stop
from plugins.newsletter.push.campaign import Campaign
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.identity import MARK
from plugins.newsletter.push.ledger import Ledger
from plugins.newsletter.push.missed import missed
from plugins.newsletter.push.plan import plan
from plugins.newsletter.push.preflight import NotReady, preflight
from plugins.newsletter.push.project import Project, open_desk, read_project
from plugins.newsletter.push.report import PushReport
from plugins.newsletter.push.rows import STATES, Row, exit_code
from plugins.newsletter.push.run import Order, Push
from plugins.newsletter.push.setup_check import check_setup
from plugins.newsletter.push.sight import scan
from plugins.newsletter.push.waiting import BadEnvironment
from plugins.report import BuildFailed, Report


def push(request: Request, *, lang: str) -> int:
    """Push what lies in the outbox, and return the exit code."""
    return _guarded(lang, lambda project, report: _push(request, project, report))


def push_status(*, lang: str) -> int:
    """Print what was sent, is scheduled, is waiting, and why; return the exit code."""
    return _guarded(lang, _status)


def setup_check(*, lang: str) -> int:
    """Print whether the account is set up as it should be; return the exit code."""
    return _guarded(lang, _setup)


def push_after_publishing(*, lang: str) -> int:
    """Push drafts if `NEWSLETTER["push_on_publish"]` says so; a person sends them."""

    def after(project: Project, report: PushReport) -> int:
        wanted = project.settings.push_on_publish
        return _push(Request(), project, report) if wanted else 0

    return _guarded(lang, after)


def _guarded(lang: str, body: Callable[[Project, PushReport], int]) -> int:
    """Do *body*, and say in one sentence what stopped it."""
    report = PushReport(lang)
    try:
        project = read_project()
        return body(project, PushReport(lang, zone=project.zone))
    except (Stop, BadEnvironment) as stop:
        report.say(stop.key, **stop.values)
        return stop.code if isinstance(stop, Stop) else 1
    except NotReady as missing:
        report.missing(missing.key, missing.found)
        return missing.code
    except (Problems, BuildFailed) as error:
        return _settings_fault(error, lang)
    except MailchimpError as error:
        report.say("failed", found=error)
        return 2


def _settings_fault(error: Problems | BuildFailed, lang: str) -> int:
    if isinstance(error, Problems):
        Report(lang).problems(error.problems)
    else:
        Report(lang).failure(error.key, **error.values)
    return 1


def _push(request: Request, project: Project, report: PushReport) -> int:
    order = request.order()
    work = _open(project)
    if not work.items:
        report.say("empty")
        return _beside(work, [], report)
    report.stage("checking")
    preflight(work.desk, order.mode)
    if request.dry_run:
        return _dry_run(work, order, report)
    if order.mode != "draft" and not request.yes and not _agreed(work, order, report):
        report.say("stopped")
        return 1
    try:
        with only_one(project.lock):
            # Read again: the run that held the lock before has written to it.
            desk = replace(work.desk, ledger=Ledger(project.ledger).probed())
            return _run(replace(work, desk=desk), order, report)
    except Locked:
        raise Stop("locked", code=2) from None
    except OSError as error:
        raise Stop("bad-ledger", found=project.ledger.name, reason=error) from None


@dataclass(frozen=True)
class Work:
    """What there is to do, and with what."""

    desk: Desk
    access: Access
    items: list[PushItem]
    left_out: list[LeftOut]


def _open(project: Project) -> Work:
    try:
        desk, access = open_desk(project, os.environ)
    except OSError as error:
        raise Stop("bad-ledger", found=project.ledger.name, reason=error) from None
    if not project.settings.list_id:
        raise Stop("no-list")
    if not project.outbox.is_dir():
        raise Stop("no-outbox", found=project.outbox.name)
    try:
        return Work(desk, access, read_outbox(project.outbox), read_left_out(project.outbox))
    except BadOutbox as error:
        raise Stop("bad-outbox", found=error.folder.name, reason=error.reason) from None


def _dry_run(work: Work, order: Order, report: PushReport) -> int:
    code = _beside(work, plan(work.desk, work.items, order.mode), report)
    report.say("dry-run")
    return code


def _agreed(work: Work, order: Order, report: PushReport) -> bool:
    """Show what would leave, and ask; where nothing would, there is nothing to ask."""
    rows = plan(work.desk, work.items, order.mode)
    if not any(row.state == f"would-{order.mode}" for row in rows):
        return True
    report.rows(rows, work.access)
    return report.ask(order.mode)


def _run(work: Work, order: Order, report: PushReport) -> int:
    report.stage("scanning")
    rows: list[Row] = Push(work.desk, order, says=report.at).run(work.items)
    if left := len(work.items) - len(rows):
        report.say("left-over", count=left)
    if any(row.state == "unreachable" for row in rows):
        report.rows(rows, work.access)
        return exit_code(rows)
    return _beside(work, rows, report)


def _status(project: Project, report: PushReport) -> int:
    work = _open(project)
    campaigns = scan(work.desk)
    rows = plan(work.desk, work.items, "draft") + missed(work.desk, work.left_out, campaigns)
    if rows:
        report.rows(rows, work.access, status=True)
    else:
        report.say("empty")
    report.earlier(_earlier(work, campaigns))
    return 0


def _beside(work: Work, rows: Sequence[Row], report: PushReport) -> int:
    """Print *rows*, what nobody has got, and what may leave though it is no longer to be mailed.

    Return the exit code of all of it.
    """
    campaigns = scan(work.desk)
    rows = [*rows, *missed(work.desk, work.left_out, campaigns)]
    if rows:
        report.rows(rows, work.access)
    withdrawn = [c for c in _earlier(work, campaigns) if c.status == "schedule" or not c.left]
    report.earlier(withdrawn)
    return max(exit_code(rows), STATES["withdrawn"] if withdrawn else 0)


def _earlier(work: Work, campaigns: Sequence[Campaign]) -> list[Campaign]:
    """Return those of *campaigns* that are ours, for our list, and not in the outbox."""
    marks = {work.desk.mark(item) for item in work.items}
    return [
        campaign
        for campaign in campaigns
        if (found := MARK.search(campaign.title))
        and found[0] not in marks
        and campaign.list_id == work.desk.settings.list_id
    ]


def _setup(project: Project, report: PushReport) -> int:
    desk, _ = open_desk(project, os.environ)
    checks = list(check_setup(desk.gateway, project.settings))
    report.setup(checks)
    return max(checked.code for checked in checks)
