"""What cards are drawn with, taken from the theme: its colours, its signals, its two faces."""

import re
from functools import cache
from itertools import combinations

from lxml import etree
from PIL import Image, ImageColor, ImageDraw, ImageFont

from plugins.cards.sources import Sources
from plugins.model.problem import NOTHING, Problem, Problems

STEPS = 12
"""Shades between two colours, for edges that are smooth."""

FINE = 4
"""Signals are drawn so many times larger, and then made smaller."""

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;{}]+)")
_VARIABLE = re.compile(r"var\(\s*--([\w-]+)\s*\)")
_STEP = re.compile(r"([MLHVmlhv])([^A-Za-z]*)")
_NUMBER = re.compile(r"-?\d*\.?\d+")

Colour = tuple[int, int, int]
COLOURS = ("air", "ink", "strip", "foam", "nar", "lamp")
"""Tokens of the theme that a card has."""


class Look:
    """The colours as one palette, the signals as small pictures in it, and the faces."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._tokens = _tokens(sources.tokens.read_text(encoding="utf-8"))
        self._signals = _symbols(sources.signals.read_bytes())
        self._ramps = self._palette()
        self.ramp = cache(self._ramp)
        self.face = cache(self._face)
        self.signal = cache(self._signal)

    def colour(self, token: str, *, told: frozenset[str] = frozenset()) -> Colour:
        """Return the colour that *token* stands for by day; those *told* lead to it.

        Raises:
            Problems: there is no such token, or what it says is no colour that Pillow reads.
        """
        value, line = self._tokens.get(token, (NOTHING, 0))
        variable = _VARIABLE.fullmatch(value)
        if variable and token not in told:
            return self.colour(variable[1], told=told | {token})
        try:
            colour = ImageColor.getrgb(value)
        except ValueError:
            colour = (0, 0, 0, 0)
        if len(colour) == 4:  # nothing shines through a card
            path = "/".join(self._sources.tokens.parts[-3:])
            values = {"key": f"--{token}", "found": value}
            raise Problems([Problem(path, line, "card-colour", values)])
        return colour

    def _ramp(self, ground: str, ink: str) -> list[int]:
        """Return for each of 256 strengths of *ink* on *ground* the colour in the palette."""
        if (ground, ink) not in self._ramps:
            return self.ramp(ink, ground)[::-1]
        first = self._ramps[ground, ink]
        return [first + round(strength / 255 * (STEPS - 1)) for strength in range(256)]

    def flat(self, token: str) -> int:
        """Return *token* in the palette."""
        other = next(name for name in COLOURS if name != token)
        return self.ramp(token, other)[0]

    def _face(self, cut: str, size: int) -> ImageFont.FreeTypeFont:
        """Return the face *cut* at *size* pixels: the heavy one with its optical size."""
        face = ImageFont.truetype(str(self._sources.font(cut)), size)
        face.set_variation_by_axes([min(max(size, 20), 96) if cut == "display" else 600])
        return face

    def _signal(self, name: str, height: int) -> Image.Image:
        """Return the signal *name*, in the palette, on the air."""
        width, tall, shapes = self._signals[name]
        scale, rim = height / tall * FINE, 2 * FINE
        size = round(width * scale) + 2 * rim, round(tall * scale) + 2 * rim
        fine = Image.new("RGB", size, self.colour("air"))
        pen = ImageDraw.Draw(fine)
        for fill, points in shapes:
            spots = [(rim + x * scale, rim + y * scale) for x, y in points]
            if fill == "none":
                outline = [*spots, *spots[:2]]
                pen.line(outline, fill=self.colour("fg"), width=2 * FINE, joint="curve")
            else:
                pen.polygon(spots, fill=self.colour(fill))
        small = fine.reduce(FINE)
        return small.quantize(palette=self.sheet((1, 1)), dither=Image.Dither.NONE)

    def sheet(self, size: tuple[int, int]) -> Image.Image:
        """Return an empty picture that has the palette."""
        image = Image.new("P", size)
        image.putpalette(self._colours)
        return image

    def _palette(self) -> dict[tuple[str, str], int]:
        """Fill the palette with every shade between any two colours; return where each begins."""
        ramps, self._colours = {}, list[int]()
        for ground, ink in combinations(COLOURS, 2):
            ramps[ground, ink] = len(self._colours) // 3
            one, other = self.colour(ground), self.colour(ink)
            for step in range(STEPS):
                part = step / (STEPS - 1)
                self._colours += [
                    round(a + (b - a) * part) for a, b in zip(one, other, strict=True)
                ]
        return ramps


def _tokens(css: str) -> dict[str, tuple[str, int]]:
    """Return what *css* says of each name by day, which is first, and the line where it does."""
    bare = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    tokens: dict[str, tuple[str, int]] = {}
    for found in _TOKEN.finditer(bare):
        line = bare.count("\n", 0, found.start()) + 1
        tokens.setdefault(found[1], (found[2].strip(), line))
    return tokens


Shape = tuple[str, list[tuple[float, float]]]


def _symbols(svg: bytes) -> dict[str, tuple[float, float, list[Shape]]]:
    """Return the symbols of *svg* by id: width, height, and polygons with the token of each."""
    symbols = {}
    for symbol in etree.fromstring(svg).iter("{*}symbol"):
        width, height = map(float, symbol.get("viewBox", "").split()[2:])
        shapes: list[Shape] = []
        for shape in symbol:
            fill = (shape.get("fill") or "none").removeprefix("var(--").removesuffix(")")
            if shape.tag.endswith("circle"):
                shapes.append((fill, _circle(*(float(shape.get(n, 0)) for n in ("cx", "cy", "r")))))
            else:
                shapes += [(fill, points) for points in _polygons(shape.get("d", ""))]
        symbols[symbol.get("id", "")] = width, height, shapes
    return symbols


def _circle(x: float, y: float, radius: float) -> list[tuple[float, float]]:
    turns = [complex(-1) ** (n / 32) for n in range(64)]
    return [(x + radius * turn.real, y + radius * turn.imag) for turn in turns]


def _polygons(path: str) -> list[list[tuple[float, float]]]:
    """Return the corners of each part of *path*, which has straight lines alone."""
    polygons: list[list[tuple[float, float]]] = []
    x = y = 0.0
    for command, written in _STEP.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(written)]
        if command in "Mm":
            polygons.append([])
        size = 1 if command in "HhVv" else 2
        for n in range(0, len(numbers), size):
            across, down = _move(command, numbers[n : n + size])
            x = across if command.isupper() and across is not None else x + (across or 0)
            y = down if command.isupper() and down is not None else y + (down or 0)
            polygons[-1].append((x, y))
    return polygons


def _move(command: str, numbers: list[float]) -> tuple[float | None, float | None]:
    """Return how far *command* goes across and down; None where it does not move at all."""
    if command in "Hh":
        return numbers[0], None
    return (None, numbers[0]) if command in "Vv" else (numbers[0], numbers[1])
