"""Time this project beside plain Pelican and Hugo, in one call and in turn.

python benchmarks/run.py [--posts 1000] [--rounds 3] [--peers ours,pelican,hugo] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import measure, report, translations
from benchmarks.corpus import Corpus, invent, one_more
from benchmarks.layouts import edit
from benchmarks.peers import OURS, PEERS, Peer
from benchmarks.report import SCENARIOS, Result

MEMORY = Path("/dev/shm")  # a folder in memory, on Linux: there the disk is not measured
TRIAL_POSTS = 10

console = Console()


class BuildError(Exception):
    """A build ended badly, or did not do its work; the reason is what it said."""


def main(words: Sequence[str] | None = None) -> int:
    """Measure what *words* ask for; return 1 if our own build fails, else 0."""
    asked = _read(words)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=asked.folder) as folder:
        results = _measure(asked, Path(folder))
        own = list(translations.measure(Path(folder) / "translations", asked.posts))
    console.print(report.times(results), report.ratios(results), report.notes(results), sep="\n")
    console.print(*map(translations.line, own), sep="\n", highlight=False)
    if asked.json:
        facts = {
            "posts": asked.posts,
            "rounds": asked.rounds,
            "machine": {
                "system": platform.system(),
                "processors": os.cpu_count(),
                "python": platform.python_version(),
            },
            "translations": {name: seconds for name, seconds, _ in own},
            **report.as_data(results),
        }
        asked.json.write_text(json.dumps(facts, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return int(any(result.peer.name == OURS.name and result.failure for result in results))


def _read(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/run.py", description=__doc__.split("\n")[0])
    parser.add_argument("--posts", type=_positive, default=1000, help="in both languages (1000)")
    parser.add_argument("--rounds", type=_positive, default=3, help="of every measurement (3)")
    parser.add_argument(
        "--peers",
        type=_peers,
        default="ours,whole,check,pelican,hugo",
        help=f"whom to measure, with commas between: {', '.join(PEERS)}",
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there")
    parser.add_argument(
        "--folder",
        type=Path,
        default=MEMORY if os.access(MEMORY, os.W_OK) else None,
        help="work there (in memory where the system has such a folder, else on disk)",
    )
    return parser.parse_args(words)


def _positive(word: str) -> int:
    if not word.isdigit() or int(word) == 0:
        raise argparse.ArgumentTypeError(f"{word}: write a number from 1")
    return int(word)


def _peers(word: str) -> list[Peer]:
    names = [name.strip() for name in word.split(",")]
    if unknown := [name for name in names if name not in PEERS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]}: write one of {', '.join(PEERS)}")
    return [PEERS[name] for name in dict.fromkeys(names)]


@dataclass(frozen=True)
class Site:
    """A generator's folder, with the posts that lie in it."""

    peer: Peer
    corpus: Corpus
    folder: Path

    def prepare(self) -> None:
        """Put posts, settings and templates there."""
        self.folder.mkdir(parents=True)
        self.peer.furnish(self.folder)
        self.peer.layout.write(self.corpus, self.folder)
        if self.peer.built_by:
            measure.run(self.peer.built_by(), self.folder, self.peer.environment(self.folder))

    def pages(self) -> list[Path]:
        return list((self.folder / self.peer.output).rglob("*.html"))


def _measure(asked: argparse.Namespace, folder: Path) -> list[Result]:
    results = [Result(peer, peer.version()) for peer in asked.peers]
    few, corpus = invent(TRIAL_POSTS), invent(asked.posts)
    for result in _running(results):
        # Shows at once what does not work.
        trial = Site(result.peer, few, folder / "trial" / result.peer.name)
        trial.prepare()
        _attempt(result, trial, "cold", 0, "trial")
    sites = {peer.name: Site(peer, corpus, folder / peer.name) for peer in asked.peers}
    with console.status(f"writing {asked.posts} posts for each"):
        for result in _running(results):
            sites[result.peer.name].prepare()
    for nth in range(asked.rounds + 1):
        step = f"round {nth} of {asked.rounds}" if nth else "memory"
        for scenario in SCENARIOS:
            for result in _running(results):
                _attempt(result, sites[result.peer.name], scenario, nth, step)
    return results


def _running(results: Sequence[Result]) -> list[Result]:
    return [result for result in results if result.version is not None and not result.failure]


def _attempt(result: Result, site: Site, scenario: str, nth: int, step: str) -> None:
    """Run one build, and note what it came to: the memory in the round 0, in others the time."""
    what = f"{step} · {SCENARIOS[scenario]} · {site.peer.title}"
    try:
        with console.status(what):
            run = _build(site, scenario, nth)
    except BuildError as error:
        result.failure = str(error)
        console.print(f"[red]{what}: failed")
        return
    if nth:
        result.runs[scenario].append(run)
    else:
        result.peaks[scenario] = run.peak
    result.pages = len(site.pages())
    console.print(f"{what}: {run.seconds:.2f} s", highlight=False)


def _build(site: Site, scenario: str, nth: int) -> measure.Run:
    """Bring *site* into the state that *scenario* names, and build it.

    Raises:
        BuildError: the build ended badly, or the site is not what it should be.
    """
    if scenario == "cold":
        site.peer.forget(site.folder)
    new_words = ""
    if scenario == "edited":
        post = site.corpus.posts[nth * 37 % len(site.corpus.posts)]
        new_words = edit(site.folder / site.peer.layout.path(post, "tr"), nth + 1)
    if scenario == "new":
        new = one_more(site.corpus, nth + 1)
        site.peer.layout.write(new, site.folder)
        new_words = new.posts[0].texts["tr"].title
    command, environment = site.peer.command(), site.peer.environment(site.folder)
    run = measure.run(command, site.folder, environment, looking=nth == 0)
    if run.code != 0:
        raise BuildError(f"exit code {run.code}\n{run.said}")
    _check(site, new_words)
    return run


def _check(site: Site, new_words: str) -> None:
    """Raise unless the whole site is there, *new_words* with it: speed without truth is none."""
    pages, texts = site.pages(), 2 * len(site.corpus.posts)
    if len(pages) < texts:
        raise BuildError(f"{len(pages)} pages for {texts} texts")
    is_built = site.peer.built_by is None
    if (
        new_words
        and is_built
        and not any(new_words in page.read_text(encoding="utf-8") for page in pages)
    ):
        raise BuildError(f"the edited sentence is on no page: {new_words}")


if __name__ == "__main__":
    sys.exit(main())
