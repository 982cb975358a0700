"""Pictures on the pages of a site, and what is left of them when they change or go."""

import json
import re
import shutil
from urllib.parse import unquote

import feedparser
import pytest
from lxml import html
from PIL import Image

from plugins.build import build_settings
from plugins.pictures import shelf
from plugins.rendering import Templates
from tests.conftest import SITE, SmallSite
from tests.pictures import pictures as some
from tests.pictures.pictures import photo, saved
from tests.test_build import files

NEWS = "news/2026-11-06-kongre"
PAGE = "/haberler/izmirde-isik-soleni/"
ENGLISH = "/en/news/a-feast-of-light-in-izmir/"
ALT = {
    "tr": "Kordon’da akşam: ufukta kırmızı bir güneş",
    "en": "Evening on the quay: a red sun on the horizon",
}

OPTIONS = {
    "PICTURES": {
        **build_settings(publish=False, as_of="2026-11-22", jobs=1)["PICTURES"],
        # Sizes that are made in no time.
        **{"widths": (20, 40, 60), "fallback": 40, "avif_speed": 9},
    }
}

TEXT = """
![Bir “ışık” & <deniz>](<Işık Şöleni 1.JPG>)

Önce ![Nokta](nokta.png) sonra.

![Oynar](oynar.gif)

[büyüğü](<Işık Şöleni 1.JPG>)
"""


def put(site, name, data):
    (site.content / NEWS / name).write_bytes(data)


def write(site, text, lang="tr"):
    site.replace(f"{NEWS}/index.{lang}.md", "---\n##", f"---\n{text}\n\n##")


def picture(page, alt):
    """Return the `<img>` with this *alt* and the `<source>`s beside it."""
    (image,) = html.fromstring(page).xpath("//img[@alt=$alt]", alt=alt)
    return image, image.xpath("ancestor::picture[1]//source")


@pytest.fixture(name="shown", scope="module")
def _shown(tmp_path_factory):
    """A site with pictures of many sorts, built once."""
    root = tmp_path_factory.mktemp("shown")
    shutil.copytree(SITE, root / "content")
    site = SmallSite(root)
    put(site, "kapak.jpg", saved(photo(), "JPEG"))
    put(site, "Işık Şöleni 1.JPG", some.with_place())
    put(site, "nokta.png", saved(Image.new("RGB", (9, 9)), "PNG"))
    put(site, "oynar.gif", some.moving())
    site.replace(f"{NEWS}/index.tr.md", "kapak.svg", "kapak.jpg")
    write(site, TEXT)
    site.build(day="2026-11-10", **OPTIONS)
    return site


def test_a_picture_in_a_text_offers_what_fits_and_keeps_its_place(shown):
    image, sources = picture(shown.page(PAGE), "Bir “ışık” & <deniz>")
    assert (image.get("width"), image.get("height")) == ("60", "40")
    assert (image.get("loading"), image.get("decoding")) == ("lazy", "async")
    assert re.fullmatch(r"/pictures/isik-soleni-1-40-\w{10}\.jpg", image.get("src"))
    assert {source.get("type") for source in sources} == {"image/avif", "image/webp"}
    for source in sources:
        assert re.findall(r" (\d+)w", source.get("srcset")) == ["20", "40", "60"]
        assert source.get("sizes") == OPTIONS["PICTURES"]["sizes"]["text"]
    asked = [url for source in sources for url in re.findall(r"/\S+", source.get("srcset"))]
    for url in (*asked, image.get("src")):
        with Image.open(shown.output / unquote(url).lstrip("/")) as found:
            assert f"-{found.width}-" in url


@pytest.mark.parametrize(
    ("url", "alt"),
    [(PAGE, "Ufukta bir deniz feneri."), (ENGLISH, "A lighthouse on the horizon.")],
)
def test_a_cover_is_asked_for_at_once(shown, url, alt):
    image, sources = picture(shown.page(url), alt)
    assert (image.get("fetchpriority"), image.get("loading")) == ("high", None)
    assert len(sources) == 2
    assert image.xpath("ancestor::figure")


def test_a_picture_within_a_sentence_stays_there(shown):
    page = shown.page(PAGE)
    assert re.search(r"<p>Önce <picture>.*</picture> sonra\.</p>", page)
    _, sources = picture(page, "Nokta")
    assert all("sizes" not in source.attrib for source in sources)


def test_what_moves_stands_still_for_those_who_ask(shown):
    _, (still, moving) = picture(shown.page(PAGE), "Oynar")
    assert still.get("media") == "(prefers-reduced-motion: reduce)"
    assert moving.get("media") is None


