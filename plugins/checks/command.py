"""`invoke check`: reads what editors wrote, and what was built of it, and says what is wrong.

Nothing is built and Pelican is not loaded. The built site is checked where there is one.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from plugins.checks import pages, pictures, texts
from plugins.checks.findings import Findings
from plugins.checks.output.ledger import items_by_address, write_ledger
from plugins.checks.pages import Output, check_pages, is_public, read_output
from plugins.checks.pictures import check_pictures
from plugins.checks.printing import FORMS
from plugins.checks.texts import check_texts, read_texts
from plugins.checks.words import WORDS
from plugins.configuration import CONFIGURATIONS, read_configuration
from plugins.languages.addresses import Addresses, check_places
from plugins.model.content import Content, read_content
from plugins.model.dates import BadDate, read_day
from plugins.model.memo import Memo, code_version, digest
from plugins.model.problem import Problem
from plugins.model.tree import LEDGER_FILE
from plugins.terminal import Speech

PROJECT = Path(__file__).resolve().parent.parent.parent
PLUGINS = PROJECT / "plugins"
"""What is found depends on all of them: a check may stand in another room than this."""

FILE, FAMILY = CONFIGURATIONS[False], "settings"
FAMILIES = (FAMILY, *texts.FAMILIES, pictures.FAMILY, pages.FAMILY)


class CheckFailed(Exception):
    """The check can't be made; *key* finds its words."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Request:
    """What is asked for on the command line."""

    lang: str = "en"
    form: str = "text"
    strict: bool = False
    """Whether what is worth a look makes it fail too."""
    as_of: str | None = None
    output: str = ""
    """The folder of a built site; the settings' own, if it is there, where none is given."""
    texts_only: bool = False
    record: bool = False
    """Whether to note the addresses of the site, which has been published."""


@dataclass(frozen=True)
class Found:
    """What a check came to."""

    problems: list[Problem]
    content: Content
    addresses: Addresses
    output: Output | None


def main(request: Request, *, root: Path = PROJECT) -> int:
    """Check what lies in *root*, print what is wrong, return 1 if something has to be mended."""
    speech = Speech(WORDS, request.lang)
    try:
        settings = _settings(request, root)
        found = check(request, settings, root, aside=speech.aside)
        _print(found, request, speech)
        if request.record:
            _record(found, root / settings["PATH"], speech)
    except CheckFailed as error:
        return speech.refuse(error.key, **error.values)
    except OSError as error:
        return speech.refuse("unreadable", reason=f"{error.filename}: {error.strerror}")
    counted = {problem.level for problem in found.problems}
    return int("must" in counted or (request.strict and bool(counted)))


def check(
    request: Request,
    settings: Mapping[str, Any],
    root: Path,
    *,
    aside: Callable[..., None] = lambda key, **_: None,
) -> Found:
    """Return every problem of the content in *root*, and of the site that was built there.

    *aside* is told what is being done: the key of its words, and their values.

    Raises:
        CheckFailed: the settings are wrong, there is no content, or not the output asked for.
    """
    memo, jobs = root / str(settings.get("MEMO_PATH", ".memo")), os.cpu_count() or 1
    findings = Findings(Memo(memo / "checks.sqlite"), code_version(PLUGINS), FAMILIES)
    _see_to_settings(settings, findings)
    folder, output = root / settings["PATH"], _output(request, settings, root)
    if not folder.is_dir():
        raise CheckFailed("no-content", found=folder)
    aside("reading")
    content = read_content(
        folder,
        day=_day(request, settings),
        publish=False,
        memo=Memo(memo / "texts.sqlite"),
        jobs=jobs,
    )
    addresses = Addresses.from_settings(settings)
    aside("texts")
    known = read_texts(content.documents, findings, jobs=jobs)
    problems = [*content.problems, *check_places(known.places(), addresses)]
    problems += check_texts(known)
    problems += check_pictures(known.pictures(), settings, findings, jobs=jobs)
    if output is None:
        if not request.texts_only:
            name = Path(settings["OUTPUT_PATH"]).name
            aside("not-built", output=name)
        findings.save()
        return Found(problems, content, addresses, None)
    aside("pages", output=output.name)
    if newer := _newer(content, folder, output):
        aside("older", path=newer, output=output.name)
    built = read_output(
        output, content, addresses, findings=findings, files=Memo(memo / "files.sqlite"), jobs=jobs
    )
    findings.save()
    problems += check_pages(built, folder, content, addresses)
    return Found(problems, content, addresses, built)


