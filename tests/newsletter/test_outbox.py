"""The outbox: what lies in it, that it is the same every time, and who believes it."""

import json

import pytest

from plugins.newsletter.letters.reading import BadOutbox, read_outbox
from tests.newsletter.mailroom import mail, outbox, small_site

pytestmark = pytest.mark.slow

NAME = "news--2026-11-06-kongre.tr"
FILES = {"email.html", "email.txt", "message.eml", "preview.html", "manifest.json"}


@pytest.fixture(name="mailed", scope="module")
def _mailed(tmp_path_factory):
    site = small_site(tmp_path_factory.mktemp("outbox"))
    site.items = mail(site)
    return site


def contents(site):
    return {
        path.relative_to(outbox(site)).as_posix(): path.read_bytes()
        for path in outbox(site).rglob("*")
        if path.is_file()
    }


def test_an_e_mail_is_a_folder_with_all_its_parts(mailed):
    assert {path.name for path in (outbox(mailed) / NAME).iterdir()} == FILES


def test_the_manifest_is_what_the_push_was_promised(mailed):
    item = mailed.items[NAME]
    manifest = json.loads((outbox(mailed) / NAME / "manifest.json").read_text("utf-8"))
    assert list(manifest) == [
        "version", "key", "lang", "kind", "date", "title", "subject", "preheader", "page_url",
        "page_fingerprint", "carries", "html", "text", "fingerprint", "sizes",
    ]  # fmt: skip
    assert manifest["key"] == "news/2026-11-06-kongre"
    assert manifest["page_url"] == "https://www.dider.example/haberler/izmirde-isik-soleni/"
    assert manifest["fingerprint"] == item.fingerprint
    assert manifest["sizes"]["html"] == len((outbox(mailed) / NAME / "email.html").read_bytes())


def test_the_fingerprint_of_the_page_is_that_of_its_bytes(mailed):
    import hashlib  # noqa: PLC0415  for this one sentence

    page = (mailed.output / "haberler/izmirde-isik-soleni/index.html").read_bytes()
    assert mailed.items[NAME].page_fingerprint == hashlib.sha256(page).hexdigest()


def test_building_again_writes_the_same_bytes(tmp_path, mailed):
    other = small_site(tmp_path)
    mail(other)
    assert contents(other) == contents(mailed)


def test_what_is_no_longer_due_is_gone_from_it(tmp_path):
    site = small_site(tmp_path)
    mail(site)
    assert mail(site, since="2026-12-01") == {}
    assert list(contents(site)) == ["index.html", "left-out.json"]


def test_a_failing_build_leaves_the_outbox_as_it_was(tmp_path):
    site = small_site(tmp_path)
    mail(site)
    before = contents(site)
    site.write("news/2026-11-16-broken/index.tr.md", "---\ntitle: x\n---\n")
    site.problems()
    assert contents(site) == before
    assert not list(tmp_path.glob(".outbox-*"))


def test_nothing_of_it_lies_in_the_output(mailed):
    whole = [path.name for path in mailed.output.rglob("*")]
    assert not FILES & set(whole)
    assert not [path for path in mailed.output.rglob("*.html") if b"*|UNSUB|*" in path.read_bytes()]


def test_the_preview_shows_both_widths_light_and_dark_and_the_checks(mailed):
    page = (outbox(mailed) / NAME / "preview.html").read_text("utf-8")
    assert page.count("<iframe") == 4
    assert page.count("sandbox") == 4
    assert "Boyut 80 kB" in page
    assert "<script" not in page


def test_the_index_leads_to_every_preview_and_counts_what_is_left_out(mailed):
    page = (outbox(mailed) / "index.html").read_text("utf-8")
    for name in mailed.items:
        assert f'href="{name}/preview.html"' in page
    assert "Gönderilen türlerden değil" in page


def test_an_e_mail_changed_by_hand_is_not_believed(tmp_path):
    site = small_site(tmp_path)
    mail(site)
    text = outbox(site) / NAME / "email.txt"
    text.write_text(text.read_text("utf-8") + "!", "utf-8")
    with pytest.raises(BadOutbox, match="do not agree"):
        read_outbox(outbox(site))


@pytest.mark.parametrize("damage", ["{", "{}", "[]", '{"version": 2}'])
def test_a_damaged_manifest_is_not_believed(tmp_path, damage):
    (tmp_path / NAME).mkdir()
    (tmp_path / NAME / "manifest.json").write_text(damage)
    with pytest.raises(BadOutbox):
        read_outbox(tmp_path)


def test_no_outbox_is_an_empty_one(tmp_path):
    assert read_outbox(tmp_path / "nowhere") == []
