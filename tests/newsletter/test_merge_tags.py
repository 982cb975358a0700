"""An author's text can never become a merge tag, in any field, whatever it is written with."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.newsletter.letters.article import article
from plugins.newsletter.letters.merge_tags import (
    JOINER,
    TAGS,
    fill,
    foreign_tags,
    marks,
    neutralise,
    neutralise_html,
    without_marks,
)
from tests.newsletter.mailroom import mail, small_site

EVIL = "*|UNSUB|* *|IF:FNAME|* |*|* *||* **|LIST:NAME|**"
SIGNS = st.text(alphabet="*|&#42;124;UNSB:x \u2060\ue000\ue001")


@given(SIGNS)
def test_nothing_that_opens_or_closes_a_tag_is_left(text):
    assert not re.search(r"\*\||\|\*", neutralise(text))


@given(SIGNS)
def test_a_reader_sees_the_same_words(text):
    assert neutralise(text).replace(JOINER, "") == text.replace(JOINER, "")


@given(SIGNS)
def test_neutralising_twice_changes_nothing_more(text):
    assert neutralise(neutralise(text)) == neutralise(text)


@given(SIGNS)
def test_an_author_can_write_no_mark_of_ours(text):
    assert fill(neutralise(without_marks(text)), "html") == neutralise(without_marks(text))


def test_an_address_leads_where_it_led():
    assert neutralise_html('<a href="https://a.example/?q=*|X|*">*|</a>') == (
        f'<a href="https://a.example/?q=*%7CX%7C*">*{JOINER}|</a>'
    )


@pytest.mark.parametrize("channel", ["html", "text"])
def test_our_own_marks_become_tags(channel):
    for name, mark in marks().items():
        assert fill(neutralise(mark), channel) == TAGS[name][channel]


def test_a_foreign_tag_is_found():
    assert foreign_tags("a *|UNSUB|* b *|FNAME|* c *| d") == ["*|FNAME|*", "*|"]


@pytest.mark.parametrize(
    "text", ["*|UNSUB|*", "&#42;&#124;FNAME&#124;&#42;", "&ast;|X|&ast;", EVIL], ids=repr
)
def test_entities_decode_to_nothing_that_mailchimp_reads(text):
    blocks = article(
        f"<p title='{text}'>{text}</p>", page="https://x.example/", pictures={}, instead=str
    )
    assert not foreign_tags(neutralise_html("".join(blocks)))


def test_no_field_of_any_kind_carries_a_tag_into_any_part(tmp_path):
    site = small_site(tmp_path)
    quoted = '"' + EVIL.replace('"', "") + '"'
    site.write(
        "events/2026-11-15-kotu/index.tr.md",
        f"---\ntitle: {quoted}\nsummary: {quoted}\nplace: {quoted}\nstarts: 2026-12-12 18:30\n"
        f'organisers: [{quoted}]\nregistration_url: "https://a.example/?a=*|UNSUB|*"\n---\n'
        f"# {EVIL}\n".replace("# ", "## ")
        + "\n[*|FNAME|*](https://a.example/?b=*|UNSUB|*) &#42;&#124;UNSUB&#124;&#42;\n\n"
        "| a* | *b |\n|---|---|\n| c* | *d |\n\n`*|CODE|*`\n\n&#xE000;unsubscribe&#xE001;\n",
    )
    site.write(
        "declarations/2026-11-15-kotu/index.tr.md",
        f"---\ntitle: {quoted}\nsummary: {quoted}\nplace: {quoted}\nadopted_on: 2026-11-15\n"
        f"slug: kotu\ndecisions: [{quoted}]\nsource:\n  name: {quoted}\n---\n",
    )
    site.replace(
        "bulletins/2026-11-20-sayi-1/index.tr.md",
        "summary: İlk sayı.",
        f"summary: {quoted}\nsubject: {quoted}\npreheader: {quoted}",
    )
    site.replace(
        "bulletins/2026-11-20-sayi-1/index.tr.md",
        "items:\n",
        "items:\n  - events/2026-11-15-kotu\n  - declarations/2026-11-15-kotu\n",
    )
    for mode in ("posts", "digest"):
        items = mail(site, mode=mode, untranslated="link")
        assert items
        for item in items.values():
            parts = (item.title, item.subject, item.preheader, item.html, item.text)
            assert [foreign_tags(part) for part in parts] == [[], [], [], [], []]
            for name in ("unsubscribe", "preferences", "address"):
                assert item.html.count(TAGS[name]["html"]) == 1
                assert item.text.count(TAGS[name]["text"]) == 1
            assert item.html.count(TAGS["preview"]["html"]) == 1
