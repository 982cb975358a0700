"""The site in the words of nginx: the headers of the table, and the 404 page of each language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plugins.discovery.headers import EACH_TIME, Rule, table_of
from plugins.languages.addresses import Addresses

VARYING = {"Cache-Control": EACH_TIME, "Access-Control-Allow-Origin": ""}
"""Headers that always differ from path to path; nginx sends no empty one."""

BEGINNING = """\
# Made by `invoke nginx` from the table that `_headers` is made from: make it anew when settings
# change. It belongs into /etc/nginx/conf.d/; `root` is where output/ is copied to.
"""

TEXTS = (
    *("text/css", "text/javascript", "text/plain", "text/calendar", "image/svg+xml"),
    *("application/javascript", "application/xml", "application/json", "application/feed+json"),
)
"""What is sent as UTF-8 and compressed, beside HTML."""

SERVER = """\
server {{
    server_name {host};
    root /srv/{host};
    listen 80;
    listen [::]:80;  # `certbot --nginx -d {host}` adds what HTTPS needs

    charset utf-8;
    charset_types {texts};
    gzip on;
    gzip_types {texts};

{headers}

{locations}
}}
"""


def build_nginx(table: Sequence[Rule], *, host: str, homes: Sequence[str]) -> str:
    """Return the configuration of the server of *host*.

    *homes* are the addresses of the editions; each answers with its own page of the error 404.
    """
    everywhere, varying = table[0].headers, _varying(table)
    headers = [
        f'add_header {name} "{value}" always;'
        for name, value in everywhere.items()
        if name not in varying
    ]
    headers += [f"add_header {name} {_variable(name)} always;" for name in varying]
    server = SERVER.format(
        host=host,
        texts=" ".join(TEXTS),
        headers=_indented(headers),
        locations=_indented(_locations(table, homes)),
    )
    return "\n".join([BEGINNING, *(_map(name, varying, table) for name in varying), server])


def configuration(settings: Mapping[str, Any]) -> str:
    """Return the same for the site with these *settings*."""
    addresses = Addresses.from_settings(settings)
    homes = [addresses.home(lang) for lang in addresses.languages]
    host = settings["SITEURL"].partition("://")[2]
    return build_nginx(table_of(settings), host=host, homes=homes)


def _varying(table: Sequence[Rule]) -> dict[str, str]:
    """Return the headers that differ from path to path, and their value elsewhere."""
    everywhere, *others = (rule.headers for rule in table)
    own = {name: everywhere[name] for headers in others for name in headers if name in everywhere}
    return VARYING | own


def _map(name: str, varying: Mapping[str, str], table: Sequence[Rule]) -> str:
    lines = [f'default "{varying[name]}";']
    lines += [
        f'"~^{rule.pattern}$" "{rule.headers[name]}";' for rule in table[1:] if name in rule.headers
    ]
    return f"map $uri {_variable(name)} {{\n{_indented(lines)}\n}}\n"


def _locations(table: Sequence[Rule], homes: Sequence[str]) -> Iterator[str]:
    for home in homes:
        yield f"location {home} {{ error_page 404 {home}404.html; }}"
    for rule in table:
        # What nginx has to compare types with has no character set: it adds that later.
        if media_type := rule.headers.get("Content-Type", "").partition(";")[0]:
            yield f'location ~ "^{rule.pattern}$" {{ types {{ }} default_type "{media_type}"; }}'
    yield "location = /_headers { return 404; }"


def _variable(name: str) -> str:
    return f"$site_{name.replace('-', '_').lower()}"  # the name of a header: plain letters


def _indented(lines: Iterable[str]) -> str:
    return "\n".join(f"    {line}" for line in lines)
