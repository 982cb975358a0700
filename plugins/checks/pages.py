"""All checks of a built site; what a file holds is kept until the file changes."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.checks.output.facts import READERS, Facts, address_of, facts_of
from plugins.checks.output.files import ALIKE, OUTPUT_CHECKS, Files
from plugins.checks.output.leaks import Passage, closed_passages, leaked, open_words
from plugins.checks.output.ledger import check_ledger
from plugins.languages.addresses import FORM, Addresses
from plugins.model.content import Content
from plugins.model.memo import Memo, code_version, digest
from plugins.model.problem import Problem
from plugins.sharing import share_out

ROOM = Path(__file__).resolve().parent


@dataclass(frozen=True)
class Leak:
    """Words of the text *path* that is not public, in a line of the file *name*."""

    name: str
    line: int
    path: str
    words: str


@dataclass(frozen=True)
class Output:
    """A built site: its files by name, and what they came to."""

    folder: Path
    names: tuple[str, ...]
    problems: list[Problem]
    """What is wrong with the files, whatever the texts say."""
    leaks: list[Problem]
    """Words of what is not public."""

    @property
    def addresses(self) -> set[str]:
        """Every address that answers."""
        return {address_of(name) for name in self.names}


def is_public(folder: Path) -> bool:
    """Tell whether the site in *folder* was built for the public: it lets search engines in."""
    robots = folder / "robots.txt"
    return robots.is_file() and "Allow: /" in robots.read_text(encoding="utf-8").splitlines()


def read_output(
    folder: Path, content: Content, addresses: Addresses, *, memos: Path, jobs: int
) -> Output:
    """Return the site that was built into *folder*, and the words of *content* that leaked into it.

    What its files came to is kept in the folder *memos* until one of them is another.
    """
    passages = closed_passages(content, public=is_public(folder))
    specimens = frozenset(addresses.listing("components", lang) for lang in addresses.languages)
    version = digest(code_version(ROOM), repr(passages).encode())
    stamps = sorted(_stamps(folder))
    key = digest(version.encode(), repr((folder.name, sorted(specimens), stamps)).encode())
    names = tuple(name for name, *_ in stamps)
    memo = Memo(memos / "output.sqlite")
    found = memo.read([key]).get(key)
    if found is None:
        facts = _read_files(folder, names, passages, version, Memo(memos / "files.sqlite"), jobs)
        files = Files(folder.name, facts, specimens)
        problems = [problem for check in OUTPUT_CHECKS for problem in check(files)]
        found = {
            "problems": [[p.path, p.line, p.rule, p.values, p.fix] for p in problems],
            "leaks": [[name, *leak] for name, own in facts.items() for leak in own["leaks"]],
        }
        memo.write({key: found}, keep=())
    wrong = [Problem(*problem) for problem in found["problems"]]
    leaks = [Leak(*leak) for leak in found["leaks"]]
    return Output(folder, names, wrong, list(_leaked(folder, leaks, content, passages)))


def check_pages(
    output: Output, root: Path, content: Content, addresses: Addresses
) -> list[Problem]:
    """Return what is wrong with the built site *output*."""
    found = [*output.problems, *output.leaks]
    found += check_ledger(root, content, addresses, output.addresses)
    return list(_some_of_each(found))


def _stamps(folder: str | Path, below: str = "") -> Iterator[tuple[str, int, int]]:
    """Yield the name of each file in *folder*, with forward slashes, its size and its time.

    Names begin with *below*, the name of the folder itself.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stamps(entry.path, f"{below}{entry.name}/")
            else:
                file = entry.stat()
                yield f"{below}{entry.name}", file.st_size, file.st_mtime_ns


def _read_files(
    folder: Path,
    names: Sequence[str],
    passages: Sequence[Passage],
    version: str,
    memo: Memo,
    jobs: int,
) -> dict[str, Facts]:
    """Return what has to be known of each of the files *names*; of the *memo* what it holds."""
    wanted = {
        name: (folder / name).read_bytes()
        for name in names
        if os.path.splitext(name)[1] in READERS and address_of(name) != FORM
    }
    keys = {name: digest(version.encode(), name.encode(), data) for name, data in wanted.items()}
    kept = memo.read(keys.values())
    new = [(name, data, passages) for name, data in wanted.items() if keys[name] not in kept]
    made = {
        keys[name]: facts for share in share_out(_read_share, new, jobs) for name, facts in share
    }
    if made or len(kept) != len(keys):
        memo.write(made, keep=kept)
    nothing: Facts = {"problems": [], "links": [], "ids": [], "alternates": {}, "leaks": []}
    return {
        name: (kept.get(keys[name]) or made[keys[name]]) if name in keys else nothing
        for name in names
    }


def _read_share(
    files: Sequence[tuple[str, bytes, Sequence[Passage]]],
) -> list[tuple[str, Facts]]:
    return [(name, _read_file(name, data, passages)) for name, data, passages in files]


def _read_file(name: str, data: bytes, passages: Sequence[Passage]) -> Facts:
    text = data.decode("utf-8", errors="replace")
    found = [[line, passage.path, passage.words] for line, passage in leaked(text, passages)]
    return {**facts_of(name, data), "leaks": found}


def _leaked(
    folder: Path, leaks: Sequence[Leak], content: Content, passages: Sequence[Passage]
) -> Iterator[Problem]:
    """No words of a draft, of what waits, or of an invented item of a public site stand in it."""
    if not leaks:
        return
    said, states = open_words(content, passages), {p.path: p.state for p in passages}
    for leak in leaks:
        if leak.words not in said:
            short = leak.words if len(leak.words) <= 60 else f"{leak.words[:57]}…"
            values = {"found": short, "place": leak.path, "state": states[leak.path]}
            yield Problem(f"{folder.name}/{leak.name}", leak.line, "leaked-text", values)


def _some_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first few of the problems that say the same."""
    counted: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        same: Mapping[str, object] = problem.values
        key = (problem.rule, str(same.get("found", same)))
        counted[key] += 1
        if counted[key] <= ALIKE:
            yield problem
