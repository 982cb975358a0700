"""Rules of `invoke check`: leftovers and plausibility in the texts, and the pages that were built.

The third sentence says why it matters to a reader. The example is a line that the check finds, and
the same line mended.
"""

from plugins.model.rules.rule import Rule

TEXTS: dict[str, Rule] = {
    # ── leftovers ───────────────────────────────────────────────────────────────────────────
    "raw-shortcode": {
        "en": (
            "`{found}` is a command of another system",
            "write what it stood for, or delete it",
            "visitors see it as it is, and what it was to show is missing",
        ),
        "tr": (
            "`{found}` başka bir sistemin komutu",
            "yerine ne gösterecekse onu yazın ya da silin",
            "ziyaretçi bunu olduğu gibi görür; göstermesi gereken şey ise yoktur",
        ),
        "example": ("tr", '[mc4wp_form id="228"]', "[Kayıt](../../pages/signup/index.tr.md)"),
    },
    "template-text": {
        "en": (
            "`{found}` is left over from a template",
            "write your own words, or delete it",
            "it tells visitors that nobody has looked at the page",
        ),
        "tr": (
            "`{found}` bir şablondan kalmış",
            "kendi sözlerinizi yazın ya da silin",
            "ziyaretçi, sayfaya kimsenin bakmadığını anlar",
        ),
        "example": ("en", "Lorem ipsum dolor sit amet.", "The third meeting was held in Bursa."),
    },
    "note-to-editor": {
        "en": (
            "`{found}` still waits for its words",
            "write them, or keep the text back with `status: draft`",
            "visitors would read a note that was meant for editors",
        ),
        "tr": (
            "`{found}` hâlâ sözlerini bekliyor",
            "yazın ya da `status: draft` ile yazıyı bekletin",
            "ziyaretçi, editöre bırakılmış bir notu okur",
        ),
        "example": ("tr", "Toplantının özetini buraya yazın.", "Toplantıda üç karar alındı."),
    },
    "ageing-year": {
        "en": (
            "`{found}` will soon be an old year",
            "delete it; the foot of every page says whose site it is",
            "an old year makes the whole site look abandoned",
        ),
        "tr": (
            "`{found}` yakında eskiyecek bir yıl",
            "silin; sitenin kimin olduğu her sayfanın altında yazıyor",
            "eski bir yıl, bütün siteyi terk edilmiş gösterir",
        ),
        "level": "look",
        "example": ("tr", "Bütün hakları saklıdır © 2022", "Bütün hakları saklıdır."),
    },
    "hidden-character": {
        "en": (
            "a character that nobody sees stands in `{found}`",
            "",
            "the word is then found by no search, and may be broken in the wrong place",
        ),
        "tr": (
            "`{found}` içinde görünmeyen bir karakter var",
            "",
            "sözcük aramada bulunmaz, satır sonunda yanlış yerden bölünebilir",
        ),
        "level": "look",
        "example": ("tr", "Kent konsey\u00adleri buluştu.", "Kent konseyleri buluştu."),
    },
    "ordinal-twice": {
        "en": (
            "`{found}` gives the ordinal twice",
            "keep one of the two",
            "readers wonder whether the third of the third is meant",
        ),
        "tr": (
            "`{found}` kaçıncı olduğunu iki kez söylüyor",
            "ikisinden birini bırakın",
            "okur, üçüncünün üçüncüsü mü diye düşünür",
        ),
        "level": "look",
        "example": (
            "tr",
            "III. Uyum Toplantısının 3.sü 6 Kasım 2019’da yapıldı.",
            "III. Uyum Toplantısı 6 Kasım 2019’da yapıldı.",
        ),
    },
    # ── the two languages ───────────────────────────────────────────────────────────────────
    "text-in-other-language": {
        "en": (
            "most of this text is in {other_en}, but it stands in `index.{code}.md`",
            "put it into the file of its language",
            "visitors of the {own_en} pages would not understand it",
        ),
        "tr": (
            "bu yazının çoğu {other_tr}, ama `index.{code}.md` içinde duruyor",
            "kendi dilinin dosyasına taşıyın",
            "{own_tr} sayfaların ziyaretçisi onu anlamaz",
        ),
        "example": (
            "tr",
            "The third meeting was held in Bursa, and all of the members came to it.",
            "Üçüncü toplantı Bursa’da yapıldı ve üyelerin hepsi geldi.",
        ),
    },
    "passage-in-other-language": {
        "en": (
            "this is {other_en}: “{found}”",
            "translate it; if it is meant, mark it: `*words*{{lang={code}}}`",
            "a screen reader pronounces it as if it were {own_en}",
        ),
        "tr": (
            "burası {other_tr}: “{found}”",
            "çevirin; böyle kalacaksa imleyin: `*sözler*{{lang={code}}}`",
            "ekran okuyucu bunu {own_tr} gibi seslendirir",
        ),
        "level": "look",
        "example": (
            "tr",
            "Toplantıya her üye bir dosyayla geldi.\n\nEvet.\n\nHayır.\n\nGet a Free Quote Today!",
            "Toplantıya her üye bir dosyayla geldi.\n\nEvet.\n\nHayır.\n\nBelki de öyle.",
        ),
    },
    "surname-in-capitals": {
        "en": (
            "the surname is in capitals: `{found}`",
            "see to the letters i, ı, İ and I",
            "some screen readers spell capitals out, and a machine turns İ into i with a wrong dot",
        ),
        "tr": (
            "soyadı büyük harflerle yazılmış: `{found}`",
            "i, ı, İ ve I harflerine dikkat edin",
            "kimi ekran okuyucu büyük harfleri tek tek okur",
        ),
        "level": "look",
        "example": ("en", "Umut Berker SEVİLMİŞ heads it.", "Umut Berker Sevilmiş heads it."),
    },
    # ── titles ──────────────────────────────────────────────────────────────────────────────
    "capitals": {
        "en": (
            "`{found}` is in capitals",
            "see to the names in the corrected line",
            "capitals are slow to read and hide which words are names",
        ),
        "tr": (
            "`{found}` büyük harflerle yazılmış",
            "doğru satırdaki özel adlara bakın",
            "büyük harfler yavaş okunur ve özel adları gizler",
        ),
        "example": (
            "tr",
            "title: KENT KONSEYLERİ AĞI TOPLANDI",
            "title: Kent konseyleri ağı toplandı",
        ),
    },
    "title-full-stop": {
        "en": (
            "the title ends in a full stop",
            "",
            "in lists, menus and feeds the stop looks like a slip",
        ),
        "tr": (
            "başlık noktayla bitiyor",
            "",
            "listelerde, menülerde ve akışlarda nokta yanlışlık gibi durur",
        ),
        "level": "look",
        "example": ("tr", "title: Üçüncü toplantı yapıldı.", "title: Üçüncü toplantı yapıldı"),
    },
    "title-is-address": {
        "en": (
            "`{found}` is an address, not a title",
            "say in words what stands there",
            "nobody can tell from an address what is behind it",
        ),
        "tr": (
            "`{found}` bir adres, başlık değil",
            "orada ne olduğunu sözcüklerle yazın",
            "adrese bakan, arkasında ne olduğunu bilemez",
        ),
        "example": ("en", "title: https://example.org/offer", "title: An open call for cities"),
    },
    "title-repeated": {
        "en": (
            "the title stands in the text once more",
            "delete this line; the page shows the title above the text",
            "visitors read the same line twice",
        ),
        "tr": (
            "başlık yazıda bir kez daha geçiyor",
            "bu satırı silin; sayfa başlığı yazının üstünde gösteriyor",
            "ziyaretçi aynı satırı iki kez okur",
        ),
        "level": "look",
        "example": (
            "tr",
            "title: Üçüncü toplantı yapıldı\n\nÜÇÜNCÜ TOPLANTI YAPILDI.",
            "title: Üçüncü toplantı yapıldı\n\nToplantı Bursa’daydı.",
        ),
    },
    # ── words and sentences ─────────────────────────────────────────────────────────────────
    "repeated-word": {
        "en": (
            "`{found}` stands here twice",
            "",
            "readers stop and look for what is missing",
        ),
        "tr": (
            "`{found}` burada iki kez yazılmış",
            "",
            "okur durur, eksik bir şey arar",
        ),
        "level": "look",
        "example": ("en", "It is the the third meeting.", "It is the third meeting."),
    },
    "word-twice-in-sentence": {
        "en": (
            "`{found}` stands twice in one sentence",
            "keep one of the two",
            "the sentence was changed and its older half has stayed",
        ),
        "tr": (
            "`{found}` bir tümcede iki kez geçiyor",
            "ikisinden birini bırakın",
            "tümce değiştirilirken eski yarısı kalmış",
        ),
        "level": "look",
        "example": (
            "tr",
            "Bu vizyon, gücünü yüzyıllardır bir arada yaşayan halktan gücünü almaktadır.",
            "Bu vizyon, gücünü yüzyıllardır bir arada yaşayan halktan almaktadır.",
        ),
    },
    "long-sentence": {
        "en": (
            "a sentence of {count} words: “{found} …”",
            "part it; {limit} words are the limit",
            "who listens, translates or reads on a telephone has lost its beginning",
        ),
        "tr": (
            "{count} sözcüklük bir tümce: “{found} …”",
            "bölün; sınır {limit} sözcük",
            "dinleyen, çeviren ya da telefondan okuyan, tümcenin başını unutur",
        ),
        "level": "look",
        "example": (
            "en",
            "The directorate works" + " and works and works" * 20 + ".",
            "The directorate works.",
        ),
    },
    # ── signs ───────────────────────────────────────────────────────────────────────────────
    "unpaired-quotation": {
        "en": (
            "`{sign}` has no counterpart: “{found}”",
            "open or close it where the quotation begins or ends",
            "readers can't tell whose words these are",
        ),
        "tr": (
            "`{sign}` iminin eşi yok: “{found}”",
            "alıntının başında açın, sonunda kapatın",
            "okur, hangi sözlerin kime ait olduğunu bilemez",
        ),
        "level": "look",
        "example": ("tr", "Ankara’yı Sen Planla” sloganıyla", "“Ankara’yı Sen Planla” sloganıyla"),
    },
    "straight-quotation": {
        "en": (
            "quotation marks of a typewriter: `{found}`",
            "",
            "the page mixes two kinds of mark, and a search for the words may fail",
        ),
        "tr": (
            "daktilo tırnağı: `{found}`",
            "",
            "sayfada iki tür tırnak karışır",
        ),
        "level": "look",
        "example": ("tr", 'Toplantı "yeni bir adım" oldu.', "Toplantı “yeni bir adım” oldu."),
    },
    "straight-apostrophe": {
        "en": (
            "the apostrophe of a typewriter: `{found}`",
            "",
            "the same name then stands in two spellings, and a search finds one of them",
        ),
        "tr": (
            "daktilo kesme imi: `{found}`",
            "",
            "aynı ad iki türlü yazılmış olur, arama birini bulur",
        ),
        "level": "look",
        "example": ("tr", "Marmara Bölgesi'nde yapıldı.", "Marmara Bölgesi’nde yapıldı."),
    },
    "blank-before-suffix": {
        "en": (
            "a blank before the suffix: `{found}`",
            "",
            "the word falls apart, at the end of a line even onto two",
        ),
        "tr": (
            "ekten önce boşluk var: `{found}`",
            "",
            "sözcük ikiye ayrılır, satır sonunda iki satıra bölünür",
        ),
        "level": "look",
        "example": ("tr", "Toplantı İzmir 'in merkezinde.", "Toplantı İzmir’in merkezinde."),
    },
    "blank-before-mark": {
        "en": (
            "a blank before the sign: `{found}`",
            "",
            "at the end of a line the sign may begin the next one",
        ),
        "tr": (
            "imden önce boşluk var: `{found}`",
            "",
            "satır sonunda im, alttaki satırın başına düşebilir",
        ),
        "level": "look",
        "example": ("tr", "Geldik , gördük.", "Geldik, gördük."),
    },
    "wrong-ordinal": {
        "en": (
            "`{found}` is no ordinal",
            "",
            "readers stumble over it, and a screen reader says it wrong",
        ),
        "tr": (
            "`{found}` bir sıra sayısı değil",
            "",
            "okur takılır; ekran okuyucu yanlış okur",
        ),
        "level": "look",
        "example": ("tr", "Toplantının 3.sü yapıldı.", "Toplantının 3’üncüsü yapıldı."),
    },
    "percent-sign": {
        "en": (
            "`{found}`: this language puts the sign elsewhere",
            "",
            "it is the other language's way to write a share",
        ),
        "tr": (
            "`{found}`: bu dilde yüzde iminin yeri başka",
            "",
            "öteki dilin yazımıdır; okuru duraksatır",
        ),
        "level": "look",
        "example": ("tr", "Oran 25% oldu.", "Oran %25 oldu."),
    },
    # ── days ────────────────────────────────────────────────────────────────────────────────
    "weekday-in-text": {
        "en": (
            "`{found}`: that day is a {weekday_en}",
            "correct the day or the weekday",
            "somebody will come on the wrong day",
        ),
        "tr": (
            "`{found}`: o gün {weekday_tr}",
            "günü ya da gün adını düzeltin",
            "birileri yanlış günde gelir",
        ),
        "example": ("tr", "6 Kasım 2019 Pazar günü", "6 Kasım 2019 Çarşamba günü"),
    },
    "numeric-day-in-text": {
        "en": (
            "`{found}` is a day in digits",
            "write the month as a word",
            "in one country it is read as June, in another as May",
        ),
        "tr": (
            "`{found}` rakamla yazılmış bir gün",
            "ay adını sözcükle yazın",
            "kimi ülkede haziran, kimi ülkede mayıs diye okunur",
        ),
        "level": "look",
        "example": ("tr", "Toplantı 05.06.2026 günü.", "Toplantı 5 Haziran 2026 günü."),
    },
    "day-with-zero": {
        "en": (
            "`{found}` has a zero before the day",
            "",
            "the same page writes other days without it",
        ),
        "tr": (
            "`{found}` gününün önünde sıfır var",
            "",
            "öteki günler sıfırsız yazılıyor; okur aralarında fark arar",
        ),
        "level": "look",
        "example": ("tr", "05 Haziran 2010 günü", "5 Haziran 2010 günü"),
    },
    "years-apart": {
        "en": (
            "`{field}` is {found}, years away from the publication ({day})",
            "correct one of the two; if both are right, silence the rule and say why",
            "one of the two years may be a slip: the archive would show it in the wrong place",
        ),
        "tr": (
            "`{field}` {found}; yayım gününden ({day}) yıllarca uzak",
            "birini düzeltin; ikisi de doğruysa kuralı nedeniyle susturun",
            "yıllardan biri yanlış olabilir; arşivde yanlış yerde görünür",
        ),
        "level": "look",
    },
    # ── structure ───────────────────────────────────────────────────────────────────────────
    "headings-out-of-order": {
        "en": (
            "a heading of level {found} after one of level {before}",
            "",
            "who listens moves from heading to heading and takes the gap for missing text",
        ),
        "tr": (
            "{before}. düzeyden sonra {found}. düzey başlık",
            "",
            "dinleyen başlıktan başlığa gider; aradaki boşluğu eksik yazı sanır",
        ),
        "example": ("tr", "## Bir\n\n#### İki", "## Bir\n\n### İki"),
    },
    "glued-list-mark": {
        "en": (
            "the mark of a list is glued to the word, or is none: `{found}`",
            "",
            "it is shown as one run of text, not as a list",
        ),
        "tr": (
            "liste imi sözcüğe yapışık ya da liste imi değil: `{found}`",
            "",
            "liste değil, bitişik bir yazı olarak görünür",
        ),
        "example": ("tr", "-Çevre koruma", "- Çevre koruma"),
    },
    "mixed-list": {
        "en": (
            "this entry {how_en} than the others of its list: `{found}`",
            "give all entries of a list one form",
            "readers look for a reason why one is different",
        ),
        "tr": (
            "bu madde listedeki ötekilerden {how_tr}: `{found}`",
            "bir listenin maddelerini aynı biçimde yazın",
            "okur, birinin neden farklı olduğunu arar",
        ),
        "level": "look",
        "example": (
            "tr",
            "- Afet yönetimi\n- İmar yönetimi.\n- Kırsal kalkınma\n- Ulaşım",
            "- Afet yönetimi\n- İmar yönetimi\n- Kırsal kalkınma\n- Ulaşım",
        ),
    },
    # ── pictures, files and links ───────────────────────────────────────────────────────────
    "description-names-medium": {
        "en": (
            "the description says that it is a picture: `{found}`",
            "say what it shows",
            "a screen reader has said “image” already, and the listener learns nothing more",
        ),
        "tr": (
            "açıklama, bunun bir görsel olduğunu söylüyor: `{found}`",
            "ne gösterdiğini yazın",
            "ekran okuyucu “görsel” dedi bile; dinleyen başka bir şey öğrenmez",
        ),
        "level": "look",
        "example": ("en", "![Image of a harbour](a.svg)", "![A harbour at dawn](a.svg)"),
    },
    "huge-file": {
        "en": (
            "`{found}` has {size} MB; {limit} MB are the limit",
            "make it smaller, or part it",
            "on a telephone in the country it takes minutes, and costs the visitor money",
        ),
        "tr": (
            "`{found}` {size} MB; sınır {limit} MB",
            "küçültün ya da bölün",
            "telefonla bağlanan dakikalarca bekler, üstüne para öder",
        ),
        "level": "look",
    },
    "open-email": {
        "en": (
            "the e-mail address stands in the open: `{found}`",
            "",
            "programs collect it and fill its letter-box with advertising",
        ),
        "tr": (
            "e-posta adresi açıkta duruyor: `{found}`",
            "",
            "programlar toplar, kutuyu reklamla doldurur",
        ),
        "level": "look",
        "example": ("tr", "Yazın: bilgi@example.org", "Yazın: <bilgi@example.org>"),
    },
    "vague-link": {
        "en": (
            "the words of the link do not say where it leads: `{found}`",
            "name what stands there",
            "who listens to the links of a page hears “here, here, here”",
        ),
        "tr": (
            "bağlantının sözleri nereye gittiğini söylemiyor: `{found}`",
            "orada ne olduğunu yazın",
            "sayfadaki bağlantıları dinleyen “buraya, buraya” diye duyar",
        ),
        "level": "look",
        "example": (
            "tr",
            "Kayıt için [buraya tıklayın](https://example.org/kayit).",
            "[Kayıt formunu](https://example.org/kayit) doldurun.",
        ),
    },
    # ── across the site ─────────────────────────────────────────────────────────────────────
    "name-spelled-twice": {
        "en": (
            "`{found}` is `{better}` in {place}",
            "choose one spelling",
            "readers take them for two, and a search finds one of them",
        ),
        "tr": (
            "`{found}`, {place} içinde `{better}`",
            "birini seçin",
            "okur iki ayrı ad sanır, arama birini bulur",
        ),
        "level": "look",
    },
}

