"""What the preview says, on the console and in the page, in Turkish or English."""

WORDS: dict[str, dict[str, str]] = {
    "reading": {"en": "Reading the content …", "tr": "İçerik okunuyor …"},
    "serving": {
        "en": "The preview, as of {day}: {address}\nStop it with Ctrl+C.",
        "tr": "{day} günü için önizleme: {address}\nDurdurmak için Ctrl+C.",
    },
    "port-taken": {
        "en": "Port {found} is taken; using {port}.",
        "tr": "{found} numaralı kapı dolu; {port} kullanılıyor.",
    },
    "no-port": {
        "en": "None of the ports {found} to {port} is free; write another `--port`.",
        "tr": "{found}–{port} arasında boş kapı yok; başka bir `--port` yazın.",
    },
    "changed": {
        "en": "{what}: shown after {seconds} s",
        "tr": "{what}: {seconds} saniyede gösterildi",
    },
    "more": {"en": "{what} and {count} more", "tr": "{what} ve {count} dosya daha"},
    "mended": {"en": "Nothing is left to mend.", "tr": "Düzeltilecek yer kalmadı."},
    "to-mend": {
        "en": "{count} to mend; what is at fault is shown as it was before",
        "tr": "Düzeltilecek yer: {count}; hatalı olan, önceki hâliyle gösteriliyor",
    },
    "to-look": {"en": "Worth a look: {count}", "tr": "Bakmaya değer: {count}"},
    "code": {
        "en": "The code of the site has changed: stop the preview and start it again.",
        "tr": "Sitenin kodu değişti: önizlemeyi durdurup yeniden başlatın.",
    },
    "stopped": {"en": "The preview has ended.", "tr": "Önizleme bitti."},
    "polling": {
        "en": "This system does not tell of changes: files are looked at, and that is slower.",
        "tr": "Bu sistem değişiklikleri bildirmiyor: dosyalara tek tek bakılacak, biraz yavaşlar.",
    },
    "draft": {
        "en": "Draft: visitors do not see it",
        "tr": "Taslak: ziyaretçiler bunu görmez",
    },
    "waiting": {
        "en": "Waiting: visitors see it from {day}",
        "tr": "Bekliyor: ziyaretçiler {day} gününden başlayarak görür",
    },
    "draft-label": {"en": "draft", "tr": "taslak"},
    "waiting-label": {"en": "waiting: {day}", "tr": "bekliyor: {day}"},
    "gone": {
        "en": "The text of this page is gone: {path}",
        "tr": "Bu sayfanın metni artık yok: {path}",
    },
    "panel": {"en": "Preview", "tr": "Önizleme"},
    "unseen": {"en": "The page can't be shown", "tr": "Sayfa gösterilemiyor"},
}


def say(key: str, lang: str, **values: object) -> str:
    """Return the words of *key* in *lang*, its `{names}` filled in."""
    return WORDS[key][lang].format(**values)
