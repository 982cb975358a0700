"""What a push says to the person who runs it, in Turkish and English."""

WORDS: dict[str, tuple[str, str]] = {
    "no-key": (
        "MAILCHIMP_API_KEY yok: Mailchimp’e bağlanmak için bu ortam değişkenine hesabın API "
        "anahtarını yazın.",
        "MAILCHIMP_API_KEY is missing: set this environment variable to the account’s API key"
        " to reach Mailchimp.",
    ),
    "bad-key": (
        "MAILCHIMP_API_KEY bir API anahtarı biçiminde değil: 32 harf ya da rakam, kısa çizgi "
        "ve veri merkezi (us6 gibi).",
        "MAILCHIMP_API_KEY has not the form of an API key: 32 letters or digits, a hyphen, "
        "and the data centre, such as us6.",
    ),
    "bad-address": (
        "MAILCHIMP_API_URL güvenli bir adres değil: {found}; https ile başlamalı ya da bu "
        "makine olmalı.",
        "MAILCHIMP_API_URL is no safe address: {found}; it must begin with https, or be this "
        "machine.",
    ),
    "bad-seconds": (
        "{variable} bir saniye sayısı değil: {found}",
        "{variable} is no number of seconds: {found}",
    ),
    "bad-mode": (
        "`--mode {found}` yok: draft, schedule ya da send yazın.",
        "there is no `--mode {found}`: write draft, schedule or send.",
    ),
    "bad-tester": (
        "`--test {found}` bir e-posta adresi değil.",
        "`--test {found}` is no e-mail address.",
    ),
    "test-drafts": (
        "`--test` yalnız taslakla olur: `--mode {found}` yazmayın.",
        "`--test` goes with drafts only: leave out `--mode {found}`.",
    ),
    "no-list": (
        'NEWSLETTER["list_id"] boş: pelicanconf.py içine Mailchimp listesinin kimliğini yazın.',
        'NEWSLETTER["list_id"] is empty: write the id of the list at Mailchimp in pelicanconf.py.',
    ),
    "no-outbox": (
        "{found}/ yok: önce `invoke build --publish` çalıştırın.",
        "there is no {found}/: run `invoke build --publish` first.",
    ),
    "bad-outbox": (
        "{found} derlemenin yazdığı gibi değil: `invoke build --publish` ile yenileyin. ({reason})",
        "{found} is not as the build wrote it: make it anew with `invoke build --publish`. "
        "({reason})",
    ),
    "bad-ledger": ("{found} yazılamıyor: {reason}", "{found} can't be written: {reason}"),
    "locked": (
        "Burada başka bir gönderim çalışıyor; bitince yeniden deneyin.",
        "Another push is at work here; try again when it has ended.",
    ),
    "ask-yes": (
        "Uçbirim yok: `--mode {mode}` için `--yes` de yazın.",
        "There is no terminal to ask at: add `--yes` to `--mode {mode}`.",
    ),
    "ask-schedule": ("Yukarıdakiler planlansın mı? [evet/hayır] ", "Schedule these? [yes/no] "),
    "ask-send": (
        "Yukarıdakiler şimdi gönderilsin mi? Geri alınamaz. [evet/hayır] ",
        "Send these now? It can't be taken back. [yes/no] ",
    ),
    "stopped": ("Hiçbir şey yapılmadı.", "Nothing was done."),
    "checking": ("hesap ve liste denetleniyor", "checking the account and the list"),
    "scanning": ("kampanyalar okunuyor", "reading the campaigns"),
    "empty": ("Gönderilecek bir şey yok.", "There is nothing to push."),
    "dry-run": (
        "Deneme: Mailchimp’te hiçbir şey değiştirilmedi.",
        "Dry run: nothing was changed at Mailchimp.",
    ),
    "left-over": (
        "Mailchimp’e ulaşılamadığı için {count} e-posta sonraki çalıştırmaya kaldı.",
        "Mailchimp could not be reached: {count} more are left to the next run.",
    ),
    "failed": ("Mailchimp: {found}", "Mailchimp: {found}"),
    "title": ("e-posta", "e-mail"),
    "lang": ("dil", "language"),
    "state": ("durum", "state"),
    "earlier": ("daha önceki e-postalar", "earlier e-mails"),
    "tr": ("Türkçe", "Turkish"),
    "en": ("İngilizce", "English"),
    "item": ("ne", "what"),
    "found": ("bulunan", "found"),
    "ok": ("tamam", "ok"),
    "missing": ("eksik", "missing"),
}

CHECKS: dict[str, tuple[str, str]] = {
    "list": ("liste", "list"),
    "double-optin": ("çift onay", "double opt-in"),
    "language": ("dil alanı", "language field"),
    "address": ("posta adresi", "postal address"),
    "domain": ("gönderen alan adı", "sender’s domain"),
    "plan": ("zamanlama", "scheduling"),
    "role": ("anahtarın yetkisi", "the key’s rights"),
    "form": ("kayıt formu", "sign-up form"),
}

HELP: dict[str, tuple[str, str]] = {
    "list": (
        'NEWSLETTER["list_id"] bu hesaptaki bir listenin kimliği olmalı',
        'NEWSLETTER["list_id"] must be the id of a list of this account',
    ),
    "double-optin": (
        "Mailchimp: Audience › Settings › Form settings içinde double opt-in’i açın",
        "Mailchimp: switch on double opt-in in Audience › Settings › Form settings",
    ),
    "language": (
        "listede {found} alanı, tr ve en seçenekleriyle bulunmalı",
        "the list needs the field {found}, with the choices tr and en",
    ),
    "address": (
        "Mailchimp: listenin iletişim bilgilerine derneğin adresini yazın",
        "Mailchimp: write the association’s address in the list’s contact information",
    ),
    "domain": (
        "Mailchimp: Domains içinde {found} alan adını doğrulayın (authenticate)",
        "Mailchimp: authenticate {found} in Domains",
    ),
    "plan": (
        "ücretsiz planda `--mode schedule` yok; `draft` ya da `send` kullanın",
        "the free plan has no `--mode schedule`; use `draft` or `send`",
    ),
    "role": (
        "anahtar owner, admin ya da manager yetkili bir kullanıcının olmalı",
        "the key must be that of an owner, admin or manager",
    ),
    "form": (
        'NEWSLETTER["form"] boş ya da başka bir listenin: formun açık kimliklerini yazın',
        'NEWSLETTER["form"] is empty or of another list: write the form’s public ids',
    ),
}


def say(words: dict[str, tuple[str, str]], key: str, lang: str, **values: object) -> str:
    """Return the sentence *key* of *words* in *lang*, filled in."""
    return words[key][lang != "tr"].format(**values)
