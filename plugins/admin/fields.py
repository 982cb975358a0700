"""One field of the model as one field of the form: its widget follows from its type alone.

Names and options are those of Sveltia CMS (https://sveltiacms.app/en/docs/fields).
"""

import re
from collections.abc import Container, Mapping
from dataclasses import replace
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from plugins.admin.patterns import PATTERNS
from plugins.admin.shapes import Shape, shape_of
from plugins.model.dates import LANGUAGES
from plugins.model.kinds import is_shared, words_of
from plugins.model.values import FileBeside, RefersTo

FormField = dict[str, Any]

Choices = Mapping[type, list[FormField]]
"""The tags and goals that the content has, by the type of marker that asks for one of them."""

NOT_ASKED = frozenset({"lang"})
"""What the form itself knows: the file name says the language."""

SENTENCES = frozenset({"summary", "note", "text", "cover_alt", "decisions"})
"""Texts that run over more than one line of the form."""

PICTURES = frozenset({"cover"})
"""Files that are pictures; the form shows them."""

KEPT = frozenset({"translated_from"})
"""What commands write: the form shows it and keeps it. Its hidden fields are required ones."""

YES_OR_NO = [{"label": "Evet · Yes", "value": True}, {"label": "Hayır · No", "value": False}]

PLAIN: Mapping[Any, FormField] = {
    int: {"widget": "number", "value_type": "int"},
    # A switch would write `false` into every text that is opened.
    bool: {"widget": "select", "options": YES_OR_NO},
    dict: {"widget": "keyvalue"},
}
"""The widget of a value that is no text, by its type."""


def form_fields(
    model: type[BaseModel],
    choices: Choices,
    *,
    translated: bool | None = None,
    required: Container[str] = (),
) -> list[FormField]:
    """Return the fields of *model* in their order.

    *translated* says whether each language has values of its own; None: each field says so itself,
    as those of an item do. *required* are fields that the model alone would do without.
    """
    return [
        _field(name, info, choices, translated, required=info.is_required() or name in required)
        for name, info in model.model_fields.items()
        if name not in NOT_ASKED
    ]


def _field(
    name: str, info: FieldInfo, choices: Choices, translated: bool | None, *, required: bool
) -> FormField:
    """Return the field *name* with its words in both languages, its widget and its pattern.

    A fact that both languages share stands in the first of them alone: facts are written once.
    """
    shape = shape_of(info.annotation, info.metadata)
    own = not is_shared(info) if translated is None else translated
    one = _widget(name, shape, choices, info, translated=own)
    if "pattern" in one and not required:  # the form tries the pattern on nothing, too
        pattern, message = one["pattern"]
        one["pattern"] = [f"^({pattern[1:-1]})?$", message]
    return {"name": name, **_words(name, info), "required": required, "i18n": own, **one}


def _words(name: str, info: FieldInfo) -> FormField:
    """Return the label and the hint of a field, Turkish first; a word is its own label."""
    if info.json_schema_extra is None:
        return {"label": name}
    (label, hint), *others = (words_of(info, lang) for lang in LANGUAGES)
    return {
        "label": " · ".join([label, *(name for name, _ in others)]),
        "hint": " · ".join([hint, *(f"*{hint}*" for _, hint in others)]),
    }


def _widget(
    name: str, shape: Shape, choices: Choices, info: FieldInfo | None, *, translated: bool
) -> FormField:
    """Return the widget for a value of that *shape*, with what belongs to it."""
    if shape.many:
        return _list(name, shape, choices, translated=translated)
    if shape.is_group:
        return {
            "widget": "object",
            "fields": form_fields(shape.base, choices, translated=translated),
        }
    if shape.base in PLAIN:
        return dict(PLAIN[shape.base])
    if isinstance(shape.base, tuple) and info is not None:
        return {"widget": "select", **_options(info, shape.base)}
    return _text(name, shape.marker)


def _list(name: str, shape: Shape, choices: Choices, *, translated: bool) -> FormField:
    if type(shape.marker) in choices:
        return {"widget": "select", "multiple": True, "options": choices[type(shape.marker)]}
    entry = _widget(name, replace(shape, many=False), choices, None, translated=translated)
    if entry["widget"] == "object":
        first = entry["fields"][0]["name"]
        return {**entry, "widget": "list", "summary": f"{{{{{first}}}}}"}
    if entry == {"widget": "string"}:
        return {"widget": "list"}
    return {"widget": "list", "field": {"name": "entry", "label": "", "i18n": translated, **entry}}


def _options(info: FieldInfo, words: tuple[str, ...]) -> FormField:
    """Return *words* to choose from, each with what the Turkish hint of the field says of it."""
    said = dict(re.findall(r"(\w+): ([^;]+)", words_of(info, "tr")[1]))
    options = [{"label": said.get(word, word).strip(), "value": word} for word in words]
    return {"options": options, "hint": f"*{words_of(info, 'en')[1]}*"}


def _text(name: str, marker: object) -> FormField:
    """Return the widget for one text, by what sets it apart."""
    if name in KEPT:
        return {"widget": "string", "readonly": True}
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
    if marker in PATTERNS:
        pattern, message = PATTERNS[marker]
        return {"widget": "string", "pattern": [f"^{pattern}$", message]}
    return {"widget": "text" if name in SENTENCES else "string"}
