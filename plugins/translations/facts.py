"""What a text states that its translation has to state too, in a form that knows no language.

`21 Kasım` and `21 November` are the same date, `%25` and `25%` the same share, `1.234,5` and
`1,234.5` the same number, `14.30` and `2:30 pm` the same time.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from plugins.languages.alphabet import lower
from plugins.translations.amounts import money, numbers, percentages, roman_numerals
from plugins.translations.days import dates, times, weekdays
from plugins.translations.fact import Fact
from plugins.translations.plain import foreign, painted
from plugins.translations.targets import links, names_in, pictures

READERS: tuple[Callable[[str, str], Iterator[Fact]], ...] = (
    money,
    percentages,
    times,
    dates,
    weekdays,
    numbers,
)
"""In this order: what is money is no number, what is a time is no date."""


def facts_in(text: str, lang: str, names: Mapping[str, str]) -> list[Fact]:
    """Return the facts of the Markdown *text* in *lang*, in order.

    *names* are the keys of the partners by their names in small letters.
    """
    words = painted(text)
    small = _small(words, lang)
    taken = bytearray(len(text))
    found = [*pictures(text), *links(text), *roman_numerals(words)]
    for read in (lambda text, _: names_in(text, names), *READERS):
        free = [fact for fact in read(small, lang) if not any(taken[fact.span])]
        for fact in free:
            taken[fact.span] = b"\1" * len(fact.written)
        found += free
    apart = foreign(text, lang)
    whole = [
        replace(
            fact,
            written=text[fact.span],
            soft=fact.soft or any(start <= fact.start < end for start, end in apart),
        )
        for fact in found
    ]
    return sorted(whole, key=lambda fact: fact.start)


def _small(text: str, lang: str) -> str:
    """Return *text* in small letters, each where it stood."""
    letters = lower(text, lang)
    # A few letters have a small form of two signs.
    return letters if len(letters) == len(text) else "".join(lower(c, lang)[:1] for c in text)
