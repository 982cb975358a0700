"""The writer: what is taken from the last output is what it was when it was looked at."""

import os
import shutil
from pathlib import Path

import pytest

from plugins.model.memo import Record
from plugins.writer import Lot, Made, SiteWriter

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


@pytest.mark.parametrize("data", [b"good", b"made again"])
def test_a_link_to_what_was_made_is_not_what_was_made(root, data):
    """Wherever the output is brought, it leads nowhere."""
    made = root / "last" / "feed.xml"
    made.rename(root / "elsewhere.xml")
    made.symlink_to(root / "elsewhere.xml")
    assert write(root, data) == [data, data]
    assert not (root / "new" / "feed.xml").is_symlink()


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


def write_lot(root, version, urls, told):
    """Write a lot of pieces at *urls*, noting in *told* when somebody asks what they are."""

    def pieces():
        told.append(version)
        return [Made((url,), "lists", version, lambda: [version]) for url in urls]

    writer = SiteWriter(str(root / "new"), {"LAST_OUTPUT": root / "last", "JOBS": 1})
    count = writer.write_made([], lot=Lot(version, pieces), record=Record(root / "lot.json"))
    assert count == len(urls)
    assert writer.addresses == set(urls)
    shutil.rmtree(root / "last", ignore_errors=True)
    (root / "new").rename(root / "last")
    return {path.name: path.read_text() for path in sorted((root / "last").iterdir())}


def test_a_lot_is_told_once_until_what_it_comes_from_changes(tmp_path):
    told = []
    assert write_lot(tmp_path, "one", ["/a.html", "/b.html"], told) == {
        "a.html": "one",
        "b.html": "one",
    }
    write_lot(tmp_path, "one", ["/a.html", "/b.html"], told)
    assert told == ["one"]
    assert write_lot(tmp_path, "two", ["/b.html"], told) == {"b.html": "two"}
    assert told == ["one", "two"]


def test_a_piece_of_a_lot_that_somebody_has_touched_is_made_again(tmp_path):
    told = []
    write_lot(tmp_path, "one", ["/a.html", "/b.html"], told)
    (tmp_path / "last" / "a.html").write_text("by hand")
    assert write_lot(tmp_path, "one", ["/a.html", "/b.html"], told)["a.html"] == "one"


@pytest.mark.parametrize("damage", [b"", b"{}", b"0\n{}"])
def test_a_damaged_record_is_not_believed(tmp_path, damage):
    told = []
    write_lot(tmp_path, "one", ["/a.html"], told)
    (tmp_path / "lot.json").write_bytes(damage)
    assert write_lot(tmp_path, "one", ["/a.html"], told) == {"a.html": "one"}
    assert told == ["one", "one"]


def test_an_output_that_is_gone_meanwhile_is_made_again(root):
    (root / "last" / "feed.xml").unlink()
    assert write(root, b"made again") == [b"made again", b"made again"]


def test_a_file_system_without_hard_links_will_do(root, monkeypatch):
    def refuse(*paths):
        raise PermissionError(1, "not permitted")

    monkeypatch.setattr("os.link", refuse)
    assert write(root, b"made again") == [b"good", b"good"]
