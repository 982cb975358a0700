"""One stylesheet from the files of the theme."""

import pytest

from plugins.model.problem import Problems
from plugins.stylesheet import join, pack


@pytest.fixture(name="entry")
def _entry(tmp_path):
    (tmp_path / "a.css").write_text("/* why */\na:hover { color: red;\n  margin: 0 1px; }\n")
    entry = tmp_path / "site.css"
    entry.write_text('@layer base;\n@import "a.css" layer(base);\n')
    return entry


def test_each_file_stands_in_its_layer(entry):
    assert join(entry).split("\n")[0] == "@layer base;@layer base{a:hover{color:red;margin:0 1px}"


def test_files_of_one_layer_stand_in_one_block_in_their_order(entry):
    (entry.parent / "b.css").write_text("b { margin: 0; }")
    (entry.parent / "c.css").write_text("c { margin: 0; }")
    with entry.open("a") as file:
        file.write('@import "b.css" layer(base);\n@import "c.css" layer(late);\n')
    css = join(entry)
    assert css.count("@layer base{") == 1
    assert css.index("a:hover") < css.index("b{") < css.index("@layer late{") < css.index("c{")


def test_a_file_that_is_not_named_stops_the_build(entry):
    (entry.parent / "b.css").write_text("")
    with pytest.raises(Problems) as raised:
        join(entry)
    assert raised.value.problems[0].values["found"] == "b.css"


def test_a_file_that_is_not_there_stops_the_build(entry):
    (entry.parent / "a.css").unlink()
    with pytest.raises(Problems):
        join(entry)


@pytest.mark.parametrize("css", ["a b{}", "calc(1px + 2px)", ".a > .b{}", "a :is(b){}"])
def test_blanks_that_mean_something_stay(css):
    assert pack(css) == css


def test_a_page_asks_for_one_stylesheet(built):
    assert built.page("/").count('rel="stylesheet"') == 1
    css = (built.output / "theme/css/site.css").read_text(encoding="utf-8")
    assert "@import" not in css
    assert css.count("{") == css.count("}")
