"""Rules of translations: what an original has and its translation has not."""

from plugins.model.rules.rule import Rule

_DIFFERENCES: dict[str, Rule] = {
    "fact-differs": {
        "en": (
            "“{found}” stands here, “{other}” in the original: {place}",
            "whichever is right, make both say it; "
            "`invoke translations --done {folder} --differ` says that the difference is meant",
        ),
        "tr": (
            "burada “{found}” yazıyor, aslında “{other}”: {place}",
            "hangisi doğruysa ikisi de onu söylesin; fark bilerek konduysa "
            "`invoke translations --done {folder} --differ`",
        ),
    },
    "fact-missing": {
        "en": (
            "“{other}” of the original stands nowhere in this text: {place}",
            "the line there: {line}",
        ),
        "tr": (
            "aslındaki “{other}” bu metnin hiçbir yerinde yok: {place}",
            "oradaki satır: {line}",
        ),
    },
    "fact-added": {
        "en": (
            "“{found}” stands here and nowhere in the original",
            "look into the original, from: {place}",
        ),
        "tr": (
            "burada “{found}” yazıyor, aslının hiçbir yerinde yok",
            "aslına bakın, şuradan başlayarak: {place}",
        ),
    },
}
_AGREED = {
    "en": "the two agreed when the translation was recorded; a change since has parted them",
    "tr": "çeviri kaydedildiğinde ikisi aynıydı; sonraki bir değişiklik onları ayırdı",
}

TRANSLATIONS: dict[str, Rule] = {
    **{
        name: {"en": rule["en"], "tr": rule["tr"], "level": "look"}
        for name, rule in _DIFFERENCES.items()
    },
    **{
        f"agreed-{name}": {
            "en": (*rule["en"], _AGREED["en"]),
            "tr": (*rule["tr"], _AGREED["tr"]),
        }
        for name, rule in _DIFFERENCES.items()
    },
    "translation-stale": {
        "en": (
            "the original has changed since this was translated: {sections_en} ({place})",
            "bring this text up to date, then `invoke translations --done {folder}`; "
            "if the change does not matter to readers, `--editorial {folder}`",
        ),
        "tr": (
            "aslı bu çeviriden sonra değişti: {sections_tr} ({place})",
            "bu metni yenileyin, sonra `invoke translations --done {folder}`; "
            "değişiklik okur için önemsizse `--editorial {folder}`",
        ),
        "level": "look",
    },
    "field-in-one-text": {
        "en": (
            "`{field}` is written in the other language alone: {place}",
            "write it here, too, in the words of this language",
        ),
        "tr": (
            "`{field}` yalnız öbür dilde yazılmış: {place}",
            "burada da bu dilin sözleriyle yazın",
        ),
        "level": "look",
    },
    "bad-translated-from": {
        "en": (
            "`translated_from: {found}` is not what the commands write",
            "remove the line, and run `invoke translations --done` for this folder",
        ),
        "tr": (
            "`translated_from: {found}` komutların yazdığı biçimde değil",
            "satırı silin ve bu klasör için `invoke translations --done` çalıştırın",
        ),
    },
    "translated-from-both": {
        "en": (
            "each of the two texts says that it was translated from the other: {place}",
            "remove the line `translated_from` from the one that is the original",
        ),
        "tr": (
            "iki metin de ötekinden çevrildiğini söylüyor: {place}",
            "özgün olandan `translated_from` satırını silin",
        ),
    },
    "translated-from-itself": {
        "en": (
            "a text in `{found}` can't be translated from `{found}`",
            "remove the line, and run `invoke translations --done` for this folder",
        ),
        "tr": (
            "`{found}` dilindeki bir metin `{found}` dilinden çevrilmiş olamaz",
            "satırı silin ve bu klasör için `invoke translations --done` çalıştırın",
        ),
    },
}
