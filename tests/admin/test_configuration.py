"""The form is made from the content model, and what it saves is what the reader reads."""

import re
from datetime import date
from typing import Annotated, get_args

import pytest
from pydantic import TypeAdapter, ValidationError

from plugins.admin.configuration import POSTS, choices_of, configuration
from plugins.admin.fields import NOT_ASKED, form_fields
from plugins.admin.patterns import PATTERNS
from plugins.languages.catalogue import read_catalogues
from plugins.model.content import read_content
from plugins.model.kinds import KINDS, News, PressItem, field, is_shared, words_of
from plugins.model.memo import Memo
from plugins.model.values import Country, Day, GoalId, Moment, Slug, TagName, WebAddress
from tests.admin.entries import DAY, FOLDER, SLUG, collections_of, write_entries
from tests.conftest import PROJECT

ADMIN = {"published": False, "repository": "owner/name", "branch": "main", "sign_in": None}
CHOICES = {
    TagName: [{"label": "Kent · City", "value": "kent"}],
    GoalId: [{"label": "Dayanışma · Solidarity", "value": SLUG}],
}


@pytest.fixture(name="config", scope="module")
def _config():
    words = read_catalogues(PROJECT / "theme" / "translations", ("tr", "en"))
    return configuration(
        ADMIN, CHOICES, words, folder="content", site_url="https://example.org", title="Form"
    )


def collection_of(config, kind):
    return next(c for c in collections_of(config) if c["name"] == kind)


def all_fields(fields):
    for one in fields:
        yield one
        yield from all_fields(one.get("fields", []))


def read(root, **options):
    memo = Memo(root / "memo.sqlite")
    day = date.fromisoformat(DAY)
    return read_content(root / "content", day=day, publish=False, memo=memo, jobs=1, **options)


def test_every_kind_is_a_collection_named_in_turkish_first(config):
    labels = {c["name"]: c["label"] for c in collections_of(config)}
    assert list(labels) == [*KINDS, *(f"{kind}-en" for kind in POSTS)]
    assert labels["press"] == "Basın özetleri · Press reviews"
    assert collection_of(config, "press")["label_singular"] == "Basın özeti"
    assert collection_of(config, "pages")["label_singular"] == "Sayfa"


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_the_model_is_there_in_its_order(config, kind):
    *fields, body = collection_of(config, kind)["fields"]
    model = KINDS[kind].model_fields
    assert [f["name"] for f in fields] == [name for name in model if name not in NOT_ASKED]
    assert body["name"] == "body"
    for one in fields:
        info = model[one["name"]]
        assert one["label"] == f"{words_of(info, 'tr')[0]} · {words_of(info, 'en')[0]}"
        said = one["hint"] + " ".join(str(o["label"]) for o in one.get("options", []))
        assert words_of(info, "en")[1] in said
        assert words_of(info, "tr")[1] in said or one["widget"] == "select"
        assert one["i18n"] is not is_shared(info)


@pytest.mark.parametrize("kind", POSTS)
def test_what_is_in_english_only_has_a_collection_that_marks_it(config, kind):
    """It says of itself that no translation is wanted; by that the form finds it again."""
    one, both = collection_of(config, f"{kind}-en"), collection_of(config, kind)
    assert one["i18n"]["locales"] == ["en"]
    assert (one["folder"], one["path"], one["slug"]) == (both["folder"], both["path"], both["slug"])
    (mark,) = [field for field in one["fields"] if field not in both["fields"]]
    assert (mark["name"], mark["default"]) == (one["filter"]["field"], one["filter"]["value"])
    assert News.model_fields[mark["name"]].default is False


def test_what_the_reader_asks_for_the_form_asks_for(config):
    for kind, model in KINDS.items():
        *fields, _ = collection_of(config, kind)["fields"]
        required = {f["name"] for f in fields if f["required"]}
        asked = {name for name, info in model.model_fields.items() if info.is_required()}
        # A partner's folder carries no day, so its text has to.
        assert required == asked | ({"date"} if kind == "partners" else set())


def test_a_new_field_of_the_model_is_in_the_form():
    class Coloured(News):
        colour: str = field(("Renk", "Bir renk"), ("Colour", "a colour"))
        days: list[PressItem] = field(("Günler", "Sırayla"), ("Days", "in order"), [])

    *_, colour, days = form_fields(Coloured, CHOICES)
    assert colour == {
        "name": "colour",
        "label": "Renk · Colour",
        "hint": "Bir renk · *a colour*",
        "required": True,
        "i18n": True,
        "widget": "string",
    }
    assert [f["name"] for f in days["fields"]] == list(PressItem.model_fields)
    assert all(f["i18n"] for f in days["fields"])


