"""The page of search, in Chromium: as one types, by keyboard, without a script, without a net."""

import pytest

from tests.pages.test_accessibility import AXE, RUN, TAGS

pytestmark = pytest.mark.slow

FIELD, STATUS, HITS = "input[type=search]", "#_status", "#_results li"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)


@pytest.fixture(name="type_in")
def _type_in(page):
    """Open the page of search and type; wait for the words that say what came of it."""

    def type_in(words, *, url="/ara/", then="sayfa bulundu"):
        page.goto(url)
        page.type(FIELD, words)
        page.wait_for_function(
            "then => document.querySelector('#_status').textContent.includes(then)", arg=then
        )
        page.wait_for_load_state("networkidle")

    return type_in


def test_it_finds_as_one_types_and_the_address_says_what(page, type_in):
    type_in("calistay izm")
    assert page.locator(HITS).count() == 1
    assert page.inner_text(f"{HITS} h3") == "İzmir çalıştayı"
    assert page.locator(f"{HITS} mark").all_inner_texts()[:2] == ["İzmir", "çalıştayı"]
    assert "Haber" in page.inner_text(HITS)
    assert page.inner_text(f"{HITS} time").split() == ["04", "Mayıs", "2026"]
    assert page.url.endswith("/ara/?q=calistay+izm")
    assert page.title().startswith("calistay izm · ")
    assert page.locator("#_subjects").is_hidden()


def test_the_way_back_from_a_result_leads_to_the_results(page, type_in):
    type_in("gaziantep")
    page.click(f"{HITS} a")
    page.wait_for_url("**/bildirgeler/**")
    page.go_back()
    page.wait_for_selector(HITS)
    assert page.input_value(FIELD) == "gaziantep"


def test_what_was_asked_for_before_comes_back(page, type_in):
    type_in("gaziantep")
    page.keyboard.press("Enter")
    page.fill(FIELD, "stajyer")
    page.wait_for_url("**q=stajyer")
    page.go_back()
    page.wait_for_function(
        "document.querySelector('#_results h3').textContent.includes('Gaziantep')"
    )
    assert page.input_value(FIELD) == "gaziantep"


def test_the_passage_with_the_hit_is_shown(page, type_in):
    type_in("tüzük okundu")
    page.wait_for_selector(f"{HITS} p mark")
    assert "dernek tüzüğü okundu" in page.inner_text(f"{HITS} [data-part=text]")


def test_a_page_in_the_other_language_says_so(page, type_in):
    type_in("güzelyalı", url="/en/search/", then="found")
    assert page.get_attribute(f"{HITS} a", "lang") == "tr"
    assert page.get_attribute(f"{HITS} a", "hreflang") == "tr"
    assert page.get_attribute(f"{HITS} [data-part=text]", "lang") == "tr"
    assert "Turkish" in page.inner_text(f"{HITS} .row__status")


def test_a_cancelled_event_says_so(page, type_in):
    type_in("iklim yuvarlak masa")
    assert "İptal edildi" in page.inner_text(f"{HITS} .row__status")


def test_the_arrows_lead_through_the_results_and_more_goes_on(page, type_in):
    type_in("kent")
    focused = "[...document.querySelectorAll('#_results h3 a')].indexOf(document.activeElement)"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused) == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "_query"
    page.click("[data-part=more] button")
    page.wait_for_function("document.querySelectorAll('#_results li').length === 20")
    assert page.evaluate(focused) == 10


@pytest.mark.parametrize(
    ("url", "then"),
    [("/ara/", "“izmr” tam olarak geçmiyor"), ("/en/search/", "No page has all of “izmr”")],
)
def test_a_slip_of_one_letter_is_said_and_the_nearest_pages_are_shown(page, type_in, url, then):
    type_in("izmr", url=url, then=then)
    assert page.locator(HITS).count() == 10
    assert page.locator(f"{HITS} mark").all_inner_texts()[0] == "İzmir"


def test_where_nothing_is_found_the_subjects_are_shown(page, type_in):
    type_in("zürafa", then="için bir şey bulunamadı")
    assert page.locator("[data-part=advice]").is_visible()
    assert page.locator("#_subjects").is_visible()
    assert page.locator(HITS).count() == 0


def test_where_the_net_is_gone_it_says_so_and_tries_again(page, type_in):
    page.route("**/data/*", lambda route: route.abort())
    type_in("gaziantep", then="yüklenemedi")
    assert page.locator("#_subjects").is_visible()
    page.unroute("**/data/*")
    page.click("[data-part=again] button")
    page.wait_for_selector(HITS)
    assert page.locator("[data-part=again]").is_hidden()


def test_without_a_script_there_is_an_index_of_subjects(chromium, address):
    context = chromium.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("/ara/")
    assert page.locator("form[role=search]").is_hidden()
    assert page.get_by_text("Arama, JavaScript ister").is_visible()
    letters = page.locator("#_subjects nav a").all_inner_texts()
    assert letters == sorted(letters, key="ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ".index)
    assert "Göç" in page.locator("#_subjects ul a").all_inner_texts()
    context.close()


def test_a_strict_policy_lets_it_work(page, type_in):
    said = []
    page.on("console", lambda message: said.append(message.text))

    def guard(route):
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": POLICY}
        route.fulfill(response=answer, headers=headers)

    page.route("**/ara/", guard)
    type_in("tüzük okundu")
    page.wait_for_selector(f"{HITS} p mark")
    assert [text for text in said if "preload" not in text] == []


@pytest.mark.parametrize(
    ("url", "words", "then"),
    [
        ("/ara/", "kardeş kent", "sayfa bulundu"),
        ("/en/search/", "rıhtım", "found"),
        ("/en/search/", "giraffe", "Nothing was found"),
    ],
)
def test_axe_core_finds_nothing_among_results(page, type_in, url, words, then):
    type_in(words, url=url, then=then)
    page.evaluate(AXE)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
            assert page.evaluate(RUN, TAGS) == []
