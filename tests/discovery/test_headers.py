"""What a server sends along, and how the two kinds of servers are told."""

import re
from hashlib import sha256

import pytest

from plugins.build import build_settings
from plugins.discovery import DiscoveryGenerator
from plugins.discovery.headers import Rule, build_headers, content_security_policy, rules
from plugins.discovery.nginx import build_nginx, configuration
from plugins.languages.page import Head
from tests.conftest import PROJECT
from tests.factory import generate, make_site
from tests.pages.host import headers_of, read_headers

TABLE = rules(None, ["/etkinlikler/takvim.ics"])


@pytest.fixture(name="sent", scope="module")
def _sent(built):
    """What a host sends with an address of the built site."""
    read = read_headers((built.output / "_headers").read_text(encoding="utf-8"))
    return lambda url: headers_of(read, url)


def test_everything_comes_with_the_policy(built, sent):
    for path in built.output.rglob("*"):
        headers = sent(f"/{path.relative_to(built.output).as_posix()}")
        assert headers["Content-Security-Policy"].startswith("default-src 'none';")
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_nothing_gets_a_header_twice(built, sent):
    """Hosts would join the two values with a comma."""
    once = {value for rule in TABLE for value in rule.headers.values()}
    for path in built.output.rglob("*"):
        assert set(sent(f"/{path.relative_to(built.output).as_posix()}").values()) <= once


def test_a_published_form_of_the_editors_has_its_own_policy_and_no_other():
    """Cloudflare takes the policy of all pages away at `!`; nginx chooses by the address."""
    table = rules(None, [], admin=True)
    block = build_headers(table).split("\n\n")[-1].splitlines()
    own = ("Content-Security-Policy", "Cross-Origin-Opener-Policy")
    assert block[:3] == ["/admin/*", *(f"  ! {name}" for name in own)]
    assert "script-src 'self' https://unpkg.com/" in block[3]
    server = build_nginx(table, host="example.org", homes=["/", "/en/"])
    policies = [line for line in server.splitlines() if "default-src" in line]
    assert [line.split()[0] for line in policies] == ["default", '"~^/admin/.*$"']
    assert "add_header Content-Security-Policy $site_content_security_policy always;" in server


def test_the_policy_lets_no_page_write_scripts_or_styles_nor_ask_another_host():
    policy = content_security_policy(None)
    assert "unsafe" not in policy
    assert "http" not in policy
    assert {"frame-ancestors 'none'", "base-uri 'none'"} <= set(policy.split("; "))


def test_a_form_leads_to_the_host_of_the_sign_up_and_nowhere_else():
    form = {"host": "dider.us21.list-manage.com"}
    pages = [(Head("/", "https://example.org/", "tr", "", ""), None)]
    shelf = generate(DiscoveryGenerator, make_site(), pages, NEWSLETTER={"form": form})
    assert b"form-action 'self' https://dider.us21.list-manage.com;" in shelf.files["/_headers"]
    assert "form-action 'self';" in content_security_policy(None)


@pytest.mark.parametrize(
    ("url", "media_type"),
    [
        ("/rss.xml", "application/xml; charset=utf-8"),
        ("/haberler/atom.xml", "application/xml; charset=utf-8"),
        ("/en/news/feed.json", "application/feed+json; charset=utf-8"),
        ("/etkinlikler/takvim.ics", "text/calendar; charset=utf-8"),
        ("/en/events/calendar.ics", "text/calendar; charset=utf-8"),
        ("/en/events/city-diplomacy-workshop/event.ics", "text/calendar; charset=utf-8"),
        ("/site.webmanifest", "application/manifest+json"),
        ("/en/site.webmanifest", "application/manifest+json"),
    ],
)
def test_what_is_no_page_says_what_it_is(built, sent, url, media_type):
    assert (built.output / url[1:]).is_file()
    assert sent(url)["Content-Type"] == media_type


def test_fonts_are_kept_for_ever_and_pages_are_asked_for_each_time(sent):
    assert "immutable" in sent("/theme/fonts/bricolage-text.woff2")["Cache-Control"]
    for url in ("/", "/haberler/", "/theme/css/site.css"):
        assert "Cache-Control" not in sent(url)  # the host's own: max-age=0, must-revalidate


FONTS = {
    "bricolage-display.woff2": "a3c4f9ad106a",
    "bricolage-text.woff2": "58cc7ba17ad1",
}
"""The beginning of the SHA-256 of each font."""


def test_a_font_that_changes_gets_a_new_name():
    """Browsers keep it for ever: under the old name, readers would never see the new letters."""
    found = (PROJECT / "theme" / "static" / "fonts").glob("*.woff2")
    assert {path.name: sha256(path.read_bytes()).hexdigest()[:12] for path in found} == FONTS


def test_cloudflare_reads_the_whole_file(built):
    """At most 100 rules, and no line over 2,000 characters (Cloudflare Pages, Headers)."""
    lines = (built.output / "_headers").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if line.startswith("/")]) <= 100
    assert max(map(len, lines)) <= 2000


def test_nginx_is_told_all_that_hosts_are_told():
    text = build_nginx(TABLE, host="example.org", homes=["/", "/en/"])
    for rule in TABLE:
        for name, value in rule.headers.items():
            if rule.path == "/*":
                assert f'add_header {name} "{value}" always;' in text
            elif name == "Content-Type":
                plain = value.partition(";")[0]
                assert f'"^{rule.pattern}$" {{ types {{ }} default_type "{plain}"; }}' in text
            else:
                assert f'"~^{rule.pattern}$" "{value}";' in text
                assert f"add_header {name} $site_{name.replace('-', '_').lower()} always;" in text
    assert "location /en/ { error_page 404 /en/404.html; }" in text
    assert text.count("{") == text.count("}")


def test_nginx_is_told_of_the_published_site():
    text = configuration(build_settings(publish=True, as_of=None, jobs=1))
    assert "server_name www.dider.example;" in text


@pytest.mark.parametrize(
    ("path", "fits", "differs"),
    [
        ("/theme/fonts/*", "/theme/fonts/a.woff2", "/theme/css/a.css"),
        ("/:section/rss.xml", "/news/rss.xml", "/en/news/rss.xml"),
        ("/:section/rss.xml", "/news/rss.xml", "/news/rssxxml"),
        ("/*", "/", "x"),
    ],
)
def test_a_path_stands_for_what_hosts_take_it_for(path, fits, differs):
    for pattern in (Rule(path, {}).pattern, read_headers(f"{path}\n")[0][0]):
        assert re.fullmatch(pattern, fits)
        assert not re.fullmatch(pattern, differs)


def test_the_file_of_hosts_reads_back_as_the_table():
    read = read_headers(build_headers(TABLE))
    assert [headers for _, headers in read] == [dict(rule.headers) for rule in TABLE]
