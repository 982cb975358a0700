"""The editors' guide tells what is: its tables are made of the model, the rules and the verbs."""

import re

import pytest
import yaml

import tasks
from plugins.guide import COMMANDS, GUIDES, renewed
from plugins.model.kinds import KINDS, News
from plugins.model.rules import RULES
from plugins.model.source import parse
from plugins.model.validation import validate
from tests.conftest import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOW = GITHUB / "workflows" / "check.yml"
HOOKS = PROJECT / ".pre-commit-config.yaml"


def guide(lang):
    return (PROJECT / GUIDES[lang]).read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", GUIDES)
def test_the_guide_is_up_to_date(lang):
    now = renewed(guide(lang), lang, tasks.verbs())
    assert now == guide(lang), "write the tables anew: `invoke guide`"


@pytest.mark.parametrize("lang", GUIDES)
def test_the_guide_names_every_kind_field_and_rule(lang):
    text = guide(lang)
    names = [*RULES, *(name for kind in KINDS.values() for name in kind.model_fields)]
    assert [name for name in names if f"| `{name}` |" not in text] == []
    assert [kind for kind in KINDS if f"`content/{kind}/" not in text] == []


@pytest.mark.parametrize("lang", GUIDES)
def test_the_guides_example_can_be_published(lang):
    """Whoever copies it has a text that the reader accepts."""
    (example,) = re.findall(r"```\n(---\n.*?)```", guide(lang), re.DOTALL)
    source = parse(example.encode())
    item, faults = validate(News, source, taken_over={})
    assert (faults, source.faults) == ([], [])
    assert item.cover_alt


def test_what_has_changed_is_noticed():
    old = guide("tr").replace("| `title` |", "| `titel` |")
    assert renewed(old, "tr", tasks.verbs()) == guide("tr")


def test_a_guide_without_a_place_for_a_table_is_refused():
    with pytest.raises(ValueError, match="rules"):
        renewed(guide("en").replace("<!-- rules -->", ""), "en", {})


def test_both_guides_have_the_same_parts():
    """What one language tells, the other tells too, in the same order."""
    levels = [re.findall(r"(?m)^(#+|\|---.*\||```|- |\d\.) ?", guide(lang)) for lang in GUIDES]
    assert levels[0] == levels[1]


@pytest.mark.parametrize("lang", GUIDES)
def test_every_verb_that_the_guide_names_is_there(lang):
    named = set(re.findall(r"invoke ([a-z][a-z-]*)", guide(lang)))
    assert named - set(tasks.verbs()) == set()
    assert set(COMMANDS) - set(tasks.verbs()) == set()


# ── what GitHub and git are told ────────────────────────────────────────────────────────────


def workflow():
    return yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))


def steps():
    return [step for job in workflow()["jobs"].values() for step in job["steps"]]


def test_every_verb_of_the_workflow_and_of_the_hooks_is_there():
    texts = [WORKFLOW.read_text(encoding="utf-8"), HOOKS.read_text(encoding="utf-8")]
    named = set(re.findall(r"(?:tasks\.py|-m invoke) ([a-z-]+)", "".join(texts)))
    assert {"build", "check", "guide", "lint", "test"} == named
    assert named - set(tasks.verbs()) == set()


def test_actions_are_pinned_and_may_only_read():
    """A tag can be moved to other code; a commit can't."""
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)
    assert workflow()["permissions"] == {"contents": "read"}


def test_what_a_proposal_would_publish_can_be_looked_at():
    (upload,) = [step for step in steps() if "upload-artifact" in step.get("uses", "")]
    assert upload["with"]["path"] == "output/"
    assert upload["if"] == "always()"


def test_the_form_for_faults_asks_in_both_languages():
    form = yaml.safe_load((GITHUB / "ISSUE_TEMPLATE" / "content.yml").read_text(encoding="utf-8"))
    labels = [part["attributes"]["label"] for part in form["body"] if "id" in part]
    assert len(labels) == 4
    assert all(" · " in label for label in labels)
    ids = [part["id"] for part in form["body"] if "id" in part]
    assert len(set(ids)) == len(ids)


def test_the_hooks_run_the_tools_of_the_lock():
    (repository,) = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))["repos"]
    locked = tasks.DEVELOPER_LOCK.read_text(encoding="utf-8")
    tools = re.findall(r"-m (\w+)", HOOKS.read_text(encoding="utf-8"))
    assert repository["repo"] == "local"
    assert all(f"\n{tool}==" in locked for tool in tools)
