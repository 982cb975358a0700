"""The head of a page: what is said about the page itself, apart from what stands on it."""

from dataclasses import dataclass

from plugins.languages.edition import Alternate, Link


@dataclass(frozen=True)
class Switch:
    """Where the language switch leads; *exact* is False where this page is not in that language."""

    lang: str
    url: str
    exact: bool


@dataclass(frozen=True)
class SocialCard:
    """The picture of a page where its link is shared; sizes in pixels."""

    url: str
    absolute_url: str
    alt: str
    width: int
    height: int


@dataclass(frozen=True)
class Head:
    """What the `<head>`, the language switch and the breadcrumbs of a page are made from."""

    url: str
    absolute_url: str
    lang: str
    title: str
    description: str
    alternates: tuple[Alternate, ...] = ()
    switch: tuple[Switch, ...] = ()
    crumbs: tuple[Link, ...] = ()
    """From home to the parent; the page itself is not among them."""
    feeds: tuple[Link, ...] = ()
    """Feeds to announce, the edition's and the section's; the title says which."""
    indexed: bool = True
    """False for pages that search engines are to leave out: hidden, expired, later list pages."""
    card: SocialCard | None = None

    @property
    def x_default(self) -> str | None:
        """Absolute address for readers of neither language: the first language that exists."""
        return self.alternates[0].absolute_url if self.alternates else None
