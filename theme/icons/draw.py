"""Draws the icons of the theme anew from its favicon: `python theme/icons/draw.py`.

They lie in the repository as they are published; a test holds them to what is drawn here. Another
association changes `favicon.svg` (one upright and one disc) and runs this; see docs/theme.md.
"""

import re
from pathlib import Path

from PIL import Image, ImageDraw

STATIC = Path(__file__).resolve().parent.parent / "static"
FAVICON = STATIC / "favicon.svg"
OUT = STATIC / "icons"

SKY = "#f6f9f7"
FINER = 8
"""Drawn so many times larger, then made small: edges come out soft."""

ICONS = {  # file: size in pixels, height of the mark as a part of it, background
    "favicon.ico": (32, 31 / 32, None),
    "apple-touch-icon.png": (180, 0.66, SKY),
    "icon-192.png": (192, 31 / 32, None),
    "icon-512.png": (512, 31 / 32, None),
    # A mask may cut off what lies outside of the middle 80 % (W3C, Web Application Manifest).
    "maskable-192.png": (192, 0.64, SKY),
    "maskable-512.png": (512, 0.64, SKY),
}

UPRIGHT = re.compile(r'fill="(#\w+)" d="M(\d+) (\d+)h(\d+)v(\d+)h-\d+z"')
DISC = re.compile(r'cx="(\d+)" cy="(\d+)" r="(\d+)" fill="(#\w+)"')


def draw(size: int, height: float, background: str | None) -> Image.Image:
    """Return the mark, *height* of *size* pixels high, in the middle of a square."""
    svg = FAVICON.read_text(encoding="utf-8")
    ink, *upright = UPRIGHT.search(svg).groups()
    *disc, lamp = DISC.search(svg).groups()
    (x, y, width, depth), (cx, cy, r) = map(int, upright), map(int, disc)
    top, bottom = cy - r, y + depth
    large = size * FINER
    scale = large * height / (bottom - top)

    def place(left, above, right, below):
        """Return a box of the favicon in pixels."""
        middle = (top + bottom) / 2
        across = [large / 2 + (value - cx) * scale for value in (left, right)]
        down = [large / 2 + (value - middle) * scale for value in (above, below)]
        return across[0], down[0], across[1] - 1, down[1] - 1

    picture = Image.new("RGBA", (large, large), background or (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.rectangle(place(x, y, x + width, y + depth), fill=ink)
    pen.ellipse(place(cx - r, cy - r, cx + r, cy + r), fill=lamp)
    return picture.resize((size, size), Image.Resampling.BOX)


if __name__ == "__main__":
    OUT.mkdir(exist_ok=True)
    for name, (size, height, background) in ICONS.items():
        icon = draw(size, height, background)
        if background:
            icon = icon.convert("RGB")
        icon.save(OUT / name, optimize=True)
