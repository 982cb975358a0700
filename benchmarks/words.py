"""The words that the corpus is made of, in pairs: Turkish, English.

No slot carries a Turkish suffix, so every filling reads well: "{city} kenti", never "{city}'a".
"""

# ruff: noqa: E501  a sentence is easier to read, and to compare, in one piece

Pair = tuple[str, str]

CITIES: tuple[Pair, ...] = (
    ("Torino", "Turin"),
    ("Bremen", "Bremen"),
    ("Selanik", "Thessaloniki"),
    ("Saraybosna", "Sarajevo"),
    ("Üsküp", "Skopje"),
    ("Varşova", "Warsaw"),
    ("Lizbon", "Lisbon"),
    ("Barselona", "Barcelona"),
    ("Marsilya", "Marseille"),
    ("Rotterdam", "Rotterdam"),
    ("Göteborg", "Gothenburg"),
    ("Tampere", "Tampere"),
    ("Tallinn", "Tallinn"),
    ("Köstence", "Constanța"),
    ("Filibe", "Plovdiv"),
    ("Gdańsk", "Gdańsk"),
    ("Brno", "Brno"),
    ("Ljubljana", "Ljubljana"),
    ("Trieste", "Trieste"),
    ("Napoli", "Naples"),
    ("Valensiya", "Valencia"),
    ("Nantes", "Nantes"),
    ("Gent", "Ghent"),
    ("Zagreb", "Zagreb"),
)

NEW_TOPIC: Pair = ("yeni konu {number}", "new topic {number}")
NEW_TITLE: Pair = ("Bugün gelen {number}. haber", "News of today, number {number}")

TOPICS: dict[str, Pair] = {
    "water": ("su yönetimi", "water management"),
    "climate": ("iklim uyumu", "climate adaptation"),
    "youth": ("gençlik değişimi", "youth exchange"),
    "heritage": ("kültürel miras", "cultural heritage"),
    "transport": ("sürdürülebilir ulaşım", "sustainable transport"),
    "coast": ("kıyı kentleri", "coastal cities"),
    "disaster": ("afet hazırlığı", "disaster preparedness"),
    "migration": ("göç ve uyum", "migration and integration"),
    "open-data": ("açık veri", "open data"),
    "budget": ("katılımcı bütçe", "participatory budgeting"),
    "democracy": ("yerel demokrasi", "local democracy"),
    "agriculture": ("kent tarımı", "urban agriculture"),
    "waste": ("atık azaltımı", "waste reduction"),
    "access": ("engelsiz kent", "the accessible city"),
    "ageing": ("yaşlı dostu kent", "the age-friendly city"),
    "diplomacy": ("kent diplomasisi", "city diplomacy"),
    "equality": ("eşitlik politikaları", "equality policies"),
    "creative": ("yaratıcı endüstriler", "creative industries"),
    "cycling": ("bisiklet yolları", "cycle paths"),
    "energy": ("enerji verimliliği", "energy efficiency"),
}
"""The subjects, which are also the tags."""

BODIES: tuple[Pair, ...] = (
    ("{city} Belediyesi", "Municipality of {city}"),
    ("{city} Kent Konseyi", "City Council Assembly of {city}"),
    ("{city} Üniversitesi", "University of {city}"),
    ("{city} Ticaret Odası", "Chamber of Commerce of {city}"),
    ("{city} Gençlik Meclisi", "Youth Assembly of {city}"),
    ("{city} Mimarlar Birliği", "Union of Architects of {city}"),
)

