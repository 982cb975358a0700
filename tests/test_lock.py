"""One at a time in one folder, in the order in which they come."""

import subprocess
import sys

import pytest

from plugins import lock
from plugins.lock import Locked, in_turn, only_one
from tests.conftest import PROJECT

HOLDER = f"""
import sys; sys.path.insert(0, {str(PROJECT)!r})
from pathlib import Path
from plugins.lock import in_turn
with in_turn(Path(sys.argv[1]), waiting=print):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture(name="holder")
def _holder(tmp_path):
    """Another process, which holds the lock until it ends."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path / "build.lock")]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, encoding="utf-8", **pipes) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_only_one_is_let_in(holder, tmp_path):
    with pytest.raises(Locked), only_one(tmp_path / "build.lock"):
        pass


def test_who_comes_second_says_so_and_waits_for_the_end_of_the_first(holder, tmp_path, monkeypatch):
    """However the first one ends: here it is killed while the second waits."""
    said = []
    monkeypatch.setattr(lock.time, "sleep", lambda seconds: (holder.kill(), holder.wait()))
    with in_turn(tmp_path / "build.lock", waiting=lambda: said.append("waiting")):
        assert said == ["waiting"]
        assert holder.poll() is not None


def test_nobody_waits_where_nobody_is(tmp_path):
    for _ in range(2):
        with in_turn(tmp_path / "build.lock", waiting=pytest.fail):
            pass


def test_a_file_system_without_locks_will_do(tmp_path, monkeypatch):
    def refuse(file):
        raise OSError(37, "no locks available")

    monkeypatch.setattr(lock, "_lock", refuse)
    with in_turn(tmp_path / "build.lock", waiting=pytest.fail):
        pass
