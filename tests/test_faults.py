"""Builds that are ended, disturbed or refused from outside: the last good output stays.

These are real processes, in a project of their own.
"""

import contextlib
import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from plugins.last_build import LastBuild
from plugins.lock import Locked, only_one
from tests.conftest import DAY, IS_LONG, SITE
from tests.project import UNCHANGED, Project
from tests.test_incremental import differing

pytestmark = pytest.mark.slow

LEFT_OUT = ("activities", "announcements", "bulletins", "declarations", "partners", "press")
TEXT = "content/news/2026-11-06-kongre/index.tr.md"

BUILD = """
import resource, os, signal, sys
sys.path.insert(0, ".")
import tasks
from invoke import Exit
from plugins.sharing import share_out

share_out.__kwdefaults__["worth"] = 2  # or a small site stays in one process
own, left = os.getpid(), int(sys.argv[2])
writes = "os.link os.mkdir os.remove os.rename os.rmdir shutil.rmtree sqlite3.connect"
writes = [*writes.split(), "ctypes.dlsym"]

def count(event, arguments):
    global left
    is_write = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
    if (is_write or event in writes) and os.getpid() == own:
        left -= 1
        if event == "ctypes.dlsym" and arguments[1] == "renameat2":
            print("swap", left, file=sys.stderr)
        if left == 0:
            os.kill(own, signal.SIGKILL)

sys.addaudithook(count)
if most := int(sys.argv[3]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    tasks.build.body(None, publish=bool(int(sys.argv[1])), as_of={day!r}, lang="en", jobs=2)
except Exit as end:
    sys.exit(end.code)
finally:
    print("left", left, file=sys.stderr)
""".replace("{day!r}", repr(DAY))


def start(site, *, publish=False, kill_at=0, largest=0):
    """Start a build; end it right before it writes for the time *kill_at*.

    No file can be made larger than *largest* bytes, as on a disk that is full.
    """
    command = [sys.executable, "-B", "-c", BUILD, str(int(publish)), str(kill_at), str(largest)]
    return subprocess.Popen(
        command, cwd=site.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )


