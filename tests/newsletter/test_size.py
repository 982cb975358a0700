"""What is too long for a mail program ends with a link to the page."""

import pytest

from plugins.newsletter.letters.render import BUDGET, LIMIT
from tests.newsletter.mailroom import EVERYTHING, mail, newsletter, small_site

pytestmark = pytest.mark.slow

PARAGRAPH = "Kent diplomasisi üzerine uzun bir söz, ğ ve ş ile. " * 8


def with_text(root, paragraphs):
    site = small_site(root)
    site.write(
        "news/2026-11-15-uzun/index.tr.md",
        "---\ntitle: Uzun yazı\nsummary: Çok uzun.\n---\n"
        + "".join(f"Bölüm {n}: {PARAGRAPH}\n\n" for n in range(paragraphs)),
    )
    return site


def test_a_text_that_fits_is_sent_whole(tmp_path):
    item = mail(with_text(tmp_path, 20))["news--2026-11-15-uzun.tr"]
    assert "Bölüm 19:" in item.text
    assert "Devamını oku" not in item.text


def test_a_text_that_does_not_fit_is_cut_between_two_paragraphs(tmp_path):
    item = mail(with_text(tmp_path, 300))["news--2026-11-15-uzun.tr"]
    assert BUDGET - 1000 < item.sizes["html"] <= BUDGET
    assert f"Devamını oku\n{item.page_url}" in item.text
    assert "Bölüm 0:" in item.text
    assert "Bölüm 299:" not in item.text
    assert item.html.count("Kent diplomasisi üzerine") % 8 == 0
    assert "*|UNSUB|*" in item.html


def test_what_stands_below_the_text_gives_way_too(tmp_path):
    site = small_site(tmp_path)
    decisions = "".join(f'  - "Karar {n}: {PARAGRAPH}"\n' for n in range(250))
    site.replace(
        "declarations/2026-02-01-bildirge/index.tr.md", "decisions:\n", f"decisions:\n{decisions}"
    )
    item = mail(site)["declarations--2026-02-01-bildirge.tr"]
    assert item.sizes["html"] <= BUDGET
    assert "Karar 3:" not in item.text
    assert f"Devamını oku\n{item.page_url}" in item.text


def test_an_issue_keeps_its_text_and_leads_to_what_does_not_fit(tmp_path):
    site = small_site(tmp_path)
    keys = []
    for n in range(120):
        key = f"news/2026-11-15-yazi-{n}"
        site.write(f"{key}/index.tr.md", f"---\ntitle: Yazı {n}\nsummary: {PARAGRAPH}\n---\n")
        keys.append(f"  - {key}\n")
    site.replace("bulletins/2026-11-20-sayi-1/index.tr.md", "items:\n", "items:\n" + "".join(keys))
    site.replace("bulletins/2026-11-20-sayi-1/index.tr.md", "\n---\n", "\n---\nAçılış sözü.\n\n")
    item = mail(site, mode="digest")["bulletins--2026-11-20-sayi-1.tr"]
    assert BUDGET - 2000 < item.sizes["html"] <= BUDGET
    assert "Açılış sözü." in item.text
    assert "Yazı 0\n" in item.text
    assert "Yazı 119\n" not in item.text
    assert f"Devamını oku\n{item.page_url}" in item.text


def test_what_can_not_be_cut_to_size_stops_the_build(tmp_path):
    site = small_site(tmp_path)
    site.write(
        "news/2026-11-15-uzun/index.tr.md",
        f"---\ntitle: Uzun\nsummary: {PARAGRAPH * 250}\n---\nMetin.\n",
    )
    problems = site.problems(NEWSLETTER=newsletter(**EVERYTHING))
    assert [problem.rule for problem in problems] == ["email-size"]
    assert int(problems[0].values["found"]) > LIMIT
    assert not (tmp_path / "outbox").exists()
