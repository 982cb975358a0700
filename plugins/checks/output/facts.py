"""What has to be known of a file of a built site: a pure function of its bytes, so it is kept."""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from plugins.checks.output.naming import address_of

Link = tuple[str, int, bool]
Facts = dict[str, Any]
"""`problems`: line, rule and values of each. `links`: addresses, their lines, and whether each is a
file that the page shows. `ids`: of the elements. `alternates`: path by language. `origin`: the host
under which a page names itself."""

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

_PARSER = etree.HTMLParser(encoding="utf-8", collect_ids=False)
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_LEADING = frozenset({"a", "area", "link", "meta", *ASSETS})
_CSS_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")


def facts_of(name: str, data: bytes) -> Facts:
    """Return what has to be known of the file *name* with the content *data*."""
    suffix = posixpath.splitext(name)[1]
    facts: Facts = {"problems": [], "ids": [], "alternates": {}, "origin": ""}
    links: list[Link] = []
    try:
        READERS[suffix](address_of(name), data, facts, links)
    except Exception as error:  # whatever a parser says: the file can't be read
        rule = "page-unreadable" if suffix == ".html" else "feed-broken"
        reason = str(error).split("\n", maxsplit=1)[0] or type(error).__name__
        facts["problems"].append([getattr(error, "lineno", 0) or 0, rule, {"reason": reason}])
    facts["links"] = [[link[part] for link in links] for part in range(3)]
    return facts


def _read_page(url: str, data: bytes, facts: Facts, links: list[Link]) -> None:
    if not data.strip():
        raise ValueError("empty")
    data.decode("utf-8")  # or else it is unreadable, which the parser would not say
    root: Any = etree.fromstring(data, _PARSER)
    if root is None:
        raise ValueError("Document is empty")
    seen: dict[str, int] = {}
    named: set[str] = set()
    levels: list[tuple[int, int]] = []
    for element in root.iter("*"):
        tag, name = element.tag, element.get("id")
        if not name and tag not in _LEADING and tag not in _LEVELS:
            continue
        line = element.sourceline or 0
        if name:
            if name in seen:
                facts["problems"].append([line, "page-id-twice", {"found": name}])
            seen[name] = line
        if tag in _LEVELS:
            levels.append((_LEVELS[tag], line))
        if tag not in _LEADING:
            continue
        for link, is_shown in _links(element, tag):
            target = _absolute(link) if link.startswith("/") else urljoin(url, link)
            if target not in named:
                named.add(target)
                links.append((target, line, is_shown))
        if tag == "link" and element.get("rel") == "canonical":
            parts = urlsplit(element.get("href", ""))
            facts["origin"] = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
        if tag == "link" and element.get("hreflang") and element.get("rel") == "alternate":
            facts["alternates"][element.get("hreflang")] = urlsplit(element.get("href", "")).path
    facts["ids"] = list(seen)
    facts["problems"] += _missing(root)
    facts["problems"] += _disorder(levels)


@lru_cache(1 << 12)  # those of the frame stand on every page
def _absolute(link: str) -> str:
    """Return where *link*, which begins with a slash, leads from any page."""
    return urljoin("/", link)


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


def _read_xml(url: str, data: bytes, facts: Facts, links: list[Link]) -> None:
    """Feeds and the sitemap: what they link to has to answer."""
    root: Any = etree.fromstring(data)
    for element in root.iter("*"):
        tag = etree.QName(element).localname
        target = element.get("href") or (element.text if tag in ("loc", "link", "url") else None)
        if target and target.strip():
            links.append((target.strip(), element.sourceline or 0, False))
        if tag == "enclosure" and element.get("url"):
            links.append((element.get("url", ""), element.sourceline or 0, True))


def _read_json(url: str, data: bytes, facts: Facts, links: list[Link]) -> None:
    value = json.loads(data)
    for item in value.get("items", ()) if isinstance(value, dict) else ():
        if isinstance(item, dict) and isinstance(item.get("url"), str):
            links.append((item["url"], 0, False))


def _read_calendar(url: str, data: bytes, facts: Facts, links: list[Link]) -> None:
    from icalendar import Calendar  # noqa: PLC0415  slow to load, and rarely needed

    if not Calendar.from_ical(data).walk("VCALENDAR"):
        raise ValueError("no calendar")


def _read_styles(url: str, data: bytes, facts: Facts, links: list[Link]) -> None:
    for found in _CSS_URL.finditer(data.decode("utf-8")):
        if not found[1].startswith(("data:", "#")):
            links.append((urljoin(url, found[1]), 0, True))


def _read_picture(url: str, data: bytes, facts: Facts, links: list[Link]) -> None:
    facts["ids"] = [e.get("id") for e in etree.fromstring(data).iter() if e.get("id")]


READERS: dict[str, Callable[[str, bytes, Facts, list[Link]], None]] = {
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
    if target.startswith(f"{origin}/"):  # which urlsplit would find out ten times as slowly
        target = target.removeprefix(origin)
    if target.startswith("/") and not target.startswith("//"):
        path, _, fragment = target.partition("#")
        return unquote(path.partition("?")[0]), unquote(fragment)
    parts = urlsplit(target)
    if parts.scheme and f"{parts.scheme}://{parts.netloc}" != origin:
        return None
    if not parts.scheme and parts.netloc:
        return None
    return unquote(parts.path) or "/", unquote(parts.fragment)
