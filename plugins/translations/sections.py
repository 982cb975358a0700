"""The parts of a text that carry its meaning, section by section, each with a mark.

What does not change the meaning does not change a mark: blanks and line breaks, the way Markdown is
written, the form of quotation marks and dashes, the address behind a link, and front matter that
is no text (its slug, its status) or that both languages share.
"""

import hashlib
import re
import unicodedata
from base64 import b32encode
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import Any

from plugins.model.dates import BadDate, read_day
from plugins.model.kinds import KINDS, is_shared
from plugins.model.markup import CLOSE, OPEN
from plugins.model.origin import Origin
from plugins.model.source import Source

HEAD, OPENING = "head", "opening"
"""The sections without a heading: title, summary and the like; the text before all headings."""

_NO_TEXT = frozenset(
    "lang modified one_language silence slug status template translated_from".split()
)
_NO_WORDS = frozenset({"file", "id", "item", "url"})
"""Values within a group that lead somewhere and say nothing."""

_HEADING = re.compile(r"(?=<h[2-6]\b)")
_PICTURE = re.compile(r'<img\b[^>]*?\balt="([^"]*)"[^>]*>')
_BLOCK = re.compile(
    r"</?(?:blockquote|br|caption|dd|div|dl|dt|figcaption|figure|h[2-6]|hr|li|ol|p|pre|summary|"
    r"table|tbody|td|tfoot|th|thead|tr|ul)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]*>")
_MARKER = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
_PLAIN = {
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‘’‚‛‹›′`´ʼ", "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u2060", ""),
    "…": "...",
}
_SIGN = re.compile(f"[{''.join(_PLAIN)}]")


@dataclass(frozen=True)
class Section:
    """A part of a text; *field* names a part of the front matter, *anchor* a heading of the body.

    Without either it is the head or the opening, as *title* says.
    """

    title: str
    text: str
    """Its words in one line, in the form that is compared."""
    field: str | None = None
    anchor: str | None = None

    @property
    def mark(self) -> str:
        """Four letters that change when the words do (but for one change in a million)."""
        return mark_of(self.text)


def sections_of(kind: str, source: Source) -> tuple[Section, ...]:
    """Return the sections of a text of *kind*: its head, its lists, and its body by headings."""
    return (*_header(kind, source.values), *_body(source))


def origin_of(kind: str, lang: str, source: Source) -> Origin:
    """Return what a translation of *source*, a text of *kind* in *lang*, was made from."""
    return Origin(lang, tuple(section.mark for section in sections_of(kind, source)))


def mark_of(words: str) -> str:
    """Return four letters that stand for *words*."""
    octets = hashlib.blake2b(words.encode(), digest_size=5).digest()
    return b32encode(octets).decode().lower()[:4]


def normal(text: str) -> str:
    """Return *text* in the form that is compared: one line, plain signs."""
    # NFC: the same letter may come as one sign or as two, and looks the same.
    plain = _SIGN.sub(lambda sign: _PLAIN[sign[0]], unicodedata.normalize("NFC", text))
    return " ".join(plain.split())


@cache
def text_fields(kind: str) -> tuple[str, ...]:
    """Return the fields of *kind* that each language writes in words of its own."""
    fields = KINDS[kind].model_fields
    return tuple(n for n, info in fields.items() if not is_shared(info) and n not in _NO_TEXT)


def _header(kind: str, values: dict[str, Any]) -> Iterator[Section]:
    written = {name: values[name] for name in text_fields(kind) if name in values}
    single = [value for value in written.values() if not isinstance(value, list | dict)]
    yield Section(HEAD, " / ".join(normal(str(value)) for value in single))
    for name, value in written.items():
        if isinstance(value, list | dict):
            yield Section(name, " / ".join(_words(value)), field=name)


def _words(value: Any, name: str = "") -> Iterator[str]:
    """Yield the words of a list or group, in order."""
    if isinstance(value, list):
        for part in value:
            yield from _words(part, name)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key not in _NO_WORDS:
                yield from _words(part, key)
    else:
        yield _day(str(value)) or normal(str(value))


def _day(text: str) -> str:
    """Return a day in one form, however it is written; empty where *text* is none."""
    try:
        return read_day(text).isoformat() if text[-1:].isdigit() else ""
    except BadDate:
        return ""


def _body(source: Source) -> Iterator[Section]:
    opening, *rest = _HEADING.split(source.body.html)
    if words := _plain(opening):
        yield Section(OPENING, words)
    for html, (_, anchor, title) in zip(rest, source.body.headings, strict=False):
        yield Section(title, _plain(html), anchor=anchor)


def _plain(html: str) -> str:
    text = _BLOCK.sub(" ", _PICTURE.sub(r" \1 ", html))
    return normal(unescape(_MARKER.sub("", _TAG.sub("", text))))
