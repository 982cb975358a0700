"""The form on a real folder of this machine, as editors use it: opened from the preview.

The folder is a git working copy, and what the browser writes is compared with it. Only the folder
picker and its two questions are left out, which no program can answer: a folder that is dropped
onto a page gives the same handle, and Chromium's headless shell, which has nobody to ask, lets it
be written to with the flag below.
"""

import io
import json
import shutil
import subprocess
from threading import Thread

import pytest
from PIL import Image

from plugins.build import build_settings
from plugins.checks.command import Request, main
from plugins.model.frontmatter import read_front_matter
from plugins.preview.proof import Proof
from plugins.preview.server import Bell, open_server
from tests.admin.sveltia import IN_BROWSER, LIST, Form
from tests.conftest import DAY, PROJECT, SITE

SHELL = shutil.which("chromium-headless-shell")

pytestmark = [
    *IN_BROWSER,
    pytest.mark.skipif(SHELL is None, reason="chromium-headless-shell is missing"),
]

ARGUMENTS = ["--no-sandbox", "--enable-experimental-web-platform-features"]

DROPPED = """
window.dropped = new Promise(done => {
  addEventListener("dragover", event => event.preventDefault());
  addEventListener("drop", event => {
    event.preventDefault();
    done(event.dataTransfer.items[0].getAsFileSystemHandle());
  });
});
window.showDirectoryPicker = () => dropped;
"""

HAS_DROPPED = """() => Promise.race([
  dropped.then(() => true), new Promise(done => setTimeout(done, 200, false))
])"""

KEY = "news/2026-11-10-liman"

# In the shape that the form writes, with everything that it keeps.
TURKISH = """
---
title: Limanda bir akşam
summary: 'Rıhtımda söyleşi: herkese açık.'
status: published
tags:
  - goc
cover: kapak.jpg
cover_alt: Rıhtımda yürüyenler.
---

## Program

Buluşma **saat altıda**, [çalıştaydan](../../events/2026-10-01-calistay/index.tr.md) sonra.

Buluşuyoruz

- çay
- simit

1. ilk söz
2. son söz

> Liman bir kapıdır.

![Kordon’da akşam](kapak.jpg "Kordon")

!!! note "Not"
    Kayıt gerekmez.

Bir dipnot.[^1]

| Kent | STK |
|------|----:|
| Ordu | 12 |

*[STK]: Sivil toplum kuruluşu

[^1]: Kaynak.
""".lstrip()

ENGLISH = """
---
title: An evening at the harbour
summary: 'A talk on the quay: open to all.'
status: published
cover_alt: People on the quay.
---

## Programme

The meeting is **at six**.
""".lstrip()

LETTER_PATH = "news/2026-11-09-letter/index.en.md"
LETTER = """
---
title: A letter from a small harbour
summary: A library on another shore.
tags:
  - goc
one_language: true
---

The letter lies in the library.
""".lstrip()


def jpeg():
    data = io.BytesIO()
    Image.new("RGB", (1280, 853), "teal").save(data, "JPEG")
    return data.getvalue()


