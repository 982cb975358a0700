"""Who gets an e-mail: the subscribers of its language, so that everybody is in one part only.

The default language takes all who did not choose the other, those without a language among them:
two conditions that say `is` would lose these.
"""

from typing import Any

from plugins.model.dates import LANGUAGES
from plugins.newsletter.settings import Interest, LanguageBy, MergeField

Condition = dict[str, Any]


def segment(by: LanguageBy, *, lang: str, default: str) -> dict[str, Any]:
    """Return the `segment_opts` of the subscribers of *lang*.

    Forms of the conditions: developer/marketing/docs/alternative-schemas.
    """
    (other,) = (code for code in LANGUAGES if code != default)
    return {"match": "all", "conditions": [_condition(by, other, outside=lang == default)]}


def _condition(by: LanguageBy, other: str, *, outside: bool) -> Condition:
    match by:
        case Interest():
            return {
                "condition_type": "Interests",
                "field": f"interests-{by.category}",
                "op": "interestnotcontains" if outside else "interestcontains",
                "value": [by.options[other]],
            }
        case MergeField():
            kind, field = "SelectMerge", by.tag
        case _:
            kind, field = "Language", "language"
    op = "not" if outside else "is"
    return {"condition_type": kind, "field": field, "op": op, "value": other}


def same_segment(wanted: dict[str, Any], found: object) -> bool:
    """Tell whether Mailchimp kept the segment that was asked for, and has not taken everybody."""
    if not isinstance(found, dict):
        return False
    conditions = found.get("conditions")
    if not isinstance(conditions, list) or not all(isinstance(c, dict) for c in conditions):
        return False
    # With one condition `any` and `all` are the same; Mailchimp may add keys of its own.
    return [_plain(c) for c in wanted["conditions"]] == [_plain(c) for c in conditions]


def _plain(condition: Condition) -> tuple[str, ...]:
    value = condition.get("value")
    values = value if isinstance(value, list) else [value]
    keys = (str(condition.get(key, "")) for key in ("condition_type", "field", "op"))
    return (*keys, *map(str, values))