def test_a_picture_as_it_came_is_nowhere_in_the_site(shown):
    data = some.with_place()
    published = [path.read_bytes() for path in shown.output.rglob("*") if path.is_file()]
    assert not any(b"SecretCamera" in content or content == data for content in published)
    (link,) = html.fromstring(shown.page(PAGE)).xpath("//a[text()='büyüğü']/@href")
    assert link.startswith("/pictures/isik-soleni-1-40-")


def test_a_cover_stands_in_feeds_as_a_file_with_its_size(shown):
    feed = json.loads(shown.page("/haberler/feed.json"))
    (entry,) = [entry for entry in feed["items"] if entry["url"].endswith(PAGE)]
    (cover,) = entry["attachments"]
    path = shown.output / cover["url"].partition("/pictures/")[2].join(("pictures/", ""))
    assert cover["mime_type"] == "image/jpeg"
    assert cover["size_in_bytes"] == path.stat().st_size
    assert entry["image"] == cover["url"]


def test_e_mails_have_pictures_that_every_program_can_show(shown):
    mails = list(shown.output.with_name("outbox").glob("*kongre*/email.html"))
    assert len(mails) == len(ALT)
    for mail in mails:
        page = mail.read_text(encoding="utf-8")
        (alt,) = (alt for alt in ALT.values() if alt in page)
        image, sources = picture(page, alt)
        assert sources == []
        assert re.fullmatch(r"https://[^/]+/pictures/kordon-40-\w+\.jpg", image.get("src"))
        assert image.get("width") == "40"


def test_feeds_have_plain_pictures_with_whole_addresses(built):
    feed = json.loads(built.page("/haberler/feed.json"))
    (entry,) = [entry for entry in feed["items"] if entry["url"].endswith(PAGE)]
    atom = feedparser.parse(built.page("/haberler/atom.xml"), sanitize_html=False)
    (same,) = [entry for entry in atom.entries if entry.link.endswith(PAGE)]
    for content in (entry["content_html"], same.content[0].value):
        assert "<picture" not in content
        assert "srcset" not in content
        image, _ = picture(content, ALT["tr"])
        assert re.fullmatch(r"http://[^/]+/pictures/kordon-200-\w+\.jpg", image.get("src"))
        assert (image.get("width"), image.get("height")) == ("200", "134")


@pytest.mark.parametrize(
    ("url", "caption"),
    [(PAGE, "Kordon, şölen akşamı & İzmir"), (ENGLISH, "The quay on the evening of the feast")],
)
def test_a_picture_by_itself_is_a_figure_and_its_title_stands_below(built, url, caption):
    (figure,) = html.fromstring(built.page(url)).xpath("//div[contains(@class, 'prose')]/figure")
    assert [element.tag for element in figure] == ["picture", "figcaption"]
    assert figure.find("figcaption").text == caption
    assert figure.find(".//img").get("title") is None


def test_a_drawing_has_its_size_and_no_choice(built):
    image, sources = picture(built.page(PAGE), "Ufukta bir deniz feneri.")
    assert sources == []
    assert image.get("width")
    assert image.get("height")
    assert image.get("src").endswith(".svg")


def test_a_bad_picture_is_named_with_the_line_that_uses_it(site):
    bad = {
        "a.jpg": (saved(photo(), "PNG"), "picture-misnamed"),
        "b.jpg": (saved(photo(), "JPEG")[:800], "picture-broken"),
        "c.heic": (b"ftypheic", "picture-unknown"),
        "d.svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "drawing-acts"),
    }
    for name, (data, _) in bad.items():
        put(site, name, data)
    write(site, "\n\n".join(f"![Foto]({name})" for name in bad))
    write(site, "![Photo](a.jpg)", "en")
    problems = site.problems(**OPTIONS)
    assert [(p.rule, p.line, p.values["found"]) for p in problems if ".tr." in p.path] == [
        (rule, 8 + 2 * number, name) for number, (name, (_, rule)) in enumerate(bad.items())
    ]
    (english,) = [problem for problem in problems if ".en." in problem.path]
    assert (english.rule, english.fix) == ("picture-misnamed", "![Photo](a.png)")
    assert all(p.values["found"] in p.render(lang) for p in problems for lang in ("tr", "en"))


def test_a_bad_cover_is_named_once_where_it_is_written_beside_what_else_is_wrong(site):
    put(site, "kapak.svg", b"<svg")
    site.replace(f"{NEWS}/index.en.md", "summary:", "sumary:")
    problems = [p for p in site.problems(**OPTIONS) if p.rule == "picture-broken"]
    assert [(p.line, p.path.rpartition("/")[2]) for p in problems] == [(5, "index.tr.md")]


