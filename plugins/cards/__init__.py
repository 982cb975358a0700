"""Social cards: the picture of a page where somebody shares its address, 1200 × 630.

A page names its card by what stands on it, so pages that would show the same share one, and a
card that is not known yet is the only one that is drawn.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.cards.sources import Sources
from plugins.generator import Generator, Room
from plugins.languages.addresses import CARDS
from plugins.languages.page import CARD_HEIGHT, CARD_WIDTH, Heads, Sketch, SocialCard
from plugins.model.memo import Record, code_version, digest
from plugins.model.problem import Problem, Problems
from plugins.writer import Lot, Made, SiteWriter

if TYPE_CHECKING:
    from plugins.cards.drawing import Easel

NAME = 16
"""Letters of the digest in the address of a card."""


class Cards:
    """The cards of a site that stands at *site_url* and looks like *theme*."""

    def __init__(self, theme: Path, site_url: str) -> None:
        self.version = Sources(theme).version()
        self._site_url = site_url

    def card(self, sketch: Sketch, alt: str) -> SocialCard:
        """Return the card that shows *sketch*, and is described by *alt*.

        Its address names what stands on it and what the theme gives to it.
        """
        name = digest(self.version, repr(sketch).encode())[:NAME]
        url = f"/{CARDS}/{name}.png"
        return SocialCard(url, self._site_url + url, alt, CARD_WIDTH, CARD_HEIGHT, sketch)


class CardsGenerator(Generator):
    """Draws the card of every page."""

    def generate_output(self, writer: SiteWriter) -> None:
        from PIL import features  # noqa: PLC0415  slow to load; pages want to know addresses alone

        heads: Heads = self.context["heads"]
        easel = Lazy(Path(self.theme))
        # Pillow sets pairs of letters closer where the machine has what Raqm needs.
        drawn = repr((CARD_WIDTH, CARD_HEIGHT, features.check("raqm")))
        code = code_version(Path(__file__).parent) + drawn.encode()

        def pieces() -> list[Made]:
            cards = {
                head.card.url: head.card.sketch
                for head, _ in heads.told()
                if head.card and head.card.sketch
            }
            return [
                Made((url,), "cards", digest(code, url.encode()), partial(easel.draw, sketch))
                for url, sketch in sorted(cards.items(), key=_alike)
            ]

        lot = Lot(digest(code, heads.version.encode()), pieces)
        record = Record(Path(self.settings["MEMO_PATH"]) / "cards.json")
        writer.write_made([], lot=lot, record=record)


def _alike(card: tuple[str, Sketch]) -> tuple[object, ...]:
    """Sort cards that share more than their frame one after the other: it is still known then."""
    url, sketch = card
    return sketch.label, sketch.hoist, url


class Lazy:
    """An easel that is set up when the first card is drawn: mostly none is."""

    def __init__(self, theme: Path) -> None:
        self._theme = theme
        self._easel: Easel | None = None

    def draw(self, sketch: Sketch) -> list[bytes]:
        """Return the card of *sketch*.

        Raises:
            Problems: a font, the signals or the colours of the theme are not what they should be.
        """
        try:
            self._easel = self._easel or _easel(self._theme)
            return [self._easel.draw(sketch)]
        except (OSError, SyntaxError, KeyError, ValueError) as error:
            values = {"found": sketch.title, "reason": f"{type(error).__name__}: {error}"}
            problem = Problem(self._theme.name, 0, "broken-template", values)
            raise Problems([problem]) from error


def _easel(theme: Path) -> "Easel":
    from plugins.cards.drawing import Easel  # noqa: PLC0415  slow to load, and rarely needed
    from plugins.cards.look import Look  # noqa: PLC0415  as above

    return Easel(Look(Sources(theme)))


register = Room(CardsGenerator)
