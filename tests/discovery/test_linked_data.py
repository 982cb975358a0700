"""What programs are told of a page."""

import json
import re

import pytest

from plugins.discovery.linked_data import linked_data
from plugins.languages.item import Citation, Link
from plugins.languages.page import Head, SocialCard
from plugins.moments import zone
from tests.discovery.vocabulary import faults
from tests.factory import SITE_URL, make_item, make_site

ISTANBUL = zone("Europe/Istanbul")
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOME = Link("Ana sayfa", "/")
CARD = SocialCard("/c.png", f"{SITE_URL}/c.png", "Bir görsel", 1200, 630)


def head_of(item, **more):
    """Return the head of the page of *item*."""
    return Head(item.url, item.absolute_url, item.lang, item.title, item.summary, **more)


def told(item, **more):
    """Return what the page of *item* tells of it, which schema.org knows every word of."""
    head = head_of(item, crumbs=(HOME,), **more)
    edition = make_site(item).editions[item.lang]
    thing, crumbs = json.loads(linked_data(head, item, edition, ISTANBUL))["@graph"]
    assert list(faults(thing)) == list(faults(crumbs)) == []
    return thing


def test_every_page_that_is_to_be_found_tells_what_it_is_in_words_that_schema_org_knows(built):
    kinds = set()
    for path in sorted(built.output.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        found = SCRIPT.findall(page)
        assert len(found) == ('<meta name="robots" content="noindex">' not in page), path
        for node in json.loads(found[0])["@graph"] if found else ():
            assert list(faults(node)) == [], path
            kinds.add(node["@type"])
    assert kinds == {
        *("NGO", "WebSite", "WebPage", "AboutPage", "CollectionPage", "BreadcrumbList"),
        *("NewsArticle", "Article", "Report", "Event", "PublicationIssue", "Organization"),
    }


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"@type": "Evnt"}, "Evnt: no such type"),
        ({"@type": "Event", "strtDate": "2026-01-01"}, "Event.strtDate: no such property"),
        ({"@type": "Event", "headline": "x"}, "Event.headline: no such property"),
        ({"@type": "Event", "startDate": "soon"}, "Event.startDate: 'soon'"),
        ({"@type": "Event", "startDate": "2026-01-01T10:00"}, "Event.startDate"),
        ({"@type": "Event", "eventStatus": "https://schema.org/Cancelled"}, "Event.eventStatus"),
        ({"@type": "Event", "location": {"@type": "Event", "nam": ""}}, "Event.location"),
    ],
    ids=str,
)
def test_a_word_that_schema_org_does_not_know_is_found(wrong, said):
    assert any(fault.startswith(said) for fault in faults(wrong))


def test_a_text_cannot_end_the_script_that_holds_it():
    edition = make_site().editions["tr"]
    head = Head("/", f"{SITE_URL}/", "tr", "Ana </script> sayfa", "<!-- <script>")
    text = str(linked_data(head, None, edition, ISTANBUL))
    assert "<" not in text
    association, _ = json.loads(text)["@graph"]
    assert (association["slogan"], association["description"]) == (
        "Karşı kıyı </script>",
        "<!-- <script>",
    )


def test_the_association_has_one_name_for_programs_on_every_page_and_in_both_languages(built):
    names = set()
    for url in ("/", "/en/", "/hakkimizda/", "/en/news/a-feast-of-light-in-izmir/"):
        names |= set(re.findall(r'"@id":"([^"]*#association)"', built.page(url)))
    assert len(names) == 1


def test_a_page_that_is_not_to_be_found_tells_nothing():
    item = make_item()
    head = head_of(item)._replace(indexed=False)
    assert linked_data(head, item, make_site(item).editions["tr"], ISTANBUL) is None


def test_the_way_from_home_ends_at_the_page_itself(built):
    page = SCRIPT.search(built.page("/haberler/izmirde-isik-soleni/"))[1]
    crumbs = json.loads(page)["@graph"][1]["itemListElement"]
    site = "http://127.0.0.1:8000"
    assert [(crumb["position"], crumb.get("item")) for crumb in crumbs] == [
        (1, {"@id": f"{site}/"}),
        (2, {"@id": f"{site}/haberler/"}),
        (3, None),
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "type_"),
    [
        ("news", {}, "NewsArticle"),
        ("announcements", {"expires": "2026-12-01"}, "Article"),
        ("activities", {"held_on": "2026-01-05", "place": "Konak"}, "Report"),
        ("declarations", {"adopted_on": "2026-01-05", "place": "Konak"}, "Report"),
        ("press", {"items": []}, "Article"),
        ("partners", {"relation": "sister_city", "names": {"tr": "Bağ", "en": "B"}}, "City"),
        ("partners", {"relation": "funder", "names": {"tr": "F", "en": "F"}}, "Organization"),
    ],
)
def test_a_kind_is_of_the_type_whose_definition_fits_it(kind, fields, type_):
    assert told(make_item(kind, **fields))["@type"] == type_


