"""Rules of what helps to find the site: none of them stops a build."""

from plugins.model.rules.rule import Rule

DISCOVERY: dict[str, Rule] = {
    "security-expired": {
        "en": (
            "`SECURITY` expired on {found}, so security.txt is left out",
            "see that its contact still answers, then write a day within a year",
            "who finds a hole in the site does not know whom to tell",
        ),
        "tr": (
            "`SECURITY` {found} günü doldu; security.txt yayınlanmıyor",
            "adresin hâlâ yanıt verdiğine bakın, sonra bir yıl içinde bir gün yazın",
            "sitede açık bulan kime yazacağını bilemez",
        ),
        "level": "look",
    },
    "security-too-long": {
        "en": (
            "`SECURITY` holds until {found}, which is more than a year",
            "write a nearer day",
            "readers of security.txt trust a contact for a year at most (RFC 9116)",
        ),
        "tr": (
            "`SECURITY` {found} gününe kadar geçerli; bir yıldan uzun",
            "daha yakın bir gün yazın",
            "security.txt okuyanlar bir adrese en çok bir yıl güvenir (RFC 9116)",
        ),
        "level": "look",
    },
}
