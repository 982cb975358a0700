"""A build that would come to what stands already is not done again; any other is."""

import json
import os
import sys

import pytest

import plugins.build
import tasks
from plugins.last_build import last_build

SETTINGS = """
import os
PATH, THEME, OUTPUT_PATH, OUTBOX_PATH, MEMO_PATH = "content", "theme", "output", "outbox", ".memo"
TIMEZONE = "Europe/Istanbul"
FROM_OUTSIDE = os.environ.get("ASSOCIATION", "")
"""
SAID = {"tr": "değişen yok", "en": "nothing"}


@pytest.fixture(name="project")
def _project(tmp_path):
    """A project that has just been built, with a page, an e-mail and a file of each input."""
    for name, text in {
        "pelicanconf.py": SETTINGS,
        "publishconf.py": "from pelicanconf import *",
        "tasks.py": "",
        "plugins/model.py": "",
        "theme/templates/base.html": "<html>",
        "content/news/a/index.tr.md": "Metin.",
        "output/index.html": "<html>",
        "outbox/a.html": "<html>",
        ".memo/texts.sqlite": "",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    asked(tmp_path).remember(SAID)
    return tmp_path


def asked(project, *, publish=False, as_of="2026-11-22"):
    return last_build(project, publish=publish, as_of=as_of)


def test_the_same_build_is_not_done_again(project):
    assert asked(project).said() == SAID


@pytest.mark.parametrize("name", ["content/news/a/index.tr.md", "theme/templates/base.html"])
def test_a_text_or_a_template_that_was_written_again_as_it_was_is_no_change(project, name):
    path = project / name
    path.write_bytes(path.read_bytes())
    assert asked(project).said() == SAID


@pytest.mark.parametrize(
    "name",
    [
        "content/news/a/index.tr.md",
        "content/news/a/index.en.md",
        "theme/static/new.svg",
        "plugins/model.py",
        "tasks.py",
        "output/index.html",
        "output/new.html",
        "outbox/a.html",
    ],
)
def test_a_file_that_was_written_or_changed_is_a_change(project, name):
    path = project / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("anders", encoding="utf-8")
    assert asked(project).said() is None


@pytest.mark.parametrize("name", ["content/news/a/index.tr.md", "output/index.html"])
def test_a_file_that_was_removed_is_a_change(project, name):
    (project / name).unlink()
    assert asked(project).said() is None


def test_a_text_in_a_folder_that_lies_elsewhere_is_an_input_too(project):
    """Once the last build was believed to stand although such a text had changed."""
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "index.tr.md").write_text("Metin.", encoding="utf-8")
    (project / "content/news/b").symlink_to(elsewhere)
    asked(project).remember(SAID)
    assert asked(project).said() == SAID
    (elsewhere / "index.tr.md").write_text("Yeni.", encoding="utf-8")
    assert asked(project).said() is None


def test_an_empty_folder_is_a_change(project):
    """It is a fault in the content, which the build has to tell."""
    (project / "content/news/b").mkdir()
    assert asked(project).said() is None


def test_another_day_or_another_purpose_is_another_build(project):
    assert asked(project, as_of="2026-11-23").said() is None
    assert asked(project, publish=True).said() is None


def test_a_setting_is_an_input_wherever_it_comes_from(project, monkeypatch):
    monkeypatch.setenv("ASSOCIATION", "another")
    assert asked(project).said() is None


@pytest.mark.parametrize("name", ["output/haberler", "output/haberler/index.html"])
def test_a_link_to_what_was_built_is_a_change(project, name):
    path = project / "output/haberler/index.html"
    path.parent.mkdir()
    path.write_text("<html>", encoding="utf-8")
    asked(project).remember(SAID)
    assert asked(project).said() == SAID
    (project / name).rename(project / "elsewhere")
    (project / name).symlink_to(project / "elsewhere")
    assert asked(project).said() is None


@pytest.mark.skipif(sys.platform != "linux", reason="this system knows no such names")
@pytest.mark.parametrize("folder", ["content/news/a", "theme/templates", "output"])
def test_the_name_of_a_file_may_be_any_bytes(project, folder):
    asked(project).remember(SAID)
    (project / folder / os.fsdecode(b"a\xff")).write_text("", encoding="utf-8")
    assert asked(project).said() is None
    asked(project).remember(SAID)
    assert asked(project).said() == SAID


def test_a_build_that_was_changed_under_is_done_again(project):
    begun = asked(project)
    (project / "content/news/a/index.tr.md").write_text("Yeni.", encoding="utf-8")
    begun.remember(SAID)
    assert asked(project).said() is None


@pytest.mark.parametrize("record", ["", "{", "[]", json.dumps({"inputs": "", "made": ""})])
def test_a_damaged_record_is_not_believed(project, record):
    (project / ".memo/last-build.json").write_text(record, encoding="utf-8")
    assert asked(project).said() is None


@pytest.mark.parametrize("settings", ["raise SystemExit", "PATH = ", "PATH = 3", ""])
def test_settings_that_do_not_load_are_left_to_the_build(project, settings):
    (project / "pelicanconf.py").write_text(settings, encoding="utf-8")
    assert asked(project) is None


def test_the_verb_says_again_what_it_said(project, monkeypatch, capsys):
    monkeypatch.setattr(tasks, "ROOT", project)
    monkeypatch.setattr(plugins.build, "main", lambda **asked: 1)
    tasks.build.body(None, as_of="2026-11-22", lang="tr")
    assert capsys.readouterr().out == "değişen yok\n"
