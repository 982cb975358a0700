"""The whole run: the settings, Pelican beside the last output, the swap, and the sum."""

import gc
import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pelican
from pelican import signals
from pelican.settings import read_settings

from plugins.generator import Generator
from plugins.idle import IDLE
from plugins.languages.edition import Site
from plugins.last_build import LastBuild
from plugins.lock import in_turn
from plugins.model.content import Content
from plugins.model.dates import LANGUAGES, BadDate, read_day
from plugins.model.problem import Problem, Problems
from plugins.report import Report
from plugins.settings import wrong_settings
from plugins.sharing import WorkerLost
from plugins.staging import Staging
from plugins.terminal import terminal_language

COPYING = "pelican.utils"
"""The part of Pelican that copies the theme's files."""

PROJECT = Path(__file__).resolve().parent.parent


class BuildFailed(Exception):
    """The build can't go on for a reason outside the content; *key* finds its words in `report`."""

    def __init__(self, key: str, **values: Any) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True)
class Result:
    """What a build was made of, and how many pages came of it."""

    content: Content
    site: Site
    pages: int
    notices: tuple[Problem, ...]
    """What is worth a look, and kept nothing from being published."""


def main(
    *,
    publish: bool,
    as_of: str | None,
    lang: str | None,
    jobs: int | None,
    last: LastBuild | None = None,
) -> int:
    """Build the site and return the exit code: 0 done, 1 something needs mending.

    *last* is told what came of it.
    """
    report = Report(lang or terminal_language(os.environ))
    started = time.perf_counter()
    try:
        settings = build_settings(publish=publish, as_of=as_of, jobs=jobs)
        report.started(settings["BUILD_DAY"], publish=publish)
        with _no_garbage_collection(), _memo(settings["MEMO_PATH"], report) as memo:
            result = build({**settings, "MEMO_PATH": memo}, progress=report.stage)
            made: dict[str, Any] = {
                "pages": result.pages,
                "output": os.path.relpath(settings["FINAL_OUTPUT"]),
            }
            if last and not result.notices:  # what is worth a look is said until it is mended
                # Before it is the turn of another build: what stands there now is what we made.
                last.remember({t: Report(t).unchanged(result.content, **made) for t in LANGUAGES})
    except Problems as error:
        report.problems(error.problems)
        return 1
    except BuildFailed as error:
        report.failure(error.key, **error.values)
        return 1
    except WorkerLost:
        report.failure("worker-lost")
        return 1
    except OSError as error:  # the disk is full, or something must not be read or written
        report.failure("refused", reason=error)
        return 1
    report.notices(result.notices)
    report.finished(result.content, seconds=time.perf_counter() - started, **made)
    return 0


def build_settings(*, publish: bool, as_of: str | None, jobs: int | None) -> dict[str, Any]:
    """Return Pelican's settings and the inputs of a build: its day, its purpose, its processes.

    Raises:
        BuildFailed: a setting is wrong, or *as_of* is no day.
    """
    name = "publishconf.py" if publish else "pelicanconf.py"
    try:
        settings: dict[str, Any] = read_settings(str(PROJECT / name))
    except Exception as error:  # the file is a program: anything may go wrong in it
        reason = f"{name}: {type(error).__name__}: {error}"
        raise BuildFailed("bad-settings", reason=reason) from error
    if wrong := list(wrong_settings(settings)):
        raise BuildFailed("bad-settings", reason="\n  ".join([f"{name}:", *wrong]))
    try:
        day = read_day(as_of) if as_of else datetime.now(ZoneInfo(settings["TIMEZONE"])).date()
    except BadDate:
        raise BuildFailed("bad-as-of", found=as_of) from None
    output, memo = Path(settings["OUTPUT_PATH"]), Path(settings["MEMO_PATH"])
    return {
        **settings,
        "BUILD_DAY": day,
        "PUBLISH": publish,
        "JOBS": jobs or os.cpu_count() or 1,
        "FINAL_OUTPUT": output if output.is_absolute() else PROJECT / output,
        "MEMO_PATH": str(memo if memo.is_absolute() else PROJECT / memo),
        "PLUGIN_PATHS": [str(PROJECT)],
    }


