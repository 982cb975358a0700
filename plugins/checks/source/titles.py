"""Titles and headings: words, not capitals, addresses or sentences, and said once."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from plugins.checks.source.passage import Passage
from plugins.checks.source.plain import OBJECT
from plugins.checks.source.reading import Reading
from plugins.checks.source.sentences import ABBREVIATIONS, LETTER, words
from plugins.languages.alphabet import lower, upper
from plugins.model.frontmatter import Fault

SHOUTED_LETTERS = 9
"""From so many capitals on they are no abbreviation; DİDER and UNHCR stay."""
ALIKE = 0.93
"""The share of a title that makes a line its repetition."""

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|tr|eu|info)(?:/\S*)?"
)
_STOP = re.compile(r"(\S+)\.$")
_SURNAME = re.compile(
    r"\b(?:[A-ZÇĞİÖŞÜ][a-zçğıöşüâîû]+ ){1,3}([A-ZÇĞİÖŞÜ]{4,})\b(?![ -][A-ZÇĞİÖŞÜ]{2})"
)
_VOWELS = re.compile("[AEIİOÖUÜ]")
ABBREVIATED = frozenset(
    "UNESCO UNICEF UNHCR DİDER DIDER WALD ICLEI UCLG KVKK TÜİK TBMM EUROCITIES".split()
)


def check_capitals(text: Reading) -> Iterator[Fault]:
    """A title, a heading or a whole line is not written in capitals."""
    for passage in text.passages:
        if passage.role not in ("title", "heading", "paragraph"):
            continue
        if any(map(str.islower, passage.text)):
            continue
        letters = [c for c in passage.text if c.isalpha() and c != OBJECT]
        if len(letters) < SHOUTED_LETTERS:
            continue
        spelled = {lower(word, text.lang): word for word in _small_words(text)}
        index = 0
        for line in passage.text.split("\n"):
            change = (line, _sentence_case(line, text.lang, spelled))
            yield text.fault("capitals", passage, index, change, found=line)
            index += len(line) + 1


def check_surnames(text: Reading) -> Iterator[Fault]:
    """A surname is written like any other name: `Umut Berker Sevilmiş`, not `SEVİLMİŞ`."""
    for passage in text.passages:
        for found in _SURNAME.finditer(passage.text):
            surname = found[1]
            if surname in ABBREVIATED or len(_VOWELS.findall(surname)) < 2 or len(surname) < 5:
                continue
            better = surname[0] + lower(surname[1:], "tr")
            yield text.fault(
                "surname-in-capitals", passage, found.start(1), (surname, better), found=found[0]
            )


def check_full_stop(text: Reading) -> Iterator[Fault]:
    """A title or heading ends without a full stop, unless the stop belongs to its last word."""
    for passage in _titles(text):
        last = _STOP.search(passage.text)
        if last is None or _keeps_its_stop(last[1]):
            continue
        change = (passage.text, passage.text[:-1])
        yield text.fault("title-full-stop", passage, 0, change)


def check_address(text: Reading) -> Iterator[Fault]:
    """A title says in words what there is; it is no address."""
    for passage in _titles(text):
        if _ADDRESS.fullmatch(passage.text.strip()):
            yield text.fault("title-is-address", passage, 0, found=passage.text)


def check_repetition(text: Reading) -> Iterator[Fault]:
    """The title is not said again by the summary or by a line of the text."""
    title = _folded(text.title, text.lang)
    if len(title) < 12:
        return
    for passage in text.passages:
        if passage.role == "title" or passage.name not in ("", "summary"):
            continue
        index = 0
        for line in passage.text.split("\n"):
            near = abs(len(line) - len(text.title)) <= len(text.title) // 4
            if near and _alike(title, _folded(line, text.lang)):
                yield text.fault("title-repeated", passage, index)
            index += len(line) + 1


def _titles(text: Reading) -> Iterator[Passage]:
    return (p for p in text.passages if p.role in ("title", "heading") and p.text.strip())


def _small_words(text: Reading) -> Iterator[str]:
    """Yield the words of the paragraphs that do not begin a line: names keep their capitals."""
    for passage in text.body:
        if passage.role in ("paragraph", "item", "quote"):
            written = (re.split("[’']", word)[0] for word in words(passage.text)[1:])
            yield from (word for word in written if not word.isupper())


def _sentence_case(title: str, lang: str, spelled: dict[str, str]) -> str:
    """Return *title* in small letters, but words as *spelled* in the text, where they are there."""
    roman = re.compile(r"[IVXLC]+\b(?=[.)])")
    kept = {found.start(): found[0] for found in roman.finditer(title)}

    def small(found: re.Match[str]) -> str:
        if found.start() in kept:
            return kept[found.start()]
        word = lower(found[0], lang)
        return spelled.get(word, word)

    result = re.sub(rf"{LETTER}+", small, title)
    first = next((n for n, c in enumerate(result) if c.isalpha()), len(result))
    return result[:first] + upper(result[first : first + 1], lang) + result[first + 1 :]


def _keeps_its_stop(word: str) -> bool:
    return (
        word.endswith(".")
        or "." in word
        or word.lower() in ABBREVIATIONS
        or bool(re.fullmatch(r"\d+|[IVXLC]+|[A-ZÇĞİÖŞÜ]", word))
    )


def _folded(line: str, lang: str) -> str:
    return " ".join(lower(word, lang) for word in words(line))


def _alike(title: str, line: str) -> bool:
    compared = SequenceMatcher(None, title, line)
    if compared.real_quick_ratio() < ALIKE:
        return False
    return compared.quick_ratio() >= ALIKE and compared.ratio() >= ALIKE
