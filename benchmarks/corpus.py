"""Invented posts in two languages, the same bytes from the same seed: no clock, no order by chance.

`benchmarks.layouts` writes them for each generator that is measured.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count
from typing import Any

from benchmarks import words
from benchmarks.facts import Head, facts_of
from plugins.model.slugs import slugify

LANGUAGES = ("tr", "en")

SHARES = {
    "news": 0.35,
    "announcements": 0.20,
    "events": 0.15,
    "activities": 0.15,
    "declarations": 0.05,
    "press": 0.10,
}
"""How the posts are spread over the kinds."""

FIRST_DAY = date(2015, 1, 1)
DAYS = 3653  # ten years, all of them past: nothing waits, so the day of the build does not matter
TAGS_PER_POST = (2, 3, 4)
PARTNERS = 8


@dataclass(frozen=True)
class Text:
    """An item in one language; a link to a post stands in *body* as `](kind/folder)`."""

    title: str
    slug: str
    summary: str
    body: str
    fields: dict[str, Any] = field(default_factory=dict)
    """What the kind declares beside; shared fields stand in the Turkish text."""


@dataclass(frozen=True)
class Post:
    """A dated item in both languages."""

    kind: str
    folder: str
    day: date
    tags: tuple[str, ...]
    texts: dict[str, Text]

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.folder}"


@dataclass(frozen=True)
class Corpus:
    """All that a site is made of: the posts by day, the undated items by folder."""

    posts: tuple[Post, ...]
    pages: dict[str, dict[str, Text]]
    partners: dict[str, dict[str, Text]]
    topics: Mapping[str, words.Pair]
    """What the tags are called in each language."""


def invent(posts: int, *, seed: int = 1) -> Corpus:
    """Return *posts* posts, each in both languages, with pages and partners beside them."""
    chance = random.Random(seed)
    heads = _heads(posts, chance)
    return Corpus(
        posts=tuple(_post(head, heads, chance) for head in heads),
        pages={folder: _page(folder, nth, chance) for nth, folder in enumerate(words.PAGES)},
        partners=dict(_partner(nth, chance) for nth in range(PARTNERS)),
        topics=words.TOPICS,
    )


def one_more(corpus: Corpus, nth: int) -> Corpus:
    """Return what is new when *corpus* gets one post more for the *nth* time, under a new tag."""
    like = max((post for post in corpus.posts if post.kind == "news"), key=lambda post: post.day)
    names = {f"new-{n}": words.at(words.NEW_TOPIC, n) for n in range(1, nth + 1)}
    tags = (f"new-{nth}", *like.tags[1:])
    texts = {}
    for n, lang in enumerate(LANGUAGES):
        text = like.texts[lang]
        title = words.at(words.NEW_TITLE, nth)[n]
        fields = {**text.fields, "tags": list(tags)} if "tags" in text.fields else text.fields
        texts[lang] = replace(text, title=title, slug=slugify(title), fields=fields)
    folder = f"{like.day}-{texts[LANGUAGES[0]].slug}"
    post = replace(like, folder=folder, tags=tags, texts=texts)
    return Corpus((post,), {}, {}, {**corpus.topics, **names})


# ── posts ───────────────────────────────────────────────────────────────────────────────────


def _heads(posts: int, chance: random.Random) -> list[Head]:
    taken: set[str] = set()
    heads = []
    for kind in _kinds(posts, chance):
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        tags = tuple(chance.sample(list(words.TOPICS), chance.choice(TAGS_PER_POST)))
        city, template = chance.choice(words.CITIES), chance.choice(words.TITLES[kind])
        topic = words.TOPICS[tags[0]]
        plain = tuple(template[n].format(city=city[n], topic=topic[n]) for n in range(2))
        titles = _free(kind, plain, taken)
        folder = f"{day}-{slugify(titles[0])}"
        heads.append(Head(kind, folder, day, tags, city, titles))
    return sorted(heads, key=lambda head: (head.day, head.key))


def _kinds(posts: int, chance: random.Random) -> list[str]:
    kinds = [kind for kind, share in SHARES.items() for _ in range(round(posts * share))]
    kinds = (kinds + ["news"] * posts)[:posts]  # rounding may leave some too few or too many
    chance.shuffle(kinds)
    return kinds


def _free(kind: str, plain: Sequence[str], taken: set[str]) -> words.Pair:
    """Return the titles, numbered where another item of *kind* has such an address already."""
    for part in count(1):
        tr, en = plain
        if part > 1:
            tr = words.AGAIN[0].format(title=tr, count=part)
            en = words.AGAIN[1].format(title=en, count=part)
        addresses = {f"tr/{kind}/{slugify(tr)}", f"en/{kind}/{slugify(en)}"}
        if not addresses & taken:
            taken |= addresses
            return tr, en
    raise AssertionError


def _post(head: Head, heads: Sequence[Head], chance: random.Random) -> Post:
    shared, own = facts_of(head, heads, chance)
    summary = chance.choice(words.SUMMARIES)
    slots = head.slots(chance.randint(3, 40))
    links = [other.key for other in chance.sample(heads, min(4, len(heads))) if other != head][:3]
    bodies = _bodies(slots, links, chance)
    texts = {
        lang: Text(
            head.titles[n],
            slugify(head.titles[n]),
            summary[n].format(**slots[n]),
            bodies[n],
            {**shared, **own[n]} if n == 0 else own[n],
        )
        for n, lang in enumerate(LANGUAGES)
    }
    return Post(head.kind, head.folder, head.day, head.tags, texts)


# ── the text ────────────────────────────────────────────────────────────────────────────────

Block = tuple[str, str]
"""A paragraph, heading, list or table, in both languages."""


def _bodies(slots: list[dict[str, Any]], links: Sequence[str], chance: random.Random) -> Block:
    """Return the same text in both languages: 150 to 400 words with headings and a list."""
    length = chance.randint(150, 215)  # in Turkish words; English takes about half as many again
    headings = chance.sample(words.HEADINGS, 4)
    sentences = chance.sample(words.SENTENCES, len(words.SENTENCES))
    if not links:
        sentences = [pair for pair in sentences if "{link}" not in pair[0]]
    extras = [_list(chance)] + ([_table(chance)] if chance.random() < 0.3 else [])
    blocks = [_paragraph(sentences, slots, links, chance)]
    while sentences and _length([*blocks, *extras]) < length:
        if headings and len(blocks) % 3 == 1:
            blocks.append(_heading(headings.pop()))
        elif extras and len(blocks) % 3 == 0:
            blocks.append(extras.pop())
        else:
            blocks.append(_paragraph(sentences, slots, links, chance))
    blocks += extras
    blocks.append((words.LAST_SENTENCE[0].format(count=1), words.LAST_SENTENCE[1].format(count=1)))
    return _both(blocks, between="\n\n")


def _length(blocks: Sequence[Block]) -> int:
    return sum(len(tr.split()) for tr, _ in blocks)


def _both(blocks: Sequence[Block], *, between: str) -> Block:
    return between.join(tr for tr, _ in blocks), between.join(en for _, en in blocks)


def _heading(words_of_it: words.Pair) -> Block:
    return f"## {words_of_it[0]}", f"## {words_of_it[1]}"


def _paragraph(
    sentences: list[words.Pair],
    slots: list[dict[str, Any]],
    links: Sequence[str],
    chance: random.Random,
) -> Block:
    """Return a paragraph that uses up some of *sentences*: one a line, as editors write them."""
    chosen = [sentences.pop() for _ in range(min(len(sentences), chance.randint(2, 4)))]
    extra = {"year": chance.randint(2008, 2014), "link": chance.choice(links) if links else ""}
    filled = [(tr.format(**slots[0], **extra), en.format(**slots[1], **extra)) for tr, en in chosen]
    return _both(filled, between="\n")


def _list(chance: random.Random) -> Block:
    items = [(f"- {tr}", f"- {en}") for tr, en in chance.sample(words.ITEMS, chance.randint(3, 5))]
    return _both([words.LIST_INTRODUCTION, _both(items, between="\n")], between="\n\n")


def _table(chance: random.Random) -> Block:
    def row(*cells: words.Pair) -> Block:
        tr, en = _both(cells, between=" | ")
        return f"| {tr} |", f"| {en} |"

    rows = [row(*words.COLUMNS), ("|---|---|---|", "|---|---|---|")]
    for name in chance.sample(words.ROWS, 3):
        before, after = str(chance.randint(5, 60)), str(chance.randint(20, 90))
        rows.append(row(name, (before, before), (after, after)))
    return _both(rows, between="\n")


# ── pages and partners ──────────────────────────────────────────────────────────────────────


def _page(folder: str, nth: int, chance: random.Random) -> dict[str, Text]:
    fields: list[dict[str, Any]] = [{"order": nth + 1}, {}]
    if folder in ("goals", "contact"):
        fields[0]["template"] = folder
    if folder == "goals":
        for n in range(2):
            fields[n]["goals"] = [
                {"id": goal, "title": title[n], "text": f"{title[n]}."}
                for goal, title in words.GOALS.items()
            ]
    return _undated(words.PAGES[folder], nth, fields, chance)


def _partner(nth: int, chance: random.Random) -> tuple[str, dict[str, Text]]:
    city, (tr, en) = words.CITIES[nth], words.BODIES[nth % len(words.BODIES)]
    names = tr.format(city=city[0]), en.format(city=city[1])
    facts = {
        "date": FIRST_DAY + timedelta(days=nth),
        "relation": ("sister_city", "network", "institution", "funder")[nth % 4],
        "since": 2000 + nth,
        "website": "https://example.org/",
        "names": dict(zip(LANGUAGES, names, strict=True)),
    }
    return slugify(names[0]), _undated(names, nth, [facts, {}], chance)


def _undated(
    titles: words.Pair, nth: int, fields: list[dict[str, Any]], chance: random.Random
) -> dict[str, Text]:
    city, topic = words.CITIES[nth], list(words.TOPICS.values())[nth]
    slots = [{"city": city[n], "topic": topic[n], "n": nth + 3} for n in range(2)]
    bodies = _bodies(slots, [], chance)
    summary = words.SUMMARIES[0]
    return {
        lang: Text(
            titles[n], slugify(titles[n]), summary[n].format(**slots[n]), bodies[n], fields[n]
        )
        for n, lang in enumerate(LANGUAGES)
    }
