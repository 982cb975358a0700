"""The form with GitHub: signing in, reading, and the commit that saving makes.

The page, its policy, its configuration and the addresses that it asks are those of a published
form; only what is meant for `api.github.com` goes to the stand-in.
"""

import json
import re
import shutil
from threading import Thread

import pytest

from plugins.build import build_settings
from plugins.checks.command import Request, main
from plugins.discovery.headers import rules
from plugins.model.frontmatter import read_front_matter
from plugins.preview.proof import Proof
from plugins.preview.server import Bell, open_server
from tests.admin.github import NAME, TOKEN, GitHub, Repository
from tests.admin.sveltia import IN_BROWSER, Form
from tests.conftest import DAY, PROJECT, SITE

pytestmark = IN_BROWSER

API = "https://api.github.com"
SIGN_IN = "https://sign-in.example"
KEY = "news/2026-11-06-kongre"

# What such a service sends when GitHub has said who it is.
SIGNED_IN = """
<!doctype html>
<script>
addEventListener("message", ({ data, origin }) => {
  const word = JSON.stringify({ token: "TOKEN", provider: "github" });
  if (data === "authorizing:github")
    opener.postMessage(`authorization:github:success:${word}`, origin);
});
opener.postMessage("authorizing:github", "*");
</script>
""".replace("TOKEN", TOKEN)


class Published(Form):
    """The form of a site whose texts lie at GitHub."""

    def __init__(self, context, address, github):
        super().__init__(context, address)
        self.github, self.asked = github, []
        headers = next(rule for rule in rules(None, [], admin=True) if rule.path == "/admin/*")
        context.route(re.compile(r"/admin/$"), self._with(headers.headers))
        context.route(f"{API}/**", self._to_the_stand_in)
        context.route(f"{SIGN_IN}/**", self._sign_in)

    def _with(self, headers):
        def answer(route):
            response = route.fetch()
            route.fulfill(response=response, headers={**response.headers, **headers})

        return answer

    def _to_the_stand_in(self, route):
        url = self.github.address + route.request.url.removeprefix(API)
        route.fulfill(response=route.fetch(url=url))

    def _sign_in(self, route):
        self.asked.append(route.request.url)
        route.fulfill(body=SIGNED_IN, content_type="text/html")

    def enter(self, token):
        self.press("Erişim Token’ı Kullanarak Giriş Yap")
        dialog = self.page.get_by_role("alertdialog")
        dialog.get_by_role("textbox").fill(token)
        dialog.get_by_role("button", name="Giriş Yap").click()


@pytest.fixture(name="address", scope="module")
def _address(built):
    settings = build_settings(publish=False, as_of=DAY, jobs=1) | {
        "PATH": str(built.content),
        "MEMO_PATH": str(built.root / "memo"),
        "ADMIN": {"published": True, "repository": NAME, "branch": "main", "sign_in": SIGN_IN},
    }
    proof = Proof(settings, lang="tr")
    server = open_server(0, proof.answer, Bell(lambda: proof.version))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(name="form")
def _form(chromium, address, tmp_path):
    shutil.copytree(SITE, tmp_path / "before" / "content")
    (tmp_path / "github").mkdir()
    repository = Repository(tmp_path / "github")
    repository.take(tmp_path / "before")
    github = GitHub(repository)
    context = chromium.new_context(locale="tr-TR", viewport={"width": 1400, "height": 1200})
    form = Published(context, address, github)
    yield form
    form.close()
    github.shutdown()
    github.server_close()


def wrong(root, capsys):
    """Return what `invoke check` says of the texts in *root*."""
    (root / "pelicanconf.py").write_bytes((PROJECT / "pelicanconf.py").read_bytes())
    main(Request(as_of=DAY, texts_only=True, form="json"), root=root)
    return {(found["path"], found["rule"]) for found in json.loads(capsys.readouterr().out)}


def test_an_entry_edited_at_github_is_one_commit_that_passes_the_check(form, tmp_path, capsys):
    form.go()
    form.enter("github_pat_wrong")
    form.page.get_by_role("alert").filter(has_text="token geçersiz").wait_for()
    assert form.github.refusals == ["Bad credentials"]
    form.enter(TOKEN)
    form.wait_for_kinds()
    repository = form.github.repository
    begin = repository.head
    form.open(KEY)
    form.box("Özet · Summary").fill("Çalıştay ve şölen aynı gün.")
    form.save()
    assert form.github.refusals == ["Bad credentials"]
    assert repository.git("rev-list", "--count", f"{begin}..main") == "1"
    assert repository.git("log", "-1", "--format=%s") == "Update Haber “2026-11-06-kongre” +1"
    changed = repository.git("diff", "--name-only", begin, "main").splitlines()
    assert changed == [f"content/{KEY}/index.{lang}.md" for lang in ("en", "tr")]
    for name in changed:
        old, new = (
            read_front_matter(repository.git("show", f"{commit}:{name}"))
            for commit in (begin, "main")
        )
        if name.endswith(".tr.md"):
            assert new.values.pop("summary") == "Çalıştay ve şölen aynı gün."
            del old.values["summary"]
        assert new.values == old.values
    after = tmp_path / "after"
    after.mkdir()
    repository.git(f"--work-tree={after}", "checkout", "main", "--", ".")
    assert wrong(after, capsys) <= wrong(tmp_path / "before", capsys)


def test_one_signs_in_in_a_window_of_its_own(form):
    """The policies of a published form let that window say who it was."""
    form.go()
    form.press("\u2068GitHub\u2069 ile Giriş Yap")
    form.wait_for_kinds()
    (asked,) = form.asked
    assert asked.startswith(f"{SIGN_IN}/auth?provider=github&site_id=127.0.0.1&scope=repo")
    assert form.github.refusals == []
