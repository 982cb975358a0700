"""What is said of each state of an e-mail in a push, in Turkish and English."""

STATES: dict[str, tuple[str, str]] = {
    "drafted": (
        "taslak hazır: Mailchimp’te bakıp gönderin",
        "draft made: look at it at Mailchimp, and send it there",
    ),
    "updated": (
        "taslak yenilendi: Mailchimp’te bakıp gönderin",
        "draft updated: look at it at Mailchimp, and send it there",
    ),
    "draft": (
        "taslak güncel: birinin göndermesini bekliyor",
        "draft up to date: waits for somebody to send it",
    ),
    "tested": ("deneme e-postası gönderildi", "test e-mail sent"),
    "scheduled": (
        "{when} için planlandı, {count} alıcı; o zamana dek Mailchimp’te geri alınabilir",
        "scheduled for {when}, {count} recipients; until then it can be taken back at Mailchimp",
    ),
    "already-scheduled": ("{when} için planlı", "is scheduled for {when}"),
    "outdated": (
        "{when} için planlı, ama metni sonradan değişmiş: eski metin gidecek; geri almak "
        "isterseniz Mailchimp’te planı kaldırın",
        "is scheduled for {when}, but its text has changed since: the old one will go; to "
        "stop it, unschedule it at Mailchimp",
    ),
    "sending": ("gönderiliyor", "is being sent"),
    "sent": ("{count} alıcıya gönderildi", "sent to {count} recipients"),
    "already-sent": (
        "{when} gönderilmiş, {count} alıcı",
        "was sent on {when} to {count} recipients",
    ),
    "over": (
        "Mailchimp’te iptal edilmiş ya da arşivlenmiş: bir daha gönderilmez",
        "cancelled or archived at Mailchimp: it is not sent again",
    ),
    "old": (
        "gönderilmez: `max_age_days` içinde değil ya da `since` gününden eski",
        "not sent: older than `max_age_days`, or dated before `since`",
    ),
    "early": (
        "günü gelmedi ({when}): taslağı o gün yapılır",
        "its day has not come ({when}): nothing is made of it before",
    ),
    "next-run": (
        "sonraki çalıştırmayı bekliyor (`max_per_run`)",
        "waits for the next run (`max_per_run`)",
    ),
    "would-draft": ("Mailchimp’te yok: taslağı yapılır", "not at Mailchimp: a draft would be made"),
    "would-update": ("taslağı eski: yenilenir", "its draft is out of date: it would be updated"),
    "would-schedule": ("planlanır", "would be scheduled"),
    "would-send": ("gönderilir", "would be sent"),
    "not-ready": (
        "Mailchimp göndermeye hazır saymıyor: {found}",
        "Mailchimp does not hold it ready to send: {found}",
    ),
    "not-live": (
        "sayfası yayında değil ya da başka: {found}; önce `invoke build --publish` çıktısını "
        "yayınlayın",
        "its page is not public, or another one: {found}; publish what `invoke build "
        "--publish` has made first",
    ),
    "no-plan": (
        "bu Mailchimp planında zamanlama yok: `--mode send` ya da `--mode draft` kullanın",
        "this Mailchimp plan has no scheduling: use `--mode send` or `--mode draft`",
    ),
    "refused": ("Mailchimp reddetti: {found}", "Mailchimp refuses: {found}"),
    "unreachable": (
        "Mailchimp’e ulaşılamıyor; sonraki çalıştırma kaldığı yerden sürer: {found}",
        "Mailchimp can't be reached; the next run goes on from here: {found}",
    ),
    "invisible": (
        "taslak yapıldı ama Mailchimp’in listesinde görünmüyor; birkaç dakika sonra yeniden "
        "çalıştırın",
        "a draft was made, but Mailchimp’s list does not show it; run this again in a few minutes",
    ),
    "restless": (
        "Mailchimp’in yanıtları belirsiz kaldı; hiçbir şey gönderilmedi, yeniden çalıştırın",
        "Mailchimp’s answers stayed unclear; nothing was sent, run this again",
    ),
    "paused": (
        "Mailchimp’te durumu “{status}”: orada sürdürün ya da silin",
        "its state at Mailchimp is “{status}”: resume or delete it there",
    ),
    "taken-back": (
        "gönderilmesi Mailchimp’te geri alınmış: orada gönderin ya da planlayın",
        "somebody has taken it back at Mailchimp: send or schedule it there",
    ),
    "lost": (
        "gönderildiği not edilmiş, ama {campaign} kampanyası Mailchimp’te yok; yeniden "
        "göndermek için `newsletter-ledger.jsonl` içinden satırlarını silin",
        "noted as sent, but the campaign {campaign} is not at Mailchimp; to send it again, "
        "delete its lines from `newsletter-ledger.jsonl`",
    ),
    "carried": (
        "{found} içinde gitmiş: bir daha gönderilmez",
        "went in {found}: it is not mailed again",
    ),
    "grown": (
        "gittikten sonra eklenmiş: {found}; `mail: alone` onu almamış olanlara gönderir",
        "has grown since it left: {found}; `mail: alone` sends that to those who have not got it",
    ),
    "stale": (
        "çevirisinin yenilenmesini bekliyor: `invoke translations`",
        "waits for its translation to be brought up to date: `invoke translations`",
    ),
    "missed": (
        "hiç gönderilmedi ve `max_age_days` geçti: bir çalıştırma için ayarı büyütün ya da "
        "`mail: no` yazın",
        "was never mailed, and is older than `max_age_days`: raise that for one run, or write "
        "`mail: no`",
    ),
    "same-page": (
        "sayfası {found} olarak gönderilmiş: klasörün eski adını geri verin; başka bir yazıysa "
        "ona başka bir `slug`, gönderilmeyecekse `mail: no` yazın",
        "its page was mailed as {found}: give the folder its old name again; if it is another "
        "text, write another `slug`, or `mail: no` if it is not to be mailed",
    ),
    "withdrawn": (
        "artık gönderilecekler arasında değil, ama Mailchimp’te duruyor ({status}): orada planı "
        "kaldırın, taslağı silin",
        "is no longer among what is to be mailed, but is still at Mailchimp ({status}): "
        "unschedule it there, and delete the draft",
    ),
    "stopped": (
        "kimseye ulaşmadan durmuş ({status}): Mailchimp’te hesaba ve kampanyaya bakın",
        "has stopped before it reached anybody ({status}): look at the account and the campaign "
        "at Mailchimp",
    ),
    "altered": (
        "Mailchimp verileni değil başka bir şeyi saklıyor: {found}",
        "Mailchimp keeps something else than it was given: {found}",
    ),
    "nobody": (
        "bu dilde alıcı yok: listeyi ve dil alanını `invoke push --setup-check` ile denetleyin",
        "nobody would get it: check the list and its language field with `invoke push "
        "--setup-check`",
    ),
    "out-of-bounds": (
        "{count} alıcı, beklenen {least}–{most}: `recipients` ayarına ve listeye bakın",
        "{count} recipients, expected {least}–{most}: look at the setting `recipients` and at"
        " the list",
    ),
    "not-moving": (
        "Mailchimp kabul etti ama gönderim başlamadı: hesaba bakın, yeniden göndermeyin",
        "Mailchimp has accepted it but nothing moves: look at the account, do not send it again",
    ),
    "untested": (
        "deneme e-postasının gidip gitmediği belli değil: {found}",
        "it is not clear whether the test e-mail went: {found}",
    ),
}

STATUS: dict[str, tuple[str, str]] = {
    "would-draft": ("bekliyor: henüz Mailchimp’te değil", "waiting: not at Mailchimp yet"),
    "would-update": (
        "taslak, metinden eski: sonraki `invoke push` yeniler",
        "draft, older than the text: the next `invoke push` updates it",
    ),
}
"""Where the same state is said otherwise by `invoke push-status`."""
