"""Sentences and words of a passage, by the habits of both languages."""

import re
from collections.abc import Iterator

LETTER = r"[^\W\d_]"
WORD = re.compile(rf"{LETTER}+(?:[-’'ʼ]{LETTER}+)*")

ABBREVIATIONS = frozenset(
    """dr prof doç av no sok cad mah vb vs vd bkz örn st mr mrs ms jr etc e.g i.e approx vol pp cf
    ltd inc a.ş ş tel faks yy s md kat apt ed haz çev""".split()
)

_END = re.compile(r"[.!?…]+[”’»)\"'\]]*(?=\s+[“‘«(\"'\[]*[\dA-ZÇĞİÖŞÜÂÎÛ])")
_LAST_WORD = re.compile(r"(\S+)\.$")
_ORDINAL = re.compile(r"[(“‘«]*(\d+|[IVXLC]+|[A-ZÇĞİÖŞÜ])")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence of *text* with the index at which it begins."""
    start = 0
    for end in _END.finditer(text):
        if _is_end(text[start : end.end()]):
            yield start, text[start : end.end()]
            start = end.end() + len(text[end.end() :]) - len(text[end.end() :].lstrip())
    if text[start:].strip():
        yield start, text[start:]


def words(text: str) -> list[str]:
    """Return the words of *text* as written, suffixes after an apostrophe included."""
    return WORD.findall(text)


def _is_end(sentence: str) -> bool:
    """A full stop after an abbreviation, an ordinal or an initial ends no sentence."""
    last = _LAST_WORD.search(sentence)
    if last is None:
        return True
    word = last[1].strip("(“‘«\"'")
    return not (_ORDINAL.fullmatch(word) or word.lower() in ABBREVIATIONS)
