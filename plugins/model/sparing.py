"""Python-Markdown without looking for what a text gives no sign of.

Most of a text is prose and headings, and most texts have no raw HTML, no code block and no list of
attributes. Python-Markdown tries some twenty kinds of block on each block, and walks the whole
tree of a text for each of its stages; to look for the sign first saves half of that.
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor, ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import TocExtension, TocTreeprocessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX

from plugins.model.inline import SparingInlineProcessor

STAGES = {
    "fenced_code_block": ("```", "~~~"),
    "html_block": ("<", "&"),
    "attr_list": ("{",),
    "unescape": ("\\",),
}
"""What a text holds wherever the stage of that name has something to do."""


class SparingExtension(Extension):
    """Makes a renderer sparing: the last of its extensions, so that it has all stages of it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Markdown's own name
        # Before all other kinds of block, of which none can be where these two see theirs.
        md.parser.blockprocessors.register(_Prose(md.parser), "prose", 1001)
        md.parser.blockprocessors.register(_Heading(md.parser), "heading", 1000)
        md.preprocessors.register(_Whitespace(md), "normalize_whitespace", 30)
        md.treeprocessors.register(SparingInlineProcessor(md), "inline", 20)
        for name, signs in STAGES.items():
            stages = md.preprocessors if name in md.preprocessors else md.treeprocessors
            _spare(stages[name], signs, md)
        # A registry sorts itself whenever it is asked, and a list is searched from its beginning.
        md.parser.blockprocessors = tuple(md.parser.blockprocessors)  # type: ignore[assignment]
        md.block_level_elements = frozenset(md.block_level_elements)  # type: ignore[assignment]


def _spare(stage: Any, signs: tuple[str, ...], md: Markdown) -> None:
    """Let *stage* run on texts alone that hold one of *signs*."""
    run = stage.run
    stage.run = lambda content: run(content) if _holds(_lines(md), *signs) else content


def _lines(md: Any) -> list[str]:
    """Return the text that *md* converts, as far as its preprocessors have come."""
    lines: list[str] = md.lines
    return lines


def _holds(lines: list[str], *signs: str) -> bool:
    text = "\n".join(lines)
    return any(sign in text for sign in signs)


class _Whitespace(NormalizeWhitespace):
    """Makes blanks of tabs, and empties blank lines; mostly there are none."""

    def run(self, lines: list[str]) -> list[str]:
        if _holds(lines, STX, ETX, "\r", "\t", "\n "):
            return super().run(lines)
        return [*lines, "", ""]


class _Prose(ParagraphProcessor):
    """A paragraph of which each line begins with a letter.

    Every other kind of block begins a line with something else, a title that is underlined and a
    list of definitions included; but for tables, which have a `|`.
    """

    def test(self, parent: Element, block: str) -> bool:
        return "|" not in block and all(line[:1].isalpha() for line in block.split("\n"))


class _Heading(HashHeaderProcessor):
    """A heading that is a block of its own."""

    def test(self, parent: Element, block: str) -> bool:
        return block.startswith("#") and "\n" not in block and super().test(parent, block)


class _Contents(TocTreeprocessor):
    """Gives headings their anchors, and makes a table of contents only where one is asked for."""

    def build_toc_div(self, toc_list: list[Any]) -> Element:
        return super().build_toc_div(toc_list) if self._is_asked_for() else Element("div")

    def replace_marker(self, root: Element, elem: Element) -> None:
        if self._is_asked_for():
            super().replace_marker(root, elem)

    def _is_asked_for(self) -> bool:
        return _holds(_lines(self.md), self.marker)


class SparingTocExtension(TocExtension):
    """The extension `toc`, with the same options."""

    TreeProcessorClass = _Contents
