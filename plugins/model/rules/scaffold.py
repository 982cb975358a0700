"""Rules of texts that `invoke new` has made ready: what is still to be filled in."""

from plugins.model.rules.rule import Rule

SCAFFOLD: dict[str, Rule] = {
    "placeholder": {
        "en": (
            "`{field}` still says `…`",
            "fill it in, or delete the line if it is not needed",
            "visitors would read three dots",
        ),
        "tr": (
            "`{field}` hâlâ `…` diyor",
            "doldurun; gerekmiyorsa satırı silin",
            "ziyaretçiler üç nokta okurdu",
        ),
    },
    "placeholder-in-draft": {
        "en": (
            "`{field}` is still to be filled in",
            "write it before you take away `status: draft`",
        ),
        "tr": ("`{field}` daha doldurulmamış", "taslak yayımlanmadan önce yazın"),
        "level": "look",
    },
}