SILENCES: dict[str, Rule] = {
    "silence-unknown": {
        "en": ("`{found}` is no rule that can be silenced", "the nearest: `{better}`"),
        "tr": ("`{found}` susturulabilecek bir kural değil", "en yakını: `{better}`"),
    },
    "silence-without-reason": {
        "en": ("`{found}` is silenced without a reason", "say why it does not hold here"),
        "tr": ("`{found}` nedensiz susturulmuş", "burada neden geçmediğini yazın"),
    },
    "silence-of-nothing": {
        "en": (
            "`{found}` is silenced, but finds nothing here",
            "delete the line",
            "the next real fault of this kind would go unseen",
        ),
        "tr": (
            "`{found}` susturulmuş, ama burada bir şey bulmuyor",
            "satırı silin",
            "bu türden gerçek bir hata olursa görülmez",
        ),
        "level": "look",
    },
}

PAGES: dict[str, Rule] = {
    "page-unreadable": {
        "en": ("the page can't be read: {reason}", "build the site anew"),
        "tr": ("sayfa okunamıyor: {reason}", "siteyi yeniden yapın"),
    },
    "page-without": {
        "en": (
            "the page has no {found}",
            "see to its template",
            "browsers and screen readers do not know what they show",
        ),
        "tr": (
            "sayfada {found} yok",
            "şablonuna bakın",
            "tarayıcı ve ekran okuyucu ne gösterdiğini bilmez",
        ),
    },
    "page-dead-link": {
        "en": (
            "the link leads nowhere: `{found}`",
            "the nearest: `{better}`",
            "visitors meet a page that says “not found”",
        ),
        "tr": (
            "bağlantı hiçbir yere gitmiyor: `{found}`",
            "en yakını: `{better}`",
            "ziyaretçi “bulunamadı” sayfasına düşer",
        ),
    },
    "page-dead-anchor": {
        "en": (
            "the link names a place that is not there: `{found}`",
            "see to the heading or the link",
            "visitors land at the top of the page and have to search",
        ),
        "tr": (
            "bağlantının gösterdiği yer yok: `{found}`",
            "başlığa ya da bağlantıya bakın",
            "ziyaretçi sayfanın başına düşer ve arar",
        ),
    },
    "page-missing-file": {
        "en": (
            "the page asks for a file that is not there: `{found}`",
            "the nearest: `{better}`",
            "a hole stands in its place",
        ),
        "tr": (
            "sayfa, olmayan bir dosya istiyor: `{found}`",
            "en yakını: `{better}`",
            "yerinde boşluk kalır",
        ),
    },
    "page-id-twice": {
        "en": (
            "the id `{found}` stands on the page twice",
            "see to its template, or give one heading an id of its own: `## Words {{#id}}`",
            "links and labels lead to the first of the two only",
        ),
        "tr": (
            "`{found}` kimliği sayfada iki kez var",
            "şablona bakın ya da başlıklardan birine ayrı kimlik verin: `## Sözler {{#kimlik}}`",
            "bağlantılar ve etiketler yalnız birincisine gider",
        ),
    },
    "page-headings": {
        "en": (
            "the headings are out of order: {found}",
            "a page has one heading of level 1, and leaves no level out",
            "who listens moves from heading to heading and takes the gap for missing text",
        ),
        "tr": (
            "başlıklar sırasız: {found}",
            "sayfada bir tane 1. düzey başlık olur, düzey atlanmaz",
            "dinleyen başlıktan başlığa gider; aradaki boşluğu eksik yazı sanır",
        ),
    },
    "alternate-one-sided": {
        "en": (
            "the page names `{found}` as its other language, which does not name it",
            "both must name each other, and themselves",
            "search engines then show neither in its language",
        ),
        "tr": (
            "sayfa `{found}` için öteki dili diyor, o ise bunu demiyor",
            "ikisi de birbirini ve kendini anmalı",
            "arama motorları ikisini de kendi dilinde göstermez",
        ),
    },
    "alternate-dead": {
        "en": ("the page in the other language is not there: `{found}`", "build the site anew"),
        "tr": ("öteki dildeki sayfa yok: `{found}`", "siteyi yeniden yapın"),
    },
    "feed-broken": {
        "en": (
            "programs can't read this: {reason}",
            "build the site anew",
            "who has subscribed to it gets nothing more, and is not told",
        ),
        "tr": (
            "programlar bunu okuyamıyor: {reason}",
            "siteyi yeniden yapın",
            "abone olana artık bir şey gelmez, haberi de olmaz",
        ),
    },
    "leaked-text": {
        "en": (
            "words of {place} stand here, which is not public ({state}): “{found}”",
            "build the site anew; if they stay, see to what quotes them",
            "it is public before anybody decided so",
        ),
        "tr": (
            "yayında olmayan ({state}) {place} yazısının sözleri burada: “{found}”",
            "siteyi yeniden yapın; kalırsa nereden geldiğine bakın",
            "kimse karar vermeden yayımlanmış olur",
        ),
    },
    "lost-address": {
        "en": (
            "`{found}` was public and answers no more",
            "{better_en}",
            "every link, bookmark and e-mail that leads there is dead",
        ),
        "tr": (
            "`{found}` yayındaydı, artık yanıt vermiyor",
            "{better_tr}",
            "oraya giden her bağlantı, yer imi ve e-posta boşa düşer",
        ),
    },
}

CHECKS: dict[str, Rule] = {**TEXTS, **SILENCES, **PAGES}
