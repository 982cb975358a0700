"""SVG: a drawing of shapes and words, and nothing that acts, moves or asks for other files.

What only annotates (an editor's own notes, comments, unknown attributes) is left out. What would
act is refused by its name, so that nobody wonders where a part of the drawing has gone.
"""

import re
from typing import Any

from lxml import etree

from plugins.pictures.making.recipe import BadPicture, Encoded, Files

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

MOST_BYTES = 1_000_000
"""A larger drawing is mostly a photograph wrapped in one."""

ELEMENTS = frozenset(
    "svg g defs symbol use title desc switch path rect circle ellipse line polyline polygon text "
    "tspan textPath image linearGradient radialGradient stop pattern clipPath mask marker style "
    "filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix "
    "feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB "
    "feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight "
    "feSpecularLighting feSpotLight feTile feTurbulence".split()
)
NOTES = frozenset({"metadata"})
"""Elements that are left out."""

ATTRIBUTES = frozenset(
    "id class lang style transform x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr d points width "
    "height viewBox preserveAspectRatio version pathLength rotate offset href spreadMethod "
    "gradientTransform gradientUnits patternContentUnits patternTransform patternUnits "
    "clipPathUnits maskContentUnits maskUnits markerHeight markerUnits markerWidth orient refX "
    "refY textLength lengthAdjust startOffset method spacing side "
    "alignment-baseline baseline-shift clip-path clip-rule color color-interpolation "
    "color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule "
    "filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch "
    "font-style font-variant font-weight image-rendering isolation letter-spacing lighting-color "
    "marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow "
    "paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity "
    "stroke-width text-anchor text-decoration text-rendering transform-origin unicode-bidi "
    "vector-effect visibility word-spacing writing-mode "
    "in in2 result mode type values tableValues slope intercept amplitude exponent operator k1 k2 "
    "k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode preserveAlpha "
    "surfaceScale diffuseConstant specularConstant specularExponent limitingConeAngle "
    "pointsAtX pointsAtY pointsAtZ azimuth elevation z scale xChannelSelector yChannelSelector "
    "stdDeviation radius baseFrequency numOctaves seed stitchTiles primitiveUnits "
    "filterUnits systemLanguage".split()
)

PIXELS = {"": 1, "px": 1, "pt": 4 / 3, "pc": 16, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96}
"""How many there are to each unit of length."""

_LENGTH = re.compile(r"\s*(\d*\.?\d+(?:e[+-]?\d+)?)\s*(|px|pt|pc|mm|cm|in)\s*", re.IGNORECASE)
_INLINE = re.compile(r"data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_HIDDEN_LETTERS = re.compile(r"/\*.*?\*/|\\[0-9a-fA-F]{1,6}\s?|\\", re.DOTALL)
_ACTING = re.compile(
    r"@import|@font-face|(?:url|image|image-set|src)\s*\(\s*(?!['\"]?\s*#)|javascript:"
    r"|@keyframes|animation(?:-name)?\s*:",
    re.IGNORECASE,
)


def clean(data: bytes) -> Files:
    """Return the drawing in *data* made harmless, and with its size.

    Raises:
        BadPicture: it can't be read, says nothing of its size, or holds something that acts.
    """
    if len(data) > MOST_BYTES:
        limit = MOST_BYTES / 1_000_000
        raise BadPicture("picture-too-heavy", limit=f"{limit:g}")
    root = _parse(data)
    _check(root)
    width, height = _size(root)
    if root.get("viewBox") is None:
        root.set("viewBox", f"0 0 {width:g} {height:g}")
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    etree.cleanup_namespaces(root, keep_ns_prefixes=["xlink"] if _uses_xlink(root) else [])
    drawn = etree.tostring(root, encoding="utf-8")
    whole = max(round(width), 1), max(round(height), 1)
    return Files((), Encoded(drawn + b"\n", "svg", *whole))


def _parse(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPicture("picture-broken", reason=str(error)) from None
    dtd: Any = root.getroottree().docinfo.internalDTD  # lxml's stubs know nothing of entities
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise BadPicture("drawing-acts", what="<!ENTITY>")
    if root.tag not in (f"{{{SVG}}}svg", "svg"):
        kind = etree.QName(root).localname
        raise BadPicture("picture-unknown", known=f"SVG (<{kind}>)")
    return root


def _check(element: etree._Element) -> None:
    """Leave out of *element* and all within what only annotates; refuse what acts."""
    if not isinstance(element.tag, str):
        raise BadPicture("drawing-acts", what=str(element))
    name = etree.QName(element).localname
    if name not in ELEMENTS:
        raise BadPicture("drawing-acts", what=f"<{name}>")
    for attribute, value in list(element.attrib.items()):
        _check_attribute(element, str(attribute), str(value))
    if name == "style" and (len(element) or _acts(element.text or "")):
        raise BadPicture("drawing-acts", what="<style>")
    for child in list(element):
        if _is_note(child):
            _drop(child, element)
        else:
            _check(child)


def _is_note(element: etree._Element) -> bool:
    """Tell whether *element* is none of SVG's, or one that shows nothing."""
    if not isinstance(element.tag, str):
        return False
    tag = etree.QName(element)
    return tag.namespace not in (SVG, None) or tag.localname in NOTES


def _check_attribute(element: etree._Element, attribute: str, value: str) -> None:
    local = attribute.rpartition("}")[2]
    if local.lower().startswith("on"):
        raise BadPicture("drawing-acts", what=local)
    if attribute in ("href", XLINK):
        embedded = etree.QName(element).localname == "image" and _INLINE.fullmatch(value)
        if not (value.startswith("#") or embedded):
            raise BadPicture("drawing-acts", what=f"href={value[:40]}")
    elif attribute not in ATTRIBUTES and attribute != XML_SPACE:
        del element.attrib[attribute]
    elif _acts(value):
        raise BadPicture("drawing-acts", what=f"{local}={value[:40]}")


def _acts(style: str) -> bool:
    r"""Tell whether *style* moves or asks for anything outside, be it written as `\75rl(…)`."""
    if "\\" in style:
        style = _HIDDEN_LETTERS.sub(_letter, style)
    return bool(_ACTING.search(style))


def _letter(found: re.Match[str]) -> str:
    code = found[0].strip("\\ \n\t")
    try:
        return chr(int(code, 16)) if found[0].startswith("\\") and code else ""
    except (ValueError, OverflowError):
        return ""


def _drop(element: etree._Element, parent: etree._Element) -> None:
    before = element.getprevious()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _size(root: etree._Element) -> tuple[float, float]:
    """Return the width and height of the drawing in pixels."""
    width, height = (_length(root.get(side)) for side in ("width", "height"))
    box = [_length(part) for part in re.split(r"[\s,]+", (root.get("viewBox") or "").strip())[2:]]
    if len(box) == 2 and box[0] and box[1]:
        if width and not height:
            return width, width * box[1] / box[0]
        if height and not width:
            return height * box[0] / box[1], height
        if not width or not height:
            return box[0], box[1]
    if width and height:
        return width, height
    raise BadPicture("drawing-without-size")


def _length(written: str | None) -> float:
    found = _LENGTH.fullmatch(written or "")
    return float(found[1]) * PIXELS[found[2].lower()] if found else 0.0


def _uses_xlink(root: etree._Element) -> bool:
    return any(element.get(XLINK) is not None for element in root.iter())
