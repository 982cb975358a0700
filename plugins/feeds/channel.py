"""What a feed tells, whatever its format."""

from dataclasses import dataclass
from datetime import datetime

from plugins.languages.item import Attachment


@dataclass(frozen=True)
class Entry:
    """An item as a feed tells it; all addresses are absolute."""

    id: str
    url: str
    title: str
    summary: str
    content: str
    published: datetime
    day: str
    """The day of publication in the words of the language."""
    updated: datetime
    tags: dict[str, str]
    """Names of the tags by key."""
    cover: Attachment | None
    files: tuple[Attachment, ...]

    @property
    def enclosures(self) -> tuple[Attachment, ...]:
        """The cover, if there is one, and the files."""
        return ((self.cover,) if self.cover else ()) + self.files


@dataclass(frozen=True)
class Channel:
    """What a feed says about itself; all addresses are absolute."""

    id: str
    lang: str
    title: str
    description: str
    help: str
    """How one subscribes, in one sentence, for whoever opens the feed in a browser."""
    author: str
    page: str
    addresses: dict[str, str]
    """Where the feed itself stands, by format."""
    since: datetime
    """What an empty feed gives as its last change."""
