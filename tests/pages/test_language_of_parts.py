"""Words of the other language say so, wherever the site puts them (WCAG 3.1.2)."""

import re

import pytest
from lxml import etree, html

FIELDS = ("title", "summary", "place", "menu_title", "host", "subject")


def words_of(site, lang):
    """Return what the items of *lang* say in their own words: titles, summaries, places, goals."""
    found = set()
    for item in site.items[lang]:
        found |= {getattr(item, name) for name in FIELDS} | set(item.decisions or ())
        found |= {goal.title for goal in site.goals[lang]} | {tag.name for tag in item.tags}
    return {squeeze(words) for words in found if isinstance(words, str) and len(words) > 3}


def squeeze(text):
    return re.sub(r"\s+", " ", text).strip()


def language_of(element):
    """Return the language that a screen reader takes *element* to be in."""
    return element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")


def texts(tree):
    """Yield every element with text of its own, and that text."""
    for element in tree.iter(etree.Element):
        own = squeeze(" ".join(element.xpath("text()")))
        if own:
            yield element, own


@pytest.fixture(name="trees", scope="module")
def _trees(real):
    return {path: html.parse(str(path)).getroot() for path in sorted(real.output.rglob("*.html"))}


def test_every_page_says_its_language(trees, real):
    for path, tree in trees.items():
        lang = "en" if "en" in path.relative_to(real.output).parts[:1] else "tr"
        assert tree.get("lang") == lang


@pytest.mark.parametrize(("lang", "other"), [("tr", "en"), ("en", "tr")])
def test_words_of_the_other_language_are_marked(trees, real, lang, other):
    site = real.result.site
    foreign = words_of(site, other) - words_of(site, lang)
    seen, wrong = 0, []
    for path, tree in trees.items():
        if tree.get("lang") != lang or "components" in str(path) or "bilesenler" in str(path):
            continue
        for element, own in texts(tree.find("body")):
            if own in foreign:
                seen += 1
                if language_of(element) != other:
                    wrong.append((path.relative_to(real.output).as_posix(), own))
    assert wrong == []
    assert seen > 0


def test_no_words_are_marked_as_of_the_other_language_without_need(trees, real):
    """What is marked is in that language: its own items, its name, or a foreign newspaper's."""
    site = real.result.site
    for path, tree in trees.items():
        for element in tree.xpath("//body//*[@lang]"):
            own, lang = squeeze(element.text_content()), element.get("lang")
            if lang in site.items and own in words_of(site, "tr" if lang == "en" else "en"):
                assert own in words_of(site, lang), (path, own)


def test_links_to_the_other_language_say_so(trees):
    for tree in trees.values():
        other = "tr" if tree.get("lang") == "en" else "en"
        for link in tree.xpath("//main//a[@lang]"):
            if link.get("lang") == other:
                assert link.get("hreflang") == other


def test_no_capitals_are_made_by_machine(real):
    css = (real.output / "theme" / "css" / "site.css").read_text(encoding="utf-8")
    assert "text-transform" not in css
