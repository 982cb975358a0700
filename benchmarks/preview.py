"""Time the preview: from the saving of a file until the new page has been served.

python benchmarks/preview.py [--posts 1000] [--edits 20] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.corpus import Corpus, invent
from benchmarks.layouts import OURS as LAYOUT
from benchmarks.peers import OURS
from plugins.model.slugs import slugify

MEMORY = Path("/dev/shm")
READY = 60.0  # seconds within which the preview has to answer
HOST = "127.0.0.1"

console = Console()


@dataclass(frozen=True)
class Change:
    """One save: what is written where, and the page that then says *words*."""

    path: Path
    text: str
    url: str
    words: str


Edit = Callable[["Bench", int], Change]


@dataclass
class Bench:
    """The corpus in a folder, with a preview that serves it."""

    corpus: Corpus
    folder: Path
    port: int
    seconds: dict[str, list[float]] = field(default_factory=dict)
    cpu: dict[str, list[float]] = field(default_factory=dict)

    def post(self, nth: int) -> tuple[Path, str]:
        """Return the Turkish text of a post, another for each *nth*, and its address."""
        news = [post for post in self.corpus.posts if post.kind == "news"]
        post = news[nth * 37 % len(news)]
        return self.folder / LAYOUT.path(post, "tr"), f"/haberler/{post.texts['tr'].slug}/"

    def time(self, name: str, change: Change, process: int) -> None:
        """Make *change*, and note how long it takes until its page says so."""
        events = HTTPConnection(HOST, self.port, timeout=READY)
        events.request("GET", "/_preview/events")
        stream = events.getresponse()
        stream.readline(), stream.readline()
        before, started = _cpu(process), time.perf_counter()
        change.path.parent.mkdir(parents=True, exist_ok=True)
        change.path.write_text(change.text, encoding="utf-8")
        while True:
            stream.readline(), stream.readline()  # a browser waits for word, too
            if change.words in self.get(change.url):
                break
            if time.perf_counter() - started > READY:
                raise SystemExit(
                    f"{name}: {change.url} never said “{change.words}” ({change.path})"
                )
        self.seconds.setdefault(name, []).append(time.perf_counter() - started)
        self.cpu.setdefault(name, []).append(_cpu(process) - before)
        events.close()

    def get(self, url: str) -> str:
        """Return what the preview answers at *url*."""
        connection = HTTPConnection(HOST, self.port, timeout=READY)
        connection.request("GET", url)
        page = connection.getresponse().read().decode("utf-8")
        connection.close()
        return page


# ── the edits ───────────────────────────────────────────────────────────────────────────────


def _text(bench: Bench, nth: int) -> Change:
    path, url = bench.post(nth)
    words = f"Bu tümce {nth}. kayıtta eklendi."
    return Change(path, f"{_read(path)}\n{words}\n", url, words)


def _heading(bench: Bench, nth: int) -> Change:
    path, url = bench.post(nth)
    words = f"Ara başlık {nth}"
    return Change(path, f"{_read(path)}\n## {words}\n", url, words)


def _title(bench: Bench, nth: int) -> Change:
    path, url = bench.post(nth)
    words = f"Yeni başlık {nth}"
    slug = url.strip("/").rpartition("/")[2]  # the address stays
    bare = re.sub(rf"(?m)^slug: {slug}\n", "", _read(path))
    text = re.sub(r"(?m)^title: .*$", f"title: {words}\nslug: {slug}", bare, count=1)
    return Change(path, text, url, words)


def _address(bench: Bench, nth: int) -> Change:
    """Change a title and the address with it."""
    path, _ = bench.post(nth)
    words = f"Taşınan başlık {nth}"
    bare = re.sub(r"(?m)^slug: .*\n", "", _read(path))
    text = re.sub(r"(?m)^title: .*$", f"title: {words}", bare, count=1)
    return Change(path, text, f"/haberler/{slugify(words)}/", words)


def _summary(bench: Bench, nth: int) -> Change:
    """Change what lists show of the newest post: its section is looked at."""
    newest = max((post for post in bench.corpus.posts if post.kind == "news"), key=lambda p: p.day)
    path, words = bench.folder / LAYOUT.path(newest, "tr"), f"Özet {nth}."
    text = re.sub(r"(?m)^summary: .*$", f"summary: {words}", _read(path), count=1)
    return Change(path, text, "/haberler/", words)


def _new(bench: Bench, nth: int) -> Change:
    title = f"Yepyeni haber {nth}"
    path = bench.folder / f"content/news/2019-01-{nth % 28 + 1:02}-yeni-{nth}/index.tr.md"
    text = f"---\ntitle: {title}\nsummary: Özet.\nstatus: draft\n---\n\nMetin.\n"
    return Change(path, text, f"/haberler/{slugify(title)}/", title)


def _published(bench: Bench, nth: int) -> Change:
    """Publish the new draft: its section lists it without a mark."""
    draft, words = _new(bench, nth), f"Yayımlanan tümce {nth}."
    text = draft.text.replace("status: draft\n", "")
    return Change(draft.path, f"{text}\n{words}\n", draft.url, words)


def _translation(bench: Bench, nth: int) -> Change:
    """Write what was published in the other language, too."""
    title = f"Brand-new story {nth}"
    path = _new(bench, nth).path.with_name("index.en.md")
    text = f"---\ntitle: {title}\nsummary: Summary.\n---\n\nText.\n"
    return Change(path, text, f"/en/news/{slugify(title)}/", title)


def _fault(bench: Bench, nth: int) -> Change:
    path, url = bench.post(nth)
    field = f"baslik{nth}"
    text = _read(path).replace("---\n", f"---\n{field}: yanlış\n", 1)
    return Change(path, text, url, f"<code>{field}</code>")


def _repair(bench: Bench, nth: int) -> Change:
    path, url = bench.post(nth)
    words = f"Onarılan tümce {nth}."
    text = _read(path).replace(f"baslik{nth}: yanlış\n", "")
    return Change(path, f"{text}\n{words}\n", url, words)


def _template(bench: Bench, nth: int) -> Change:
    path = bench.folder / "theme/templates/partials/footer.html"
    words = f"şablon {nth}"
    return Change(path, f"{_read(path)}\n<p>{words}</p>", bench.post(nth)[1], words)


def _style(bench: Bench, nth: int) -> Change:
    path = bench.folder / "theme/css/components/notice.css"
    words = f".n{nth}"
    return Change(path, f"{_read(path)}\n{words} {{ color: red; }}", "/theme/css/site.css", words)


EDITS: dict[str, Edit] = {
    "a sentence of a text": _text,
    "a heading": _heading,
    "a title": _title,
    "a summary, seen in a list": _summary,
    "a new draft": _new,
    "a draft that is published": _published,
    "its translation": _translation,
    "a fault": _fault,
    "its repair": _repair,
    "a template": _template,
    "a title that moves the page": _address,
    "a stylesheet": _style,
}


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# ── the run ─────────────────────────────────────────────────────────────────────────────────


def main(words: Sequence[str] | None = None) -> int:
    """Measure what *words* ask for; return 0, or 1 where the preview did not start."""
    asked = _arguments(words)
    base = MEMORY if os.access(MEMORY, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="preview-", dir=base) as name:
        folder, corpus = Path(name), invent(asked.posts)
        OURS.furnish(folder)
        LAYOUT.write(corpus, folder)
        bench = Bench(corpus, folder, _free_port())
        with _running(bench) as process:
            for nth in range(asked.edits):
                for what, edit in EDITS.items():
                    with console.status(f"{nth + 1} of {asked.edits}: {what}"):
                        bench.time(what, edit(bench, nth), process)
    console.print(_table(bench))
    if asked.json:
        asked.json.write_text(json.dumps(bench.seconds, indent=2, ensure_ascii=False), "utf-8")
    return 0


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/preview.py", description=__doc__)
    parser.add_argument("--posts", type=int, default=1000, help="in both languages (1000)")
    parser.add_argument("--edits", type=int, default=20, help="of each kind (20)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every figure there")
    return parser.parse_args(words)


@contextmanager
def _running(bench: Bench) -> Iterator[int]:
    """Start the preview, wait until it answers, and end it."""
    command = [sys.executable, "-m", "invoke", "preview", f"--port={bench.port}"]
    command += ["--as-of=2026-06-01", "--lang=en"]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=bench.folder, stderr=subprocess.DEVNULL)
    try:
        while True:
            try:
                bench.get("/")
                break
            except OSError:
                if process.poll() is not None or time.perf_counter() - started > READY:
                    raise SystemExit("the preview did not start") from None
                time.sleep(0.1)
        bench.seconds["from the start to the first page"] = [time.perf_counter() - started]
        yield process.pid
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
    return port


def _cpu(process: int) -> float:
    """Return the seconds of processor time that *process* has used; 0 where no one tells."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _table(bench: Bench) -> Table:
    table = Table("saved", "edits", "median", "worst", "processor, median", box=None)
    for what, seconds in bench.seconds.items():
        cpu = bench.cpu.get(what)
        table.add_row(
            what,
            str(len(seconds)),
            f"{median(seconds):.3f} s",
            f"{max(seconds):.3f} s",
            f"{median(cpu):.3f} s" if cpu else "",
        )
    return table


if __name__ == "__main__":
    sys.exit(main())
