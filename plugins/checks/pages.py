"""All checks of a built site; what a file holds is kept until the file changes."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from plugins.checks.output.facts import READERS, Facts, address_of, facts_of, split
from plugins.checks.output.leaks import Passage, closed_passages, leaked, open_words
from plugins.checks.output.ledger import check_ledger
from plugins.languages.addresses import Addresses
from plugins.model.content import Content
from plugins.model.memo import Memo, code_version, digest
from plugins.model.problem import NOTHING, Problem
from plugins.sharing import share_out

ROOM = Path(__file__).resolve().parent
FORM = "admin/index.html"
"""The editors' form: its page is made in the browser, by a script that is not ours."""
ALIKE = 3
"""Pages on which the same fault is shown; a fault of the frame stands on all of them."""
MANY = 30
"""Dead addresses, from which on the nearest that answers is looked for no more."""


@dataclass(frozen=True)
class Output:
    """A built site: what has to be known of each of its files, by name."""

    folder: Path
    files: dict[str, Facts]
    specimens: frozenset[str]
    """Addresses of pages that show invented parts, whose links lead nowhere on purpose."""
    leaks: list[Problem]

    @property
    def addresses(self) -> set[str]:
        """Every address that answers."""
        return {address_of(name) for name in self.files}

    @property
    def pages(self) -> dict[str, Facts]:
        """The pages by name."""
        return {
            name: facts
            for name, facts in self.files.items()
            if name.endswith(".html") and name != FORM
        }

    def place(self, name: str) -> str:
        """Return the path of a file as messages name it."""
        return f"{self.folder.name}/{name}"


def is_public(folder: Path) -> bool:
    """Tell whether the site in *folder* was built for the public: it lets search engines in."""
    robots = folder / "robots.txt"
    return robots.is_file() and "Allow: /" in robots.read_text(encoding="utf-8").splitlines()


