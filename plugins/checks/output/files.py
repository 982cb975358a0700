"""What is wrong with the files of a built site, whatever the texts say."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from plugins.checks.output.facts import Facts, split
from plugins.checks.output.naming import address_of
from plugins.languages.addresses import FORM
from plugins.model.filenames import legible
from plugins.model.problem import NOTHING, Problem

ALIKE = 3
"""Pages on which the same fault is shown; a fault of the frame stands on all of them."""
MANY = 30
"""Dead addresses, from which on the nearest that answers is looked for no more."""


@dataclass(frozen=True)
class Files:
    """What has to be known of each file of a built site, by name."""

    folder: str
    files: dict[str, Facts]
    specimens: frozenset[str]
    """Addresses of pages that show invented parts, whose links lead nowhere on purpose."""

    @property
    def pages(self) -> dict[str, Facts]:
        """The pages by name."""
        return {
            name: facts
            for name, facts in self.files.items()
            if name.endswith(".html") and address_of(name) != FORM
        }

    def place(self, name: str) -> str:
        """Return the path of a file as messages name it."""
        return f"{self.folder}/{legible(name)}"


def check_own(built: Files) -> Iterator[Problem]:
    """Every file can be read; ids stand once, headings in order; language and title are said."""
    for name, facts in built.files.items():
        for line, rule, values in facts["problems"]:
            yield Problem(built.place(name), line, rule, values)


def check_links(built: Files) -> Iterator[Problem]:
    """Every link, picture, style and script of the site answers, and so does every anchor."""
    answering, ids = {address_of(name) for name in built.files}, _ids(built)
    origins = _origins(built)
    good: set[str] = set()  # most links stand on every page
    dead: Counter[str] = Counter()
    for name, facts in built.files.items():
        links = facts["links"]
        if good.issuperset(links[0]) or address_of(name) in built.specimens:
            continue
        for target, line, is_shown in zip(*links, strict=True):
            if target in good:
                continue
            path, fragment = _inside(target, origins) or ("", "")
            if path and path not in answering:
                dead[path] += 1
                if dead[path] <= ALIKE:
                    rule = "page-missing-file" if is_shown else "page-dead-link"
                    near = _nearest(path, answering) if len(dead) <= MANY else NOTHING
                    values = {"found": path, "better": near}
                    yield Problem(built.place(name), line, rule, values)
            elif fragment and path in ids and fragment not in ids[path]:
                values = {"found": f"{path}#{fragment}"}
                yield Problem(built.place(name), line, "page-dead-anchor", values)
            else:
                good.add(target)


def check_alternates(built: Files) -> Iterator[Problem]:
    """Pages that name each other as translations do so mutually, and name themselves."""
    pages = {address_of(name): facts for name, facts in built.pages.items()}
    targets = {url: set(facts["alternates"].values()) for url, facts in pages.items()}
    for name in built.pages:
        own = address_of(name)
        if targets[own] and own not in targets[own]:
            yield Problem(built.place(name), 0, "alternate-one-sided", {"found": own})
        for path in sorted(targets[own] - {own}):
            if path not in pages:
                yield Problem(built.place(name), 0, "alternate-dead", {"found": path})
            elif own not in targets[path]:
                yield Problem(built.place(name), 0, "alternate-one-sided", {"found": path})


OUTPUT_CHECKS = (check_own, check_links, check_alternates)


def _inside(target: str, origins: Sequence[str]) -> tuple[str, str] | None:
    """Return path and fragment of a *target* within the site, as pages are named; else None."""
    for origin in origins:
        if parts := split(target, origin):
            path, fragment = parts
            return path.removesuffix("index.html") if path.endswith(
                "/index.html"
            ) else path, fragment
    return None


def _origins(built: Files) -> list[str]:
    """Return the hosts under which the pages of the site name themselves."""
    return sorted({facts["origin"] for facts in built.pages.values()} - {""}) or [""]


def _ids(built: Files) -> dict[str, list[str]]:
    return {
        address_of(name): facts["ids"]
        for name, facts in built.files.items()
        if name.endswith((".html", ".svg"))
    }


def _nearest(path: str, answering: Iterable[str]) -> str:
    near = [a for a in answering if a.endswith("/") == path.endswith("/")]
    found = get_close_matches(path, near, n=1)
    return found[0] if found else NOTHING
