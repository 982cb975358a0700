"""Quotation marks, apostrophes, suffixes and other signs, by the habits of both languages."""

import re
from collections.abc import Iterator
from functools import cache

from plugins.checks.source.passage import Passage
from plugins.checks.source.plain import OBJECT
from plugins.checks.source.reading import Reading
from plugins.model.frontmatter import Fault
from plugins.model.problem import shortened

CLOSING = '”»"'
PAIRS = {"“": "”", "«": "»", "(": ")", "[": "]"}

SUFFIXES = (
    "nı ni nu nü nın nin nun nün ın un ün na nda nde ndan nden dan den tan ten daki deki "
    "taki teki ndaki ndeki yı yi yu yü yla yle dır dir dur dür tır tir tur tür"
).split()
"""Turkish suffixes that are no words of their own, as they stand after a closing mark."""
AFTER_APOSTROPHE = sorted(
    {*SUFFIXES, *"in ı i u ü e a ya ye da de ta te la le li lı lu lü".split()}, key=len
)[::-1]

ORDINALS = {
    **{"1": "inci", "2": "nci", "3": "üncü", "4": "üncü", "5": "inci"},
    **{"6": "ncı", "7": "nci", "8": "inci", "9": "uncu"},
}
TENS = {
    **{"10": "uncu", "20": "nci", "30": "uncu", "40": "ıncı", "50": "nci"},
    **{"60": "ıncı", "70": "inci", "80": "inci", "90": "ıncı"},
}
POSSESSED = {"ı": "sı", "i": "si", "u": "su", "ü": "sü"}

_STRAIGHT = re.compile(r'(?<!=)"([^"\n]*)"|\'\'([^\'\n]+)\'\'|``([^`\n]+)\'\'')
_APOSTROPHE = re.compile(r"(?<=\w)['`´ʼ](?=\w)")
_MAYBE_SPLIT = re.compile(r"[”»\"]\s+['’]?[ıiuünydt]|\s['’]\w|\d\d\d\d [dnt]")
_YEAR_SUFFIX = re.compile(r"\b((?:1[89]|20)\d\d) (tan|ten|dan|den|ta|te|daki|deki|nın|nin|ın|ün)\b")
_YEAR_LOCATIVE = re.compile(
    r"(?:^|[.!?]\s|\d{1,2} [A-ZÇĞİÖŞÜ]\w+ )((?:1[89]|20)\d\d) (da|de)\b(?![^.!?]*\b(?:da|de)\b)"
)
_TURKISH_ORDINAL = re.compile(
    r"\b(\d+)(\.?)(['’]?)(s[ıiuü]|c[ıiuü](?:s[ıiuü])?|[ıiuü]?nc[ıiuü](?:s[ıiuü])?)\b"
)
_ENGLISH_ORDINAL = re.compile(r"\b(\d+)(st|nd|rd|th)\b")
_ROMAN = re.compile(r"\b([IVX]{1,5})\.")
_BLANK_BEFORE = re.compile(r"(\w|[”»)])[ \t]+([,;:!?]|\.(?!\.|\w))(?=\s|$)")
_PERCENT = {
    "tr": re.compile(r"(?<![\w.,])(\d+(?:[.,]\d+)?)\s?%(?!\w)|%\s(\d+(?:[.,]\d+)?)"),
    "en": re.compile(r"%\s?(\d+(?:[.,]\d+)?)"),
}


def check_pairs(text: Reading) -> Iterator[Fault]:
    """What is opened is closed in the same paragraph; a quotation may go on into the next one."""
    passages = [p for p in text.passages if p.role != "cell"]
    for passage, following in zip(passages, [*passages[1:], None], strict=True):
        yield from _unpaired(text, passage, following)


def check_straight_quotation(text: Reading) -> Iterator[Fault]:
    """Quotation marks are “these”, in both languages."""
    for passage in text.passages:
        for found in _STRAIGHT.finditer(passage.text):
            inner = next(part for part in found.groups() if part is not None)
            change = (found[0], f"“{inner}”")
            short = shortened(found[0])
            yield text.fault("straight-quotation", passage, found.start(), change, found=short)


def check_apostrophes(text: Reading) -> Iterator[Fault]:
    """An apostrophe is ’, in both languages."""
    if not _APOSTROPHE.search(text.prose):
        return
    for passage in text.passages:
        for found in _words_with_apostrophe(passage.text):
            change = (found, _APOSTROPHE.sub("’", found))
            index = passage.text.index(found)
            yield text.fault("straight-apostrophe", passage, index, change, found=found)


def check_suffixes(text: Reading) -> Iterator[Fault]:
    """A Turkish suffix follows its word without a blank; after a name or number, an apostrophe."""
    if text.lang != "tr" or not _MAYBE_SPLIT.search(text.prose):
        return
    for passage in text.passages:
        for found in _split_suffix().finditer(passage.text):
            word, suffix = [part for part in found.groups() if part]
            joint = "" if word[-1] in CLOSING else "’"
            better = word + joint + suffix
            change = (found[0], better)
            yield text.fault("blank-before-suffix", passage, found.start(), change, found=found[0])
        for pattern in (_YEAR_SUFFIX, _YEAR_LOCATIVE):
            for found in pattern.finditer(passage.text):
                year = f"{found[1]} {found[2]}"
                change = (year, f"{found[1]}’{found[2]}")
                yield text.fault("blank-before-suffix", passage, found.start(1), change, found=year)


