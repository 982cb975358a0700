"""Fields against each other, the folder and the translation. A check reports, and returns nothing.

A check is a function of one document; its docstring is the rule.
"""

from collections.abc import Callable
from datetime import date, datetime

from plugins.model.dates import is_before
from plugins.model.documents import Document
from plugins.model.kinds import (
    UNDATED,
    Announcement,
    Declaration,
    EventFields,
    Item,
    shared_fields,
)
from plugins.model.placeholders import placeholders

Check = Callable[[Document, Item], None]


def check_coherence(document: Document) -> None:
    """Report every contradiction within *document*, if its fields are sound at all."""
    if document.fields is not None:
        for check in CHECKS:
            check(document, document.fields)


def check_language(document: Document, item: Item) -> None:
    """`lang` says what the file name says."""
    if item.lang not in (None, document.lang):
        document.report("lang-contradicts-file", "lang", found=item.lang, lang=document.lang)


def check_folder_day(document: Document, item: Item) -> None:
    """The day of publication is the one in the folder name."""
    day = document.folder_day
    if day and item.date and item.date != day:
        document.report(
            "date-contradicts-folder",
            "date",
            found=item.date.isoformat(),
            better=day.isoformat(),
            fix=f"date: {day}",
        )


def check_publication_day(document: Document, item: Item) -> None:
    """What has no day in its folder's name says it itself, but for pages, which have none."""
    if document.kind in UNDATED - {"pages"} and document.day is None:
        hint = {"hint_en": "the day of publication", "hint_tr": "yayım günü"}
        document.report("missing-field", "date", field="date", fix="date: 2026-01-31", **hint)


def check_order_of_days(document: Document, item: Item) -> None:
    """Nothing ends, expires or is modified before it begins."""
    if isinstance(item, EventFields) and item.ends and is_before(item.ends, item.starts):
        document.report("ends-before-start", "ends", found=_iso(item.ends), start=_iso(item.starts))
    if document.day is None:
        return
    start = document.day.isoformat()
    if isinstance(item, Announcement) and item.expires and item.expires < document.day:
        document.report("expires-before-date", "expires", found=_iso(item.expires), start=start)
    if item.modified and is_before(item.modified, document.day):
        document.report("modified-before-date", "modified", found=_iso(item.modified), start=start)


def check_change_of_event(document: Document, item: Item) -> None:
    """An event that does not take place as announced says since when: calendars ask for it."""
    if isinstance(item, EventFields) and item.event_status != "scheduled" and not item.modified:
        document.report("change-without-day", "event_status", found=item.event_status)


def check_cover(document: Document, item: Item) -> None:
    """A cover has a description in the language of the text."""
    if item.cover and not item.cover_alt:
        document.report("cover-without-description", "cover", fix="cover_alt: …")


def check_declaration(document: Document, item: Item) -> None:
    """A cited declaration has a name; who came to a meeting of the group is a member of it."""
    if not isinstance(item, Declaration):
        return
    for index, cited in enumerate(item.cites):
        if not (cited.item or cited.title):
            document.report("cited-without-name", "cites", index)
    for index, meeting in enumerate(item.meetings):
        for name in (*meeting.present, *([meeting.host] if meeting.host else [])):
            if name not in item.members:
                known = ", ".join(item.members)
                document.report("unknown-member", "meetings", index, found=name, known=known)


def check_shared_facts(document: Document, item: Item) -> None:
    """A fact that both languages write is the same in both."""
    other = document.translation
    if other is None or other.fields is None or document.path > other.path:
        return
    for name in shared_fields(type(item)):
        here, there = item.get(name), other.fields.get(name)
        if here != there:
            line = other.source.line_of((name,))
            place = f"{other.path}:{line}"
            document.report(
                "fields-disagree", name, field=name, found=here, other=there, place=place
            )


def check_slug(document: Document, item: Item) -> None:
    """A title of digits alone gives no address: years and pages of lists have such ones."""
    if document.slug.isdigit():
        document.report("slug-is-a-number", "title", found=document.slug)


def check_embargo(document: Document, item: Item) -> None:
    """Beside a draft the other language stays a draft too, unless it says `published` itself."""
    other = document.translation
    if other and other.fields and other.fields.status == "draft" and item.status is None:
        document.report("draft-beside-published", place=other.path, fix="status: draft")


def check_placeholders(document: Document, item: Item) -> None:
    """Nothing is published that its editor has yet to fill in; in a draft it may stand."""
    if item.status != "draft":
        document.problems += placeholders(document)


CHECKS: tuple[Check, ...] = (
    check_language,
    check_folder_day,
    check_publication_day,
    check_order_of_days,
    check_change_of_event,
    check_cover,
    check_declaration,
    check_shared_facts,
    check_slug,
    check_embargo,
    check_placeholders,
)


def _iso(moment: date | datetime) -> str:
    return moment.isoformat(" ", "minutes") if isinstance(moment, datetime) else moment.isoformat()
