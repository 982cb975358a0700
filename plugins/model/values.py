"""The kinds of value that a field may hold, each with the words for what is wrong with it."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from plugins.model.dates import LANGUAGES, BadDate, read_day, read_moment
from plugins.model.filenames import composed
from plugins.model.origin import BadOrigin, Origin, read_origin
from plugins.model.slugs import slugify

LONGEST_LINE = 250
"""Letters of a title: more fit neither a card nor, as an address, the name of a folder."""


@dataclass(frozen=True)
class RefersTo:
    """The value is the folder of another item: of *kind*, or `kind/folder` where *kind* is None."""

    kind: str | None


@dataclass(frozen=True)
class FileBeside:
    """The value is the name of a file that lies beside the text."""


@dataclass(frozen=True)
class GoalId:
    """The value is the `id` of one of the goals on the page of goals."""


@dataclass(frozen=True)
class TagName:
    """The value is a tag of `content/tags.yaml`, by its key or its name in either language."""


def _fault(rule: str, **values: Any) -> PydanticCustomError:
    # Problem finds the words of the rule; pydantic only carries it there.
    return PydanticCustomError(rule, "{rule}", {"rule": rule, **values})


def _day(value: object) -> date:
    try:
        return read_day(str(value))
    except BadDate as error:
        raise _fault(error.rule, **error.values) from None


def _moment(value: object) -> date | datetime:
    try:
        return read_moment(str(value))
    except BadDate as error:
        raise _fault(error.rule, **error.values) from None


def _origin(value: object) -> Origin:
    try:
        return read_origin(str(value))
    except BadOrigin:
        raise _fault("bad-translated-from", found=value) from None


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value.strip())
    except ValueError:  # such as `https://[ad].example`
        raise _fault("not-an-address", found=value) from None
    if parts.scheme not in ("http", "https") or "." not in parts.netloc:
        raise _fault("not-an-address", found=value)
    return value.strip()


def _slug(value: str) -> str:
    if value.isdigit():  # the pages and years of a list live at such addresses
        raise _fault("slug-is-a-number", found=value)
    if value != slugify(value) or not value:
        raise _fault("bad-slug", found=value, better=slugify(value))
    return value


def words_in(value: str) -> str:
    """Return *value*, which may not be empty."""
    if not value:
        raise _fault("empty-field", found=value)
    return value


def one_line(value: str) -> str:
    """Return *value*, which is neither empty nor more than a line."""
    if "\n" in words_in(value):
        raise _fault("several-lines", found=value.split("\n", maxsplit=1)[0])
    if len(value) > LONGEST_LINE:
        raise _fault("line-too-long", found=len(value), limit=LONGEST_LINE)
    return value


def in_both(value: dict[str, str]) -> dict[str, str]:
    """Return *value*, which has words in every language."""
    if missing := [lang for lang in LANGUAGES if not value.get(lang)]:
        raise _fault("one-name-missing", lang=missing[0])
    return value


def _country(value: str) -> str:
    if not re.fullmatch("[A-Z]{2}", value):
        raise _fault("not-a-country", found=value)
    return value


Day = Annotated[date, BeforeValidator(_day)]
Moment = Annotated[date | datetime, BeforeValidator(_moment)]
MadeFrom = Annotated[Origin, BeforeValidator(_origin)]
WebAddress = Annotated[str, AfterValidator(_web_address)]
Slug = Annotated[str, AfterValidator(_slug)]
Country = Annotated[str, AfterValidator(_country)]
File = Annotated[str, FileBeside(), AfterValidator(composed)]
Goal = Annotated[str, GoalId()]
Tag = Annotated[str, TagName()]
Event = Annotated[str, RefersTo("events")]
EarlierDeclaration = Annotated[str, RefersTo("declarations")]
AnyItem = Annotated[str, RefersTo(None)]
