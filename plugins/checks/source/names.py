"""The names in a text: of its fields, and of its prose by their capitals."""

import re

from plugins.checks.source.reading import Reading
from plugins.checks.source.spelling import Name

SHORT = 2
"""Words of the least name."""

_CAPITAL = "A-ZÇĞİÖŞÜÂÎÛ"
_NAME = re.compile(
    rf"[{_CAPITAL}][\w-]+(?:(?: (?:ve|and|of|for|the|de|da)){{0,2}} [{_CAPITAL}][\w-]+)+"
)


def names_in(text: Reading) -> list[Name]:
    """Return the names of *text*: of its fields, and runs of two or more capitals in its prose."""
    found = [Name(p.text, p.line, True) for p in text.fields if p.role == "name" and " " in p.text]
    for passage in text.passages:
        if passage.role in ("paragraph", "item", "quote", "field"):
            for name in _NAME.finditer(passage.text):
                words, line = name[0].split(), passage.line_at(name.start())
                found.append(Name(" ".join(words), line, False))
                if len(words) > SHORT and _begins_sentence(passage.text, name.start()):
                    found.append(Name(" ".join(words[1:]), line, False))
    return list(dict.fromkeys(found))


def _begins_sentence(text: str, index: int) -> bool:
    """There the first capital may be that of a common word: `Dün Bursa Kent Konseyi …`."""
    return not text[:index].rstrip() or text[:index].rstrip()[-1] in ".!?:;“("
