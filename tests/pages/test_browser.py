"""What a visitor's browser does with the pages."""

import re
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.slow

WIDTHS = {
    "tr": {100: (320, 768, 1440), 200: (320, 768)},
    "en": {100: (360, 1024), 200: (320,)},
}
"""At which widths a page is looked at, by the size of its text in per cent."""

WIDE = """() => document.documentElement.scrollWidth > innerWidth"""

SHIFTS = """() => new Promise(done => {
    let sum = 0
    new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
        .observe({type: "layout-shift", buffered: true})
    document.fonts.ready.then(() => setTimeout(() => done(sum), 50))
})"""

# Nothing is drawn before the page has been read to its end.
# https://html.spec.whatwg.org/multipage/links.html#link-type-expect
EXPECT = '<link rel="expect" href="#_end" blocking="render">'
END = '<i id="_end" hidden></i>'

BROKEN = r"""() => [...document.querySelectorAll("th, td")].flatMap(cell => {
    const broken = [], walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    while (walk.nextNode())
        for (const word of walk.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu)) {
            const range = document.createRange()
            range.setStart(walk.currentNode, word.index)
            range.setEnd(walk.currentNode, word.index + word[0].length)
            if (new Set([...range.getClientRects()].map(box => box.top)).size > 1)
                broken.push(word[0])
        }
    return broken
})"""

FOCUS = r"""() => {
    window.stops = []
    const light = colour => {  // https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
        const [r, g, b] = colour.match(/[\d.]+/g).map(part => part / 255)
            .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
        return .2126 * r + .7152 * g + .0722 * b + .05
    }
    const around = one => {  // what the outline lies on
        const under = getComputedStyle(one).backgroundColor
        return under === "rgba(0, 0, 0, 0)" ? around(one.parentElement) : under
    }
    const contrast = (a, b) => Math.max(a / b, b / a)
    addEventListener("focusin", ({target: one}) => {
        const style = getComputedStyle(one), box = one.getBoundingClientRect()
        stops.push([
            one.textContent.trim() || one.getAttribute("aria-label") || one.tagName,
            box.width > 0 && box.height > 0 && style.clipPath === "none"
                && parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== "none"
                && contrast(light(style.outlineColor), light(around(one.parentElement))) >= 3,
            one.compareDocumentPosition(stops.last || document.body),
        ])
        stops.last = one
    })
    const all = [...document.querySelectorAll("a[href], button, input, [tabindex='0']")]
    return all.filter(one => one.checkVisibility()).length
}"""


def draw_when_read(route):
    """Let the browser draw a page in one piece: on a slow machine it draws half of one, too."""
    answer = route.fetch()
    html = answer.text().replace("<head>", "<head>" + EXPECT).replace("</body>", END + "</body>")
    route.fulfill(response=answer, body=html)


def test_no_page_is_wider_than_the_screen_not_even_with_text_at_200_percent(page, kinds):
    wide = []
    for kind in kinds:
        page.goto(kind.url)
        for scale, widths in WIDTHS[kind.lang].items():
            page.evaluate("scale => document.documentElement.style.fontSize = scale + '%'", scale)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                wide += [(kind.url, scale, width)] if page.evaluate(WIDE) else []
    assert wide == []


MATRIX = "/bildirgeler/kent-konseyleri-agi-gaziantep-sonuc-bildirgesi/"


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("url", ["/kisisel-veriler/", "/en/privacy/", "/yonetim/", MATRIX])
def test_on_a_telephone_a_table_scrolls_and_breaks_no_word(page, url, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url)
    assert page.evaluate(BROKEN) == []
    for frame in page.locator("main table").locator("..").all():
        assert frame.get_attribute("tabindex") == "0"
        assert frame.get_attribute("aria-label") or frame.get_attribute("aria-labelledby")


def test_the_key_of_a_matrix_is_read_without_scrolling(page):
    for width in (320, 360, 768):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(MATRIX)
        described = page.locator("table.matrix").get_attribute("aria-describedby")
        box = page.locator(f"#{described}").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280])
