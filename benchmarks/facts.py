"""What each kind declares beside its text: facts for an invented post, in both languages."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from benchmarks import words

Facts = tuple[dict[str, Any], list[dict[str, Any]]]
"""The shared fields, and those of each language."""


@dataclass(frozen=True)
class Head:
    """What of a post must be known before the others can link to it."""

    kind: str
    folder: str
    day: date
    tags: tuple[str, ...]
    city: words.Pair
    titles: words.Pair

    @property
    def key(self) -> str:
        return f"{self.kind}/{self.folder}"

    def slots(self, number: int) -> list[dict[str, Any]]:
        """Return what fills the slots of a sentence, for each language."""
        topic = words.TOPICS[self.tags[0]]
        return [{"city": self.city[n], "topic": topic[n], "n": number} for n in range(2)]


def facts_of(head: Head, heads: Sequence[Head], chance: random.Random) -> Facts:
    """Return the fields of the post *head*, which may refer to others of *heads*."""
    shared, own = _FACTS[head.kind](head, heads, chance)
    return {"tags": list(head.tags), **shared}, own


def _news(head: Head, _: Sequence[Head], chance: random.Random) -> Facts:
    if chance.random() < 0.7:
        return {}, [{}, {}]
    paper = chance.choice(words.NEWSPAPERS)
    url = f"https://example.org/{head.folder}"
    return {}, [{"source": {"name": paper[n], "url": url}} for n in range(2)]


def _announcement(head: Head, _: Sequence[Head], chance: random.Random) -> Facts:
    deadline = head.day + timedelta(days=chance.randint(10, 40))
    return {"deadline": chance.choice([deadline, f"{deadline} 17:30"])}, [{}, {}]


def _event(head: Head, _: Sequence[Head], chance: random.Random) -> Facts:
    day = head.day + timedelta(days=chance.randint(5, 30))
    place, bodies = chance.choice(words.PLACES), _bodies(head, 2, chance)
    shared: dict[str, Any] = {"starts": f"{day} 18:30", "ends": f"{day} 20:30"}
    if chance.random() < 0.3:
        shared["online_url"] = f"https://example.org/{head.folder}"
    own: list[dict[str, Any]] = [
        {"place": place[n], "organisers": [body[n] for body in bodies]} for n in range(2)
    ]
    if chance.random() < 0.05:
        shared["event_status"] = "cancelled"
        own = [{**fields, "modified": head.day + timedelta(days=2)} for fields in own]
    return shared, own


def _activity(head: Head, heads: Sequence[Head], chance: random.Random) -> Facts:
    shared: dict[str, Any] = {
        "held_on": head.day - timedelta(days=chance.randint(1, 6)),
        "goals": chance.sample(list(words.GOALS), 2),
    }
    if chance.random() < 0.5 and (events := _earlier(head, heads)["events"]):
        shared["event"] = chance.choice(events)
    partners, people = _bodies(head, 3, chance), _bodies(head, 2, chance)
    own = [
        {
            "place": head.city[n],
            "partners": [body[n] for body in partners],
            "participants": [{"name": body[n]} for body in people],
        }
        for n in range(2)
    ]
    return shared, own


def _declaration(head: Head, heads: Sequence[Head], chance: random.Random) -> Facts:
    parties = [(body, chance.choice(["signed", "took_part"])) for body in _bodies(head, 5, chance)]
    decisions = chance.sample(words.DECISIONS, chance.randint(3, 6))
    earlier = _earlier(head, heads)["declarations"]
    cited = chance.sample(earlier, min(2, len(earlier)))
    own = [
        {
            "place": head.city[n],
            "host": parties[0][0][n],
            "parties": [{"name": body[n], "role": role} for body, role in parties],
            "decisions": [decision[n] for decision in decisions],
            "cites": [{"item": folder} for folder in cited],
        }
        for n in range(2)
    ]
    return {"adopted_on": head.day - timedelta(days=1)}, own


def _press(head: Head, _: Sequence[Head], chance: random.Random) -> Facts:
    papers = chance.sample(words.NEWSPAPERS, chance.randint(2, 4))
    pieces = [
        (paper, chance.choice(words.NOTES), chance.choice(["tr", "en", "de"])) for paper in papers
    ]
    slots = head.slots(1)
    own = [
        {
            "items": [
                {
                    "source": paper[n],
                    "date": head.day - timedelta(days=nth),
                    "language": language,
                    "url": f"https://example.org/{head.folder}/{nth}",
                    "note": note[n].format(**slots[n]),
                }
                for nth, (paper, note, language) in enumerate(pieces, 1)
            ]
        }
        for n in range(2)
    ]
    return {}, own


_FACTS: dict[str, Callable[[Head, Sequence[Head], random.Random], Facts]] = {
    "news": _news,
    "announcements": _announcement,
    "events": _event,
    "activities": _activity,
    "declarations": _declaration,
    "press": _press,
}


def _earlier(head: Head, heads: Sequence[Head]) -> dict[str, list[str]]:
    """Return the folders of older posts by kind."""
    folders: dict[str, list[str]] = {kind: [] for kind in _FACTS}
    for other in heads:
        if other.day < head.day:
            folders[other.kind].append(other.folder)
    return folders


def _bodies(head: Head, number: int, chance: random.Random) -> list[words.Pair]:
    cities = chance.sample(words.CITIES, number)
    cities[0] = head.city if head.city not in cities else cities[0]
    bodies = [chance.choice(words.BODIES) for _ in cities]
    return [
        (tr.format(city=city[0]), en.format(city=city[1]))
        for (tr, en), city in zip(bodies, cities, strict=True)
    ]
