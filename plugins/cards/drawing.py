"""A card: the title stands on the horizon beside the mast, and its tails hang in the water."""

from functools import cache, lru_cache

from PIL import Image, ImageDraw
from unidecode import unidecode

from plugins.cards.lines import fit
from plugins.cards.look import Look
from plugins.cards.png import Encoder
from plugins.languages.page import CARD_HEIGHT, CARD_WIDTH, Sketch

HORIZON, SEA = 466, 480
"""Where the strip of the horizon begins, and where the water below it does."""

LEFT = 64
TITLE = (860, 350)
"""The place for the title: as wide, and as high above the horizon."""

SIZES = (132, 120, 108, 98, 88, 80, 72, 66, 60, 54, 48, 42)
MAST, TOP = 1002, 206
"""The middle of the mast, and where it ends below its lamp."""

UNKNOWN = "\uffff"

Words = tuple[int, int, str]
"""Where a line begins, on its baseline, and its words."""


class Easel:
    """Draws cards in one *look*."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._png = Encoder()
        self._scene = cache(self._draw_scene)
        # Titles stand once; the label of the last card is often that of the next.
        self._mask = lru_cache(4)(self._draw_mask)
        self._has = cache(self._find)
        self._advance = cache(self._find_advance)

    def draw(self, sketch: Sketch) -> bytes:
        """Return the card of *sketch* as PNG."""
        card = self._scene(sketch.short_name, sketch.name).copy()
        self._label(card, sketch)
        self._hoist(card, sketch)
        self._title(card, sketch.title)
        if sketch.is_off:
            line = (0, HORIZON, CARD_WIDTH, SEA - 1)
            ImageDraw.Draw(card).rectangle(line, fill=self._look.flat("nar"))
        return self._png.encode(card)

    def _draw_scene(self, short_name: str, name: str) -> Image.Image:
        """Return sky and sea, the mast, its lamp and its light, and whose site it is."""
        flat, card = self._look.flat, self._look.sheet((CARD_WIDTH, CARD_HEIGHT))
        pen = ImageDraw.Draw(card)
        pen.rectangle((0, 0, CARD_WIDTH, HORIZON - 1), fill=flat("air"))
        pen.rectangle((0, HORIZON, CARD_WIDTH, SEA - 1), fill=flat("strip"))
        pen.rectangle((0, SEA, CARD_WIDTH, CARD_HEIGHT), fill=flat("ink"))
        pen.rectangle((MAST - 27, TOP, MAST + 26, HORIZON - 1), fill=flat("ink"))
        for n, half in enumerate((27, 22, 18, 14, 10)):
            top = SEA + 16 + n * 23
            light = flat("lamp") if n > 2 else flat("strip")
            pen.rectangle((MAST - half, top, MAST + half - 1, top + 8), fill=light)
        lamp = Image.new("L", (4 * 70, 4 * 70))
        ImageDraw.Draw(lamp).ellipse((0, 0, 4 * 70 - 1, 4 * 70 - 1), fill=255)
        card.paste(lamp.reduce(4).point(self._look.ramp("air", "nar")), (MAST - 35, TOP - 86))
        small, whole = self._known(short_name, "display"), self._known(name, "text")
        x = LEFT + round(self._look.face("display", 60).getlength(small)) + 26
        self._write(card, ("display", 60), "foam", (LEFT, 578, small))
        self._write(card, ("text", 30), "strip", (x, 578, whole))
        return card

    def _label(self, card: Image.Image, sketch: Sketch) -> None:
        """Write the section beside its signal."""
        x = LEFT
        if sketch.hoist:
            flag = self._look.signal(sketch.hoist[0], 44)
            card.paste(flag, (x - 2, 54))
            x += flag.width + 14
        self._write(card, ("text", 34), "ink", (x, 88, self._known(sketch.label, "text")))

    def _hoist(self, card: Image.Image, sketch: Sketch) -> None:
        """Fly the signals on the mast: the kind, and the day in pennants."""
        y = TOP
        for n, name in enumerate(sketch.hoist):
            flag = self._look.signal(name, 40 if n else 52)
            card.paste(flag, (MAST + 42, y - 2))
            y += flag.height + 4

    def _title(self, card: Image.Image, title: str) -> None:
        """Set the title so that it stands on the horizon."""
        width, height = TITLE
        known = self._known(title, "display")
        lines = fit(known, sizes=SIZES, width=width, height=height, measure=self._measure)
        first = HORIZON - lines.leading * (len(lines.lines) - 1)
        words = [(LEFT, first + n * lines.leading, line) for n, line in enumerate(lines.lines)]
        self._write(card, ("display", lines.size), "ink", *words)

    def _measure(self, words: str, size: int) -> float:
        """Return how wide a title is at most: pairs that stand closer are not looked for."""
        return sum(self._advance(letter, size) for letter in words)

    def _find_advance(self, letter: str, size: int) -> float:
        return self._look.face("display", size).getlength(letter)

    def _write(self, card: Image.Image, face: tuple[str, int], ink: str, *lines: Words) -> None:
        """Write *lines*; where ink hangs in the water, it is foam."""
        mask, left, top = self._mask(face, lines)
        wet = "foam" if ink == "ink" else ink
        zones = (
            (0, HORIZON, "air", ink),
            (HORIZON, SEA, "strip", ink),
            (SEA, CARD_HEIGHT, "ink", wet),
        )
        for begins, ends, ground, colour in zones:
            upper, lower = max(begins - top, 0), min(ends - top, mask.height)
            if upper < lower:
                part = mask.crop((0, upper, mask.width, lower))
                card.paste(part.point(self._look.ramp(ground, colour)), (left, top + upper))

    def _draw_mask(
        self, face: tuple[str, int], lines: tuple[Words, ...]
    ) -> tuple[Image.Image, int, int]:
        """Return where *lines* have ink, and the left upper corner of that on the card."""
        font, size = self._look.face(*face), face[1]
        margin, above, below = size // 4, round(size * 1.1), round(size * 0.4)
        left, top = lines[0][0] - margin, lines[0][1] - above
        width = max(round(font.getlength(words)) for _, _, words in lines) + 2 * margin
        mask = Image.new("L", (width, lines[-1][1] + below - top))
        pen = ImageDraw.Draw(mask)
        for x, baseline, words in lines:
            pen.text((x - left, baseline - top), words, fill=255, font=font, anchor="ls")
        return mask, left, top

    def _find(self, letter: str, cut: str) -> bool:
        """Tell whether the face *cut* has *letter*."""
        font = self._look.face(cut, 48)
        missing, found = (font.getmask(sign) for sign in (UNKNOWN, letter))
        return letter.isspace() or missing.size != found.size or bytes(missing) != bytes(found)

    def _known(self, words: str, cut: str) -> str:
        """Return *words* with letters that the face lacks, of other scripts, in ours."""
        return "".join(sign if self._has(sign, cut) else unidecode(sign) for sign in words)
