"""The generators that are measured: what each needs, how it is run, what it remembers."""

from __future__ import annotations

import compileall
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib import metadata
from pathlib import Path

from benchmarks import layouts
from benchmarks.layouts import Layout

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parent.parent

ITEMS_PER_PAGE = 10  # stands in the settings of the peers, too
PEERS_LACK = ("plugins.cards", "plugins.search")
"""What no peer does here: a picture for each page, an index for search."""
OUR_PARTS = ("pelicanconf.py", "publishconf.py", "tasks.py", "plugins", "theme")


@dataclass(frozen=True)
class Peer:
    """A generator, ready to be run in a folder of its own."""

    name: str
    title: str
    version: Callable[[], str | None]
    """Its version, or None where it is not installed."""
    layout: Layout
    parts: tuple[Path, ...]
    """Files and folders that lie beside the content."""
    command: Callable[[], list[str]]
    output: str
    remembered: tuple[str, ...]
    """What a cold build starts without, beside the output."""
    settings: Mapping[str, str] = field(default_factory=dict)
    """Lines put at the end of files."""
    built_by: Callable[[], list[str]] | None = None
    """Of a command that reads what was built: the command that builds it, which is not measured."""

    def furnish(self, folder: Path) -> None:
        """Put everything but the content into *folder*."""
        for part in self.parts:
            if part.is_dir():
                ignored = shutil.ignore_patterns("__pycache__")
                shutil.copytree(part, folder / part.name, ignore=ignored)
                # As after any first run: the peers' programs are compiled where they are installed.
                compileall.compile_dir(folder / part.name, quiet=2)
            elif part.exists():
                shutil.copy(part, folder)
        for name, line in self.settings.items():
            with (folder / name).open("a", encoding="utf-8") as file:
                file.write(line)

    def environment(self, folder: Path) -> dict[str, str]:
        """Return what keeps a build in *folder*: Hugo has a cache in the user's home by default."""
        return {"HUGO_CACHEDIR": str(folder / "cache")}

    def forget(self, folder: Path) -> None:
        """Remove what earlier builds left in *folder*, so that the next one is cold."""
        for name in (*(() if self.built_by else (self.output,)), *self.remembered):
            shutil.rmtree(folder / name, ignore_errors=True)


def _version(package: str) -> str | None:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def _pelican_version() -> str | None:
    return _version("pelican-i18n-subsites") and _version("pelican")


def _hugo_command() -> list[str]:
    # The program itself: the `hugo` of the package is a Python script that then starts it.
    name = "hugo.exe" if sys.platform == "win32" else "hugo"
    return [str(metadata.distribution("hugo").locate_file(f"hugo/binaries/{name}"))]


def _pelican(name: str, title: str, settings: Mapping[str, str]) -> Peer:
    return Peer(
        name=name,
        title=title,
        version=_pelican_version,
        layout=layouts.PELICAN,
        parts=tuple(sorted((HERE / "pelican").iterdir())),
        command=lambda: [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"],
        output="output",
        remembered=("cache",),
        settings=settings,
    )


OURS = Peer(
    name="ours",
    title="ours",
    version=lambda: "",
    layout=layouts.OURS,
    parts=tuple(PROJECT / part for part in OUR_PARTS),
    command=lambda: [sys.executable, "-m", "invoke", "build"],
    output="output",
    remembered=(".memo", "outbox"),
    settings={
        "pelicanconf.py": f"\nITEMS_PER_PAGE = {ITEMS_PER_PAGE}\n"
        f"PLUGINS = [name for name in PLUGINS if name not in {PEERS_LACK}]\n"
    },
)
WHOLE = replace(
    OURS,
    name="whole",
    title="ours: whole",
    settings={"pelicanconf.py": f"\nITEMS_PER_PAGE = {ITEMS_PER_PAGE}\n"},
)
CHECK = replace(
    WHOLE,
    name="check",
    title="ours: check",
    command=lambda: [sys.executable, "-m", "invoke", "check"],
    built_by=WHOLE.command,
    remembered=(".memo",),
)
PELICAN = _pelican("pelican", "Pelican", {})
PELICAN_CACHE = _pelican(
    "pelican-cache",
    "Pelican, cached",
    {"pelicanconf.py": "\nCACHE_CONTENT = LOAD_CONTENT_CACHE = True\n"},
)
HUGO = Peer(
    name="hugo",
    title="Hugo",
    version=lambda: _version("hugo"),
    layout=layouts.HUGO,
    parts=tuple(sorted((HERE / "hugo").iterdir())),
    command=_hugo_command,
    output="public",
    remembered=("cache", "resources"),
)

PEERS = {peer.name: peer for peer in (OURS, WHOLE, CHECK, PELICAN, PELICAN_CACHE, HUGO)}
