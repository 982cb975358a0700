"""Plain Pelican with i18n_subsites: the same kinds of page as ours, by Pelican's own means."""

SITENAME = "Dünya Kenti İzmir Derneği"
SITEURL = "https://example.org"
TIMEZONE = "Europe/Istanbul"
DEFAULT_LANG = "tr"
DEFAULT_DATE_FORMAT = "%d.%m.%Y"
PATH = "content"
THEME = "theme"
STATIC_PATHS: list[str] = []
PAGE_PATHS = ["pages"]
USE_FOLDER_AS_CATEGORY = False
FORMATTED_FIELDS: list[str] = []  # summaries are plain text, as ours are

# The extensions of our own reader.
MARKDOWN = {
    "extensions": ["tables", "footnotes", "attr_list", "def_list", "admonition", "toc"],
    "output_format": "html5",
}

# Addresses like ours; the texts of a pair have different slugs, so a key pairs them.
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = "pair"
ARTICLE_URL = ARTICLE_LANG_URL = "{category}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_LANG_SAVE_AS = "{category}/{slug}/index.html"
PAGE_URL = PAGE_LANG_URL = "{slug}/"
PAGE_SAVE_AS = PAGE_LANG_SAVE_AS = "{slug}/index.html"
CATEGORY_URL = "{slug}/"
CATEGORY_SAVE_AS = "{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
# A section's years: Pelican's own archives know no sections and no second page, authors do.
AUTHOR_URL = "years/{slug}/"
AUTHOR_SAVE_AS = "years/{slug}/index.html"
DIRECT_TEMPLATES = ["index", "tags", "partners", "404"]
TAGS_SAVE_AS = "tags/index.html"
PARTNERS_SAVE_AS = "partners/index.html"

DEFAULT_PAGINATION = 10
PAGINATED_TEMPLATES = {"category": None, "tag": None, "author": None}
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/{number}/", "{base_name}/{number}/index.html"),
)

FEED_MAX_ITEMS = 30
RSS_FEED_SUMMARY_ONLY = False
FEED_ATOM = "atom.xml"
FEED_RSS = "rss.xml"
CATEGORY_FEED_ATOM = "{slug}/atom.xml"
CATEGORY_FEED_RSS = "{slug}/rss.xml"
FEED_ALL_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None

WORDS = {
    "skip": "İçeriğe geç",
    "tags": "Konular",
    "partners": "Paydaşlar",
    "newer": "Daha yeni",
    "older": "Daha eski",
    "lost": "Sayfa bulunamadı",
}

PLUGINS = ["i18n_subsites"]
I18N_SUBSITES = {
    "en": {
        "SITENAME": "World City İzmir Association",
        "WORDS": {
            "skip": "Skip to the content",
            "tags": "Subjects",
            "partners": "Partners",
            "newer": "Newer",
            "older": "Older",
            "lost": "Page not found",
        },
    }
}
