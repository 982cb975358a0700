"""The project's verbs: `python3 tasks.py VERB` from anywhere, or `invoke VERB` inside `.venv`.

As a script this file needs Python alone (an old one can read it too, to be told that it is old):
it makes `.venv`, installs the lock there and hands over to invoke, which finds the verbs below.
"""

import gc
import hashlib
import os
import platform
import re
import shutil
import subprocess
import sys
from functools import wraps
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.txt"
DEVELOPER_LOCK = ROOT / "requirements-dev.txt"  # holds all of LOCK
DEVELOPER_VERBS = {"bench", "lint", "lock", "test"}

VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "installed"  # names the lock in `.venv`; absent as long as anything is half done

PIPED = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "errors": "replace"}

PIP_FAILURES = (  # what pip says, what we say, the exit code; the first that fits
    (r"DO NOT MATCH THE HASHES.*\s+(\S+)", "a package is not what the lock says [wrong-hash]", 1),
    (
        r"(?m)^(?:ERROR: )?(?!WARNING)(.*(?:versions: none|Max retries|timed out|HTTP error).*)",
        "no package index answers: look at the network and pip's settings [no-index]",
        2,
    ),
    (r"(.*\S)\s*\Z", "pip could not install the lock [pip-failed]", 1),
)


def bootstrap(arguments):
    """Make `.venv` hold what *arguments* need, then let invoke carry them out there."""
    if sys.version_info < (3, 11):
        stop(f"Python {platform.python_version()} is too old [old-python]", "use 3.11 or newer")
    try:
        install(DEVELOPER_LOCK if DEVELOPER_VERBS.intersection(arguments) else LOCK)
    except KeyboardInterrupt:
        sys.exit(130)
    os.chdir(ROOT)
    command = [str(PYTHON), "-m", "invoke", *(arguments or ["--list"])]
    if os.name == "nt":  # there, execv gives the prompt back before the work is done
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def install(lock):
    """Make `.venv` hold *lock*; do nothing when it does already."""
    if not is_whole():
        make_environment()
    elif STAMP.read_bytes() in {digest(lock), digest(DEVELOPER_LOCK)}:
        return
    STAMP.unlink(missing_ok=True)
    run_pip(lock)
    STAMP.write_bytes(digest(lock))


def is_whole():
    """Tell whether `.venv` was finished, and its Python still runs."""
    check = [str(PYTHON), "-c", "import pip"]
    try:
        return STAMP.exists() and not subprocess.call(check, stderr=subprocess.DEVNULL)
    except OSError:
        return False


def digest(lock):
    """Return what STAMP says when *lock* is installed."""
    return hashlib.sha256(lock.read_bytes()).hexdigest().encode()


