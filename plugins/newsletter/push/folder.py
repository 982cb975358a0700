"""The folder of the site's campaigns: found, or made; of two made at once, one stays.

It is for people: no decision depends on it.
"""

from typing import Any

from plugins.newsletter.gateway.outcomes import MailchimpError, Outcome
from plugins.newsletter.push.desk import Desk

ROUNDS = 2


def find_folder(desk: Desk) -> str | None:
    """Return the id of the folder that every run takes, or None where there is none."""
    ids = sorted(str(folder["id"]) for folder in _named(desk))
    return ids[0] if ids else None


def the_folder(desk: Desk) -> str:
    """Return the id of the folder; make it where there is none.

    Raises:
        MailchimpError: it can't be made.
    """
    for attempt in range(ROUNDS):
        if found := find_folder(desk):
            return found
        try:
            made = str(desk.gateway.create_folder(desk.settings.folder)["id"])
        except MailchimpError as error:
            if error.outcome is Outcome.REFUSED or attempt == ROUNDS - 1:
                raise
            _wait_for(desk)
        else:
            return _elected(desk, made)
    return the_folder(desk)


def _wait_for(desk: Desk) -> None:
    """Wait until a folder shows that was perhaps made, or never will."""
    for _ in desk.clock.looks(desk.waits.uncertain, desk.waits.look):
        if find_folder(desk):
            return


def _elected(desk: Desk, made: str) -> str:
    """Return the folder that stays; delete our own if it is another and still empty."""
    desk.clock.sleep(desk.waits.settle)
    folders = {str(folder["id"]): folder for folder in _named(desk)}
    stays = min(folders, default=made)
    if stays != made and made in folders and not folders[made].get("count"):
        desk.gateway.delete_folder(made)
    return stays


def _named(desk: Desk) -> list[dict[str, Any]]:
    return [f for f in desk.gateway.folders() if f.get("name") == desk.settings.folder]
