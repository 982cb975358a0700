"""A header as written against the fields of its kind: each fault with its line and its mending."""

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from difflib import get_close_matches
from typing import Any

from babel.dates import format_date
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.model.dates import LANGUAGES, LOCALES
from plugins.model.frontmatter import Fault, Path
from plugins.model.kinds import Item, group_in, words_of
from plugins.model.placeholders import PLACEHOLDER
from plugins.model.slugs import slugify
from plugins.model.source import Source

WRONG_TYPE = {
    "string_type": "not-a-text",
    "list_type": "not-a-list",
    "dict_type": "not-a-group",
    "model_type": "not-a-group",
    "int_parsing": "not-a-number",
    "int_type": "not-a-number",
    "bool_parsing": "not-yes-or-no",
    "bool_type": "not-yes-or-no",
    "literal_error": "not-a-choice",
}
"""pydantic's word for what is wrong, and the rule that says it to an editor."""

STAND_INS = {
    "not-a-date": "2026-01-01",
    "not-a-country": "TR",
    "not-an-address": "https://dernek.example",
    "bad-slug": "taslak",
    "int_parsing": "1",
    "bool_parsing": "false",
}
"""What a draft is shown with where its editor has not written anything yet, by what is wrong."""

MEANT = {
    "taslak": "draft",
    "yayinda": "published",
    "yayimlandi": "published",
    "gizli": "hidden",
    "planlandi": "scheduled",
    "iptal": "cancelled",
    "iptal-edildi": "cancelled",
    "canceled": "cancelled",
    "ertelendi": "postponed",
    "cevrim-ici": "moved_online",
    "online": "moved_online",
    "imzaladi": "signed",
    "katildi": "took_part",
    "kardes-kent": "sister_city",
    "ag": "network",
    "kurum": "institution",
    "destekci": "funder",
    "tek-basina": "alone",
    "evet": "true",
    "hayir": "false",
}
"""What people write for a choice, slugified, and the word that the model has for it."""


def validate(
    kind: type[Item], source: Source, taken_over: Mapping[str, Any]
) -> tuple[Item | None, list[Fault]]:
    """Return the fields of *source* as an item of *kind*, or None, and what is wrong with them.

    *taken_over* are the shared fields that only the other language's file writes; what is wrong
    with those is reported there.
    """
    item, details = _validated(kind, {**taken_over, **source.values})
    own = [d for d in details if not d["loc"] or d["loc"][0] not in taken_over]
    faults = [_fault(kind, source, detail) for detail in own]
    # `özet` for `summary` is one fault, not two.
    meant = {fault.values["better"] for fault in faults if fault.rule == "unknown-field"}
    return item, [
        fault
        for fault in faults
        if fault.rule != "missing-field" or fault.values["field"].split(".")[-1] not in meant
    ]


def _validated(kind: type[Item], values: dict[str, Any]) -> tuple[Item | None, list[ErrorDetails]]:
    try:
        return kind.model_validate(values), []
    except ValidationError as error:
        details = error.errors()
    # Somebody may keep a half written draft; its `…` is told wherever it is worth a look.
    open_places = [d for d in details if d["input"] == PLACEHOLDER and _stand_in(d) is not None]
    if values.get("status") != "draft" or not open_places:
        return None, details
    values = deepcopy(values)
    for detail in open_places:
        group: Any = values
        for part in detail["loc"][:-1]:
            group = group[part]
        group[detail["loc"][-1]] = _stand_in(detail)
    return _validated(kind, values)


def _stand_in(detail: ErrorDetails) -> object:
    """Return a value that does where a draft has none yet; None where nothing would."""
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return context["expected"].split("'")[1]
    return STAND_INS.get(context.get("rule", detail["type"]))


