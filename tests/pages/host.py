"""A host that reads `_headers`, as those do that the file is made for."""

import functools
import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

Rules = list[tuple[re.Pattern[str], dict[str, str]]]

ERROR_PAGES = {"/en/": "en/404.html", "/": "404.html"}


def read_headers(text: str) -> Rules:
    """Return the rules of a `_headers` file: the paths that each is for, and its headers."""
    rules: Rules = []
    for line in text.splitlines():
        if line.startswith("/"):
            path = re.sub(r":\w+", "[^/]+", re.sub(r"[.]", r"\\.", line)).replace("*", ".*")
            rules.append((re.compile(path), {}))
        elif line.strip():
            name, _, value = line.strip().partition(": ")
            assert name not in rules[-1][1]
            rules[-1][1][name] = value
    return rules


def headers_of(rules: Rules, path: str) -> dict[str, str]:
    """Return the headers of *path*; two rules that name the same one are joined, as hosts do."""
    found: dict[str, str] = {}
    for pattern, headers in rules:
        if pattern.fullmatch(path):
            for name, value in headers.items():
                found[name] = f"{found[name]}, {value}" if name in found else value
    return found


class Host(SimpleHTTPRequestHandler):
    """Serves a folder with the headers of its own `_headers`, and with its error pages."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, rules: Rules, extra: dict[str, bytes], **more: object):
        self.rules = rules
        self.extra = extra
        """Pages that are not in the folder, by path."""
        super().__init__(*args, **more)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path in self.extra:
            self._answer(HTTPStatus.OK, self.extra[path])
        elif Path(self.translate_path(path)).exists():
            super().do_GET()
        else:
            page = next(page for home, page in ERROR_PAGES.items() if path.startswith(home))
            self._answer(HTTPStatus.NOT_FOUND, (Path(self.directory) / page).read_bytes())

    def _answer(self, status: HTTPStatus, page: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def send_header(self, name: str, value: str) -> None:
        """Leave out what the rules say otherwise."""
        path = self.path.partition("?")[0]
        if name not in headers_of(self.rules, path):
            super().send_header(name, value)

    def end_headers(self) -> None:
        for name, value in headers_of(self.rules, self.path.partition("?")[0]).items():
            super().send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def host(folder: Path, extra: dict[str, bytes], *, headers: str | None = None) -> Iterator[str]:
    """Serve *folder* and the pages *extra* on a free port; yield the address.

    *headers* stand for the folder's own `_headers`.
    """
    rules = read_headers(headers or (folder / "_headers").read_text(encoding="utf-8"))
    handler = functools.partial(Host, directory=str(folder), rules=rules, extra=extra)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
