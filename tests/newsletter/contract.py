"""The published shape of the end points, and whether a request or an answer keeps to it."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

from jsonschema import Draft202012Validator

CONTRACT = json.loads((Path(__file__).parent / "contract-3.0.90.json").read_text(encoding="utf-8"))
TYPES = {"integer": r"-?\d+", "boolean": "true|false"}


@cache
def _routes() -> list[tuple[re.Pattern[str], str]]:
    routes = []
    for path in CONTRACT["paths"]:
        pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)
        routes.append((re.compile(pattern), path))
    return routes


def route(method: str, path: str) -> tuple[str, dict[str, str]] | None:
    """Return the end point that *path* is, and the ids in it; None if there is none."""
    for pattern, name in _routes():
        found = pattern.fullmatch(path)
        if found and method.lower() in CONTRACT["paths"][name]:
            return name, found.groupdict()
    return None


def request_faults(method: str, endpoint: str, query: str, body: bytes) -> list[str]:
    """Return how a request breaks the contract."""
    operation = CONTRACT["paths"][endpoint][method.lower()]
    faults = list(_query_faults(operation, query))
    wanted = operation.get("requestBody")
    if not wanted:
        return faults + ([f"a body where none belongs: {body[:80]!r}"] if body else [])
    try:
        content = json.loads(body)
    except ValueError:
        return [*faults, f"no JSON: {body[:80]!r}"]
    return faults + [
        f"{error.json_path}: {error.message[:200]}"
        for error in _validator(method.lower(), endpoint).iter_errors(content)
    ]


def answer_faults(method: str, endpoint: str, status: int, content: Any) -> list[str]:
    """Return how an answer of the stand-in breaks the contract."""
    responses = CONTRACT["paths"][endpoint][method.lower()]["responses"]
    found = responses.get(str(status), responses["default"])
    schema = found.get("content", {}).get("application/json", {}).get("schema")
    if schema is None:
        return [] if content is None else ["a body where none belongs"]
    return [
        e.json_path + e.message[:200] for e in Draft202012Validator(schema).iter_errors(content)
    ]


def _query_faults(operation: dict[str, Any], query: str) -> Any:
    known = {p["name"]: p for p in operation.get("parameters", []) if p["in"] == "query"}
    for name, value in parse_qsl(query, keep_blank_values=True):
        if name not in known:
            yield f"unknown parameter {name}"
            continue
        schema = known[name]["schema"]
        if not re.fullmatch(TYPES.get(schema["type"], ".*"), value):
            yield f"{name}={value} is no {schema['type']}"
        elif "enum" in schema and value not in schema["enum"]:
            yield f"{name}={value} is none of {schema['enum']}"
        elif "maximum" in schema and int(value) > schema["maximum"]:
            yield f"{name}={value} is too much"
        elif schema["type"] == "array" and re.search("(^|,)[a-z](,|$)", value):
            yield f"{name}={value} is one letter at a time"


@cache
def _validator(method: str, endpoint: str) -> Draft202012Validator:
    body = CONTRACT["paths"][endpoint][method]["requestBody"]
    schema = body["content"]["application/json"]["schema"]
    return Draft202012Validator(_closed(schema))


def _closed(schema: Any) -> Any:
    """Return the schema without room for keys that it does not name: they are misspellings."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        closed.setdefault("additionalProperties", False)
    return closed
