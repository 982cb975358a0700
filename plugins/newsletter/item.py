"""An e-mail as it lies in the outbox: what the build writes and the push reads."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from typing import Any

VERSION = 2
HTML, TEXT = "email.html", "email.txt"


@dataclass(frozen=True)
class LeftOut:
    """What is not in the outbox, though its readers may not have got it, and why."""

    key: str
    lang: str
    date: date
    title: str
    reason: str
    """`too-old`, or `stale`: a translation of what its original no longer says."""


@dataclass(frozen=True)
class PushItem:
    """One document in one language, for all subscribers of that language, once."""

    key: str
    """Kind and folder, `news/2026-11-06-kongre`: with the language its identity for ever."""
    lang: str
    kind: str
    date: date
    title: str
    subject: str
    preheader: str
    page_url: str
    """Absolute, at the public host."""
    page_fingerprint: str
    """SHA-256 of the page as built."""
    html: str
    text: str
    carries: tuple[str, ...] = ()
    """The keys of what an issue carries to its readers."""

    @property
    def name(self) -> str:
        """Name of its folder in the outbox."""
        return f"{self.key.replace('/', '--')}.{self.lang}"

    @property
    def fingerprint(self) -> str:
        """A name of everything that a subscriber sees of it."""
        seen = [self.subject, self.preheader, self.html, self.text]
        return hashlib.sha256(json.dumps(seen, ensure_ascii=False).encode()).hexdigest()[:12]

    @property
    def sizes(self) -> dict[str, int]:
        """Bytes of each part."""
        return {"html": len(self.html.encode()), "text": len(self.text.encode())}

    def manifest(self) -> dict[str, Any]:
        """Return what `manifest.json` says."""
        return {
            "version": VERSION,
            "key": self.key,
            "lang": self.lang,
            "kind": self.kind,
            "date": self.date.isoformat(),
            "title": self.title,
            "subject": self.subject,
            "preheader": self.preheader,
            "page_url": self.page_url,
            "page_fingerprint": self.page_fingerprint,
            "carries": list(self.carries),
            "html": HTML,
            "text": TEXT,
            "fingerprint": self.fingerprint,
            "sizes": self.sizes,
        }