TITLES: dict[str, tuple[Pair, ...]] = {
    "news": (
        ("{city} kentiyle {topic} görüşmesi", "Talks with {city} on {topic}"),
        ("{city} heyeti İzmir’de {topic} için buluştu", "{city} delegation in İzmir on {topic}"),
        ("İzmir ile {city} arasında {topic} ortaklığı", "İzmir and {city} as partners in {topic}"),
        ("{city} deneyimi ışığında {topic}", "The experience of {city} in {topic}"),
    ),
    "announcements": (
        ("Ortaklık çağrısı: {city} ve {topic}", "Call for partners: {city} and {topic}"),
        ("Gönüllü çağrısı: {city} ve {topic}", "Call for volunteers: {city} and {topic}"),
        ("Başvurular uzatıldı: {city}, {topic}", "Applications extended: {city}, {topic}"),
    ),
    "events": (
        ("Söyleşi: {city} ve {topic}", "Talk: {city} and {topic}"),
        ("Çalıştay: {city} ve {topic}", "Workshop: {city} and {topic}"),
        ("{city} kentiyle {topic} buluşması", "Meeting {city} on {topic}"),
    ),
    "activities": (
        ("{city} ziyareti ve {topic} çalıştayı", "Visit to {city} and workshop on {topic}"),
        (
            "{city} kentiyle {topic} toplantısı yapıldı",
            "The meeting with {city} on {topic} was held",
        ),
    ),
    "declarations": (
        ("{city} Bildirgesi: {topic}", "{city} Declaration: {topic}"),
        ("{city} Sonuç Bildirgesi: {topic}", "{city} Final Declaration: {topic}"),
    ),
    "press": (
        ("Basında {city} ve {topic}", "{city} and {topic} in the press"),
        ("Haftanın basını: {city}, {topic}", "The press of the week: {city}, {topic}"),
    ),
}

AGAIN: Pair = ("{title}, {count}. bölüm", "{title}, part {count}")
"""The title of an item whose own title is taken."""

SUMMARIES: tuple[Pair, ...] = (
    (
        "İzmir ve {city} kenti {topic} alanında ortak bir çalışma için bir araya geldi.",
        "İzmir and {city} have come together for joint work on {topic}.",
    ),
    (
        "{city} kentinin {topic} alanındaki deneyimi, bizim için çıkan derslerle birlikte.",
        "What {city} has learned about {topic}, and what we can take from it.",
    ),
    (
        "Gündemde {topic} vardı; {city} kentinden gelen {n} konuk çalışmalarını anlattı.",
        "The subject was {topic}; {n} guests from {city} spoke about their work.",
    ),
)

HEADINGS: tuple[Pair, ...] = (
    ("Neden önemli", "Why it matters"),
    ("Ne konuşuldu", "What was discussed"),
    ("Öne çıkan görüşler", "The main points of view"),
    ("Kentler için çıkan dersler", "Lessons for cities"),
    ("Ölçülen değişim", "The change that was measured"),
    ("Bundan sonra", "What comes next"),
    ("Katılım ve ortaklık", "Participation and partnership"),
    ("Güçlükler ve çözümler", "Difficulties and answers"),
)

