"""Search on the visitor's own device: the index of each language, in files beside its page.

The page itself is a list like any other (`plugins.listings.search`); the script that reads the
index is the theme's.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from pelican import Pelican, signals
from pelican.generators import Generator

from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.languages.formats import Formats
from plugins.model.memo import Memo, code_version, digest
from plugins.search.entries import Entry, entries_of
from plugins.search.index import File, build_index
from plugins.search.rules import RULES, read_rules
from plugins.search.texts import words_of
from plugins.search.words import Folding
from plugins.sharing import share_out
from plugins.writer import Made, SiteWriter

Entries = dict[str, dict[int, Entry]]
"""What can be found, by language and number."""

EntryWords = dict[str, dict[int, list[str]]]
"""The words of that, of each level."""


def numbered(site: Site, words: Mapping[str, Words]) -> Entries:
    """Return what can be found of *site*; the newer an entry, the higher its number.

    It has the same number in each language: so the script knows what it has found twice.
    """
    found = {lang: {e.key: e for e in entries_of(site, lang, words[lang])} for lang in words}
    both = {key: entry for entries in found.values() for key, entry in entries.items()}
    order = {key: n for n, key in enumerate(sorted(both, key=lambda key: (both[key].day, key)))}
    return {
        lang: {order[key]: entry for key, entry in entries.items()}
        for lang, entries in found.items()
    }


def read_words(found: Entries, *, memo: Memo, jobs: int) -> EntryWords:
    """Return the words of each entry by level; those of what is as it was come from the *memo*."""
    here = Path(__file__).parent
    # Of all plugins: what an entry says of its day or its country is worded elsewhere.
    code = digest(code_version(here.parent), (here / RULES).read_bytes())
    keys = {
        (lang, number): f"{lang} {code} {entry.version}"
        for lang, entries in found.items()
        for number, entry in entries.items()
    }
    known = memo.read(keys.values())
    new = [
        (lang, found[lang][number], key) for (lang, number), key in keys.items() if key not in known
    ]
    if new:
        read = dict(pair for share in share_out(_read, new, jobs) for pair in share)
        memo.write(read, keep=keys.values())
        known |= read
    return {lang: {n: known[keys[lang, n]] for n in entries} for lang, entries in found.items()}


def _read(entries: Sequence[tuple[str, Entry, str]]) -> list[tuple[str, list[str]]]:
    """Return the words of each of *entries*, which come with their language, beside its key."""
    folding = {lang: Folding(rules) for lang, rules in read_rules().items()}
    formats = {lang: Formats(lang) for lang in folding}
    return [(key, words_of(entry, folding[lang], formats[lang])) for lang, entry, key in entries]


def index_files(found: Entries, words: EntryWords) -> Iterator[tuple[str, File]]:
    """Yield the files of the index of each language, each with its language."""
    for lang, entries in found.items():
        for file in build_index(entries, words[lang], read_rules()[lang].data()):
            yield lang, file


class SearchGenerator(Generator):
    """Writes the files of the index."""

    def generate_output(self, writer: SiteWriter) -> None:
        site: Site = self.context["site"]
        folder = Path(self.settings["MEMO_PATH"])
        found = numbered(site, self.context["words"])
        words = read_words(found, memo=Memo(folder / "words.sqlite"), jobs=self.settings["JOBS"])
        pieces = [
            _made(site.editions[lang].search_data_url + file.name, file)
            for lang, file in index_files(found, words)
        ]
        writer.write_made(pieces, memo=Memo(folder / "search.sqlite"))


def _made(url: str, file: File) -> Made:
    version = digest(file.content.encode())
    return Made((url,), "search", version, partial(list, [file.content]))


def get_generators(pelican: Pelican) -> type[Generator]:
    return SearchGenerator


def register() -> None:
    signals.get_generators.connect(get_generators)
