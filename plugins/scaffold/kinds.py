"""What an editor may call each kind of content, in either language."""

from difflib import get_close_matches

from plugins.model.kinds import FOLDER_WORDS, KINDS
from plugins.model.slugs import slugify

NAMES: dict[str, dict[str, str]] = {
    "pages": {"tr": "sayfa", "en": "page"},
    "news": {"tr": "haber", "en": "news"},
    "announcements": {"tr": "duyuru", "en": "announcement"},
    "events": {"tr": "etkinlik", "en": "event"},
    "activities": {"tr": "faaliyet", "en": "activity"},
    "declarations": {"tr": "bildirge", "en": "declaration"},
    "press": {"tr": "basın-özeti", "en": "press"},
    "partners": {"tr": "paydaş", "en": "partner"},
    "bulletins": {"tr": "bülten", "en": "bulletin"},
}
"""The word for one item of each kind, as it is written on a command line."""

WORDS = {
    **{slugify(word): kind for word, kind in FOLDER_WORDS.items()},
    **{slugify(name): kind for kind, names in NAMES.items() for name in names.values()},
    **{kind: kind for kind in KINDS},
}


def kind_of(word: str) -> str | None:
    """Return the kind that *word* names; None where it names none."""
    return WORDS.get(slugify(word))


def nearest_kind(word: str) -> str | None:
    """Return the kind that *word* most likely meant."""
    nearest = get_close_matches(slugify(word), WORDS, n=1)
    return WORDS[nearest[0]] if nearest else None