SENTENCES: tuple[Pair, ...] = (
    (
        "Toplantıya {city} kentinden {n} kişi, İzmir’den ise on iki kurumun temsilcisi katıldı.",
        "The meeting brought together {n} people from {city} and the delegates of twelve bodies from İzmir.",
    ),
    (
        "Konuşmacılar, {topic} alanında küçük adımların büyük planlardan daha hızlı sonuç verdiğini söyledi.",
        "The speakers said that in {topic} small steps had brought results sooner than large plans.",
    ),
    (
        "Özellikle **{topic}** başlığı altında toplanan öneriler, ilçelerin ihtiyaçlarına göre yeniden sıralandı.",
        "The proposals gathered under **{topic}** were put in a new order, by what the districts need.",
    ),
    (
        "{city} kentinde üç yıldır süren uygulama, mahalle sakinlerinin söz hakkını güçlendirdi.",
        "In {city} a practice now three years old has given the people of each quarter a stronger say.",
    ),
    (
        "Görüşmelerde çocukların, yaşlıların ve engellilerin gündelik yolculukları ayrı ayrı ele alındı.",
        "The daily journeys of children, of older people and of people with disabilities were looked at one by one.",
    ),
    (
        "Belediyeler arasındaki bilgi alışverişi, *yazılı bir takvim* ile düzenli hâle getirilecek.",
        "The exchange of knowledge between the municipalities will be made regular by *a written calendar*.",
    ),
    (
        "Ortak bütçenin yüzde {n} kadarı gençlerin önerdiği işlere ayrıldı.",
        "About {n} per cent of the common budget went to work that young people had proposed.",
    ),
    (
        "Üniversiteden gelen araştırmacılar, ölçümlerin nasıl yapıldığını ve hangi soruların açık kaldığını anlattı.",
        "Researchers from the university told how the measuring was done, and which questions are still open.",
    ),
    (
        "Şehrin geçmişiyle ilgili belgeler, iki dilde okunabilecek bir arşivde toplanıyor.",
        "Documents about the city’s past are being gathered in an archive that can be read in two languages.",
    ),
    (
        "İlk görüşmede dile getirilen çekinceler, ikinci toplantıda ortak bir metne dönüştü.",
        "The doubts that were voiced at the first meeting became a common text at the second.",
    ),
    (
        "Kıyı boyunca yapılan yürüyüşte, yağmur suyunun nereden geldiği ve nereye gittiği yerinde görüldü.",
        "A walk along the shore showed on the spot where the rainwater comes from and where it goes.",
    ),
    (
        "Derneğimiz, {topic} için çalışan kurumlara çeviri ve ev sahipliği desteği verdi.",
        "Our association helped the bodies that work on {topic} with translation and a place to meet.",
    ),
    (
        "Katılımcılar, iyi niyetin yetmediğini, sorumluluğun adıyla yazılması gerektiğini vurguladı.",
        "Those who took part stressed that good will is not enough: responsibility has to be written down by name.",
    ),
    (
        "{city} kentinden gelen konuklar, Kemeraltı’ndaki atölyeleri ve çevresindeki çarşıyı gezdi.",
        "The guests from {city} visited the workshops of Kemeraltı and the market around them.",
    ),
    (
        "Sonuçlar {year} yılının verileriyle karşılaştırıldı; fark en çok ulaşımda ve enerjide görüldü.",
        "The results were compared with the figures of {year}; most of the difference lay in transport and energy.",
    ),
    (
        "Gönüllüler, soruları `anket` adlı ortak dosyada topluyor ve her ay yeniden gözden geçiriyor.",
        "Volunteers gather the questions in a common file named `survey`, and go through them every month.",
    ),
    (
        "Öğleden sonraki oturumda küçük gruplar kuruldu, her grup bir sorunu ve bir çözümü yazdı.",
        "In the afternoon small groups were formed, and each wrote down one problem and one answer.",
    ),
    (
        "Bu çalışma, daha önce [duyurulan başka bir adımın]({link}) devamı niteliğinde.",
        "This work continues [an earlier step]({link}) that we reported on.",
    ),
    (
        "Kurumların çoğu, öğrenilenleri kendi personeline de anlatacağını bildirdi.",
        "Most of the bodies said that they would pass on to their own staff what they had learned.",
    ),
    (
        "Ağ üyeleri yılda iki kez bir araya geliyor, arada ise çevrim içi görüşüyor.",
        "The members of the network come together twice a year, and talk online in between.",
    ),
    (
        "Güçlü yanlar kadar eksikler de açıkça konuşuldu; ölçüsüz övgüden kaçınıldı.",
        "What was missing was spoken of as openly as what is strong, and nobody praised beyond measure.",
    ),
    (
        "Komşu ilçelerin deneyimi, çözümün ne kadarının taşınabilir olduğunu gösterdi.",
        "The experience of the neighbouring districts showed how much of the answer can be carried elsewhere.",
    ),
    (
        "İki kentin ekipleri, gelecek dönemde {n} ortak iş üzerinde çalışacak.",
        "In the coming term the teams of the two cities will work on {n} common tasks.",
    ),
    (
        "Sözleşmenin metni, itirazlar için üç hafta boyunca herkese açık tutulacak.",
        "The text of the agreement will lie open to everybody for three weeks, for objections.",
    ),
)

ITEMS: tuple[Pair, ...] = (
    ("Yıllık bir çalışma takvimi hazırlanması", "A calendar of work for the year"),
    ("Ölçütlerin iki dilde yayımlanması", "Criteria published in both languages"),
    ("Mahallelerde açık toplantılar düzenlenmesi", "Open meetings in the quarters"),
    ("Genç gönüllüler için değişim olanağı", "Exchange places for young volunteers"),
    ("Üç kentte aynı anketin uygulanması", "The same survey in three cities"),
    ("Öğrenilenlerin her yıl raporlanması", "A yearly report of what was learned"),
    ("Ortak bir çeviri havuzu kurulması", "A common pool of translators"),
    ("Ücretsiz danışma saatleri açılması", "Hours of advice, free of charge"),
)

COLUMNS: tuple[Pair, ...] = (
    ("Ölçüt", "Measure"),
    ("Önce", "Before"),
    ("Sonra", "After"),
)

