"""Five pages as civic bodies have them: what is wrong with them is found."""

from pathlib import Path

import pytest

from plugins.checks.source.reading import read
from plugins.model.source import parse
from tests.checks.texts import faults

SOURCES = Path(__file__).parent / "sources"

NAMED = {
    "directorate.en": (
        "partners/directorate",
        {
            ("surname-in-capitals", "Umut Berker SEVİLMİŞ"),
            ("straight-quotation", "''New Generation Municipality''"),
            ("long-sentence", "It makes efforts to develop the"),
        },
    ),
    "about.tr": (
        "pages/about",
        {
            ("capitals", "MİSYONUMUZ"),
            ("word-twice-in-sentence", "gücünü"),
            ("raw-shortcode", '[mc4wp_form id="228"]'),
            ("ageing-year", "© 2022"),
            ("template-text", "Developer and design by"),
            (
                "passage-in-other-language",
                "Dünya Kenti İzmir Derneği - DİDER © 2022. Developer and d…",
            ),
        },
    ),
    "meeting.tr": (
        "activities/2019-11-08-meeting",
        {
            (
                "capitals",
                "III. KOORDİNASYON VE UYUM TOPLANTISI 6 KASIM 2019 TARİHİNDE GERÇEKLEŞTİRİLDİ.",
            ),
            ("title-full-stop", None),
            ("title-repeated", None),
            ("wrong-ordinal", "3.sü"),
            ("ordinal-twice", "III. … 3."),
            ("straight-apostrophe", "Bölgesi'nde"),
            ("straight-quotation", '"Belediyeler ve uzmanlar ile bir araya geleceğiz."'),
        },
    ),
    "declaration.tr": (
        "declarations/2020-11-26-declaration",
        {
            ("years-apart", "2010-11-24"),
            ("day-with-zero", "05 Haziran"),
            ("long-sentence", "Görevlendirilen Çalışma Grubu, ilk toplantısını 05"),
        },
    ),
    "workshop.tr": (
        "news/2020-01-20-workshop",
        {
            ("blank-before-suffix", "Çalıştayı” nı"),
            ("unpaired-quotation", "Belediye, ilk Stratejik Plan Çalıştayı” nı düzenledi."),
            (
                "unpaired-quotation",
                "Çalıştaya; Ankara’yı Sen Planla” sloganıyla dernekler katıldı.",
            ),
            ("glued-list-mark", "-Çevre Koruma ve Kontrolü,"),
            ("glued-list-mark", "-İmar Yönetimi,"),
            ("template-text", "Get a Free Quote"),
            ("passage-in-other-language", "Get a Free Quote Today!"),
        },
    ),
}


@pytest.mark.parametrize("name", NAMED)
def test_what_is_wrong_with_a_real_page_is_found(name):
    place, named = NAMED[name]
    kind, folder = place.split("/")
    data = (SOURCES / f"{name}.md").read_bytes()
    text = read(kind, folder, name[-2:], parse(data))
    assert {(fault.rule, fault.values.get("found")) for fault in faults(text)} == named
