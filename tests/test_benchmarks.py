"""The posts that are used for measuring are the same every time, and such as editors may write."""

import re
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml

from benchmarks import layouts, measure, run, words
from benchmarks.corpus import LANGUAGES, PARTNERS, SHARES, Corpus, invent
from benchmarks.layouts import Layout
from benchmarks.peers import PEERS
from plugins.model.content import read_content
from plugins.model.kinds import KINDS
from plugins.model.memo import Memo

POSTS = 60
LATER = date(2026, 1, 1)  # than all posts
LAYOUTS = {"ours": layouts.OURS, "pelican": layouts.PELICAN, "hugo": layouts.HUGO}


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return invent(POSTS)


@pytest.fixture(scope="module")
def ours(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that holds the corpus in our layout."""
    root = tmp_path_factory.mktemp("ours")
    layouts.OURS.write(corpus, root)
    return root


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_same_seed_gives_same_bytes(layout: Layout, tmp_path: Path) -> None:
    """Figures of two days can be compared: what was built is the same."""
    for name in ("one", "two"):
        layout.write(invent(POSTS), tmp_path / name)
    one, two = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_another_seed_gives_other_posts(corpus: Corpus) -> None:
    assert invent(POSTS, seed=2) != corpus


def test_posts_are_spread_over_the_kinds(corpus: Corpus) -> None:
    """Every kind has its share, and no two posts the same address."""
    kinds = Counter(post.kind for post in corpus.posts)
    assert len(corpus.posts) == POSTS
    assert kinds == {kind: round(POSTS * share) for kind, share in SHARES.items()}
    for lang in LANGUAGES:
        assert len({(post.kind, post.texts[lang].slug) for post in corpus.posts}) == POSTS


@pytest.mark.parametrize("posts", [1, 2, 7, 33])
def test_any_number_of_posts_can_be_had(posts: int) -> None:
    assert len(invent(posts).posts) == posts


def test_a_thousand_posts_make_about_three_thousand_pages() -> None:
    """The figures in the issues were taken with 3,106 pages."""
    posts = invent(1000).posts
    lists = [
        *Counter(post.kind for post in posts).values(),
        *Counter((post.kind, post.day.year) for post in posts).values(),
        *Counter(tag for post in posts for tag in post.tags).values(),
    ]
    pages = 2 * (len(posts) + sum(-(-count // 10) for count in lists))
    assert pages == pytest.approx(3100, rel=0.02)


def test_every_text_can_be_published(ours: Path, tmp_path: Path) -> None:
    """Our reader finds nothing to mend: neither in the fields nor in the links."""
    content = read_content(
        ours / "content", day=LATER, publish=True, memo=Memo(tmp_path / "memo"), jobs=1
    )
    texts = 2 * (POSTS + PARTNERS + len(words.PAGES))
    assert content.problems == []
    assert len(content.open()) == len(content.documents) == texts


def test_shared_fields_stand_once(ours: Path) -> None:
    """A fact is written in the Turkish text, as in the project's own content."""
    for english in ours.glob("content/*/*/index.en.md"):
        head = yaml.safe_load(english.read_text(encoding="utf-8").split("---\n")[1])
        fields = KINDS[english.parent.parent.name].model_fields
        extras = [fields[name].json_schema_extra for name in head]
        assert not any(isinstance(extra, dict) and extra["shared"] for extra in extras)


def test_posts_link_to_others(ours: Path) -> None:
    """Most do, by relative path; that the links lead somewhere, our reader has seen."""
    texts = [path.read_text(encoding="utf-8") for path in ours.glob("content/*/*/index.tr.md")]
    assert sum(bool(re.search(r"\]\(\.\./.+/index\.tr\.md\)", text)) for text in texts) > POSTS / 3


def test_texts_look_like_those_of_editors(corpus: Corpus) -> None:
    """A text has some 150 to 400 words, headings and a list; some have tables."""
    texts = [text.body for post in corpus.posts for text in post.texts.values()]
    assert all(150 <= len(text.split()) <= 400 for text in texts)
    assert all("\n## " in text and "\n- " in text for text in texts)
    assert any("\n|---" in text for text in texts)
    assert all(letter in "".join(texts) for letter in "çğıöşüÇİÖŞÜ’")


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS)
def test_an_edit_changes_one_sentence(layout: Layout, corpus: Corpus, tmp_path: Path) -> None:
    layout.write(corpus, tmp_path)
    path = tmp_path / layout.path(corpus.posts[3], "tr")
    before = path.read_text(encoding="utf-8").splitlines()
    sentence = layouts.edit(path, 7)
    after = path.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == [sentence]
    assert len(after) == len(before)


def test_a_run_is_measured_with_its_outcome(tmp_path: Path) -> None:
    """A build that fails keeps its exit code and its words."""
    code = "import sys; print('sözcük'); sys.exit(3)"
    outcome = measure.run([sys.executable, "-X", "utf8", "-c", code], tmp_path, {})
    assert (outcome.code, outcome.said.strip()) == (3, "sözcük")
    assert outcome.seconds > 0


def test_a_missing_generator_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Nobody takes a table without Hugo for a comparison with it; and it is no failure of ours."""
    monkeypatch.setitem(PEERS, "hugo", replace(PEERS["hugo"], version=lambda: None))
    with run.console.capture() as said:
        code = run.main(["--peers=hugo", "--posts=1", f"--folder={tmp_path}"])
    assert "Hugo is missing" in said.get()
    assert "requirements-dev.txt" in said.get()
    assert code == 0


def test_our_own_failure_is_shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The build's own words stand in the report, and the exit code is 1."""
    command = [sys.executable, "-c", "print('[broken] here'); raise SystemExit(1)"]
    broken = replace(PEERS["ours"], command=lambda: command)
    monkeypatch.setitem(PEERS, "ours", broken)
    with run.console.capture() as said:
        code = run.main(["--peers=ours", "--posts=1", f"--folder={tmp_path}"])
    assert "[broken] here" in said.get()
    assert code == 1
