"""Every setting of the site, in groups, each with its reason. No logic."""

# ── The association: what another association changes first ─────────────────────────────────

ASSOCIATION = {
    "name": {"tr": "Dünya Kenti İzmir Derneği", "en": "World City İzmir Association"},
    "short_name": {"tr": "DİDER", "en": "DİDER"},
    "motto": {"tr": "Karşı kıyımız dünya.", "en": "Our far shore is the world."},
    "address": {
        "tr": ("Şevket Özçelik Sokak No. 53 Kat 3", "Akın İşhanı, Çankaya", "İzmir"),
        "en": ("Şevket Özçelik Sokak No. 53, Floor 3", "Akın İşhanı, Çankaya", "İzmir, Türkiye"),
    },
    # An address for letters, or None.
    "email": None,
    # Names items for ever, whatever their address becomes (RFC 4151): a domain that was the
    # association's on some day, and that day. Never change it: readers would see all items anew.
    "id_authority": "dider.example,2026",
}

# The host of the site, without a closing slash. A local build stands where the preview serves it.
SITEURL = "http://127.0.0.1:8000"

# False: robots.txt asks search engines to stay out, as they should of every build but one.
SITE_PUBLIC = False

# ── Languages and addresses ─────────────────────────────────────────────────────────────────

# The first language stands at the root, the others under their code. All are of equal rank.
LANGUAGES = ("tr", "en")

# An address once published never changes: change a word here only before the first publication.
ADDRESSES = {
    "news": {"tr": "haberler", "en": "news"},
    "announcements": {"tr": "duyurular", "en": "announcements"},
    "events": {"tr": "etkinlikler", "en": "events"},
    "activities": {"tr": "faaliyetler", "en": "activities"},
    "declarations": {"tr": "bildirgeler", "en": "declarations"},
    "press": {"tr": "basin-ozetleri", "en": "press-reviews"},
    "partners": {"tr": "paydaslar", "en": "partners"},
    "bulletins": {"tr": "e-bulten", "en": "bulletin"},
    "tags": {"tr": "etiketler", "en": "tags"},
    "parties": {"tr": "taraflar", "en": "parties"},
    "search": {"tr": "ara", "en": "search"},
    # Shows every component of the theme; no build that goes public has it.
    "components": {"tr": "bilesenler", "en": "components"},
    "calendar": {"tr": "takvim.ics", "en": "calendar.ics"},
}

# Kinds in the menu, after the pages that carry an `order`.
MENU_SECTIONS = ("news", "events", "activities", "declarations")

# True: a list also shows, marked, what exists only in the other language.
LIST_UNTRANSLATED = True

# Days and times of the content are the association's.
TIMEZONE = "Europe/Istanbul"

# ── Lists and feeds ─────────────────────────────────────────────────────────────────────────

ITEMS_PER_PAGE = 12
HOME_ITEMS = 3
FEED_ITEMS = 30

# ── Whom to tell of a hole in the site ──────────────────────────────────────────────────────

# /.well-known/security.txt says it (RFC 9116). None: there is no such file. `contact` is an
# address that somebody reads: mailto:, https: or tel:. Once a year somebody sees that it does,
# and writes a later day in `expires`; past that day the file is left out.
SECURITY = {"contact": "mailto:guvenlik@dider.example", "expires": "2027-10-31"}

# ── Pictures ────────────────────────────────────────────────────────────────────────────────

PICTURES = {
    # Pixels across of the files that a browser chooses from; a picture is never made larger than
    # it is. A telephone shows 320 with two or three pixels each, a wide window 850 to 920.
    "widths": (480, 880, 1280, 1920),
    # The one file for what knows neither AVIF nor WebP: old browsers, feeds, e-mails.
    "fallback": 1280,
    # From 0 to 100; AVIF and WebP are alike at these (37.8 dB), and AVIF then weighs the least.
    "quality": {"avif": 58, "webp": 78, "jpeg": 76},
    # libaom's pace, 0 to 10. At 8 a file is 5 % heavier than at 6 and takes a quarter of the time.
    "avif_speed": 8,
    # What is larger is a mistake, or an attack: named, not shown.
    "most_bytes": 25_000_000,
    "most_pixels": 50_000_000,
    # What moves for longer must have a button that stops it (WCAG 2.2.2): that is a film.
    "most_seconds": 5,
    # How wide the theme shows them: it changes with `.cover` and `.prose` in theme/css/.
    "sizes": {
        "cover": "(min-width: 83rem) 58rem, (min-width: 48rem) 70vw, calc(100vw - 2.5rem)",
        "text": "(min-width: 75rem) 53rem, (min-width: 48rem) 70vw, calc(100vw - 2.5rem)",
    },
}

