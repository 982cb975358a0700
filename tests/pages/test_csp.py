"""The site in Chromium as a host sends it, with the headers of its own `_headers`."""

import json
from urllib.parse import urlsplit

import pytest

from plugins.discovery.headers import build_headers, rules
from tests.pages.host import host

pytestmark = pytest.mark.slow

REPORT = """() => {
    window.violations = []
    addEventListener("securitypolicyviolation",
        event => violations.push([event.effectiveDirective, event.blockedURI, event.sample]))
}"""

DATA = "() => [...document.querySelectorAll('script')].map(one => [one.type, one.textContent])"

FORBIDDEN = {
    "style-src-attr": '<p style="color: red">',
    "style-src-elem": "<style>p { color: red }</style>",
    "script-src-elem": "<script>window.ran = true</script>",
    "script-src-attr": '<img src="/theme/signals.svg" alt="" onload="window.ran = true">',
    "img-src": '<img src="https://other.example/x.png" alt="">',
    "base-uri": '<base href="https://other.example/">',
}
"""What no page may do, and the part of the policy that says so."""

FORM_HOST = "dider.us21.list-manage.com"
FORM = f'<form method="post" action="https://{FORM_HOST}/"><button>Go</button></form>'

EXTRA = {f"/forbidden/{name}": f"<!doctype html>{html}" for name, html in FORBIDDEN.items()}
EXTRA |= {"/form": f"<!doctype html>{FORM}"}


@pytest.fixture(name="hosted", scope="module")
def _hosted(real):
    """Where the site answers as a host sends it, with pages that break its policy beside it."""
    yield from host(real.output, {path: page.encode() for path, page in EXTRA.items()})


@pytest.fixture(name="window")
def _window(chromium):
    """A window that notes what is said of a page: violations, and all messages."""
    context = chromium.new_context()
    context.add_init_script(f"({REPORT})()")
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, said
    context.close()


def violations(page):
    """Return what was reported since the page was opened."""
    page.wait_for_timeout(100)  # they are reported a little later than they happen
    return page.evaluate("violations")


def test_no_kind_of_page_breaks_the_policy(window, hosted, kinds):
    page, said = window
    for kind in kinds:
        answer = page.goto(hosted + kind.url)
        assert "default-src 'none'" in answer.headers["content-security-policy"]
        page.wait_for_load_state("load")
        assert page.evaluate("violations") == [], kind.url
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"  # it has its style
        data = [text for kind_, text in page.evaluate(DATA) if kind_ == "application/ld+json"]
        for text in data:
            assert json.loads(text)["@context"] == "https://schema.org"
    assert [text for text in said if "preload" not in text] == []


@pytest.mark.parametrize("directive", FORBIDDEN)
def test_what_the_policy_forbids_is_reported(window, hosted, directive):
    """Else the test above could not fail."""
    page, said = window
    page.goto(f"{hosted}/forbidden/{directive}")
    assert directive in [effective for effective, _, _ in violations(page)]
    assert page.evaluate("window.ran") is None
    assert said


@pytest.mark.parametrize("url", ["/rss.xml", "/en/atom.xml", "/en/news/rss.xml"])
def test_a_feed_is_shown_to_a_person_with_links_and_help(window, hosted, url):
    page, said = window
    page.goto(hosted + url)
    assert violations(page) == []
    assert page.locator("h1 a").is_visible()
    assert page.locator("h1 + p").bounding_box()["height"] > 0
    assert not page.locator("guid, id").first.is_visible()
    leads = page.locator("h2 a").first.evaluate(
        "one => one instanceof HTMLAnchorElement && one.href"
    )
    assert page.goto(hosted + urlsplit(leads).path).ok
    assert [text for text in said if "preload" not in text] == []


@pytest.mark.parametrize(("url", "lang"), [("/yok/", "tr"), ("/en/nothing/", "en")])
def test_what_is_not_there_is_said_in_the_language_of_the_address(window, hosted, url, lang):
    page, _ = window
    assert page.goto(hosted + url).status == 404
    assert page.evaluate("document.documentElement.lang") == lang
    assert violations(page) == []


@pytest.mark.parametrize("form_host", [None, FORM_HOST])
def test_a_form_reaches_the_host_of_the_sign_up_if_there_is_one(window, real, form_host):
    page, said = window
    reached = []
    page.route(f"https://{FORM_HOST}/**", lambda route: (reached.append(1), route.abort()))
    pages = {"/form": EXTRA["/form"].encode()}
    answers = host(real.output, pages, headers=build_headers(rules(form_host, [])))
    page.goto(next(answers) + "/form")
    page.evaluate("setTimeout(() => document.forms[0].submit())")
    for _ in range(200):  # until one of the two has happened
        if reached or said:
            break
        page.wait_for_timeout(50)
    assert bool(reached) == bool(form_host)
    assert any("form-action" in text for text in said) == (not form_host)
    next(answers, None)
