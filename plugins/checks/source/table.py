"""Checks of the texts, apart from what the content model asks of them.

A check is a generator; its docstring is the rule. One that looks at a single text stands in
TEXT_CHECKS, one that looks at both languages of an item in ITEM_CHECKS. What they find is kept by
the content of what they look at.
"""

from collections.abc import Callable, Iterator, Sequence

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
from plugins.model.documents import Document
from plugins.model.frontmatter import Fault
from plugins.model.problem import Problem
from plugins.translations.problems import problems
from plugins.translations.register import Register

TextCheck = Callable[[Reading], Iterator[Fault]]
ItemCheck = Callable[[Sequence[Document], Register], Iterator[Problem]]
"""Is given whole items, and the register of partners; says of each what its texts alone decide. It
can be silenced in the text of which it is said."""

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

ITEM_CHECKS: tuple[ItemCheck, ...] = (problems,)
"""Of both texts of an item: generators of problems."""
