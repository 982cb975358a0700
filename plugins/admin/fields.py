"""One field of the model as one field of the form: its widget follows from its type alone.

Names and options are those of Sveltia CMS (https://sveltiacms.app/en/docs/fields). A pattern says
in the browser what the reader says in a build; where the two could differ, the reader is stricter.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.model.dates import LANGUAGES
from plugins.model.kinds import KINDS, is_shared, words_of
from plugins.model.values import (
    Country,
    Day,
    FileBeside,
    GoalId,
    Moment,
    RefersTo,
    Slug,
    TagName,
    WebAddress,
)

FormField = dict[str, Any]

NOT_ASKED = frozenset({"lang"})
"""What the form itself knows: the file name says the language."""

SENTENCES = frozenset({"summary", "note", "text", "cover_alt", "decisions"})
"""Texts that run over more than one line of the form."""

PICTURES = frozenset({"cover"})
"""Files that are pictures; the form shows them."""

KIND_CHOICES = "|".join(KINDS)


@dataclass(frozen=True)
class Shape:
    """What the annotation of a field comes down to."""

    base: Any
    """`str`, `int`, `bool`, a group of fields, the words to choose from, or a mapping."""
    marker: object = None
    """What sets a text apart from others: a day, an address, the name of a file."""
    many: bool = False
    optional: bool = False


def shape_of(annotation: Any, markers: tuple[object, ...] = ()) -> Shape:
    """Return the shape of a field with that *annotation* and the *markers* beside it."""
    arguments = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return shape_of(arguments[0], annotation.__metadata__)
    if NoneType in arguments:
        (given,) = (part for part in arguments if part is not NoneType) if not markers else (str,)
        inner = shape_of(given, markers)
        return Shape(inner.base, inner.marker, inner.many, optional=True)
    if get_origin(annotation) is list:
        inner = shape_of(arguments[0])
        return Shape(inner.base, inner.marker, many=True, optional=inner.optional)
    if get_origin(annotation) is Literal:
        return Shape(arguments)
    if get_origin(annotation) is dict:
        return Shape(get_args(arguments[0]), many=False, marker=dict)
    return Shape(str if markers else annotation, *markers[:1])


def form_fields(
    model: type[BaseModel], choices: Mapping[type, list[FormField]], *, translated: bool | None
) -> list[FormField]:
    """Return the fields of *model* in their order.

    *choices* are the tags and goals that the content has. *translated* says whether each language
    has values of its own; None: each field says so itself, as those of an item do.
    """
    return [
        form_field(name, info, choices, translated=translated)
        for name, info in model.model_fields.items()
        if name not in NOT_ASKED
    ]


def form_field(
    name: str, info: FieldInfo, choices: Mapping[type, list[FormField]], *, translated: bool | None
) -> FormField:
    """Return the field *name* with its words in both languages, its widget and its pattern.

    A fact that both languages share stands in the first of them alone: facts are written once.
    """
    shape = shape_of(info.annotation, tuple(info.metadata))
    own = not is_shared(info) if translated is None else translated
    return {
        "name": name,
        "label": " · ".join(words_of(info, lang)[0] for lang in LANGUAGES),
        "hint": " · ".join(_hints(info)),
        "required": info.is_required(),
        "i18n": own,
        **_widget(name, info, shape, choices, translated=own),
    }


def _hints(info: FieldInfo) -> list[str]:
    first, *others = (words_of(info, lang)[1] for lang in LANGUAGES)
    return [first, *(f"*{hint}*" for hint in others)]


def _widget(
    name: str,
    info: FieldInfo,
    shape: Shape,
    choices: Mapping[type, list[FormField]],
    *,
    translated: bool,
) -> FormField:
    """Return the widget for a value of that *shape*, with what belongs to it."""
    if shape.many:
        return _list(name, shape, choices, translated=translated)
    if shape.marker is dict:
        return {
            "widget": "object",
            "fields": [{"name": word, "label": word, "i18n": translated} for word in shape.base],
        }
    if isinstance(shape.base, tuple):
        return {"widget": "select", "options": _options(info, shape.base)}
    if isinstance(shape.base, type) and issubclass(shape.base, BaseModel):
        fields = form_fields(shape.base, choices, translated=translated)
        return {"widget": "object", "fields": fields, "collapsed": "auto"}
    if shape.base is int:
        return {"widget": "number", "value_type": "int"}
    if shape.base is bool:
        # A switch would write `false` into every text that is opened.
        yes_and_no = [{"label": "Evet · Yes", "value": True}, {"label": "Hayır · No", "value": False}]
        return {"widget": "select", "options": yes_and_no}
    return _text(name, info, shape.marker)


def _list(
    name: str, shape: Shape, choices: Mapping[type, list[FormField]], *, translated: bool
) -> FormField:
    if type(shape.marker) in choices:
        return {"widget": "select", "multiple": True, "options": choices[type(shape.marker)]}
    if isinstance(shape.base, type) and issubclass(shape.base, BaseModel):
        fields = form_fields(shape.base, choices, translated=translated)
        first = next(field["name"] for field in fields)
        return {"widget": "list", "fields": fields, "summary": f"{{{{{first}}}}}"}
    if shape.base is int:
        entry: FormField = {"widget": "number", "value_type": "int"}
    elif name in SENTENCES or shape.marker:
        entry = _text(name, None, shape.marker)
    else:
        return {"widget": "list"}
    return {"widget": "list", "field": {"name": "entry", "label": "", "i18n": translated, **entry}}


def _options(info: FieldInfo, words: tuple[str, ...]) -> list[FormField]:
    """Return *words* to choose from, each with what the Turkish hint of the field says of it."""
    said = dict(re.findall(r"(\w+): ([^;]+)", words_of(info, "tr")[1]))
    return [{"label": said.get(word, word).strip(), "value": word} for word in words]


def _text(name: str, info: FieldInfo | None, marker: object) -> FormField:
    """Return the widget for one text, by what sets it apart."""
    if isinstance(marker, FileBeside):
        widget = "image" if name in PICTURES else "file"
        return {"widget": widget, "media_folder": "", "public_folder": "", "choose_url": False}
    if isinstance(marker, RefersTo) and marker.kind:
        return {
            "widget": "relation",
            "collection": marker.kind,
            "value_field": "{{slug}}",
            "display_fields": ["title"],
        }
    if marker == _marker(Day):
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    pattern, message = PATTERNS.get(marker, (None, ""))
    if pattern is None:
        return {"widget": "text" if name in SENTENCES else "string"}
    if info is not None and not info.is_required():
        pattern = f"({pattern})?"  # the form tries the pattern on nothing, too
    return {"widget": "string", "pattern": [f"^{pattern}$", message]}


def _marker(annotated: Any) -> object:
    return get_args(annotated)[1]


_LONG_DAY = r"\d{1,2} [A-Za-zÇĞİÖŞÜçğıöşü]+ \d{4}"
_DAY = rf"(\d{{4}}-\d{{1,2}}-\d{{1,2}}|{_LONG_DAY})"

PATTERNS: dict[object, tuple[str, str]] = {
    _marker(Moment): (
        rf"{_DAY}([ T]\d{{1,2}}[:.]\d{{2}})?",
        "`2026-12-01 18:30` ya da yalnız gün yazın",
    ),
    _marker(WebAddress): (
        r"https?://[^/?#\s]+\.[^/?#\s]+\S*",
        "`https://` ile başlayarak tam yazın",
    ),
    _marker(Slug): (
        r"(?!\d+$)[a-z0-9]+(-[a-z0-9]+)*",
        "küçük ve Türkçe imsiz harf, rakam ve kısa çizgi kullanın",
    ),
    _marker(Country): ("[A-Z]{2}", "iki büyük harf: `TR`, `IT` gibi"),
    RefersTo(None): (
        rf"({KIND_CHOICES})/[a-z0-9-]+",
        "türü ve klasörü yazın: `news/2026-11-01-ornek` gibi",
    ),
}
"""What a text has to look like, and what the form says of one that does not."""
