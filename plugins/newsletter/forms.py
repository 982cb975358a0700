"""The right form of each key of NEWSLETTER, for the sentence that names a wrong one."""

RIGHT: dict[str, tuple[str, str]] = {
    "": (
        "`pelicanconf.py` içindeki örnekte olduğu gibi bir sözlük yazın",
        "write a dict, as the project's own `pelicanconf.py` does",
    ),
    "mode": (
        '"posts" (her yazı bir e-posta) ya da "digest" (her sayı bir e-posta) yazın',
        'write "posts" (an e-mail a post) or "digest" (an e-mail an issue)',
    ),
    "since": (
        'ilk gönderilecek günü yazın: "2026-11-01"',
        'write the first day to be sent: "2026-11-01"',
    ),
    "kinds": (
        'gönderilecek türleri yazın: ("news", "announcements", "events", "activities", '
        '"declarations", "press") içinden',
        'write kinds out of ("news", "announcements", "events", "activities", "declarations", '
        '"press")',
    ),
    "list_id": (
        'Mailchimp listesinin kimliğini yazın: "a1b2c3d4e5"; henüz yoksa None',
        'write the id of the list at Mailchimp: "a1b2c3d4e5"; None as long as there is none',
    ),
    "language_by": (
        '("merge_field", "LANG"), ("interest", {"category": "…", "tr": "…", "en": "…"}) ya da '
        '("member_language",) yazın',
        'write ("merge_field", "LANG"), ("interest", {"category": "…", "tr": "…", "en": "…"}) or '
        '("member_language",)',
    ),
    "from_name": (
        'gönderenin adını iki dilde yazın: {"tr": "DİDER", "en": "DİDER"}',
        'write the sender in both languages: {"tr": "DİDER", "en": "DİDER"}',
    ),
    "reply_to": (
        'derneğin kendi alan adındaki bir adres yazın: "bulten@dernek.example"',
        'write an address at the association\'s own domain: "bulletin@association.example"',
    ),
    "folder": (
        "Mailchimp’teki kampanya klasörünün adını yazın, en çok 100 harf",
        "write the name of the campaign folder at Mailchimp, at most 100 letters",
    ),
    "untranslated": (
        '"skip" (öbür dilin okurlarına gitmez) ya da "link" (bağlantısı gider) yazın',
        'write "skip" (not sent to readers of the other language) or "link" (they get a link)',
    ),
    "max_age_days": (
        "bundan eski olan gönderilmez; en az 1 gün: 14",
        "what is older is not sent; at least 1 day: 14",
    ),
    "max_per_run": (
        "bir çalıştırmada en çok kaç e-posta; en az 1: 4",
        "how many e-mails one run may send; at least 1: 4",
    ),
    "recipients": (
        "alıcı sayısının en azını ve en çoğunu yazın: (1, 5000)",
        "write the least and the most recipients: (1, 5000)",
    ),
    "push_on_publish": ("True ya da False yazın", "write True or False"),
    "form": (
        "Mailchimp’in ürettiği formdaki açık kimlikleri `pelicanconf.py` içindeki örnekte olduğu "
        "gibi yazın; henüz yoksa None; dili `language_by` neye bakıyorsa onu doldursun",
        "write the public ids of the form that Mailchimp generates, as the example in "
        "`pelicanconf.py` has them; None as long as there is none; its language fills in what "
        "`language_by` looks at",
    ),
    "tracking": (
        '{"opens": False, "clicks": False} yazın; biri True ise "reason" içinde gerekçesi olmalı',
        'write {"opens": False, "clicks": False}; where one is True, "reason" must say why',
    ),
}
