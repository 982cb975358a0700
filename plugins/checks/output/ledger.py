"""Every address that was ever public, one a line in `content/addresses.txt`: each has to answer.

After its address stands the item that answers there, so that it is known whose slug has changed.
`invoke check --record` writes the file after a publication; it is committed with the content.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from plugins.checks.output.naming import address_of
from plugins.languages.addresses import FORM, Addresses
from plugins.model.content import Content
from plugins.model.documents import Document
from plugins.model.frontmatter import lines_of
from plugins.model.memo import write_whole
from plugins.model.problem import Problem
from plugins.model.tree import LEDGER_FILE

FEEDS = (".xml", ".json", ".ics")
_LATER_PAGE = re.compile(r"/\d{1,3}/$")
_OURS_ALONE = (FORM, "/theme/", "/404.html", "/en/404.html", "/sitemap.xml")

HELP = {
    "renamed": {
        "better_en": "give it its old address back: the corrected line belongs into the header",
        "better_tr": "eski adresini geri verin: doğru satır üst bilgiye yazılır",
    },
    "closed": {
        "better_en": "publish {key} again, or hide it: `status: hidden` keeps the address",
        "better_tr": "{key} yeniden yayımlanmalı ya da gizlenmeli: `status: hidden` adresi korur",
    },
    "gone": {
        "better_en": "put it back; if it has to go, delete this line",
        "better_tr": "geri koyun; kalkması gerekiyorsa bu satırı silin",
    },
}


def read_ledger(root: Path) -> dict[str, tuple[int, str]]:
    """Return line and item of each address in the ledger of the content folder *root*."""
    path = root / LEDGER_FILE
    if not path.is_file():
        return {}
    lines = lines_of(path.read_text(encoding="utf-8", errors="replace"))
    return {
        address: (number, item.strip())
        for number, line in enumerate(lines, 1)
        for address, _, item in [line.partition(" ")]
        if address.startswith("/")
    }


def write_ledger(root: Path, addresses: Iterable[str], items: Mapping[str, str]) -> int:
    """Add *addresses* to the ledger, each with its item of *items*; return how many are new."""
    known = {address: item for address, (_, item) in read_ledger(root).items()}
    now = {address: items.get(address, "") for address in addresses if is_lasting(address)}
    lines = [f"{address} {item}".strip() for address, item in sorted({**known, **now}.items())]
    write_whole(root / LEDGER_FILE, ("\n".join(lines) + "\n").encode())
    return len(now.keys() - known.keys())


def is_lasting(address: str) -> bool:
    """Tell whether others keep *address*: that of a page, feed or file; not page 2 of a list."""
    if address.startswith(_OURS_ALONE) or _LATER_PAGE.search(address):
        return False
    return address.endswith(("/", *FEEDS)) or address.startswith("/media/")


def items_by_address(content: Content, addresses: Addresses) -> dict[str, Document]:
    """Return the document of each address, whether it is open or not."""
    return {
        addresses.item(document.kind, document.slug, document.lang): document
        for document in content.documents
        if document.fields is not None
    }


def check_ledger(
    root: Path, content: Content, addresses: Addresses, names: Iterable[str]
) -> Iterator[Problem]:
    """Every address that was public answers: one of the files *names* lies there."""
    public = read_ledger(root)
    answering = set(map(address_of, names)) if public else set()
    lost = {a: place for a, place in public.items() if a not in answering}
    documents = items_by_address(content, addresses) if lost else {}
    for address, (line, key) in lost.items():
        document = next((d for d in _versions(content, key) if _is_at(d, address, addresses)), None)
        values = {"found": address}
        place, number, fix = f"{root.name}/{LEDGER_FILE}", line, None
        why = "gone"
        if document is not None and address in documents:
            why = "closed"
        elif document is not None:
            why, place, number = "renamed", document.path, document.source.line_of(("title",))
            fix = f"slug: {address.rstrip('/').rpartition('/')[2]}"
        help_text = {name: text.format(key=key) for name, text in HELP[why].items()}
        yield Problem(place, number, "lost-address", {**values, **help_text}, fix)


def _versions(content: Content, key: str) -> list[Document]:
    return list(content.references.by_key.get(key, {}).values())


def _is_at(document: Document, address: str, addresses: Addresses) -> bool:
    """Tell whether *address* is one that *document* may have had: beside the one it has."""
    if document.fields is None:
        return False
    now = addresses.item(document.kind, document.slug, document.lang)
    return now.rstrip("/").rpartition("/")[0] == address.rstrip("/").rpartition("/")[0]
