"""A text with its Markdown painted over: the same length, the same lines, words alone."""

import re

_PAINTED = re.compile(
    r"""
      ^(?:```|~~~).*?^(?:```|~~~)[ ]*$          # a block of code
    | `[^`\n]+`                                  # code among words
    | <!--.*?-->
    | ^[ ]*\[[^\]^\n]+\]:[ ].*$                  # the address of a link, written apart
    | \[\^[^\]\n]+\]:?                           # a footnote
    | (?<=\])\([^()\s]*(?:\([^()]*\)[^()\s]*)*(?:[ ]+"[^"\n]*")?\)  # an address behind its words
    | (?<=\])\[[^\]\n]*\]
    | <[^>\n]+>
    | (?<![\w@/])(?:https?://|www\.)[^\s<>()]+[^\s<>().,;:!?’'"”]
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | \{[^{}\n]*\}                               # attributes
    | ^[ ]{0,3}\d{1,3}[.)](?=[ ])                # the number of an entry of a list
    | ^[ ]*(?:[-*+]|\#{1,6}|:|>+|!!![ ]\w+)(?=\s)
    | ^[ |:-]+$                                  # the line below the heads of a table
    | [*_\\]
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_MARKED = re.compile(
    r"""(?: \*\*[^*\n]+\*\* | \*[^*\n]+\* | _[^_\n]+_ | \[[^\]\n]+\]\([^)\n]*\) )
        \{[^{}\n]*\blang=["']?(?P<lang>[a-z]{2})[^{}\n]*\}""",
    re.VERBOSE,
)


def painted(text: str) -> str:
    """Return *text* with a blank for each sign that is Markdown's and no word."""
    return _PAINTED.sub(_blank, text)


def foreign(text: str, lang: str) -> list[tuple[int, int]]:
    """Return the beginnings and ends of the parts that are marked as not in *lang*."""
    return [found.span() for found in _MARKED.finditer(text) if found["lang"] != lang]


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
