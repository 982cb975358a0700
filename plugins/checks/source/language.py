"""Which of the two languages a passage is in: by the words that no sentence does without."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.checks.source.passage import Passage
from plugins.checks.source.plain import OBJECT
from plugins.checks.source.reading import Reading
from plugins.checks.source.sentences import sentences, words
from plugins.languages.alphabet import lower
from plugins.model.dates import LANGUAGES
from plugins.model.frontmatter import Fault
from plugins.model.problem import shortened

FUNCTION_WORDS = {
    "en": frozenset(
        """a about after all also an and any are as at be because been before between both but by
        can come could did do does each every few for free from get give go had has have he her here
        his how if in into is it its just more most much my no nor not now of on one only or other
        our out over please she should so some such than that the their them then there these they
        this those through to today too under until up us very was we were what when where which
        while who whom whose why will with within without would you your""".split()
    ),
    "tr": frozenset(
        """acaba ama ancak bazı beri bir biri bize biz bu bugün buna bunlar bunu burada bütün çok
        çünkü da daha de değil diye en gibi göre hem hep her hiç için ile ilk ise kadar karşı kendi
        ki kim mi mı mu mü nasıl ne neden nerede olan olarak oldu olduğu olur olup onlar onu ortak
        önce sizin siz son sonra şey şu tüm üzere üzerine var ve veya ya yalnız yeni yok""".split()
    ),
}
"""Words that carry a sentence."""

AMBIGUOUS = frozenset(
    "at be do go on in an one as has her his not can ne de var bu so it no son".split()
)
"""They are words of both languages, and count little."""

NAMES_OF = {
    "tr": {"tr": "Türkçe", "en": "İngilizce"},
    "en": {"tr": "Turkish", "en": "English"},
}

_ENDINGS = {
    "en": re.compile(r"\w{3,}(?:ing|tion|tions|ment|ments|ness|ity|ities|ed|ly|ous|ful|ship)"),
    "tr": re.compile(
        r"\w{2,}(?:lar|ler|l[ae]r[ıi]n?|n[ıiuü]n|[dt][ae]n|[ıiuü]yor|[dt][ıiuü]r|m[ae]k|m[ae]s[ıi]|"
        r"l[ıiuü]k|y[ae]c[ae][kğ]|[ae]r[ae]k|m[ıiuü]ş|s[ıi]nd[ae]|l[ae]r[ıi]nd[ae])"
    ),
}
_TURKISH_LETTERS = re.compile("[çğıöşü]")
_ENGLISH_LETTERS = re.compile("[qwx]")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’|«[^»]*»")
LEAST_WORDS = 4
HALF = 0.5


def language_of(sentence: str) -> str | None:
    """Return the language of *sentence*; None where too little of it tells.

    A word of the closed classes counts for two, an ending or a letter that only one language has
    for one. Names (capitals within a sentence) speak for neither.
    """
    scores = _scores(words(sentence))
    first, second = sorted(LANGUAGES, key=lambda lang: -scores[lang])
    enough = max(3, len(words(sentence)) * 0.35)
    return first if scores[first] >= enough and scores[first] >= 3 * scores[second] else None


def check_language(text: Reading) -> Iterator[Fault]:
    """A text is in the language of its file; what is not is a quotation, a name, or marked."""
    other = next(lang for lang in LANGUAGES if lang != text.lang)
    foreign = []
    passages = [p for p in text.passages if p.role not in ("name", "quote")]
    for passage in passages:
        for index, sentence in _sentences(passage):
            if _may_be(sentence, other) and language_of(sentence) == other:
                foreign.append((passage, index, sentence))
    if not foreign:
        return
    names: dict[str, Any] = {
        f"{kind}_{lang}": NAMES_OF[lang][code]
        for kind, code in (("other", other), ("own", text.lang))
        for lang in LANGUAGES
    }
    lengths = [
        sum(len(words(part)) for part in parts)
        for parts in (
            [sentence for _, _, sentence in foreign],
            [passage.text for passage in passages],
        )
    ]
    if lengths[0] > HALF * lengths[1]:
        yield text.fault("text-in-other-language", *foreign[0][:2], code=text.lang, **names)
        return
    for passage, index, sentence in {id(p): (p, n, s) for p, n, s in foreign[::-1]}.values():
        found = shortened(" ".join(sentence.split()))
        yield text.fault(
            "passage-in-other-language", passage, index, found=found, code=other, **names
        )


def _sentences(passage: Passage) -> Iterator[tuple[int, str]]:
    """Yield the sentences of *passage* that are long enough to tell, quotations left out."""
    own = _QUOTED.sub(
        lambda q: OBJECT * (len(q[0]) - q[0].count("\n")) + "\n" * q[0].count("\n"), passage.text
    )
    for start, sentence in sentences(own):
        if sentence.count(" ") + sentence.count("\n") + 1 >= LEAST_WORDS:
            yield start, sentence


def _may_be(sentence: str, lang: str) -> bool:
    """Tell whether *sentence* has a word without which no sentence of *lang* does."""
    return not FUNCTION_WORDS[lang].isdisjoint(lower(sentence, lang).split())


def _scores(written: Sequence[str]) -> dict[str, float]:
    shouted = all(word.isupper() for word in written)
    scores = dict.fromkeys(LANGUAGES, 0.0)
    for place, word in enumerate(written):
        for lang in LANGUAGES:
            small = lower(word, lang)
            if small in FUNCTION_WORDS[lang]:
                scores[lang] += 1 if small in AMBIGUOUS else 2
            elif (word.islower() or place == 0 or shouted) and _ENDINGS[lang].fullmatch(small):
                scores[lang] += 1
        if word.islower():
            scores["tr"] += bool(_TURKISH_LETTERS.search(word))
            scores["en"] += bool(_ENGLISH_LETTERS.search(word))
    return scores
