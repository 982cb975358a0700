"""Whether every picture that a text uses can be shown; what was found is kept with the picture."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plugins.checks.findings import Findings
from plugins.model.memo import digest
from plugins.model.problem import Problem
from plugins.pictures.uses import Use, by_picture, problems_of

FAMILY = "pictures"


class Wrong(NamedTuple):
    """What is wrong with a picture."""

    rule: str
    values: dict[str, Any]


def check_pictures(
    uses: Iterable[Use], settings: Mapping[str, Any], findings: Findings, *, jobs: int
) -> Iterator[Problem]:
    """Yield what is wrong with a picture, at each line of *uses* that names it.

    A picture is read where its size or time is another than when it was last looked at, and looked
    at where it holds something else.
    """
    places = by_picture(uses)
    paths = {str(path): path for path in places}
    recipe = digest(repr(settings["PICTURES"]).encode())
    marks = {name: f"{_stamp(name)} {recipe}" for name in paths}

    def find(names: Sequence[str]) -> Iterator[tuple[str, list[Any]]]:
        # Slow to load, with Pillow; pictures that were looked at before need it no more.
        from plugins.pictures.checking import verdicts  # noqa: PLC0415

        keys = {name: f"{digest(paths[name].read_bytes())} {recipe}" for name in names}
        kept = {name: findings.before(FAMILY, name) for name in names}
        known = {name: old for name, old in kept.items() if old and old[0] == keys[name]}
        yield from known.items()
        new = [paths[name] for name in names if name not in known]
        for path, read, verdict in verdicts(new, settings, jobs=jobs):
            fault = (verdict.rule, verdict.values) if verdict else None
            yield str(path), [f"{read} {recipe}", fault]

    found = findings.of(FAMILY, marks, find)
    bad = {paths[name]: Wrong(*fault) for name, (_, fault) in found.items() if fault}
    yield from (problem for _, problem in problems_of(places, bad))


def _stamp(path: str) -> str:
    file = os.stat(path)
    # Of two pictures that change places, size and time may be the same.
    return f"{file.st_size} {file.st_mtime_ns} {file.st_ctime_ns} {file.st_ino}"
