"""What a push needs of the project: its settings, its outbox, and where it remembers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.build import PROJECT, build_settings
from plugins.configuration import outbox_beside
from plugins.newsletter.gateway.access import Access, read_access
from plugins.newsletter.mailchimp import Mailchimp
from plugins.newsletter.push.desk import Desk
from plugins.newsletter.push.ledger import Ledger
from plugins.newsletter.push.waiting import Clock, read_waits
from plugins.newsletter.settings import NewsletterSettings, read_newsletter

# At the top, and not ignored by Git: it is to be committed, or kept by whatever runs the push.
LEDGER = "newsletter-ledger.jsonl"


@dataclass(frozen=True)
class Project:
    """The project as the push sees it."""

    settings: NewsletterSettings
    outbox: Path
    ledger: Path
    lock: Path
    site: str
    default: str
    zone: str


def read_project() -> Project:
    """Return the project as it is published.

    Raises:
        Problems: the settings need mending.
    """
    return project_of(build_settings(publish=True, as_of=None, jobs=None), root=PROJECT)


def project_of(settings: Mapping[str, Any], *, root: Path) -> Project:
    """Return what *settings* say of the project in the folder *root*."""
    return Project(
        settings=read_newsletter(settings),
        outbox=outbox_beside(settings["FINAL_OUTPUT"], settings),
        ledger=root / LEDGER,
        lock=Path(settings["MEMO_PATH"]) / "push.lock",
        site=str(settings["ASSOCIATION"]["id_authority"]),
        default=str(settings["LANGUAGES"][0]),
        zone=str(settings["TIMEZONE"]),
    )


def open_desk(project: Project, environment: Mapping[str, str]) -> tuple[Desk, Access]:
    """Return the desk of a push with the key that *environment* holds.

    Raises:
        BadEnvironment: the key is missing, or something in the environment can't be used.
    """
    access, waits, clock = read_access(environment), read_waits(environment), Clock()
    desk = Desk(
        gateway=Mailchimp(access, waits, clock),
        settings=project.settings,
        ledger=Ledger(project.ledger),
        clock=clock,
        waits=waits,
        site=project.site,
        default=project.default,
        zone=project.zone,
    )
    return desk, access
