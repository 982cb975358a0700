"""The fonts hold every letter that the site needs, whatever city it writes about."""

import html
import re

import pytest
from fontTools.ttLib import TTFont

from tests.conftest import PROJECT

FONTS = PROJECT / "theme" / "static" / "fonts"
TURKISH = "abcçdefgğhıijklmnoöpqrsştuüvwxyzABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZâîûÂÎÛ"
SIGNS = "0123456789.,:;!?’‘“”„–—…·•«»()[]/&@#%*+−×=<>€£$§©°"
CITIES = "Łódź Šibenik Čakovec Niš Győr Plzeň São Málaga Århus Köln Besançon Reykjavík Timișoara"

SYMBOLS = "↩"
"""Signs that the renderer of texts adds; any machine has them."""


@pytest.fixture(name="font", params=["bricolage-text", "bricolage-display"])
def _font(request):
    return TTFont(FONTS / f"{request.param}.woff2")


@pytest.mark.parametrize("letters", [TURKISH, SIGNS, CITIES], ids=["letters", "signs", "cities"])
def test_a_font_holds_the(letters, font):
    assert {c for c in letters if ord(c) not in font.getBestCmap()} - {" "} == set()


def test_a_font_holds_every_character_of_the_site(font, real):
    used = set()
    for path in real.output.rglob("*.html"):
        text = re.sub(r"<[^>]*>", "", path.read_text(encoding="utf-8"))
        used |= set(html.unescape(text)) - set("\n\t" + SYMBOLS)
    assert {c for c in used if ord(c) not in font.getBestCmap()} == set()


def test_no_letters_are_joined(font):
    """The fi of Turkish and the fı of Turkish are two pairs of letters."""
    if "GSUB" in font:
        features = {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}
        assert not features & {"liga", "dlig", "clig", "rlig", "calt"}


def test_the_turkish_letters_are_kerned_as_their_sisters(font):
    cmap = font.getBestCmap()
    for letter, sister in zip("İĞŞğş", "IGSgs", strict=True):
        assert kerning(font, cmap[ord(letter)]) == kerning(font, cmap[ord(sister)])


def kerning(font, glyph):
    """Return where *glyph* stands in the tables of pairs."""
    tables = [t for look in font["GPOS"].table.LookupList.Lookup for t in look.SubTable]
    pairs = [getattr(t, "ExtSubTable", t) for t in tables]
    return [
        (p.ClassDef1.classDefs.get(glyph), p.ClassDef2.classDefs.get(glyph))
        if p.Format == 2
        else {
            r.SecondGlyph
            for first, s in zip(p.Coverage.glyphs, p.PairSet, strict=True)
            if first == glyph
            for r in s.PairValueRecord
            if not r.SecondGlyph.startswith("x.")
        }
        for p in pairs
    ]


def test_the_optical_size_of_titles_stays_free():
    """At one size for all, the dot of a small i would close and read as ı."""
    axes = {
        a.axisTag: (a.minValue, a.maxValue)
        for a in TTFont(FONTS / "bricolage-display.woff2")["fvar"].axes
    }
    assert axes == {"opsz": (20, 96)}
