"""The posts that are used for measuring are the same every time, and such as editors may write."""

import re
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

from benchmarks import layouts, measure
from benchmarks.corpus import LANGUAGES, SHARES, Corpus, invent
from benchmarks.layouts import Layout
from plugins.model.kinds import KINDS

POSTS = 100
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


def fields(path: Path) -> dict[str, object]:
    """Return the front matter, every value as it is written: days are read by the model."""
    head = path.read_text(encoding="utf-8").split("---\n")[1]
    return dict(yaml.load(head, Loader=yaml.BaseLoader))


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
    lists = (
        Counter(post.kind for post in posts)
        + Counter((post.kind, post.day.year) for post in posts)  # type: ignore[operator]
        + Counter(tag for post in posts for tag in post.tags)
    )
    pages = 2 * (len(posts) + sum(-(-count // 10) for count in lists.values()))
    assert pages == pytest.approx(3100, rel=0.02)


def test_items_are_valid_in_our_model(ours: Path) -> None:
    """What an editor would have to mend is in none of them."""
    for turkish in ours.glob("content/*/*/index.tr.md"):
        kind = KINDS[turkish.parent.parent.name]
        shared = {
            name
            for name, field in kind.model_fields.items()
            if isinstance(field.json_schema_extra, dict) and field.json_schema_extra["shared"]
        }
        facts = fields(turkish)
        english = fields(turkish.with_name("index.en.md"))
        kind.model_validate(facts)
        assert not shared & english.keys(), "a shared field stands once, in the Turkish text"
        kind.model_validate({**{key: facts[key] for key in shared & facts.keys()}, **english})


def test_references_lead_somewhere(ours: Path) -> None:
    """Links, tags, goals, events and cited declarations are all there."""
    content = ours / "content"
    tags = yaml.safe_load((content / "tags.yaml").read_text(encoding="utf-8"))
    goals = fields(content / "pages/goals/index.tr.md")["goals"]
    links = 0
    for path in content.rglob("index.*.md"):
        facts = fields(path)
        assert set(facts.get("tags", ())) <= set(tags)
        assert (
            set(facts.get("goals", ())) <= {goal["id"] for goal in goals} or facts["goals"] == goals
        )
        assert (content / "events" / facts.get("event", "")).is_dir()
        for cited in facts.get("cites", ()):
            assert (content / "declarations" / cited["item"]).is_dir()
        for link in re.findall(r"\]\(([^)]+\.md)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / link).is_file()
            links += 1
    assert links > POSTS / 2


def test_texts_look_like_those_of_editors(corpus: Corpus) -> None:
    """A text has some 150 to 430 words, headings and a list; some have tables."""
    texts = [text.body for post in corpus.posts for text in post.texts.values()]
    assert all(150 <= len(text.split()) <= 430 for text in texts)
    assert all("\n## " in text and "\n- " in text for text in texts)
    assert any("\n|---" in text for text in texts)
    assert all(letter in "".join(texts) for letter in "çğıöşüÇĞİÖŞÜ’")


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
    run = measure.run([sys.executable, "-X", "utf8", "-c", code], tmp_path, {})
    assert (run.code, run.said.strip()) == (3, "sözcük")
    assert run.seconds > 0
