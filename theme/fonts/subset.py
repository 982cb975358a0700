"""Makes the fonts of the theme anew: `python subset.py FOLDER`, FOLDER holding the font's package.

The package is npm's @fontsource-variable/bricolage-grotesque, unpacked. Needs fonttools and brotli,
which the site itself does not need: install them elsewhere. See docs/theme.md, "Fonts".
"""

import copy
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fontTools.varLib.hvar import add_HVAR

OUT = Path(__file__).parent.parent / "static" / "fonts"

LATIN = "".join(map(chr, [*range(0x20, 0x7F), *range(0xC0, 0x100)])) + "ıŒœ"
SIGNS = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}–—‘’‚“”„…•·‹›«»§©®°±²³½€£™−↑↓¡¿ªº"
TURKISH = {"İ": "I", "Ğ": "G", "ğ": "g", "Ş": "S", "ş": "s"}
EUROPEAN = {"Č": "C", "č": "c", "Ć": "C", "ć": "c", "Š": "S", "š": "s", "Ž": "Z", "ž": "z"}
EUROPEAN |= {"ł": "l", "Ł": "L", "ń": "n", "ś": "s", "ź": "z", "ż": "z", "ő": "o", "ű": "u"}
EUROPEAN |= {
    "ř": "r",
    "ě": "e",
    "ă": "a",
    "ț": "t",
    "ș": "s",
    "Ș": "S",
    "ė": "e",
    "ū": "u",
    "ň": "n",
    "ą": "a",
    "ę": "e",
    "đ": "d",
    "ů": "u",
}
"""Letters that the first file lacks, each with the letter whose kerning it takes."""

LEAST_KERNING = 6
"""Thousandths of the size: less than a tenth of a pixel in the text."""

FACES = {
    "bricolage-text": {"opsz": 16, "wdth": 100, "wght": (400, 700)},
    "bricolage-display": {"opsz": (20, 96), "wdth": 83, "wght": 740},
}


def make(name: str, limits: dict, folder: Path, more: dict[str, str]) -> int:
    """Write the face *name* and return its size in bytes."""
    part = folder / "files" / "bricolage-grotesque-{}-standard-normal.woff2"
    font = _instance(str(part).format("latin"), limits)
    extra = _instance(str(part).format("latin-ext"), limits)
    for letter, base in more.items():
        _take(font, extra, ord(letter))
        _kern_like(font, base, letter)
    options = subset.Options()
    options.layout_features = ["kern", "tnum"]
    options.name_IDs, options.notdef_outline, options.hinting = [0, 1, 2, 5, 13, 14], True, False
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=LATIN + SIGNS + "".join(more))
    subsetter.subset(font)
    _thin_out(font)
    add_HVAR(font)
    font.flavor = "woff2"
    path = OUT / f"{name}.woff2"
    font.save(path)
    return path.stat().st_size


def _instance(path: str, limits: dict) -> TTFont:
    font = TTFont(path)
    font["name"].names = [n for n in font["name"].names if n.nameID not in (16, 17, 25)]
    for tag in ("STAT", "HVAR"):  # HVAR is written anew when all glyphs are there
        if tag in font:
            del font[tag]
    return instancer.instantiateVariableFont(font, limits)


def _take(font: TTFont, extra: TTFont, code: int) -> None:
    """Copy the glyph of *code*, and those that it is put together from, into *font*."""
    name = extra.getBestCmap()[code]
    _copy_glyph(font, extra, name, f"x.{name}")
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = f"x.{name}"


def _copy_glyph(font: TTFont, extra: TTFont, name: str, new: str) -> None:
    if new in font.getGlyphOrder():
        return
    glyph = copy.deepcopy(extra["glyf"][name])
    if glyph.isComposite():
        for part in glyph.components:
            _copy_glyph(font, extra, part.glyphName, f"x.{part.glyphName}")
            part.glyphName = f"x.{part.glyphName}"
    font.setGlyphOrder([*font.getGlyphOrder(), new])
    font["glyf"].glyphs[new] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"].metrics[new] = extra["hmtx"].metrics[name]
    font["gvar"].variations[new] = copy.deepcopy(extra["gvar"].variations.get(name, []))
    font["maxp"].numGlyphs = len(font.getGlyphOrder())


def _kern_like(font: TTFont, base: str, letter: str) -> None:
    """Let *letter* have the kerning of *base*."""
    like, new = (font.getBestCmap()[ord(c)] for c in (base, letter))
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = getattr(table, "ExtSubTable", table)
            if pairs.LookupType != 2:
                continue
            if like in pairs.Coverage.glyphs and new not in pairs.Coverage.glyphs:
                pairs.Coverage.glyphs.append(new)
                if pairs.Format == 1:
                    pairs.PairSet.append(
                        copy.deepcopy(pairs.PairSet[pairs.Coverage.glyphs.index(like)])
                    )
            if pairs.Format == 2:
                for classes in (pairs.ClassDef1.classDefs, pairs.ClassDef2.classDefs):
                    if like in classes:
                        classes[new] = classes[like]
            else:
                for pair_set in pairs.PairSet:
                    for record in [r for r in pair_set.PairValueRecord if r.SecondGlyph == like]:
                        twin = copy.deepcopy(record)
                        twin.SecondGlyph = new
                        pair_set.PairValueRecord.append(twin)
                    pair_set.PairValueRecord.sort(key=lambda r: font.getGlyphID(r.SecondGlyph))
                    pair_set.PairValueCount = len(pair_set.PairValueRecord)


def _thin_out(font: TTFont) -> None:
    """Drop the kerning that nobody can see: it is half of the file."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            pairs = getattr(table, "ExtSubTable", table)
            if pairs.Format == 1:
                for pair_set in pairs.PairSet:
                    for record in pair_set.PairValueRecord:
                        _round(record.Value1)
            else:
                for first in pairs.Class1Record:
                    for second in first.Class2Record:
                        _round(second.Value1)


def _round(value) -> None:
    if hasattr(value, "XAdvDevice"):
        del value.XAdvDevice
    if abs(value.XAdvance) < LEAST_KERNING:
        value.XAdvance = 0


if __name__ == "__main__":
    for face, axes in FACES.items():
        print(face, make(face, axes, Path(sys.argv[1]), TURKISH | EUROPEAN))
