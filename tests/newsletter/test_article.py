"""The text of an item for a mail program."""

import pytest
from PIL import Image

from plugins.newsletter.letters.article import article, secure

PAGE = "https://dider.example/haberler/ornek/"


def made(text, pictures=None):
    return "\n".join(
        article(text, page=PAGE, pictures=pictures or {}, instead=lambda alt: f"Görsel: {alt}")
    )


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/en/about/", "https://dider.example/en/about/"),
        ("#fn:1", PAGE + "#fn:1"),
        ("//cdn.example/a", "https://cdn.example/a"),
        ("https://a.example/?a=1&b=2", "https://a.example/?a=1&b=2"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("http://a.example/", PAGE),
        ("javascript:alert(1)", PAGE),
        ("https://[", PAGE),
    ],
)
def test_an_address_is_absolute_and_https_or_the_page_itself(address, leads_to):
    assert secure(address, PAGE) == leads_to


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<style>*{}</style>",
        "<iframe src='https://a.example'></iframe>",
        "<form><input></form>",
        "<p onclick='x()' style='color:red' mc:edit='body'>",
        "<svg><a href='javascript:x'>x</a></svg>",
    ],
)
def test_what_a_mail_program_must_not_get_is_gone(text):
    result = made(text)
    for word in ("alert", "onclick", "style", "mc:edit", "<form", "<iframe", "<svg", "javascript"):
        assert word not in result


def test_a_picture_has_its_address_and_its_size(tmp_path):
    Image.new("RGB", (1200, 600)).save(tmp_path / "a.png")
    result = made(
        '<p><img src="/media/a.png" alt="Fener"></p>', {"/media/a.png": tmp_path / "a.png"}
    )
    assert 'src="https://dider.example/media/a.png"' in result
    assert 'alt="Fener"' in result
    assert 'width="536"' in result
    assert 'height="268"' in result


def test_a_drawing_that_few_programs_show_becomes_words_that_lead_to_the_page(tmp_path):
    result = made('<p>a <img src="/media/a.svg" alt="Fener"> b</p>', {"/media/a.svg": tmp_path})
    assert result == f'<p>a <a href="{PAGE}">Görsel: Fener</a> b</p>'


def test_within_a_link_those_words_are_no_second_link():
    result = made('<p><a href="/x/"><img src="/media/a.svg" alt="Fener"></a></p>')
    assert result.count("<a ") == 1


def test_the_way_back_from_a_footnote_is_left_out():
    assert "↩" not in made(
        '<div class="footnote"><p>Not <a class="footnote-backref" href="#r">↩</a></p></div>'
    )


def test_words_in_another_language_stay_marked():
    assert 'lang="en"' in made('<p><span lang="en">city diplomacy</span></p>')


def test_loose_words_become_a_paragraph():
    assert made("bir <p>iki</p> üç") == "<p>bir</p>\n<p>iki</p>\n<p>üç</p>"
