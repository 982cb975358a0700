"""The mark of the site on screens, in tabs and in bookmarks."""

import json
import re
from importlib.util import module_from_spec, spec_from_file_location

import pytest
from PIL import Image, ImageChops

from tests.conftest import PROJECT

ICONS = PROJECT / "theme" / "static" / "icons"


@pytest.fixture(name="draw", scope="module")
def _draw():
    """The script that draws the icons."""
    spec = spec_from_file_location("draw", PROJECT / "theme" / "icons" / "draw.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_icons_are_drawn_from_the_favicon(draw):
    assert {path.name for path in ICONS.iterdir()} == set(draw.ICONS)
    for name, (size, height, background) in draw.ICONS.items():
        with Image.open(ICONS / name) as file:
            icon = file.convert("RGBA")
        difference = ImageChops.difference(draw.draw(size, height, background), icon)
        assert icon.size == (size, size)
        assert max(high for _, high in difference.getextrema()) <= 2, name  # of 255


def test_a_mask_cuts_nothing_off(draw):
    """What lies outside of the middle 80 % may go (W3C, Web Application Manifest)."""
    size, height, background = draw.ICONS["maskable-192.png"]
    icon = draw.draw(size, height, background)
    for x in range(size):
        for y in range(size):
            if (x - size / 2) ** 2 + (y - size / 2) ** 2 > (0.4 * size) ** 2:
                assert icon.getpixel((x, y)) == (0xF6, 0xF9, 0xF7, 0xFF)


def test_the_favicon_lies_where_programs_look_that_read_no_page(built):
    assert (built.output / "favicon.ico").read_bytes() == (ICONS / "favicon.ico").read_bytes()


@pytest.mark.parametrize(("home", "lang"), [("/", "tr"), ("/en/", "en")])
def test_each_edition_can_be_kept_on_a_screen(built, home, lang):
    assert f'<link rel="manifest" href="{home}site.webmanifest">' in built.page(home)
    manifest = json.loads(built.page(f"{home}site.webmanifest"))
    assert manifest["name"] == built.result.site.editions[lang].association["name"]
    assert (manifest["lang"], manifest["start_url"], manifest["scope"]) == (lang, home, home)
    for icon in manifest["icons"]:
        path = built.output / icon["src"][1:]
        assert path.is_file()
        if icon["type"] == "image/png":
            with Image.open(path) as file:
                assert f"{file.width}x{file.height}" == icon["sizes"]


def test_every_file_that_the_head_names_is_there(built):
    page = built.page("/")
    named = re.findall(r'<link rel="(?:icon|apple-touch-icon|stylesheet)" href="([^"]+)"', page)
    assert len(named) == 4
    assert all((built.output / url[1:]).is_file() for url in named)


def test_the_colours_around_the_page_are_those_of_its_sky(built):
    tokens = (PROJECT / "theme" / "css" / "tokens.css").read_text(encoding="utf-8")
    day, night, _ = re.findall(r"--air: (#\w+)", tokens)
    colours = re.findall(r'name="theme-color" content="(#\w+)"', built.page("/"))
    assert colours == [day, night]
    manifest = json.loads(built.page("/site.webmanifest"))
    assert (manifest["theme_color"], manifest["background_color"]) == (day, day)
