"""The structure of the plugins: who may import whom."""

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import PROJECT

PLUGINS = PROJECT / "plugins"

LEAVES = {"generator", "libraries", "lock", "moments", "terminal", "writer", "sharing"}
"""Rooms that know nothing of the site; any other may use them."""

MAY_IMPORT = {
    "model": set(),
    "writer": {"model"},
    "generator": set(),
    "idle": set(),
    "rooms": set(),
    "framed": {"idle", "report"},
    "configuration": set(),
    "libraries": set(),
    "sharing": set(),
    "staging": set(),
    "lock": set(),
    "moments": set(),
    "terminal": set(),
    "last_build": {"configuration"},
    "languages": {"model"},
    "translations": {"build", "languages", "model", "report"},
    "rendering": {"languages", "model"},
    "pictures": {"languages", "model"},
    "cards": {"languages", "model"},
    "listings": {"cards", "discovery", "languages", "model", "rendering"},
    "feeds": {"languages", "model", "rendering"},
    "events": {"languages", "model"},
    "search": {"languages", "model"},
    "discovery": {"admin", "languages", "model"},
    "admin": {"languages", "model"},
    "files": {"model"},
    "stylesheet": {"model"},
    "links": {"model"},
    "newsletter": {"build", "configuration", "languages", "model", "rendering", "report"},
    "settings": {"model"},
    # Nobody reads it.
    "checks": {"configuration", "languages", "model", "pictures", "settings", "translations"},
    "report": {"languages", "model"},
    "build": {
        "configuration",
        "framed",
        "languages",
        "last_build",
        "model",
        "report",
        "rooms",
        "settings",
        "staging",
    },
    "scaffold": {"build", "model", "newsletter", "report"},
    "guide": {"model", "scaffold"},
    "preview": {
        "build",
        "files",
        "languages",
        "links",
        "listings",
        "model",
        "pictures",
        "rendering",
        "report",
        "rooms",
        "translations",
    },
}


def room_of(module: str) -> str:
    return module.removeprefix("plugins.").split(".")[0]


@cache
def modules() -> list[tuple[Path, str]]:
    """Return the file and the name of what it imports, for every import in the plugins."""
    found = []
    for path in sorted(PLUGINS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                within = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
                found += [(path.relative_to(PLUGINS), within + alias.name) for alias in node.names]
    return found


def imports() -> list[tuple[str, str, str]]:
    """Return the file, its room, and the room it imports, for every import among plugins."""
    return [
        (path.as_posix(), path.parts[0].removesuffix(".py"), room_of(name))
        for path, name in modules()
        if name.startswith("plugins.")
    ]


def test_every_library_that_a_room_imports_is_declared():
    """Not only brought along by another one, which may drop it in its next version."""
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(r).name) for r in project["dependencies"]}
    carriers = packages_distributions()
    imported = {name.split(".")[0] for _, name in modules()} - sys.stdlib_module_names
    undeclared = {
        name
        for name in imported - {"plugins", "tasks"}
        if declared.isdisjoint(map(canonicalize_name, carriers.get(name, ())))
    }
    assert undeclared == set()


def test_every_room_has_its_arrows():
    rooms = {path.stem for path in PLUGINS.iterdir() if path.suffix == ".py" or path.is_dir()}
    assert rooms - {"__init__", "__pycache__"} == set(MAY_IMPORT)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_it_may(room):
    allowed = MAY_IMPORT[room] | LEAVES | {room}
    wrong = [
        (path, other) for path, own, other in imports() if own == room and other not in allowed
    ]
    assert wrong == []


def test_only_the_newsletter_knows_mailchimp():
    asks = re.compile(r"^\s*(?:from|import) mailchimp_marketing\b", re.MULTILINE)
    knows = [p for p in PLUGINS.rglob("*.py") if asks.search(p.read_text(encoding="utf-8"))]
    assert [p.relative_to(PLUGINS).as_posix() for p in knows] == ["newsletter/mailchimp.py"]
