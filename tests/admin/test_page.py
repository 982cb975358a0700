"""The page of the form: for editors alone, found by nobody else."""

import json

from lxml import html

from plugins.admin import AdminGenerator
from plugins.admin.page import INTEGRITY, VERSION, policy
from plugins.build import build_settings
from tests.factory import generate, make_site

ADMIN = {"published": False, "repository": None, "branch": "main"}


def test_the_page_loads_one_pinned_script(built):
    page = html.fromstring(built.page("/admin/"))
    own, form = page.findall(".//script")
    assert own.get("src") == "form.js"
    assert f"@{VERSION}/" in form.get("src")
    assert form.get("integrity") == INTEGRITY
    assert form.get("crossorigin") == "anonymous"


def test_the_page_may_do_what_its_policy_says(built):
    page = html.fromstring(built.page("/admin/"))
    (meta,) = page.xpath("//meta[@http-equiv]")
    assert meta.get("content") == policy()
    assert "default-src 'none'" in policy()
    scripts = next(part for part in policy().split("; ") if part.startswith("script-src"))
    assert scripts.split()[1:] == ["'self'", page.findall(".//script")[1].get("src")]


def test_nobody_else_finds_the_page(built):
    page = html.fromstring(built.page("/admin/"))
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    others = [
        path
        for path in built.output.rglob("*")
        if path.suffix in (".html", ".xml", ".txt", ".json") and path.parent.name != "admin"
    ]
    assert others
    for word in (b"admin/", b"unpkg.com"):
        assert [path for path in others if word in path.read_bytes()] == []


def test_a_published_form_tells_nothing_of_a_draft(site):
    draft = "status: draft\ngoals:\n  - {id: taslak-hedef, title: Gizli tasarı, text: Sonra.}\n"
    site.write("pages/plan/index.tr.md", f"---\ntitle: Tasarı\nsummary: Kısa.\n{draft}---\nM.\n")
    ours = {**ADMIN, "published": True, "repository": "o/n", "sign_in": None}
    site.build(publish=True, ADMIN=ours)
    assert "city-diplomacy" in site.page("/admin/config.json")
    assert "taslak-hedef" not in site.page("/admin/config.json")
    site.build(ADMIN=ours)
    assert "taslak-hedef" in site.page("/admin/config.json")


def test_the_published_site_has_no_form_by_default():
    published = build_settings(publish=True, as_of=None, jobs=1)["ADMIN"]
    shelf = generate(AdminGenerator, make_site(), ADMIN=published, PUBLISH=True)
    assert shelf.files == {}


def test_the_configuration_lies_beside_the_page(built):
    config = json.loads((built.output / "admin" / "config.json").read_text(encoding="utf-8"))
    events = next(c for c in config["collections"] if c["name"] == "events")
    assert events["folder"] == "content/events"
    tags = next(f for f in events["fields"] if f["name"] == "tags")
    assert {"label", "value"} == set(tags["options"][0])
    assert config["app_title"] == "DİDER · içerik formu"