def test_nothing_is_given_a_value_that_nobody_chose(config):
    """The form gives defaults to texts that exist, too: a published one would become a draft."""
    for collection in collections_of(config)[: len(KINDS)]:
        assert [f["name"] for f in all_fields(collection["fields"]) if "default" in f] == []
        assert "boolean" not in {f.get("widget") for f in all_fields(collection["fields"])}


def test_every_choice_has_turkish_words(config):
    for collection in collections_of(config):
        for one in all_fields(collection["fields"]):
            for option in one.get("options", []):
                assert option["label"] != option["value"], (collection["name"], one["name"])


def test_an_entry_of_every_kind_passes_the_reader(config, tmp_path):
    write_entries(config, tmp_path)
    names = "kent: {tr: Kent, en: City}\n"
    (tmp_path / "content" / "tags.yaml").write_text(names, encoding="utf-8")
    content = read(tmp_path)
    assert [problem.render("en") for problem in content.problems] == []
    assert len(content.documents) == 2 * len(KINDS) + len(POSTS)
    assert {document.kind for document in content.documents} == set(KINDS)
    # Its address comes from the title, by our own rule.
    assert {document.item.slug for document in content.documents} == {None}
    assert choices_of(content, public=False) == {
        TagName: [{"label": "Kent · City", "value": "kent"}],
        GoalId: [{"label": "İzmir’de Işık Şöleni · İzmir’de Işık Şöleni", "value": SLUG}],
    }


GOOD = {
    Day: [
        "2026-06-05",
        "2026-6-5",
        "5 Haziran 2026",
        "12 Ağustos 2026",
        "November 6, 2019",
        "6 Kasım 2019 Çarşamba",
    ],
    Moment: ["2026-12-01 18:30", "2026-12-01", "1 Aralık 2026 18.30", "2026-12-01T18:30"],
    WebAddress: ["https://example.org", "http://a.example/b?c=d#e", "https://ışık.example/ö"],
    Slug: ["a", "izmirde-isik-soleni", "2026-programi"],
    Country: ["TR", "IT"],
}
BAD = {
    Day: ["05.06.2026", "yarın", "2026", "2026-06", "5 Haziran"],
    Moment: ["01.12.2026 18:30", "18:30", "2026-12-01 akşam"],
    WebAddress: ["example.org", "ftp://example.org", "https://example", "https:/example.org", ""],
    Slug: ["Işık", "işık", "-a", "a-", "a--b", "a_b", "2026", "a b", "İzmir"],
    Country: ["tr", "TUR", "T", "Türkiye"],
}


@pytest.mark.parametrize("kind", GOOD, ids=lambda kind: get_args(kind)[1].func.__name__)
def test_a_pattern_says_what_the_reader_says(kind):
    pattern, message = PATTERNS[get_args(kind)[1]]
    reader = TypeAdapter(Annotated[kind, None])
    assert message
    for text in GOOD[kind]:
        reader.validate_python(text)
        assert re.fullmatch(pattern, text), text
    for text in BAD[kind]:
        assert not re.fullmatch(pattern, text), text
        with pytest.raises(ValidationError):
            reader.validate_python(text)


def test_what_may_be_left_out_may_be_empty_for_its_pattern(config):
    for collection in collections_of(config):
        for one in all_fields(collection["fields"]):
            if "pattern" in one:
                assert bool(re.search(one["pattern"][0], "")) is not one["required"]


def test_a_folder_that_the_form_was_given_is_refused_with_the_right_name(config, tmp_path):
    write_entries(config, tmp_path)
    news = tmp_path / "content" / "news"
    (news / FOLDER[True]).rename(news / f"{DAY}-Işık Şöleni")
    (problem,) = [p for p in read(tmp_path).problems if p.rule == "bad-folder-name"]
    assert problem.values["better"] == FOLDER[True]
    pattern, _ = collection_of(config, "news")["slug"]["pattern"]
    assert not re.search(pattern, f"{DAY}-Işık Şöleni")


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("<script>alert(1)</script>", "html-not-allowed"),
        ("# Başlık", "heading-too-high"),
        ("![](dosya.svg)", "picture-without-alt"),
        ("[söz](javascript:alert)", "address-not-allowed"),
    ],
)
def test_a_text_that_is_not_allowed_is_refused_with_its_line(config, tmp_path, written, rule):
    write_entries(config, tmp_path)
    (tmp_path / "content" / "tags.yaml").write_text("kent: {tr: Kent, en: City}\n", "utf-8")
    path = tmp_path / "content" / "news" / FOLDER[True] / "index.tr.md"
    text = path.read_text(encoding="utf-8") + f"\n{written}\n"
    path.write_text(text, encoding="utf-8")
    problem = next(p for p in read(tmp_path).problems if p.rule == rule)
    assert text.splitlines()[problem.line - 1] == written
