"""What was left behind: commands of other systems, words of templates, notes to oneself."""

import re
import unicodedata
from collections.abc import Iterator

from plugins.checks.source.passage import Passage
from plugins.checks.source.reading import Reading, small
from plugins.model.frontmatter import Fault
from plugins.model.problem import shortened

SHORTCODES = (
    "gallery caption embed audio video playlist contact-form contact-form-7 vc_row vc_column "
    "vc_column_text et_pb_section et_pb_row et_pb_text fusion_text su_button mc4wp_form"
).split()
"""Known ones, which need no attribute to be known."""

_SHORTCODE = re.compile(
    rf"\[/?(?:{'|'.join(SHORTCODES)})\b[^\]]*\]"
    r"|\[[a-z][\w-]*(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|“[^”]*”|[^\s\]]+))+\s*/?\](?!\()"
    r"|\{\{[^}]*\}\}|\{%[^%]*%\}|\*\|[\w:]+\|\*|<\?php|%%[a-z_]+%%"
)

TEMPLATE_TEXTS = (
    r"lorem ipsum",
    r"dolor sit amet",
    r"get a free quote",
    r"hello world!",
    r"just another wordpress site",
    r"welcome to wordpress",
    r"this is an example page",
    r"powered by \w+",
    r"designed (?:and developed )?by \w+\.?$",
    r"developed by \w+\.?$",
    r"developer and design by",
    r"click (?:here )?to edit",
    r"edit this text",
    r"add your (?:text|content) here",
    r"your (?:text|content) here",
    r"sample (?:text|page)\b",
    r"add to cart",
    r"dünyaya merhaba",
    r"bu bir örnek (?:sayfadır|metindir|yazıdır)",
    r"örnek metin\b",
    r"bu alanı düzenle\w*",
    r"düzenlemek için tıklayın",
    r"web tasarım(?:ı)?\s*:",
)
"""Phrases of site builders; no association says them of itself."""

PLACEHOLDERS = (
    r"\?{3,}",
    r"\[(?:…|\.\.\.|title|name|text|başlık|ad|metin|tarih|date)\]",
    r"buraya [^.!?]{0,40}\b(?:yazın(?:ız)?|gelecek|yazılacak|ekleyin|eklenecek)\b",
    r"(?:metin|yazı|içerik|görsel|fotoğraf) (?:buraya )?(?:gelecek|eklenecek|girilecek)\b",
    r"write (?:\w+ ){1,5}here\b",
    r"(?:text|content|picture|photo) (?:to come|goes here)\b",
    r"coming soon\b",
)
"""What people, and the scaffolds, write in the place of words to come."""

_TEMPLATE = re.compile("|".join(TEMPLATE_TEXTS), re.M)
_PLACEHOLDER = re.compile("|".join(PLACEHOLDERS))
_NOTE = re.compile(r"\b(?:TODO|FIXME|TBD|TBA|XXX)\b")
_EMPTY = re.compile(r"(?:…|\.{3}|-|—|\?+|x+)", re.I)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:19|20)\d\d\b|\b(?:19|20)\d\d\s*©", re.I)
_HIDDEN = re.compile("[\u00ad\u200b\u200e\u200f\u2060\u2028\u2029\ufeff]|\\S[\u0300-\u036f]")


def check_shortcodes(text: Reading) -> Iterator[Fault]:
    """No command of another system stands in a text: nothing here carries it out."""
    for passage, found in _matches(text, _SHORTCODE):
        yield text.fault("raw-shortcode", passage, found.start(), found=shortened(found[0]))


def check_template_text(text: Reading) -> Iterator[Fault]:
    """No phrase of a template stands in a text."""
    for passage, found in _matches(text, _TEMPLATE, is_small=True):
        words = passage.text[found.start() : found.end()]
        yield text.fault("template-text", passage, found.start(), found=shortened(words))


def check_placeholders(text: Reading) -> Iterator[Fault]:
    """A text that is not a draft has its words: no note to the editor, no field of dots."""
    if text.source.is_draft:
        return
    for passage in text.fields:
        if _EMPTY.fullmatch(passage.text):
            yield text.fault("note-to-editor", passage, 0, found=f"{passage.name}: {passage.text}")
    for pattern, is_small in ((_PLACEHOLDER, True), (_NOTE, False)):
        for passage, found in _matches(text, pattern, is_small=is_small):
            words = passage.text[found.start() : found.end()]
            yield text.fault("note-to-editor", passage, found.start(), found=shortened(words))


def check_ageing_year(text: Reading) -> Iterator[Fault]:
    """No year stands beside a sign of copyright."""
    for passage, found in _matches(text, _COPYRIGHT):
        change = (f" {found[0]}", "") if passage.text.strip() != found[0] else None
        yield text.fault("ageing-year", passage, found.start(), change, found=found[0])


def check_hidden_characters(text: Reading) -> Iterator[Fault]:
    """Every letter is one character, and none is invisible: soft hyphens, İ as two, and the like.

    Unicode's composed form (NFC) is what keyboards write and what a search compares.
    """
    if not _HIDDEN.search(text.source.text):
        return
    for number, line in text.lines:
        if _HIDDEN.search(line):
            clean = unicodedata.normalize("NFC", line.replace("i\u0307", "i"))
            clean = _HIDDEN.sub(lambda found: found[0] if len(found[0]) > 1 else "", clean)
            if clean != line:
                yield text.fault(
                    "hidden-character",
                    Passage("paragraph", line, number),
                    0,
                    (line, clean),
                    found=_around(line),
                )


def _matches(
    text: Reading, pattern: re.Pattern[str], *, is_small: bool = False
) -> Iterator[tuple[Passage, re.Match[str]]]:
    """Yield each place of *text* that *pattern* fits, in small letters if it is written in such."""
    if not pattern.search(text.small_prose if is_small else text.prose):
        return
    for passage in text.passages:
        for found in pattern.finditer(small(passage.text) if is_small else passage.text):
            yield passage, found


def _around(line: str) -> str:
    found = _HIDDEN.search(line)
    start = found.start() if found else 0
    return line[max(start - 12, 0) : start + 12].strip()
