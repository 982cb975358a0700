"""The subjects of the site: read whole, or at fault themselves and not the texts that name them."""

import pytest

from plugins.model.tags import read_tags

ONE = "kultur: {tr: Kültür, en: Culture}\n"


@pytest.mark.parametrize("text", [ONE, f"---\n{ONE}", f"\ufeff{ONE}", f"# Konular\n\n{ONE}"])
def test_tags_are_known_by_their_key_and_both_names(text):
    tags, problems = read_tags("content/tags.yaml", text.encode())
    assert problems == []
    assert {tags.key(word) for word in ("kultur", "Kültür", "culture")} == {"kultur"}


def test_another_encoding_is_named_with_its_line_and_no_name_is_guessed():
    data = f"su: {{tr: Su, en: Water}}\n{ONE}".encode("windows-1254")
    tags, (problem,) = read_tags("content/tags.yaml", data)
    assert (problem.line, problem.rule) == (2, "not-utf-8")
    assert tags.names == {}
    assert tags.is_broken


def test_a_fault_has_the_line_of_the_file():
    _, (problem,) = read_tags("content/tags.yaml", f"---\n{ONE}Göç: x\n".encode())
    assert (problem.line, problem.rule, problem.fix) == (3, "bad-tag", "goc: {tr: …, en: …}")
