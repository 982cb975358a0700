"""HTTP for one person on this machine: pages, and word of every change."""

import os
import posixpath
import sys
from collections.abc import Callable
from hashlib import blake2b
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition
from typing import Any
from urllib.parse import unquote, urlsplit

from plugins.preview.proof import Answer

HOST = "127.0.0.1"
EVENTS = "/_preview/events"
PORTS = 20
"""How many ports are tried, from the one that is asked for."""
SILENCE = 15.0
"""Seconds after which a page that listens is sent a sign of life."""

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".pdf": "application/pdf",
    ".webmanifest": "application/manifest+json",
}
"""Written out: the tables of machines differ."""


class Bell:
    """Tells those who wait that something has changed."""

    def __init__(self, version: Callable[[], str]) -> None:
        self.version = version
        self._condition = Condition()

    def ring(self) -> None:
        """Wake everybody up."""
        with self._condition:
            self._condition.notify_all()

    def wait(self, told: str) -> None:
        """Wait until the version is not *told* any more, or a sign of life is due."""
        with self._condition:
            self._condition.wait_for(lambda: self.version() != told, SILENCE)


class Server(ThreadingHTTPServer):
    """Answers on this machine alone."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # there it would share a port that is taken

    def __init__(self, port: int, answer: Callable[[str], Answer], bell: Bell) -> None:
        super().__init__((HOST, port), Handler)
        self.answer = answer
        self.bell = bell
        names = (HOST, "localhost")
        self.hosts = {f"{name}:{self.server_port}" for name in names}

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser has gone away; a fault of ours is shown."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def open_server(port: int, answer: Callable[[str], Answer], bell: Bell) -> Server:
    """Return a server at *port*, or at the next one that is free.

    Raises:
        OSError: none of those that were tried is free.
    """
    for candidate in range(port, port + PORTS):
        try:
            return Server(candidate, answer, bell)
        except OSError:
            continue
    raise OSError(port)


class Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Answer with the page."""
        if self.headers.get("Host", "") not in self.server.hosts:
            # A page of another host, whose name leads here, may not read drafts.
            self._send(403, b"", "text/plain; charset=utf-8")
            return
        try:
            url = unquote(urlsplit(self.path).path)
        except ValueError:  # such as `http://[x/`
            self._send(400, b"", "text/plain; charset=utf-8")
            return
        if url == EVENTS:
            self._tell()
            return
        answer = self.server.answer(url)
        if answer.location:
            self._send(answer.status, b"", TYPES[".html"], location=answer.location)
            return
        self._send(answer.status, answer.body, self._type(url, answer))

    do_HEAD = do_GET  # noqa: N815  likewise

    def _type(self, url: str, answer: Answer) -> str:
        ending = posixpath.splitext(url)[1].lower()
        if answer.status != 200 or not ending:
            return TYPES[".html"]
        return TYPES.get(ending, "application/octet-stream")

    def _send(self, status: int, body: bytes, media_type: str, *, location: str = "") -> None:
        tag = f'"{blake2b(body, digest_size=12).hexdigest()}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, body = 304, b""
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-cache")
        self.send_header("ETag", tag)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _tell(self) -> None:
        """Send the version that is shown now, and every one that follows (server-sent events)."""
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        told = ""
        while self.command != "HEAD":
            version = self.server.bell.version()
            line = ": \n\n" if version == told else f"data: {version}\n\n"
            self.wfile.write(line.encode())
            told = version
            self.server.bell.wait(told)

    def log_message(self, *_: object) -> None:
        """Say nothing: the console is for what editors do."""
