"""Front matter: real YAML with the line of each value, and nothing of it ever in the text."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.frontmatter import read_front_matter

KEYS = st.text("abcçğıöşü_", min_size=1, max_size=8)
VALUES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], include_characters=" "), max_size=20
)


def test_lists_and_groups_are_read_with_their_lines():
    header = read_front_matter("---\ntitle: A\nitems:\n  - name: B\n    title: C\n---\nText\n")
    assert header.values == {"title": "A", "items": [{"name": "B", "title": "C"}]}
    assert header.lines["items", 0, "title"] == 5
    assert header.body == "Text\n"
    assert header.body_line == 7


def test_every_scalar_stays_the_text_that_was_written():
    header = read_front_matter("---\na: 2026\nb: no\nc: 2026-01-02\nd: 010\ne: 'null'\n---\n")
    assert header.values == {"a": "2026", "b": "no", "c": "2026-01-02", "d": "010", "e": "null"}


def test_an_empty_value_counts_as_not_written():
    assert read_front_matter("---\ntitle:\nslug: ~\n---\n").values == {}


@pytest.mark.parametrize(
    ("text", "rule", "line", "fix"),
    [
        ("title: A\n\nText", "no-front-matter", 1, "---"),
        ("---\ntitle: A\n\nText", "unclosed-front-matter", 1, None),
        ("---\ntitle: Kıyı: dünya\n---\n", "unquoted-value", 2, 'title: "Kıyı: dünya"'),
        ("---\ntitle: @home\n---\n", "unquoted-value", 2, 'title: "@home"'),
        ("---\nx: y\ntitle: 'A\n---\n", "unclosed-quotation", 3, "title: 'A'"),
        ("---\ntags: [a\nx: y\n---\n", "unquoted-value", 2, 'tags: "[a"'),
        ("---\na: 1\nb: 2\na: 3\n---\n", "duplicate-field", 4, None),
        ("---\na: 1\u0007\n---\n", "control-character", 2, None),
        ("---\njust words\n---\n", "bad-yaml", 2, None),
        ("---\nx: y\ntitle:Deneme\nz: a\n---\n", "no-blank", 3, "title: Deneme"),
        ("---\ntitle:\u00a0Deneme\nz: a\n---\n", "no-blank", 2, "title: Deneme"),
        ("---\n  title: Deneme\nz: a\n---\n", "indented-field", 2, "title: Deneme"),
        ("---\nx:\n\ty: a\nz: a\n---\n", "tab", 3, "  y: a"),
        ("---\ntitle: Işık #2 şöleni\n---\n", "unquoted-value", 2, 'title: "Işık #2 şöleni"'),
        ('---\ntitle: "A" b\nx: y\n---\n', "unquoted-value", 2, 'title: "\\"A\\" b"'),
        ("---\ntitle: 'A'da b\nx: y\n---\n", "unquoted-value", 2, "title: \"'A'da b\""),
        ("---\ntitle: !Dikkat yeni\n---\n", "unquoted-value", 2, 'title: "!Dikkat yeni"'),
        ("---\nx: y\ntitle: &Co ile\n---\n", "unquoted-value", 3, 'title: "&Co ile"'),
        ("---\ntags: &a [*a]\n---\n", "unquoted-value", 2, 'tags: "&a [*a]"'),
        ("---\nx: y\ntags:\n- !a b\n---\n", "bad-yaml", 4, None),
        ("---\nx: y\ntitle: A\u2028B\nz: a\n---\n", "control-character", 3, "title: A B"),
    ],
)
def test_a_broken_header_names_the_line_and_the_mended_line(text, rule, line, fix):
    (fault,) = read_front_matter(text).faults
    assert (fault.rule, fault.line, fault.fix) == (rule, line, fix)
    if fault.fix and rule not in ("no-front-matter", "unclosed-front-matter"):
        lines = text.split("\n")
        lines[line - 1] = fault.fix
        assert read_front_matter("\n".join(lines)).faults == []


@pytest.mark.parametrize(
    "value", ["A  # bir açıklama", "|\n  !a #2\n  &b", "a & b", "'!a'", "AT&T *", '["&a"]']
)
def test_signs_that_yaml_knows_may_stand_where_it_does_not_ask_for_them(value):
    assert read_front_matter(f"---\ntitle: {value}\n---\n").faults == []


def test_all_broken_lines_are_found_at_once_and_the_rest_is_read():
    header = read_front_matter("---\ntitle: A: b\nslug: x\nsummary: C: d\n---\nText")
    assert [fault.line for fault in header.faults] == [2, 4]
    assert header.values == {"title": "A: b", "slug": "x", "summary": "C: d"}


@pytest.mark.parametrize(
    "text", ["Özet: x\nStatus: draft\n\nText", "---\nÖzet: x\nstatus: draft\n"]
)
def test_where_the_header_is_broken_there_is_no_body(text):
    """A draft can't be published by a typo in its header (Pelican's does)."""
    assert read_front_matter(text).body == ""


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=6))
def test_what_yaml_writes_is_read_back_as_it_was(values):
    text = yaml.safe_dump(values, allow_unicode=True, default_style='"')
    header = read_front_matter(f"---\n{text}---\nBody")
    assert header.values == values
    assert header.faults == []
    assert header.body == "Body"


@given(st.text(max_size=200))
def test_no_text_whatever_makes_it_crash(text):
    header = read_front_matter(f"---\n{text}\n---\n")
    assert header.values or header.faults or not header.lines or text
