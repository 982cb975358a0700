"""What people type, and whether they get the page that they look for (`queries.yaml`).

All is asked in Chromium, of the script that visitors get.
"""

import gzip
from unicodedata import category

import pytest

from plugins.languages.catalogue import read_catalogues
from plugins.search import numbered
from plugins.search.rules import read_rules
from plugins.search.texts import plain
from plugins.search.words import Folding
from tests.conftest import PROJECT
from tests.search.conftest import QUERIES

pytestmark = pytest.mark.slow

FIRST = 5
"""A page among so many is found: they are seen without going on."""

RECALL = 0.95
BUDGET = 60_000
"""Bytes of the scripts and of what the first search loads, compressed."""

ASK = """async ([lang, queries]) => {
    const {Index} = await import("/theme/search/index.js")
    const {search} = await import("/theme/search/find.js")
    const bases = {tr: "/ara/data/", en: "/en/search/data/"}
    const order = lang === "tr" ? ["tr", "en"] : ["en", "tr"]
    const indexes = await Promise.all(order.map(own => Index.open(bases[own])))
    const answers = []
    for (const query of queries) {
        answers.push((await search(indexes, query)).hits.map(({number}) => number))
    }
    return answers
}"""

FOLD = """async ([lang, texts]) => {
    const {Index} = await import("/theme/search/index.js")
    const {folding} = await Index.open({tr: "/ara/data/", en: "/en/search/data/"}[lang])
    return texts.map(text => folding.words(text))
}"""

RELATED = """async ([lang, pairs]) => {
    const {Index} = await import("/theme/search/index.js")
    const {isForm} = await import("/theme/search/stems.js")
    const {grammar} = await Index.open({tr: "/ara/data/", en: "/en/search/data/"}[lang])
    return pairs.map(([one, other]) =>
        Boolean(isForm(grammar.stems(one), grammar.stems(other), new Set())))
}"""

FORMS = {
    "tr": {
        "dernek": "dernegi derneginin derneklerimizde dernegimizle",
        "tuzuk": "tuzugu tuzukte tuzugumuzun",
        "ortaklik": "ortakligi ortakliklar ortakliginin",
        "belediye": "belediyeler belediyesi belediyelerinin belediyeye",
        "calistay": "calistayi calistayina calistaylarda",
        "konsey": "konseyi konseyleri konseylerinden",
        "kayit": "kaydi kaydinin kayitlar",
        "sehir": "sehri sehre sehirlerin sehirdeki",
        "isim": "ismi ismini isimler",
        "kitap": "kitabi kitaplik kitaplarimiz",
        "guclendirmek": "guclendirildi guclendiriyoruz guclendirecek",
        "katil": "katildi katilim katilimcilar katilamayanlar",
        "kent": "kentin kentler kentlerden kenttekiler kentlilik",
    },
    "en": {
        "city": "cities",
        "sign": "signed signing signs",
        "plan": "planned planning plans",
        "make": "making makes",
        "translate": "translator translators translation translated",
        "library": "libraries",
    },
}
"""Words, and forms of theirs, as search has them: folded."""

STRANGERS = {
    "tr": ["kadin kadar", "masa masal", "kent konu", "dernek ders", "kons konusma"],
    "en": ["city citation", "port portrait", "sea season"],
}


@pytest.fixture(name="keys", scope="module")
def _keys(searched):
    """The folders of pages by the numbers that they have in the index."""
    words = read_catalogues(PROJECT / "theme" / "translations", ("tr", "en"))
    found = numbered(searched.result.site, words)
    return {number: entry.key for own in found.values() for number, entry in own.items()}


@pytest.fixture(name="ask")
def _ask(page, keys):
    """Ask the site a list of queries; return what is found for each, as folders."""
    page.goto("/404.html")

    def ask(lang, queries):
        answers = page.evaluate(ASK, [lang, queries])
        return [[keys[number] for number in answer] for answer in answers]

    return ask


def pairs(lang):
    return [(query, page) for page, queries in QUERIES[lang].items() for query in queries]


def test_the_page_that_is_looked_for_is_among_the_first(ask):
    missed, count = [], 0
    for lang in ("tr", "en"):
        wanted = pairs(lang)
        found = ask(lang, [query for query, _ in wanted])
        count += len(wanted)
        for (query, key), keys in zip(wanted, found, strict=True):
            if key not in keys[:FIRST]:
                missed.append((lang, query, key, keys[:FIRST]))
    assert count >= 200
    assert 1 - len(missed) / count >= RECALL, missed


def test_every_query_that_other_search_failed_finds_its_page(ask):
    table = QUERIES["table"]
    queries = [*table["failed"], *table["found"]]
    found = ask("tr", queries)
    assert [q for q, keys in zip(queries, found, strict=True) if table["page"] not in keys] == []


def test_a_slip_of_one_letter_finds_the_word_that_was_meant(ask):
    slips = QUERIES["slips"]
    found = ask("tr", [*slips])
    missed = {slip for slip, keys in zip(slips, found, strict=True) if slips[slip] not in keys}
    assert missed == set()


def test_what_is_nowhere_finds_nothing(ask):
    for lang, queries in QUERIES["nothing"].items():
        assert dict(zip(queries, ask(lang, queries), strict=True)) == {q: [] for q in queries}


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_forms_of_a_word_belong_together_and_strangers_do_not(page, lang):
    page.goto("/404.html")
    forms = [(word, form) for word, forms in FORMS[lang].items() for form in forms.split()]
    together = page.evaluate(RELATED, [lang, forms])
    assert [pair for pair, same in zip(forms, together, strict=True) if not same] == []
    backwards = page.evaluate(RELATED, [lang, [(form, word) for word, form in forms]])
    assert backwards == together
    strangers = [pair.split() for pair in STRANGERS[lang]]
    apart = page.evaluate(RELATED, [lang, strangers])
    assert [pair for pair, same in zip(strangers, apart, strict=True) if same] == []


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_the_build_and_the_browser_make_the_same_words(page, searched, lang):
    """Of the texts of the site, all known letters up to U+2FFF, and what stands between words."""
    items = searched.result.site.items[lang]
    texts = [plain(item.html) + item.title + item.summary for item in items]
    letters = [chr(n) for n in range(32, 0x3000) if category(chr(n)) != "Cn"]
    texts += [
        "".join(f"ab{c}cd {c}e{c}f " for c in letters[n : n + 64])
        for n in range(0, len(letters), 64)
    ]
    texts += ["d’Azur İzmir’in O'Neill e-bülten Kâğıt IĞDIR ΣΑΣ ﬁ İÇİN e‑posta 2025-2026", ""]
    page.goto("/404.html")
    folding = Folding(read_rules()[lang])
    ours = [folding.words(text) for text in texts]
    theirs = page.evaluate(FOLD, [lang, texts])
    differences = [own ^ set(other) for own, other in zip(ours, theirs, strict=True)]
    assert [words for words in differences if words] == []


def test_the_first_search_is_light(page, searched):
    """Scripts, indexes, and the words and pages of one query, in both languages."""
    loaded = {}
    page.on("response", lambda r: loaded.setdefault(r.url, r.body() if r.ok else b""))
    page.goto("/ara/")
    page.fill("input[type=search]", "kent konseyleri")
    page.wait_for_selector("#_results li")
    page.wait_for_load_state("networkidle")
    parts = {url: body for url, body in loaded.items() if "/data/" in url or "/search/" in url}
    assert any(url.endswith("/search.js") for url in parts)
    assert sum(len(gzip.compress(body, 9, mtime=0)) for body in parts.values()) <= BUDGET
