"""Rules of the content: what stops a build."""

from plugins.model.rules.rule import Rule

CONTENT: dict[str, Rule] = {
    # ── the file ────────────────────────────────────────────────────────────────────────────
    "unknown-kind": {
        "en": ("`{found}` is no kind of content", "kinds: {known}"),
        "tr": ("`{found}` diye bir içerik türü yok", "türler: {known}"),
    },
    "stray-file": {
        "en": (
            "this file belongs to no item",
            "an item is a folder with `index.tr.md`, `index.en.md` and its pictures: {better}",
        ),
        "tr": (
            "bu dosya hiçbir içeriğe ait değil",
            "bir içerik, içinde `index.tr.md`, `index.en.md` ve görselleri olan bir klasördür: "
            "{better}",
        ),
    },
    "no-text": {
        "en": ("this folder holds no text", "add `index.tr.md` or `index.en.md`, or remove it"),
        "tr": ("bu klasörde yazı yok", "`index.tr.md` ya da `index.en.md` ekleyin, ya da silin"),
    },
    "bad-folder-name": {
        "en": (
            "the folder name `{found}` has no day or no short name",
            "write `YYYY-MM-DD-short-name` with small plain letters: `{better}`",
        ),
        "tr": (
            "`{found}` klasör adında gün ya da kısa ad yok",
            "küçük ve Türkçe imsiz harflerle `YYYY-AA-GG-kisa-ad` yazın: `{better}`",
        ),
    },
    "not-utf-8": {
        "en": ("the text is not in UTF-8", "save the file again as UTF-8"),
        "tr": ("yazı UTF-8 değil", "dosyayı UTF-8 olarak yeniden kaydedin"),
    },
    "no-tags": {
        "en": (
            "there are no tags: `content/tags.yaml` is missing or empty",
            "write a line there for each subject: `culture: {{tr: Kültür, en: Culture}}`",
        ),
        "tr": (
            "etiket yok: `content/tags.yaml` yok ya da boş",
            "oraya her konu için bir satır yazın: `culture: {{tr: Kültür, en: Culture}}`",
        ),
    },
    "link-leads-out": {
        "en": ("this is a link to a file outside of the content", "put the file itself there"),
        "tr": ("bu, içerik dışındaki bir dosyaya bağ", "yerine dosyanın kendisini koyun"),
    },
    "same-file-name": {
        "en": (
            "two files here are called `{found}`, with its letters written in two ways",
            "delete one of them, or give it another name",
        ),
        "tr": (
            "burada `{found}` adlı iki dosya var; adın harfleri iki ayrı biçimde yazılmış",
            "birini silin ya da ona başka bir ad verin",
        ),
    },
    "bad-file-name": {
        "en": ("this name is not in UTF-8", "give it another one"),
        "tr": ("bu ad UTF-8 değil", "başka bir ad verin"),
    },
    "text-too-large": {
        "en": ("the text has {found} kB", "part it; a text has at most {limit} kB"),
        "tr": ("yazı {found} kB", "bölün; bir yazı en çok {limit} kB olur"),
    },
    "unreadable-file": {
        "en": ("the file can't be read: {reason}", "see to its permissions"),
        "tr": ("dosya okunamıyor: {reason}", "dosyanın izinlerine bakın"),
    },
    # ── the header ──────────────────────────────────────────────────────────────────────────
    "no-front-matter": {
        "en": (
            "the header is missing; found `{found}`",
            "begin the file with `---`, the fields, and `---`",
        ),
        "tr": ("üst bilgi yok; bulunan: `{found}`", "dosyaya `---`, alanlar ve `---` ile başlayın"),
    },
    "unclosed-front-matter": {
        "en": ("the header has no end", "write a line `---` after its last field"),
        "tr": ("üst bilgi bitmiyor", "son alandan sonra bir `---` satırı yazın"),
    },
    "bad-yaml": {
        "en": ("the header can't be read here: `{found}`", "{reason}"),
        "tr": ("üst bilgi burada okunamıyor: `{found}`", "{reason}"),
    },
    "unquoted-value": {
        "en": ("the value needs quotation marks: `{found}`", ""),
        "tr": ("değer tırnak içinde olmalı: `{found}`", ""),
    },
    "empty-field": {
        "en": ("nothing is written here", "write a sentence"),
        "tr": ("buraya bir şey yazılmamış", "bir tümce yazın"),
    },
    "one-name-missing": {
        "en": (
            "`names` lacks the name in one language: `{lang}`",
            "write a line for `tr` and `en`",
        ),
        "tr": ("`names` içinde bir dilin adı yok: `{lang}`", "`tr` ve `en` için birer satır yazın"),
    },
    "several-lines": {
        "en": ("a title is one line: `{found}` …", "write it behind the colon"),
        "tr": ("başlık tek satırdır: `{found}` …", "iki noktanın ardına yazın"),
    },
    "line-too-long": {
        "en": ("the title has {found} letters", "it has at most {limit}"),
        "tr": ("başlık {found} harf", "en çok {limit} harf olur"),
    },
    "no-blank": {
        "en": ("a blank belongs after the colon: `{found}`", ""),
        "tr": ("iki noktadan sonra boşluk gerekir: `{found}`", ""),
    },
    "indented-field": {
        "en": ("a field begins at the very left: `{found}`", ""),
        "tr": ("alan satırın en başından başlar: `{found}`", ""),
    },
    "tab": {
        "en": ("a tab stands at the beginning: `{found}`", "YAML takes blanks alone"),
        "tr": ("satır sekmeyle başlıyor: `{found}`", "YAML yalnız boşluk kabul eder"),
    },
    "unclosed-quotation": {
        "en": ("a quotation mark is opened and not closed: `{found}`", ""),
        "tr": ("açılan tırnak kapanmamış: `{found}`", ""),
    },
    "duplicate-field": {
        "en": ("`{field}` is written twice, first in line {first}", "keep one of the two"),
        "tr": ("`{field}` iki kez yazılmış, ilki {first}. satırda", "birini bırakın"),
    },
    "unknown-field": {
        "en": ("unknown field `{found}`", "write `{better}`"),
        "tr": ("bilinmeyen alan: `{found}`", "`{better}` yazın"),
    },
    "unknown-field-at-all": {
        "en": ("unknown field `{found}`", "known fields: {known}"),
        "tr": ("bilinmeyen alan: `{found}`", "bilinen alanlar: {known}"),
    },
    "missing-field": {
        "en": ("`{field}` is missing: {hint_en}", "add the line"),
        "tr": ("`{field}` eksik: {hint_tr}", "satırı ekleyin"),
    },
    "not-a-choice": {
        "en": ("`{field}` can't be `{found}`", "one of: {known}"),
        "tr": ("`{field}` için `{found}` olmaz", "şunlardan biri: {known}"),
    },
    "not-a-list": {
        "en": ("`{field}` is a list; found `{found}`", "write each entry on a line after `- `"),
        "tr": ("`{field}` bir liste; bulunan: `{found}`", "her birini `- ` ile ayrı satıra yazın"),
    },
    "not-a-group": {
        "en": ("`{field}` has parts; found `{found}`", "its parts: {known}"),
        "tr": ("`{field}` bölümlerden oluşur; bulunan: `{found}`", "bölümleri: {known}"),
    },
    "not-a-text": {
        "en": ("`{field}` is a text; found a list or a group", "write one line of text"),
        "tr": ("`{field}` bir metin; liste ya da grup bulundu", "tek satır metin yazın"),
    },
    "not-a-number": {
        "en": ("`{field}` is a whole number; found `{found}`", "write digits alone"),
        "tr": ("`{field}` bir tam sayı; bulunan: `{found}`", "yalnız rakam yazın"),
    },
    "not-yes-or-no": {
        "en": ("`{field}` is `true` or `false`; found `{found}`", ""),
        "tr": ("`{field}` ya `true` ya `false` olur; bulunan: `{found}`", ""),
    },
    "control-character": {
        "en": ("an invisible control character stands here", "delete it and write the words again"),
        "tr": ("burada görünmeyen bir denetim karakteri var", "silip sözcükleri yeniden yazın"),
    },
    # ── values ──────────────────────────────────────────────────────────────────────────────
    "not-a-date": {
        "en": ("`{found}` is no day", "write `2026-06-05` or `5 June 2026`"),
        "tr": ("`{found}` bir gün değil", "`2026-06-05` ya da `5 Haziran 2026` yazın"),
    },
    "no-such-day": {
        "en": ("there is no day `{found}`", "see to the calendar; write `2026-06-05`"),
        "tr": ("`{found}` diye bir gün yok", "takvime bakın; `2026-06-05` gibi yazın"),
    },
    "no-such-time": {
        "en": ("there is no time as in `{found}`", "write `{better} 18:30`"),
        "tr": ("`{found}` içindeki gibi bir saat yok", "`{better} 18:30` gibi yazın"),
    },
    "numeric-date": {
        "en": ("`{found}` writes a day in a form that can be misread", "it is read as {day_en}"),
        "tr": ("`{found}` yanlış okunabilecek bir tarih", "{day_tr} diye okunuyor"),
    },
    "ambiguous-date": {
        "en": (
            "`{found}` may be {day_en} or {other_en}",
            "write `{better}` for the first, `{other}` for the second",
        ),
        "tr": (
            "`{found}` hem {day_tr} hem {other_tr} olabilir",
            "birincisi için `{better}`, ikincisi için `{other}` yazın",
        ),
    },
    "weekday-contradicts-date": {
        "en": ("`{found}`: that day is a {weekday_en}", "correct the day or the weekday"),
        "tr": ("`{found}`: o gün {weekday_tr}", "günü ya da gün adını düzeltin"),
    },
    "not-an-address": {
        "en": ("`{found}` is no web address", "write it whole, beginning with `https://`"),
        "tr": ("`{found}` bir web adresi değil", "`https://` ile başlayarak tam yazın"),
    },
    "bad-slug": {
        "en": ("`{found}` can't be part of an address", "small plain letters, digits and hyphens"),
        "tr": (
            "`{found}` adresin parçası olamaz",
            "küçük ve Türkçe imsiz harf, rakam ve kısa çizgi kullanın",
        ),
    },
    "slug-is-a-number": {
        "en": ("`{found}` can't be a slug: lists have such addresses", "add a word to it"),
        "tr": ("kısa ad `{found}` olamaz: listelerin adresi böyle", "bir sözcük ekleyin"),
    },
    "not-a-country": {
        "en": ("`{found}` is no country code", "two capital letters, such as `TR` or `IT`"),
        "tr": ("`{found}` bir ülke kodu değil", "iki büyük harf: `TR`, `IT` gibi"),
    },
    # ── fields against each other ───────────────────────────────────────────────────────────
    "lang-contradicts-file": {
        "en": ("`lang: {found}` in a file named `index.{lang}.md`", "remove the line"),
        "tr": ("`index.{lang}.md` adlı dosyada `lang: {found}`", "satırı silin"),
    },
    "date-contradicts-folder": {
        "en": ("the day {found} contradicts the folder's, {better}", "correct one of the two"),
        "tr": ("{found} günü klasördeki {better} ile çelişiyor", "ikisinden birini düzeltin"),
    },
    "ends-before-start": {
        "en": ("it ends ({found}) before it starts ({start})", "correct one of the two"),
        "tr": ("başlamadan ({start}) bitiyor ({found})", "ikisinden birini düzeltin"),
    },
    "expires-before-date": {
        "en": ("it expires ({found}) before its publication ({start})", "correct one of the two"),
        "tr": ("yayımlanmadan ({start}) süresi doluyor ({found})", "ikisinden birini düzeltin"),
    },
    "modified-before-date": {
        "en": (
            "it was modified ({found}) before its publication ({start})",
            "correct one of the two",
        ),
        "tr": ("yayımlanmadan ({start}) güncellenmiş ({found})", "ikisinden birini düzeltin"),
    },
    "change-without-day": {
        "en": (
            "the event is `{found}`, but nothing says since when",
            "add `modified:` with the day of the change; calendars need it",
        ),
        "tr": (
            "etkinlik `{found}`, ama ne zamandan beri olduğu yazmıyor",
            "`modified:` ile değişikliğin gününü ekleyin; takvimlere gerekli",
        ),
    },
    "cover-without-description": {
        "en": ("the cover has no description", "say what it shows, for those who can't see it"),
        "tr": ("kapağın açıklaması yok", "görseli görmeyenler için ne gösterdiğini yazın"),
    },
    "cited-without-name": {
        "en": ("a cited declaration needs `item` or `title`", "add one of the two"),
        "tr": ("anılan bildirgede `item` ya da `title` olmalı", "birini ekleyin"),
    },
    "unknown-member": {
        "en": ("`{found}` is none of the `members`", "members: {known}"),
        "tr": ("`{found}`, `members` arasında yok", "üyeler: {known}"),
    },
    "fields-disagree": {
        "en": ("`{field}` is `{found}` here and `{other}` in {place}", "write it in one file only"),
        "tr": ("`{field}` burada `{found}`, {place} içinde `{other}`", "yalnız birinde yazın"),
    },
    "draft-beside-published": {
        "en": (
            "this would go public while {place} is a draft",
            "write `status: draft` here too, or `status: published` if it is meant to go alone",
        ),
        "tr": (
            "{place} taslakken bu yayına girerdi",
            "buraya da `status: draft` yazın; tek başına çıksın isteniyorsa `status: published`",
        ),
    },
    # ── what a text leads to ────────────────────────────────────────────────────────────────
    "unknown-tag": {
        "en": ("`{found}` is no tag", "tags stand in `content/tags.yaml`: {known}"),
        "tr": ("`{found}` diye bir etiket yok", "etiketler `content/tags.yaml` içinde: {known}"),
    },
    "bad-tag": {
        "en": ("the tag `{found}` needs a name in both languages", "add `tr: …` and `en: …`"),
        "tr": ("`{found}` etiketinin iki dilde de adı olmalı", "`tr: …` ve `en: …` ekleyin"),
    },
    "unknown-goal": {
        "en": ("`{found}` is no goal", "ids on the page of goals: {known}"),
        "tr": ("`{found}` diye bir hedef yok", "hedefler sayfasındaki kimlikler: {known}"),
    },
    "unknown-item": {
        "en": ("there is no `{found}`", "the nearest: `{better}`"),
        "tr": ("`{found}` diye bir içerik yok", "en yakını: `{better}`"),
    },
    "item-not-published": {
        "en": ("`{found}` is not published: {state}", "publish it first, or remove the line"),
        "tr": ("`{found}` yayında değil: {state}", "önce onu yayımlayın ya da satırı silin"),
    },
    "missing-file": {
        "en": ("there is no file `{found}` beside the text", "files here: {known}"),
        "tr": ("yazının yanında `{found}` diye bir dosya yok", "buradaki dosyalar: {known}"),
    },
    "dead-link": {
        "en": ("the link leads nowhere: `{found}`", "the nearest: `{better}`"),
        "tr": ("bağlantı hiçbir yere gitmiyor: `{found}`", "en yakını: `{better}`"),
    },
    "dead-anchor": {
        "en": ("there is no heading `#{found}` there", "anchors there: {known}"),
        "tr": ("orada `#{found}` başlığı yok", "oradaki başlıklar: {known}"),
    },
    "dead-address": {
        "en": ("the site has no page `{found}`", "link to the document by its relative path"),
        "tr": ("sitede `{found}` sayfası yok", "belgeye göreli yoluyla bağlantı verin"),
    },
    "picture-without-alt": {
        "en": ("the picture `{found}` has no description", "write it between the brackets"),
        "tr": ("`{found}` görselinin açıklaması yok", "köşeli ayraçların arasına yazın"),
    },
    # ── the text ────────────────────────────────────────────────────────────────────────────
    "html-not-allowed": {
        "en": (
            "`{found}` is not allowed in a text",
            "write Markdown: `[words](address)`, `![description](file)`; "
            "scripts, frames and comments have no place here",
        ),
        "tr": (
            "yazıda `{found}` kullanılamaz",
            "Markdown yazın: `[sözler](adres)`, `![açıklama](dosya)`; "
            "betik, çerçeve ve yorumun yeri burası değil",
        ),
    },
    "attribute-not-allowed": {
        "en": ("the attribute `{found}` is not allowed", "remove it"),
        "tr": ("`{found}` özniteliği kullanılamaz", "silin"),
    },
    "html-not-closed": {
        "en": ("`{found}` is not closed, or closed out of turn", "close it where it belongs"),
        "tr": ("`{found}` kapanmıyor ya da sırasız kapanıyor", "yerinde kapatın"),
    },
    "address-not-allowed": {
        "en": ("a link can't lead to `{found}`", "use https, mailto, tel or a relative path"),
        "tr": ("bağlantı `{found}` adresine gidemez", "https, mailto, tel ya da göreli yol yazın"),
    },
    "heading-too-high": {
        "en": ("a heading of the first level; that is the title", ""),
        "tr": ("birinci düzey başlık; o yer yazının başlığına ait", ""),
    },
    # ── addresses ───────────────────────────────────────────────────────────────────────────
    "same-address": {
        "en": ("this and {other} both have the address `{found}`", "give one of them a `slug`"),
        "tr": ("bu ve {other} aynı adreste: `{found}`", "birine `slug` verin"),
    },
    "reserved-address": {
        "en": ("the address `{found}` belongs to a list", "give it another `slug`"),
        "tr": ("`{found}` adresi bir listeye ait", "başka bir `slug` verin"),
    },
    # ── the site ────────────────────────────────────────────────────────────────────────────
    "missing-message": {
        "en": ("the message `{found}` has no words here", "add its `msgstr`; {other} has it"),
        "tr": ("`{found}` iletisinin burada karşılığı yok", "`msgstr` ekleyin; {other} içinde var"),
    },
    "other-places": {
        "en": (
            "the message `{key}` is to be filled in at {found}, but at {right} in {other}",
            "write the same names in braces in each language",
        ),
        "tr": (
            "`{key}` iletisinde doldurulacak yer {found}, ama {other} içinde {right}",
            "süslü ayraçlardaki adları her dilde aynı yazın",
        ),
    },
    "broken-catalogue": {
        "en": (
            "the catalogue can't be read: {reason}",
            "see to the quotation marks and braces there",
        ),
        "tr": ("katalog okunamıyor: {reason}", "oradaki tırnaklara ve süslü ayraçlara bakın"),
    },
    "broken-template": {
        "en": ("the template can't be rendered: {reason}", "seen while rendering {found}"),
        "tr": ("şablon işlenemiyor: {reason}", "{found} işlenirken görüldü"),
    },
    "card-colour": {
        "en": (
            "a social card can't take its colour from `{key}: {found}`",
            "write #e2333c, #fff, rgb(226, 51, 60), hsl(357, 75%, 54%), a name such as navy, "
            "or var(--name)",
        ),
        "tr": (
            "sosyal kart rengini buradan alamıyor: `{key}: {found}`",
            "#e2333c, #fff, rgb(226, 51, 60), hsl(357, 75%, 54%), navy gibi bir ad "
            "ya da var(--ad) yazın",
        ),
    },
    "unknown-setting": {
        "en": ("unknown setting `{key}`", "known keys: {known}"),
        "tr": ("bilinmeyen ayar: `{key}`", "bilinen anahtarlar: {known}"),
    },
    "missing-setting": {
        "en": ("the setting `{key}` is missing", "{right_en}"),
        "tr": ("`{key}` ayarı eksik", "{right_tr}"),
    },
    "bad-setting": {
        "en": ("the setting `{key}` can't be `{found}`", "{right_en}"),
        "tr": ("`{key}` ayarı `{found}` olamaz", "{right_tr}"),
    },
    # ── e-mails ─────────────────────────────────────────────────────────────────────────────
    "email-size": {
        "en": (
            "the e-mail has {found} bytes; programs cut off what is so long",
            "list fewer items",
        ),
        "tr": ("e-posta {found} bayt; bu uzunlukta olanın sonu kesilir", "daha az içerik koyun"),
    },
    "email-tags": {
        "en": ("the e-mail holds merge tags that are not ours: {found}", "write it another way"),
        "tr": ("e-postada bize ait olmayan etiketler var: {found}", "başka türlü yazın"),
    },
    "email-unsubscribe": {
        "en": ("the e-mail lacks: {found}", "see to theme/templates/email/base.html"),
        "tr": ("e-postada eksik: {found}", "theme/templates/email/base.html dosyasına bakın"),
    },
    "email-addresses": {
        "en": ("the e-mail leads to what is no https address: {found}", "see to the templates"),
        "tr": ("e-postada https olmayan adresler var: {found}", "şablonlara bakın"),
    },
    "email-subject": {
        "en": ("this can't be the subject of an e-mail: `{found}`", "write a `title` in words"),
        "tr": ("e-postanın konusu bu olamaz: `{found}`", "`title` alanına sözcükler yazın"),
    },
    "email-unfinished": {
        "en": ("the issue still says `{found}`", "write its opening, or delete the line"),
        "tr": ("sayıda hâlâ `{found}` yazıyor", "açılışı yazın ya da satırı silin"),
    },
    "form-without-notice": {
        "en": (
            "one can sign up here, but there is no privacy notice in this language",
            "publish `content/pages/privacy/index.{lang}.md`",
        ),
        "tr": (
            "burada kayıt olunuyor, ama bu dilde aydınlatma metni yok",
            "`content/pages/privacy/index.{lang}.md` sayfasını yayımlayın",
        ),
    },
    "nothing-to-publish": {
        "en": ("there is nothing to publish", "see to `status` and `date` of the items"),
        "tr": ("yayımlanacak bir şey yok", "içeriklerin `status` ve `date` alanlarına bakın"),
    },
}
