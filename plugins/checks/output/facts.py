"""What has to be known of a file of a built site: a pure function of its bytes, so it is kept."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from plugins.checks.output.naming import address_of

Facts = dict[str, Any]
"""`problems`: line, rule and values of each. `links`: address, line and whether it is a file that
the page shows. `ids`: of the elements. `alternates`: address by language."""

ASSETS = {
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "script": ("src",),
    "video": ("src", "poster"),
    "audio": ("src",),
    "iframe": ("src",),
    "object": ("data",),
    "use": ("href",),
}
"""Attributes that name what a page shows."""

SHOWN = frozenset({"stylesheet", "icon", "preload", "manifest", "apple-touch-icon"})
"""Kinds of `<link>` that name what a page shows."""

_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")


def facts_of(name: str, data: bytes) -> Facts:
    """Return what has to be known of the file *name* with the content *data*."""
    suffix = posixpath.splitext(name)[1]
    facts: Facts = {"problems": [], "links": [], "ids": [], "alternates": {}, "canonical": ""}
    reader = READERS.get(suffix)
    if reader is None:
        return facts
    try:
        reader(address_of(name), data, facts)
    except Exception as error:  # whatever a parser says: the file can't be read
        rule = "page-unreadable" if suffix == ".html" else "feed-broken"
        reason = str(error).split("\n", maxsplit=1)[0] or type(error).__name__
        facts["problems"].append([getattr(error, "lineno", 0) or 0, rule, {"reason": reason}])
    return facts


def _read_page(url: str, data: bytes, facts: Facts) -> None:
    if not data.strip():
        raise ValueError("empty")
    root: Any = html.document_fromstring(data.decode("utf-8"))
    seen: dict[str, int] = {}
    named: set[str] = set()
    levels: list[tuple[int, int]] = []
    for element in root.iter("*"):
        tag, line = str(element.tag), element.sourceline or 0
        if name := element.get("id"):
            if name in seen:
                facts["problems"].append([line, "page-id-twice", {"found": name}])
            seen[name] = line
        if re.fullmatch("h[1-6]", tag):
            levels.append((int(tag[1]), line))
        for link, is_shown in _links(element, tag):
            target = urljoin(url, link)
            if target not in named:
                named.add(target)
                facts["links"].append([target, line, is_shown])
        if tag == "link" and element.get("rel") == "canonical":
            facts["canonical"] = element.get("href", "")
        if tag == "link" and element.get("hreflang") and element.get("rel") == "alternate":
            facts["alternates"][element.get("hreflang")] = element.get("href", "")
    facts["ids"] = list(seen)
    facts["problems"] += _missing(root)
    facts["problems"] += _disorder(levels)


def _links(element: Any, tag: str) -> Iterator[tuple[str, bool]]:
    """Yield what *element* leads to, and whether the page shows it."""
    if tag in ("a", "area") and (target := element.get("href")) is not None:
        yield target, False
    elif tag == "link" and (target := element.get("href")):
        yield target, bool(SHOWN.intersection((element.get("rel") or "").split()))
    for attribute in ASSETS.get(tag, ()):
        if value := element.get(attribute):
            parts = value.split(",") if attribute == "srcset" else [value]
            yield from ((part.split()[0], True) for part in parts if part.strip())
    if element.get("property") == "og:image" and (target := element.get("content")):
        yield target, True


def _missing(root: Any) -> Iterator[list[Any]]:
    if not root.get("lang"):
        yield [1, "page-without", {"found": "lang"}]
    if not (root.findtext(".//title") or "").strip():
        yield [1, "page-without", {"found": "<title>"}]


def _disorder(levels: list[tuple[int, int]]) -> Iterator[list[Any]]:
    tops = [line for level, line in levels if level == 1]
    if len(tops) != 1:
        yield [tops[1] if tops else 1, "page-headings", {"found": f"{len(tops)} × <h1>"}]
    before = 1
    for level, line in levels:
        if level > before + 1:
            yield [line, "page-headings", {"found": f"<h{before}> … <h{level}>"}]
        before = level


def _read_xml(url: str, data: bytes, facts: Facts) -> None:
    """Feeds and the sitemap: what they link to has to answer."""
    root = etree.fromstring(data)
    for element in root.iter("*"):
        tag = etree.QName(element).localname
        target = element.get("href") or (element.text if tag in ("loc", "link", "url") else None)
        if target and target.strip():
            facts["links"].append([target.strip(), element.sourceline or 0, False])
        if tag == "enclosure" and element.get("url"):
            facts["links"].append([element.get("url"), element.sourceline or 0, True])


def _read_json(url: str, data: bytes, facts: Facts) -> None:
    value = json.loads(data)
    for item in value.get("items", ()) if isinstance(value, dict) else ():
        if isinstance(item, dict) and isinstance(item.get("url"), str):
            facts["links"].append([item["url"], 0, False])


def _read_calendar(url: str, data: bytes, facts: Facts) -> None:
    from icalendar import Calendar  # noqa: PLC0415  slow to load, and rarely needed

    if not Calendar.from_ical(data).walk("VCALENDAR"):
        raise ValueError("no calendar")


def _read_styles(url: str, data: bytes, facts: Facts) -> None:
    for found in _CSS_URL.finditer(data.decode("utf-8")):
        if not found[1].startswith(("data:", "#")):
            facts["links"].append([urljoin(url, found[1]), 0, True])


def _read_picture(url: str, data: bytes, facts: Facts) -> None:
    facts["ids"] = [e.get("id") for e in etree.fromstring(data).iter() if e.get("id")]


READERS: dict[str, Callable[[str, bytes, Facts], None]] = {
    ".html": _read_page,
    ".xml": _read_xml,
    ".json": _read_json,
    ".ics": _read_calendar,
    ".css": _read_styles,
    ".svg": _read_picture,
}
"""How the files of an output are read, by the end of their names."""


def split(target: str, origin: str) -> tuple[str, str] | None:
    """Return path and fragment of *target* if it leads into the site at *origin*, else None."""
    if target.startswith("/") and not target.startswith("//"):
        path, _, fragment = target.partition("#")
        return unquote(path.partition("?")[0]), unquote(fragment)
    parts = urlsplit(target)
    if parts.scheme and f"{parts.scheme}://{parts.netloc}" != origin:
        return None
    if not parts.scheme and parts.netloc:
        return None
    return unquote(parts.path) or "/", unquote(parts.fragment)
