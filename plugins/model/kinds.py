"""The content model: every kind of item and every field an editor may write, declared once.

The reader, the checks, the scaffolds, the editors' form and their guide are all derived from here.
Each field carries its name and its hint in both languages; the Turkish name is also recognised
where somebody writes it instead of the key (`özet` for `summary`).
"""

from functools import cache
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic.fields import FieldInfo

from plugins.model.values import (
    AnyItem,
    Country,
    Day,
    EarlierDeclaration,
    Event,
    File,
    Goal,
    MadeFrom,
    Moment,
    Slug,
    Tag,
    WebAddress,
    in_both,
    one_line,
    words_in,
)

Words = tuple[str, str]
"""The name of a field and its hint, in one language."""


def field(tr: Words, en: Words, default: Any = ..., *, shared: bool = False) -> Any:
    """Declare a field; a *shared* one is a fact: both languages hold the same value.

    A shared field may be written in one language only; the other takes it over. Written in both,
    it must agree.
    """
    extra: dict[str, Any] = {"tr": tr, "en": en, "shared": shared}
    if default in ([], {}):
        kind: type = type(default)
        return Field(default_factory=kind, json_schema_extra=extra)
    return Field(default, json_schema_extra=extra)


def words_of(info: FieldInfo, lang: str) -> Words:
    """Return the name and the hint of a field in *lang*."""
    extra: Any = info.json_schema_extra
    name, hint = extra[lang]
    return name, hint


def is_shared(info: FieldInfo) -> bool:
    """Return whether a field is a fact that both languages share."""
    extra: Any = info.json_schema_extra
    return bool(extra["shared"])


@cache
def shared_fields(kind: type["Item"]) -> tuple[str, ...]:
    """Return the names of the fields of *kind* that both languages share."""
    return tuple(name for name, info in kind.model_fields.items() if is_shared(info))


class Fields(BaseModel):
    """A group of fields; an unknown key in it is a problem."""

    # What checks a group is made when the first one is checked: in most builds few kinds are.
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )

    def __repr__(self) -> str:
        # Versions are made of it, and pydantic's own takes ten times as long.
        return f"{type(self).__name__}{vars(self)}"

    def get(self, name: str) -> Any:
        """Return the value of the field *name*; None where the group has no such field."""
        return vars(self).get(name)  # pydantic takes long to say that there is none


