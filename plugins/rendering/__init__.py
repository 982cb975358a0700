"""Templates: one environment a language, with its words and formats, and no other theme behind."""

import traceback
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    select_autoescape,
)
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from plugins.languages.alphabet import sort_key
from plugins.languages.catalogue import MissingMessage, Words
from plugins.languages.edition import Card, Edition
from plugins.languages.formats import Formats, iso
from plugins.model.memo import code_version, digest
from plugins.model.problem import Problem, Problems
from plugins.rendering.compiled import Compiled
from plugins.rendering.engine import Engine


class Templates:
    """The templates of a theme, for each language."""

    def __init__(
        self,
        folder: Path,
        *,
        words: Mapping[str, Words],
        editions: Mapping[str, Edition],
        memo: Path,
    ) -> None:
        self._base = "/".join(folder.parts[-2:])
        self._versions = {
            lang: _version(folder, words[lang], edition) for lang, edition in editions.items()
        }
        self._engines = {
            lang: _engine(folder, words[lang], edition, memo) for lang, edition in editions.items()
        }

    def version(self, lang: str, *inputs: object) -> str:
        """Return a name for a page in *lang* that changes when its *inputs* or its frame do.

        The frame is what every page has: all templates, the words, the edition, and the code.
        """
        # A card's or an item's `repr` is its version; that of anything else says all of it.
        return digest(self._versions[lang], repr(inputs).encode())

    def render(self, template: str, lang: str, **inputs: Any) -> str:
        """Return *template* in *lang*, made from *inputs* and the frame of the edition alone.

        Raises:
            Problems: the template, or a message that it asks for, is at fault.
        """
        try:
            return self._engines[lang].get_template(template).render(inputs)
        except MissingMessage as error:
            values = {"found": error.key, "other": f"{self._base}/{template}"}
            problem = Problem(error.path, 0, "missing-message", values, f'msgid "{error.key}"')
        except (TemplateError, TypeError, ValueError, KeyError, AttributeError) as error:
            problem = self._problem(template, error)
        raise Problems([problem])

    def _problem(self, template: str, error: Exception) -> Problem:
        """Return where in the templates *error* came up."""
        place, line = template, getattr(error, "lineno", None) or 0
        for frame in traceback.extract_tb(error.__traceback__):
            if self._base in Path(frame.filename).as_posix():
                place = Path(frame.filename).as_posix().partition(f"{self._base}/")[2]
                line = frame.lineno or 0
        reason = str(error) or type(error).__name__
        values = {"reason": reason, "found": template}
        return Problem(f"{self._base}/{place}", line, "broken-template", values)


def _version(folder: Path, words: Words, edition: Edition) -> bytes:
    templates = [path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()]
    code = code_version(Path(__file__).parents[1])
    return digest(code, words.version, repr(edition).encode(), *templates).encode()


def _engine(folder: Path, words: Words, edition: Edition, memo: Path) -> Engine:
    engine_version = code_version(Path(__file__).parent).decode()
    formats = Formats(words.lang)
    message = cache(lambda key: escape(words.message(key)))

    def t(key: str, **values: Any) -> Markup:
        return Markup(message(key).format(**values)) if values else message(key)

    def n(key: str, count: int) -> Markup:
        return Markup(escape(words.message(key, count)).format(count=formats.number(count)))

    rows: dict[tuple[Any, ...], str] = {}

    def once(macro: Macro, item: Card, **arguments: Any) -> str:
        """Return what *macro* makes of *item*: the same on each of the lists that show it."""
        key = (macro.name, item.version, *arguments.items())
        if key not in rows:
            rows[key] = macro(item, **arguments)
        return rows[key]

    def sorted_by(items: list[Any], attribute: str) -> list[Any]:
        return sorted(items, key=lambda item: sort_key(getattr(item, attribute), words.lang))

    engine = Engine(
        {
            "t": t,
            "n": n,
            "day": cache(formats.day),
            "month": cache(formats.month),
            "weekday": cache(formats.weekday),
            "clock": cache(formats.clock),
            "number": formats.number,
            "size": formats.size,
            "country": formats.country,
            "language": formats.language,
            "iso": cache(iso),
            "sorted_by": sorted_by,
            "once": once,
            "absolute": lambda url: edition.site_url + url,
        },
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html", "xml"]),
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(memo, engine_version),
    )
    engine.globals["edition"] = edition
    return engine
