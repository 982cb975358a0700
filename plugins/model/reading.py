"""The texts of the content folder, read as documents.

What becomes of an item by itself, its fields and what is wrong with them, is a pure function of its
two files: so it is kept in the memo, and what is new is shared out among processes.
"""

import pickle
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from plugins.model.coherence import check_coherence
from plugins.model.dates import LANGUAGES
from plugins.model.documents import Document
from plugins.model.frontmatter import Fault
from plugins.model.kinds import KINDS, is_shared, shared_fields
from plugins.model.memo import Memo, code_version, digest
from plugins.model.placeholders import unfilled
from plugins.model.problem import Problem
from plugins.model.source import parse
from plugins.model.tree import Text
from plugins.model.validation import validate
from plugins.sharing import share_out

WORTH_SHARING = 75
"""Items; most have two texts."""

FOUND_ONCE = ("facts", "named", "slug")
"""What is found of a document when it is asked for, and kept with it."""

Texts = list[Text]
"""Those of one item."""


def read_documents(texts: Iterable[Text], *, memo: Memo, jobs: int) -> list[Document]:
    """Return *texts* as documents, each beside its translation and with its own problems.

    What is wrong with a document among others is not looked at yet: see `content_of`.
    """
    items: dict[str, Texts] = {}
    for text in texts:
        items.setdefault(f"{text.kind}/{text.folder}", []).append(text)
    version = code_version(Path(__file__).parent)
    keys = {name: _key(version, item) for name, item in items.items()}
    kept = memo.read_bytes(keys.values())
    new = [(key, items[name]) for name, key in keys.items() if key not in kept]
    shares = share_out(_read_share, new, jobs, worth=WORTH_SHARING)
    made = {key: value for share in shares for key, value in share}
    if made or len(kept) != len(set(keys.values())):
        memo.write(made, keep=kept)
    read = kept | made
    return [
        document for name, item in items.items() for document in _from_bytes(read[keys[name]], item)
    ]


def read_item(texts: Texts) -> list[Document]:
    """Return the *texts* of one item as documents."""
    documents = [Document(t.kind, t.folder, t.lang, t.path, parse(t.data), t.files) for t in texts]
    if len(documents) == 2:
        documents[0].translation, documents[1].translation = documents[1], documents[0]
    for document in documents:
        _fill(document)
    for document in documents:
        check_coherence(document)
    return documents


def _key(version: bytes, item: Texts) -> str:
    return digest(version, *(part for text in item for part in (text.path.encode(), text.data)))


def _read_share(items: Sequence[tuple[str, Texts]]) -> list[tuple[str, bytes]]:
    return [(key, _to_bytes(read_item(item))) for key, item in items]


def _to_bytes(documents: list[Document]) -> bytes:
    """Return *documents* without what the key of the memo stands for, and without their files."""
    for document in documents:
        document.source.data, document.files = b"", {}
        if document.fields:
            for name in FOUND_ONCE:
                getattr(document, name)
    return pickle.dumps(documents, protocol=5)


def _from_bytes(kept: bytes, item: Texts) -> list[Document]:
    # The memo believes nothing that has been damaged, and nothing that other code has made.
    documents: list[Document] = pickle.loads(kept)
    for text, document in zip(item, documents, strict=True):
        document.source.data, document.files = text.data, text.files
    return documents


def _fill(document: Document) -> None:
    """Validate the header of *document*, with the facts that its translation alone writes."""
    source, kind = document.source, KINDS[document.kind]
    other = document.translation.source if document.translation else None
    taken_over = {
        name: other.values[name]
        for name in shared_fields(kind)
        if other and name in other.values and name not in source.values
    }
    faults = list(source.faults)
    # A header that can't be read at all has no fields to speak of.
    if source.values or not faults:
        document.fields, more = validate(kind, source, taken_over)
        faults += more
    for fault in faults:
        if not _said_by_translation(document, fault):
            document.problems.append(
                Problem(document.path, fault.line, fault.rule, fault.values, fault.fix)
            )
    document.problems += _unfilled_beside(document, taken_over)


def _unfilled_beside(document: Document, taken_over: Mapping[str, Any]) -> Iterator[Problem]:
    """Yield what a text that is no draft would take over from one that has yet to fill it in.

    There it may stand, so nobody else says it.
    """
    draft = document.translation
    if draft and draft.source.is_draft and not document.source.is_draft:
        for place in unfilled(taken_over):
            line = draft.source.line_of(place)
            yield Problem(draft.path, line, "placeholder", {"field": place[0]})


def _said_by_translation(document: Document, fault: Fault) -> bool:
    """A shared field that both files lack is reported once, in the first of the two."""
    if (
        fault.rule != "missing-field"
        or document.translation is None
        or document.lang == LANGUAGES[0]
    ):
        return False
    info = KINDS[document.kind].model_fields.get(fault.values["field"])
    return info is not None and is_shared(info)
