"""The configuration of the form: every kind a collection, generated from the content model."""

from collections.abc import Mapping
from typing import Any

from plugins.admin.fields import Choices, FormField, form_fields
from plugins.languages.catalogue import Words
from plugins.model.content import Content
from plugins.model.dates import LANGUAGES
from plugins.model.kinds import KINDS, UNDATED
from plugins.model.values import GoalId, TagName

ICONS = {
    "pages": "description",
    "news": "newspaper",
    "announcements": "campaign",
    "events": "event",
    "activities": "groups",
    "declarations": "gavel",
    "press": "menu_book",
    "partners": "handshake",
    "bulletins": "mail",
}
"""Of Material Symbols, which the form carries."""

BODY: FormField = {
    "name": "body",
    "label": "Metin · Text",
    "hint": "Resmi yazının arasına koyarken açıklamasını da yazın; açıklamasız resim yayımlanmaz.",
    "widget": "richtext",
    "required": False,
    "i18n": True,
    # The title is the heading of the first level; smaller than the third nobody sees.
    "buttons": [
        *("bold", "italic", "code", "link", "heading-two", "heading-three"),
        *("quote", "bulleted-list", "numbered-list"),
    ],
    "editor_components": ["image", "code-block", "table", "abbreviation"],  # see form.js
    "linked_images": False,
    "use_emoji_autocomplete": False,
}
"""The text itself, which the model leaves to Markdown."""

FOLDER = {
    True: ("^\\d{4}-\\d{2}-\\d{2}-[a-z0-9-]+$", "`2026-01-31-kisa-ad` gibi yazın: gün, kısa ad"),
    False: ("^[a-z0-9-]+$", "küçük ve Türkçe imsiz harf, rakam ve kısa çizgi kullanın"),
}
"""The name of an item's folder, by whether it carries a day, and what to write instead."""


POSTS = tuple(kind for kind in KINDS if kind not in UNDATED)
"""The kinds of which one may be written in English only; the others are the site's own pages."""

IN_TURKISH = {"field": "title", "pattern": "^(?!null$)"}
"""What has a Turkish text: the title of what has none is null to the form."""


NEWEST_FIRST = {
    "fields": ["slug", "title"],
    "default": {"field": "slug", "direction": "descending"},
}
"""By folder, whose name begins with the day; the form would sort by title."""


def choices_of(content: Content, *, public: bool) -> Choices:
    """Return what the content offers to choose from: its tags, and the goals of the association.

    A *public* form knows only the goals that visitors can read: it may be asked for by anybody.
    """
    names = content.tags.names
    goals: dict[str, dict[str, str]] = {}
    for document in content.documents:
        if public and content.states[document.path] != "published":
            continue
        for goal in getattr(document.fields, "goals", ()) if document.kind == "pages" else ():
            goals.setdefault(goal.id, {})[document.lang] = goal.title
    return {TagName: _options(names), GoalId: _options(goals)}


def configuration(
    admin: Mapping[str, Any],
    choices: Choices,
    words: Mapping[str, Words],
    *,
    folder: str,
    site_url: str,
    title: str,
) -> dict[str, Any]:
    """Return the configuration for Sveltia CMS, to be written as JSON.

    *folder* is the content folder below the root of the repository.
    """
    return {
        "backend": _backend(admin),
        "app_title": title,
        "site_url": site_url,
        "show_preview_links": False,
        "editor": {"preview": False},  # so that the two languages stand side by side
        "media_folder": folder,
        "public_folder": "/",
        "media_libraries": {
            # Pictures of other hosts have no licence and no description in our two languages.
            "stock_assets": False,
            "all": {"slugify_filename": True},
        },
        # Small letters are made by the templates: the form's own way makes ı of I in Turkish.
        "slug": {
            "encoding": "ascii",
            "clean_accents": True,
            "lowercase": False,
            "maxlength": 70,
            "timezone": "local",
        },
        "i18n": {
            "structure": "multiple_files",
            "locales": list(LANGUAGES),
            "default_locale": LANGUAGES[0],
            "initial_locales": "all",
        },
        "output": {"omit_empty_optional_fields": True},
        "collections": [
            *(_collection(name, choices, words, folder=folder) for name in KINDS),
            {"divider": True},
            *(_in_english_only(name, choices, words, folder=folder) for name in POSTS),
        ],
    }


def _backend(admin: Mapping[str, Any]) -> dict[str, Any]:
    """Return where the form saves, for who does not choose a folder, and how one signs in."""
    backend = {
        "name": "github",
        "repo": admin["repository"] or "local/site",  # the form asks for one in any case
        "branch": admin["branch"],
    }
    if admin["sign_in"] is None:
        return {**backend, "auth_methods": ["token"]}  # the other way in needs a server
    return {**backend, "base_url": admin["sign_in"], "auth_methods": ["oauth", "token"]}


def _collection(
    name: str, choices: Choices, words: Mapping[str, Words], *, folder: str
) -> dict[str, Any]:
    """Return the kind *name* as a collection that lies as the reader wants it."""
    kind, dated = KINDS[name], name not in UNDATED
    # Where no folder says the day, the text does; pages have none.
    fields = form_fields(kind, choices, required={"date"} if name in UNDATED - {"pages"} else ())
    pattern, message = FOLDER[dated]
    return {
        "name": name,
        "label": " · ".join(words[lang].t(f"section.{name}") for lang in LANGUAGES),
        "label_singular": (kind.__doc__ or "").partition(".")[0].partition(":")[0],
        "icon": ICONS.get(name, "article"),
        "folder": f"{folder}/{name}",
        "path": "{{slug}}/index",
        "format": "yaml-frontmatter",
        "slug": {
            "template": "{{date}}-{{title | lower}}" if dated else "{{title | lower}}",
            "editable": ["create"],
            "hint": "Yazının klasörü; sonradan değişmez",
            "pattern": [pattern, message],
        },
        "media_folder": "",
        "public_folder": "",
        "i18n": True,
        "filter": IN_TURKISH,
        **({"sortable_fields": NEWEST_FIRST} if dated else {}),
        "fields": [*fields, BODY],
    }


def _in_english_only(
    name: str, choices: Choices, words: Mapping[str, Words], *, folder: str
) -> dict[str, Any]:
    """Return what the kind *name* has in English only, as a collection of that one language.

    In a collection of both languages nothing can be opened that has no text in the first of them.
    """
    both = _collection(name, choices, words, folder=folder)
    said = {"name": "one_language", "widget": "hidden", "default": True}
    return {
        **both,
        "name": f"{name}-en",
        "label": f"{words['en'].t(f'section.{name}')} · yalnız EN",
        "label_singular": f"{both['label_singular']} (yalnız İngilizce)",
        "description": "Yalnız İngilizcesi olan, çevirisi beklenmeyen yazılar",
        "i18n": {"locales": ["en"], "default_locale": "en"},
        "filter": {"field": "one_language", "value": True},
        "fields": [said if field["name"] == said["name"] else field for field in both["fields"]],
    }


def _options(names: Mapping[str, Mapping[str, str]]) -> list[FormField]:
    return [
        {"label": " · ".join(by_language.values()), "value": key}
        for key, by_language in names.items()
    ]
