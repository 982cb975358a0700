"""Pictures, links and e-mail addresses of a text: what those hear and see who follow them."""

import re
from collections.abc import Iterator

from plugins.checks.source.reading import Reading
from plugins.languages.alphabet import lower
from plugins.model.frontmatter import Fault

_PICTURE = re.compile(r"!\[([^\]]*)\]\(")
_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^)]+\)")
_MEDIUM = re.compile(
    r"(?:an? )?(?:image|picture|photo(?:graph)?|graphic|screenshot) (?:of|showing)\b"
    r"|(?:görsel|resim|fotoğraf|foto|image|photo|picture)(?:\s*[:–-].*)?$"
    r"|.* (?:görseli|fotoğrafı|resmi|image|picture)$"
    r"|(?:img|dsc|image|foto)[_-]?\d+\S*$|\S+\.(?:jpe?g|png|webp|svg|gif)$"
)
_PREFIX = re.compile(
    r"(?:an? )?(?:image|picture|photo(?:graph)?|graphic|screenshot) (?:of|showing) |"
    r"(?:görsel|resim|fotoğraf|foto|image|photo|picture)\s*[:–-]\s*",
    re.I,
)
_EMAIL = re.compile(r"(?<![<\w.+%@/-])(?:\]\(mailto:)?([\w.+%-]+@[\w-]+(?:\.[\w-]+)+)(?![>\w])")

VAGUE = frozenset(
    """buraya tıklayın|buraya tıklayınız|tıklayın|tıklayınız|burada|buradan|buraya|bu bağlantı|
    bağlantı|devamı|devamını oku|detaylar|ayrıntılar|daha fazla|click here|here|this link|link|
    read more|more|details|this page|bu sayfa""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
"""Words that lead anywhere."""


def check_descriptions(text: Reading) -> Iterator[Fault]:
    """The description of a picture says what it shows, not that it is a picture."""
    for passage in text.fields:
        if passage.name == "cover_alt":
            yield from _description(text, passage.line, passage.text)
    for number, line in text.lines:
        for found in _PICTURE.finditer(line):
            yield from _description(text, number, found[1])


def check_links(text: Reading) -> Iterator[Fault]:
    """The words of a link say where it leads."""
    for number, line in text.lines:
        for found in _LINK.finditer(line):
            words = found[1].strip(" *_…>»→.")
            if lower(words, text.lang) in VAGUE or words.startswith(
                ("http://", "https://", "www.")
            ):
                yield Fault(number, "vague-link", {"found": found[1]})


def check_emails(text: Reading) -> Iterator[Fault]:
    """An e-mail address stands between `<` and `>`: then it is written in a form programs miss."""
    for number, line in text.lines:
        for found in _EMAIL.finditer(line):
            linked = re.search(rf"\[[^\]]*\]\(mailto:{re.escape(found[1])}[^)]*\)", line)
            old = linked[0] if linked else found[1]
            fix = text.mended(number, old, f"<{found[1]}>")
            yield Fault(number, "open-email", {"found": found[1]}, fix)


def _description(text: Reading, line: int, description: str) -> Iterator[Fault]:
    if _MEDIUM.match(lower(description.strip(), text.lang)) is None:
        return
    better = _PREFIX.sub("", description)
    fix = None
    if better and better != description:
        better = better[0].upper() + better[1:] if better[0] not in "iı" else better
        fix = text.mended(line, description, better)
    yield Fault(line, "description-names-medium", {"found": description}, fix)
