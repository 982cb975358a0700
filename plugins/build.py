"""The whole run: the settings, the rooms beside the last output, the swap, and the sum."""

import gc
import os
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from plugins import rooms
from plugins.configuration import CONFIGURATIONS, outbox_beside, read_configuration
from plugins.languages.catalogue import MissingMessage
from plugins.languages.edition import Site
from plugins.last_build import LastBuild, last_build
from plugins.lock import in_turn
from plugins.model.content import Content
from plugins.model.dates import LANGUAGES, BadDate, read_day
from plugins.model.problem import Problem, Problems
from plugins.report import BuildFailed, Report
from plugins.sharing import WorkerLost
from plugins.staging import Staging

PROJECT = Path(__file__).resolve().parent.parent


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
    lang: str,
    jobs: int | None,
    last: LastBuild | None = None,
) -> int:
    """Build the site and return the exit code: 0 done, 1 something needs mending.

    *last* is told what came of it.
    """
    report = Report(lang)
    started = time.perf_counter()
    try:
        known = last is not None and last.has_its_frame()
        settings = build_settings(publish=publish, as_of=as_of, jobs=jobs, known=known)
        report.started(settings["BUILD_DAY"], publish=publish)
        with _no_garbage_collection(), _memo(settings["MEMO_PATH"], report) as memo:
            framed = not (known and rooms.are_rooms(settings["PLUGINS"]))
            result = build({**settings, "MEMO_PATH": memo}, progress=report.stage, framed=framed)
            made: dict[str, Any] = {
                "pages": result.pages,
                "output": os.path.relpath(settings["FINAL_OUTPUT"]),
                "publish": publish,
            }
            again = last_build(PROJECT, publish=publish, as_of=as_of) if last else None
            # What has changed meanwhile may or may not be in what was made.
            if last and again and again.inputs == last.inputs:
                # Before it is the turn of another build: what stands there is what we made.
                # What is worth a look is said until it is mended.
                said = () if result.notices else LANGUAGES
                last.remember({t: Report(t).unchanged(result.content, **made) for t in said})
    except Problems as error:
        report.problems(error.problems)
        return 1
    except MissingMessage as error:  # in both catalogues: what one lacks is found beside the other
        report.problems([error.problem()])
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


def build_settings(
    *, publish: bool, as_of: str | None, jobs: int | None, known: bool = False
) -> dict[str, Any]:
    """Return the settings and the inputs of a build: its day, its purpose, its processes.

    A good build has been made with settings that are *known*: they are not looked at again.

    Raises:
        BuildFailed: a setting is wrong, or *as_of* is no day.
    """
    name = CONFIGURATIONS[publish]
    try:
        settings = read_configuration(PROJECT / name)
        for folder in ("PATH", "THEME"):
            settings[folder] = os.path.abspath(PROJECT / settings[folder])
    except (Exception, SystemExit) as error:  # the file is a program: anything may go wrong in it
        reason = f"{name}: {type(error).__name__}: {error}"
        raise BuildFailed("bad-settings", reason=reason) from error
    if not known and (wrong := list(_wrong(settings))):
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
        "PLUGIN_PATHS": [str(PROJECT / path) for path in settings.get("PLUGIN_PATHS", ())],
    }


def _wrong(settings: Mapping[str, Any]) -> Iterator[str]:
    from plugins.settings import wrong_settings  # noqa: PLC0415  slow to load

    return wrong_settings(settings)


def build(
    settings: dict[str, Any], *, progress: Callable[[str], None], framed: bool = True
) -> Result:
    """Build the site into `FINAL_OUTPUT` and return what it was made of.

    Whatever goes wrong, what stands there is whole: the last good output, or the new one.
    *progress* is told what is done now. *framed* builds are run by Pelican; where it has run the
    very same rooms before, they do as well without it, and sooner.

    Raises:
        Problems: the content, a catalogue or a template needs mending.
        BuildFailed: a plugin does not load, or the output can't be replaced.
    """
    output = settings["FINAL_OUTPUT"]
    outbox = outbox_beside(output, settings)
    _refuse_foreign(output, "OUTPUT_PATH", "404.html")
    _refuse_foreign(outbox, "OUTBOX_PATH", "index.html")
    with Staging(output) as staging, Staging(outbox) as letters:
        result = _run(
            {
                **settings,
                "OUTPUT_PATH": str(staging.path),
                "LAST_OUTPUT": str(staging.output),
                "OUTBOX_PATH": str(letters.path),
            },
            progress,
            framed=framed,
        )
        try:
            staging.publish()  # first: no e-mail may lead to a page that is not there yet
            letters.publish()
        except OSError as error:
            raise BuildFailed("output-locked", reason=error) from error
    return result


def _refuse_foreign(folder: Path, setting: str, sign: str) -> None:
    """Refuse to replace what lies in *folder*, if it lacks the *sign* of what a build makes."""
    is_folder = folder.is_dir() and not folder.is_symlink()
    ours = is_folder and ((folder / sign).is_file() or not any(folder.iterdir()))
    if os.path.lexists(folder) and not ours:
        raise BuildFailed("not-ours", found=folder, setting=setting)


def _run(settings: dict[str, Any], progress: Callable[[str], None], *, framed: bool) -> Result:
    """Run the rooms, *framed* by Pelican, and return what they made."""
    progress("reading")
    run = rooms.run
    if framed:
        from plugins.framed import run  # noqa: PLC0415  slow to load
    context = run(settings, lambda: progress("writing"))
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
