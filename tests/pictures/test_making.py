"""What becomes of a picture, of whatever sort it is."""

import io

import pytest
from PIL import Image

from plugins.pictures.making.make import make
from plugins.pictures.making.recipe import BadPicture
from tests.pictures import pictures as some
from tests.pictures.pictures import RECIPE, photo, saved

SECRETS = (b"SecretCamera", b"Ad Soyad", b"SecretComment", b"Exif", b"ICC_PROFILE", b"iCCP")


def opened(one):
    image = Image.open(io.BytesIO(one.data))
    image.load()
    return image


def everything(files):
    still = [files.still] if files.still else []
    return [one for files_ in files.formats for one in files_] + [files.fallback, *still]


def test_a_photograph_has_each_width_in_two_formats_and_one_for_everything():
    files = make(saved(photo(), "JPEG"), "a.jpg", RECIPE)
    assert {(one.ending, one.width) for formats in files.formats for one in formats} == {
        (ending, width) for ending in ("avif", "webp") for width in (20, 40, 60)
    }
    assert (files.fallback.ending, files.fallback.width, files.fallback.height) == ("jpg", 40, 27)
    for one in everything(files):
        assert opened(one).size == (one.width, one.height)


def test_the_lightest_format_comes_first():
    for data, name in ((saved(photo(), "JPEG"), "a.jpg"), (some.palette_with_hole(), "a.png")):
        weights = [sum(len(one.data) for one in f) for f in make(data, name, RECIPE).formats]
        assert weights == sorted(weights)


@pytest.mark.parametrize(
    ("width", "widths"), [(60, [20, 40, 60]), (50, [20, 40, 50]), (20, [20]), (7, [7]), (1, [1])]
)
def test_no_picture_is_made_larger_than_it_is(width, widths):
    files = make(saved(photo(width, 30), "PNG"), "a.png", RECIPE)
    for formats in files.formats:
        assert [one.width for one in formats] == widths
    assert files.fallback.width == max(w for w in [*widths, 1] if w <= 40)


def test_where_and_by_whom_it_was_taken_is_gone():
    data = some.with_place()
    assert all(secret in data for secret in SECRETS[:4])
    for one in everything(make(data, "a.jpg", RECIPE)):
        assert not any(secret in one.data for secret in SECRETS)
        assert not opened(one).getexif()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright_before_it_forgets_how_it_was_held(orientation):
    upright = Image.new("RGB", (60, 40), "white")
    upright.paste((255, 0, 0), (0, 0, 30, 20))  # red above, to the left
    held = {
        1: None,
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }[orientation]
    image = upright if held is None else upright.transpose(held)
    fallback = opened(make(some.with_place(image, orientation), "a.jpg", RECIPE).fallback)
    assert fallback.size == (40, 27)
    red, white = (fallback.convert("RGB").getpixel(at) for at in ((8, 6), (33, 22)))
    assert red[1] < 60
    assert white[1] > 200


