"""A new item: its folder is ready, and what is still to be filled in is not forgotten."""

import re

import pytest
import yaml

import tasks
from plugins.build import build_settings
from plugins.model.content import read_content
from plugins.model.kinds import KINDS
from plugins.model.memo import Memo
from plugins.model.placeholders import placeholders
from plugins.model.rules import RULES
from plugins.scaffold import command
from plugins.scaffold.command import new
from plugins.scaffold.kinds import NAMES, kind_of
from tests.conftest import DAY

WRITTEN = [kind for kind in NAMES if kind != "bulletins"]
TITLES = {"tr": "İzmir’de: ışık #1", "en": "Light in İzmir"}
FILLED = {
    "starts": "2026-12-01 18:30",
    "ends": "2026-12-01 20:00",
    "event_status": "scheduled",
    "held_on": "2026-11-01",
    "adopted_on": "2026-11-01",
    "expires": "2026-12-31",
    "deadline": "2026-12-01",
    "modified": "2026-11-21",
    "date": "2026-11-20",
    "relation": "network",
    "country": "TR",
    "since": "2020",
    "order": "3",
    "template": "page",
    "role": "signed",
    "language": "en",
    "years": "2025, 2026",
    "tags": "goc",
    "goals": "city-diplomacy",
    "cover": "kapak.svg",
    "file": "kapak.svg",
    "id": "bir-hedef",
    "item": "2026-06-01-ikinci",
    "event": "2026-10-01-calistay",
    "members": "A",
    "host": "A",
    "present": "A",
}
"""What an editor may write in the place of `…`, where words would not do."""


@pytest.fixture(name="newsroom")
def _newsroom(site, built, monkeypatch):
    """The small site, where `invoke new` writes to; it has been read before."""
    site.memo = built.root / "memo"
    settings = build_settings(publish=False, as_of=DAY, jobs=1) | {
        "PATH": str(site.content),
        "MEMO_PATH": str(site.memo),
    }
    monkeypatch.setattr(command, "build_settings", lambda **_: settings)
    return site


def make(kind, title=TITLES["tr"], **options):
    """Run `invoke new`."""
    defaults = {"day": None, "original": None, "other_title": TITLES["en"], "lang": "tr"}
    return new(kind, title, **(defaults | options))


def folders(site, kind):
    return sorted((site.content / kind).glob("*isik-1"))


def read(site):
    """Read the whole site."""
    settings = build_settings(publish=False, as_of=DAY, jobs=1)
    memo = Memo(site.root / "memo" / "texts.sqlite")
    return read_content(site.content, day=settings["BUILD_DAY"], publish=False, memo=memo, jobs=1)


def fill_in(path):
    """Fill in every place, those of the fields that may be left out included."""

    def value(found):
        name = found[2]
        web = (name and name.endswith("url")) or name == "website"
        word = "https://example.org/" if web else FILLED.get(name, "Sözler")
        return f"{found[1]}{word}"

    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^# ([ -]*\w+:)", r"\1", text)  # also what may be left out
    text = re.sub(r"(?m)^([ -]*(\w+): \[?)…", value, text).replace("\n…\n", "\nMetin.\n")
    path.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_is_filled_in_can_be_published(newsroom, kind):
    """Every field that is offered is accepted, in every kind; nothing is left over."""
    assert make(kind) == 0
    (folder,) = folders(newsroom, kind)
    (folder / "kapak.svg").write_text("<svg/>")
    for path in folder.glob("*.md"):
        fill_in(path)
    content = read(newsroom)
    assert [p.render("en") for p in content.problems] == []
    documents = [d for d in content.documents if folder.name == d.folder]
    assert {content.states[d.path] for d in documents} == {"published"}
    assert [d.item.title for d in documents] == [TITLES[d.lang] for d in documents]
    assert not any(list(placeholders(d)) for d in documents)


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_is_not_filled_in_is_found(newsroom, kind):
    """A draft may wait; but nothing of it is published as it is."""
    make(kind)
    (folder,) = folders(newsroom, kind)
    for path in folder.glob("*.md"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("status: draft", "status: published"), encoding="utf-8")
    content = read(newsroom)
    assert all(folder.name in p.path and p.level == "must" for p in content.problems)
    states = {content.states[d.path] for d in content.documents if d.folder == folder.name}
    assert states == {"error"}


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_fresh_draft_stops_nothing(kind, newsroom):
    """Somebody may keep a half written text without holding the others up."""
    make(kind)
    content = read(newsroom)
    assert content.problems == []
    drafts = [d for d in content.documents if d.folder.endswith("isik-1")]
    found = [(p.line, p.rule) for d in drafts for p in placeholders(d)]
    assert len(found) >= 4  # summary and text, in both files
    assert {RULES[rule]["level"] for _, rule in found} == {"look"}
    for document in drafts:
        path = newsroom.content / kind / document.folder / f"index.{document.lang}.md"
        path.write_text(path.read_text("utf-8").replace("status: draft", "status:"), "utf-8")
    assert {problem.level for problem in read(newsroom).problems} == {"must"}