# ── The e-bulletin ──────────────────────────────────────────────────────────────────────────

# The host of the published site, without a closing slash: e-mails lead there from any build.
# The association sets its own domain here before the first publication.
PUBLIC_URL = "https://www.dider.example"

NEWSLETTER = {
    # "posts": each new post is an e-mail. "digest": each issue of the bulletin is one.
    "mode": "posts",
    # Nothing dated before this day is ever sent: the day on which sending begins, or the mode
    # changes. Without it the first run would mail the whole archive.
    "since": "2026-11-01",
    # The kinds whose posts are sent. Press reviews are for the site and its feeds.
    "kinds": ("news", "announcements", "events", "activities", "declarations"),
    # The list (audience) at Mailchimp. None: there is none yet, and nothing can be pushed.
    "list_id": None,
    # How the list tells the language of a subscriber: a field of our own, which the sign-up form
    # sets. Also: ("interest", {"category": …, "tr": …, "en": …}) and ("member_language",).
    "language_by": ("merge_field", "LANG"),
    # The sender's name, as the reader of each language sees it.
    "from_name": {"tr": "DİDER", "en": "DİDER"},
    # Where answers go. It must be at a domain that is authenticated at Mailchimp.
    "reply_to": "bulten@dider.example",
    # The folder of our campaigns there. Only campaigns that carry our mark are ever changed.
    "folder": "DİDER e-bülten",
    # What readers get of a post that does not exist in their language, or whose original has
    # changed since it was translated. "skip": nothing. "link": its title and a link, named as such.
    "untranslated": "skip",
    # What is older is not sent, however it came to be left behind.
    "max_age_days": 14,
    # E-mails one run may send: a mistake must not become fifty of them.
    "max_per_run": 4,
    # The least and the most recipients of an e-mail: outside of them a list or segment is wrong.
    "recipients": (1, 5000),
    # True: `invoke build --publish` ends by pushing.
    "push_on_publish": False,
    # The public ids of the sign-up form, as they stand in the one that Mailchimp generates. None:
    # the page says that one can't sign up yet. For example:
    # {"host": "dider.us21.list-manage.com", "u": "0123abcd", "id": "4567ef", "f_id": "89ab",
    #  "consent": "gdpr[123]",  # the name of its unticked box
    #  "language": "LANG", "languages": {"tr": "tr", "en": "en"},  # the field, its two values
    #  "hidden": {"CONSENT": "2026-11"}}  # sent along: the version of the words consented to
    "form": None,
    # What Mailchimp may count of a reader; each True needs its "reason" here.
    "tracking": {"opens": False, "clicks": False, "reason": ""},
}

# ── The form in the browser ─────────────────────────────────────────────────────────────────

ADMIN = {
    # True: `/admin/` is in the published site too. Nobody can change anything there who may not
    # change the repository; but a form that nobody uses is best not there.
    "published": False,
    # Where the form saves for those who sign in to GitHub, as "owner/name". None: nowhere; the
    # form works on a folder of this machine alone, without account or server.
    "repository": None,
    "branch": "main",
    # The service through which one signs in with the name and password of GitHub, as
    # "https://sign-in.example.workers.dev". None: with a token, which each editor makes there.
    "sign_in": None,
}

# ── Folders ─────────────────────────────────────────────────────────────────────────────────

PATH = "content"
OUTPUT_PATH = "output"
OUTBOX_PATH = "outbox"  # beside the output, never in it
THEME = "theme"

# Results kept by content between builds; may be deleted at any time.
MEMO_PATH = ".memo"

# ── Pelican ─────────────────────────────────────────────────────────────────────────────────

# Found from any working directory; always named, or Pelican loads every plugin it finds installed.
PLUGIN_PATHS = ["."]
# Run in the order in which they stand here.
PLUGINS = [
    "plugins.writer",
    "plugins.model.generator",
    "plugins.pictures.generator",
    "plugins.languages.generator",
    "plugins.translations.generator",
    "plugins.listings",
    "plugins.cards",
    "plugins.feeds",
    "plugins.events",
    "plugins.search",
    "plugins.discovery",
    "plugins.admin",
    "plugins.stylesheet",
    "plugins.files",
    "plugins.links",
    "plugins.newsletter",
]

# Our own rooms write every file, so Pelican's are given nothing to do.
STATIC_PATHS: list[str] = []
THEME_STATIC_PATHS: list[str] = []

# Dates are Babel's, never the machine's.
LOCALE = ["C"]
