"""What `invoke check` says beside the problems, in Turkish and English."""

WORDS: dict[str, dict[str, str]] = {
    "reading": {"en": "reading the content", "tr": "içerik okunuyor"},
    "texts": {"en": "checking the texts", "tr": "yazılar denetleniyor"},
    "pages": {
        "en": "checking the pages in {output}/",
        "tr": "{output}/ içindeki sayfalar denetleniyor",
    },
    "must": {"en": "To mend", "tr": "Düzeltilecek"},
    "look": {"en": "Worth a look", "tr": "Bir bakın"},
    "sum": {
        "en": "{must} to mend, {look} worth a look; {texts} texts and {files} files were checked.",
        "tr": "Düzeltilecek {must}, bakılacak {look}; {texts} yazı ve {files} dosya denetlendi.",
    },
    "sum-texts": {
        "en": "{must} to mend, {look} worth a look; {texts} texts were checked.",
        "tr": "Düzeltilecek {must}, bakılacak {look}; {texts} yazı denetlendi.",
    },
    "not-built": {
        "en": "There is no {output}/: only the texts were checked. `invoke build` makes the pages.",
        "tr": "{output}/ yok: yalnız yazılar denetlendi. Sayfaları `invoke build` yapar.",
    },
    "older": {
        "en": "{path} is newer than {output}/: `invoke build` first, to check its page as well.",
        "tr": "{path}, {output}/ içindekinden yeni: sayfası için önce `invoke build`.",
    },
    "no-output": {
        "en": "There is no built site in `{found}`; `invoke build` makes one.",
        "tr": "`{found}` içinde yapılmış bir site yok; `invoke build` yapar.",
    },
    "no-content": {
        "en": "There is no content folder: {found}",
        "tr": "İçerik klasörü yok: {found}",
    },
    "unreadable": {"en": "This can't be read: {reason}", "tr": "Bu okunamıyor: {reason}"},
    "bad-settings": {
        "en": "The settings can't be read: {reason}",
        "tr": "Ayarlar okunamıyor: {reason}",
    },
    "bad-as-of": {
        "en": "`--as-of {found}` is no day; write `--as-of 2026-12-01`.",
        "tr": "`--as-of {found}` bir gün değil; `--as-of 2026-12-01` gibi yazın.",
    },
    "bad-format": {
        "en": "`--format {found}`: there is no such form; one of: {known}.",
        "tr": "`--format {found}`: böyle bir biçim yok; şunlardan biri: {known}.",
    },
    "not-public": {
        "en": "`--record` is for a site that was published; make it with `invoke build --publish`.",
        "tr": "`--record` yayımlanmış site içindir; `invoke build --publish` ile yapın.",
    },
    "mend-first": {
        "en": "No address was recorded: mend the problems first.",
        "tr": "Hiçbir adres kaydedilmedi: önce sorunları düzeltin.",
    },
    "recorded": {
        "en": "{count} new addresses in {path}: commit the file, they have to answer from now on.",
        "tr": "{path} içinde {count} yeni adres: dosyayı işleyin, artık hep yanıt vermeliler.",
    },
}