def end(process):
    """Wait for the end of *process*; return its exit code, and what it said."""
    said, _ = process.communicate()
    return process.returncode, said


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory):
    """A project with code of its own, built once."""
    site = Project(tmp_path_factory.mktemp("faults") / "site")
    site.create(SITE, own_code=True)
    with (site.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write('PLUGINS.remove("plugins.cards")  # they take as long as all the rest\n')
    for folder in LEFT_OUT:
        shutil.rmtree(site.root / "content" / folder)
    site.share_templates()
    assert site.build().code == 0
    return site


@pytest.fixture(name="fresh")
def _fresh(site):
    return Project(site.root.with_name("fresh"))


def change(site):
    """Change a text, so that there is something to do."""
    with (site.root / TEXT).open("a", encoding="utf-8") as file:
        file.write("\nSatır.\n")


def part(files, folder):
    """Return those of *files* that lie in *folder*."""
    return {name: data for name, data in files.items() if name.startswith(f"{folder}/")}


def assert_sound(site, fresh, **asked):
    """The next build equals one from nothing, and has believed nothing that it should not."""
    outcome = site.build(**asked)
    assert outcome.code == 0, outcome.said
    fresh.become(site)
    assert differing(outcome.files, fresh.build(**asked).files) == []


# ── killed ──────────────────────────────────────────────────────────────────────────────────


def moments_of(site):
    """Return how often a build of a changed text writes, and at which of these times it swaps."""
    change(site)
    code, said = end(start(site))
    assert code == 0, said
    swaps = [-int(line.split()[1]) for line in said.splitlines() if line.startswith("swap")]
    return -int(said.split()[-1]), swaps


def assert_survives(site, fresh, kill):
    """After a build that *kill* has ended, each folder is what it was, or new, or put aside."""
    before = site.made()
    change(site)
    kill()
    standing, put_aside = site.made(), list(site.root.glob(".out*-old-*"))
    assert_sound(site, fresh)
    for folder in ("output", "outbox"):
        sound = [part(before, folder), part(site.made(), folder), *([{}] if put_aside else [])]
        assert part(standing, folder) in sound


def test_a_build_that_is_killed_leaves_the_last_output_and_a_memo_of_use(site, fresh):
    writes, swaps = moments_of(site)
    assert len(swaps) == 2
    somewhere = range(1, writes, writes // 60) if IS_LONG else [writes // 3]
    around = [moment for swap in swaps for moment in (swap, swap + 1)]
    for moment in (*somewhere, *(around if IS_LONG else around[1:2])):

        def kill(moment=moment):
            code, said = end(start(site, kill_at=moment))
            assert code == -signal.SIGKILL, said

        assert_survives(site, fresh, kill)


def test_a_build_may_be_killed_at_any_moment_of_the_clock(site, fresh):
    chance = random.Random(8)
    for _ in range(60 if IS_LONG else 1):

        def kill():
            process = start(site)
            time.sleep(chance.uniform(0.1, 3))
            process.kill()
            end(process)

        assert_survives(site, fresh, kill)


# ── two at once ─────────────────────────────────────────────────────────────────────────────


def test_builds_at_once_take_turns_and_the_last_one_stays(site, fresh):
    for _ in range(20 if IS_LONG else 1):
        change(site)
        processes = [start(site, publish=publish) for publish in (False, True)]
        for process in processes:
            code, said = end(process)
            assert code == 0, said
        found = site.made()
        fresh.become(site)
        either = [fresh.build(publish=publish).files for publish in (False, True)]
        assert found in either
        assert site.build().files == either[0]


def test_a_build_is_remembered_before_it_is_the_turn_of_another_one(site, monkeypatch):
    """Or the output of that one would be taken for what stands after this one."""
    change(site)
    remember, turns = LastBuild.remember, []

    def note(last, said):
        with pytest.raises(Locked), only_one(site.root / ".memo" / "build.lock"):
            pass
        turns.append(said)
        remember(last, said)

    monkeypatch.setattr(LastBuild, "remember", note)
    assert site.build().code == 0
    assert len(turns) == 1
    assert UNCHANGED in site.build().said


# ── refused ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("of", ["pages", "theme"])
def test_a_disk_that_is_full_is_one_sentence_and_leaves_the_last_output(site, of):
    """A file of the theme that could not be copied was once left out without a word."""
    before, beside = site.made(), site.left_over()
    change(site)
    font = max(site.root.glob("theme/static/**/*"), key=lambda path: path.stat().st_size)
    kept = font.read_bytes()
    if of == "theme":  # what has not changed is not copied
        font.write_bytes(kept + b" ")
    code, said = end(start(site, largest=len(kept) if of == "theme" else 5_000))
    font.write_bytes(kept)
    assert code == 1, said
    assert "Traceback" not in said
    assert "File too large" in said
    assert site.made() == before
    assert site.left_over() == beside


def test_an_output_that_cannot_be_written_is_one_sentence(site):
    with settings_of(site, 'OUTPUT_PATH = "tasks.py/output"'):
        outcome = site.build()
    assert outcome.code == 1
    assert "could not be read or written" in outcome.said
    assert "tasks.py" in outcome.said


def test_a_theme_that_cannot_be_copied_whole_is_not_published(site):
    dangling = site.root / "theme/static/dangling.svg"
    dangling.symlink_to("nowhere")
    try:
        outcome = site.build()
    finally:
        dangling.unlink()
    assert outcome.code == 1
    assert "dangling.svg" in outcome.said


def test_a_plugin_that_is_no_room_takes_part_in_every_build(site):
    plugin = site.root / "others" / "visitors.py"
    plugin.parent.mkdir()
    code = (
        "from pathlib import Path\n"
        "from pelican import signals\n"
        "def count(pelican): Path(pelican.output_path, 'visitors.txt').write_text('0')\n"
        "def register(): signals.finalized.connect(count)\n"
    )
    plugin.write_text(code)
    with settings_of(site, 'PLUGINS.append("visitors"); PLUGIN_PATHS.append("others")'):
        for _ in range(2):
            change(site)
            assert end(start(site))[0] == 0
            assert site.made()["output/visitors.txt"] == b"0"
        plugin.write_text(code.replace("'0'", "'1'"))
        assert end(start(site))[0] == 0
        assert site.made()["output/visitors.txt"] == b"1"
    shutil.rmtree(plugin.parent)


def test_without_a_memo_that_can_be_written_the_build_is_as_good(site):
    sound = site.build().files
    with settings_of(site, 'MEMO_PATH = "tasks.py/memo"'):
        assert site.build().files == sound


@contextlib.contextmanager
def settings_of(site, line):
    """Give *site* one more *line* of settings meanwhile."""
    path = site.root / "pelicanconf.py"
    kept = path.read_text(encoding="utf-8")
    path.write_text(f"{kept}\n{line}\n", encoding="utf-8")
    yield
    path.write_text(kept, encoding="utf-8")
