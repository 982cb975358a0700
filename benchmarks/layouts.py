"""A corpus on disk, in the layout of each generator that is measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from benchmarks import words
from benchmarks.corpus import LANGUAGES, Corpus, Post, Text
from plugins.model.slugs import slugify

PARTNERS = ("Paydaşlar", "Partners")


@dataclass(frozen=True)
class Layout:
    """How a corpus lies in a generator's folder: everything of it, and where one text is."""

    write: Callable[[Corpus, Path], None]
    path: Callable[[Post, str], str]


def edit(path: Path, times: int) -> str:
    """Change the last sentence of the text at *path*; return the new one, as visitors read it."""
    body, last = path.read_text(encoding="utf-8").rstrip().rsplit("\n", 1)
    new = re.sub(r"\d+", str(times), last)
    _write(path, f"{body}\n{new}\n")
    return new


# ── ours: content/<kind>/<folder>/index.<lang>.md ───────────────────────────────────────────


def _write_ours(corpus: Corpus, root: Path) -> None:
    for post, lang, _, text in _posts(corpus):
        body = _with_links(text, _our_link(post, lang))
        _write_yaml(root / _our_path(post, lang), _our_head(text), body)
    for kind, items in (("pages", corpus.pages), ("partners", corpus.partners)):
        for folder, texts in items.items():
            for lang, text in texts.items():
                path = root / "content" / kind / folder / f"index.{lang}.md"
                _write_yaml(path, _our_head(text), text.body)
    tags = {key: dict(zip(LANGUAGES, names, strict=True)) for key, names in corpus.topics.items()}
    _write(root / "content/tags.yaml", _yaml(tags))


def _our_path(post: Post, lang: str) -> str:
    return f"content/{post.key}/index.{lang}.md"


def _our_head(text: Text) -> dict[str, Any]:
    return {"title": text.title, "summary": text.summary, **text.fields}


def _our_link(post: Post, lang: str) -> Callable[[str, str], str]:
    def link(kind: str, folder: str) -> str:
        up = f"../{folder}" if kind == post.kind else f"../../{kind}/{folder}"
        return f"{up}/index.{lang}.md"

    return link


# ── Pelican: content/<kind>/<folder>.<lang>.md ──────────────────────────────────────────────


def _write_pelican(corpus: Corpus, root: Path) -> None:
    for post, lang, n, text in _posts(corpus):
        head = {
            **_pelican_head(text, lang, post.key),
            "Date": post.day,
            "Category": words.SECTIONS[post.kind][n],
            "Author": _year_of_section(post, n),
            "Tags": ", ".join(corpus.topics[tag][n] for tag in post.tags),
        }
        _write_colons(
            root / _pelican_path(post, lang), head, _with_links(text, _pelican_link(lang))
        )
    for kind, items in (("pages", corpus.pages), ("partners", corpus.partners)):
        for folder, texts in items.items():
            for lang, text in texts.items():
                path = root / "content/pages" / kind / f"{folder}.{lang}.md"
                head = {**_pelican_head(text, lang, f"{kind}/{folder}"), "Kind": kind}
                _write_colons(path, head, text.body)


def _pelican_path(post: Post, lang: str) -> str:
    return f"content/{post.key}.{lang}.md"


def _pelican_head(text: Text, lang: str, key: str) -> dict[str, Any]:
    return {
        "Title": text.title,
        "Lang": lang,
        "Slug": text.slug,
        "Pair": key,
        "Summary": text.summary,
    }


def _pelican_link(lang: str) -> Callable[[str, str], str]:
    return lambda kind, folder: f"{{filename}}/{kind}/{folder}.{lang}.md"


def _write_colons(path: Path, head: dict[str, Any], body: str) -> None:
    _write(path, "".join(f"{name}: {value}\n" for name, value in head.items()) + f"\n{body}\n")


# ── Hugo: content/<lang>/<section>/<folder>.md ──────────────────────────────────────────────


def _write_hugo(corpus: Corpus, root: Path) -> None:
    for post, lang, n, text in _posts(corpus):
        head = {
            **_hugo_head(text, post.key),
            "date": post.day,
            "tags": [corpus.topics[tag][n] for tag in post.tags],
            "years": [_year_of_section(post, n)],
        }
        _write_yaml(root / _hugo_path(post, lang), head, _with_links(text, _hugo_link(post, n)))
    for n, lang in enumerate(LANGUAGES):
        content = root / "content" / lang
        for folder, title, key in _hugo_lists(corpus, n):
            _write_yaml(content / folder / "_index.md", {"title": title, "translationKey": key}, "")
        for place, items in ((content, corpus.pages), (content / "partners", corpus.partners)):
            for folder, texts in items.items():
                head = _hugo_head(texts[lang], f"{place.name == lang}/{folder}")
                _write_yaml(place / f"{folder}.md", head, texts[lang].body)


def _hugo_path(post: Post, lang: str) -> str:
    section = slugify(words.SECTIONS[post.kind][LANGUAGES.index(lang)])
    return f"content/{lang}/{section}/{post.folder}.md"


def _hugo_head(text: Text, key: str) -> dict[str, Any]:
    return {
        "title": text.title,
        "slug": text.slug,
        "description": text.summary,
        "translationKey": key,
    }


def _hugo_link(post: Post, n: int) -> Callable[[str, str], str]:
    def link(kind: str, folder: str) -> str:
        up = "" if kind == post.kind else f"../{slugify(words.SECTIONS[kind][n])}/"
        return f"{up}{folder}.md"

    return link


def _hugo_lists(corpus: Corpus, n: int) -> Iterator[tuple[str, str, str]]:
    """Yield folder, title and translation key of every list that has both languages."""
    yield "partners", PARTNERS[n], "partners"
    for kind, names in words.SECTIONS.items():
        yield slugify(names[n]), names[n], kind
    for tag, names in corpus.topics.items():
        yield f"tags/{names[n].replace(' ', '-')}", names[n], f"tag-{tag}"


# ── all of them ─────────────────────────────────────────────────────────────────────────────


def _posts(corpus: Corpus) -> Iterator[tuple[Post, str, int, Text]]:
    for post in corpus.posts:
        for n, lang in enumerate(LANGUAGES):
            yield post, lang, n, post.texts[lang]


def _year_of_section(post: Post, n: int) -> str:
    """Return the name of the year archive that lists *post*."""
    return f"{words.SECTIONS[post.kind][n]} {post.day.year}"


def _with_links(text: Text, link: Callable[[str, str], str]) -> str:
    return re.sub(r"\]\(([a-z]+)/([0-9a-z-]+)\)", lambda m: f"]({link(m[1], m[2])})", text.body)


def _write_yaml(path: Path, head: dict[str, Any], body: str) -> None:
    _write(path, f"---\n{_yaml(head)}---\n\n{body}\n")


def _yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


OURS = Layout(_write_ours, _our_path)
PELICAN = Layout(_write_pelican, _pelican_path)
HUGO = Layout(_write_hugo, _hugo_path)
