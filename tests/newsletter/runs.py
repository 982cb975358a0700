"""Pushes against the stand-in: in this process, or each in one of its own that can be killed."""

import hashlib
import multiprocessing
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.newsletter.gateway.access import read_access
from plugins.newsletter.item import PushItem
from plugins.newsletter.mailchimp import Mailchimp
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import Ledger
from plugins.newsletter.push.rows import Row
from plugins.newsletter.push.run import Order, Push
from plugins.newsletter.push.waiting import Clock, Waits
from plugins.newsletter.settings import NewsletterSettings
from tests.newsletter.account import LIST, Account
from tests.newsletter.faults import Fault, Trouble
from tests.newsletter.stand_in import KEYS, StandIn

# Looked up for every request, and slowly: this machine is reached without a proxy.
os.environ["NO_PROXY"] = "127.0.0.1"

PROJECT = Path(__file__).resolve().parent.parent.parent
SITE = "dider.example,2026"
KEY_OF = {client: key for key, client in KEYS.items()}

# A request that gets no answer costs the first, and that in real time.
QUICK = Waits(timeout=0.08, settle=0.003, uncertain=0.3)
PATIENT = Waits(timeout=20, settle=0.003, uncertain=0.3)

SETTINGS = NewsletterSettings.model_validate(
    {
        "mode": "posts",
        "since": "2026-11-01",
        "kinds": ("news",),
        "list_id": LIST,
        "language_by": ("merge_field", "LANG"),
        "from_name": {"tr": "DİDER", "en": "DİDER"},
        "reply_to": "bulten@dider.example",
        "folder": "DİDER e-bülten",
        "untranslated": "skip",
        "max_age_days": 36500,
        "max_per_run": 100,
        "recipients": (1, 5000),
        "push_on_publish": False,
        "form": None,
        "tracking": {"opens": False, "clicks": False, "reason": ""},
    }
)


def email(name: str, lang: str, *, edition: int = 1, host: str = "http://127.0.0.1:9") -> PushItem:
    """Return an e-mail; *edition* counts the edits of its words."""
    title = f"Işık şöleni {edition}, {name}"
    return PushItem(
        key=f"news/{name}",
        lang=lang,
        kind="news",
        date=date(2026, 11, 20),
        title=title,
        subject=title,
        preheader=f"Özet {edition}",
        page_url=f"{host}/{lang}/{name}/",
        page_fingerprint=hashlib.sha256(page(name, lang)).hexdigest(),
        html=f"<html><!--item {name}:{lang}--><h1>{title}</h1>*|UNSUB|*</html>",
        text=f"{title}\n*|UNSUB|*\n",
    )


def page(name: str, lang: str) -> bytes:
    """Return the public page of an e-mail."""
    return f"<html lang={lang}>{name}</html>".encode()


def both(*names: str, host: str = "http://127.0.0.1:9") -> list[PushItem]:
    """Return the e-mails of some posts, in both languages."""
    return [email(name, lang, host=host) for name in names for lang in ("tr", "en")]


@dataclass(frozen=True)
class Run:
    """How to push: enough for another process to do it."""

    base: str
    ledger: Path
    mode: str = "send"
    client: str = "A"
    waits: Waits = QUICK
    live: bool = False
    settings: NewsletterSettings = SETTINGS
    clock: Clock | None = None
    """Of this process alone; the real one where none is given."""

    def desk(self) -> Desk:
        """Return everything that a push needs, with the real client in it."""
        environment = {"MAILCHIMP_API_KEY": KEY_OF[self.client], "MAILCHIMP_API_URL": self.base}
        clock = self.clock or Clock(jitter=lambda: 0.5)
        return Desk(
            gateway=Mailchimp(read_access(environment), self.waits, clock),
            settings=self.settings,
            ledger=Ledger(self.ledger),
            clock=clock,
            waits=self.waits,
            site=SITE,
            default="tr",
        )

    def push(self, items: Sequence[PushItem]) -> list[Row]:
        """Push *items* in this process."""
        order = Order(mode=self.mode, live=self.live)
        return Push(self.desk(), order, says=lambda item: None).run(items)

    def start(self, items: Sequence[PushItem]) -> "Child":
        """Push *items* in another process."""
        return Child(replace(self, clock=None), items)


class Child:
    """A push in a process of its own, which the stand-in may kill."""

    def __init__(self, run: Run, items: Sequence[PushItem]) -> None:
        self._process = _context().Process(target=_push, args=(run, list(items)), daemon=True)
        self._process.start()

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        self._process.kill()  # and only the one who waits for it may collect it

    @property
    def alive(self) -> bool:
        """Whether it is still at work."""
        return self._process.is_alive()

    def wait(self) -> int | None:
        """Wait until it ends, and return its exit code."""
        self._process.join(60)
        return self._process.exitcode


def _push(run: Run, items: list[PushItem]) -> None:
    run.push(items)


def _context() -> multiprocessing.context.ForkServerContext:
    # A server that has imported everything once: a child then takes milliseconds to start.
    os.environ["PYTHONPATH"] = str(PROJECT)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.newsletter.runs", "mailchimp_marketing"])
    return context


def expected(account: Account, items: Iterable[PushItem]) -> set[tuple[str, str]]:
    """Return who should have got what: worked out from the members alone."""
    return {
        (member.email, f"{item.key.removeprefix('news/')}:{item.lang}")
        for item in items
        for member in account.members
        if member.status == "subscribed" and (member.lang == "en") == (item.lang == "en")
    }


def others(account: Account) -> dict[str, str]:
    """Return the campaigns that are none of ours, as a text each, to see that they stay so."""
    return {
        key: str(campaign)
        for key, campaign in account.campaigns.items()
        if campaign["settings"]["from_name"] != "DİDER"
    }


def drafts_by_mark(account: Account) -> dict[str, int]:
    """Return how many drafts of each mark there are."""
    counts: dict[str, int] = {}
    for campaign in account.campaigns.values():
        title = campaign["settings"]["title"]
        if "[eb1:" in title and campaign["status"] == "save":
            counts[title[-22:]] = counts.get(title[-22:], 0) + 1
    return counts


def strike(stand_in: StandIn, client: str, at: int, fault: Fault) -> Trouble:
    """Let the request number *at* of *client* go wrong."""
    trouble = Trouble(at=at, fault=fault)
    stand_in.trouble[client] = trouble
    return trouble


def undisturbed(stand_in: StandIn) -> None:
    """Let nothing go wrong from here on."""
    for client in stand_in.trouble:
        stand_in.trouble[client] = Trouble()
