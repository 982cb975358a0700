"""The writer: what is taken from the last output is what it was when it was looked at."""

import os
from pathlib import Path

import pytest

from plugins.model.memo import Record
from plugins.writer import Made, SiteWriter

URLS = ("/feed.xml", "/feed.json")


@pytest.fixture(name="root")
def _root(tmp_path):
    write(tmp_path, b"good")
    (tmp_path / "new").rename(tmp_path / "last")
    return tmp_path


def write(root, data):
    """Write a piece of two files, which both hold *data* when they are made again."""
    settings = {"LAST_OUTPUT": root / "last", "JOBS": 1}
    writer = SiteWriter(str(root / "new"), settings)
    piece = Made(URLS, "feeds", "the same version", lambda: [data, data])
    writer.write_made([piece], record=Record(root / "record.json"))
    return [(root / "new" / url[1:]).read_bytes() for url in URLS]


def test_what_is_made_from_the_same_is_not_made_again(root):
    assert write(root, b"made again") == [b"good", b"good"]


@pytest.mark.parametrize("name", ["feed.xml", "feed.json"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"by hand")])
def test_what_somebody_has_touched_is_made_again(root, name, damage):
    damage(root / "last" / name)
    assert write(root, b"made again") == [b"made again", b"made again"]


@pytest.mark.parametrize("swapped", ["feed.xml", "feed.json"])
def test_an_output_that_another_build_swaps_meanwhile_is_not_believed(root, swapped, monkeypatch):
    """Once what had been looked at was one file, and what was taken another."""
    link = os.link

    def swap_and_link(last, path):
        other = root / "last" / swapped
        other.unlink(missing_ok=True)
        other.write_bytes(b"of another day")
        link(last, path)

    monkeypatch.setattr("os.link", swap_and_link)
    assert b"of another day" not in write(root, b"good")


def test_an_output_that_is_gone_meanwhile_is_made_again(root):
    (root / "last" / "feed.xml").unlink()
    assert write(root, b"made again") == [b"made again", b"made again"]


def test_a_file_system_without_hard_links_will_do(root, monkeypatch):
    def refuse(*paths):
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr("os.link", refuse)
    assert write(root, b"made again") == [b"good", b"good"]
