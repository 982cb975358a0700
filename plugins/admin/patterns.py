"""What a text has to look like: in the browser, what the reader says in a build.

Where the two differ the reader is stricter, so that the form lets through whatever it reads.
"""

from typing import Any, get_args

from plugins.model.kinds import KINDS
from plugins.model.values import Country, Day, Moment, RefersTo, Slug, WebAddress


def _marker(annotated: Any) -> object:
    return get_args(annotated)[1]


_LONG_DAY = r"(?=.*[A-Za-zÇĞİÖŞÜçğıöşü])(?=.*\d{4})[^./-]+"
_DAY = rf"(\d{{4}}-\d{{1,2}}-\d{{1,2}}|{_LONG_DAY})"

PATTERNS: dict[object, tuple[str, str]] = {
    # No calendar to pick from: it empties a day that is written in words (`5 Haziran 2026`) as
    # soon as the text is opened, and knows no day without a time beside one with.
    _marker(Day): (_DAY, "`2026-06-05` ya da `5 Haziran 2026` yazın"),
    _marker(Moment): (
        rf"{_DAY}([ T,]+\d{{1,2}}[:.]\d{{2}}(:00)?)?",
        "`2026-12-01 18:30` ya da yalnız gün yazın",
    ),
    _marker(WebAddress): (
        r"https?://[^/?#\s]+\.[^/?#\s]+\S*",
        "`https://` ile başlayarak tam yazın",
    ),
    _marker(Slug): (
        r"(?!\d+$)[a-z0-9]+(-[a-z0-9]+)*",
        "küçük ve Türkçe imsiz harf, rakam ve kısa çizgi kullanın",
    ),
    _marker(Country): ("[A-Z]{2}", "iki büyük harf: `TR`, `IT` gibi"),
    RefersTo(None): (
        rf"({'|'.join(KINDS)})/[a-z0-9-]+",
        "türü ve klasörü yazın: `news/2026-11-01-ornek` gibi",
    ),
}
"""What a text has to look like, and what the form says of one that does not."""
