"""Compiled templates: kept if they can be, and run only as they were compiled."""

import pytest
from jinja2 import DictLoader, Environment

from plugins.rendering.compiled import Compiled

SOURCE = {"page.html": "{% if word %}<p>{{ word }}</p>{% endif %} and more"}


def render(folder):
    environment = Environment(loader=DictLoader(SOURCE), bytecode_cache=Compiled(folder, "1"))
    return environment.get_template("page.html").render(word="İzmir")


@pytest.fixture(name="kept")
def _kept(tmp_path):
    render(tmp_path / "templates")
    (path,) = (tmp_path / "templates").iterdir()
    return path


def test_what_was_compiled_is_taken_as_it_is(kept, monkeypatch):
    monkeypatch.setattr(Environment, "compile", None)
    assert render(kept.parent) == "<p>İzmir</p> and more"


def test_what_is_damaged_is_not_run_but_compiled_again(kept):
    """Once it was run, and printed something else, or brought Python down."""
    sound = kept.read_bytes()
    for place in range(0, len(sound), 31):
        for damaged in (sound[:place], sound[:place] + b"\xff" + sound[place + 1 :]):
            kept.write_bytes(damaged)
            assert render(kept.parent) == "<p>İzmir</p> and more"
            assert kept.read_bytes() == sound


def test_what_cannot_be_kept_is_compiled_each_time(tmp_path):
    (tmp_path / "file").write_text("in the way")
    assert render(tmp_path / "file" / "templates") == "<p>İzmir</p> and more"


def test_a_folder_in_its_place_is_no_fault(kept):
    kept.unlink()
    kept.mkdir()
    assert render(kept.parent) == "<p>İzmir</p> and more"
