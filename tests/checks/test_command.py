"""`invoke check` on the command line: what it prints, where, and how it ends."""

import json
import subprocess
import sys
from unittest.mock import patch

import pytest

from plugins.checks.command import Request, main
from plugins.checks.printing import FORMS, as_github, as_text
from plugins.checks.words import WORDS
from plugins.model.problem import Problem
from tests.conftest import DAY, PROJECT

MUST = Problem("content/a, b/index.tr.md", 3, "capitals", {"found": "100% BİR: İKİ"}, "title: Bir")
LOOK = Problem("content/a, b/index.tr.md", 2, "title-full-stop")


@pytest.fixture(name="root")
def _root(texts):
    """A project of its own: the settings and the texts."""
    (texts.root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())
    return texts


def run(root, lang="en", **request):
    return main(Request(lang=lang, as_of=DAY, **request), root=root.root)


def test_nothing_wrong_ends_well(root, capsys):
    assert run(root) == 0
    said = capsys.readouterr()
    assert "\n0 to mend, " in said.out
    assert "There is no output/" in said.err


def test_what_is_worth_a_look_fails_only_if_asked(root, capsys):
    root.replace(
        "news/2026-09-01-yalniz/index.tr.md", "summary:", "cover_alt: Toplantı fotoğrafı\nsummary:"
    )
    assert run(root) == 0
    assert run(root, strict=True) == 1
    assert "description-names-medium" in capsys.readouterr().out


def test_what_has_to_be_mended_fails(root, capsys):
    root.replace("news/2026-09-01-yalniz/index.tr.md", "title: ", "title: TODO ")
    assert run(root, lang="tr") == 1
    out = capsys.readouterr().out
    assert "── Düzeltilecek ──" in out
    assert "content/news/2026-09-01-yalniz/index.tr.md:2: `TODO` hâlâ sözlerini bekliyor" in out
    assert out.endswith("denetlendi.\n")


def test_a_broken_picture_is_found_at_the_line_that_names_it_and_looked_at_once(root, capsys):
    folder = root.root / "content/news/2026-09-01-yalniz"
    (folder / "kirik.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    text = folder / "index.tr.md"
    text.write_text(f"{text.read_text('utf-8')}\n![Bir iskele](kirik.png)\n", "utf-8")
    line = len(text.read_text("utf-8").splitlines())
    assert run(root) == 1
    first = capsys.readouterr().out
    assert f"content/news/2026-09-01-yalniz/index.tr.md:{line}: " in first
    assert "kirik.png" in first
    assert "[picture-" in first
    with patch("plugins.pictures.making.make.check", side_effect=AssertionError):
        assert run(root) == 1
    assert capsys.readouterr().out == first


def test_text_puts_first_what_has_to_be_mended_and_paints_terminals_alone():
    plain = list(as_text([LOOK, MUST], "en", colours=False))
    assert plain[0] == "── To mend ──"
    assert plain[1].startswith("content/a, b/index.tr.md:3: `100% BİR: İKİ` is in capitals [")
    assert "  corrected: title: Bir" in plain
    assert not any("\x1b" in line for line in plain)
    assert any("\x1b[31;1m" in line for line in as_text([MUST], "en", colours=True))


def test_annotations_are_escaped_as_github_reads_them():
    error, warning = as_github([LOOK, MUST], "en", colours=False)
    assert error.startswith(
        "::error file=content/a%2C b/index.tr.md,line=3,title=capitals::`100%25 BİR: İKİ` is in"
    )
    assert "%0Acorrected: title: Bir" in error
    assert "\n" not in error
    assert warning.startswith(
        "::warning file=content/a%2C b/index.tr.md,line=2,title=title-full-stop::"
    )


def test_json_is_for_programs(root, capsys):
    root.replace("news/2026-09-01-yalniz/index.tr.md", "title: ", "title: TODO ")
    assert run(root, form="json") == 1
    found = json.loads(capsys.readouterr().out)
    (problem,) = [problem for problem in found if problem["level"] == "must"]
    assert (problem["rule"], problem["line"]) == ("note-to-editor", 2)
    assert set(problem) == {"path", "line", "rule", "level", "message", "why", "help", "fix"}


@pytest.mark.parametrize(
    ("request_", "key"),
    [
        ({"form": "xml"}, "bad-format"),
        ({"output": "yok"}, "no-output"),
        ({"record": True}, "no-output"),
    ],
)
def test_what_is_asked_wrongly_is_said_in_one_sentence(root, capsys, request_, key):
    assert run(root, **request_) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[-1].startswith(WORDS[key]["en"].split("{")[0])


def test_a_project_without_content_is_told_so(root, capsys):
    (root.content).rename(root.root / "gone")
    assert run(root, lang="tr") == 1
    assert "İçerik klasörü yok" in capsys.readouterr().err


def test_settings_that_cannot_be_read_are_named(root, capsys):
    (root.root / "pelicanconf.py").write_text("PATH = (", encoding="utf-8")
    assert run(root) == 1
    assert "pelicanconf.py: SyntaxError" in capsys.readouterr().err


def test_settings_that_end_the_program_do_not_pass_for_a_good_check(root, capsys):
    (root.root / "pelicanconf.py").write_text("raise SystemExit(0)", encoding="utf-8")
    assert run(root) == 1
    assert "pelicanconf.py: SystemExit: 0" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "no-front-matter"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff", "not-utf-8"),
        (b"---\ntitle: [a\n---\n", "unquoted-value"),
        (b"---\n- a\n- b\n---\n\nx\n", "bad-yaml"),
        (b"---\ntitle: a\nsummary: b\nsilence: x\n---\n", "not-a-group"),
        (b"---\ntitle: a\nsummary: b\nsilence: {x: [1]}\n---\n", "not-a-text"),
        (b"---\ntitle:\n  - a\nsummary: b\n---\n\nx\n", "not-a-text"),
        (b"x" * 10_000_000, "text-too-large"),
        (b"---\ntitle: a\n---\n\n" + b"[" * 3000, "missing-field"),
    ],
)
def test_whatever_an_editor_commits_is_a_problem_and_no_traceback(root, capsys, data, rule):
    (root.content / "news/2026-09-01-yalniz/index.tr.md").write_bytes(data)
    assert run(root, form="json") == 1
    assert rule in {problem["rule"] for problem in json.loads(capsys.readouterr().out)}


