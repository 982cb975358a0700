"""Whether the content that Mailchimp keeps is the one that it was given."""

import re
from html.parser import HTMLParser


def same_text(given: str, kept: object) -> bool:
    """Tell whether the plain text is the same but for blanks and the ends of lines."""
    return isinstance(kept, str) and given.split() == kept.split()


def same_html(given: str, kept: object) -> bool:
    """Tell whether a reader sees the same: the same words and pictures, the same links.

    Mailchimp may write the same HTML another way (quotes, entities, comments, blanks).
    """
    if not isinstance(kept, str):
        return False
    return given.split() == kept.split() or _seen(given) == _seen(kept)


def _seen(html: str) -> list[str]:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.seen


class _Reader(HTMLParser):
    """Collects words, and the addresses of links and pictures."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("style", "script")
        self.seen += [value or "" for name, value in attrs if name in ("href", "src", "alt")]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.seen += re.findall(r"\S+", data)