def build(settings: dict[str, Any], *, progress: Callable[[str], None]) -> Result:
    """Build the site into `FINAL_OUTPUT` and return what it was made of.

    Whatever goes wrong, the last good output stays as it was. *progress* is told what is done now.

    Raises:
        Problems: the content, a catalogue or a template needs mending.
        BuildFailed: a plugin does not load, or the output can't be replaced.
    """
    output = settings["FINAL_OUTPUT"]
    outbox = output.with_name(Path(settings["OUTBOX_PATH"]).name)
    with Staging(output) as staging, Staging(outbox) as letters:
        result = _run(
            {
                **settings,
                "OUTPUT_PATH": str(staging.path),
                "LAST_OUTPUT": str(staging.output),
                "OUTBOX_PATH": str(letters.path),
            },
            progress,
        )
        try:
            staging.publish()
            letters.publish()
        except OSError as error:
            raise BuildFailed("output-locked", reason=error) from error
    return result


def _run(settings: dict[str, Any], progress: Callable[[str], None]) -> Result:
    """Run Pelican and return what its generators made."""
    context: dict[str, Any] = {}

    def note(generators: list[Generator]) -> None:
        nonlocal context
        context = generators[0].context
        progress("writing")

    # Pelican's sum counts its own articles, which are none; ours is printed instead.
    pelican.console.quiet = True
    wanted = list(settings["PLUGINS"])
    progress("reading")
    with _pelican_errors() as errors, signals.all_generators_finalized.connected_to(note):
        site = OrderedPelican(settings)
        missing = [name for name in wanted if name not in site.settings["PLUGINS"]]
        if missing:
            raise BuildFailed("plugin-missing", found=", ".join(missing), reason=" ".join(errors))
        site.run()
    if errors:
        raise BuildFailed("pelican-error", reason=" ".join(errors))
    notices = tuple(context["notices"])
    return Result(context["content"], context["site"], context["pages"], notices)


@contextmanager
def _memo(folder: str, report: Report) -> Iterator[str]:
    """Yield *folder*, where no other build is at work meanwhile; if it can't be used, another."""
    with ExitStack() as stack:
        turn = in_turn(Path(folder) / "build.lock", waiting=partial(report.stage, "waiting-turn"))
        try:
            stack.enter_context(turn)
        except OSError:
            folder = stack.enter_context(TemporaryDirectory())
        yield folder


class OrderedPelican(pelican.Pelican):
    """Pelican with its generators in the order of PLUGINS, which its signals do not promise."""

    def __init__(self, settings: dict[str, Any]) -> None:
        if "BUILD_DAY" not in settings:
            raise SystemExit("the site is built by `python3 tasks.py build`, or `invoke build`")
        super().__init__(settings)

    def _get_generator_classes(self) -> list[type[Generator]]:
        order = {name: place for place, name in enumerate(self.settings["PLUGINS"], 1)}
        classes: list[type[Generator]] = super()._get_generator_classes()
        # What is not ours is Pelican's own: it has nothing to do but to copy the theme's files. A
        # plugin that another run of this process has loaded has no place in this one.
        own = [
            IDLE.get(each, each) for each in classes if not each.__module__.startswith("plugins.")
        ]
        ours = [each for each in classes if each.__module__ in order]
        return own + sorted(ours, key=lambda generator: order[generator.__module__])


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Look for no garbage while the site is built: nearly all that is made is kept to the end.

    Looking costs a fifth of the time of a build of a thousand posts, and frees nothing to speak of.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _pelican_errors() -> Iterator[list[str]]:
    """Collect what Pelican only logs and goes on after: here it stops the build.

    Of a file of the theme that it could not copy it only warns.
    """
    errors: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.addFilter(lambda record: record.levelno >= logging.ERROR or record.name == COPYING)
    handler.emit = lambda record: errors.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("pelican")
    logger.addHandler(handler)
    try:
        yield errors
    finally:
        logger.removeHandler(handler)