def test_every_word_is_there_in_both_languages():
    for key, words in WORDS.items():
        assert set(words) == {"tr", "en"}, key
    assert set(FORMS) == {"text", "github", "json"}


SLOW = ("pelican", "lxml", "PIL", "icalendar", "jinja2", "rich", "plugins.checks.anew")
"""What takes long to load."""
LOADED = """
import sys
from pathlib import Path
from plugins.checks.command import Request, main
main(Request(form="json", as_of=sys.argv[1]), root=Path(sys.argv[2]))
print(*(name for name in sys.argv[3:] if name in sys.modules))
"""


def test_what_is_slow_to_load_is_loaded_for_what_is_new_alone(pages):
    (pages.root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())

    def loaded():
        command = [sys.executable, "-c", LOADED, DAY, str(pages.root), *SLOW]
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True)
        return done.stdout.splitlines()[-1].split()

    assert b"plugins.checks.anew" in loaded()
    assert loaded() == []


def test_only_a_site_built_for_the_public_is_recorded(pages, capsys):
    (pages.root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())
    assert run(pages, record=True) == 1
    assert "--record" in capsys.readouterr().err
    assert not (pages.content / "addresses.txt").exists()


def test_addresses_are_recorded_with_the_texts_wherever_the_site_lies(texts, tmp_path):
    (texts.root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())
    elsewhere = tmp_path / "deploy" / "output"
    elsewhere.parent.mkdir()
    texts.build(publish=True, cards=True).rename(elsewhere)
    assert run(texts, record=True, output=str(elsewhere)) == 0
    assert (texts.content / "addresses.txt").exists()


def test_the_addresses_of_a_public_site_are_recorded_once_and_held_to(texts, capsys):
    (texts.root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())
    texts.build(publish=True, cards=True)
    assert run(texts, record=True) == 0
    lines = (texts.content / "addresses.txt").read_text(encoding="utf-8").splitlines()
    assert lines == sorted(lines)
    assert {"/", "/rss.xml", "/etkinlikler/takvim.ics"} <= set(lines)
    assert any(line.endswith(" news/2026-11-06-kongre") for line in lines)
    assert not any(line.startswith(("/theme/", "/404")) for line in lines)
    assert "new addresses" in capsys.readouterr().err
    assert run(texts, record=True) == 0
    assert "0 new addresses" in capsys.readouterr().err
    texts.replace("news/2026-11-06-kongre/index.tr.md", "title:", "slug: baska-bir-adres\ntitle:")
    texts.build(publish=True, cards=True)
    assert run(texts) == 1
    assert "lost-address" in capsys.readouterr().out
