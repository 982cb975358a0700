"""Templates: one environment a language, with its words and formats, and no other theme behind."""

import traceback
from collections.abc import Mapping, MutableMapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    select_autoescape,
)
from markupsafe import Markup, escape

from plugins.languages.alphabet import sort_key
from plugins.languages.catalogue import MissingMessage, Words
from plugins.languages.edition import Card, Edition
from plugins.languages.formats import Formats, iso
from plugins.model.memo import code_version, digest
from plugins.model.problem import Problem, Problems


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
        self._environments = {
            lang: _environment(folder, words[lang], edition, memo)
            for lang, edition in editions.items()
        }

    def version(self, lang: str, *inputs: object) -> str:
        """Return a name for a page in *lang* that changes when its *inputs* or its frame do.

        The frame is what every page has: all templates, the words, the edition, and the code.
        """
        return digest(self._versions[lang], *(_fingerprint(value) for value in inputs))

    def render(self, template: str, lang: str, **inputs: Any) -> str:
        """Return *template* in *lang*, made from *inputs* and the frame of the edition alone.

        Raises:
            Problems: the template, or a message that it asks for, is at fault.
        """
        try:
            return self._environments[lang].get_template(template).render(inputs)
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
    code = code_version(Path(__file__).parent)
    return digest(code, words.version, repr(edition).encode(), *templates).encode()


def _fingerprint(value: object) -> bytes:
    """Return a name for an input of a template; an item or a card has one of its own."""
    if isinstance(value, Card):
        return value.version.encode()
    if isinstance(value, dict):
        value = list(value.items())
    if isinstance(value, list | tuple) and type(value) in (list, tuple):
        return digest(*(_fingerprint(part) for part in value)).encode()
    return repr(value).encode()


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the same plain globals for every template."""
        # Jinja's chain of maps takes a fifth of the time of a build to compare.
        return super().make_globals(d) if d else self.globals


def _environment(folder: Path, words: Words, edition: Edition, memo: Path) -> Environment:
    memo.mkdir(parents=True, exist_ok=True)
    environment = _Environment(
        loader=FileSystemLoader(folder),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html", "xml"]),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=FileSystemBytecodeCache(str(memo)),
    )
    formats = Formats(words.lang)

    message = cache(lambda key: escape(words.message(key)))

    def t(key: str, **values: Any) -> Markup:
        return Markup(message(key).format(**values)) if values else message(key)

    def n(key: str, count: int) -> Markup:
        return Markup(escape(words.message(key, count)).format(count=formats.number(count)))

    def sorted_by(items: list[Any], attribute: str) -> list[Any]:
        return sorted(items, key=lambda item: sort_key(getattr(item, attribute), words.lang))

    environment.globals.update(
        edition=edition,
        t=t,
        n=n,
        day=formats.day,
        month=formats.month,
        weekday=formats.weekday,
        clock=formats.clock,
        number=formats.number,
        size=formats.size,
        country=formats.country,
        language=formats.language,
        iso=iso,
        sorted_by=sorted_by,
        absolute=lambda url: edition.site_url + url,
    )
    return environment
