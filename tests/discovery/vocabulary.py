"""Holds linked data to the vocabulary of schema.org: `schema-org.yaml`, taken from its release."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

VOCABULARY = yaml.safe_load((Path(__file__).parent / "schema-org.yaml").read_text("utf-8"))
TYPES, MEMBERS = VOCABULARY["types"], VOCABULARY["members"]
PREFIX = "https://schema.org/"

DAY = r"\d{4}-\d\d-\d\d"
WORDS = {
    "Text": re.compile(r".+", re.DOTALL),
    "URL": re.compile(r"https?://\S+"),
    "Date": re.compile(DAY),
    "DateTime": re.compile(DAY + r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d"),
}


def kinds_of(name: str) -> Iterator[str]:
    """Yield the type *name* and every type that it is a kind of."""
    yield name
    for parent in TYPES.get(name, {"parents": []})["parents"]:
        yield from kinds_of(parent)


def faults(node: dict[str, Any]) -> Iterator[str]:
    """Yield what schema.org does not know in *node*: a type, a property of it, or such a value."""
    kind = node["@type"]
    if kind not in TYPES:
        yield f"{kind}: no such type"
        return
    known = {k: v for name in kinds_of(kind) for k, v in TYPES[name]["properties"].items()}
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in known:
            yield f"{kind}.{name}: no such property"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not fits(one, known[name]):
                yield f"{kind}.{name}: {one!r} is none of {known[name]}"
            if isinstance(one, dict) and "@type" in one:
                yield from faults(one)


def fits(value: Any, ranges: list[str]) -> bool:
    """Return whether *value* is of one of the types *ranges*."""
    if isinstance(value, int):
        return bool({"Integer", "Number"} & set(ranges))
    if isinstance(value, str):
        if value.startswith(PREFIX):
            return any(value.removeprefix(PREFIX) in MEMBERS.get(name, ()) for name in ranges)
        return any(WORDS[name].fullmatch(value) for name in ranges if name in WORDS)
    if "@type" in value:
        return bool(set(kinds_of(value["@type"])) & set(ranges))
    return set(value) == {"@id"} and bool(set(ranges) - set(WORDS))
