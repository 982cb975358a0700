"""`invoke translations`: what was asked for, the content it is about, and the exit code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from plugins.build import build_settings
from plugins.model.content import Content, read_content
from plugins.model.dates import LANGUAGES
from plugins.model.memo import Memo, write_whole
from plugins.report import BuildFailed, Report
from plugins.terminal import Speech
from plugins.translations.desk import overview
from plugins.translations.listing import show
from plugins.translations.page import page
from plugins.translations.recording import Recorder
from plugins.translations.register import Register
from plugins.translations.words import WORDS


@dataclass(frozen=True)
class Request:
    """What somebody asked for; the first three are things to do, one at a time."""

    done: str = ""
    editorial: str = ""
    record: bool = False
    original: str = ""
    differ: bool = False
    html: str = ""


def main(request: Request, *, lang: str) -> int:
    """Do what was asked for in this project and return the exit code."""
    try:
        settings = build_settings(publish=False, as_of=None, jobs=None)
    except BuildFailed as error:
        Report(lang).failure(error.key, **error.values)
        return 1
    return run(request, settings, lang=lang)


def run(request: Request, settings: Mapping[str, Any], *, lang: str) -> int:
    """Do what was asked for with the content that *settings* name and return the exit code."""
    speech = Speech(WORDS, lang)
    if sum(map(bool, (request.done, request.editorial, request.record))) > 1:
        return speech.refuse("one-at-a-time")
    if request.original not in ("", *LANGUAGES):
        return speech.refuse("bad-original", found=request.original)
    root, memos = Path(settings["PATH"]), Path(settings["MEMO_PATH"])
    content = read_content(
        root,
        day=settings["BUILD_DAY"],
        publish=False,
        memo=Memo(memos / "texts.sqlite"),
        jobs=settings["JOBS"],
    )
    facts = Memo(memos / "facts.sqlite")
    recorder = Recorder(content, root.parent, speech, request.original, facts)
    if request.done:
        return recorder.done(request.done, differ=request.differ)
    if request.editorial:
        return recorder.editorial(request.editorial, differ=request.differ)
    if request.record:
        return recorder.record()
    return _list(request.html, content, root, settings["BUILD_DAY"], facts, speech)


def _list(html: str, content: Content, root: Path, day: date, facts: Memo, speech: Speech) -> int:
    seen = overview(content, Register.of(content.documents), root.parent, day, facts)
    if not html:
        show(seen, speech)
        return 0
    file = Path(html)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, page(seen, day, first=speech.lang).encode())
    speech.say("wrote", path=html)
    return 0
