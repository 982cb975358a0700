"""The form in a real browser, with the file that its page asks for.

That file is nobody's to commit and no test's to download. Who has the npm package names its folder:
`npm pack @sveltia/cms@0.221.1`, unpack it, and `SVELTIA_PACKAGE=…/package invoke test`.
"""

import mimetypes
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from plugins.admin.page import PACKAGE, VERSION

FOLDER = Path(os.environ.get("SVELTIA_PACKAGE", "not named"))

IN_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (FOLDER / "package.json").is_file(),
        reason=f"SVELTIA_PACKAGE does not name the folder of @sveltia/cms {VERSION}",
    ),
]
"""The marks of tests that need the package."""

FONTS = {"source-sans-3": "source-sans-3-*", "noto-mono": "noto-mono-*", "material": "material-*"}
"""What the form asks another host for, and the same files in its package."""

FOREIGN = re.compile("^https:")
LIST = re.compile(r"#/collections/[^/]+$")

SETTLED = """() => new Promise(done => {
  const settle = () => { observer.disconnect(); done(); };
  let timer = setTimeout(settle, 250);
  const observer = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(settle, 250);
  });
  observer.observe(document.body, { attributes: true, childList: true, subtree: true });
})"""
"""Fulfilled when nothing on the page has changed for a quarter of a second."""


def answer(route: Route) -> None:
    """Answer for the hosts that the page may ask, from the package; all others get nothing."""
    url = route.request.url
    path = FOLDER / url.removeprefix(f"{PACKAGE}/")
    if "/fontsource/" in url:
        pattern = next(pattern for name, pattern in FONTS.items() if name in url)
        path = next((FOLDER / "npm" / "assets").glob(f"{pattern}.woff2"))
    if not path.is_file():
        route.abort()
        return
    kind = mimetypes.guess_type(path.name)[0] or "font/woff2"
    headers = {"access-control-allow-origin": "*", "content-type": kind}
    route.fulfill(body=path.read_bytes(), headers=headers)


class Form:
    """The form at *address* in a window of its own."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._context = context
        context.route(FOREIGN, answer)
        context.set_default_timeout(60_000)
        self.page: Page = context.new_page()
        self.address = address
        self.faults: list[str] = []
        """What went wrong in the form's own script."""
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def close(self) -> None:
        """Close its window; what it is asking for at that moment is nobody's fault."""
        self._context.unroute_all(behavior="ignoreErrors")
        self._context.close()

    def go(self, place: str = "") -> None:
        """Go to *place* in the form."""
        self.page.goto(f"{self.address}/admin/{place}")

    def press(self, name: str) -> None:
        """Press the first button of that *name*."""
        self.page.get_by_role("button", name=name).first.click()

    def wait_for_kinds(self) -> None:
        """Wait until the content has been read."""
        self.page.get_by_role("treeitem", name="Haberler · News").wait_for()

    def wait_for_entry(self) -> None:
        """Wait until an entry is open: what is written before that, the form takes back."""
        self.box("Başlık · Title").wait_for()
        self.page.evaluate(SETTLED)

    def box(self, label: str, lang: str = "tr"):
        """Return where one writes the field *label* in *lang*."""
        return self.page.get_by_role("textbox", name=label).nth(["tr", "en"].index(lang))

    def open(self, key: str) -> None:
        """Open the entry *key*."""
        kind, folder = key.split("/")
        self.go(f"#/collections/{kind}/entries/{folder}/index")
        self.wait_for_entry()

    def begin(self, kind: str) -> None:
        """Begin an entry of *kind*."""
        self.go(f"#/collections/{kind}/new")
        self.wait_for_entry()

    def choose_picture(self, name: str, media_type: str, data: bytes) -> None:
        """Choose a picture of this machine as the cover."""
        self.page.get_by_role("button", name="Göz at").first.scroll_into_view_if_needed()
        picture = {"name": name, "mimeType": media_type, "buffer": data}
        self.page.locator("input[type=file]").first.set_input_files(picture)

    def save(self) -> None:
        """Save, and wait until the form goes back to the list: then it has."""
        self.press("Kaydet")
        self.page.wait_for_url(LIST)
