"""The overview as one page in both languages, which needs no other file."""

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.languages.formats import Formats
from plugins.model.dates import LANGUAGES
from plugins.translations.desk import Overview
from plugins.translations.words import WORDS


def page(seen: Overview, day: date, *, first: str) -> str:
    """Return *seen* as HTML, the language *first* before the other."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    languages = sorted(LANGUAGES, key=lambda lang: lang != first)
    return environment.get_template("page.html").render(
        seen=seen,
        first=first,
        words={lang: {key: says[lang] for key, says in WORDS.items()} for lang in languages},
        day=lambda lang: Formats(lang).day(day),
        other=lambda lang: next(code for code in LANGUAGES if code != lang),
    )
