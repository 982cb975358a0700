"""The two files of a new item: every field of its kind, with a comment, ready to be filled in.

What both languages share is written once, in the language of the original. A field that must be
written stands there with `…` in the place of its value; one that may be is a comment.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import yaml
from pydantic.fields import FieldInfo

from plugins.model.kinds import KINDS, UNDATED, Fields, Item, group_in, is_shared, words_of
from plugins.model.placeholders import PLACEHOLDER

FIRST = ("title", "summary", "status")
RARE = frozenset("date modified lang slug mail translated_from one_language demo silence".split())
"""Fields of every kind that a new item does without; the guide tells of them."""

HEAD = {
    "tr": "“…” yazan yerleri doldurun. Başında # olan satır yok sayılır: gerekirse # işaretini "
    "kaldırın, gerekmezse satırı silin.",
    "en": "Fill in every “…”. A line that begins with # counts for nothing: take the # away where "
    "you need it, or delete the line.",
}
SHARED = {
    "tr": "İki dilde aynı olan bilgiler (gün, yer, etiket, kapak …) index.{lang}.md içindedir; "
    "burada yinelenmez.",
    "en": "What both languages share (day, tags, cover …) stands in index.{lang}.md and is not "
    "written again here.",
}


def texts_of(
    kind: str, titles: Mapping[str, str], day: date, *, original: str, hints: str
) -> dict[str, str]:
    """Return the file of a new item of *kind* in each language of *titles*.

    A title that is not known yet is empty. *original* is the language whose file holds what both
    share; *hints* is the language of the comments.
    """
    return {
        lang: "---\n"
        + "".join(f"{line}\n" for line in _header(kind, titles, day, lang, original, hints))
        + f"---\n\n{PLACEHOLDER}\n"
        for lang in titles
    }


def _header(
    kind: str, titles: Mapping[str, str], day: date, lang: str, original: str, hints: str
) -> Iterator[str]:
    fields = KINDS[kind].model_fields
    known: dict[str, Any] = {"title": _scalar(titles[lang]), "status": "draft"}
    if lang != original:
        known["translated_from"] = original
    if kind in UNDATED - {"pages"}:
        known["date"] = day.isoformat()
    if "names" in fields:
        known["names"] = {other: _scalar(title) for other, title in titles.items()}
    yield f"# {HEAD[hints]}"
    if lang != original:
        yield f"# {SHARED[hints].format(lang=original)}"
    for name in _order(kind):
        info = fields[name]
        if (is_shared(info) and lang != original) or (name in RARE and name not in known):
            continue
        lines = _field(name, info, known.get(name), hints)
        needed = info.is_required() or name in known
        yield from lines if needed else (f"# {line}" for line in lines)


def _order(kind: str) -> list[str]:
    """Return the fields of *kind*: the first three, its own, and then those of every kind."""
    fields, general = KINDS[kind].model_fields, Item.model_fields
    own = [name for name in fields if name not in general]
    own.sort(key=lambda name: not fields[name].is_required())
    return [*FIRST, *own, *(name for name in general if name not in FIRST)]


def _field(name: str, info: FieldInfo, value: Any, hints: str) -> Iterator[str]:
    """Yield the lines of a field, with its *value* if that is known, and a comment."""
    word, hint = words_of(info, hints)
    comment = f"  # {word}: {hint}"
    group = group_in(info.annotation)
    if isinstance(value, dict):
        yield f"{name}:{comment}"
        yield from (f"  {key}: {part}" for key, part in value.items())
    elif value is not None:
        yield f"{name}: {value}{comment}"
    elif group:
        yield f"{name}:{comment}"
        yield from _group(group, hints, is_list=_is_list(info.annotation))
    else:
        yield f"{name}: {f'[{PLACEHOLDER}]' if _is_list(info.annotation) else PLACEHOLDER}{comment}"


def _group(group: type[Fields], hints: str, *, is_list: bool) -> Iterator[str]:
    lead = "  - " if is_list else "  "
    for name, info in group.model_fields.items():
        for line in _field(name, info, None, hints):
            yield f"{lead}{line}"
            lead = " " * len(lead)


def _is_list(annotation: Any) -> bool:
    return getattr(annotation, "__origin__", None) is list


def _scalar(text: str) -> str:
    """Return *text* as YAML writes it, in quotation marks where it needs them."""
    if not text:
        return PLACEHOLDER
    return yaml.safe_dump(text, allow_unicode=True, width=10_000).split("\n")[0]
