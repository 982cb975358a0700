"""The tables of the editors' guide, made of the content model, the rules and the verbs."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from pydantic.fields import FieldInfo

from plugins.model.kinds import KINDS, UNDATED, Item, group_in, is_shared, words_of
from plugins.model.rules import RULES
from plugins.scaffold.kinds import NAMES

GUIDES = {"tr": "docs/editors.tr.md", "en": "docs/editors.en.md"}

WORDS: dict[str, dict[str, str]] = {
    "kind": {"tr": "tür", "en": "kind"},
    "folder": {"tr": "klasör", "en": "folder"},
    "holds": {"tr": "ne için", "en": "what for"},
    "field": {"tr": "alan", "en": "field"},
    "meaning": {"tr": "anlamı", "en": "meaning"},
    "where": {"tr": "yazılır", "en": "written"},
    "needed": {"tr": "zorunlu", "en": "always"},
    "optional": {"tr": "gerekirse", "en": "if needed"},
    "once": {"tr": "bir dosyada", "en": "in one file"},
    "both": {"tr": "her dilde", "en": "in each language"},
    "parts": {"tr": "bölümleri: {names}", "en": "its parts: {names}"},
    "every": {"tr": "Her tür", "en": "Every kind"},
    "status": {"tr": "durum", "en": "state"},
    "command": {"tr": "komut", "en": "command"},
    "does": {"tr": "ne yapar", "en": "does"},
    "rule": {"tr": "kural", "en": "rule"},
    "says": {"tr": "ne der", "en": "says"},
    "help": {"tr": "ne yapmalı", "en": "what to do"},
    "must": {"tr": "düzeltilmeli", "en": "to mend"},
    "look": {"tr": "bakmaya değer", "en": "worth a look"},
    "level": {"tr": "düzey", "en": "level"},
}

STATES: dict[str, tuple[str, str]] = {
    "published": (
        "Yayında. `status` yazılmamışsa da böyledir.",
        "Public. So it is where no `status` is written, too.",
    ),
    "draft": (
        "Taslak. Ziyaretçi görmez; `invoke preview` gösterir.",
        "Visitors do not see it; `invoke preview` shows it.",
    ),
    "hidden": (
        "Adresini bilen açar; hiçbir listede, akışta ve bültende yer almaz.",
        "Answers at its address; stands in no list, feed or bulletin.",
    ),
    "waiting": (
        "Yazılmaz, kendiliğinden olur: yayın günü gelecekteyse o günü bekler.",
        "Not written: what has a day of publication in the future waits for it.",
    ),
    "expired": (
        "Yazılmaz, kendiliğinden olur: `expires` günü geçen duyuru listeden çıkar, adresi açık "
        "kalır.",
        "Not written: an announcement whose `expires` is past leaves the lists; its address "
        "still answers.",
    ),
    "demo": (
        "`demo: true` yazılan uydurma içerik; yayınlanan sitede yer almaz.",
        "Invented content, marked `demo: true`; no part of the public site.",
    ),
}

COMMANDS: dict[str, str] = {
    "new": "Yeni içerik için iki dilde hazır klasör yazar.",
    "preview": "Yazarken siteyi taslaklarla birlikte gösterir; hiçbir şey yazmaz.",
    "check": "Bütün denetimleri yapar: düzeltilecekleri ve bakmaya değer olanları söyler.",
    "build": "Siteyi `output/` klasörüne derler.",
    "bulletin": "Gönderilecek e-postaları gösterir; hiçbir şey göndermez.",
    "push": "Bülteni Mailchimp’e götürür.",
    "push-status": "Neyin gönderildiğini, neyin beklediğini ve nedenini söyler.",
}
"""Verbs for editors, and what they do in Turkish; in English the verbs say it themselves."""


def renewed(text: str, lang: str, verbs: Mapping[str, str]) -> str:
    """Return the guide *text* with its tables as they have to be now.

    *verbs* are all verbs by name, with what they say of themselves in English.
    """
    for name, table in TABLES.items():
        between = re.compile(rf"(<!-- {name} -->\n).*?(<!-- /{name} -->)", re.DOTALL)
        place = between.search(text)
        if place is None:
            raise ValueError(f"the guide has no place for `{name}`")
        rows = "\n".join(table(lang, verbs))
        text = f"{text[: place.end(1)]}\n{rows}\n\n{text[place.start(2) :]}"
    return text


def renew(root: Path, verbs: Mapping[str, str], *, write: bool) -> list[str]:
    """Return the guides whose tables are out of date; with *write* they are so no longer."""
    changed = []
    for lang, name in GUIDES.items():
        path = root / name
        old = path.read_text(encoding="utf-8")
        new = renewed(old, lang, verbs)
        if new != old:
            if write:
                path.write_bytes(new.encode())
            changed.append(name)
    return changed


# ── the tables ──────────────────────────────────────────────────────────────────────────────


def _kinds(lang: str, verbs: Mapping[str, str]) -> Iterator[str]:
    yield from _head(lang, "kind", "command", "folder", "holds")
    for kind, names in NAMES.items():
        name, words = names[lang], described(KINDS[kind], lang)
        folder = "short-name" if lang == "en" else "kisa-ad"
        dated = folder if kind in UNDATED else f"2026-12-01-{folder}"
        title = "" if kind == "bulletins" else ' "…"'
        yield _row(name, f"`invoke new {name}{title}`", f"`content/{kind}/{dated}/`", words)


def described(kind: type[Item], lang: str) -> str:
    """Return what the docstring of *kind* says of it in *lang*."""
    turkish, _, english = (inspect.getdoc(kind) or "").partition(" — ")
    return turkish if lang == "tr" else english


def _fields(lang: str, verbs: Mapping[str, str]) -> Iterator[str]:
    yield from _table_of_fields(WORDS["every"][lang], Item.model_fields.items(), lang)
    for kind, model in KINDS.items():
        own = [(name, f) for name, f in model.model_fields.items() if name not in Item.model_fields]
        if own:
            yield ""
            yield from _table_of_fields(f"{NAMES[kind][lang]} (`content/{kind}/`)", own, lang)


def _table_of_fields(
    title: str, fields: Iterable[tuple[str, FieldInfo]], lang: str
) -> Iterator[str]:
    yield f"**{title}**"
    yield ""
    yield from _head(lang, "field", "meaning", "where")
    for name, info in fields:
        word, hint = words_of(info, lang)
        parts = [f"{word}: {hint}"]
        if group := group_in(info.annotation):
            names = ", ".join(f"`{part}`" for part in group.model_fields)
            parts.append(WORDS["parts"][lang].format(names=names))
        place = "once" if is_shared(info) else "both"
        need = "needed" if info.is_required() else "optional"
        yield _row(f"`{name}`", "; ".join(parts), f"{WORDS[need][lang]}, {WORDS[place][lang]}")


def _states(lang: str, verbs: Mapping[str, str]) -> Iterator[str]:
    yield from _head(lang, "status", "meaning")
    for state, (turkish, english) in STATES.items():
        yield _row(f"`{state}`", turkish if lang == "tr" else english)


def _commands(lang: str, verbs: Mapping[str, str]) -> Iterator[str]:
    yield from _head(lang, "command", "does")
    for name, turkish in COMMANDS.items():
        if name in verbs:
            yield _row(f"`invoke {name}`", turkish if lang == "tr" else verbs[name])


def _rules(lang: str, verbs: Mapping[str, str]) -> Iterator[str]:
    yield from _head(lang, "rule", "says", "help", "level")
    for name, rule in RULES.items():
        words = rule["tr"] if lang == "tr" else rule["en"]
        level = WORDS[rule.get("level", "must")][lang]
        yield _row(f"`{name}`", _open(words[0]), _open(words[1]), level)


def _open(words: str) -> str:
    """Return the *words* of a rule with `…` for what is filled in each time."""
    return re.sub(r"`?\{\w+\}`?", "…", words)


TABLES: dict[str, Callable[[str, Mapping[str, str]], Iterator[str]]] = {
    "kinds": _kinds,
    "fields": _fields,
    "states": _states,
    "commands": _commands,
    "rules": _rules,
}


def _head(lang: str, *columns: str) -> Iterator[str]:
    yield _row(*(WORDS[column][lang] for column in columns))
    yield "|" + "---|" * len(columns)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
