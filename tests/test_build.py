"""The build as a whole: a pure function of content, theme, settings and day; nothing leaks."""

import contextlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from unicodedata import normalize

import pytest

from plugins.build import main
from plugins.languages.catalogue import MissingMessage, read_catalogues
from plugins.model.kinds import KINDS
from plugins.report import BuildFailed
from tests.conftest import PROJECT, SITE, SmallSite
from tests.project import Project


def files(folder):
    """Return the bytes of every file under *folder* by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def remembered(site):
    """Return what the memo keeps: of each piece, what it was made from and what came of it."""
    rows = set()
    for path in sorted((site.root / "memo").glob("*.sqlite")):
        with contextlib.closing(sqlite3.connect(path)) as db:
            rows |= {(path.name, *row) for row in db.execute("SELECT key, value FROM memo")}
    records = {path.name: path.read_bytes() for path in (site.root / "memo").glob("*.json")}
    return rows | set(records.items())


def everything(site):
    return b"\n".join(files(site.output).values()).decode("utf-8", errors="replace")


# ── the same input, the same bytes ──────────────────────────────────────────────────────────


def test_a_second_build_gives_the_same_bytes(site):
    first = files(site.build())
    assert files(site.build()) == first


def test_a_build_after_changes_equals_a_build_from_nothing(site, tmp_path):
    site.build()
    site.replace("news/2026-11-06-kongre/index.tr.md", "Işık", "Ateş")
    site.write(
        "news/2026-11-10-yeni/index.tr.md", "---\ntitle: Yeni\nsummary: Yeni.\n---\nMetin.\n"
    )
    (site.content / "news/2026-08-01-only/index.en.md").unlink()
    (site.content / "news/2026-08-01-only").rmdir()
    incremental = files(site.build())
    fresh = SmallSite(tmp_path / "fresh")
    (tmp_path / "fresh").mkdir()
    (site.content).rename(fresh.content)
    assert files(fresh.build()) == incremental


SCRIPT = """
import sys
from unicodedata import normalize
from pathlib import Path
sys.path.insert(0, {project!r})
from tests.conftest import SmallSite
SmallSite(Path({root!r})).build(jobs=2)
"""


@pytest.mark.slow
def test_no_clock_locale_hash_seed_or_working_directory_can_be_seen_in_the_output(site, tmp_path):
    here = files(site.build())
    kept = remembered(site)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for environment in (
        {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONHASHSEED": "4242"},
    ):
        subprocess.run(
            [sys.executable, "-c", SCRIPT.format(project=str(PROJECT), root=str(site.root))],
            cwd=elsewhere,
            env={**os.environ, **environment},
            check=True,
        )
        assert files(site.output) == here
        assert remembered(site) == kept, "what nothing has changed was made again"


# ── nothing lost, nothing leaked ────────────────────────────────────────────────────────────


def test_every_source_file_ends_in_exactly_one_state(built):
    count = built.result.content.count()
    texts = len(list(built.content.rglob("index.*.md")))
    assert sum(sum(by_language.values()) for by_language in count.values()) == texts
    assert count["waiting"] == {"tr": 1}
    assert count["draft"] == {"tr": 1}
    assert count["hidden"] == {"tr": 1}
    assert count["expired"] == {"tr": 1, "en": 1}


@pytest.mark.parametrize("publish", [False, True])
def test_nothing_of_a_draft_or_waiting_item_is_in_the_output(site, publish):
    site.build(publish=publish)
    assert "taslaktaslak" not in everything(site)
    assert "bekleyenbekleyen" not in everything(site)
    assert not list(site.output.rglob("bekleyen.svg"))


def test_nothing_of_an_invented_item_is_published(site):
    site.build()
    assert "E-bülten, sayı 1" in everything(site)
    site.build(publish=True)
    assert "E-bülten, sayı 1" not in everything(site)
    assert site.result.content.count()["demo"] == {"tr": 1, "en": 1}


def test_a_hidden_page_answers_and_stands_nowhere(built):
    assert "noindex" in built.page("/gizli-sayfa/")
    linking = [name for name, data in files(built.output).items() if b"/gizli-sayfa/" in data]
    assert linking == ["gizli-sayfa/index.html"]


def test_one_language_that_is_hidden_is_led_to_by_nothing(site):
    """Neither as a translation, nor by the event that it reports on, nor by an issue."""
    for name, title in (
        ("news/2026-11-06-kongre/index.en.md", "zqnews"),
        ("activities/2026-04-01-rapor/index.en.md", "zqreport"),
    ):
        site.replace(name, "---\ntitle: ", f"---\nslug: {title}\nstatus: hidden\ntitle: ")
    site.build()
    for slug, place in (("zqnews", "en/news/zqnews"), ("zqreport", "en/activities/zqreport")):
        linking = [n for n, data in files(site.output).items() if slug.encode() in data]
        assert [name for name in linking if not name.startswith(place)] == []


def test_words_for_editors_alone_are_nowhere(site):
    name = "news/2026-11-06-kongre/index.tr.md"
    site.replace(name, "title: ", "silence: {repeated-word: zqreason}\ntitle: ")
    site.build()
    assert "zqreason" not in everything(site)


def test_the_tags_of_what_is_over_lead_somewhere(site):
    name = "announcements/2026-01-10-cagri/index.tr.md"
    site.replace(name, "title: ", "tags: [deniz]\ntitle: ")
    tags = site.content / "tags.yaml"
    tags.write_text(tags.read_text("utf-8") + "deniz: {tr: Deniz, en: Sea}\n", "utf-8")
    site.build()
    assert 'href="/etiketler/deniz/"' in site.page("/duyurular/gonullu-cagrisi/")
    assert "Gönüllü çağrısı" not in site.page("/etiketler/deniz/")
    assert "deniz" not in site.page("/etiketler/")


@pytest.mark.parametrize("ending", ["jfif", "tiff", "heic"])
def test_a_picture_that_cannot_be_cleaned_is_not_handed_out(site, ending):
    """It would tell where it was taken, and by which camera."""
    (site.content / f"news/2026-11-06-kongre/foto.{ending}").write_bytes(b"Exif")
    site.replace("news/2026-11-06-kongre/index.tr.md", "[belge](belge.pdf)", f"[a](foto.{ending})")
    assert [problem.rule for problem in site.problems()] == ["picture-unknown"]


def test_what_a_system_leaves_in_a_folder_of_the_theme_is_not_published(site, tmp_path):
    theme = shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    for name in (".DS_Store", "a.css~", ".git/config"):
        (theme / "static" / name).parent.mkdir(exist_ok=True)
        (theme / "static" / name).write_text("zq")
    site.build(THEME=str(theme))
    assert not {".DS_Store", "a.css~", "config"} & {path.name for path in site.output.rglob("*")}


@pytest.mark.skipif(sys.platform != "linux", reason="this system knows no such names")
def test_a_file_of_the_theme_whose_name_is_no_text_is_named(site, tmp_path):
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    (tmp_path / "theme" / "templates" / os.fsdecode(b"b\xff.html")).write_text("asked by nobody")
    (tmp_path / "theme" / "static" / os.fsdecode(b"a\xff.svg")).write_text("<svg/>")
    (problem,) = site.problems(THEME=str(tmp_path / "theme"))
    assert (problem.path, problem.rule) == ("theme/static/a\\xff.svg", "bad-file-name")


def test_a_title_of_digits_alone_is_no_address(site):
    site.replace("news/2026-11-06-kongre/index.en.md", "A Feast of Light in İzmir", "'2'")
    assert "slug-is-a-number" in {problem.rule for problem in site.problems()}


def test_a_template_of_another_name_is_another_template(site, tmp_path):
    theme = shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    site.build(THEME=str(theme))
    (theme / "templates" / "404.html").rename(theme / "templates" / "405.html")
    (problem,) = site.problems(THEME=str(theme))
    assert problem.rule == "broken-template"


def test_templates_behind_a_link_are_templates_too(site, tmp_path):
    theme = shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    (theme / "templates" / "partials").rename(tmp_path / "partials")
    (theme / "templates" / "partials").symlink_to(tmp_path / "partials")
    site.build(THEME=str(theme))
    footer = tmp_path / "partials" / "footer.html"
    footer.write_text(footer.read_text("utf-8") + "<!-- zq -->", "utf-8")
    site.build(THEME=str(theme))
    assert "<!-- zq -->" in site.page("/")


def test_an_expired_announcement_answers_and_stands_in_no_list(built):
    assert "Gönüllü çağrısı" in built.page("/duyurular/gonullu-cagrisi/")
    assert "Gönüllü çağrısı" not in built.page("/duyurular/")
    assert "Gönüllü çağrısı" not in built.page("/rss.xml")


def test_as_of_a_later_day_the_waiting_item_is_there(site):
    site.build(day="2026-12-15")
    assert "Bekleyen haber" in site.page("/haberler/")
    assert site.result.content.count()["waiting"] == {}


def test_a_file_may_have_any_name(site):
    site.write("news/2026-11-06-kongre/özet tablo.pdf", "%PDF")
    site.replace(
        "news/2026-11-06-kongre/index.tr.md", "[belge](belge.pdf)", "[belge](<özet tablo.pdf>)"
    )
    site.build()
    assert (site.output / "media/news/2026-11-06-kongre/özet tablo.pdf").read_text() == "%PDF"
    page = site.page("/haberler/izmirde-isik-soleni/")
    assert 'href="/media/news/2026-11-06-kongre/%C3%B6zet%20tablo.pdf"' in page


@pytest.mark.parametrize("on_disk", ["NFC", "NFD"])
@pytest.mark.parametrize("in_text", ["NFC", "NFD"])
def test_a_name_is_the_same_however_a_system_writes_its_letters(site, on_disk, in_text):
    """On macOS the ö of some names is o and ¨; no reader or editor sees a difference."""
    folder = "news/2026-11-06-kongre"
    for name, text in (("öz.pdf", "%PDF"), ("görsel.svg", ""), ("kapı.svg", "")):
        drawing = (site.content / folder / "kapak.svg").read_text("utf-8")
        site.write(f"{folder}/{normalize(on_disk, name)}", text or drawing)
    written = normalize(in_text, "[belge](öz.pdf) ![Bir](görsel.svg)")
    site.replace(f"{folder}/index.tr.md", "[belge](belge.pdf)", written)
    site.replace(f"{folder}/index.tr.md", "kapak.svg", normalize(in_text, "kapı.svg"))
    site.build()
    assert (site.output / "media" / folder / "öz.pdf").read_text() == "%PDF"
    page = site.page("/haberler/izmirde-isik-soleni/")
    assert f'href="/media/{folder}/%C3%B6z.pdf"' in page
    assert "/pictures/gorsel-" in page


def test_a_file_that_no_published_text_uses_is_not_published(site):
    site.write("news/2026-11-06-kongre/notlar.pdf", "secret")
    site.build()
    assert not list(site.output.rglob("notlar.pdf"))
    assert list(site.output.rglob("belge.pdf"))


# ── when something is wrong ─────────────────────────────────────────────────────────────────


def test_all_problems_are_shown_at_once_and_the_last_output_stays(site):
    before = files(site.build())
    site.replace("news/2026-11-06-kongre/index.tr.md", "tags:", "etiketler:")
    site.replace("events/2026-10-02-bulusma/index.tr.md", "12 Mart 2027", "05.06.2027")
    found = {(p.path, p.rule) for p in site.problems()}
    assert found >= {
        ("content/news/2026-11-06-kongre/index.tr.md", "unknown-field"),
        ("content/events/2026-10-02-bulusma/index.tr.md", "ambiguous-date"),
    }
    assert files(site.output) == before
    assert [p.name for p in site.root.iterdir() if p.name.startswith(".output")] == []


def test_a_build_that_was_killed_between_the_renames_is_repaired(site):
    before = files(site.build())
    site.output.rename(site.root / ".output-old-999999")
    site.replace("news/2026-11-06-kongre/index.tr.md", "tags:", "etiketler:")
    site.problems()
    assert files(site.output) == before


@pytest.mark.parametrize("setting", ["OUTPUT_PATH", "OUTBOX_PATH"])
def test_a_folder_that_no_build_has_made_is_never_replaced(site, setting):
    """`OUTPUT_PATH = "content"`, or a dot, would put the pages in the place of the texts."""
    folder = site.root / "own"
    folder.mkdir()
    (folder / "letter.txt").write_text("Bir mektup.")
    place = {"FINAL_OUTPUT": folder} if setting == "OUTPUT_PATH" else {"OUTBOX_PATH": "own"}
    with pytest.raises(BuildFailed) as failed:
        site.build(**place)
    assert (failed.value.key, failed.value.values["setting"]) == ("not-ours", setting)
    assert files(folder) == {"letter.txt": b"Bir mektup."}
    assert not site.output.exists()


def test_a_link_to_a_folder_is_not_replaced_by_a_folder(site):
    site.build()
    site.output.rename(site.root / "web")
    site.output.symlink_to(site.root / "web")
    with pytest.raises(BuildFailed):
        site.build()
    assert site.output.is_symlink()


def test_without_a_file_of_tags_each_text_that_has_one_says_so(site):
    (site.content / "tags.yaml").unlink()
    assert {problem.rule for problem in site.problems()} == {"no-tags"}
    (site.content / "tags.yaml").write_bytes("göç: {tr: Göç, en: x}\n".encode("windows-1254"))
    assert [(p.path, p.rule) for p in site.problems()] == [("content/tags.yaml", "not-utf-8")]


def test_nothing_to_publish_is_an_error(site):
    for kind in set(KINDS) - {"pages"}:
        shutil.rmtree(site.content / kind)
    site.replace("pages/goals/index.tr.md", "title: Hedefler", "title: Hedeflerimiz")
    assert [p.rule for p in site.problems()] == ["nothing-to-publish"]


def test_a_build_for_the_public_says_what_comes_before_the_upload(tmp_path):
    """It asks only what it has to know; how the texts are written is the question of `check`."""
    project = Project(tmp_path / "project")
    project.create(SITE)
    project.share_templates()
    assert "invoke check" not in project.build().said
    assert all("`invoke check`" in project.build(publish=True).said for _ in range(2))


def test_who_runs_pelican_by_hand_is_told_how_the_site_is_built(tmp_path):
    command = ["-m", "pelican", "content", "-s", "pelicanconf.py", "-o", str(tmp_path)]
    run = subprocess.run(
        [sys.executable, *command], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert "python3 tasks.py build" in run.stderr
    assert "Traceback" not in run.stderr


def test_a_plugin_that_does_not_load_stops_the_build(site):
    with pytest.raises(BuildFailed) as failed:
        site.build(PLUGINS=["plugins.writer", "plugins.model.generator", "plugins.absent"])
    assert failed.value.key == "plugin-missing"
    assert "plugins.absent" in failed.value.values["found"]


def test_a_template_that_asks_for_what_is_not_there_is_named_with_its_line(site, tmp_path):
    theme = shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    path = theme / "templates" / "404.html"
    path.write_text("{{ page.title }}\n{{ nosuchthing }}\n", encoding="utf-8")
    (problem,) = site.problems(THEME=str(theme))
    assert (problem.path, problem.line) == ("theme/templates/404.html", 2)
    assert "nosuchthing" in problem.message("en")


def test_words_that_no_catalogue_has_are_named_and_no_traceback(monkeypatch, capsys):
    def without_words(*arguments, **more):
        raise MissingMessage("home.title", "theme/translations/tr.po")

    monkeypatch.setattr("plugins.build.build", without_words)
    assert main(publish=False, as_of=None, lang="en", jobs=1) == 1
    assert 'msgid "home.title"' in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["tr", "en"])
def test_an_impossible_day_is_one_sentence(lang, capsys):
    code = main(publish=False, as_of="05.06.2026", lang=lang, jobs=1)
    said = capsys.readouterr().err
    assert code == 1
    assert "05.06.2026" in said
    assert "Traceback" not in said


# ── the words of the theme ──────────────────────────────────────────────────────────────────


def test_every_message_of_the_catalogues_is_used():
    """What nobody asks for any more is not translated for ever."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("theme/templates", "plugins")
        for path in (PROJECT / folder).rglob("*")
        if path.suffix in (".html", ".py", ".txt")
    )
    words = read_catalogues(PROJECT / "theme" / "translations", ("tr", "en"))["tr"]
    keys = [key for key in words._translations._catalog if isinstance(key, str) and key]
    prefixes = re.findall(r'([a-z_]+(?:\.[a-z_]+)*[._])(?=["{])', code)
    used = [k for k in keys if f'"{k}"' in code or f"W{k}{{" in code]
    unused = [k for k in set(keys) - set(used) if not k.startswith(tuple(prefixes))]
    assert unused == []