def test_a_profile_becomes_colours():
    image = photo().point(lambda value: value // 2)
    plain = opened(make(saved(image, "JPEG"), "a.jpg", RECIPE).fallback).getpixel((35, 5))
    profile = some.swapped_profile()
    swapped = opened(
        make(saved(image, "JPEG", icc_profile=profile), "a.jpg", RECIPE).fallback
    ).getpixel((35, 5))
    assert abs(plain[0] - swapped[1]) < 12
    assert abs(plain[1] - swapped[0]) < 12
    assert plain[1] - plain[0] > 20


def test_a_damaged_profile_is_passed_over():
    data = saved(photo(), "JPEG", icc_profile=b"no profile at all")
    assert make(data, "a.jpg", RECIPE).fallback.width == 40


@pytest.mark.parametrize(
    ("data", "name", "where", "colour"),
    [
        (saved(Image.new("CMYK", (30, 30), (0, 255, 255, 0)), "JPEG"), "a.jpg", 0, (255, 0, 0)),
        (some.grey_16(), "a.png", 0, (128, 128, 128)),
        (some.palette_with_hole(), "a.png", 5, (0, 0, 0, 0)),
        (some.palette_with_hole(), "a.png", 25, (255, 0, 0, 255)),
        (saved(Image.new("1", (9, 9), 1), "PNG"), "a.png", 0, (255, 255, 255)),
        (saved(Image.new("L", (9, 9), 90), "GIF"), "a.gif", 0, (90, 90, 90)),
        (saved(Image.new("LA", (9, 9), (90, 0)), "PNG"), "a.png", 0, (90, 90, 90, 0)),
        (saved(Image.new("RGBA", (9, 9), (9, 8, 7, 255)), "PNG"), "a.png", 0, (9, 8, 7)),
        (saved(Image.new("RGB", (1, 1), "blue"), "WEBP", lossless=True), "A.WEBP", 0, (0, 0, 255)),
    ],
    ids="cmyk 16-bit hole palette bits gif grey opaque pixel".split(),
)
def test_colours_of_every_sort_stay_what_they_are(data, name, where, colour):
    files = make(data, name, RECIPE)
    for one in (files.fallback, files.formats[0][-1], files.formats[1][-1]):
        image = opened(one).convert("RGBA" if len(colour) == 4 else "RGB")
        found = image.getpixel((where, 0))
        if colour[3:] == (0,):
            assert found[3] == 0
        else:
            assert all(abs(a - b) < 6 for a, b in zip(found, colour, strict=True)), one.ending


def test_a_photograph_with_holes_keeps_them_in_every_file():
    image = photo()
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    files = make(saved(image, "PNG"), "a.png", RECIPE)
    assert files.fallback.ending == "png"
    for one in everything(files):
        assert opened(one).convert("RGBA").getchannel("A").getextrema() != (255, 255)


def test_what_moves_does_so_once_and_stands_still_for_those_who_ask():
    files = make(some.moving(), "a.gif", RECIPE)
    ((webp,),) = files.formats
    for one in (webp, files.fallback):
        image = opened(one)
        assert (image.format, image.n_frames) in (("WEBP", 3), ("GIF", 3))
        assert image.info.get("loop", 1) == 1
    assert getattr(opened(files.still), "n_frames", 1) == 1


def test_a_telephones_jpeg_with_a_second_picture_in_it_is_one_picture():
    data = saved(photo(), "MPO", save_all=True, append_images=[photo(30, 20)])
    files = make(data, "a.jpg", RECIPE)
    assert files.still is None
    assert opened(files.fallback).format == "JPEG"


def test_the_same_picture_is_the_same_bytes_however_often_it_is_made():
    data = some.with_place()
    assert make(data, "a.jpg", RECIPE) == make(data, "b.JPEG", RECIPE)


@pytest.mark.parametrize(
    ("data", "name", "rule", "said"),
    [
        (saved(photo(), "PNG"), "a.jpg", "picture-misnamed", "a.png"),
        (saved(photo(), "JPEG"), "Işık.png", "picture-misnamed", "Işık.jpg"),
        (saved(photo(), "JPEG")[:900], "a.jpg", "picture-broken", "truncated"),
        (saved(photo(), "PNG")[:200], "a.png", "picture-broken", ""),
        (b"not a picture", "a.jpg", "picture-unknown", "JPEG"),
        (b"", "a.png", "picture-unknown", "PNG"),
        (saved(photo(), "TIFF"), "a.tiff", "picture-unknown", ".png"),
        (saved(photo(), "TIFF"), "a.jpg", "picture-unknown", "AVIF"),
        (some.bomb(), "a.png", "picture-too-large", "1"),
        (saved(Image.new("L", (1200, 900)), "PNG"), "a.png", "picture-too-large", "1"),
        (bytes(200_001), "a.jpg", "picture-too-heavy", "0.2"),
        (some.moving(3000), "a.gif", "picture-moves-long", "9.0"),
    ],
    ids=(
        "png-as-jpg jpg-as-png half-a-jpeg half-a-png no-picture nothing tiff tiff-as-jpg bomb "
        "too-many-pixels too-many-bytes too-long"
    ).split(),
)
def test_what_is_no_sound_picture_is_refused_by_name(data, name, rule, said):
    with pytest.raises(BadPicture) as raised:
        make(data, name, RECIPE)
    assert raised.value.rule == rule
    assert said in " ".join(map(str, raised.value.values.values()))