class Working(Form):
    """The form on the working copy at *root*."""

    def __init__(self, context, address, root):
        super().__init__(context, address)
        self.root = root
        self.page.add_init_script(DROPPED)

    def enter(self):
        self.go()
        self.page.get_by_role("button", name="Yerel Repo ile Çalış").wait_for()
        dropped = False
        for _ in range(20):  # a busy page may not hear of it
            self._drop()
            if dropped := self.page.evaluate(HAS_DROPPED):
                break
        assert dropped
        self.press("Yerel Repo ile Çalış")
        self.wait_for_kinds()

    def _drop(self):
        session = self.page.context.new_cdp_session(self.page)
        data = {"items": [], "files": [str(self.root)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            event = {"type": kind, "x": 5, "y": 5, "data": data}
            session.send("Input.dispatchDragEvent", event)

    def git(self, *words):
        """Return what git says of the working copy."""
        name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.autocrlf=false"]
        command = ["git", "-C", str(self.root), *name, *words]
        return subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout

    def commit(self):
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message=test")

    def changed(self):
        """Return the files that differ from what was committed, each with the kind of change."""
        lines = self.git("status", "--porcelain", "--untracked-files=all").splitlines()
        return {line[3:].removeprefix("content/"): line[:2].strip() for line in lines}

    def before(self, name):
        return self.git("show", f"HEAD:content/{name}")

    def now(self, name):
        return (self.root / "content" / name).read_bytes().decode()


@pytest.fixture(name="form", scope="module")
def _form(tmp_path_factory, built, chromium):
    """The form of the preview; the browser of the other tests lends its driver."""
    root = tmp_path_factory.mktemp("working")
    shutil.copytree(SITE, root / "content")
    (root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())
    texts = {f"{KEY}/index.tr.md": TURKISH, f"{KEY}/index.en.md": ENGLISH, LETTER_PATH: LETTER}
    for name, text in texts.items():
        path = root / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    (root / "content" / KEY / "kapak.jpg").write_bytes(jpeg())
    settings = build_settings(publish=False, as_of=DAY, jobs=1) | {
        "PATH": str(root / "content"),
        "MEMO_PATH": str(built.root / "memo"),
    }
    proof = Proof(settings, lang="tr")
    server = open_server(0, proof.answer, Bell(lambda: proof.version))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    browser = chromium.browser_type.launch(executable_path=SHELL, args=ARGUMENTS)
    context = browser.new_context(locale="tr-TR", viewport={"width": 1400, "height": 1200})
    form = Working(context, f"http://127.0.0.1:{server.server_port}", root)
    form.git("init", "--quiet")
    (root / ".gitignore").write_text("/.memo/\n/pelicanconf.py\n", encoding="utf-8")
    form.commit()
    form.enter()
    yield form
    form.close()
    browser.close()
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _committed(form):
    """Each test begins with nothing to commit, and with no fault of the form."""
    form.commit()
    yield
    assert form.faults == []


@pytest.fixture(name="check")
def _check(form, capsys):
    """What `invoke check` says of the texts that it did not say before the test."""

    def run():
        main(Request(as_of=DAY, texts_only=True, form="json"), root=form.root)
        return json.loads(capsys.readouterr().out)

    before = run()
    return lambda: [problem for problem in run() if problem not in before]


def test_one_word_changed_in_the_text_is_one_word_changed_in_the_file(form):
    form.open(KEY)
    form.page.get_by_text("Tablo · Table").first.wait_for()
    form.page.get_by_text("Buluşuyoruz", exact=True).first.dblclick()
    form.page.keyboard.type("Görüşüyoruz")
    form.save()
    assert form.changed() == {f"{KEY}/index.tr.md": "M"}
    assert form.now(f"{KEY}/index.tr.md") == TURKISH.replace("Buluşuyoruz", "Görüşüyoruz")


def test_a_text_in_another_shape_says_what_it_said(form):
    key = "events/2026-10-01-calistay"
    form.open(key)
    form.box("Başlık · Title").fill("Kent diplomasisi atölyesi")
    form.save()
    assert set(form.changed()) == {f"{key}/index.tr.md", f"{key}/index.en.md"}
    for lang in ("tr", "en"):
        name = f"{key}/index.{lang}.md"
        old, new = read_front_matter(form.before(name)), read_front_matter(form.now(name))
        if lang == "tr":
            old.values["title"] = "Kent diplomasisi atölyesi"
        assert new.values == old.values
        assert new.body.strip() == old.body.strip()
    kept = form.git("show", "--format=", f"HEAD:content/{key}/index.tr.md").splitlines()
    assert set(kept) - set(form.now(f"{key}/index.tr.md").splitlines()) == {
        "title: Kent diplomasisi çalıştayı",
        "organisers: [DİDER]",
    }


def test_a_new_entry_lies_where_the_model_wants_it_and_passes_the_check(form, check):
    form.begin("events")
    form.box("Başlık · Title").fill("İzmir’de Işık Şöleni: ILIK")
    form.box("Başlık · Title", "en").fill("A Feast of Light")
    form.box("Özet · Summary").fill("Kıyıda bir akşam.")
    form.box("Özet · Summary", "en").fill("An evening on the shore.")
    form.box("Tarih · Date").fill("2026-11-21")
    form.box("Başlangıç · Starts").fill("2026-12-01 18:30")
    form.choose_picture("Kıyı İzmir.jpg", "image/jpeg", jpeg())
    form.page.get_by_text("Kiyi-Izmir.jpg").first.wait_for()
    form.box("Kapak açıklaması").fill("Kıyıda ışıklar.")
    form.box("Kapak açıklaması", "en").fill("Lights on the shore.")
    form.save()
    folder = "events/2026-11-21-izmir-de-isik-soleni-ilik"
    names = ("Kiyi-Izmir.jpg", "index.en.md", "index.tr.md")
    assert form.changed() == {f"{folder}/{name}": "??" for name in names}
    assert (form.root / "content" / folder / names[0]).read_bytes() == jpeg()
    assert check() == []


def test_an_entry_that_is_deleted_leaves_nothing_behind(form, check):
    form.open(KEY)
    form.press("Düzenleyici Seçeneklerini Göster")
    form.page.get_by_role("menuitem", name="Sil").click()
    form.page.get_by_role("alertdialog").get_by_role("button", name="Sil").click()
    form.page.wait_for_url(LIST)
    assert set(form.changed().values()) == {"D"}
    assert not (form.root / "content" / KEY).exists()
    assert check() == []


def test_a_text_in_english_only_is_edited_in_a_collection_of_its_own(form, check):
    form.open("news-en/2026-11-09-letter")
    form.box("Özet · Summary").fill("A library on the other shore.")
    form.save()
    assert form.changed() == {LETTER_PATH: "M"}
    assert form.now(LETTER_PATH) == LETTER.replace("another", "the other")
    assert check() == []


def test_a_text_is_begun_in_english_only(form, check):
    form.begin("news-en")
    form.box("Başlık · Title").fill("The INN at the harbour")
    form.box("Özet · Summary").fill("It opens on Sunday.")
    form.box("Tarih · Date").fill("2026-11-20")
    form.save()
    name = "news/2026-11-20-the-inn-at-the-harbour/index.en.md"
    assert form.changed() == {name: "??"}
    assert read_front_matter(form.now(name)).values["one_language"] == "true"
    assert check() == []


def test_an_english_text_that_waits_for_the_turkish_one_is_not_offered(form):
    """The form could open it, but not save it."""
    lists = {"news": "Yalnızca Türkçe bir haber", "news-en": "A letter from a small harbour"}
    for kind, shown in lists.items():
        form.go(f"#/collections/{kind}")
        form.page.get_by_text(shown).first.wait_for()
        assert form.page.get_by_text("News in English only").count() == 0
