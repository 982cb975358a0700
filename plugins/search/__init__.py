"""Search on the visitor's own device: the index of each language, in files beside its page.

The page itself is a list like any other (`plugins.listings.search`); the script that reads the
index is the theme's.
"""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from plugins.generator import Generator, Room
from plugins.languages.catalogue import Words
from plugins.languages.edition import Site
from plugins.languages.formats import Formats
from plugins.model.memo import Memo, Record, code_version, digest
from plugins.search.entries import Entry, entries_of
from plugins.search.index import File, build_index
from plugins.search.rules import RULES, read_rules
from plugins.search.texts import words_of
from plugins.search.words import Folding
from plugins.sharing import share_out
from plugins.writer import Made, SiteWriter

Entries = dict[str, dict[int, Entry]]
"""What can be found, by language and number."""

EntryWords = dict[int, list[str]]
"""The words of each of them, of each level."""


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


def read_words(lang: str, entries: Mapping[int, Entry], *, memo: Memo, jobs: int) -> EntryWords:
    """Return the words of each of *entries* in *lang*; of the *memo* those that it holds."""
    code = _code()
    keys = {number: f"{lang} {code} {entry.version}" for number, entry in entries.items()}
    known = memo.read(keys.values())
    new = [(lang, entries[number], key) for number, key in keys.items() if key not in known]
    if new:
        read = dict(pair for share in share_out(_read, new, jobs) for pair in share)
        memo.write(read, keep=keys.values())
        known |= read
    return {number: known[key] for number, key in keys.items()}


def _read(entries: Sequence[tuple[str, Entry, str]]) -> list[tuple[str, list[str]]]:
    """Return the words of each of *entries*, which come with their language, beside its key."""
    folding = {lang: Folding(rules) for lang, rules in read_rules().items()}
    formats = {lang: Formats(lang) for lang in folding}
    return [(key, words_of(entry, folding[lang], formats[lang])) for lang, entry, key in entries]


class Index:
    """The index of *entries* in *lang*, which stands in files; *folder* remembers what it was."""

    def __init__(self, lang: str, entries: Mapping[int, Entry], *, folder: Path, jobs: int) -> None:
        self._lang = lang
        self._entries = entries
        self._memo = Memo(folder / f"words-{lang}.sqlite")
        self._names = Memo(folder / f"index-{lang}.sqlite")
        self._jobs = jobs
        said = [(number, *entry[:-1], entry.version) for number, entry in sorted(entries.items())]
        self.version = digest(_code().encode(), repr(said).encode())

    def names(self) -> list[str]:
        """Return the names of its files, which are known before it is made if nothing changed."""
        names: list[str] | None = self._names.read([self.version]).get(self.version)
        if names is None:
            names = [file.name for file in self.files]
            self._names.write({self.version: names}, keep=())
        return names

    @cached_property
    def files(self) -> list[File]:
        """The files."""
        words = read_words(self._lang, self._entries, memo=self._memo, jobs=self._jobs)
        return list(build_index(self._entries, words, read_rules()[self._lang].data()))


class SearchGenerator(Generator):
    """Writes the files of the index."""

    def generate_output(self, writer: SiteWriter) -> None:
        site: Site = self.context["site"]
        folder, jobs = Path(self.settings["MEMO_PATH"]), self.settings["JOBS"]
        found = numbered(site, self.context["words"])
        indexes = {
            lang: Index(lang, entries, folder=folder, jobs=jobs) for lang, entries in found.items()
        }
        pieces = [_made(site.editions[lang].search_data_url, i) for lang, i in indexes.items()]
        writer.write_made(pieces, record=Record(folder / "search.json"))


def _made(url: str, index: Index) -> Made:
    urls = tuple(url + name for name in index.names())
    return Made(urls, "search", index.version, lambda: [file.content for file in index.files])


def _code() -> str:
    here = Path(__file__).parent
    # Of all plugins: what an entry says of its day or its country is worded elsewhere.
    return digest(code_version(here.parent), (here / RULES).read_bytes())


register = Room(SearchGenerator)
