"""Templates: one environment a language, with its words and formats, and no other theme behind."""

import json
import os
import traceback
from collections.abc import Callable, Iterable, Mapping, Set
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import FunctionLoader, StrictUndefined, select_autoescape
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from plugins.languages.alphabet import sort_key
from plugins.languages.catalogue import MissingMessage, Words
from plugins.languages.edition import Edition
from plugins.languages.formats import Formats, iso
from plugins.languages.item import Card
from plugins.languages.page import Head
from plugins.model.memo import code_version, digest
from plugins.model.problem import Problem, Problems
from plugins.rendering.compiled import Compiled
from plugins.rendering.engine import Engine, text


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
        # Read once: what is rendered is what the version names, whatever is saved meanwhile.
        sources = _read(folder)
        self._versions = {
            lang: _version(sources, words[lang], edition) for lang, edition in editions.items()
        }
        self._engines = {
            lang: _engine(folder, sources, words[lang], edition, memo)
            for lang, edition in editions.items()
        }

    def version(self, lang: str, *inputs: object) -> str:
        """Return a name for a page in *lang* that changes when its *inputs* or its frame do.

        The frame is what every page has: all templates, the words, the edition, and the code.
        """
        return digest(self._versions[lang], _AS_TEXT.encode(inputs).encode())

    def render(self, template: str, lang: str, **inputs: Any) -> str:
        """Return *template* in *lang*, made from *inputs* and the frame of the edition alone.

        Raises:
            Problems: the template, or a message that it asks for, is at fault.
        """
        try:
            return self._engines[lang].get_template(template).render(inputs)
        except MissingMessage as error:
            problem = error.problem(f"{self._base}/{template}")
        except Problems:
            raise
        except Exception as error:  # a template is a program: anything may go wrong in it
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


_AS_TEXT = json.JSONEncoder(default=repr)
"""Writes tuples, named ones as well, in half the time of `repr`. What JSON does not know says all
of itself by its `repr`; a card or an item gives its version."""


class Here(NamedTuple):
    """Where a page stands in the frame of its edition: its own address, and those above it."""

    url: str | None
    trail: tuple[str, ...]


def _version_of(value: object) -> object:
    """Return what *value* is known by: of a card, its version says all."""
    return value.version if isinstance(value, Card) else value


def _read(folder: Path) -> dict[str, bytes]:
    """Return every file of *folder*, through links as well, by its name with forward slashes."""
    found = [
        Path(at) / name for at, _, names in os.walk(folder, followlinks=True) for name in names
    ]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(found)}


def _loader(folder: Path, sources: Mapping[str, bytes]) -> FunctionLoader:
    def load(name: str) -> tuple[str, str, None] | None:
        source = sources.get(name)
        return None if source is None else (source.decode(), str(folder / name), None)

    return FunctionLoader(load)


def _version(sources: Mapping[str, bytes], words: Words, edition: Edition) -> bytes:
    # The name of a file may be any bytes.
    names = (name.encode(errors="surrogatepass") for name in sources)
    templates = [part for pair in zip(names, sources.values(), strict=True) for part in pair]
    code = code_version(Path(__file__).parents[1])
    return digest(code, words.version, repr(edition).encode(), *templates).encode()


def _fill(message: Markup, **values: Any) -> Markup:
    """Return *message* with its values, as `Markup.format` does for places without a format."""
    return Markup(str(message).format(**{name: text(value) for name, value in values.items()}))


def _engine(
    folder: Path, sources: Mapping[str, bytes], words: Words, edition: Edition, memo: Path
) -> Engine:
    formats = Formats(words.lang)
    frame = {link.url for link in (*edition.menu, *edition.footer)}
    frame |= {section.url for section in edition.sections.values()}
    frame |= {edition.tags_url, edition.parties_url}
    engine = Engine(
        {
            **_sentences(words, formats),
            "day": cache(formats.day),
            "month": cache(formats.month),
            "weekday": cache(formats.weekday),
            "clock": cache(formats.clock),
            "number": formats.number,
            "size": formats.size,
            "country": formats.country,
            "language": formats.language,
            "iso": cache(iso),
            "sorted_by": partial(_sorted_by, words.lang),
            "once": _maker_of_parts(),
            "here_of": partial(_here_of, frame),
            "absolute": lambda url: edition.site_url + url,
        },
        loader=_loader(folder, sources),
        undefined=StrictUndefined,
        autoescape=select_autoescape(["html", "xml"]),
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Compiled(memo, code_version(Path(__file__).parent).decode()),
    )
    engine.globals["edition"] = edition
    return engine


def _sentences(words: Words, formats: Formats) -> dict[str, Callable[..., Markup]]:
    """Return what says a sentence of the catalogue, and one that depends on a number."""
    message = cache(lambda key: escape(words.message(key)))

    def t(key: str, **values: Any) -> Markup:
        return _fill(message(key), **values) if values else message(key)

    @cache
    def n(key: str, count: int) -> Markup:
        return _fill(escape(words.message(key, count)), count=formats.number(count))

    return {"t": t, "n": n}


def _maker_of_parts() -> Callable[..., str]:
    """Return what makes a part of a page once for all the pages that show it."""
    made: dict[tuple[Any, ...], str] = {}

    def once(macro: Macro, *inputs: Any, **more: Any) -> str:
        # Anything else that it shows is the frame of the edition, which stays.
        key = (macro, *map(_version_of, inputs), *more.items())
        if key not in made:
            made[key] = macro(*inputs, **more)
        return made[key]

    return once


def _here_of(frame: Set[str], page: Head) -> Here:
    """Return where *page* stands, as far as the *frame* leads there: mostly a section."""
    trail = [crumb.url for crumb in page.crumbs if crumb.url in frame]
    return Here(page.url if page.url in frame else None, tuple(trail))


def _sorted_by(lang: str, items: Iterable[Any], attribute: str) -> list[Any]:
    return sorted(items, key=lambda item: sort_key(getattr(item, attribute), lang))
