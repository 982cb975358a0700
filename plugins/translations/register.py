"""The partners of the association, by the names that texts give them."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.languages.alphabet import lower
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document


@dataclass
class Register:
    """The partners of the association: keys by the names that a text may use, names by key."""

    keys: dict[str, dict[str, str]]
    names: dict[str, dict[str, str]]

    @classmethod
    def of(cls, documents: Sequence[Document]) -> "Register":
        """Return what the partners among *documents* say of their names."""
        found = (d for d in documents if d.kind == "partners" and d.fields is not None)
        partners: dict[str, dict[str, str]] = {d.folder: d.item.get("names") for d in found}
        return cls(
            {
                # A text in one language may well use the name in the other.
                lang: {
                    lower(n, lang): key for key, names in partners.items() for n in names.values()
                }
                for lang in LANGUAGES
            },
            {
                lang: {key: names[lang] for key, names in partners.items() if lang in names}
                for lang in LANGUAGES
            },
        )
