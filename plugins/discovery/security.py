"""Whom to tell of a hole in the site: `security.txt` (RFC 9116).

The day on which it expires is a setting: past it, nobody has looked for a year whether the contact
still answers. From that day on the file is left out, and the build says so but goes on: news must
not wait for it.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from plugins.model.problem import Problem

URL = "/.well-known/security.txt"
LONGEST = timedelta(days=366)
"""The RFC recommends less than a year (2.5.5); a leap year is one."""


def build_security(security: Mapping[str, str], *, site_url: str, languages: Sequence[str]) -> str:
    """Return the file for a *security* setting: a contact and the day until which it holds."""
    return (
        f"Contact: {security['contact']}\n"
        f"Expires: {security['expires']}T00:00:00Z\n"
        f"Preferred-Languages: {', '.join(languages)}\n"
        f"Canonical: {site_url}{URL}\n"
    )


def is_in_force(security: Mapping[str, str] | None, day: date) -> bool:
    """Return whether there is such a setting, and it holds on *day*."""
    return security is not None and date.fromisoformat(security["expires"]) > day


def check_security(security: Mapping[str, str] | None, day: date) -> Iterator[Problem]:
    """Yield what is worth a look: it has expired, or holds for longer than a year."""
    if security is None:
        return
    expires = date.fromisoformat(security["expires"])
    rule = "security-expired" if expires <= day else "security-too-long"
    if expires <= day or expires - day > LONGEST:
        fix = f'"expires": "{day + timedelta(days=365)}",'
        yield Problem("pelicanconf.py", 0, rule, {"found": security["expires"]}, fix)
