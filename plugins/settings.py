"""The settings of the site, checked before anything is built: a wrong one is named at once."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from plugins.model.dates import LANGUAGES
from plugins.model.kinds import KINDS
from plugins.moments import zone

SECTIONS = tuple(kind for kind in KINDS if kind != "pages")
LISTS = (*SECTIONS, "tags", "parties", "search", "calendar", "components")
"""What has a part of an address of its own, in each language."""


def _every_language(value: Mapping[str, Any]) -> Mapping[str, Any]:
    if missing := [lang for lang in LANGUAGES if lang not in value]:
        raise ValueError(f"`{missing[0]}` is missing")
    return value


def _every_list(value: Mapping[str, Any]) -> Mapping[str, Any]:
    if missing := [name for name in LISTS if name not in value]:
        raise ValueError(f"`{missing[0]}` is missing")
    return value


def _sections(value: tuple[str, ...]) -> tuple[str, ...]:
    if unknown := [name for name in value if name not in SECTIONS]:
        raise ValueError(f"`{unknown[0]}` is none of {', '.join(SECTIONS)}")
    return value


def _time_zone(value: str) -> str:
    try:
        zone(value)
    except OSError:
        raise ValueError(f"`{value}` is no time zone; write one such as Europe/Istanbul") from None
    return value


def _known_languages(value: tuple[str, ...]) -> tuple[str, ...]:
    if sorted(value) != sorted(LANGUAGES):
        raise ValueError(f"the languages are {', '.join(LANGUAGES)}, in the order of their rank")
    return value


def _origin(value: str) -> str:
    if not re.fullmatch(r"https?://[^/\s]+", value):
        raise ValueError(f"`{value}`: write it as https://example.org, with no slash at its end")
    return value


def _place(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9-]+(\.ics)?", value):
        raise ValueError(f"`{value}`: a part of an address has small letters, digits and hyphens")
    return value


InEveryLanguage = Annotated[dict[str, str], AfterValidator(_every_language)]
Places = Annotated[
    dict[str, Annotated[str, AfterValidator(_place)]], AfterValidator(_every_language)
]
Origin = Annotated[str, AfterValidator(_origin)]
# A setting is used as it was written: "12" is no number, and "False" would be true.
Positive = Annotated[int, Field(gt=0, strict=True)]
YesNo = Annotated[bool, Field(strict=True)]


class Association(BaseModel):
    """ASSOCIATION: who publishes the site."""

    model_config = ConfigDict(extra="allow")

    name: InEveryLanguage
    short_name: InEveryLanguage
    motto: InEveryLanguage
    address: Annotated[dict[str, tuple[str, ...]], AfterValidator(_every_language)]
    email: str | None
    id_authority: Annotated[str, Field(pattern=r"^[a-z0-9.-]+,\d{4}(-\d\d){0,2}$")]


def _is_day(value: str) -> str:
    date.fromisoformat(value)  # pydantic words the error
    return value


class Security(BaseModel):
    """SECURITY: what security.txt says."""

    model_config = ConfigDict(extra="forbid")

    contact: Annotated[str, Field(pattern=r"^(mailto:|https://|tel:)\S+$")]
    expires: Annotated[str, AfterValidator(_is_day)]


class Pictures(BaseModel):
    """PICTURES: what a picture may be, and what is made of it."""

    model_config = ConfigDict(extra="forbid")

    widths: Annotated[tuple[Positive, ...], Field(min_length=1)]
    fallback: Positive
    quality: dict[
        Literal["avif", "webp", "jpeg"], Annotated[int, Field(ge=1, le=100, strict=True)]
    ] = Field(min_length=3)
    avif_speed: Annotated[int, Field(ge=0, le=10, strict=True)]
    most_bytes: Positive
    most_pixels: Positive
    most_seconds: Annotated[float, Field(gt=0)]
    sizes: dict[Literal["cover", "text"], str] = Field(min_length=2)


class Admin(BaseModel):
    """ADMIN: the form in the browser."""

    model_config = ConfigDict(extra="forbid")

    published: YesNo
    repository: Annotated[str, Field(pattern=r"^[\w.-]+/[\w.-]+$")] | None
    branch: Annotated[str, Field(min_length=1)]
    sign_in: Annotated[str, Field(pattern=r"^https://[^/\s]+(/[^/\s]+)*$")] | None

    @model_validator(mode="after")
    def _who_signs_in_saves_somewhere(self) -> Self:
        for name in ("published", "sign_in"):
            if getattr(self, name) and self.repository is None:
                raise ValueError(f"with `{name}`, `repository` says where the form saves")
        return self


class SiteSettings(BaseModel):
    """The settings that are ours, not Pelican's."""

    ASSOCIATION: Association
    SITEURL: Origin
    PUBLIC_URL: Origin
    SITE_PUBLIC: YesNo
    LANGUAGES: Annotated[tuple[str, ...], AfterValidator(_known_languages)]
    ADDRESSES: Annotated[dict[str, Places], AfterValidator(_every_list)]
    MENU_SECTIONS: Annotated[tuple[str, ...], AfterValidator(_sections)]
    LIST_UNTRANSLATED: YesNo
    TIMEZONE: Annotated[str, AfterValidator(_time_zone)]
    ITEMS_PER_PAGE: Positive
    HOME_ITEMS: Positive
    FEED_ITEMS: Positive
    SECURITY: Security | None
    ADMIN: Admin
    PLUGINS: list[str]
    PATH: str
    THEME: str
    OUTPUT_PATH: str
    OUTBOX_PATH: Annotated[str, Field(pattern=r"^[^./\\][^/\\]*$")]
    """A name alone: what it names lies beside the output."""
    MEMO_PATH: str
    PICTURES: Pictures


def wrong_settings(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each setting that is missing or wrong: its name, and what is wrong."""
    try:
        SiteSettings.model_validate(settings, from_attributes=False)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            name = ".".join(str(part) for part in detail["loc"])
            yield f"`{name}`: {detail['msg'].removeprefix('Value error, ')}"
