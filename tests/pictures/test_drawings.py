"""SVG: what draws stays, what annotates goes, what acts is refused."""

from dataclasses import replace

import pytest
from lxml import etree

from plugins.pictures.making.make import make
from plugins.pictures.making.recipe import BadPicture
from tests.pictures.pictures import RECIPE

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
HEAD += 'xmlns:ink="http://www.inkscape.org/ns" viewBox="0 0 40 30">'


def drawn(inside, head=HEAD):
    return make(f"{head}{inside}</svg>".encode(), "a.svg", RECIPE)


def text_of(files):
    return files.fallback.data.decode()


def test_a_drawing_stays_as_it_is():
    inside = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<style>.a{fill:url(#g)}</style><title>İki kıyı</title><use href="#p"/>'
        '<path id="p" class="a" d="M0 0h9v9z" transform="scale(2)" style="fill:#00385c"/>'
        '<image width="9" height="9" xlink:href="data:image/png;base64,iVBORw0KGgo="/>'
    )
    text = text_of(drawn(inside))
    for part in ("url(#g)", "İki kıyı", 'href="#p"', 'd="M0 0h9v9z"', "data:image/png;base64,"):
        assert part in text


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        ("<!-- gizli not -->", "gizli"),
        ("<?xml-stylesheet href='x.css'?>", "x.css"),
        ("<metadata><x>Ad Soyad</x></metadata>", "Soyad"),
        ('<ink:view ink:zoom="2"/>', "zoom"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>', "alert"),
        ('<path ink:label="Katman 1" d="M0 0"/>', "Katman"),
        ('<path data-name="Katman 1" d="M0 0"/>', "Katman"),
    ],
)
def test_what_only_annotates_is_left_out(inside, gone):
    text = text_of(drawn(f'<g>a{inside}b<rect width="9" height="9"/></g>'))
    assert gone not in text
    assert "<rect" in text


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<ScRiPt>alert(1)</ScRiPt>", "<ScRiPt>"),
        ('<h:script xmlns:h="http://www.w3.org/2000/svg">a</h:script>', "<script>"),
        ('<rect onclick="a()"/>', "onclick"),
        ('<rect ONLOAD="a()"/>', "ONLOAD"),
        ("<foreignObject><p/></foreignObject>", "<foreignObject>"),
        ('<a href="javascript:a()"><rect/></a>', "<a>"),
        ('<animate attributeName="href" to="javascript:a()"/>', "<animate>"),
        ('<set attributeName="onclick" to="a()"/>', "<set>"),
        ('<iframe src="https://example.org"/>', "<iframe>"),
        ('<use href="https://example.org/a.svg#b"/>', "href=https://example.org/a.svg#b"),
        ('<use xlink:href="other.svg#b"/>', "href=other.svg#b"),
        ('<image href="foto.jpg"/>', "href=foto.jpg"),
        ('<image href="data:image/svg+xml;base64,PHN2Zz4="/>', "href=data:image/svg+xml"),
        ('<use href="data:image/png;base64,iVBORw0KGgo="/>', "href=data:image/png"),
        ('<rect fill="url(https://example.org/a#b)"/>', "fill=url("),
        ('<rect style="fill: url( &apos;//example.org/#b&apos; )"/>', "style="),
        ("<style>@import 'https://example.org/a.css';</style>", "<style>"),
        ("<style>@\\69mport 'a.css';</style>", "<style>"),
        ("<style>a{background:u\\72l(https://example.org)}</style>", "<style>"),
        ("<style>a{background:image-set('a.png' 1x)}</style>", "<style>"),
        ("<style>@font-face{src:url(a.woff2)}</style>", "<style>"),
        ("<style>@keyframes a{} rect{animation:a 1s}</style>", "<style>"),
        ("<style><title>a</title>@import 'a.css';</style>", "<style>"),
        ("<style>@imp<desc/>ort 'a.css';</style>", "<style>"),
        ("<style>a{}<metadata/>@import 'a.css';</style>", "<style>"),
        ("<style>a{}<![CDATA[ @import 'a.css'; ]]></style>", "<style>"),
    ],
)
def test_what_acts_is_refused_by_its_name(inside, what):
    with pytest.raises(BadPicture) as raised:
        drawn(inside)
    assert raised.value.rule == "drawing-acts"
    assert raised.value.values["what"].startswith(what)


def test_entities_are_refused_before_they_grow():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + HEAD
    with pytest.raises(BadPicture) as raised:
        drawn("<text>&b;</text>", bomb)
    assert raised.value.values["what"] == "<!ENTITY>"


def test_a_file_of_the_machine_is_not_read(tmp_path):
    (tmp_path / "secret").write_text("hush", encoding="utf-8")
    head = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>' + HEAD
    with pytest.raises(BadPicture):
        drawn("<text>&a;</text>", head)


def test_a_plain_doctype_is_left_out():
    assert "DOCTYPE" not in text_of(drawn("<rect/>", "<!DOCTYPE svg>" + HEAD))


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ('viewBox="0 0 40 30"', 40, 30),
        ('viewBox="-5,-5 , 40.4,30"', 40, 30),
        ('viewBox="0 0 40 30" width="100%" height="100%"', 40, 30),
        ('viewBox="0 0 40 30" width="80"', 80, 60),
        ('viewBox="0 0 40 30" height="60px"', 80, 60),
        ('width="25.4mm" height="1in"', 96, 96),
        ('width="1e2" height="50"', 100, 50),
        ('viewBox="0 0 .4 .3"', 1, 1),
    ],
)
def test_a_drawing_says_how_large_it_is(size, width, height):
    one = drawn("<rect/>", f'<svg xmlns="http://www.w3.org/2000/svg" {size}>').fallback
    assert (one.width, one.height) == (width, height)
    root = etree.fromstring(one.data)
    assert float(root.get("width")) > 0
    assert len(root.get("viewBox").replace(",", " ").split()) == 4


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "drawing-without-size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 0 9"/>', "drawing-without-size"),
        (b"<svg", "picture-broken"),
        (b"", "picture-broken"),
        (b"\x89PNG\r\n\x1a\n", "picture-broken"),
        (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "picture-unknown"),
        (HEAD.encode() + b" " * 1_000_000 + b"</svg>", "picture-too-heavy"),
    ],
)
def test_what_is_no_drawing_is_refused(data, rule):
    with pytest.raises(BadPicture) as raised:
        make(data, "a.svg", replace(RECIPE, most_bytes=2_000_000))
    assert raised.value.rule == rule