def _settings(request: Request, root: Path) -> dict[str, Any]:
    """Return the settings of the site as Python reads them, and see to the words of *request*."""
    if request.form not in FORMS:
        raise CheckFailed("bad-format", found=request.form, known=", ".join(FORMS))
    try:
        return read_configuration(root / FILE)
    except (Exception, SystemExit) as error:  # the file is a program: anything may go wrong in it
        reason = f"{FILE}: {type(error).__name__}: {error}"
        raise CheckFailed("bad-settings", reason=reason) from error


def _see_to_settings(settings: Mapping[str, Any], findings: Findings) -> None:
    """Raise CheckFailed if *settings* are wrong; of the *findings* what they hold."""

    def find(names: Sequence[str]) -> list[tuple[str, list[str]]]:
        # Slow to load, with pydantic; settings that were checked before need it no more.
        from plugins.settings import wrong_settings  # noqa: PLC0415

        return [(name, list(wrong_settings(settings))) for name in names]

    ours = sorted((name, repr(value)) for name, value in settings.items())
    wrong = findings.of(FAMILY, {FILE: digest(repr(ours).encode())}, find)[FILE]
    if wrong:
        raise CheckFailed("bad-settings", reason="\n  ".join([f"{FILE}:", *wrong]))


def _day(request: Request, settings: Mapping[str, Any]) -> date:
    if not request.as_of:
        return datetime.now(ZoneInfo(settings["TIMEZONE"])).date()
    try:
        return read_day(request.as_of)
    except BadDate:
        raise CheckFailed("bad-as-of", found=request.as_of) from None


def _output(request: Request, settings: Mapping[str, Any], root: Path) -> Path | None:
    """Return the built site to check; None where only the texts are."""
    if request.texts_only:
        return None
    folder = root / (request.output or settings["OUTPUT_PATH"])
    if folder.is_dir() and any(folder.iterdir()):
        return folder
    if request.output or request.record:
        raise CheckFailed("no-output", found=request.output or folder.name)
    return None


def _newer(content: Content, folder: Path, output: Path) -> str | None:
    """Return a text that was changed after the site was built, if there is one."""
    built = output.stat().st_mtime
    for document in content.documents:
        if os.stat(f"{folder.parent}/{document.path}").st_mtime > built:
            return document.path
    return None


def _print(found: Found, request: Request, speech: Speech) -> None:
    lines = FORMS[request.form](found.problems, request.lang, colours=_has_colours(sys.stdout))
    for line in lines:
        print(line)
    counts = {level: sum(p.level == level for p in found.problems) for level in ("must", "look")}
    files = len(found.output.names) if found.output else 0
    key = "sum" if found.output else "sum-texts"
    tell = speech.aside if request.form == "json" else speech.say  # who reads JSON wants no more
    tell(key, **counts, texts=len(found.content.documents), files=files)


def _record(found: Found, folder: Path, speech: Speech) -> None:
    """Note the addresses of the site that was published, in the content *folder*."""
    if found.output is None or not is_public(found.output.folder):
        raise CheckFailed("not-public")
    if any(p.level == "must" for p in found.problems):
        raise CheckFailed("mend-first")
    items = {a: d.key for a, d in items_by_address(found.content, found.addresses).items()}
    count = write_ledger(folder, found.output.addresses, items)
    speech.aside("recorded", count=count, path=f"{folder.name}/{LEDGER_FILE}")


def _has_colours(stream: TextIO) -> bool:
    """Tell whether *stream* is a terminal that shows colours (https://no-color.org)."""
    if not stream.isatty() or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    if os.name == "nt":
        os.system("")
    return True