def group_in(annotation: Any) -> type[Fields] | None:
    """Return the group of fields that a field of that *annotation* holds, or a list of."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next((found for part in get_args(annotation) if (found := group_in(part))), None)


# ── parts of items ──────────────────────────────────────────────────────────────────────────


class Source(Fields):
    """Where a news item comes from."""

    name: str = field(("Ad", "Kaynağın adı"), ("Name", "who published it"))
    url: WebAddress | None = field(("Adres", "Kaynak sayfa"), ("Address", "the source page"), None)


class Person(Fields):
    """Somebody, or a body, that took part."""

    name: str = field(("Ad", "Kişi ya da kurum"), ("Name", "person or body"))
    title: str | None = field(("Unvan", "Görevi"), ("Title", "their office"), None)


class NamedFile(Fields):
    """A file beside the text, with the words of its link."""

    file: File = field(("Dosya", "Yazının yanındaki dosya"), ("File", "a file beside the text"))
    title: str = field(("Başlık", "Bağlantının sözü"), ("Title", "the words of the link"))


class Series(Fields):
    """The series a meeting belongs to."""

    name: str = field(("Ad", "Dizinin adı"), ("Name", "the name of the series"))
    years: list[int] = field(("Yıllar", "Yapıldığı yıllar"), ("Years", "in which it was held"))


class Party(Fields):
    """One body of a declaration, and whether it signed or took part."""

    name: str = field(("Ad", "Kurumun adı"), ("Name", "the body"))
    role: Literal["signed", "took_part"] = field(
        ("Rol", "signed: imzaladı; took_part: katıldı"), ("Role", "signed, or took_part")
    )


class Cited(Fields):
    """An earlier declaration that this one cites: ours by its folder, others by title and day."""

    item: EarlierDeclaration | None = field(
        ("Belge", "Bu sitedeki bildirgenin klasörü"), ("Item", "folder of a declaration here"), None
    )
    title: str | None = field(("Başlık", "Belgenin başlığı"), ("Title", "of the document"), None)
    adopted_on: Day | None = field(
        ("Kabul günü", "Kabul edildiği gün"), ("Adopted on", "the day of its adoption"), None
    )
    place: str | None = field(("Yer", "Kabul edildiği yer"), ("Place", "of its adoption"), None)
    url: WebAddress | None = field(("Adres", "Belgenin adresi"), ("Address", "of the text"), None)


class Meeting(Fields):
    """A meeting of a working group, and who of its members came."""

    held_on: Day = field(("Gün", "Toplantı günü"), ("Day", "of the meeting"))
    place: str = field(("Yer", "Toplantı yeri"), ("Place", "of the meeting"))
    host: str | None = field(("Ev sahibi", "Üyelerden biri"), ("Host", "one of the members"), None)
    note: str | None = field(("Not", "Toplantıda ne oldu"), ("Note", "what came of it"), None)
    present: list[str] = field(("Katılanlar", "Gelen üyeler"), ("Present", "members who came"), [])


class PressItem(Fields):
    """One piece of a press review."""

    source: str = field(("Kaynak", "Gazete ya da ajans"), ("Source", "newspaper or agency"))
    date: Day = field(("Gün", "Yayım günü"), ("Day", "of publication"))
    language: str = field(("Dil", "tr, en, de gibi"), ("Language", "such as tr, en, de"))
    url: WebAddress | None = field(("Adres", "Yazının adresi"), ("Address", "of the piece"), None)
    note: str = field(("Not", "Ne diyor, bir iki tümce"), ("Note", "what it says, briefly"))


class StatedGoal(Fields):
    """One goal of the association; activities name it by its id."""

    id: Slug = field(("Kimlik", "Değişmez kısa ad"), ("Id", "a short name that never changes"))
    title: str = field(("Başlık", "Hedefin adı"), ("Title", "the goal in a few words"))
    text: str = field(("Metin", "Hedefin kendisi"), ("Text", "the goal itself"))


# ── kinds ───────────────────────────────────────────────────────────────────────────────────


class Item(Fields):
    """What every kind of item carries."""

    title: str = field(("Başlık", "Nokta konmaz"), ("Title", "without a full stop"))
    summary: str = field(
        ("Özet", "Listede, akışta ve paylaşımda görünen bir iki tümce"),
        ("Summary", "one or two sentences for lists, feeds and shared links"),
    )
    date: Day | None = field(
        ("Tarih", "Yayım günü; yazılmazsa klasör adındaki gün; gelecekteyse yayın o günü bekler"),
        ("Date", "day of publication; by default the folder's; in the future it waits for it"),
        None,
        shared=True,
    )
    modified: Moment | None = field(
        ("Güncelleme", "Anlamı değiştiren son düzeltmenin günü"),
        ("Modified", "the day of the last change of meaning"),
        None,
    )
    status: Literal["published", "draft", "hidden"] | None = field(
        ("Durum", "published: yayında; draft: taslak; hidden: adresi bilene açık, listede yok"),
        ("Status", "published; draft; hidden: answers at its address, stands in no list"),
        None,
    )
    tags: list[Tag] = field(
        ("Etiketler", "content/tags.yaml içindeki konulardan"),
        ("Tags", "subjects of content/tags.yaml"),
        [],
        shared=True,
    )
    cover: File | None = field(
        ("Kapak", "Yazının yanındaki görsel"),
        ("Cover", "a picture beside the text"),
        None,
        shared=True,
    )
    cover_alt: str | None = field(
        ("Kapak açıklaması", "Görseli görmeyene ne anlatır"),
        ("Cover description", "what the picture tells those who cannot see it"),
        None,
    )
    lang: Literal["tr", "en"] | None = field(
        ("Dil", "Dosya adı söyler; yazılırsa onunla aynı olmalı"),
        ("Language", "the file name says it; if written, it must agree"),
        None,
    )
    slug: Slug | None = field(
        ("Kısa ad", "Adresin son parçası; yazılmazsa başlıktan yapılır"),
        ("Slug", "last part of the address; made from the title unless written"),
        None,
    )
    mail: Literal["alone", "no"] | None = field(
        ("E-posta", "alone: sayıyı beklemeden tek başına gider; no: e-postayla gitmez"),
        ("E-mail", "alone: sent by itself, not in an issue; no: never sent by e-mail"),
        None,
        shared=True,
    )
    translated_from: MadeFrom | None = field(
        ("Çevirinin aslı", "`invoke translations` yazar; elle değiştirilmez"),
        ("Translated from", "written by `invoke translations`; never by hand"),
        None,
    )
    one_language: bool = field(
        ("Tek dilde", "true: bu yazının çevirisi beklenmiyor"),
        ("In one language", "true: no translation of this text is wanted"),
        False,
    )
    demo: bool = field(
        ("Örnek", "Uydurma içerik; yayın yapımına girmez"),
        ("Demo", "invented content; left out of the publishing build"),
        False,
        shared=True,
    )
    silence: dict[str, str] = field(
        ("Sustur", "Bu yazıda geçerli olmayan kural ve nedeni: `kural: neden`"),
        ("Silence", "a rule that does not hold for this text, and why: `rule: reason`"),
        {},
    )

    # Not with their types: those who read texts take a field with a check of its own for none.
    _title = field_validator("title")(one_line)
    _summary = field_validator("summary")(words_in)


class Page(Item):
    """Sayfa: hakkımızda, iletişim gibi tarihsiz bir sayfa. — An undated page such as about."""

    order: int | None = field(
        ("Menü sırası", "Yazılmazsa menüde yer almaz"),
        ("Order in the menu", "without it the page is not in the menu"),
        None,
        shared=True,
    )
    menu_title: str | None = field(
        ("Menü adı", "Başlıktan kısa olacaksa"), ("Menu title", "if shorter than the title"), None
    )
    template: Literal["page", "goals", "contact", "signup", "accessibility"] = field(
        (
            "Şablon",
            "page: yalnız yazı; goals: hedefler; contact: adres; signup: bülten kaydı; "
            "accessibility: sınama sonuçları",
        ),
        (
            "Template",
            "page: text alone; goals: the goals; contact: the address; signup: the form; "
            "accessibility: results of the tests",
        ),
        "page",
        shared=True,
    )
    goals: list[StatedGoal] = field(
        ("Hedefler", "Derneğin hedefleri, sırayla"), ("Goals", "of the association, in order"), []
    )


class News(Item):
    """Haber. — A news item."""

    source: Source | None = field(
        ("Kaynak", "Haber başka yerdense"), ("Source", "if the news is somebody else's"), None
    )


class Announcement(Item):
    """Duyuru. — An announcement."""

    expires: Day | None = field(
        ("Bitiş", "Bu günden sonra listelerden çıkar"),
        ("Expires", "after this day it leaves the lists"),
        None,
        shared=True,
    )
    deadline: Moment | None = field(
        ("Son başvuru", "Gün ya da gün ve saat"),
        ("Deadline", "day, or day and time"),
        None,
        shared=True,
    )


class EventFields(Item):
    """Etkinlik. — An event."""

    starts: Moment = field(
        ("Başlangıç", "2026-12-01 18:30 ya da 1 Aralık 2026"),
        ("Starts", "2026-12-01 18:30, or 1 December 2026"),
        shared=True,
    )
    ends: Moment | None = field(
        ("Bitiş", "Yazılmazsa bilinmiyor"), ("Ends", "without it, unknown"), None, shared=True
    )
    place: str | None = field(("Yer", "Salon, adres, kent"), ("Place", "room, address, city"), None)
    online_url: WebAddress | None = field(
        ("Çevrim içi adres", "İzleme bağlantısı"),
        ("Online address", "where to follow it"),
        None,
        shared=True,
    )
    event_status: Literal["scheduled", "cancelled", "postponed", "moved_online"] = field(
        (
            "Etkinliğin durumu",
            "scheduled: planlandı; cancelled: iptal; postponed: ertelendi; "
            "moved_online: çevrim içi",
        ),
        ("State of the event", "scheduled, cancelled, postponed or moved_online"),
        "scheduled",
        shared=True,
    )
    organisers: list[str] = field(
        ("Düzenleyenler", "Kurumlar"), ("Organisers", "the bodies behind it"), []
    )
    registration_url: WebAddress | None = field(
        ("Kayıt adresi", "Kayıt formu"), ("Registration", "address of the form"), None, shared=True
    )


class Activity(Item):
    """Faaliyet raporu. — A report of an activity."""

    held_on: Day = field(
        ("Yapıldığı gün", "Faaliyetin günü"), ("Held on", "the day of the activity"), shared=True
    )
    place: str | None = field(("Yer", "Kent"), ("Place", "the city"), None)
    partners: list[str] = field(
        ("Ortaklar", "Birlikte yapılan kurumlar"), ("Partners", "bodies it was done with"), []
    )
    participants: list[Person] = field(
        ("Katılımcılar", "Ad ve unvan"), ("Participants", "name and title"), []
    )
    goals: list[Goal] = field(
        ("Hedefler", "Hizmet ettiği hedeflerin kimlikleri"),
        ("Goals", "ids of the goals that it serves"),
        [],
        shared=True,
    )
    event: Event | None = field(
        ("Etkinlik", "Raporun anlattığı etkinliğin klasörü"),
        ("Event", "folder of the event that it reports on"),
        None,
        shared=True,
    )
    source: Source | None = field(
        ("Kaynak", "Rapor başkasının metnine dayanıyorsa"),
        ("Source", "if the report rests on somebody else's text"),
        None,
    )
    series: Series | None = field(
        ("Dizi", "Her yıl yinelenen toplantının dizisi"), ("Series", "of yearly meetings"), None
    )
    files: list[NamedFile] = field(
        ("Dosyalar", "Yazının yanındaki belgeler"), ("Files", "documents beside the text"), []
    )


class Declaration(Item):
    """Bildirge. — A declaration."""

    adopted_on: Day = field(
        ("Kabul günü", "Belgenin günü"), ("Adopted on", "the day of the document"), shared=True
    )
    place: str = field(("Yer", "Kabul edildiği kent"), ("Place", "where it was adopted"))
    host: str | None = field(("Ev sahibi", "Kurum"), ("Host", "the body"), None)
    parties: list[Party] = field(
        ("Taraflar", "İmzalayan ya da katılan kurumlar"),
        ("Parties", "bodies that signed or took part"),
        [],
    )
    decisions: list[str] = field(
        ("Kararlar", "Sırayla; her birinin kalıcı bağlantısı olur"),
        ("Decisions", "in order; each gets a permanent anchor"),
        [],
    )
    cites: list[Cited] = field(
        ("Atıflar", "Andığı önceki bildirgeler"), ("Cites", "earlier declarations it cites"), []
    )
    members: list[str] = field(
        ("Üyeler", "Çalışma grubunun üyeleri"), ("Members", "of the working group"), []
    )
    meetings: list[Meeting] = field(
        ("Toplantılar", "Çalışma grubunun toplantıları ve gelenler"),
        ("Meetings", "of the working group, and who came"),
        [],
    )
    source: Source | None = field(
        ("Kaynak", "Metnin asıl yeri"), ("Source", "where the text stands"), None
    )


class PressReview(Item):
    """Basın özeti. — A press review."""

    items: list[PressItem] = field(
        ("Haberler", "Kaynak, gün, dil, adres, not"), ("Items", "source, day, language, url, note")
    )


class Partner(Item):
    """Paydaş. — A partner."""

    relation: Literal["sister_city", "network", "institution", "funder"] = field(
        ("İlişki", "sister_city: kardeş kent; network: ağ; institution: kurum; funder: destekçi"),
        ("Relation", "sister_city, network, institution or funder"),
        shared=True,
    )
    country: Country | None = field(
        ("Ülke", "İki harfli kod: TR, IT"), ("Country", "two letters: TR, IT"), None, shared=True
    )
    since: int | None = field(
        ("Yıl", "İlişkinin başladığı yıl"), ("Since", "the year it began"), None, shared=True
    )
    website: WebAddress | None = field(
        ("Site", "Paydaşın adresi"), ("Website", "the partner's address"), None, shared=True
    )
    names: dict[Literal["tr", "en"], str] = field(
        ("Adlar", "İki dildeki adı: tr, en"), ("Names", "in both languages: tr, en"), shared=True
    )

    _names = field_validator("names")(in_both)


class Bulletin(Item):
    """E-bülten sayısı. — An issue of the e-bulletin."""

    number: int = field(("Sayı", "Bültenin sayısı"), ("Number", "of the issue"), shared=True)
    items: list[AnyItem] = field(
        ("İçindekiler", "news/2026-11-01-ornek gibi, sırayla"),
        ("Items", "such as news/2026-11-01-example, in order"),
        [],
        shared=True,
    )
    subject: str | None = field(
        ("Konu", "E-postanın konusu; yazılmazsa başlık"),
        ("Subject", "of the e-mail; by default the title"),
        None,
    )
    preheader: str | None = field(
        ("Ön metin", "Konunun yanında görünen satır; yazılmazsa özet"),
        ("Preheader", "the line beside the subject; by default the summary"),
        None,
    )


KINDS: dict[str, type[Item]] = {
    "pages": Page,
    "news": News,
    "announcements": Announcement,
    "events": EventFields,
    "activities": Activity,
    "declarations": Declaration,
    "press": PressReview,
    "partners": Partner,
    "bulletins": Bulletin,
}
"""The kinds by the folder of `content/` that holds them."""

FOLDER_WORDS = {
    "sayfalar": "pages",
    "haberler": "news",
    "duyurular": "announcements",
    "etkinlikler": "events",
    "faaliyetler": "activities",
    "raporlar": "activities",
    "bildirgeler": "declarations",
    "basın": "press",
    "basın özetleri": "press",
    "paydaşlar": "partners",
    "ortaklar": "partners",
    "bültenler": "bulletins",
}
"""What people may call the folder of a kind."""

UNDATED = frozenset({"pages", "partners"})
"""Kinds whose folders carry no day."""

FIELD_NAMES = frozenset(name for kind in KINDS.values() for name in kind.model_fields)
"""Every field of every kind: each exists on each item, so templates never ask whether it does."""
