"""What goes in: the rules, as sentences about a few items."""

from datetime import date

import pytest

from plugins.languages.item import Stale
from plugins.newsletter.bulletin.selection import contents_of, select
from plugins.newsletter.settings import read_newsletter
from tests.factory import make_item, make_site, pair
from tests.newsletter.mailroom import mail, newsletter, small_site

pytestmark = pytest.mark.slow

OTHER = {"tr": "en", "en": "tr"}


def rules(**changed):
    return read_newsletter({"NEWSLETTER": newsletter(since="2026-11-01", **changed)})


def mailed(*items, lone=(), **changed):
    """Return what is sent of *items* on 20 November 2026: folder and language of the readers."""
    selection = select(make_site(*items), rules(**changed), lone=lone)
    return [(letter.item.folder, letter.lang) for letter in selection.letters]


def left_out(*items, **changed):
    return {
        reason: [item.folder for item in items]
        for reason, items in select(make_site(*items), rules(**changed)).left_out.items()
    }


def issue(*contents, folder="2026-11-18-sayi-2", number=2, **fields):
    made = make_item("bulletins", folder, slug=folder, number=number, **fields)
    made.contents = contents
    return made


def carried(number):
    """Return what Turkish readers get of the issue *number*."""
    site = make_site(number, *dict.fromkeys(number.contents))
    return list(contents_of(number, site, rules(mode="digest"), "tr"))


def test_a_new_post_of_a_pushed_kind_is_sent_to_the_readers_of_its_language():
    assert mailed(make_item()) == [("2026-11-06-ornek", "tr")]


def test_a_post_and_an_issue_may_have_the_same_day():
    """An issue in its mode "posts" stands on the site alone."""
    post = make_item(folder="2026-11-18-ornek")
    assert mailed(post, issue(post)) == [(post.folder, "tr")]


def test_an_issue_with_nothing_for_the_readers_of_a_language_is_not_sent_to_them():
    post = make_item()
    english = make_item("bulletins", "2026-11-18-sayi-2", lang="en", number=2)
    english.contents = (post,)
    site = make_site(post, english)
    found = select(site, rules(mode="digest", untranslated="skip"))
    assert [letter.item.key for letter in found.letters] == []
    assert found.left_out["empty-issue"] == [english]


def test_each_language_of_a_post_is_a_letter_of_its_own():
    assert mailed(*pair(make_item(), make_item(lang="en"))) == [
        ("2026-11-06-ornek", "en"),
        ("2026-11-06-ornek", "tr"),
    ]


@pytest.mark.parametrize(
    ("reason", "item"),
    [
        ("kind", make_item("press", items=[])),
        ("kind", make_item("bulletins", number=1)),
        ("demo", make_item(demo=True)),
        ("unlisted", make_item(listed=False)),
        ("mail-no", make_item(mail="no")),
        ("before-since", make_item(folder="2026-10-31-eski")),
    ],
    ids=["press", "issue", "demo", "hidden", "never", "early"],
)
def test_what_is_never_sent_is_counted_with_its_reason(reason, item):
    assert left_out(item) == {reason: [item.folder]}


def test_the_first_day_itself_is_sent():
    assert mailed(make_item(folder="2026-11-01-ilk"), max_age_days=30)


def test_what_was_left_behind_for_too_long_is_not_sent():
    assert left_out(make_item(folder="2026-11-05-eski"), max_age_days=14) == {
        "too-old": ["2026-11-05-eski"]
    }
    assert mailed(make_item(folder="2026-11-06-yeni"), max_age_days=14)


def test_in_a_digest_an_issue_is_the_letter_and_posts_travel_in_it():
    post = make_item()
    assert mailed(post, issue(post), mode="digest") == [("2026-11-18-sayi-2", "tr")]
    assert left_out(post, mode="digest") == {"in-an-issue": [post.folder]}


def test_in_a_digest_a_post_marked_alone_is_sent_by_itself_and_not_repeated():
    alone, other = make_item(mail="alone"), make_item(folder="2026-11-07-b", slug="b")
    number = issue(alone, other)
    site = make_site(alone, other, number)
    assert mailed(alone, other, number, mode="digest") == [
        (alone.folder, "tr"),
        (number.folder, "tr"),
    ]
    assert list(contents_of(number, site, rules(mode="digest"), "tr")) == [other]


def test_a_post_that_is_not_for_mail_stands_in_no_issue():
    number = issue(make_item(mail="no"))
    assert (
        list(
            contents_of(
                number,
                make_site(number, *dict.fromkeys(number.contents)),
                rules(mode="digest"),
                "tr",
            )
        )
        == []
    )