def test_a_text_says_its_days_with_the_offset_of_the_place():
    thing = told(make_item(modified="2026-11-15 14:00"))
    assert thing["datePublished"] == "2026-11-06"
    assert thing["dateModified"] == "2026-11-15T14:00:00+03:00"
    assert thing["inLanguage"] == "tr"
    assert "dateModified" not in told(make_item())


def test_a_text_that_rests_on_another_says_whose():
    source = {"name": "Gazete", "url": "https://example.org/x"}
    based = told(make_item(source=source))["isBasedOn"]
    assert (based["url"], based["publisher"]["name"]) == ("https://example.org/x", "Gazete")


def test_the_association_is_the_author_of_its_own_texts_alone():
    source = {"name": "Gazete"}
    assert told(make_item())["author"] == {"@id": f"{SITE_URL}/#association"}
    assert "author" not in told(make_item(source=source))
    assert "author" not in told(make_item("declarations", adopted_on="2026-01-05", place="Konak"))


@pytest.mark.parametrize(
    ("fields", "status", "mode", "places"),
    [
        ({"place": "Konak"}, "Scheduled", "Offline", ["Place"]),
        ({"online_url": "https://a.example/"}, "Scheduled", "Online", ["VirtualLocation"]),
        (
            {"place": "Konak", "online_url": "https://a.example/"},
            *("Scheduled", "Mixed", ["Place", "VirtualLocation"]),
        ),
        ({"place": "Konak", "event_status": "cancelled"}, "Cancelled", "Offline", ["Place"]),
        ({"place": "Konak", "event_status": "postponed"}, "Postponed", "Offline", ["Place"]),
        ({"place": "Online", "event_status": "moved_online"}, "MovedOnline", "Online", []),
        ({}, "Scheduled", None, []),
    ],
)
def test_an_event_says_whether_where_and_how(fields, status, mode, places):
    thing = told(make_item("events", starts="2026-12-01 18:30", **fields))
    assert thing["startDate"] == "2026-12-01T18:30:00+03:00"
    assert thing["eventStatus"] == f"https://schema.org/Event{status}"
    expected = f"https://schema.org/{mode}EventAttendanceMode" if mode else None
    assert thing.get("eventAttendanceMode") == expected
    found = thing.get("location", [])
    found = found if isinstance(found, list) else [found]
    assert [location["@type"] for location in found] == places


def test_an_event_does_not_say_in_which_language_it_is_held():
    assert "inLanguage" not in told(make_item("events", starts="2026-12-01"))


def test_the_association_is_known_among_the_organisers():
    bodies = ["DİDER & Co", "Liman Postası"]
    organizer = told(make_item("events", starts="2026-12-01", organisers=bodies))["organizer"]
    assert [body["@type"] for body in organizer] == ["NGO", "Organization"]


def test_an_event_and_its_report_name_each_other():
    event = make_item("events", "2026-01-01-soylesi", starts="2026-01-05", slug="soylesi")
    report = make_item("activities", held_on="2026-01-05", event="2026-01-01-soylesi", slug="rapor")
    event.reports, report.event_item = (report.card,), event.card
    assert told(event)["subjectOf"] == [{"@id": told(report)["@id"]}]
    assert told(report)["about"] == {"@id": told(event)["@id"]}


def test_a_declaration_tells_when_and_where_it_was_made_and_what_it_cites():
    item = make_item("declarations", adopted_on="2026-01-05", place="Konak")
    item.citations = (Citation("Önceki", item.date, None, "/bildirgeler/onceki/"),)
    thing = told(item)
    assert (thing["dateCreated"], thing["locationCreated"]["name"]) == ("2026-01-05", "Konak")
    (cited,) = thing["citation"]
    assert cited["url"] == f"{SITE_URL}/bildirgeler/onceki/"


def test_a_press_review_cites_each_piece_in_its_language():
    piece = {"source": "Hafenblatt", "date": "2026-06-11", "language": "de", "note": "Not."}
    (cited,) = told(make_item("press", items=[piece]))["citation"]
    assert (cited["inLanguage"], cited["publisher"]["name"]) == ("de", "Hafenblatt")


def test_the_picture_is_the_card_of_the_page_where_it_has_one():
    assert "image" not in told(make_item())
    assert told(make_item(), card=CARD)["image"] == f"{SITE_URL}/c.png"
