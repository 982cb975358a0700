"""Markdown: what is rendered, and what is refused with its line."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.model.allowed import TAGS
from plugins.model.inline import SIGNS
from plugins.model.markup import render, renderer

MARKDOWN = renderer()


def rendered(text):
    return render(text, first_line=1, markdown=MARKDOWN)


def test_anchors_of_headings_know_turkish():
    body = rendered("## Iğdır’dan Şölen\n\n## Iğdır’dan Şölen\n")
    assert body.headings == [
        (2, "igdirdan-solen", "Iğdır’dan Şölen"),
        (2, "igdirdan-solen_1", "Iğdır’dan Şölen"),
    ]


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("| a | b |\n|---|--:|\n| 1 | 2 |", '<td class="end">2</td>'),
        ("a[^1]\n\n[^1]: dip", 'class="footnote"'),
        ("*Cities*{lang=en}", '<em lang="en">Cities</em>'),
        ("Terim\n:   açıklama", "<dt>Terim</dt>"),
        ('!!! note "Not"\n    metin', '<p class="admonition-title">Not</p>'),
        ("H<sub>2</sub>O", "H<sub>2</sub>O"),
        ("`<script>`", "<code>&lt;script&gt;</code>"),
        ("```html\n<script>\n```", "&lt;script&gt;"),
        ("[a](https://example.org/?a=1&b=2)", 'href="https://example.org/?a=1&amp;b=2"'),
    ],
    ids=lambda text: text[:20],
)
def test_what_editors_need_is_rendered(text, html):
    body = rendered(text)
    assert html in body.html
    assert body.faults == []


def test_a_table_stands_in_a_frame_that_scrolls_and_has_a_name():
    body, words = rendered("| a |\n|---|\n| 1 |\n\nSon"), {"table.label": "Tablo"}
    html = body.resolve(lambda link: "", lambda link, own: "", words.__getitem__)
    frame = '<div aria-label="Tablo" class="scroll" role="group" tabindex="0">'
    assert html.startswith(f"{frame}<table>")
    assert html.endswith("</table></div>\n<p>Son</p>")


def test_no_style_is_written_into_the_html():
    assert "style=" not in rendered("| a |\n|:-:|\n| 1 |").html


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("<script>alert(1)</script>", "html-not-allowed", "<script>"),
        ("metin <script>x</script>", "html-not-allowed", "<script>"),
        ("<SCRIPT src=x></SCRIPT>", "html-not-allowed", "<script>"),
        ("<iframe src='https://x.org'></iframe>", "html-not-allowed", "<iframe>"),
        ("<svg onload=x></svg>", "html-not-allowed", "<svg>"),
        ("<a href='javascript:x'>a</a>", "html-not-allowed", "<a>"),
        ("<img src=x onerror=y>", "html-not-allowed", "<img>"),
        ("<!-- gizli not -->", "html-not-allowed", "<!>"),
        ("<pre><code><script>x</script></code></pre>", "html-not-allowed", "<script>"),
        ("<pre><code onclick='x'>a</code></pre>", "attribute-not-allowed", "onclick"),
        ("[a](https://[ad].example/)", "address-not-allowed", "https://[ad].example/"),
        ("<b onclick='x'>a</b>", "attribute-not-allowed", "onclick"),
        ("<span style='x'>a</span>", "attribute-not-allowed", "style"),
        ("[a](javascript:alert)", "address-not-allowed", "javascript:alert"),
        ("[a](JavaScript:alert)", "address-not-allowed", "JavaScript:alert"),
        ("[a](data:text/html,x)", "address-not-allowed", "data:text/html,x"),
        ("[a][1]\n\n[1]: javascript:x", "address-not-allowed", "javascript:x"),
        ('## A {: onclick="x" }', "attribute-not-allowed", "onclick"),
        ("<div>\nx", "html-not-closed", "<div>"),
        ("<b>x", "html-not-closed", "<b>"),
        ("<b><i>x</b></i>", "html-not-closed", "<i>"),
        ("# Başlık", "heading-too-high", "Başlık"),
        ("![](a.png)", "picture-without-alt", "a.png"),
        ("[a](#yok)", "dead-anchor", "yok"),
    ],
    ids=lambda text: text[:24],
)
def test_what_has_no_place_in_a_text_is_refused_with_its_line(text, rule, found):
    (fault, *rest) = rendered(f"Bir satır.\n\n{text}\n").faults
    assert (fault.rule, fault.values["found"]) == (rule, found)
    assert fault.line in (3, 5)
    assert all(other.rule == rule for other in rest)


@given(st.text("ab<>/\"'=!- \n[](){}:`#*&;svgonscript", max_size=60))
def test_whatever_is_written_nothing_but_allowed_tags_gets_through(text):
    """Either the text is refused, or every tag in its HTML is on the list."""
    body = rendered(text)
    tags = {tag.lower() for tag in re.findall(r"</?([a-zA-Z][a-zA-Z0-9]*)", body.html)}
    ours = TAGS | {"a", "img", "h1", "h2", "h3", "h4", "h5", "h6"}
    assert body.faults or tags <= ours


def test_a_renderer_forgets_the_last_text():
    rendered("[^1]\n\n[^1]: dip\n\n## A")
    assert rendered("## A").html == '<h2 id="a">A</h2>'


PLAIN = renderer(sparing=False)
INLINE = [*"*_`[]()<>!&\\ab 1.:", "  \n", "[^1]", "](", "&amp;", "a@b.c", "\n"]
BLOCKS = [
    *(
        "\n\n",
        "\n",
        "# ",
        "## Ad\n",
        "\n===",
        "\n---\n",
        "- a\n",
        "1. b\n",
        "    ",
        "> ",
        "\t",
        "\n ",
        "|",
    ),
    *("a | b\n--|--\n", "\n: ", "!!! note\n", "*[ab]: c\n", "[a]: /b\n", "[^1]: c\n", "[TOC]"),
    *(
        "```\n",
        "~~~\n",
        "<div>",
        "</div>",
        "<!-- ",
        "&",
        "{#a}",
        "{: .b}",
        "\\*",
        "\x02",
        "“Kent”",
        "Kent",
    ),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(INLINE), max_size=20).map("".join))
def test_no_inline_pattern_is_left_out_where_it_could_match(text):
    assert rendered(text) == render(text, first_line=1, markdown=PLAIN)


@settings(deadline=None)
@given(st.lists(st.sampled_from(BLOCKS), max_size=16).map("".join))
def test_no_block_and_no_stage_is_left_out_where_it_has_something_to_do(text):
    assert rendered(text) == render(text, first_line=1, markdown=PLAIN)


def test_every_inline_pattern_has_its_sign():
    assert {name for name in SIGNS if name in MARKDOWN.inlinePatterns} == set(SIGNS)
    assert len(SIGNS) == len(MARKDOWN.inlinePatterns)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            '![a](b.jpg "c & d")',
            '<figure>[b.jpg alt="a"]<figcaption>c &amp; d</figcaption></figure>',
        ),
        ("![a](b.jpg)", '<figure>[b.jpg alt="a"]</figure>'),
        ("x ![a](b.jpg) y", '<p>x [b.jpg alt="a"] y</p>'),
        ('![a > "b"](b%20c.jpg)', '<figure>[b c.jpg alt="a &gt; &quot;b&quot;"]</figure>'),
        ("![a](b.jpg){lang=en}", '<figure>[b.jpg alt="a" lang="en"]</figure>'),
        ("[![a](b.jpg)](c.md)", '<p><a href="c.md">[b.jpg alt="a"]</a></p>'),
    ],
)
def test_a_picture_is_filled_in_whole(text, html):
    body = rendered(text)
    assert body.faults == []
    assert body.resolve(lambda link: link.target, lambda p, own: f"[{p.target}{own}]", str) == html


def test_the_size_of_a_picture_is_its_files():
    (fault,) = rendered("![a](b.jpg){width=300}").faults
    assert (fault.rule, fault.values["found"]) == ("attribute-not-allowed", "width")
