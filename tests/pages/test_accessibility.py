"""Every kind of page before axe-core in Chromium: both languages, light and dark, three widths.

What is measured here is what the accessibility page says: `theme/accessibility.yaml` holds it.
"""

from importlib.resources import files

import pytest
import yaml

from tests.conftest import PROJECT

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WIDTHS = (320, 768, 1280)
COLOUR = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules that colours have a part in: in the dark the others would find the same."""
RULES = {"light": TAGS, "dark": COLOUR}
SEEN = {
    "tr": {"light": (320, 1280), "dark": (768,)},
    "en": {"light": (768,), "dark": (320, 1280)},
}
"""At which widths a page is examined: of a kind, each scheme at each width in one language."""

RUN = """only => axe.run(document, {runOnly: only, resultTypes: ["violations"]})
    .then(result => result.violations.flatMap(violation =>
        violation.nodes.map(node => [violation.id, node.target.join(" "), node.failureSummary])))"""

RESULTS = yaml.safe_load((PROJECT / "theme" / "accessibility.yaml").read_text(encoding="utf-8"))

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_axe_core_finds_nothing_on_any_kind_of_page(page, kinds, lang):
    found = []
    for kind in kinds:
        if kind.lang != lang:
            continue
        page.goto(kind.url)
        page.evaluate(AXE)
        for scheme, widths in SEEN[lang].items():
            page.emulate_media(color_scheme=scheme)
            for width in widths:
                page.set_viewport_size({"width": width, "height": 800})
                faults = page.evaluate(RUN, RULES[scheme])
                found += [(kind.url, scheme, width, *fault) for fault in faults]
    assert found == []


def test_the_results_count_every_kind_of_page(kinds):
    assert {
        "kinds": len({kind.template for kind in kinds}),
        "pages": len(kinds),
        "runs": sum(len(widths) for kind in kinds for widths in SEEN[kind.lang].values()),
        "violations": 0,
    } == {name: RESULTS[name] for name in ("kinds", "pages", "runs", "violations")}


def test_the_accessibility_page_names_the_axe_core_that_was_used(page, kinds):
    page.goto(kinds[0].url)
    page.evaluate(AXE)
    assert page.evaluate("axe.version") == RESULTS["axe_core"]
    assert list(WIDTHS) == RESULTS["widths"]


def test_the_accessibility_page_says_what_was_measured(real):
    for url in ("/erisilebilirlik/", "/en/accessibility/"):
        html = real.page(url)
        for name in ("axe_core", "kinds", "pages", "runs"):
            assert f'<span class="day__number">{RESULTS[name]}</span>' in html