ROWS: tuple[Pair, ...] = (
    ("Katılımcı sayısı", "People who took part"),
    ("Açık oturum", "Open sessions"),
    ("Çevrilen belge", "Documents translated"),
    ("Ortak öneri", "Common proposals"),
    ("Ziyaret edilen mahalle", "Quarters visited"),
)

LIST_INTRODUCTION: Pair = ("Üzerinde anlaşılan başlıklar:", "The points that were agreed on:")

LAST_SENTENCE: Pair = (
    "Okuduğunuz, bu metnin {count}. sürümü.",
    "What you read is version {count} of this text.",
)
"""The last line of every text; editing a post means to change the number in it."""

PLACES: tuple[Pair, ...] = (
    ("Ahmed Adnan Saygun Sanat Merkezi, İzmir", "Ahmed Adnan Saygun Arts Centre, İzmir"),
    ("Havagazı Fabrikası, Alsancak", "The Gasworks, Alsancak"),
    ("Dernek merkezi, Çankaya, İzmir", "The association’s rooms, Çankaya, İzmir"),
    ("Kültürpark, 1 no.lu salon", "Kültürpark, hall 1"),
)

DECISIONS: tuple[Pair, ...] = (
    (
        "Kentler arasındaki bilgi alışverişi düzenli toplantılarla sürdürülecektir.",
        "The exchange of knowledge between the cities shall go on in regular meetings.",
    ),
    (
        "Her kent, yıllık çalışma raporunu iki dilde yayımlayacaktır.",
        "Each city shall publish its yearly report in two languages.",
    ),
    (
        "Gençlerin karar süreçlerine katılması için kalıcı bir kurul oluşturulacaktır.",
        "A standing body shall be formed so that young people take part in decisions.",
    ),
    (
        "Çalışma grubunun masrafları üyeler arasında eşit olarak paylaşılacaktır.",
        "The costs of the working group shall be shared equally among its members.",
    ),
    (
        "Afetlerde komşu kentlere yardım için ortak bir düzen kurulacaktır.",
        "A common arrangement shall be made to help neighbouring cities in disasters.",
    ),
    (
        "Alınan kararların uygulanması bir yıl sonra birlikte değerlendirilecektir.",
        "How these decisions were carried out shall be judged together after one year.",
    ),
)

NEWSPAPERS: tuple[Pair, ...] = (
    ("Körfez Gazetesi", "Körfez newspaper"),
    ("Ege Postası", "Ege Postası"),
    ("Kıyı Haber Ajansı", "Kıyı news agency"),
    ("Şehir ve Yaşam", "Şehir ve Yaşam magazine"),
)

NOTES: tuple[Pair, ...] = (
    (
        "Yazı, {city} kentindeki {topic} çalışmasını İzmir ile karşılaştırıyor.",
        "The piece compares the work of {city} on {topic} with that of İzmir.",
    ),
    (
        "Haberde {topic} için ayrılan bütçe ve itirazlar anlatılıyor.",
        "The report tells of the budget for {topic} and of the objections to it.",
    ),
)

GOALS: dict[str, Pair] = {
    "networks": ("Kent ağlarını güçlendirmek", "To strengthen networks of cities"),
    "knowledge": ("Bilgiyi paylaşmak", "To share knowledge"),
    "youth": ("Gençlere yol açmak", "To open ways for the young"),
    "culture": ("Kültürleri buluşturmak", "To bring cultures together"),
    "participation": ("Katılımı çoğaltmak", "To widen participation"),
}

PAGES: dict[str, Pair] = {
    "about": ("Hakkımızda", "About us"),
    "mission": ("Misyon", "Mission"),
    "goals": ("Hedefler", "Goals"),
    "board": ("Yönetim", "Board"),
    "contact": ("İletişim", "Contact"),
    "privacy": ("Aydınlatma metni", "Privacy notice"),
    "accessibility": ("Erişilebilirlik", "Accessibility"),
}

SECTIONS: dict[str, Pair] = {
    "news": ("Haberler", "News"),
    "announcements": ("Duyurular", "Announcements"),
    "events": ("Etkinlikler", "Events"),
    "activities": ("Faaliyetler", "Activities"),
    "declarations": ("Bildirgeler", "Declarations"),
    "press": ("Basın özetleri", "Press reviews"),
}


def at(pair: Pair, number: int) -> Pair:
    """Return *pair* with its *number* filled in."""
    tr, en = pair
    return tr.format(number=number), en.format(number=number)