def make_environment():
    """Make an empty `.venv` in place of what is there."""
    if not (find_spec("venv") and find_spec("ensurepip")):
        stop("this Python lacks `venv` [no-venv]", "on Debian: `apt install python3-venv`")
    print(f"making .venv with Python {platform.python_version()}", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    made = subprocess.run(command, **PIPED, check=False)
    if made.returncode:
        stop("`.venv` cannot be made [no-venv]", made.stdout.strip().splitlines()[-1])


def run_pip(lock):
    """Install *lock*, showing a line for each package; stop with one sentence if pip fails."""
    # Python compiles what is imported, when it is: all at once would take ten seconds more.
    options = ["--require-hashes", "--no-compile", "--no-input", "--disable-pip-version-check"]
    command = [str(PYTHON), "-m", "pip", "install", *options, "-r", str(lock)]
    said = ""
    with subprocess.Popen(command, **PIPED) as pip:
        for line in pip.stdout:
            said += line
            if line.startswith(("Collecting", "Processing", "Building", "Installing")):
                print(line.split(" (from ")[0].strip(), flush=True)
    if pip.returncode:
        for pattern, sentence, code in PIP_FAILURES:
            reason = re.search(pattern, said)
            if reason:
                stop(sentence, f"pip says: {reason[1]}", code)


def stop(sentence, help, code=1):
    """Say what is wrong and what helps, and leave."""
    print(f"tasks.py: {sentence}\n  help: {help}", file=sys.stderr)
    sys.exit(code)


if __name__ == "__main__":
    bootstrap(sys.argv[1:])


from invoke import Collection, Exit, task  # noqa: E402  not there before the lines above have run

# Invoke has Python keep nothing compiled; to compile all each time takes a fifth of a second.
sys.dont_write_bytecode = bool(sys.flags.dont_write_bytecode)


def verb(**options):
    """Make a task of a function that returns an exit code, or None when all went well."""

    def decorate(body):
        @task(**options)
        @wraps(body)
        def run(*args, **kwargs):
            for stream in (sys.stdout, sys.stderr):
                if hasattr(stream, "reconfigure"):  # a console may not know every sign
                    stream.reconfigure(errors="replace")
            if "lang" in options.get("help", ()):
                kwargs["lang"] = spoken(kwargs.get("lang"))
            try:
                code = body(*args, **kwargs)
            except KeyboardInterrupt:
                code = 130
            except OSError as error:  # no space, no right to read or write
                refuse("refused", kwargs.get("lang"), reason=error)
            gc.freeze()  # Python looks for garbage as it ends, though all of it goes anyway
            if code:
                raise Exit(code=code)

        return run

    return decorate


def spoken(lang):
    """Return the language of the messages: what `--lang` says, or else that of the terminal."""
    from plugins.terminal import SPOKEN, terminal_language

    if lang and lang not in SPOKEN:
        refuse("bad-lang", found=lang)
    return lang or terminal_language(os.environ)


def refuse(key, lang=None, **values):
    """Say in *lang*, or the terminal's language, why something can't be done, and leave."""
    from plugins.terminal import REFUSALS, Speech, terminal_language

    sys.exit(Speech(REFUSALS, lang or terminal_language(os.environ)).refuse(key, **values))


def whole_number(flag, text, most, lang):
    """Return the number that *text* gives to *flag*, from 1 to *most*; None where it gives none."""
    if text in ("", None):
        return None
    if not str(text).isdecimal() or not 0 < int(text) <= most:
        refuse("bad-number", lang, flag=flag, found=text, most=most)
    return int(text)


def python(*arguments):
    """Run this environment's Python in the project's folder; return its exit code."""
    return subprocess.call([sys.executable, *arguments], cwd=ROOT)


@verb(
    help={
        "publish": "build with publishconf.py, as for the public",
        "as-of": "build as on this day, such as 2026-12-01",
        "lang": "language of the messages: tr or en",
        "jobs": "how many processes share the work",
    }
)
def build(c, publish=False, as_of=None, lang=None, jobs=""):
    """Build the site into output/."""
    jobs = whole_number("--jobs", jobs, 64, lang)
    from plugins.last_build import last_build

    last = last_build(ROOT, publish=publish, as_of=as_of)
    said = last.said() if last else None
    if said:
        print(said.get(lang, said["en"]))
        code = 0
    else:
        gc.disable()  # until the site is built: of what is loaded and made, nothing is garbage
        from plugins.build import main

        code = main(publish=publish, as_of=as_of, lang=lang, jobs=jobs, last=last)
    if publish and not code:
        from plugins.newsletter.push.command import push_after_publishing

        code = push_after_publishing(lang=lang)
    return code


@verb(
    help={
        "port": "where to serve it: 8000, or the next that is free, unless given",
        "as-of": "show the site as on this day, such as 2026-12-01",
        "lang": "language of the messages: tr or en",
    }
)
def preview(c, port="", as_of=None, lang=None):
    """Show the site while it is being written, drafts included, at 127.0.0.1; writes nothing."""
    from plugins.preview.command import preview as serve

    return serve(port=whole_number("--port", port, 65_535, lang), as_of=as_of, lang=lang)


@verb(
    help={
        "mode": "draft (a person sends it), schedule (with time to undo it) or send",
        "dry-run": "say what would be done, and do nothing",
        "test": "send a test of each draft to this address",
        "yes": "do not ask before e-mails leave",
        "live-check": "whether the page of an e-mail must be public before it leaves",
        "setup-check": "say whether the account at Mailchimp is set up as it should be",
        "lang": "language of the messages: tr or en",
    }
)
def push(
    c,
    mode="draft",
    dry_run=False,
    test="",
    yes=False,
    live_check=True,
    setup_check=False,
    lang=None,
):
    """Bring the outbox to Mailchimp: each e-mail once, to every subscriber of its language."""
    from plugins.newsletter.push import command as push_command

    if setup_check:
        return push_command.setup_check(lang=lang)
    request = push_command.Request(mode, dry_run, test, yes, live_check)
    return push_command.push(request, lang=lang)


@verb(help={"lang": "language of the messages: tr or en"})
def push_status(c, lang=None):
    """Say what was sent, is scheduled, is waiting, and why."""
    from plugins.newsletter.push import command as push_command

    return push_command.push_status(lang=lang)


def given(names, verb, words):
    """Return which of *names*, arguments without a flag, *words* give to *verb*.

    Invoke has no such argument that may be left out, and would not let us say what is missing.
    """
    if verb not in words:
        return names
    asked = words[words.index(verb) :]
    # Each flag of such a verb takes a value: the word after it, if not after an equals sign.
    bare = [
        word
        for before, word in pairwise(asked)
        if not word.startswith("-") and (not before.startswith("-") or "=" in before)
    ]
    return names[: len(bare)]


@verb(
    positional=given(["kind", "title"], "new", sys.argv),
    help={
        "kind": "what to make, such as haber, etkinlik, news or event; left out, all are shown",
        "title": "its title, in the language of the original; an issue of the bulletin has its own",
        "day": "its day, such as 2026-12-01; today unless given",
        "original": "language of the title: tr or en; the site's first unless given",
        "other-title": "the title in the other language",
        "lang": "language of the messages and of the comments: tr or en",
    },
)
def new(c, kind=None, title=None, day=None, original=None, other_title="", lang=None):
    """Write a ready folder, in both languages, for an editor to fill in."""
    from plugins.scaffold.command import new as write

    options = {"day": day, "original": original, "other_title": other_title, "lang": lang}
    return write(kind or "", title or "", **options)


@verb(
    help={
        "done": "record that the translation of this folder is up to date: news/2026-11-06-example",
        "editorial": "record that its original has changed in a way that readers need not know",
        "record": "record every translation that is not yet, if its facts agree",
        "original": "with --done or --record: the language of the original, tr or en",
        "differ": "with --done or --editorial: the facts that differ are meant to",
        "html": "write the list into this file, as a page in both languages",
        "lang": "language of the messages: tr or en",
    }
)
def translations(
    c, done="", editorial="", record=False, original="", differ=False, html="", lang=None
):
    """List translations that are stale or missing, and what changed in the original.

    What readers need first comes first: what is open to them; of that a stale text, which tells
    them what no longer holds, before one that is missing; what they can still go to or apply for;
    then pages, announcements, events and the other kinds; then the newest.
    """
    from plugins.translations.verb import Request, main

    return main(Request(done, editorial, record, original, differ, html), lang=lang)


@verb(
    help={
        "as-of": "as on this day, such as 2026-12-01",
        "lang": "language of the messages: tr or en",
    }
)
def bulletin(c, as_of=None, lang=None):
    """Build as for the public, and show the e-mails that are due; sends nothing."""
    from plugins.build import main
    from plugins.newsletter.bulletin.verbs import Newsroom
    from plugins.newsletter.push.project import read_project

    built = main(publish=True, as_of=as_of, lang=lang, jobs=None)
    return built or Newsroom(lang).show_outbox(read_project().outbox)


@verb(
    help={
        "format": "text, github (annotations of a proposed change) or json",
        "strict": "fail for what is worth a look, too",
        "as-of": "as on this day, such as 2026-12-01",
        "output": "the built site to check; output/ if it is there",
        "texts-only": "leave out the built site",
        "record": "after a publication: note its addresses, which have to answer from then on",
        "lang": "language of the messages: tr or en",
    }
)
def check(
    c,
    format="text",
    strict=False,
    as_of=None,
    output="",
    texts_only=False,
    record=False,
    lang=None,
):
    """Say what is wrong with the texts, and with the site in output/ if it was built."""
    gc.disable()  # until all is checked: nearly all that is loaded and read is kept to the end
    from plugins.checks.command import Request, main

    return main(Request(lang, format, strict, as_of, output, texts_only, record))


@verb(help={"check": "write nothing; say whether the tables are out of date"})
def guide(c, check=False):
    """Write the tables of the editors' guide anew, from the model, the rules and the verbs."""
    from plugins.guide import renew

    out_of_date = renew(ROOT, verbs(), write=not check)
    print(*out_of_date, sep="\n", end="\n" if out_of_date else "")
    return 1 if check and out_of_date else 0


def verbs():
    """Return what each verb says of itself, by its name."""
    found = Collection.from_module(sys.modules[__name__]).tasks.values()
    return {each.name.replace("_", "-"): each.__doc__.split("\n")[0] for each in found}


@verb(help={"quick": "leave out the slow tests: at most a minute"})
def test(c, quick=False):
    """Run the tests."""
    return python("-m", "pytest", *(["-m", "not slow"] if quick else []))


@verb()
def lint(c):
    """Look for faults in the code's style and types."""
    tools = ("ruff", "check"), ("ruff", "format", "--check"), ("mypy",)
    return max(python("-m", *tool) for tool in tools)


@verb(
    help={
        "posts": "posts in each language",
        "rounds": "how often each measurement is repeated",
        "peers": "whom to measure beside this project, with commas between",
    }
)
def bench(c, posts=0, rounds=0, peers=""):
    """Time this project beside plain Pelican and Hugo."""
    given = {"posts": posts, "rounds": rounds, "peers": peers}
    options = [f"--{name}={value}" for name, value in given.items() if value]
    return python("benchmarks/run.py", *options)


@verb()
def nginx(c):
    """Print the configuration of nginx for the published site: headers, caching, error pages."""
    from plugins.build import build_settings
    from plugins.discovery.nginx import configuration
    from plugins.report import BuildFailed, Report

    try:
        print(configuration(build_settings(publish=True, as_of=None, jobs=None)), end="")
    except BuildFailed as error:
        Report(spoken(None)).failure(error.key, **error.values)
        return 1


@verb()
def clean(c):
    """Remove output/, outbox/ and what earlier builds remembered (.memo/)."""
    for folder in ("output", "outbox", ".memo"):
        if (ROOT / folder).exists():
            shutil.rmtree(ROOT / folder)


@verb(help={"upgrade": "take the newest versions that pyproject.toml allows"})
def lock(c, upgrade=False):
    """Write both locks anew from pyproject.toml, for every platform."""
    write = ["-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--no-config"]
    write += ["--universal", "--python-version=3.11", "--generate-hashes"]
    write += ["--custom-compile-command=invoke lock", *(["--upgrade"] if upgrade else [])]
    return python(*write, f"--output-file={LOCK.name}") or python(
        *write, f"--output-file={DEVELOPER_LOCK.name}", f"--constraint={LOCK.name}", "--group=dev"
    )
