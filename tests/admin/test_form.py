"""The form in a real browser: what it shows, what it refuses, and what it makes of a text."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from plugins.admin.configuration import POSTS
from plugins.model.content import read_content
from plugins.model.frontmatter import read_front_matter
from plugins.model.kinds import KINDS
from plugins.model.memo import Memo
from tests.admin.sveltia import FOLDER, IN_BROWSER, Form
from tests.pages.conftest import serve

pytestmark = IN_BROWSER

WRITE = """async files => {
  const store = await navigator.storage.getDirectory();
  const root = await store.getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [name, text] of Object.entries(files)) {
    const parts = name.split("/");
    let folder = root;
    for (const part of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await folder.getFileHandle(parts.at(-1), { create: true });
    const stream = await file.createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""

READ = """async () => {
  const store = await navigator.storage.getDirectory();
  const files = {};
  async function walk(folder, prefix) {
    for await (const [name, entry] of folder.entries())
      if (entry.kind === "directory") await walk(entry, `${prefix}${name}/`);
      else files[prefix + name] = await (await entry.getFile()).text();
  }
  await walk(await store.getDirectoryHandle("sveltia-cms-test"), "");
  return files;
}"""


class Kept(Form):
    """The form on the texts of the small site, kept in the browser."""

    def __init__(self, context, address, content):
        super().__init__(context, address)
        self.before = {
            path.relative_to(content.parent).as_posix(): path.read_text(encoding="utf-8")
            for path in content.rglob("*")
            if path.suffix in (".md", ".svg", ".yaml")
        }
        self.now = self.before

    def enter(self):
        self.go()
        self.page.get_by_role("button", name="Test Reposu ile Çalış").wait_for()
        self.page.evaluate(WRITE, self.before)
        self.press("Test Reposu ile Çalış")
        self.wait_for_kinds()

    def changes(self):
        """Save, and return the files that are new or have changed."""
        self.save()
        last, self.now = self.now, self.page.evaluate(READ)
        return {name: text for name, text in self.now.items() if text != last.get(name)}


@pytest.fixture(name="form", scope="module")
def _form(chromium, built, request):
    server = serve(built.output)
    # One window for all, in Turkish unless a test says otherwise: there, browsers make ı of I.
    lang = getattr(request, "param", "tr-TR")
    context = chromium.new_context(locale=lang, viewport={"width": 1400, "height": 1200})

    def in_the_browser(route):
        config = json.loads((built.output / "admin/config.json").read_text(encoding="utf-8"))
        route.fulfill(json={**config, "backend": {"name": "test-repo"}})

    context.route(re.compile(r"/admin/config\.json"), in_the_browser)
    form = Kept(context, f"http://127.0.0.1:{server.server_port}", built.content)
    form.enter()
    yield form
    form.close()
    server.shutdown()
    server.server_close()


def test_the_configuration_is_as_sveltia_describes_it(built):
    schema = json.loads((FOLDER / "schema" / "sveltia-cms.json").read_text(encoding="utf-8"))
    config = json.loads((built.output / "admin" / "config.json").read_text(encoding="utf-8"))
    errors = [error.message[:300] for error in Draft7Validator(schema).iter_errors(config)]
    assert errors == []


@pytest.mark.parametrize("form", ["en-US"], indirect=True)
def test_every_kind_stands_there_in_turkish_whatever_the_browser_speaks(form):
    """The digest of the page fits the file, or nothing would stand there."""
    kinds = form.page.get_by_role("treeitem").all_inner_texts()
    labels = [next(line for line in text.splitlines() if "·" in line) for text in kinds]
    assert [label.split(" · ")[0] for label in labels][:2] == ["Sayfalar", "Haberler"]
    assert labels[len(KINDS)] == "News · yalnız EN"
    assert len(labels) == len(KINDS) + len(POSTS)
    assert form.page.get_by_role("alert").all_inner_texts() == []


def test_an_entry_made_in_the_form_passes_the_reader(form, tmp_path):
    form.page.get_by_role("treeitem", name="Etkinlikler · Events").click()
    form.press("Yeni")
    form.wait_for_entry()
    form.box("Başlık · Title").fill("İzmir’de Işık Şöleni: ILIK")
    form.box("Başlık · Title", "en").fill("A Feast of Light")
    form.box("Özet · Summary").fill("Kıyıda bir akşam.")
    form.box("Özet · Summary", "en").fill("An evening on the shore.")
    form.box("Başlangıç · Starts").fill("2026-12-01 18:30")
    form.choose_picture("Kıyı İzmir.svg", "image/svg+xml", b"<svg/>")
    form.page.get_by_text("Kiyi-Izmir.svg").first.wait_for()
    form.box("Kapak açıklaması").fill("Kıyıda ışıklar.")
    form.box("Kapak açıklaması", "en").fill("Lights on the shore.")
    made = form.changes()
    (folder,) = {Path(name).parent for name in made}
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}-izmir-de-isik-soleni-ilik", folder.name)
    assert {Path(name).name for name in made} == {"index.tr.md", "index.en.md", "Kiyi-Izmir.svg"}
    for name, text in {**form.before, **made}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    memo = Memo(tmp_path / "memo.sqlite")
    day = date(2026, 11, 22)
    content = read_content(tmp_path / "content", day=day, publish=False, memo=memo, jobs=1)
    assert [p for p in content.problems if str(folder) in p.path] == []
    texts = [document for document in content.documents if document.path in made]
    assert [content.states[text.path] for text in texts] == ["draft", "draft"]
    assert [text.item.cover for text in texts] == ["Kiyi-Izmir.svg", "Kiyi-Izmir.svg"]


def test_what_is_refused_in_a_build_is_refused_in_the_form(form):
    form.begin("events")
    form.box("Başlangıç · Starts").fill("01.12.2026 18:30")
    form.page.get_by_role("button", name="Kaydet").first.click()
    form.page.get_by_text("ya da yalnız gün yazın").first.wait_for()


@pytest.mark.parametrize(
    "key",
    ["declarations/2026-02-01-bildirge", "activities/2026-04-01-rapor", "news/2026-11-06-kongre"],
)
def test_a_text_that_is_opened_and_saved_says_what_it_said(form, key):
    form.open(key)
    title = form.box("Başlık · Title").input_value()
    form.box("Başlık · Title").fill(f"{title} 2")
    after = {**form.before, **form.changes()}
    for lang in ("tr", "en"):
        name = f"content/{key}/index.{lang}.md"
        old, new = read_front_matter(form.before[name]), read_front_matter(after[name])
        if lang == "tr":
            assert new.values.pop("title") == f"{old.values.pop('title')} 2"
        assert new.values == old.values
        assert new.body.strip() == old.body.strip()
