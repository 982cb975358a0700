"""The Turkish alphabet: case, order and initials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.languages.alphabet import initial, lower, sort_key, upper

TURKISH = [
    ["Cumhuriyet", "Çankaya"],
    ["Iğdır", "Isparta", "İzmir"],
    ["Ordu", "Öğrenci"],
    ["Sivas", "Şehir"],
    ["Uşak", "Ürgüp"],
    ["cam", "çay", "ırmak", "iz", "öz"],
    ["3. buluşma", "58 kent", "Ankara"],
    ["kar", "kâr", "kas"],
    ["Edirne", "Élysée", "Eskişehir"],
]


@pytest.mark.parametrize("names", TURKISH, ids=lambda names: names[0])
def test_names_stand_in_the_order_of_the_turkish_alphabet(names):
    shuffled = [*names[1:], names[0]]
    shuffled.sort(key=lambda name: sort_key(name, "tr"))
    assert shuffled == names


def test_in_english_turkish_letters_stand_by_their_plain_form():
    names = ["Çankaya", "Cumhuriyet", "İzmir", "Iowa", "Zonguldak", "Şehir", "Sivas"]
    expected = ["Çankaya", "Cumhuriyet", "Iowa", "İzmir", "Şehir", "Sivas", "Zonguldak"]
    assert sorted(names, key=lambda name: sort_key(name, "en")) == expected


@pytest.mark.parametrize(
    ("small", "capital"), [("izmir ılık", "İZMİR ILIK"), ("ığdır", "IĞDIR"), ("şehir", "ŞEHİR")]
)
def test_case_is_turkish(small, capital):
    assert lower(capital, "tr") == small
    assert upper(small, "tr") == capital


def test_case_in_english_leaves_no_stray_dot():
    assert lower("İzmir", "en") == "izmir"


@given(st.text("abcçdefgğhıijklmnoöprsştuüvyzABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ "))
def test_small_and_capital_letters_are_one_to_one(text):
    assert lower(upper(text, "tr"), "tr") == lower(text, "tr")
    assert len(lower(text, "tr")) == len(text)


@pytest.mark.parametrize(
    ("name", "tr", "en"),
    [
        ("Çanakkale", "Ç", "C"),
        ("ırmak", "I", "I"),
        ("İzmir", "İ", "I"),
        ("58 kent", "#", "#"),
        ("Élysée", "E", "E"),
    ],
)
def test_an_initial_is_a_letter_of_the_language(name, tr, en):
    assert (initial(name, "tr"), initial(name, "en")) == (tr, en)
