"""Entries made from the configuration alone, as the form would save them."""

import re
from pathlib import Path
from typing import Any

import yaml

DAY = "2026-12-01"
FILE = "dosya.svg"
WORDS = "İzmir’de Işık Şöleni"
SLUG = "isik-soleni"
FOLDER = {True: f"{DAY}-{SLUG}", False: SLUG}
"""The folder of the entry of each kind, by whether it carries a day."""

TEXTS = (SLUG, DAY, "TR", "https://example.org/a?b=c", f"news/{FOLDER[True]}")
"""One of them fits any pattern."""


def collections_of(config: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the collections of *config*, without the lines between them."""
    return [collection for collection in config["collections"] if "name" in collection]


def write_entries(config: dict[str, Any], root: Path) -> None:
    """Write one entry of each collection into the repository at *root*, in its languages."""
    dated = {c["name"]: "{{date}}" in c["slug"]["template"] for c in collections_of(config)}
    folders = {name: FOLDER[is_dated] for name, is_dated in dated.items()}
    for collection in collections_of(config):
        i18n = config["i18n"] | (collection["i18n"] if collection["i18n"] is not True else {})
        both = len(i18n["locales"]) > 1
        folder = folders[collection["name"]] if both else f"{DAY}-in-english-only"
        assert re.search(collection["slug"]["pattern"][0], folder)
        path = collection["path"].replace("{{slug}}", folder)
        for lang in i18n["locales"]:
            file = root / collection["folder"] / f"{path}.{lang}.md"
            file.parent.mkdir(parents=True, exist_ok=True)
            text = entry(collection, lang, folders, first=i18n["default_locale"])
            file.write_text(text, encoding="utf-8")
        (file.parent / FILE).write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")


def entry(collection: dict[str, Any], lang: str, folders: dict[str, str], *, first: str) -> str:
    """Return the text of an entry with everything filled in that *lang* asks for.

    *first* is the language that is asked for what all share.
    """
    *fields, _body = collection["fields"]
    asked = [f for f in fields if f["name"] != "slug" and not is_unasked(f)]
    shown = [f for f in asked if lang == first or f["i18n"]]
    values = {field["name"]: value(field, folders) for field in shown}
    header = yaml.safe_dump(values, allow_unicode=True, sort_keys=False)
    return f"---\n{header}---\n\nBir **söz**.\n"


def is_unasked(field: dict[str, Any]) -> bool:
    """Tell what nobody gives to a new entry: the state of a translation, silenced rules."""
    return field.get("readonly", False) or field.get("widget") == "keyvalue"


def value(field: dict[str, Any], folders: dict[str, str]) -> Any:
    """Return what somebody may give to *field*, by its widget alone."""
    widget, pattern = field.get("widget", "string"), field.get("pattern", [""])[0]
    if widget == "list":
        parts = group(field["fields"], folders) if "fields" in field else None
        return [parts or value(field.get("field", {}), folders)]
    if widget == "select":
        chosen = field["options"][0]["value"]
        return [chosen] if field.get("multiple") else chosen
    if widget == "object":
        return group(field["fields"], folders)
    plain = {
        "hidden": field.get("default"),
        "number": 2026,
        "image": FILE,
        "file": FILE,
        "text": WORDS,
        "relation": folders.get(field.get("collection", "")),
        "string": next(t for t in TEXTS if re.search(pattern, t)) if pattern else WORDS,
    }
    return plain[widget]


def group(fields: list[dict[str, Any]], folders: dict[str, str]) -> dict[str, Any]:
    """Return a value for each of *fields*."""
    return {field["name"]: value(field, folders) for field in fields}
