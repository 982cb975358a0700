"""Social cards: what stands on them, and when they are drawn."""

import io
import shutil
import zlib

import pytest
from PIL import Image, ImageChops

from plugins.build import build_settings
from plugins.cards import Cards, Lazy, drawing
from plugins.cards.drawing import HORIZON, SEA, TITLE, Easel
from plugins.cards.lines import fit
from plugins.cards.look import Look
from plugins.cards.sources import Sources
from plugins.languages.catalogue import read_catalogues
from plugins.languages.page import Sketch
from plugins.listings import all_pages
from plugins.listings.desk import desks_of
from plugins.model.problem import Problems
from tests.conftest import DAY, PROJECT

THEME = PROJECT / "theme"
LOOK = Look(Sources(THEME))
EASEL = Easel(LOOK)
SKETCH = Sketch("Kent ağı", "Haber", "DİDER", "Dünya Kenti İzmir Derneği", ("news", "p0", "p6"))
LONGEST = (
    "Kent Konseyleri İletişim ve İşbirliği Ağı Çalışma Grubu Hazırlık Toplantısı Sonuç Bildirgesi: "
    "Gaziantep’te alınan kararların uygulanmasına ilişkin ortak görüş ve önerilerin kamuoyuyla "
    "paylaşılması ve izlenmesi hakkında çağrı"
)
WORD = "Çekoslovakyalılaştıramadıklarımızdanmışsınızcasınamuvaffakiyetsizleştiricileştirmek"


def drawn(**changes):
    """Return the card of a sketch as a picture."""
    image = Image.open(io.BytesIO(EASEL.draw(SKETCH._replace(**changes))))
    image.load()
    return image


def differs(one, other):
    """Return the box in which two cards differ."""
    return ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox()


def test_a_card_is_1200_by_630_and_light():
    data = EASEL.draw(SKETCH._replace(title=LONGEST))
    assert Image.open(io.BytesIO(data)).size == (1200, 630)
    assert len(data) < 60_000


@pytest.mark.parametrize("title", ["İ", "Kent ağı", LONGEST, WORD, f"{LONGEST} {LONGEST}", "—"])
def test_a_title_of_any_length_stays_in_its_place(title):
    left, top, right, below = differs(drawn(title=title), drawn(title=""))
    assert left >= 40
    assert top >= 100
    assert right <= 64 + TITLE[0] + 10
    assert below <= SEA + 60


@pytest.mark.parametrize(
    ("one", "other"),
    [("Iğdır", "Iğdir"), ("İzmir", "Izmir"), ("Şişli", "Sisli"), ("ağ", "ag"), ("fı", "fi")],
)
def test_turkish_letters_are_letters_of_their_own(one, other):
    assert differs(drawn(title=one), drawn(title=other))


def test_no_turkish_letter_is_missing_from_either_face():
    letters = "abcçdefgğhıijklmnoöpqrsştuüvwxyzABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZâîûÂÎÛ’“”–"
    for cut in ("display", "text"):
        assert EASEL._known(letters, cut) == letters


def test_letters_of_other_scripts_are_written_in_ours():
    assert EASEL._known("Αθήνα ve İzmir", "display") == "Athena ve İzmir"


def test_a_title_stands_on_the_horizon_and_its_tails_hang_in_the_water():
    flat = differs(drawn(title="Kent"), drawn(title=""))
    tailed = differs(drawn(title="Kıyı"), drawn(title=""))
    assert HORIZON - 4 <= flat[3] <= HORIZON + 4
    assert tailed[3] > SEA


def test_another_section_another_day_or_a_cancelled_event_is_another_card():
    plain = drawn()
    assert differs(plain, drawn(label="Duyuru"))[3] < 120
    assert differs(plain, drawn(hoist=("news", "p0", "p7")))[0] > 1000
    off = drawn(hoist=("cancelled", "p0", "p6"), is_off=True)
    assert off.convert("RGB").getpixel((20, HORIZON + 5)) == LOOK.colour("nar")
    assert plain.convert("RGB").getpixel((20, HORIZON + 5)) == LOOK.colour("strip")


def test_every_signal_of_the_theme_can_be_drawn():
    for name in ("news", "activities", "announcements", "cancelled", *(f"p{n}" for n in range(10))):
        colours = {colour for _, colour in LOOK.signal(name, 52).convert("RGB").getcolors(99)}
        assert LOOK.colour("ink") in colours, name


@pytest.mark.parametrize("count", [1, 2, 5, 9, 40])
def test_lines_are_balanced_and_fit(count):
    text = " ".join(["kelime"] * count)

    def measure(words, size):
        return len(words) * size / 2

    lines = fit(text, sizes=(100, 60, 30), width=800, height=300, measure=measure)
    assert max(measure(line, lines.size) for line in lines.lines) <= 800
    assert len(lines.lines) * lines.leading <= 300 + lines.leading
    assert " ".join(lines.lines) == text
    lengths = [len(line.split()) for line in lines.lines]
    assert max(lengths) - min(lengths) <= max(lengths) / 2


def test_an_address_names_what_stands_on_the_card():
    cards = Cards(THEME, "https://example.org")
    card = cards.card(SKETCH, "Kent ağı")
    assert card.absolute_url == f"https://example.org{card.url}"
    assert (card.width, card.height) == (1200, 630)
    assert card.url == cards.card(SKETCH, "Başka sözler").url
    assert card.url != cards.card(SKETCH._replace(title="Kent agi"), "Kent ağı").url