def _fault(kind: type[Item], source: Source, detail: ErrorDetails) -> Fault:
    path: Path = tuple(part for part in detail["loc"] if part != "[key]")
    line = source.line_of(path)
    written = source.line(line)
    if detail["type"] == "missing":
        return _missing(kind, path, line, written)
    if detail["type"] == "extra_forbidden" or "[key]" in detail["loc"]:
        return _unknown(kind, path, line, written)
    context = detail.get("ctx", {})
    if "rule" in context:
        values = {**context, **_days(context)}
        better = values.get("better")
        fix = written.replace(values["found"], str(better)) if better else None
        return Fault(line, values.pop("rule"), values, fix)
    return _wrong_type(path, line, written, detail)


def _missing(kind: type[Item], path: Path, line: int, written: str) -> Fault:
    model, name = _model_at(kind, path[:-1]), str(path[-1])
    info = model.model_fields.get(name) if model else None
    hints = {f"hint_{lang}": words_of(info, lang)[1] if info else name for lang in LANGUAGES}
    indent = " " * (len(written) - len(written.lstrip(" -"))) if len(path) > 1 else ""
    return Fault(line, "missing-field", {"field": _name(path), **hints}, f"{indent}{name}: …")


def _unknown(kind: type[Item], path: Path, line: int, written: str) -> Fault:
    model, found = _model_at(kind, path[:-1]), str(path[-1])
    names = _names(model) if model else {lang: lang for lang in LANGUAGES}
    nearest = get_close_matches(slugify(found), names, n=1, cutoff=0.7)
    if not nearest:
        known = ", ".join(sorted(set(names.values())))
        return Fault(line, "unknown-field-at-all", {"found": found, "known": known})
    better = names[nearest[0]]
    return Fault(
        line, "unknown-field", {"found": found, "better": better}, written.replace(found, better, 1)
    )


def _names(model: type[BaseModel]) -> dict[str, str]:
    """Return the key of each field of *model* by every word that people may write for it."""
    names = {}
    for key, info in model.model_fields.items():
        names[slugify(key)] = key
        for lang in LANGUAGES:
            names.setdefault(slugify(words_of(info, lang)[0]), key)
    return names


def _wrong_type(path: Path, line: int, written: str, detail: ErrorDetails) -> Fault:
    rule = WRONG_TYPE.get(detail["type"], "not-a-text")
    found = detail["input"]
    values: dict[str, Any] = {"field": _name(path), "found": found, "known": ""}
    fix = None
    if rule == "not-a-choice":
        values["known"] = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
        fix = _mended(written, str(found), values["known"].split(", "))
    elif rule == "not-yes-or-no":
        fix = _mended(written, str(found), ["true", "false"])
    elif rule == "not-a-list" and isinstance(found, str):
        fix = written.replace(found, f"[{found}]")
    elif rule == "not-a-group":
        values["known"] = "name, …"
    return Fault(line, rule, values, fix)


def _mended(written: str, found: str, choices: list[str]) -> str | None:
    meant = MEANT.get(slugify(found))
    nearest = [meant] if meant in choices else get_close_matches(found, choices, n=1)
    return written.replace(found, str(nearest[0])) if nearest else None


def _name(path: Path) -> str:
    return ".".join(str(part) for part in path if isinstance(part, str))


def _model_at(kind: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the group of fields at *path* below *kind*; None for a plain mapping."""
    model: type[BaseModel] | None = kind
    for part in path:
        if isinstance(part, str) and model is not None:
            model = group_in(model.model_fields[part].annotation)
    return model


def _days(context: Mapping[str, Any]) -> dict[str, str]:
    """Return the days in *context* in the words of both languages, for the message."""
    words = {}
    for name in ("day", "other"):
        day = context.get(name)
        if isinstance(day, date):
            words[name] = day.isoformat()
            for lang in LANGUAGES:
                words[f"{name}_{lang}"] = format_date(day, "long", locale=LOCALES[lang])
                words[f"weekday_{lang}"] = format_date(day, "EEEE", locale=LOCALES[lang])
    return words