def test_a_picture_is_made_once_whatever_becomes_of_the_output_and_its_name(site, monkeypatch):
    put(site, "a.jpg", saved(photo(), "JPEG"))
    write(site, "![Foto](a.jpg)")
    first = files(site.build(**OPTIONS))
    monkeypatch.setattr("plugins.pictures.making.make.make", None)
    shutil.rmtree(site.output)
    assert files(site.build(**OPTIONS)) == first
    shutil.move(site.content / NEWS / "a.jpg", site.content / NEWS / "b.jpg")
    site.replace(f"{NEWS}/index.tr.md", "a.jpg", "b.jpg")
    assert len(list(site.build(**OPTIONS).glob("pictures/b-*"))) == 7


def test_a_picture_that_was_replaced_and_put_back_while_it_was_made_is_made_of_what_it_is(
    site, monkeypatch
):
    first, other = saved(photo(), "JPEG"), saved(photo(200, 134), "JPEG")
    put(site, "kordon.jpg", other)
    expected = files(site.build(**OPTIONS))
    put(site, "kordon.jpg", first)
    share_out, turns = shelf.share_out, [other, first]

    def replace_and_share_out(*args, **options):
        if turns:
            put(site, "kordon.jpg", turns.pop(0))
        made = share_out(*args, **options)
        if turns:
            put(site, "kordon.jpg", turns.pop(0))
        return made

    monkeypatch.setattr(shelf, "share_out", replace_and_share_out)
    site.build(**OPTIONS)
    assert files(site.build(**OPTIONS)) != expected
    put(site, "kordon.jpg", other)
    assert files(site.build(**OPTIONS)) == expected


def test_what_is_damaged_on_the_shelf_is_made_again(site):
    first = files(site.build(**OPTIONS))
    for path in (site.root / "memo" / "pictures").glob("*.avif"):
        path.write_bytes(b"damaged")
    shutil.rmtree(site.output)
    assert files(site.build(**OPTIONS)) == first


def test_a_folder_on_the_shelf_gives_way_to_the_file(site):
    first = files(site.build(**OPTIONS))
    path = next((site.root / "memo" / "pictures").glob("*.avif"))
    path.unlink()
    path.mkdir()
    assert files(site.build(**OPTIONS)) == first
    assert path.is_file()


def test_other_bytes_change_the_pages_that_show_them_and_what_goes_takes_its_files(
    site, monkeypatch
):
    site.replace(f"{NEWS}/index.tr.md", "kapak.svg", "kordon.jpg")
    before = files(site.build(**OPTIONS))
    rendered, render = [], Templates.render

    def note(self, template, lang, **inputs):
        rendered.append(template)
        return render(self, template, lang, **inputs)

    monkeypatch.setattr(Templates, "render", note)
    put(site, "kordon.jpg", saved(photo(200, 134), "JPEG"))
    after = files(site.build(**OPTIONS))
    pages = {name for name in rendered if not name.startswith(("email/", "feeds/"))}
    assert pages == {"items/news.html"}
    assert rendered.count("items/news.html") == 2
    changed = {name for name in before.keys() & after.keys() if before[name] != after[name]}
    assert {name for name in changed if name.endswith(".html")} == {
        f"{url[1:]}index.html" for url in (PAGE, ENGLISH)
    }
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    assert {name.partition("-")[0] for name in gone | new} == {"pictures/kordon"}
    assert len(gone) == len(new) == 7


def test_the_files_are_the_same_in_one_process_and_in_many(site):
    for number in range(3):
        put(site, f"{number}.jpg", saved(photo().rotate(number), "JPEG"))
    write(site, " ".join(f"![Foto {number}]({number}.jpg)" for number in range(3)))
    one = files(site.build(**OPTIONS))
    shutil.rmtree(site.root / "memo")
    shutil.rmtree(site.output)
    assert files(site.build(jobs=3, **OPTIONS)) == one


def test_every_file_of_a_picture_is_asked_for_and_every_one_asked_for_is_there(built):
    asked = set()
    for path in built.output.rglob("*.*"):
        if path.suffix in (".html", ".xml", ".json"):
            asked |= set(re.findall(r"/(pictures/[\w.-]+)", path.read_text(encoding="utf-8")))
    assert asked == {f"pictures/{path.name}" for path in (built.output / "pictures").iterdir()}
