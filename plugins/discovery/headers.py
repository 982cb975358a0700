"""What a server sends along: one table, written for hosts that read `_headers`, and for nginx.

Hosts join what two rules say of one header with a comma, so no path gets a header from two of
them, but for the form of the editors, where it is published: it takes away the policy of all pages
with a `!`, which Cloudflare knows and Netlify does not. What has no `Cache-Control` here is asked
for again each time (and mostly found unchanged): those hosts do so of themselves, nginx is told to.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.admin.page import policy as admin_policy
from plugins.languages.addresses import FORM, Addresses

FOR_EVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"
A_QUARTER = "public, max-age=900"
EACH_TIME = "public, max-age=0, must-revalidate"

POLICY = "Content-Security-Policy"

FEEDS = {
    # As XML that a browser shows with its stylesheet: by their own types it shows them as source,
    # or not at all. Programs go by what is in them.
    "rss.xml": "application/xml; charset=utf-8",
    "atom.xml": "application/xml; charset=utf-8",
    "feed.json": "application/feed+json; charset=utf-8",
}

POWERS = ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
"""What no page asks a browser for, nor may anything that it shows."""


@dataclass(frozen=True)
class Rule:
    """The headers of a path: `*` at its end is any rest, `:name` any one part of it."""

    path: str
    headers: Mapping[str, str]

    @property
    def pattern(self) -> str:
        """The path as a regular expression, without the beginning and the end."""
        parts = re.split(r"(\*$|:[a-z]+)", self.path)
        return "".join(
            {"*": ".*", ":": "[^/]+"}.get(part[:1], re.escape(part)) for part in parts if part
        )


def content_security_policy(form_host: str | None) -> str:
    """Return the policy of every page: everything from the site itself, nothing written into it.

    *form_host* is where the sign-up form leads, if there is one.
    """
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": f"'self' https://{form_host}" if form_host else "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in policy.items())


def rules(
    form_host: str | None, calendars: Sequence[str], *, admin: bool = False
) -> tuple[Rule, ...]:
    """Return the table; *calendars* are the addresses of the calendars that one subscribes to.

    With *admin*, the form of the editors is published, which has a policy of its own.
    """
    everywhere = {
        POLICY: content_security_policy(form_host),
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{power}=()" for power in POWERS),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    calendar = {"Content-Type": "text/calendar; charset=utf-8", "Cache-Control": A_QUARTER}
    own = {
        POLICY: f"{admin_policy()}; frame-ancestors 'none'",
        # One signs in to GitHub in a window of its own, whose word the form waits for.
        "Cross-Origin-Opener-Policy": "same-origin-allow-popups",
    }
    manifest = {"Content-Type": "application/manifest+json", "Cache-Control": A_DAY}
    return (
        Rule("/*", everywhere),
        Rule("/theme/fonts/*", {"Cache-Control": FOR_EVER}),
        Rule("/theme/icons/*", {"Cache-Control": A_DAY}),
        Rule("/media/*", {"Cache-Control": A_DAY}),
        *(
            # Of the edition and of a section, at the root and under the code of a language.
            Rule(f"{folder}{name}", _feed(media_type))
            for name, media_type in FEEDS.items()
            for folder in ("/", "/:section/", "/:language/:section/")
        ),
        *(Rule(url, calendar) for url in calendars),
        Rule("/:section/:event/event.ics", calendar),
        Rule("/:language/:section/:event/event.ics", calendar),
        Rule("/site.webmanifest", manifest),
        Rule("/:language/site.webmanifest", manifest),
        Rule("/.well-known/security.txt", {"Content-Type": "text/plain; charset=utf-8"}),
        *([Rule(f"{FORM}*", own)] if admin else ()),
    )


def _feed(media_type: str) -> dict[str, str]:
    # Readers that are pages of another host may read what is there for all to read.
    return {
        "Content-Type": media_type,
        "Cache-Control": A_QUARTER,
        "Access-Control-Allow-Origin": "*",
    }


def build_headers(table: Sequence[Rule]) -> str:
    """Return `_headers` as Netlify, Cloudflare Pages and others read it."""
    return "\n\n".join(_block(rule, table[0]) for rule in table) + "\n"


def _block(rule: Rule, everywhere: Rule) -> str:
    taken_away = everywhere.headers.keys() & rule.headers.keys() if rule is not everywhere else ()
    lines = [f"  ! {name}" for name in sorted(taken_away)]
    lines += [f"  {name}: {value}" for name, value in rule.headers.items()]
    return "\n".join([rule.path, *lines])


def table_of(settings: Mapping[str, Any]) -> tuple[Rule, ...]:
    """Return the table of a site with these *settings*."""
    addresses, form = Addresses.from_settings(settings), settings["NEWSLETTER"]["form"]
    calendars = [addresses.calendar(lang) for lang in addresses.languages]
    admin = settings["PUBLISH"] and settings["ADMIN"]["published"]
    return rules(form["host"] if form else None, calendars, admin=admin)
