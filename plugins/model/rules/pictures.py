"""Rules of the pictures beside the texts."""

from plugins.model.rules.rule import Rule

PICTURES: dict[str, Rule] = {
    "picture-unknown": {
        "en": (
            "`{found}` is no picture that a browser shows",
            "export it as JPEG (a photograph) or PNG (a drawing); what is known: {known}",
        ),
        "tr": (
            "`{found}` tarayıcıların gösterdiği bir görsel değil",
            "JPEG (fotoğraf) ya da PNG (çizim) olarak dışa aktarın; tanınanlar: {known}",
        ),
    },
    "picture-misnamed": {
        "en": (
            "`{found}` is in truth a {kind}",
            "rename the file to `{better}`, here and on the disk",
        ),
        "tr": (
            "`{found}` gerçekte bir {kind} dosyası",
            "dosyanın adını diskte de burada da `{better}` yapın",
        ),
    },
    "picture-broken": {
        "en": (
            "the picture `{found}` is damaged: {reason}",
            "copy it again from where it came, or export it anew",
        ),
        "tr": (
            "`{found}` görseli bozuk: {reason}",
            "geldiği yerden yeniden kopyalayın ya da yeniden dışa aktarın",
        ),
    },
    "picture-too-large": {
        "en": (
            "the picture `{found}` has more than {limit} million pixels",
            "make it smaller: 4000 pixels across are more than enough",
        ),
        "tr": (
            "`{found}` görseli {limit} milyon pikselden büyük",
            "küçültün: 4000 piksel genişlik fazlasıyla yeter",
        ),
    },
    "picture-too-heavy": {
        "en": (
            "the picture `{found}` is heavier than {limit} MB",
            "make it smaller: 4000 pixels across are more than enough",
        ),
        "tr": (
            "`{found}` görseli {limit} MB’tan ağır",
            "küçültün: 4000 piksel genişlik fazlasıyla yeter",
        ),
    },
    "picture-moves-long": {
        "en": (
            "the picture `{found}` moves for {seconds} seconds, longer than {limit}",
            "shorten it, or link to it as a film",
            "what moves beside a text keeps many people from reading it (WCAG 2.2.2)",
        ),
        "tr": (
            "`{found}` görseli {limit} saniyeden uzun, {seconds} saniye kıpırdıyor",
            "kısaltın ya da film olarak bağlantı verin",
            "yazının yanında kıpırdayan şey birçok kişinin okumasını engeller (WCAG 2.2.2)",
        ),
    },
    "drawing-acts": {
        "en": (
            "the drawing `{found}` holds `{what}`, which acts, moves or asks for other files",
            "save it as plain SVG, with its texts as paths and its pictures embedded",
        ),
        "tr": (
            "`{found}` çiziminde iş gören, kıpırdayan ya da başka dosya isteyen bir şey var: "
            "`{what}`",
            "metinleri yola çevirip görselleri gömerek düz SVG olarak kaydedin",
        ),
    },
    "drawing-without-size": {
        "en": (
            "the drawing `{found}` does not say how large it is",
            "add `viewBox`, or `width` and `height`, to its `<svg>`",
        ),
        "tr": (
            "`{found}` çizimi ne kadar büyük olduğunu söylemiyor",
            "`<svg>` öğesine `viewBox` ya da `width` ve `height` ekleyin",
        ),
    },
}
