"""What is found in a text, and what is left alone: each rule with lines that break it."""

import pytest

from plugins.checks.source.reading import read
from plugins.model.rules import RULES
from plugins.model.rules.checks import TEXTS
from plugins.model.source import parse
from tests.checks.texts import faults, rules, text_of

EXAMPLES = {name: rule["example"] for name, rule in RULES.items() if "example" in rule}

BAD = {
    "raw-shortcode": {
        "tr": [
            "[gallery ids=“1,2,3”]",
            '[contact-form-7 id="12" title="Form"]',
            "[/vc_row]",
            "Merhaba {{ ad }}, hoş geldin.",
            "{% include form %}",
            "Sayın *|FNAME|*",
            "summary: Kayıt için [mc4wp_form id=228]",
        ],
    },
    "template-text": {
        "en": ["Get a Free Quote Today!", "Just another WordPress site", "Powered by Wix"],
        "tr": ["Developer and design by NANBIS", "Bu bir örnek sayfadır.", "LOREM IPSUM"],
    },
    "note-to-editor": {
        "tr": ["TODO: tarih", "Buraya sayıyı açan iki üç tümce yazın.", "Yer: ???", "summary: …"],
        "en": ["Write two or three sentences here that open the issue.", "Venue TBA", "[title]"],
    },
    "ageing-year": {"tr": ["© 2022 DİDER"], "en": ["Copyright 2021 by us"]},
    "hidden-character": {"tr": ["i\u0307zmir", "kent\u200bler"], "en": ["soft\u00adhyphen"]},
    "passage-in-other-language": {
        "tr": [
            "Toplantı Bursa’da yapıldı.\n\nÜyeler geldi.\n\nPlease send us your letters by post.",
            "Toplantı Bursa’da yapıldı.\n\nÜyelerin hepsi geldi.\n\n## What is to be done",
        ],
        "en": ["We met in Bursa.\n\nAll members came.\n\nMektuplarınızı bize posta ile gönderin."],
    },
    "text-in-other-language": {
        "en": [
            "title: Yeni bir kent için ilk adım\nsummary: Kentler için bir özet daha.\n\nTürkçe."
        ],
    },
    "surname-in-capitals": {
        "tr": ["Toplantıyı Mehmet DUMAN açtı."],
        "en": ["Ayşe Nur YILDIZ spoke."],
    },
    "capitals": {
        "tr": ["## ANKARA İÇİN EL ELE", "MİSYONUMUZ VE HEDEFLERİMİZ", "## HEDEFLERİMİZ"],
        "en": ["title: FINAL DECLARATION OF THE MEETING"],
    },
    "title-full-stop": {"tr": ["## Toplantı yapıldı."], "en": ["## What came next."]},
    "title-is-address": {
        "en": ["title: www.example.org", "title: cheap-pills.com"],
        "tr": ["title: a@b.org"],
    },
    "title-repeated": {
        "tr": ["title: Üçüncü toplantı yapıldı\nsummary: Üçüncü toplantı yapıldı."],
        "en": ["title: Cities that grow together\n\n## Cities That Grow Together"],
    },
    "repeated-word": {
        "tr": ["Kent ve\nve köy.", "Toplantısının toplantısının sonu."],
        "en": ["Go to to the hall.", "The the hall."],
    },
    "unpaired-quotation": {
        "tr": ["“Kent sözü verildi.", "Kent (İzmir sözü verildi.", 'Ona "kent dendi.'],
        "en": ["A “city (of light” and so on."],
    },
    "straight-quotation": {
        "en": ["the ''New Generation Municipality''"],
        "tr": ['“Bir” ve "iki" dedi.'],
    },
    "straight-apostrophe": {"en": ["the city's harbour"], "tr": ["title: İzmir'in limanı"]},
    "blank-before-suffix": {
        "tr": [
            "“Kent Çalıştayı” nı düzenledi.",
            "2019 ta oldu.",
            "6 Kasım 2019 da oldu.",
            "UNHCR ’nin",
        ],
    },
    "blank-before-mark": {"en": ["We came , we saw.", "Is it so ?"]},
    "wrong-ordinal": {
        "tr": ["3.sü", "Bunun 5.’si", "21.inci yüzyıl", "4’cü kez", "10uncu yıl"],
        "en": ["the 3th meeting", "the 21th century", "the 11st day"],
    },
    "percent-sign": {"tr": ["Oran % 25 oldu."], "en": ["It was %25 of all."]},
    "weekday-in-text": {"en": ["on Sunday, 6 November 2019"], "tr": ["Pazartesi 6 Kasım 2019"]},
    "numeric-day-in-text": {"en": ["held on 05.06.2026"], "tr": ["21/11/2026 günü"]},
    "headings-out-of-order": {"tr": ["### Üçüncü düzeyle başlıyor"]},
    "glued-list-mark": {"tr": ["• Afet yönetimi", "–İmar yönetimi", "1.Afet yönetimi"]},
    "mixed-list": {"en": ["- One thing\n- Another thing\n- a third thing\n- The last thing"]},
    "description-names-medium": {
        "tr": [
            "cover_alt: Toplantı fotoğrafı",
            "![Görsel: bir liman](a.svg)",
            "![IMG_2034.jpg](a.svg)",
        ],
        "en": ["![image](a.svg)", "cover_alt: A picture of the harbour"],
    },
    "open-email": {"tr": ["[Yazın](mailto:a@example.org)", "bilgi@dider.example adresine"]},
    "vague-link": {
        "en": [
            "Read it [here](https://example.org).",
            "[https://example.org/a](https://example.org/a)",
        ]
    },
}
"""Lines that break a rule, by rule and language."""