def test_in_a_list_its_title_is_largest_then_years_then_days_then_titles_of_rows(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    size = "one => parseFloat(getComputedStyle(one).fontSize)"
    for url in ("/haberler/", "/en/announcements/", "/etiketler/kent-diplomasisi/"):
        page.goto(url)
        sizes = [
            page.locator(selector).first.evaluate(size)
            for selector in ("h1", ".year__figure", ".row .day__number", ".row__title")
        ]
        assert sizes == sorted(set(sizes), reverse=True), url


@pytest.mark.parametrize("url", ["/", "/haberler/", "/en/about/"])
def test_a_page_needs_few_requests(page, url):
    asked = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    page.goto(url)
    page.wait_for_load_state("networkidle")
    allowed = {url, "/theme/css/site.css", "/theme/signals.svg", "/theme/favicon.svg"}
    fonts = {f"/theme/fonts/bricolage-{cut}.woff2" for cut in ("text", "display")}
    assert set(asked) <= allowed | fonts


@pytest.mark.parametrize(("width", "late"), [(360, 0), (1280, 0), (1280, 300)])
def test_a_page_loads_from_here_alone_and_nothing_moves(page, kinds, address, width, late):
    asked, wrong = set(), []
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("response", lambda r: wrong.append((r.status, r.url)) if r.status >= 400 else None)
    page.on("console", lambda message: wrong.append(message.text))
    if late:  # what comes late waits for the next page
        page.route("**/*.woff2", lambda route: (page.wait_for_timeout(late), route.continue_()))
    page.route(re.compile(r"(/|\.html)$"), draw_when_read)
    page.set_viewport_size({"width": width, "height": 800})
    moved = {}
    for kind in kinds[:: 4 if late else 1]:
        page.goto(kind.url)
        if shift := round(page.evaluate(SHIFTS), 3):
            moved[kind.url] = shift
    assert moved == {}
    assert asked == {urlsplit(address).netloc}
    assert [fault for fault in wrong if "preload" not in fault] == []


LINES = """() => {
    const one = document.querySelector("h1"), style = getComputedStyle(one)
    return Math.round(parseFloat(style.height) / parseFloat(style.lineHeight))
}"""
LARGE = ("/", "/en/", "/en/announcements/", "/en/declarations/", "/basin-ozetleri/", "/paydaslar/")


def test_the_largest_titles_break_alike_before_the_fonts_are_there_and_after(page):
    """Once a first visitor read “Announcement-s”: at this size the stand-ins were too wide."""
    stand_in = "document.fonts.load('800 99px Tall Arial').then(faces => faces.length)"
    lines = []
    for fonts in ("late", "there"):
        for url in LARGE:
            if fonts == "late":
                page.route("**/*.woff2", lambda route: route.abort())
            page.goto(url)
            if fonts == "there":
                page.evaluate("document.fonts.ready.then(() => 1)")
            elif not page.evaluate(stand_in):
                pytest.skip("no font of this machine is one that stands in")
            for width in (360, 768, 1280):
                page.set_viewport_size({"width": width, "height": 800})
                lines.append((url, width, page.evaluate(LINES)))
        page.unroute_all()
        page.goto("/")
        page.goto("/")  # by now the fonts are kept
    assert lines[: len(lines) // 2] == lines[len(lines) // 2 :]


def test_the_keyboard_reaches_everything_in_order_and_shows_where_it_is(page, kinds):
    """Each stop can be seen, comes after the one before it, and lets the focus go on."""
    before = 2  # Node.DOCUMENT_POSITION_PRECEDING
    for kind in kinds:
        if kind.lang == "en" or kind.template == "components.html":
            continue  # the same frame and macros
        page.goto(kind.url)
        for _ in range(page.evaluate(FOCUS)):
            page.keyboard.press("Tab")
        stops, all_stops = page.evaluate("[stops.map(s => s), stops.length]")
        assert all_stops == page.evaluate(FOCUS), kind.url
        assert [name for name, seen, _ in stops if not seen] == [], kind.url
        assert [name for name, _, last in stops[1:] if not last & before] == [], kind.url


def test_the_first_stop_leads_past_the_menu(page):
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "_main"


def test_with_colours_of_the_reader_nothing_hangs_on_ours(page):
    page.emulate_media(forced_colors="active")
    page.goto("/")
    clear = "rgba(0, 0, 0, 0)"
    for url, selector in (("/", ".hero__title"), ("/bilesenler/", ".leaf__figure")):
        page.goto(url)
        colour = page.locator(selector).first.evaluate("one => getComputedStyle(one).color")
        assert colour != clear
        mast = "one => getComputedStyle(one, '::after').backgroundColor"
        assert page.locator(".mast").first.evaluate(mast) != clear


@pytest.mark.parametrize("media", [{"media": "print"}, {"forced_colors": "active"}])
def test_a_day_that_is_off_is_struck_also_where_line_and_figure_have_one_colour(page, media):
    page.emulate_media(**media)
    page.goto("/bilesenler/")
    edge = "one => [...['color', 'width'].map(n => getComputedStyle(one, '{}')['outline-' + n])]"
    for selector, part in (
        (".row--cancelled .day__number", "after"),
        (".leaf--cancelled .leaf__sea", "before"),
    ):
        struck = page.locator(selector).first.evaluate(edge.format("::" + part))
        assert struck[0] == "rgb(255, 255, 255)", selector
        assert struck[1] != "0px", selector


def test_nothing_moves_by_itself(real):
    css = (real.output / "theme" / "css" / "site.css").read_text(encoding="utf-8")
    assert not any(word in css for word in ("animation", "transition", "scroll-behavior"))


def test_on_paper_the_words_stay_and_the_menus_go(page, kinds):
    page.emulate_media(media="print", color_scheme="dark")
    for kind in kinds[::2]:
        page.goto(kind.url)
        assert page.locator("h1").first.is_visible()
        assert page.locator("footer a").first.is_hidden()
        assert page.locator("header nav").is_hidden()
        ink = page.locator("h1").first.evaluate("one => getComputedStyle(one).color")
        assert ink in ("rgb(0, 0, 0)", "rgb(0, 0, 0, 1)"), kind.url
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_decision_that_the_address_names_is_flooded(page):
    page.goto("/bildirgeler/kent-konseyleri-agi-gaziantep-sonuc-bildirgesi/#karar-2")
    colour = "one => getComputedStyle(one).backgroundColor"
    second, first = page.locator("#karar-2"), page.locator("#karar-1")
    assert second.evaluate(colour) != first.evaluate(colour)
    page.emulate_media(media="print", color_scheme="dark")
    assert second.evaluate(colour) == first.evaluate(colour)
