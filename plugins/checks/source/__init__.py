"""Checks of the texts, apart from what the content model asks of them.

A check is a generator; its docstring is the rule. One that looks at a single text stands in
TEXT_CHECKS, and what it finds is kept by the content of the text. One that looks at more, such as
both languages of an item, stands in CONTENT_CHECKS and gets a memo of its own.
"""

from collections.abc import Callable, Iterator
from typing import Protocol

from plugins.checks.source import (
    days,
    language,
    leftovers,
    links,
    signs,
    structure,
    titles,
    wording,
)
from plugins.checks.source.reading import Reading
from plugins.model.content import Content
from plugins.model.frontmatter import Fault
from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.translations import problems as translations

TextCheck = Callable[[Reading], Iterator[Fault]]


class ContentCheck(Protocol):
    """A check of more than one text; what it says of a text can be silenced in that text."""

    def __call__(self, content: Content, *, memo: Memo) -> Iterator[Problem]: ...


TEXT_CHECKS: tuple[TextCheck, ...] = (
    leftovers.check_shortcodes,
    leftovers.check_template_text,
    leftovers.check_placeholders,
    leftovers.check_ageing_year,
    leftovers.check_hidden_characters,
    language.check_language,
    titles.check_capitals,
    titles.check_surnames,
    titles.check_full_stop,
    titles.check_address,
    titles.check_repetition,
    wording.check_repeated_words,
    wording.check_word_twice,
    wording.check_length,
    signs.check_pairs,
    signs.check_straight_quotation,
    signs.check_apostrophes,
    signs.check_suffixes,
    signs.check_ordinals,
    signs.check_blanks,
    signs.check_percent,
    days.check_weekdays,
    days.check_numeric_days,
    days.check_zeros,
    days.check_years,
    structure.check_headings,
    structure.check_list_marks,
    structure.check_list_form,
    links.check_descriptions,
    links.check_links,
    links.check_emails,
)
"""Of one text: generators of faults."""

CONTENT_CHECKS: tuple[tuple[str, ContentCheck], ...] = (("translations", translations.problems),)
"""Of the whole content: each with the name of its memo. Further ones are listed here."""
