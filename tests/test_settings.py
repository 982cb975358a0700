"""Settings that are missing or wrong are named before anything is built."""

import shutil
import subprocess
import sys

import pytest

from plugins.build import build_settings
from plugins.settings import LISTS, wrong_settings
from tests.conftest import PROJECT

GOOD = build_settings(publish=False, as_of="2026-11-22", jobs=1)


def test_the_settings_of_the_project_are_sound():
    assert list(wrong_settings(GOOD)) == []
    assert list(wrong_settings(build_settings(publish=True, as_of=None, jobs=1))) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"SITEURL": "https://example.org/"}, "SITEURL"),
        ({"SITEURL": ""}, "SITEURL"),
        ({"LANGUAGES": ("tr", "de")}, "LANGUAGES"),
        ({"ITEMS_PER_PAGE": 0}, "ITEMS_PER_PAGE"),
        ({"ITEMS_PER_PAGE": "12"}, "ITEMS_PER_PAGE"),
        ({"SITE_PUBLIC": "False"}, "SITE_PUBLIC"),
        ({"LIST_UNTRANSLATED": 0}, "LIST_UNTRANSLATED"),
        ({"PUBLIC_URL": "https://example.org/"}, "PUBLIC_URL"),
        ({"PICTURES": {**GOOD["PICTURES"], "widths": ("480", 880)}}, "PICTURES.widths.0"),
        ({"ADDRESSES": {**GOOD["ADDRESSES"], "news": {"tr": "", "en": "x"}}}, "ADDRESSES.news.tr"),
        (
            {"ADDRESSES": {**GOOD["ADDRESSES"], "news": {"tr": "a ş", "en": "x"}}},
            "ADDRESSES.news.tr",
        ),
        ({"TIMEZONE": "Europe/Istambul"}, "TIMEZONE"),
        ({"TIMEZONE": ""}, "TIMEZONE"),
        ({"MENU_SECTIONS": ("news", "newz")}, "MENU_SECTIONS"),
        ({"OUTBOX_PATH": "mail/outbox"}, "OUTBOX_PATH"),
        ({"ADDRESSES": {"news": {"tr": "haberler", "en": "news"}}}, "ADDRESSES"),
        ({"ADDRESSES": {**GOOD["ADDRESSES"], "news": {"tr": "haberler"}}}, "ADDRESSES.news"),
        ({"ADDRESSES": {k: GOOD["ADDRESSES"][k] for k in LISTS[:-1]}}, "ADDRESSES"),
        ({"ASSOCIATION": {**GOOD["ASSOCIATION"], "name": "DİDER"}}, "ASSOCIATION.name"),
        ({"ASSOCIATION": {**GOOD["ASSOCIATION"], "id_authority": "x"}}, "ASSOCIATION.id_authority"),
        ({"ADMIN": {**GOOD["ADMIN"], "repository": "dider"}}, "ADMIN.repository"),
        ({"ADMIN": {**GOOD["ADMIN"], "published": True}}, "ADMIN"),
        ({"ADMIN": {**GOOD["ADMIN"], "sign_in": "https://sign-in.example"}}, "ADMIN"),
        ({"ADMIN": {**GOOD["ADMIN"], "sign_in": "http://sign-in.example"}}, "ADMIN.sign_in"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_wrong_setting_is_named(change, named):
    (said,) = wrong_settings({**GOOD, **change})
    assert said.startswith(f"`{named}`: ")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"news": {"tr": "haberler"', '"news": {"tr": "haberler', "SyntaxError"),
        ("FEED_ITEMS = 30", "FEED_ITEMS = thirty", "thirty"),
        ("FEED_ITEMS = 30", "FEED_ITEMS = 'thirty'", "`FEED_ITEMS`"),
        ("HOME_ITEMS = 3\n", "", "`HOME_ITEMS`"),
    ],
)
@pytest.mark.slow
def test_a_broken_settings_file_is_one_message_and_no_traceback(tmp_path, old, new, said):
    shutil.copytree(PROJECT / "plugins", tmp_path / "plugins")
    text = (PROJECT / "pelicanconf.py").read_text("utf-8")
    assert old in text
    for folder in ("content", "theme"):
        (tmp_path / folder).mkdir()
    (tmp_path / "pelicanconf.py").write_text(text.replace(old, new), encoding="utf-8")
    script = "from plugins.build import main; import sys; " + (
        "sys.exit(main(publish=False, as_of=None, lang='en', jobs=1))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 1
    assert said in run.stderr
    assert "Traceback" not in run.stderr
