"""The site as it is, built once, and a Chromium that visits it over HTTP."""

import functools
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from plugins.build import build_settings
from plugins.languages.catalogue import read_catalogues
from plugins.listings import all_pages
from plugins.listings.desk import desks_of
from tests.conftest import DAY, PROJECT, SmallSite


@dataclass(frozen=True)
class Kind:
    """A kind of page, and the longest page that there is of it."""

    template: str
    lang: str
    url: str


@pytest.fixture(name="kinds", scope="session")
def _kinds(real: SmallSite) -> list[Kind]:
    """One page of every kind and language: the longest, and every state of an event."""
    settings = build_settings(publish=False, as_of=DAY, jobs=1)
    words = read_catalogues(PROJECT / "theme" / "translations", settings["LANGUAGES"])
    longest: dict[tuple[str, str], tuple[int, str]] = {}
    for page in all_pages(desks_of(real.result.site, words, settings)):
        item = page.inputs.get("item")
        state = f" {item.event_status}" if item and item.event_status else ""
        key = (page.template + state, page.head.lang)
        found = (len(real.page(page.head.url)), page.head.url)
        longest[key] = max(longest.get(key, found), found)
    return [Kind(template, lang, url) for (template, lang), (_, url) in longest.items()]


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def serve(folder: Path) -> ThreadingHTTPServer:
    """Serve *folder* on a free port of this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


@pytest.fixture(name="address", scope="session")
def _address(real: SmallSite) -> Iterator[str]:
    """Where the site answers."""
    server = serve(real.output)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