GOOD = {
    "tr": [
        "Yavaş yavaş, tek tek, kapı kapı dolaştık; gide gele öğrendik.",
        "Kent Konseyleri’nin 3’üncü, derneğin 2’nci toplantısı; üyelerin 6’sı geldi.",
        "III. Uyum Toplantısı 6 Kasım 2019 Çarşamba günü, 21. yüzyılın başında yapıldı.",
        "2019 da, 2020 de verimli yıllardı.",
        "Oran %25, pay %1,5 oldu.",
        "“Göç birimleri” ya da “komisyonlar” kuruldu; “mutlaka” dendi.",
        "İngilizcesi *the letter that goes from a city to its sister city*{lang=en}.",
        '<span lang="en">What is to be done with all of this</span> diye sordu.',
        "“What is to be done about it all?” diye sordu.",
        "> We shall meet again in the city by the sea.\n>\n> — Umut Yavaş, başkan",
        "Önemini, değerini ve önemini anlattı; sonra gücünü, gücünü diye yineledi.",
        "Ayrıntılar [kurallar sayfasında](../../pages/about/index.tr.md).",
        "Yazın: <bilgi@example.org>",
        "title: UNHCR ve KVKK",
        "title: DİDER",
        "title: Kent vb.",
        "title: Nereye?",
        "- Kent,\n- köy,\n- ada.",
        "1. bilme,\n2. isteme,\n3. öğrenme",
        "- Kent\n- Köy\n- Ada",
        "-5 derece soğuktu. *Eğik* ve **koyu** sözler. 3) bir 4) iki",
        '`[mc4wp_form id="1"]` yazmayın.\n\n```\nTODO {{ x }} "düz"\n```',
        "[Kurallar](https://example.org/a_b_(c)) ve ![Üç direk](a.svg)",
        "| Ad | Yer |\n|---|---|\n| Kent | İzmir |",
        "Dr. Ayşe Nur Yıldız, No. 53, Kat 3. Ankara’dan geldi (“2020–2024”).",
        "Yapılacaklar: 1) yazmak, 2) okumak. Ne yapılacağını bilenler :) gülümsedi.",
        "İngilizce baskı The Quay Gazette adlı gazetede çıktı.",
        "5 su şişesi, 3 sucu ve 10 inci.",
    ],
    "en": [
        "He had had enough, and said that that was very very long ago.",
        "The 1st, 2nd, 3rd, 11th, 12th, 13th and 21st meetings.",
        "It was 25% on Wednesday, 6 November 2019.",
        "Şevket Özçelik Sokak No. 53, Floor 3, Akın İşhanı, Çankaya, İzmir.",
        "The board (*Kişisel Verileri Koruma Kurulu*{lang=tr}) answers within thirty days.",
        "Dünya Kenti İzmir Derneği and Kent Konseyleri Birliği sent delegates.",
        "The association’s office; the cities’ harbours; rock ’n’ roll.",
        "“A long quotation begins here.\n\n“And it ends here,” she said.",
        "The workshops were designed by students of three schools.",
        "UNESCO, UNICEF and the Directorate for DİDER met.",
        "## What came next?\n\n### A heading\n\n## Another",
        "- Exchanges knowledge\n- Coordinates work\n- Takes part",
        "See [the form for cities](https://example.org).",
        "![Three masts on the horizon](a.svg)",
        "cover_alt: Images of the sea hang in a hall.",
    ],
}
"""Lines in which nothing may be found."""


