"""Words and sentences: said once, and short enough to be followed."""

import re
from collections import Counter
from collections.abc import Iterator

from plugins.checks.source.plain import OBJECT
from plugins.checks.source.reading import Reading
from plugins.checks.source.sentences import LETTER, WORD, sentences, words
from plugins.languages.alphabet import lower
from plugins.model.frontmatter import Fault

LIMIT = 60
"""Words of a sentence."""

TWICE_IN_ENGLISH = frozenset(
    "had that is very so no now there ha bye far long much many more never well aye hear".split()
)
"""What English says twice, and means it."""

NEVER_TWICE_IN_TURKISH = frozenset(
    """ve ile için bu şu o da de ki veya ya ama ancak olan olarak gibi kadar sonra ise göre diye
    tarafından üzere üzerine hem ne daha çünkü fakat bunu bunun onun onu""".split()
) - {"ya", "o", "ne"}
"""Turkish doubles words to some purpose (`yavaş yavaş`, `kapı kapı`), but none of these."""
A_LONG_WORD = 9
"""Nor words of so many letters."""

_REPEATED = re.compile(rf"(?<![\w’'-])({LETTER}+)(\s+)(?=(\1)(?![\w’'-]))", re.I)
_OBJECT_OF_VERB = re.compile(r"\b\w{3,}[ıiuü]n[ıiuü]\b")
_JOINED = re.compile(r"[,;]|\s+(?:ve|ile|veya|ya da|hem|da|de)\b")


def check_repeated_words(text: Reading) -> Iterator[Fault]:
    """No word follows itself, but where the language doubles it on purpose."""
    if not _REPEATED.search(text.prose):
        return
    for passage in text.passages:
        for found in _REPEATED.finditer(passage.text):
            word, again = found[1], found[3]
            small = lower(word, text.lang)
            if small != lower(again, text.lang) or not _is_slip(small, text.lang):
                continue
            change = (f"{word}{found[2]}{again}", word) if "\n" not in found[2] else None
            yield text.fault(
                "repeated-word", passage, found.start(), change, found=f"{word} {again}"
            )


def check_word_twice(text: Reading) -> Iterator[Fault]:
    """A Turkish verb has one object: the same `…ını` twice in a clause is one too many.

    Parallel ones (`önemini, değerini ve …`) are joined by a comma or a conjunction.
    """
    if text.lang != "tr":
        return
    for passage in text.passages:
        candidates = Counter(_OBJECT_OF_VERB.findall(passage.text))
        if max(candidates.values(), default=0) < 2:
            continue
        for start, sentence in sentences(passage.text):
            for index, word in _objects(sentence):
                yield text.fault("word-twice-in-sentence", passage, start + index, found=word)


def check_length(text: Reading) -> Iterator[Fault]:
    """A sentence has at most sixty words."""
    for passage in text.passages:
        if passage.text.count(" ") + passage.text.count("\n") < LIMIT:
            continue
        for start, sentence in sentences(passage.text):
            count = len(words(sentence))
            if count > LIMIT:
                found = " ".join(sentence.split()[:6])
                yield text.fault(
                    "long-sentence", passage, start, found=found, count=count, limit=LIMIT
                )


def _is_slip(word: str, lang: str) -> bool:
    if len(word) < 2 or word == OBJECT:
        return False
    if lang == "tr":
        return word in NEVER_TWICE_IN_TURKISH or len(word) >= A_LONG_WORD
    return word not in TWICE_IN_ENGLISH


def _objects(sentence: str) -> Iterator[tuple[int, str]]:
    """Yield each accusative that a clause of *sentence* says for the second time."""
    seen: dict[str, int] = {}
    for found in WORD.finditer(sentence):
        word = found[0]
        if len(word) < 6 or not word.islower() or not _OBJECT_OF_VERB.fullmatch(word):
            continue
        if word in seen and ";" not in sentence[seen[word] : found.start()]:
            yield found.start(), word
        if not _JOINED.match(sentence, found.end()):
            seen[word] = found.end()
