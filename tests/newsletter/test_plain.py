"""The plain text of an e-mail."""

import pytest

from plugins.newsletter.letters.plain import WIDTH, to_text


def text(body):
    page = f"<html><body>{body}<div class='links'></div></body></html>"
    return to_text(page, links="Bağlantılar").rstrip("\n")


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("<h1>Işık Şöleni</h1>", "Işık Şöleni\n==========="),
        ("<h2>İki</h2><p>Söz</p>", "İki\n---\n\nSöz"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<ul><li>bir</li><li>iki</li></ul>", "- bir\n- iki"),
        ("<ol start=3><li>üç</li><li>dört</li></ol>", "3. üç\n4. dört"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "- a\n  - b"),
        ("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"),
        ("<pre>  a\n b</pre>", "      a\n     b"),
        ("<hr>", "* * *"),
        ('<p><img src="x" alt="Fener"> ve</p>', "[Fener] ve"),
        ('<p aria-hidden="true">x</p><p>y</p>', "y"),
        ("<p>a<!-- x -->b</p>", "ab"),
        ('<p><a href="https://a.example/">Aç</a></p>', "Aç\nhttps://a.example/"),
        ('<h3><b><a href="https://a.example/">Aç</a></b></h3>', "Aç\nhttps://a.example/"),
        ('<p><a href="mailto:a@b.example">a@b.example</a></p>', "a@b.example"),
        ('<p>a<sup><a href="https://a.example/#fn:1">1</a></sup></p>', "a (1)"),
        (
            "<table><thead><tr><th>Kent</th><th>Üye</th></tr></thead>"
            "<tbody><tr><td>Ordu</td><td>12</td></tr></tbody></table>",
            "Kent | Üye\n----------\nOrdu | 12",
        ),
        ("<table role=presentation><tr><td>a</td><td>b</td></tr></table>", "a\n\nb"),
    ],
)
def test_each_element_reads_as_it_should(body, says):
    assert text(body) == says


def test_addresses_within_a_sentence_follow_in_a_numbered_list():
    body = '<p>Bkz. <a href="https://a.example/">a</a>, <a href="https://b.example/">b</a>.</p>'
    again = '<p>Yine <a href="https://a.example/">a</a> orada.</p>'
    assert text(body + again) == (
        "Bkz. a [1], b [2].\n\nYine a [1] orada.\n\n"
        "Bağlantılar\n-----------\n[1] https://a.example/\n[2] https://b.example/"
    )


def test_lines_are_short_and_words_stay_whole():
    lines = text(f"<p>{'kent diplomasisi ' * 40}</p>").split("\n")
    assert max(map(len, lines)) <= WIDTH
    assert not any(line.startswith(" ") or line.endswith(" ") for line in lines)


def test_an_address_is_never_broken():
    address = "https://a.example/" + "uzun-" * 40
    assert address in text(f'<p><a href="{address}">Aç</a></p>')
