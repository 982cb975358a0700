"""The dict NEWSLETTER of the settings, typed: what is wrong in it is told before work begins."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from plugins.model.dates import LANGUAGES
from plugins.model.problem import Problem, Problems
from plugins.newsletter.forms import RIGHT

SOURCE = "pelicanconf.py"

Post = Literal["news", "announcements", "events", "activities", "declarations", "press"]
"""Kinds that can be mailed one by one; an issue of the bulletin is what carries them."""


@dataclass(frozen=True)
class MergeField:
    """The list keeps the language in a field of its own, such as LANG, whose values are codes."""

    tag: str


@dataclass(frozen=True)
class Interest:
    """The list keeps the language in an interest category: its id, and that of each language."""

    category: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class MemberLanguage:
    """The list uses the language that Mailchimp itself has noted for a subscriber."""


LanguageBy = MergeField | Interest | MemberLanguage

_ID = re.compile("[0-9a-z]+")


def _language_by(value: object) -> LanguageBy:
    match value:
        case ("merge_field", str(tag)) if re.fullmatch("[A-Z][A-Z0-9_]{0,9}", tag):
            return MergeField(tag)
        case ("interest", {"category": str(category), **options}) if set(options) == set(
            LANGUAGES
        ) and all(isinstance(i, str) and _ID.fullmatch(i) for i in (category, *options.values())):
            return Interest(category, {lang: str(options[lang]) for lang in LANGUAGES})
        case ("member_language",):
            return MemberLanguage()
    raise ValueError


class _Group(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Form(_Group):
    """The public ids of the sign-up form: Mailchimp shows them in the form that it generates."""

    host: str = Field(pattern=r"^[a-z0-9-]+\.[a-z]+\d+\.list-manage\.com$")
    u: str = Field(pattern="^[0-9a-f]+$")
    id: str = Field(pattern="^[0-9a-f]+$")
    f_id: str = Field(pattern="^[0-9a-f]+$")
    consent: str = Field(pattern=r"^gdpr\[\d+\]$")
    language: str = Field(pattern=r"^([A-Z][A-Z0-9_]{0,9}|group\[\d+\])$")
    languages: dict[Literal["tr", "en"], str] = Field(min_length=2)
    hidden: dict[str, str]


class Tracking(_Group):
    """What Mailchimp may count; nothing, unless the association has written down why."""

    opens: bool = False
    clicks: bool = False
    reason: str = ""

    @model_validator(mode="after")
    def _needs_reason(self) -> Self:
        if (self.opens or self.clicks) and not self.reason.strip():
            raise ValueError
        return self


def _day(value: object) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _bounds(value: object) -> object:
    match value:
        case (int(least), int(most)) if 1 <= least <= most:
            return least, most
    raise ValueError


class NewsletterSettings(_Group):
    """What NEWSLETTER says; `pelicanconf.py` gives the reason of each key."""

    mode: Literal["posts", "digest"]
    since: Annotated[date, BeforeValidator(_day)]
    kinds: tuple[Post, ...]
    list_id: Annotated[str, Field(pattern="^[0-9a-z]+$")] | None
    language_by: Annotated[LanguageBy, BeforeValidator(_language_by)]
    from_name: dict[Literal["tr", "en"], Annotated[str, Field(min_length=1)]] = Field(min_length=2)
    reply_to: str = Field(pattern=r"^[^@\s<>]+@[^@\s<>]+\.[a-z]{2,}$")
    folder: str = Field(min_length=1, max_length=100)
    untranslated: Literal["skip", "link"]
    max_age_days: int = Field(ge=1)
    max_per_run: int = Field(ge=1)
    recipients: Annotated[tuple[int, int], BeforeValidator(_bounds)]
    push_on_publish: bool
    form: Form | None
    tracking: Tracking

    @field_validator("form")
    @classmethod
    def _form_fills_in_what_is_asked(cls, form: Form | None, info: ValidationInfo) -> Form | None:
        """Who signs up by one field is not asked by another: they'd get the wrong language."""
        by = info.data.get("language_by")  # not there where it is wrong itself
        if form and by and not _fits(form, by):
            raise ValueError
        return form


def _fits(form: Form, by: LanguageBy) -> bool:
    match by:
        case MergeField():
            own = {lang: lang for lang in LANGUAGES}
            return form.language == by.tag and form.languages == own
        case Interest():
            return form.language.startswith("group[")
    return True


def read_newsletter(settings: Mapping[str, Any]) -> NewsletterSettings:
    """Return what the key NEWSLETTER of *settings* says.

    Raises:
        Problems: a key is unknown or missing, or its value has the wrong form.
    """
    found = settings.get("NEWSLETTER")
    if not isinstance(found, dict):
        raise Problems([Problem(SOURCE, 0, "missing-setting", {"key": "NEWSLETTER", **_right("")})])
    try:
        return NewsletterSettings.model_validate(found)
    except ValidationError as error:
        # One sentence a key, whatever pydantic has to say of each branch of it.
        keys = dict.fromkeys(str(detail["loc"][0]) for detail in error.errors())
        raise Problems([_problem(key, found) for key in keys]) from None


def _problem(key: str, found: Mapping[str, Any]) -> Problem:
    values = {"key": f'NEWSLETTER["{key}"]', **_right(key)}
    if key not in NewsletterSettings.model_fields:
        return Problem(
            SOURCE, 0, "unknown-setting", {**values, "known": ", ".join(filter(None, RIGHT))}
        )
    if key not in found:
        return Problem(SOURCE, 0, "missing-setting", values)
    return Problem(SOURCE, 0, "bad-setting", {**values, "found": repr(found[key])})


def _right(key: str) -> dict[str, str]:
    tr, en = RIGHT.get(key, ("", ""))
    return {"right_tr": tr, "right_en": en}
