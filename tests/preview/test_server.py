"""What goes over the wire: to this machine alone, and word of every change."""

import re
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Thread

import pytest

from plugins.build import PROJECT
from plugins.preview import command
from plugins.preview.command import Session
from plugins.preview.server import EVENTS, HOST, Bell, Server, open_server
from plugins.preview.watching import changes
from plugins.report import BuildFailed
from tests.preview.conftest import Watched

NEWS = "news/2026-11-06-kongre/index.tr.md"
PAGE = "/haberler/izmirde-isik-soleni/"


@pytest.fixture(name="server")
def _server(watched: Watched) -> Iterator[Server]:
    bell = Bell(lambda: watched.proof.version)
    server = open_server(0, watched.proof.answer, bell)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def ask(server, path, *, method="GET", **headers):
    """Return the status, the headers and the body of an answer."""
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/theme/css/site.css", "text/css; charset=utf-8"),
        ("/theme/fonts/bricolage-text.woff2", "font/woff2"),
        ("/theme/signals.svg", "image/svg+xml"),
        ("/rss.xml", "application/xml; charset=utf-8"),
        ("/haberler/feed.json", "application/json; charset=utf-8"),
        ("/etkinlikler/takvim.ics", "text/calendar; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"),
        ("/theme/icons/apple-touch-icon.png", "image/png"),
    ],
)
def test_everything_has_its_media_type(server, url, media_type):
    status, headers, body = ask(server, url)
    assert (status, headers["Content-Type"]) == (200, media_type)
    assert body


def test_what_is_the_same_is_not_sent_again(server):
    _, headers, _ = ask(server, "/theme/css/site.css")
    status, _, body = ask(server, "/theme/css/site.css", **{"If-None-Match": headers["ETag"]})
    assert (status, body) == (304, b"")


def test_the_head_alone_can_be_asked_for(server):
    status, headers, body = ask(server, "/", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 1000


def test_an_address_without_its_slash_leads_to_the_page(server):
    status, headers, _ = ask(server, "/haberler")
    assert (status, headers["Location"]) == (302, "/haberler/")


@pytest.mark.parametrize("name", ["evil.example", f"evil.example:{80}", ""])
def test_a_page_of_another_host_reads_nothing(server, name):
    """A name of somebody's own that leads to this machine (DNS rebinding) opens no draft."""
    status, _, body = ask(server, "/", Host=name)
    assert (status, body) == (403, b"")


def test_only_this_machine_is_served(server):
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    ["/theme/../../pyproject.toml", "/theme/%2e%2e/css/site.css", "/media/../tags.yaml", "/%00"],
)
def test_nothing_beside_the_site_is_served(server, path):
    assert ask(server, path)[0] == 404


def test_a_port_that_is_taken_is_passed_over(server, watched):
    other = open_server(server.server_port, watched.proof.answer, server.bell)
    assert server.server_port < other.server_port
    other.server_close()


@pytest.mark.parametrize(
    ("address", "status"), [("http://[x/", 400), (f"/theme/{'a' * 300}", 404), ("/theme/%00", 404)]
)
def test_an_address_that_is_none_is_an_answer_too(server, address, status):
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    connection.putrequest("GET", address, skip_host=True)
    connection.putheader("Host", f"{HOST}:{server.server_port}")
    connection.endheaders()
    answer = connection.getresponse()
    answer.read()
    connection.close()
    assert answer.status == status


def test_who_listens_is_told_of_every_change(server, watched):
    connection = HTTPConnection(HOST, server.server_port, timeout=10)
    connection.request("GET", EVENTS)
    stream = connection.getresponse()
    told = [stream.readline() + stream.readline()]
    watched.save(NEWS, "summary: ", "summary: Yeni ")
    server.bell.ring()
    told.append(stream.readline() + stream.readline())
    connection.close()
    assert stream.headers["Content-Type"] == "text/event-stream"
    assert told[0] != told[1]
    assert told[1] == f"data: {watched.proof.version}\n\n".encode()
    shown = re.search(r'data-version="([^"]+)"', watched.page(PAGE))
    assert shown
    assert shown[1] == watched.proof.version


@pytest.mark.parametrize("poll", [False, True])
def test_a_save_is_noticed(tmp_path, poll):
    """Also where one file takes the place of another, as many editors save, and behind a link."""
    folder, settings = tmp_path / "content", tmp_path / "settings.py"
    (tmp_path / "real").mkdir()
    folder.symlink_to(tmp_path / "real")
    settings.write_text("A = 1\n")
    seen = changes([folder], [settings], poll=poll)

    def save(path: Path, noticed: Event) -> None:
        number = 0  # nobody knows when a folder begins to be watched
        while not noticed.wait(0.2):
            path.with_suffix(".new").write_text(f"A = {(number := number + 1)}\n")
            path.with_suffix(".new").rename(path)

    for path in (folder / "text.md", settings):
        noticed = Event()
        saving = Thread(target=save, args=(path, noticed), daemon=True)
        saving.start()
        assert any(path in paths for paths in seen)
        noticed.set()
        saving.join()
    seen.close()


# ── the console ─────────────────────────────────────────────────────────────────────────────


def test_the_console_names_the_file_and_what_is_wrong_once(watched, capsys):
    session = Session("tr", None)
    watched.replace(NEWS, "summary:", "sumary:")
    for _ in range(2):
        session.take_in(watched.proof, {watched.content / NEWS})
        session.problems(watched.proof)
    said = capsys.readouterr().err
    assert said.count("bilinmeyen alan: `sumary`") == 1
    assert said.count("Düzeltilecek yer: 1") == 1
    assert f"{NEWS}: " in said
    watched.replace(NEWS, "sumary:", "summary:")
    session.take_in(watched.proof, {watched.content / NEWS})
    session.problems(watched.proof)
    assert "Düzeltilecek yer kalmadı." in capsys.readouterr().err


def test_changed_settings_are_taken_in(watched, monkeypatch):
    session, settings = Session("en", None), watched.proof._settings
    changed = settings | {
        "ADDRESSES": settings["ADDRESSES"] | {"news": {"tr": "yeni", "en": "new"}}
    }
    monkeypatch.setattr(session, "settings", lambda: changed)
    session.take_in(watched.proof, {PROJECT / "pelicanconf.py"})
    assert watched.status("/yeni/") == 200


def test_wrong_settings_are_told_and_the_old_ones_stay(watched, monkeypatch):
    session = Session("en", None)

    def fail():
        raise BuildFailed("bad-settings", reason="`SITEURL`: …")

    monkeypatch.setattr(session, "settings", fail)
    session.take_in(watched.proof, {PROJECT / "pelicanconf.py"})
    assert "The settings can&#x27;t be read: `SITEURL`: …" in watched.panel("/")
    assert watched.status(PAGE) == 200


def test_new_code_asks_for_a_new_start(watched):
    Session("tr", None).take_in(watched.proof, {PROJECT / "plugins/links.py"})
    assert "önizlemeyi durdurup yeniden başlatın" in watched.panel("/")


def test_ctrl_c_ends_it(watched, server, monkeypatch, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt
        yield

    monkeypatch.setattr(command, "_changes", interrupted)
    settings = watched.proof._settings
    code = command._serve(
        Session("en", None), server, watched.proof, server.bell, settings, asked=1
    )
    assert code == 0
    assert "The preview has ended." in capsys.readouterr().err
