"""What an editor sees while writing is what a build would make of it."""

import shutil

from tests.preview.conftest import bare

UNSEEN = ("news/2026-11-01-taslak", "news/2026-12-15-bekleyen")
"""What visitors can't see yet."""


def test_pages_are_those_of_a_build(site, watched):
    """Byte for byte, but for the panel, where nothing is a draft and nothing waits."""
    for folder in (site.content, watched.content):
        for name in UNSEEN:
            shutil.rmtree(folder / name)
    watched.told(*UNSEEN)
    output = site.build()
    for path in output.rglob("*"):
        if path.is_file():
            url = "/" + path.relative_to(output).as_posix().removesuffix("index.html")
            answer = watched.proof.answer(url)
            body = answer.body
            if url.endswith(("/", ".html")):
                body = bare(body.decode()).encode()
            assert (answer.status, body) == (200, path.read_bytes()), url
