"""The small site with everything in it mailed: one of each kind, in both languages."""

import shutil
from pathlib import Path
from typing import Any

import pelicanconf
from plugins.newsletter.item import PushItem
from plugins.newsletter.letters.reading import read_outbox
from tests.conftest import SITE, SmallSite

EVERYTHING = {
    "since": "2026-01-01",
    "max_age_days": 400,
    "kinds": ("news", "announcements", "events", "activities", "declarations", "press"),
}
FORM = {
    "host": "dider.us21.list-manage.com",
    "u": "0123abcd",
    "id": "4567ef",
    "f_id": "89ab",
    "consent": "gdpr[123]",
    "language": "LANG",
    "languages": {"tr": "tr", "en": "en"},
    "hidden": {"CONSENT": "2026-11"},
}

CALL = """
---
title: {title}
summary: {summary}
{more}---
{body}
"""


def newsletter(**changed: Any) -> dict[str, Any]:
    """Return the project's own NEWSLETTER with some keys *changed*."""
    return {**pelicanconf.NEWSLETTER, **changed}


def small_site(root: Path) -> SmallSite:
    """Return the small site with an announcement that is open and an issue that may go out."""
    shutil.copytree(SITE, root / "content")
    site = SmallSite(root)
    tr = CALL.format(
        title="Gönüllü çevirmen arıyoruz",
        summary="Son gün aralıkta.",
        more="deadline: 2026-12-18 17:00\n",
        body="Yazın: <bulten@dider.example>.",
    )
    en = CALL.format(
        title="Volunteer translators wanted",
        summary="The last day is in December.",
        more="",
        body="Write to <bulten@dider.example>.",
    )
    site.write("announcements/2026-11-10-cevirmen/index.tr.md", tr)
    site.write("announcements/2026-11-10-cevirmen/index.en.md", en)
    site.replace("bulletins/2026-11-20-sayi-1/index.tr.md", "demo: true\n", "")
    site.replace(
        "bulletins/2026-11-20-sayi-1/index.tr.md",
        "items:\n",
        "items:\n  - announcements/2026-11-10-cevirmen\n  - news/2026-09-01-yalniz\n",
    )
    return site


def mail(site: SmallSite, day: str = "2026-11-22", **changed: Any) -> dict[str, PushItem]:
    """Build *site* and return the e-mails of its outbox by the name of their folder."""
    site.build(day=day, NEWSLETTER=newsletter(**{**EVERYTHING, **changed}))
    return {item.name: item for item in read_outbox(outbox(site))}


def outbox(site: SmallSite) -> Path:
    """Return the folder of the outbox."""
    return site.root / "outbox"