def test_an_address_names_the_look_of_the_theme(tmp_path):
    shutil.copytree(THEME, tmp_path / "theme")
    tokens = tmp_path / "theme" / "css" / "tokens.css"
    tokens.write_text(tokens.read_text("utf-8").replace("#e2333c", "#118833"), "utf-8")
    one, other = Cards(THEME, "").card(SKETCH, ""), Cards(tmp_path / "theme", "").card(SKETCH, "")
    assert one.url != other.url
    assert Look(Sources(tmp_path / "theme")).colour("mark") == (0x11, 0x88, 0x33)


@pytest.fixture(name="tokens")
def _tokens(tmp_path):
    """The colours of a theme of its own, which stands in `tmp_path`."""
    return shutil.copytree(THEME, tmp_path / "theme") / "css" / "tokens.css"


def paint(tokens, name, value):
    """Let the token *name* be *value* by day, which stands first; return its line."""
    before, sign, after = tokens.read_text("utf-8").partition(f"--{name}: ")
    assert sign
    tokens.write_text(f"{before}{sign}{value};{after.partition(';')[2]}", "utf-8")
    return before.count("\n") + 1


@pytest.mark.parametrize(
    "value",
    ["#183", "#118833", "rgb(17, 136, 51)", "RGB(17,136,51)", "hsl(137.1, 77.8%, 30%)"],
)
def test_a_colour_may_be_written_in_any_way_that_pillow_reads(tokens, value):
    paint(tokens, "nar", value)
    assert Look(Sources(tokens.parents[1])).colour("mark") == (0x11, 0x88, 0x33)
    paint(tokens, "nar", "/* --nar: #000; */ teal")
    assert Look(Sources(tokens.parents[1])).colour("mark") == (0, 0x80, 0x80)


@pytest.mark.parametrize(
    "value",
    ["oklch(52% .2 25)", "#11883380", "#1188", "1.5rem", "nar", "var(--mark)", "var(--none)"],
)
def test_what_is_no_colour_for_a_card_is_named_with_its_line(tokens, value):
    """Once such a token was passed over, and the card was said to be at fault."""
    line = paint(tokens, "nar", value)
    with pytest.raises(Problems) as raised:
        Lazy(tokens.parents[1]).draw(SKETCH)
    (problem,) = raised.value.problems
    assert problem.rule == "card-colour"
    if value == "var(--none)":
        assert (problem.place, problem.values["key"]) == ("theme/css/tokens.css", "--none")
    else:
        assert problem.place == f"theme/css/tokens.css:{line}"
        assert f"`--nar: {value}`" in problem.message("en")
    assert "#e2333c" in problem.help("en")


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("static/fonts/bricolage-text.woff2", "broken-template"),
        ("static/signals.svg", "broken-template"),
        ("css/tokens.css", "card-colour"),
    ],
)
@pytest.mark.parametrize("data", [b"", b"<", bytes(64)])
def test_what_is_wrong_with_a_theme_is_one_problem(tmp_path, name, rule, data):
    """Once an empty font, or a drawing that is none, ended in a traceback."""
    shutil.copytree(THEME, tmp_path / "theme")
    (tmp_path / "theme" / name).write_bytes(data)
    with pytest.raises(Problems) as raised:
        Lazy(tmp_path / "theme").draw(SKETCH)
    assert [problem.rule for problem in raised.value.problems] == [rule]


def test_every_page_names_a_card_that_is_there_and_says_what_it_shows(built):
    settings = build_settings(publish=False, as_of=DAY, jobs=1)
    words = read_catalogues(THEME / "translations", settings["LANGUAGES"])
    pages = list(all_pages(desks_of(built.result.site, words, settings)))
    for page in pages:
        card = page.head.card
        assert (built.output / card.url.lstrip("/")).is_file(), page.head.url
        assert card.sketch.title in card.alt
        assert card.sketch.label in card.alt
    of = {page.head.url: page.head.card for page in pages}
    assert {card.url.rpartition("/")[2] for card in of.values()} == {
        path.name for path in (built.output / "cards").iterdir()
    }
    assert of["/haberler/2026/"].url == of["/haberler/"].url
    assert of["/en/news/"].url != of["/haberler/"].url
    assert of["/haberler/izmirde-isik-soleni/"].sketch.label == "Haber"


def test_a_second_build_draws_nothing_and_a_new_title_draws_one_card(site, monkeypatch):
    site.build(cards=True)
    before = {path.name for path in (site.output / "cards").iterdir()}
    sketches, draw = [], drawing.Easel.draw

    def note(self, sketch):
        sketches.append(sketch.title)
        return draw(self, sketch)

    monkeypatch.setattr(drawing.Easel, "draw", note)
    site.build(cards=True)
    assert sketches == []
    site.replace("news/2026-11-06-kongre/index.tr.md", "title: İzmir’de", "title: Foça’da")
    site.build(cards=True)
    assert sketches == ["Foça’da Işık Şöleni"]
    after = {path.name for path in (site.output / "cards").iterdir()}
    assert (len(before - after), len(after - before)) == (1, 1)


def test_a_card_is_png_whatever_was_drawn_before_it():
    """Bands that are known are put together with new ones, and zlib's checksum is over all."""
    easel = Easel(LOOK)
    for title in ("Kıyı", LONGEST, "Kıyı"):
        data = easel.draw(SKETCH._replace(title=title))
        assert data == Easel(LOOK).draw(SKETCH._replace(title=title))
        length = int.from_bytes(data[data.index(b"IDAT") - 4 :][:4])
        lines = zlib.decompress(data[data.index(b"IDAT") + 4 :][:length])
        image = Image.open(io.BytesIO(data))
        assert lines == b"".join(
            b"\0" + image.crop((0, y, image.width, y + 1)).tobytes() for y in range(image.height)
        )
        Image.open(io.BytesIO(data)).verify()  # the checksum of each part