def test_an_issue_never_repeats_what_an_earlier_one_carried():
    old, new = make_item(), make_item(folder="2026-11-07-b", slug="b")
    first = issue(old, folder="2026-11-08-sayi-1", number=1)
    second = issue(old, new)
    site = make_site(old, new, first, second)
    assert list(contents_of(second, site, rules(mode="digest"), "tr")) == [new]


def test_a_post_named_twice_in_an_issue_is_one_item():
    post = make_item()
    number = issue(post, post)
    assert list(
        contents_of(
            number, make_site(number, *dict.fromkeys(number.contents)), rules(mode="digest"), "tr"
        )
    ) == [post]


def test_an_issue_sends_nothing_from_before_the_first_day():
    number = issue(make_item(folder="2019-11-06-arsiv"))
    assert (
        list(
            contents_of(
                number,
                make_site(number, *dict.fromkeys(number.contents)),
                rules(mode="digest"),
                "tr",
            )
        )
        == []
    )


def test_a_post_without_a_translation_goes_to_its_own_readers_alone():
    assert mailed(make_item(), untranslated="skip") == [("2026-11-06-ornek", "tr")]


def test_with_links_the_readers_of_the_other_language_hear_of_it_too():
    post = make_item()
    assert mailed(post, lone=[post], untranslated="link") == [
        ("2026-11-06-ornek", "en"),
        ("2026-11-06-ornek", "tr"),
    ]


def test_a_translation_that_is_still_to_come_is_not_replaced_by_a_link():
    """Its readers would have had their one e-mail, and never get the text."""
    assert mailed(make_item(), lone=[], untranslated="link") == [("2026-11-06-ornek", "tr")]


def test_a_stale_translation_is_kept_back_or_sent_with_its_warning():
    original, translation = pair(make_item(), make_item(lang="en"))
    translation.stale = Stale("tr", None, ())
    assert mailed(original, translation, untranslated="skip") == [(original.folder, "tr")]
    assert len(mailed(original, translation, untranslated="link")) == 2


def test_a_later_day_of_change_alone_makes_no_translation_stale():
    """The words decide: the day may be that of a picture, or of a word that was mended."""
    changed, translation = pair(make_item(modified="2026-11-12"), make_item(lang="en"))
    assert len(mailed(changed, translation, untranslated="skip")) == 2


def test_an_issue_leaves_out_what_is_stale():
    translation, current = make_item(), make_item(folder="2026-11-07-b", slug="b")
    translation.stale = Stale("en", None, ())
    assert carried(issue(translation, current)) == [current]


def test_the_state_of_a_translation_decides_what_is_sent(tmp_path):
    """From the line in the front matter to the outbox."""
    site = small_site(tmp_path)
    kongre = "news/2026-11-06-kongre/index.{}.md"
    before = mail(site, untranslated="skip")
    title = "title: A Feast of Light in İzmir\n"
    site.replace(kongre.format("en"), title, f"{title}translated_from: tr aaaa bbbb\n")
    after = mail(site, untranslated="skip")
    assert before.keys() - after.keys() == {"news--2026-11-06-kongre.en"}
    warned = mail(site, untranslated="link")["news--2026-11-06-kongre.en"]
    assert "The Turkish text of this has been updated since" in warned.html


def test_letters_come_in_the_order_of_their_days():
    late, early = make_item(folder="2026-11-09-a"), make_item(folder="2026-11-08-b", slug="b")
    assert [folder for folder, _ in mailed(late, early)] == [early.folder, late.folder]
    assert date.fromisoformat("2026-11-08") == early.date


def test_nothing_that_is_not_public_reaches_the_outbox(tmp_path):
    """Drafts, waiting and expired ones; the words that only they have are looked for as well."""
    items = mail(small_site(tmp_path), untranslated="link")
    assert not [name for name in items if "taslak" in name or "bekleyen" in name]
    whole = "".join(path.read_text("utf-8") for path in (tmp_path / "outbox").rglob("*.html"))
    assert "taslaktaslak" not in whole
    assert "bekleyenbekleyen" not in whole


def test_a_new_title_and_slug_do_not_make_a_new_letter(tmp_path):
    site = small_site(tmp_path)
    before = mail(site)
    site.replace("news/2026-11-06-kongre/index.tr.md", "İzmir’de Işık Şöleni", "Başka bir ad")
    after = mail(site)
    assert before.keys() == after.keys()
    name = "news--2026-11-06-kongre.tr"
    assert before[name].page_url != after[name].page_url
    assert before[name].fingerprint != after[name].fingerprint
