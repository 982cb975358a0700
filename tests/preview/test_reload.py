"""The preview in a real browser: a save is seen without a hand on the browser."""

from collections.abc import Iterator
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from plugins.preview.server import HOST, Bell, Server, open_server
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


@pytest.fixture(name="window")
def _window(chromium: Browser, server: Server) -> Iterator[Page]:
    context = chromium.new_context(base_url=f"http://{HOST}:{server.server_port}")
    yield context.new_page()
    context.close()


@pytest.mark.slow
def test_edit_fault_and_repair_are_seen_at_once(window, server, watched):
    """The page renews itself, tells what is wrong at its line, and goes on when it is mended."""

    def save(old: str, new: str) -> None:
        watched.save(NEWS, old, new)
        server.bell.ring()

    window.goto(PAGE)
    panel = window.locator("#_preview")
    expect(panel).to_have_count(0)

    save("\n---\n", "\n---\nŞimdi yazıldı.\n\n")
    expect(window.get_by_text("Şimdi yazıldı.")).to_be_visible()

    save("summary:", "sumary:")
    expect(panel).to_contain_text(f"content/{NEWS}:")
    expect(panel).to_contain_text("corrected:")
    expect(window.get_by_text("Şimdi yazıldı.")).to_be_visible()

    save("sumary:", "summary: Onarıldı.")
    expect(panel).to_have_count(0)
    expect(window.locator(".lede").first).to_contain_text("Onarıldı.")


@pytest.mark.slow
def test_marks_are_seen_in_lists_and_on_pages(window):
    window.goto("/haberler/")
    link = window.locator('main a[href="/haberler/taslak-haber/"]').first
    label = link.evaluate("a => getComputedStyle(a, '::after').content")
    assert label == '" taslak"'
    link.click()
    expect(window.locator("#_preview")).to_contain_text("Taslak")