def read_output(
    folder: Path, content: Content, addresses: Addresses, *, memo: Memo, jobs: int
) -> Output:
    """Return the site that was built into *folder*, and what of *content* has leaked into it."""
    passages = closed_passages(content, public=is_public(folder))
    version = digest(code_version(ROOM), repr(passages).encode())
    names = sorted(_files(folder))
    wanted = {
        name: (folder / name).read_bytes()
        for name in names
        if os.path.splitext(name)[1] in READERS and name != FORM
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
    files = {
        name: (kept.get(keys[name]) or made[keys[name]]) if name in keys else nothing
        for name in names
    }
    specimens = frozenset(addresses.listing("components", lang) for lang in addresses.languages)
    output = Output(folder, files, specimens, [])
    output.leaks.extend(_leaks(output, content, passages))
    return output


def check_pages(
    output: Output, root: Path, content: Content, addresses: Addresses
) -> list[Problem]:
    """Return what is wrong with the built site *output*."""
    found = [problem for check in OUTPUT_CHECKS for problem in check(output)]
    found += output.leaks
    found += check_ledger(root, content, addresses, output.addresses)
    return list(_some_of_each(found))


def check_own(output: Output) -> Iterator[Problem]:
    """Every file can be read; ids stand once, headings in order; language and title are said."""
    for name, facts in output.files.items():
        for line, rule, values in facts["problems"]:
            yield Problem(output.place(name), line, rule, values)


def check_links(output: Output) -> Iterator[Problem]:
    """Every link, picture, style and script of the site answers, and so does every anchor."""
    answering, ids = output.addresses, _ids(output)
    origins = _origins(output)
    read: dict[str, tuple[str, str] | None] = {}  # most links stand on every page
    dead: Counter[str] = Counter()
    for name, facts in output.files.items():
        own = address_of(name)
        for target, line, is_shown in () if own in output.specimens else facts["links"]:
            if target not in read:
                read[target] = _inside(target, origins)
            if (parts := read[target]) is None:
                continue
            path, fragment = parts
            if path not in answering:
                dead[path] += 1
                if dead[path] <= ALIKE:
                    rule = "page-missing-file" if is_shown else "page-dead-link"
                    near = _nearest(path, answering) if len(dead) <= MANY else NOTHING
                    values = {"found": path, "better": near}
                    yield Problem(output.place(name), line, rule, values)
            elif fragment and path in ids and fragment not in ids[path]:
                values = {"found": f"{path}#{fragment}"}
                yield Problem(output.place(name), line, "page-dead-anchor", values)


def check_alternates(output: Output) -> Iterator[Problem]:
    """Pages that name each other as translations do so mutually, and name themselves."""
    pages = {address_of(name): facts for name, facts in output.pages.items()}
    targets = {
        url: {urlsplit(target).path for target in facts["alternates"].values()}
        for url, facts in pages.items()
    }
    for name in output.pages:
        own = address_of(name)
        if targets[own] and own not in targets[own]:
            yield Problem(output.place(name), 0, "alternate-one-sided", {"found": own})
        for path in sorted(targets[own] - {own}):
            if path not in pages:
                yield Problem(output.place(name), 0, "alternate-dead", {"found": path})
            elif own not in targets[path]:
                yield Problem(output.place(name), 0, "alternate-one-sided", {"found": path})


OUTPUT_CHECKS = (check_own, check_links, check_alternates)


def _files(folder: Path) -> Iterator[str]:
    """Yield the name of each file below *folder*, with forward slashes."""
    for parent, _, files in os.walk(folder):
        below = Path(parent).relative_to(folder).as_posix()
        yield from (name if below == "." else f"{below}/{name}" for name in files)


def _read_share(
    files: Sequence[tuple[str, bytes, Sequence[Passage]]],
) -> list[tuple[str, Facts]]:
    return [(name, _read_file(name, data, passages)) for name, data, passages in files]


def _read_file(name: str, data: bytes, passages: Sequence[Passage]) -> Facts:
    text = data.decode("utf-8", errors="replace")
    found = [[line, passage.path, passage.words] for line, passage in leaked(text, passages)]
    return {**facts_of(name, data), "leaks": found}


def _leaks(output: Output, content: Content, passages: Sequence[Passage]) -> Iterator[Problem]:
    """No words of a draft, of what waits, or of an invented item of a public site stand in it."""
    found = [(name, *leak) for name, facts in output.files.items() for leak in facts["leaks"]]
    if not found:
        return
    said, states = open_words(content, passages), {p.path: p.state for p in passages}
    for name, line, path, words in found:
        if words not in said:
            short = words if len(words) <= 60 else f"{words[:57]}…"
            values = {"found": short, "place": path, "state": states[path]}
            yield Problem(output.place(name), line, "leaked-text", values)


def _inside(target: str, origins: Sequence[str]) -> tuple[str, str] | None:
    """Return path and fragment of a *target* within the site, as pages are named; else None."""
    for origin in origins:
        if parts := split(target, origin):
            path, fragment = parts
            return path.removesuffix("index.html") if path.endswith(
                "/index.html"
            ) else path, fragment
    return None


def _origins(output: Output) -> list[str]:
    """Return the hosts under which the pages of the site name themselves."""
    parts = (urlsplit(facts["canonical"]) for facts in output.pages.values())
    return sorted({f"{p.scheme}://{p.netloc}" for p in parts if p.netloc}) or [""]


def _ids(output: Output) -> dict[str, frozenset[str]]:
    return {
        address_of(name): frozenset(facts["ids"])
        for name, facts in output.files.items()
        if name.endswith((".html", ".svg"))
    }


def _nearest(path: str, answering: Iterable[str]) -> str:
    near = [a for a in answering if a.endswith("/") == path.endswith("/")]
    found = get_close_matches(path, near, n=1)
    return found[0] if found else NOTHING


def _some_of_each(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first few of the problems that say the same."""
    counted: Counter[tuple[str, str]] = Counter()
    for problem in problems:
        same: Mapping[str, object] = problem.values
        key = (problem.rule, str(same.get("found", same)))
        counted[key] += 1
        if counted[key] <= ALIKE:
            yield problem
