"""Links, pictures and the names of partners in a text."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from plugins.model.filenames import composed
from plugins.translations.fact import Fact

_TARGET = re.compile(
    r"(?P<bang>!?)\[(?:[^\[\]]|\[[^\]]*\])*\]"
    r"\((?P<target>[^()\s]+(?:\([^()]*\)[^()\s]*)*)(?:[ ]+\"[^\"\n]*\")?\)"
    r"|^[ ]*\[[^\]^\n]+\]:[ ]+(?P<apart>\S+)"
    r"|(?<![\w@/(\[])(?P<bare>https?://[^\s<>()]+[^\s<>().,;:!?’'\"”])",
    re.MULTILINE,
)
_FILE = re.compile(r"index\.[a-z]{2}\.md")
_PATH = re.compile(r"/(?:tr|en|tr-tr|en-gb|en-us|eng|tur)(?=/|$)", re.IGNORECASE)
_QUERY = re.compile(r"(?:^|&)(?:lang|hl|locale|dil)=\w+")
_DRAWN_TWICE = re.compile(r"[._-](?:tr|en)(?=\.\w+$)")


def links(text: str) -> Iterator[Fact]:
    """Yield the links of the Markdown *text* that lead out of it."""
    if "[" not in text and "://" not in text:
        return
    for found in _TARGET.finditer(text):
        group = next(name for name in ("target", "apart", "bare") if found[name])
        target = found[group]
        if not found["bang"] and not target.startswith(("#", "mailto:")):
            yield Fact("link", normal_link(target), target, found.start(group))


def pictures(text: str) -> Iterator[Fact]:
    """Yield the pictures of the Markdown *text*."""
    if "![" not in text:
        return
    for found in _TARGET.finditer(text):
        if found["bang"]:
            # A chart may be drawn once for each language: chart.tr.svg, chart.en.svg.
            name = _DRAWN_TWICE.sub("", posixpath.basename(composed(unquote(found["target"]))))
            yield Fact("picture", name, found["target"], found.start("target"))


def normal_link(target: str) -> str:
    """Return an address without what says the language, or the place on the page."""
    try:
        parts = urlsplit(composed(unquote(target)))
    except ValueError:  # such as `https://[ad].example`
        return target
    if not parts.scheme:
        return _FILE.sub("", parts.path).rstrip("/")
    query = _QUERY.sub("", parts.query)
    path = _PATH.sub("", parts.path).rstrip("/")
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{'?' + query if query else ''}"


def names_in(text: str, names: Mapping[str, str]) -> Iterator[Fact]:
    """Yield the partners that *text*, in small letters, names, each under its key."""
    if names:
        for found in _pattern(tuple(names)).finditer(text):
            yield Fact("name", names[" ".join(found[0].split())], found[0], found.start())


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(names, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in longest)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
