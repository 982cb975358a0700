"""The page that loads the form, and what it may do: a policy of its own."""

from pathlib import Path

from markupsafe import Markup

SCRIPT = Path(__file__).with_name("form.js")

VERSION = "0.221.1"
"""Of Sveltia CMS; a new one is looked at, its digest computed anew, and the tests run with it."""

INTEGRITY = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
"""Of `dist/sveltia-cms.js` in the npm package: a browser runs these bytes, or nothing."""

PACKAGE = f"https://unpkg.com/@sveltia/cms@{VERSION}"

GITHUB = "https://api.github.com"
AVATARS = "https://avatars.githubusercontent.com"

FONTS = "https://cdn.jsdelivr.net/fontsource/fonts/"
"""Of the letters and icons of the form, which its script asks for there."""

POLICY = {
    "default-src": "'none'",
    # One file by its whole address: none of the parts that it could fetch later, as for maps.
    "script-src": f"'self' {PACKAGE}/dist/sveltia-cms.js",
    "style-src": "'self' 'unsafe-inline'",  # it writes its styles into the page
    "font-src": f"'self' data: {FONTS}",
    "img-src": f"'self' blob: data: {AVATARS}",
    "media-src": "'self' blob:",
    "connect-src": f"'self' blob: data: {PACKAGE}/locales/ {GITHUB}",
    "frame-src": "blob:",
    "base-uri": "'none'",
    "form-action": "'none'",
}

PAGE = Path(__file__).with_name("page.html")


def policy() -> str:
    """Return the Content-Security-Policy of `/admin/`, and of no other address."""
    return "; ".join(f"{name} {value}" for name, value in POLICY.items())


def page(*, title: str) -> str:
    """Return the page; its whole content is made by the script, in the browser."""
    script = f"{PACKAGE}/dist/sveltia-cms.js"
    html = Markup(PAGE.read_text(encoding="utf-8"))
    return html.format(policy=policy(), title=title, script=script, integrity=INTEGRITY)
