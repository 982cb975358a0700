"""What a text may hold: tags and attributes of raw HTML, attributes of Markdown, kinds of link."""

TAGS = frozenset(
    "abbr b bdi bdo blockquote br caption cite code data dd del details dfn div dl dt em "
    "figcaption figure hr i ins kbd li mark ol p pre q rp rt ruby s samp "
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
"""Of raw HTML; links and pictures are written in Markdown, where they are checked."""

VOID = frozenset("br hr img wbr".split())
"""Tags that are never closed."""

RAW_ATTRIBUTES = frozenset(
    "id class lang dir title datetime cite value start scope colspan rowspan open".split()
)
"""Of raw HTML."""

ATTRIBUTES = RAW_ATTRIBUTES | frozenset(
    "href src alt hreflang rel role headers width height type reversed".split()
)
"""Of what Markdown makes, and of attribute lists."""

PICTURE_ATTRIBUTES = ATTRIBUTES - {"width", "height"}
"""Of a picture, whose size is its file's."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Of links."""


def is_allowed(attribute: str, attributes: frozenset[str]) -> bool:
    """Return whether *attribute* is one of *attributes*, or speaks to assistive technology."""
    return attribute in attributes or attribute.startswith("aria-")
