"""What `invoke translations` says, in both languages."""

WORDS: dict[str, dict[str, str]] = {
    "stale": {"en": "stale", "tr": "eskimiş"},
    "missing": {"en": "missing", "tr": "çevirisi yok"},
    "unrecorded": {"en": "not yet recorded", "tr": "henüz kaydedilmemiş"},
    "small": {"en": "small change declared", "tr": "küçük değişiklik bildirilmiş"},
    "current": {"en": "current", "tr": "güncel"},
    "unwanted": {"en": "not wanted", "tr": "istenmiyor"},
    "state": {"en": "state", "tr": "durum"},
    "count": {"en": "items", "tr": "içerik"},
    "title": {"en": "Translations", "tr": "Çeviriler"},
    "language": {"en": "English", "tr": "Türkçe"},
    "explained": {
        "en": "As of {day}. What readers need first comes first: what is open to them; a stale "
        "text before a missing one; what they can still go to or apply for; then by kind and day.",
        "tr": "{day} günündeki durum. Okurun en çok gereksindiği önce gelir: yayında olan; "
        "çevirisi olmayandan önce eskimiş olan; hâlâ gidilebilecek ya da başvurulabilecek olan; "
        "sonra türüne ve gününe göre.",
    },
    "missing-tr": {"en": "there is no Turkish text", "tr": "Türkçesi yok"},
    "missing-en": {"en": "there is no English text", "tr": "İngilizcesi yok"},
    "wanted": {
        "en": "write it, or `one_language: true` in {path}",
        "tr": "yazın, ya da {path} dosyasına `one_language: true` ekleyin",
    },
    "from": {"en": "from {path}", "tr": "aslı: {path}"},
    "gone": {"en": "taken out", "tr": "çıkarıldı"},
    "lost": {
        "en": "The text that was translated is not at hand{why}: the changed sections are shown "
        "whole, as they are now.",
        "tr": "Çevrilen metin elde yok{why}: değişen bölümler bugünkü hâliyle, bütün olarak "
        "gösteriliyor.",
    },
    "shallow": {
        "en": " (this clone has a part of the history only)",
        "tr": " (bu kopyada geçmişin yalnız bir bölümü var)",
    },
    "nothing": {"en": "There is nothing to do.", "tr": "Yapılacak bir şey yok."},
    "unrecorded-help": {
        "en": "{count} not yet recorded. Read both texts; then `--done FOLDER` for one of them, "
        "or `--record` for all whose facts agree.",
        "tr": "Henüz kaydedilmemiş: {count}. İki metni okuyun; sonra biri için `--done KLASÖR`, "
        "bilgileri uyuşanların hepsi için `--record`.",
    },
    "done": {"en": "recorded: {path}", "tr": "kaydedildi: {path}"},
    "same": {"en": "recorded already: {path}", "tr": "zaten kayıtlı: {path}"},
    "recorded": {
        "en": "{count} translations recorded as they stand.",
        "tr": "{count} çeviri şimdiki durumuyla kaydedildi.",
    },
    "left": {
        "en": "{count} not recorded, because their facts differ. Mend them, or record them one by "
        "one with `--done FOLDER --differ`.",
        "tr": "{count} çeviri, bilgileri uyuşmadığı için kaydedilmedi. Düzeltin, ya da birer birer "
        "`--done KLASÖR --differ` ile kaydedin.",
    },
    "differ": {
        "en": "Not recorded: the two texts differ in their facts. Mend them; if the difference is "
        "meant, add `--differ`.",
        "tr": "Kaydedilmedi: iki metnin bilgileri uyuşmuyor. Düzeltin; fark bilerek konduysa "
        "`--differ` ekleyin.",
    },
    "no-item": {
        "en": "`{found}` is no item; write its folder, such as `news/2026-11-06-example`.",
        "tr": "`{found}` diye bir içerik yok; klasörünü yazın: `news/2026-11-06-ornek` gibi.",
    },
    "no-translation": {
        "en": "{path} has no translation yet: there is nothing to record.",
        "tr": "{path} henüz çevrilmemiş: kaydedilecek bir şey yok.",
    },
    "not-stale": {
        "en": "{path} is not stale: there is no change to declare small.",
        "tr": "{path} eskimiş değil: küçük diye bildirilecek bir değişiklik yok.",
    },
    "broken": {
        "en": "{path} needs mending first; run `invoke build`.",
        "tr": "Önce {path} düzeltilmeli; `invoke build` çalıştırın.",
    },
    "one-at-a-time": {
        "en": "`--done`, `--editorial` and `--record` are three things: ask for one.",
        "tr": "`--done`, `--editorial` ve `--record` üç ayrı iştir: birini isteyin.",
    },
    "bad-original": {
        "en": "`--original {found}` is no language; write tr or en.",
        "tr": "`--original {found}` bir dil değil; tr ya da en yazın.",
    },
    "bad-header": {
        "en": "The front matter of {path} can't be written into without changing more of it; "
        "add this line to it: {line}",
        "tr": "{path} dosyasının üst bilgisine başka bir şey değiştirmeden yazılamıyor; şu satırı "
        "siz ekleyin: {line}",
    },
    "wrote": {"en": "Wrote {path}", "tr": "{path} yazıldı"},
}
