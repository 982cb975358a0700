"""`invoke translations`: the settings, and the exit code."""

import os

from plugins.build import build_settings
from plugins.report import terminal_language
from plugins.translations.command import Request, Translations


def main(  # noqa: D103
    done: str,
    editorial: str,
    record: bool,
    original: str,
    differ: bool,
    html: str,
    *,
    lang: str | None,
) -> int:
    settings = build_settings(publish=False, as_of=None, jobs=None)
    request = Request(done, editorial, record, original, differ, html)
    return Translations(settings, lang or terminal_language(os.environ)).run(request)
