"""The sign-up page: a plain form, a consent that nobody has ticked, and the notice beside it."""

import pytest
from lxml import html

from tests.newsletter.mailroom import FORM, newsletter

PAGE = "---\ntitle: {title}\nslug: {slug}\nsummary: x\n{more}---\n"
URLS = {"tr": "/kayit/", "en": "/en/sign-up/"}


@pytest.fixture(name="office")
def _office(site):
    site.write(
        "pages/signup/index.tr.md",
        PAGE.format(title="Kayıt", slug="kayit", more="template: signup\n"),
    )
    site.write("pages/signup/index.en.md", PAGE.format(title="Sign up", slug="sign-up", more=""))
    site.write(
        "pages/privacy/index.tr.md",
        PAGE.format(title="Aydınlatma metni", slug="kisisel-veriler", more=""),
    )
    site.write(
        "pages/privacy/index.en.md", PAGE.format(title="Privacy notice", slug="privacy", more="")
    )
    return site


def form_of(site, lang):
    return html.document_fromstring(site.page(URLS[lang])).find(".//form")


@pytest.fixture(name="open_office")
def _open_office(office):
    office.build(NEWSLETTER=newsletter(form=FORM))
    return office


@pytest.mark.parametrize("lang", URLS)
def test_the_form_goes_straight_to_mailchimp(open_office, lang):
    form = form_of(open_office, lang)
    assert form.get("method") == "post"
    assert form.get("action") == (
        "https://dider.us21.list-manage.com/subscribe/post?u=0123abcd&id=4567ef&f_id=89ab"
    )
    page = open_office.page(URLS[lang])
    assert "<script" not in page.replace('<script type="application/ld+json"', "")  # data


@pytest.mark.parametrize("lang", URLS)
def test_the_language_of_the_page_is_chosen_already(open_office, lang):
    options = form_of(open_office, lang).findall(".//select[@name='LANG']/option")
    assert [(o.get("value"), o.get("selected") is not None) for o in options] == [
        ("tr", lang == "tr"),
        ("en", lang == "en"),
    ]


@pytest.mark.parametrize("lang", URLS)
def test_consent_is_asked_for_and_never_ticked_for_anybody(open_office, lang):
    (box,) = form_of(open_office, lang).findall(".//input[@type='checkbox']")
    assert box.get("checked") is None
    assert box.get("required") is not None
    assert (box.get("name"), box.get("value")) == ("gdpr[123]", "Y")


@pytest.mark.parametrize(("lang", "url"), [("tr", "/kisisel-veriler/"), ("en", "/en/privacy/")])
def test_the_notice_in_the_same_language_is_linked_beside_it(open_office, lang, url):
    assert [link.get("href") for link in form_of(open_office, lang).iter("a")] == [url]


def test_the_trap_is_out_of_reach_of_autofill_and_screen_readers(open_office):
    trap = form_of(open_office, "tr").find(".//input[@name='b_0123abcd_4567ef']")
    assert (trap.get("tabindex"), trap.get("autocomplete"), trap.get("value")) == ("-1", "off", "")
    assert trap.getparent().get("aria-hidden") == "true"
    assert trap.get("type") == "text"  # a hidden one would be left alone by robots too


def test_every_question_has_a_label(open_office):
    form = form_of(open_office, "tr")
    labels = {label.get("for") for label in form.iter("label")}
    seen = form.findall(".//input[@required]") + form.findall(".//select")
    assert {field.get("id") for field in seen} == labels


def test_the_version_of_the_words_is_sent_along(open_office):
    hidden = form_of(open_office, "tr").find(".//input[@type='hidden']")
    assert (hidden.get("name"), hidden.get("value")) == ("CONSENT", "2026-11")


@pytest.mark.parametrize(
    ("lang", "says"),
    [("tr", "kayıt henüz açılmadı"), ("en", "One can’t sign up for the e-bulletin yet")],
)
def test_without_a_list_there_is_a_sentence_and_no_dead_form(office, lang, says):
    office.build(NEWSLETTER=newsletter(form=None))
    assert form_of(office, lang) is None
    assert says in office.page(URLS[lang]).partition("<footer")[0]


def test_a_form_without_the_notice_in_its_language_stops_the_build(office):
    (office.content / "pages/privacy/index.en.md").unlink()
    problems = office.problems(NEWSLETTER=newsletter(form=FORM))
    assert [(p.path, p.rule) for p in problems] == [
        ("content/pages/signup/index.en.md", "form-without-notice")
    ]


@pytest.mark.parametrize("lang", URLS)
def test_the_foot_of_every_page_leads_to_the_sign_up_once(open_office, lang):
    home = {"tr": "/", "en": "/en/"}[lang]
    page = html.document_fromstring(open_office.page(home))
    links = page.xpath("//footer//a[@href=$url]", url=URLS[lang])
    assert [link.get("class") for link in links] == ["button"]


@pytest.mark.parametrize("lang", URLS)
def test_the_foot_invites_nobody_as_long_as_nobody_can_sign_up(office, lang):
    office.build(NEWSLETTER=newsletter(form=None))
    home = {"tr": "/", "en": "/en/"}[lang]
    page = html.document_fromstring(office.page(home))
    assert not page.xpath("//footer//a[@href=$url]", url=URLS[lang])
    button = page.find(".//footer//a[@class='button']")
    assert button.get("href") == f"{home}rss.xml"
