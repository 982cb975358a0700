"""What an earlier check found is taken over, and nothing is said otherwise for it."""

import re
import shutil
from pathlib import Path
from random import Random

import pytest
from PIL import Image

LINES = (
    "Kayıt 05.06.2026 günü, saat 10.00'da.",
    "TODO: buraya özet yazılacak.",
    "Çankaya Belediyesi Meclisi ve Çankaya Beledyesi Meclisi toplandı.",
    "Toplantı 7 Kasım 2026 Pazartesi yapıldı.",
    "The meeting was held with 94 people, and the next one will be in Bursa with all of us.",
    "[Kongre](../../news/2026-11-06-kongre/index.tr.md#yok)",
    "![Bir iskele](kirik.png)",
    "Bu tümceyi yayımlanana kadar kimsenin okumaması gerekiyor, öyle dendi.",
)
HEADER = ("slug: kongre", "status: draft", "demo: true", "silence:\n  numeric-day-in-text: alıntı")
PAGE = (
    '<a href="/haberlr/">x</a>',
    '<a href="#yok">x</a>',
    '<p id="_main">x</p>',
    "<p>Bu tümceyi yayımlanana kadar kimsenin okumaması gerekiyor, öyle dendi.</p>",
)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def write_line(site, random):
    text = random.choice(sorted(site.content.rglob("index.*.md")))
    text.write_text(f"{text.read_text('utf-8')}\n{random.choice(LINES)}\n", "utf-8")
    (text.parent / "kirik.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")


def mend_a_picture(site, random):
    for picture in sorted(site.content.rglob("kirik.png"))[:2]:
        Image.new("RGB", (40, 30)).save(picture)


def write_header(site, random):
    text = random.choice(sorted(site.content.rglob("index.*.md")))
    header = f"---\n{random.choice(HEADER)}\n"
    text.write_text(read(text).replace("---\n", header, 1), "utf-8")


def rename_a_partner(site, random):
    text = site.content / "partners/cankaya/index.tr.md"
    named = f"tr: {random.choice('AaBb')} Çankaya"
    text.write_text(re.sub(r"tr: (\w )?Çankaya", named, read(text)), "utf-8")


def take_away_a_text(site, random):
    random.choice(sorted(site.content.rglob("index.en.md"))).unlink()


def move_an_item(site, random):
    folder = random.choice(sorted((site.content / "news").iterdir()))
    folder.rename(folder.with_name(f"{folder.name}-{random.randrange(9)}"))


def break_a_text(site, random):
    random.choice(sorted(site.content.rglob("index.tr.md"))).write_bytes(b"\xff\xfe")


def write_on_a_page(site, random):
    page = random.choice(sorted(site.output.rglob("index.html")))
    page.write_text(read(page) + random.choice(PAGE), "utf-8")


def write_a_feed(site, random):
    (site.output / random.choice(["rss.xml", "feed.json", "sitemap.xml"])).write_bytes(b"<")


def take_away_a_file(site, random):
    files = [p for p in sorted(site.output.rglob("*")) if p.is_file() and p.name != "robots.txt"]
    random.choice(files).unlink()


def write_all_files_anew(site, random):
    """As another machine does, and with it no time is what it was."""
    shutil.copytree(site.output, site.root / "new", copy_function=shutil.copyfile)
    shutil.rmtree(site.output)
    (site.root / "new").rename(site.output)


def go_public(site, random):
    (site.output / "robots.txt").write_text("User-agent: *\nAllow: /\n", "utf-8")


def remember_an_address(site, random):
    key = "news/2026-11-06-kongre"
    site.write("addresses.txt", f"/haberler/eski-{random.randrange(9)}/ {key}\n")


def damage_the_memo(site, random):
    memo = site.root / "memo" / random.choice(["checks.sqlite", "files.sqlite"])
    if memo.exists():
        data = bytearray(memo.read_bytes())
        for _ in range(9):
            data[random.randrange(len(data))] ^= 0xFF
        memo.write_bytes(data)


def lose_a_part_of_the_memo(site, random):
    memo = site.root / "memo" / random.choice(["checks.sqlite", "files.sqlite"])
    memo.unlink(missing_ok=True)


EDITS = (
    *(
        write_line,
        write_line,
        write_header,
        mend_a_picture,
        rename_a_partner,
        take_away_a_text,
        move_an_item,
    ),
    *(break_a_text, write_on_a_page, write_on_a_page, write_a_feed, take_away_a_file),
    *(write_all_files_anew, go_public, remember_an_address, damage_the_memo),
    lose_a_part_of_the_memo,
)


def check(site, memo):
    return site.check(memo=memo).problems


@pytest.mark.parametrize("seed", range(3))
def test_a_check_that_remembers_finds_what_one_from_nothing_finds(pages, seed):
    random, rules = Random(seed), set()
    for _ in range(4):
        for edit in random.sample(EDITS, 4):
            edit(pages, random)
        shutil.rmtree(pages.root / "nothing", ignore_errors=True)
        remembered = check(pages, "memo")
        assert remembered == check(pages, "nothing")
        assert remembered == check(pages, "memo")
        rules |= {problem.rule for problem in remembered}
    assert len(rules) > 6
    assert rules & {"page-dead-link", "page-missing-file", "feed-broken", "leaked-text"}
