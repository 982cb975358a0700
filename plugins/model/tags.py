"""The subjects of the site: `content/tags.yaml`, each with its name in both languages."""

from dataclasses import dataclass
from difflib import get_close_matches

from plugins.model.dates import LANGUAGES
from plugins.model.frontmatter import lines_of, read_front_matter
from plugins.model.problem import Problem
from plugins.model.slugs import slugify


@dataclass(frozen=True)
class Tags:
    """Tags by key, each with its names by language."""

    names: dict[str, dict[str, str]]
    keys: dict[str, str]
    """Key of a tag by every slugified word for it: its key and its names."""
    is_broken: bool = False
    """Whether more of them may stand in the file, which is at fault."""

    def key(self, word: str) -> str | None:
        """Return the key of the tag that *word* writes, by key or by name in either language."""
        return self.keys.get(slugify(word))

    def nearest(self, word: str) -> str | None:
        """Return the key of the tag that *word* most likely meant."""
        nearest = get_close_matches(slugify(word), self.keys, n=1)
        return self.keys[nearest[0]] if nearest else None


def read_tags(path: str, data: bytes) -> tuple[Tags, list[Problem]]:
    """Return the tags of the file *data*, and what is wrong with it."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = len(lines_of(data[: error.start].decode()))
        return Tags({}, {}, is_broken=True), [Problem(path, line, "not-utf-8")]
    lines = lines_of(text)
    if lines[0].rstrip() == "---":  # YAML's own beginning, which changes nothing
        lines[0] = "#"
    header = read_front_matter("\n".join(["---", *lines, "---", ""]))
    problems = [
        Problem(path, fault.line - 1, fault.rule, fault.values, fault.fix)
        for fault in header.faults
    ]
    names, keys = {}, {}
    for key, value in header.values.items():
        if not isinstance(value, dict) or set(value) != set(LANGUAGES) or slugify(key) != key:
            line = header.lines[(key,)] - 1
            problems.append(
                Problem(path, line, "bad-tag", {"found": key}, f"{slugify(key)}: {{tr: …, en: …}}")
            )
            continue
        names[key] = {lang: str(name) for lang, name in value.items()}
        for word in (key, *names[key].values()):
            keys[slugify(word)] = key
    return Tags(names, keys, is_broken=bool(problems)), problems