def every(table):
    return [
        pytest.param(rule, lang, line, id=f"{rule}-{lang}-{number}")
        for rule, languages in table.items()
        for lang, lines in languages.items()
        for number, line in enumerate(lines)
    ]


@pytest.mark.parametrize("rule", EXAMPLES)
def test_the_example_of_a_rule_breaks_it_and_its_mending_breaks_none(rule):
    lang, bad, good = EXAMPLES[rule]
    assert rule in rules(lang, bad)
    assert rules(lang, good) == []


@pytest.mark.parametrize(("rule", "lang", "line"), every(BAD))
def test_a_bad_line_is_found(rule, lang, line):
    assert rule in rules(lang, line)


@pytest.mark.parametrize(
    ("lang", "line"), [(lang, line) for lang, lines in GOOD.items() for line in lines]
)
def test_a_good_line_is_left_alone(lang, line):
    assert rules(lang, line) == []


@pytest.mark.parametrize("rule", EXAMPLES)
def test_a_corrected_line_is_that_line_without_the_fault(rule):
    """It can be copied: put in the place of the faulty line, it ends the fault."""
    lang, bad, _ = EXAMPLES[rule]
    text = text_of(lang, bad)
    for fault in faults(text):
        if fault.rule == rule and fault.fix is not None:
            lines = text.source.text.split("\n")
            lines[fault.line - 1] = fault.fix
            mended = "\n".join(lines[1:-1]).replace("\n---", "", 1)
            assert rule not in rules(lang, mended)


def test_the_table_has_bad_lines_for_every_rule_of_a_text():
    assert set(BAD) <= set(TEXTS)
    without_line = {"years-apart", "huge-file", "name-spelled-twice"}
    assert set(EXAMPLES) == set(TEXTS) - without_line


def test_the_line_of_a_fault_is_that_of_the_file():
    (fault,) = faults(text_of("tr", "Bir.\n\nİki\nüç ve ve dört."))
    assert fault.rule == "repeated-word"
    assert text_of("tr", "Bir.\n\nİki\nüç ve ve dört.").source.line(fault.line) == "üç ve ve dört."
    assert fault.fix == "üç ve dört."


@pytest.mark.parametrize("sign", ["\u2028", "\v", "\x1c"], ids=ascii)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=ascii)
def test_a_line_ends_where_it_ends_for_an_editor(sign, end):
    """A sign that comes along from a program for print ends none."""
    text = text_of("tr", f"Bir.{sign}İki.\n\nüç ve ve dört.")
    source = parse(text.source.text.replace("\n", end).encode())
    reading = read("news", "2026-01-31-a", "tr", source)
    found = {fault.rule: fault for fault in faults(reading)} | {f.rule: f for f in source.faults}
    if "control-character" in found:  # then nothing else of the text is believed
        assert source.line(found["control-character"].line) == f"Bir.{sign}İki."
        return
    written = text.source.text.split("\n")
    assert found["repeated-word"].line == written.index("üç ve ve dört.") + 1
    assert source.line(found["repeated-word"].line) == "üç ve ve dört."


def test_a_draft_may_hold_notes():
    assert rules("tr", "status: draft\n\nTODO: tarih") == []


def test_capitals_are_mended_line_by_line_with_the_names_of_the_text():
    lines = "KENT AĞI BURSA’DA\n24 KASIM 2010\n\nAğ dün Bursa’da kuruldu."
    fixes = [fault.fix for fault in faults(text_of("tr", lines)) if fault.rule == "capitals"]
    assert fixes == ["Kent ağı Bursa’da", "24 Kasım 2010"]