def check_ordinals(text: Reading) -> Iterator[Fault]:
    """An ordinal is `3.` or `3’üncü` in Turkish, `3rd` in English, and said once in a sentence."""
    for passage in text.passages:
        yield from _wrong_ordinals(text, passage)
        for roman in _ROMAN.finditer(passage.text):
            end = re.compile(r"[.!?]\s").search(passage.text, roman.end() + 1)
            rest = passage.text[roman.end() : end.start() + 2 if end else None]
            again = re.search(
                rf"\b{_value(roman[1])}\.\s?['’]?[sıiuün]|\b{_value(roman[1])}['’]", rest
            )
            if again and text.lang == "tr":
                found = f"{roman[0]} … {again[0].rstrip('sıiuün')}"
                yield text.fault("ordinal-twice", passage, roman.start(), found=found)


def check_blanks(text: Reading) -> Iterator[Fault]:
    """No blank stands before a comma, a full stop and the like."""
    for passage in text.passages:
        for found in _BLANK_BEFORE.finditer(passage.text):
            if OBJECT in found[0]:
                continue
            start = passage.text.rfind(" ", 0, found.start()) + 1
            near = passage.text[
                max(start, passage.text.rfind("\n", 0, found.start()) + 1) : found.end()
            ]
            change = (near, re.sub(r"[ \t]+(?=\W$)", "", near))
            yield text.fault("blank-before-mark", passage, found.start(), change, found=near)


def check_percent(text: Reading) -> Iterator[Fault]:
    """A share is %25 in Turkish and 25% in English."""
    for passage in text.passages:
        for found in _PERCENT[text.lang].finditer(passage.text):
            number = next(part for part in found.groups() if part)
            better = f"%{number}" if text.lang == "tr" else f"{number}%"
            yield text.fault(
                "percent-sign", passage, found.start(), (found[0], better), found=found[0]
            )


@cache
def _split_suffix() -> re.Pattern[str]:
    # Long, and rarely looked for.
    return re.compile(
        rf"(\w+)\s+['’]({'|'.join(AFTER_APOSTROPHE)})\b"
        rf"|(\w+[”»\"])\s+['’]?({'|'.join(sorted(SUFFIXES, key=len)[::-1])})\b(?!['’])"
    )


def _unpaired(text: Reading, passage: Passage, following: Passage | None) -> Iterator[Fault]:
    opened: list[tuple[str, int]] = []
    closing = {close: open_ for open_, close in PAIRS.items()}
    for index, sign in enumerate(passage.text):
        if sign in PAIRS:
            if (
                sign == "“"
                and index
                and opened
                and opened[-1][0] == "“"
                and _begins(passage, index)
            ):
                continue  # each paragraph of a long quotation is opened anew
            opened.append((sign, index))
        elif sign in closing and not _is_list_mark(passage.text, index):
            if opened and opened[-1][0] == closing[sign]:
                opened.pop()
            else:
                yield _one_sided(text, passage, sign, index)
                return
    for sign, index in opened[:1]:
        if not (sign == "“" and following and following.text.startswith("“")):
            yield _one_sided(text, passage, sign, index)
    if not opened and passage.text.count('"') % 2:
        yield _one_sided(text, passage, '"', passage.text.index('"'))


def _begins(passage: Passage, index: int) -> bool:
    return passage.text[:index].endswith("\n")


def _is_list_mark(text: str, index: int) -> bool:
    """`a)` and `1)` close nothing; nor does the smile `:)`."""
    return text[index] == ")" and bool(re.search(r"(?:^|[\s(])(?:\w|\d{1,2}|:-?)$", text[:index]))


def _one_sided(text: Reading, passage: Passage, sign: str, index: int) -> Fault:
    start = passage.text.rfind(" ", 0, max(index - 30, 0)) + 1
    end = passage.text.find(" ", index + 30)
    near = " ".join(passage.text[start : end if end > 0 else None].split())
    return text.fault("unpaired-quotation", passage, index, sign=sign, found=near)


def _words_with_apostrophe(passage: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"\w+(?:['`´ʼ]\w+)+", passage)))


def _wrong_ordinals(text: Reading, passage: Passage) -> Iterator[Fault]:
    if text.lang == "tr":
        for found in _TURKISH_ORDINAL.finditer(passage.text):
            number, stop, apostrophe, suffix = found.groups()
            if apostrophe and not stop and (suffix[0] == "s" or "nc" in suffix):
                continue  # `6’sı` and `3’üncü` are right
            ending = _ending(number)
            if re.search("s[ıiuü]$", suffix):
                ending += POSSESSED[ending[-1]]
            change = (found[0], f"{number}’{ending}")
            yield text.fault("wrong-ordinal", passage, found.start(), change, found=found[0])
        return
    for found in _ENGLISH_ORDINAL.finditer(passage.text):
        better = f"{found[1]}{_english_ending(int(found[1]))}"
        if better != found[0]:
            change = (found[0], better)
            yield text.fault("wrong-ordinal", passage, found.start(), change, found=found[0])


def _ending(number: str) -> str:
    if number[-1] != "0":
        return ORDINALS[number[-1]]
    return TENS.get(number[-2:], "üncü")


def _english_ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _value(roman: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < next_ else one for one, next_ in pairs)
