"""The swap at the end of a build: whatever goes wrong with it, the last good output stays."""

import sys
from pathlib import Path

import pytest

from plugins.staging import EXCHANGE, Staging


@pytest.fixture(name="by_renaming")
def _by_renaming(monkeypatch):
    """A system on which two folders can't change places in one step."""
    monkeypatch.setattr("plugins.staging.exchange", lambda one, other: False)


@pytest.fixture(name="output")
def _output(tmp_path):
    output = tmp_path / "output"
    output.mkdir()
    (output / "index.html").write_text("good")
    return output


def stage(output, text="new"):
    staging = Staging(output).__enter__()
    (staging.path / "index.html").write_text(text)
    return staging


def beside(output):
    return sorted(path.name for path in output.parent.iterdir())


def test_the_new_output_stands_in_the_place_of_the_old_one_and_nothing_beside_it(output):
    stage(output).publish()
    assert (output / "index.html").read_text() == "new"
    assert beside(output) == ["output"]


@pytest.mark.usefixtures("by_renaming")
def test_where_folders_cannot_change_places_they_are_renamed(output):
    stage(output).publish()
    assert (output / "index.html").read_text() == "new"
    assert beside(output) == ["output"]


@pytest.mark.skipif(sys.platform not in EXCHANGE, reason="this system knows no such step")
def test_where_folders_can_change_places_the_output_is_missing_at_no_moment(output, monkeypatch):
    def refuse(path, target):
        raise AssertionError(f"{path} was renamed")

    monkeypatch.setattr(Path, "rename", refuse)
    stage(output).publish()
    assert (output / "index.html").read_text() == "new"
    assert beside(output) == ["output"]


def test_the_first_output_is_put_where_none_has_been(tmp_path):
    stage(tmp_path / "output").publish()
    assert (tmp_path / "output" / "index.html").read_text() == "new"
    assert beside(tmp_path / "output") == ["output"]


@pytest.mark.usefixtures("by_renaming")
def test_an_output_that_cannot_be_put_in_place_leaves_the_last_one(output, monkeypatch):
    """Once the swap removed the old output although the new one had not taken its place."""
    staging, rename = stage(output), Path.rename

    def refuse(path, target):
        if path == staging.path:
            raise PermissionError(13, "a program holds it open")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        staging.publish()
    staging.__exit__()
    assert (output / "index.html").read_text() == "good"
    assert beside(output) == ["output"]


@pytest.mark.usefixtures("by_renaming")
def test_of_two_builds_that_swap_at_once_the_last_one_stays(output, monkeypatch):
    one, other, rename = stage(output, "one"), Staging(output), Path.rename
    other.path = output.with_name(".output-new-other")
    other.path.mkdir()
    (other.path / "index.html").write_text("other")
    swaps = iter([other])

    def disturb(path, target):
        """Let the other build swap between the two renames of this one."""
        if path == one.path and (faster := next(swaps, None)):
            rename(faster.path, output)
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", disturb)
    one.publish()
    assert (output / "index.html").read_text() == "one"
    assert beside(output) == ["output"]


def test_a_build_that_starts_while_another_one_swaps_does_not_stumble(output, monkeypatch):
    output.rename(output.with_name(".output-old-1"))

    def faster(path, target):
        output.mkdir()
        raise OSError(39, "not empty")

    monkeypatch.setattr(Path, "rename", faster)
    assert stage(output).path.is_dir()
