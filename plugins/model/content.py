"""Everything that the content folder holds, on one day: documents, their states, and problems."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.model.documents import STATES, Document, State
from plugins.model.memo import Memo
from plugins.model.problem import Problem
from plugins.model.reading import read_documents
from plugins.model.references import References
from plugins.model.tags import Tags, read_tags
from plugins.model.tree import TAGS_FILE, read_tree


@dataclass
class Content:
    """The documents of the site and what becomes of each on the day of the build."""

    documents: list[Document]
    tags: Tags
    references: References
    states: dict[str, State]
    """By path; every source file ends in exactly one state."""
    problems: list[Problem]

    def open(self) -> list[Document]:
        """Return the documents that answer at their address: published, hidden and expired."""
        return [d for d in self.documents if self.references.is_open(d)]

    def count(self) -> dict[State, dict[str, int]]:
        """Return the number of documents by state and language."""
        sums: dict[State, dict[str, int]] = {state: {} for state in STATES}
        for document in self.documents:
            by_language = sums[self.states[document.path]]
            by_language[document.lang] = by_language.get(document.lang, 0) + 1
        return sums


def read_content(root: Path, *, day: date, publish: bool, memo: Memo, jobs: int) -> Content:
    """Return the content of the folder *root* as it stands on *day*.

    With *publish*, invented items (`demo: true`) are left out. No problem is raised here: all of
    them are in the result.
    """
    tree = read_tree(root)
    documents = read_documents(tree.texts, memo=memo, jobs=jobs)
    tags, tag_problems = read_tags(f"{root.name}/{TAGS_FILE}", tree.tags)
    content = content_of(documents, tags, day=day, publish=publish)
    content.problems += tree.problems + tag_problems
    return content


def content_of(documents: list[Document], tags: Tags, *, day: date, publish: bool) -> Content:
    """Return *documents*, each checked by itself already, as one whole, and checked as such."""
    states = {d.path: d.state(day, publish=publish) for d in documents}
    references = References(documents, tags, states)
    for document in documents:
        references.check(document)
    for document in documents:
        if document.problems:
            states[document.path] = "error"
    problems = [problem for document in documents for problem in document.problems]
    return Content(documents, tags, references, states, problems)
