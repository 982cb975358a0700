"""Whom to tell of a hole in the site."""

from datetime import date

import pytest

from plugins.build import build_settings
from plugins.discovery.security import check_security, is_in_force
from plugins.settings import wrong_settings

SECURITY = {"contact": "mailto:a@example.org", "expires": "2027-10-31"}
URL = "/.well-known/security.txt"


def test_the_file_says_what_the_rfc_asks_for(built):
    told = dict(line.split(": ") for line in built.page(URL).splitlines())
    assert told == {
        "Contact": "mailto:guvenlik@dider.example",
        "Expires": "2027-10-31T00:00:00Z",
        "Preferred-Languages": "tr, en",
        "Canonical": f"http://127.0.0.1:8000{URL}",
    }


@pytest.mark.parametrize(
    ("day", "rule", "in_force"),
    [
        ("2026-11-22", None, True),
        ("2026-10-30", None, True),
        ("2026-10-29", "security-too-long", True),
        ("2027-10-30", None, True),
        ("2027-10-31", "security-expired", False),
        ("2028-01-01", "security-expired", False),
    ],
)
def test_it_holds_until_its_day_and_for_no_longer_than_a_year(day, rule, in_force):
    day = date.fromisoformat(day)
    assert [problem.rule for problem in check_security(SECURITY, day)] == [rule] * bool(rule)
    assert is_in_force(SECURITY, day) == in_force


def test_an_expired_file_is_left_out_and_the_build_says_so_and_goes_on(site):
    site.build(SECURITY={**SECURITY, "expires": "2026-11-01"})
    assert not (site.output / URL[1:]).exists()
    (notice,) = site.result.notices
    assert notice.level == "look"
    assert "2026-11-01" in notice.message("tr")
    assert notice.fix == '"expires": "2027-11-22",'


def test_without_the_setting_there_is_no_file_and_nothing_to_say():
    assert not is_in_force(None, date(2026, 11, 22))
    assert list(check_security(None, date(2026, 11, 22))) == []


@pytest.mark.parametrize(
    ("change", "named"),
    [
        ({"contact": "a@example.org"}, "SECURITY.contact"),
        ({"expires": "31.10.2027"}, "SECURITY.expires"),
        ({"contacts": "mailto:b@example.org"}, "SECURITY.contacts"),
    ],
)
def test_a_wrong_setting_is_named(change, named):
    settings = build_settings(publish=False, as_of="2026-11-22", jobs=1)
    (said,) = wrong_settings({**settings, "SECURITY": SECURITY | change})
    assert said.startswith(f"`{named}`: ")
