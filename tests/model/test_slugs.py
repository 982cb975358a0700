"""Slugs: ASCII, by Turkish rules."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.model.slugs import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("İzmir’de Işık Şöleni", "izmirde-isik-soleni"),
        ("İzmir ILIK ışık", "izmir-ilik-isik"),
        ("Çankaya'da Şölen", "cankayada-solen"),
        ("abcçdefgğhıijklmnoöprsştuüvyz", "abccdefgghiijklmnooprsstuuvyz"),
        ("ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ", "abccdefgghiijklmnooprsstuuvyz"),
        ("Kâğıt, hâlâ, Sûfî", "kagit-hala-sufi"),
        ("  58 kent — 3. buluşma!  ", "58-kent-3-bulusma"),
        ("…", ""),
    ],
)
def test_a_slug_is_what_a_turkish_reader_would_type(title, slug):
    assert slugify(title) == slug


@given(st.text())
def test_a_slug_is_plain_whatever_the_title_and_does_not_change_again(title):
    slug = slugify(title)
    assert re.fullmatch("([a-z0-9]+(-[a-z0-9]+)*)?", slug)
    assert slugify(slug) == slug
