"""The two commands: what a person with Python alone sees, on a first run, a second and a bad one.

Making `.venv` takes longer than five seconds, so all tests that need a real one are slow.
"""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from invoke import Collection, Exit, MockContext
from packaging.requirements import Requirement

import plugins.last_build
import tasks
from plugins import terminal

# No index answers here, so whatever is installed comes from the project's own folder.
NO_INDEX = {
    **{name: value for name, value in os.environ.items() if not name.startswith("PIP_")},
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_INDEX_URL": "http://127.0.0.1:9/",
    "PIP_RETRIES": "0",
}


def write_wheel(folder: Path, name: str, version: str) -> str:
    """Write a package that prints its version and arguments when run; return its line in a lock."""
    info = f"{name}-{version}.dist-info"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    files = {
        f"{name}/__main__.py": f"import sys; print('{name} {version}', *sys.argv[1:])",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{info}/RECORD": "",
    }
    with zipfile.ZipFile(path, "w") as wheel:
        for file, text in files.items():
            wheel.writestr(file, text)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{name}=={version} --hash=sha256:{digest}\n"


class Project:
    """A folder with `tasks.py` and locks that name tiny wheels, one of them in place of invoke."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def lock(self, *lines: str, name: str = "requirements.txt") -> None:
        links = f"--find-links {self.root.as_posix()}\n"
        (self.root / name).write_text(links + "".join(lines), encoding="utf-8")

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(self.root / "tasks.py"), *arguments]
        done = subprocess.run(
            command, cwd=self.root.parent, env=NO_INDEX, capture_output=True, text=True, check=False
        )
        assert "Traceback" not in done.stderr
        return done


@pytest.fixture(scope="module")
def first_run(tmp_path_factory):
    project = Project(tmp_path_factory.mktemp("first"))
    shutil.copy(tasks.__file__, project.root)
    invoke = write_wheel(project.root, "invoke", "1.0")
    project.lock(invoke)
    project.lock(invoke, write_wheel(project.root, "tool", "1.0"), name="requirements-dev.txt")
    return SimpleNamespace(project=project, said=project.run("build", "--publish"))


@pytest.fixture
def project(first_run, tmp_path):
    """Return a copy of the project as the first run left it."""
    shutil.copytree(first_run.project.root, tmp_path / "copy", symlinks=True)
    return Project(tmp_path / "copy")


@pytest.mark.slow
def test_first_run_installs_the_lock_and_hands_over(first_run):
    """A fresh machine needs one command, and sees what goes on."""
    said = first_run.said.stdout.splitlines()
    assert said[0].startswith("making .venv with Python 3.")
    assert said[-2:] == ["Installing collected packages: invoke", "invoke 1.0 build --publish"]
    assert first_run.said.returncode == 0


@pytest.mark.slow
def test_second_run_installs_nothing(project):
    """Nothing is asked of pip or of a network: not even the wheels are there any more."""
    for wheel in project.root.glob("*.whl"):
        wheel.unlink()
    assert project.run("build").stdout == "invoke 1.0 build\n"


@pytest.mark.slow
def test_without_a_verb_the_verbs_are_listed(project):
    assert project.run().stdout == "invoke 1.0 --list\n"


@pytest.mark.slow
def test_a_changed_lock_is_installed(project):
    project.lock(write_wheel(project.root, "invoke", "2.0"))
    assert project.run("build").stdout.endswith("invoke 2.0 build\n")
    assert project.run("build").stdout == "invoke 2.0 build\n"


@pytest.mark.slow
def test_a_developers_verb_installs_the_tools_and_build_keeps_them(project):
    assert "Installing collected packages: tool" in project.run("test").stdout
    assert project.run("build").stdout == "invoke 1.0 build\n"
    assert project.run("test").stdout == "invoke 1.0 test\n"


@pytest.mark.slow
def test_a_half_made_environment_is_made_anew(project):
    """A run that was cut off leaves no stamp: the next one trusts nothing that it finds."""
    (project.root / ".venv/installed").unlink()
    said = project.run("build").stdout
    assert said.startswith("making .venv")
    assert said.endswith("invoke 1.0 build\n")


@pytest.mark.slow
def test_an_environment_whose_python_is_gone_is_not_trusted(project, monkeypatch):
    monkeypatch.setattr(tasks, "STAMP", project.root / ".venv/installed")
    monkeypatch.setattr(tasks, "PYTHON", project.root / tasks.PYTHON.relative_to(tasks.ROOT))
    assert tasks.is_whole()
    monkeypatch.setattr(tasks, "PYTHON", project.root / "gone")
    assert not tasks.is_whole()


@pytest.mark.slow
def test_an_index_out_of_reach_is_one_sentence(project):
    project.lock("absent==1.0 --hash=sha256:" + "0" * 64)
    said = project.run("build")
    assert said.returncode == 2
    assert re.fullmatch(
        r"tasks.py: no package index answers: .* \[no-index\]\n"
        r"  help: pip says: .*absent==1.0.*\n",
        said.stderr,
    )


@pytest.mark.slow
def test_a_package_that_is_not_the_locked_one_is_one_sentence(project):
    line = write_wheel(project.root, "invoke", "2.0")
    project.lock(line[:-9] + "00000000\n")
    said = project.run("build")
    assert said.returncode == 1
    assert said.stderr.startswith("tasks.py: a package is not what the lock says [wrong-hash]\n")
    assert "invoke==2.0" in said.stderr


@pytest.mark.slow
def test_after_a_failed_install_nothing_counts_as_installed(project):
    project.lock("absent==1.0 --hash=sha256:" + "0" * 64)
    project.run("build")
    assert not (project.root / ".venv/installed").exists()


def test_an_old_python_can_read_the_file():
    ast.parse(Path(tasks.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(tasks.platform, "python_version", lambda: "3.9.2")
    with pytest.raises(SystemExit, match="1"):
        tasks.bootstrap(["build"])
    said = capsys.readouterr().err
    assert said == "tasks.py: Python 3.9.2 is too old [old-python]\n  help: use 3.11 or newer\n"


def test_a_python_without_venv_is_one_sentence(monkeypatch, capsys):
    monkeypatch.setattr(tasks, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match="1"):
        tasks.make_environment()
    assert "apt install python3-venv" in capsys.readouterr().err


def test_an_interrupted_install_leaves_as_a_shell_does(monkeypatch):
    def interrupted(lock):
        raise KeyboardInterrupt

    monkeypatch.setattr(tasks, "install", interrupted)
    with pytest.raises(SystemExit, match="130"):
        tasks.bootstrap(["build"])


@pytest.mark.parametrize(("option", "is_kept"), [([], True), (["-B"], False)])
def test_what_a_verb_loads_is_kept_compiled(tmp_path, option, is_kept):
    """Invoke would keep nothing: each command compiled all of the plugins again."""
    (tmp_path / "plugins").mkdir()
    shutil.copy(tasks.__file__, tmp_path)
    (tmp_path / "plugins/__init__.py").touch()
    shutil.copy(terminal.__file__, tmp_path / "plugins")
    (tmp_path / "plugins/last_build.py").write_text(
        "def last_build(*asked, **more): raise SystemExit"
    )
    unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    command = [sys.executable, *option, "-m", "invoke", "build"]
    subprocess.run(command, cwd=tmp_path, env=environment, check=True)
    assert any(tmp_path.glob("plugins/__pycache__/last_build.*")) is is_kept


@pytest.mark.parametrize("name", Collection.from_module(tasks).task_names)
def test_every_verb_and_every_option_has_a_help_line(name):
    verb = Collection.from_module(tasks)[name]
    assert verb.__doc__
    assert all(option.help for option in verb.get_arguments())


@pytest.mark.parametrize("code", [1, 2, 3])
def test_build_hands_its_options_on_and_its_exit_code_back(code, monkeypatch):
    asked = {}

    def main(**options):
        asked.update(options)
        return code

    monkeypatch.setitem(sys.modules, "plugins.build", SimpleNamespace(main=main))
    monkeypatch.setattr(plugins.last_build, "last_build", lambda *_, **asked: None)
    with pytest.raises(Exit) as left:
        tasks.build(MockContext(), publish=True, as_of="2026-12-01", lang="tr")
    assert left.value.code == code
    assert asked == {
        "publish": True,
        "as_of": "2026-12-01",
        "lang": "tr",
        "jobs": None,
        "last": None,
    }


@pytest.mark.parametrize(("lang", "words"), [("tr", "uygun bir sayı değil"), ("en", "no number")])
def test_a_number_that_will_not_do_is_one_sentence_in_the_language_of_the_person(
    capsys, lang, words
):
    with pytest.raises(SystemExit):
        tasks.build(MockContext(), jobs="two", lang=lang)
    said = capsys.readouterr().err
    assert "`--jobs two`" in said
    assert words in said


def test_a_language_that_no_verb_speaks_is_one_sentence(capsys):
    with pytest.raises(SystemExit) as left:
        tasks.preview(MockContext(), lang="de")
    assert left.value.code == 1
    assert "`--lang de`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("verb", "option"),
    [
        (tasks.build, {"jobs": "abc"}),
        (tasks.build, {"jobs": "0"}),
        (tasks.preview, {"port": "-1"}),
        (tasks.preview, {"port": "99999"}),
    ],
    ids=str,
)
def test_a_number_that_is_none_is_one_sentence(verb, option, capsys):
    with pytest.raises(SystemExit) as left:
        verb(MockContext(), **option)
    assert left.value.code == 1
    assert str(*option.values()) in capsys.readouterr().err


def test_what_the_disk_refuses_is_one_sentence(monkeypatch, capsys):
    def full(*arguments, **more):
        raise OSError(28, "No space left on device", "index.tr.md")

    monkeypatch.setattr("plugins.scaffold.command.new", full)
    with pytest.raises(SystemExit) as left:
        tasks.new(MockContext(), "haber", "Başlık")
    assert left.value.code == 1
    assert "No space left on device: 'index.tr.md'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("", []),
        ("haber", ["kind"]),
        ("haber Başlık", ["kind", "title"]),
        ("--lang en", []),
        ("--lang=en haber", ["kind"]),
        ("haber --day 2026-12-01 Başlık", ["kind", "title"]),
    ],
)
def test_what_is_made_may_be_left_out(words, given):
    asked = ["invoke", "new", *words.split()]
    assert tasks.given(["kind", "title"], "new", asked) == given


@pytest.fixture(scope="module")
def locks():
    """Return the texts of both locks."""
    return [path.read_text(encoding="utf-8") for path in (tasks.LOCK, tasks.DEVELOPER_LOCK)]


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package in *lock*."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))


def test_the_locks_hold_what_pyproject_asks_for(locks):
    project = tomllib.loads((tasks.ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["project"]["dependencies"], project["dependency-groups"]["dev"]
    for lock, lines in zip(locks, wanted, strict=True):
        for requirement in map(Requirement, lines):
            assert pins(lock)[requirement.name.lower()] in requirement.specifier


def test_the_developers_lock_holds_the_other(locks):
    """So that `build` after `test` has nothing to install."""
    assert pins(locks[0]).items() <= pins(locks[1]).items()


def test_the_locks_name_no_host_and_no_folder(locks):
    for lock in locks:
        assert not re.search(r"://|^-|[/\\]\w", lock, re.MULTILINE)
