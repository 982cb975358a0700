"""The content folder: what lies in it is a text of an item, or a problem with a name."""

import os
import re
import sys
from unicodedata import normalize

import pytest

from plugins.model.rules import RULES, TABLES
from plugins.model.tree import read_tree
from tests.conftest import PROJECT, SITE


def problems(root):
    return [(p.path.removeprefix("content/"), p.rule, p.fix) for p in read_tree(root).problems]


@pytest.fixture(name="root")
def _root(tmp_path):
    (tmp_path / "content").mkdir()
    return tmp_path / "content"


def put(root, name, data=b""):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_every_text_of_the_small_site_is_found():
    tree = read_tree(SITE)
    assert tree.problems == []
    assert {text.path for text in tree.texts} == {
        f"content/{path.relative_to(SITE).as_posix()}" for path in SITE.rglob("index.*.md")
    }


@pytest.mark.parametrize(
    ("name", "path", "rule", "fix"),
    [
        ("haberler/2026-01-01-a/index.tr.md", "haberler", "unknown-kind", "content/news"),
        ("Etkinlikler/2026-01-01-a/index.tr.md", "Etkinlikler", "unknown-kind", "content/events"),
        ("xyzxyz/a/index.tr.md", "xyzxyz", "unknown-kind", None),
        ("taslak.md", "taslak.md", "stray-file", None),
        ("news/taslak.md", "news/taslak.md", "stray-file", None),
        ("news/2026-01-01-a/notlar.md", "news/2026-01-01-a/notlar.md", "stray-file", None),
        ("news/2026-01-01-a/a.Markdown", "news/2026-01-01-a/a.Markdown", "stray-file", None),
        (
            "news/2026-01-01-a/index.en.md.txt",
            "news/2026-01-01-a/index.en.md.txt",
            "stray-file",
            None,
        ),
        ("news/2026-01-01-a/INDEX.EN.MD", "news/2026-01-01-a/INDEX.EN.MD", "stray-file", None),
        ("news/2026-01-01-a/alt/index.tr.md", "news/2026-01-01-a/alt", "stray-file", None),
        ("news/2026-01-01-Ağ/index.tr.md", "news/2026-01-01-Ağ", "bad-folder-name", None),
        ("news/kongre/index.tr.md", "news/kongre", "bad-folder-name", None),
        ("news/2026-02-31-a/index.tr.md", "news/2026-02-31-a", "no-such-day", None),
        ("pages/Hakkımızda/index.tr.md", "pages/Hakkımızda", "bad-folder-name", None),
    ],
)
def test_what_has_no_place_is_named(root, name, path, rule, fix):
    put(root, "news/2026-01-01-a/index.tr.md")
    put(root, name)
    assert problems(root) == [(path, rule, fix)]


@pytest.mark.skipif(sys.platform != "linux", reason="this system knows no such names")
def test_two_names_that_look_alike_are_one_too_many(root):
    put(root, "news/2026-01-01-a/index.tr.md")
    put(root, f"news/2026-01-01-a/{normalize('NFC', 'görsel.jpg')}")
    put(root, f"news/2026-01-01-a/{normalize('NFD', 'görsel.jpg')}")
    assert problems(root) == [("news/2026-01-01-a/görsel.jpg", "same-file-name", None)]


@pytest.mark.skipif(sys.platform != "linux", reason="this system knows no such names")
@pytest.mark.parametrize(
    ("name", "path", "rule"),
    [
        (b"news/2026-01-01-a/b\xff.pdf", "news/2026-01-01-a/b\\xff.pdf", "bad-file-name"),
        (b"news/2026-01-01-\xff/index.tr.md", "news/2026-01-01-\\xff", "bad-file-name"),
        (b"\xff/2026-01-01-a/index.tr.md", "\\xff", "unknown-kind"),
    ],
)
def test_a_name_that_is_no_text_is_named_by_its_bytes(root, name, path, rule):
    put(root, "news/2026-01-01-a/index.tr.md")
    put(root, os.fsdecode(name))
    assert problems(root) == [(path, rule, None)]


def test_the_right_name_of_a_text_is_told(root):
    put(root, "news/2026-01-01-a/index.tr.md")
    put(root, "news/2026-01-01-a/INDEX.EN.MD")
    (problem,) = read_tree(root).problems
    assert problem.values["better"] == "content/news/2026-01-01-a/index.en.md"


def test_a_link_that_leads_out_of_the_content_is_not_followed(root):
    """Whoever may propose a text could read files of the machine that builds it."""
    put(root, "news/2026-01-01-a/index.tr.md")
    put(root, "news/2026-01-01-b/index.tr.md")
    outside = root.parent / "secret.pdf"
    outside.write_bytes(b"%PDF-1.4")
    (root / "news/2026-01-01-a/report.pdf").symlink_to(outside)
    (root / "news/2026-01-01-a/same.md").symlink_to("index.tr.md")
    (root / "news/2026-01-01-a/index.en.md").symlink_to("../2026-01-01-b/index.tr.md")
    assert problems(root) == [
        ("news/2026-01-01-a/report.pdf", "link-leads-out", None),
        ("news/2026-01-01-a/same.md", "stray-file", None),
    ]
    assert not any(text.files for text in read_tree(root).texts)


def test_an_empty_folder_is_named(root):
    (root / "news" / "2026-01-01-a").mkdir(parents=True)
    assert problems(root) == [("news/2026-01-01-a", "no-text", None)]


@pytest.mark.parametrize(
    "name", [".DS_Store", "Thumbs.db", "news/.gitkeep", "news/2026-01-01-a/x~"]
)
def test_what_systems_and_editors_leave_behind_is_passed_over(root, name):
    put(root, "news/2026-01-01-a/index.tr.md")
    put(root, name)
    assert problems(root) == []


def test_no_two_rules_have_one_name():
    assert len(RULES) == sum(len(table) for table in TABLES)


def test_every_rule_has_its_words_in_both_languages_and_is_used():
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (PROJECT / "plugins").rglob("*.py")
        if path.parent.name != "rules"
    )
    for rule, words in RULES.items():
        # The checks of an e-mail are named without the word that their rules begin with.
        assert f'"{rule.removeprefix("email-")}"' in code or f'"{rule}"' in code, rule
        places = {
            lang: {
                re.sub(f"_{lang}$", "", name)
                for text in words[lang]
                for name in re.findall(r"{(\w+)}", text)
            }
            for lang in ("tr", "en")
        }
        assert places["tr"] == places["en"], rule