def test_facts_stand_in_the_file_of_the_original_alone(newsroom):
    make("etkinlik", "A day of cities", original="en", other_title="")
    (folder,) = sorted((newsroom.content / "events").glob("*-a-day-of-cities"))
    heads = {
        path.name: yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
        for path in folder.iterdir()
    }
    assert "starts" in heads["index.en.md"]
    assert "starts" not in heads["index.tr.md"]
    assert heads["index.tr.md"]["title"] == "…"
    assert heads["index.en.md"]["title"] == "A day of cities"


def test_every_field_has_its_comment_in_the_language_of_the_editor(newsroom):
    make("duyuru", lang="en")
    (folder,) = folders(newsroom, "announcements")
    lines = (folder / "index.tr.md").read_text(encoding="utf-8").splitlines()
    assert "# expires: …  # Expires: after this day it leaves the lists" in lines


def test_the_folder_has_its_day_and_a_plain_name(newsroom, capsys):
    make("haber", day="1 Aralık 2026")
    assert [folder.name for folder in folders(newsroom, "news")] == ["2026-12-01-izmirde-isik-1"]
    assert "content/news/2026-12-01-izmirde-isik-1/ yazıldı" in capsys.readouterr().out


def test_what_exists_is_not_touched(newsroom, capsys):
    make("haber")
    before = {path: path.read_bytes() for path in newsroom.content.rglob("*.md")}
    assert make("haber") == 1
    assert {path: path.read_bytes() for path in newsroom.content.rglob("*.md")} == before
    assert "zaten var" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"kind": "habre"}, "`haber` mi demek istediniz?"),
        ({"kind": "qqq"}, "`qqq` diye bir tür yok."),
        ({"kind": ""}, "basın-özeti"),
        ({"kind": "haber", "title": " "}, "Başlık eksik"),
        ({"kind": "haber", "title": "…!"}, "adres yapılacak harf yok"),
        ({"kind": "haber", "day": "05.06.2026"}, "bir gün değil"),
        ({"kind": "haber", "original": "de"}, "tr, en"),
    ],
    ids=repr,
)
def test_a_wrong_question_is_answered_and_nothing_is_written(newsroom, capsys, asked, said):
    before = sorted(newsroom.content.rglob("*"))
    assert make(**asked) == 1
    assert said in capsys.readouterr().err
    assert sorted(newsroom.content.rglob("*")) == before


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_known_by_its_folder_and_by_its_names(kind):
    assert {kind_of(word) for word in (kind, *NAMES[kind].values())} == {kind}


def test_an_issue_of_the_bulletin_is_drafted_as_before(newsroom, capsys):
    """It has a maker of its own, which knows its title and its items."""
    newsroom.write("news/2026-11-20-yeni/index.tr.md", "---\ntitle: Yeni\nsummary: Özet.\n---\n")
    assert new("bülten", "", day=None, original=None, other_title="", lang="tr") == 0
    assert "content/bulletins/2026-11-22-sayi-2" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "given"),
    [
        ("new", []),
        ("new haber", ["kind"]),
        ("new haber Başlık", ["kind", "title"]),
        ("new haber Başlık --day 2026-12-01", ["kind", "title"]),
        ("new --day 2026-12-01 haber Başlık", ["kind", "title"]),
        ("new bulletin --lang tr", ["kind"]),
        ("build --publish", ["kind", "title"]),
    ],
)
def test_kind_and_title_may_be_left_out(line, given):
    """What is missing is said by us, in the editor's language, and not by invoke."""
    assert tasks.given(["kind", "title"], "new", line.split()) == given
