"""What a person sees who opens a feed in a browser: XHTML in the feed, and its stylesheet.

RSS 2.0 and Atom (RFC 4287, section 6) both allow elements of another namespace, and programs that
read feeds pass over them. A browser makes links and headings of them.
"""

from lxml import etree

NAMESPACE = "http://www.w3.org/1999/xhtml"
STYLESHEET = "/theme/feed.css"

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def note_of(title: str, help_words: str, page: str, *, lang: str) -> etree._Element:
    """Return the head of a feed: its *title*, leading to its *page*, and how one subscribes."""
    note = etree.Element(f"{{{NAMESPACE}}}div", {"lang": lang, XML_LANG: lang})
    # Without a viewport a telephone would show the feed as small as a page for a desk.
    _add(note, "meta", name="viewport", content="width=device-width, initial-scale=1")
    _add(_add(note, "h1"), "a", title, href=page)
    _add(note, "p", help_words)
    return note


def title_of(title: str, url: str, day: str) -> etree._Element:
    """Return the head of an entry: its *title*, leading to *url*, and its *day*."""
    head = etree.Element(f"{{{NAMESPACE}}}div")
    _add(_add(head, "h2"), "a", title, href=url)
    _add(head, "p", day)
    return head


def styled(xml: bytes) -> bytes:
    """Return the feed *xml* with its stylesheet named behind the XML declaration."""
    declaration, _, rest = xml.partition(b"\n")
    return (
        declaration + f'\n<?xml-stylesheet type="text/css" href="{STYLESHEET}"?>\n'.encode() + rest
    )


def _add(
    parent: etree._Element, tag: str, text: str | None = None, **attributes: str
) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    element.text = text
    return element
