"""Files beside a text: light enough for a telephone in the country."""

from collections.abc import Iterator

from plugins.model.documents import Document
from plugins.model.problem import Problem

MEGABYTE = 1_000_000
LIMITS = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".svg"), 3),
    **dict.fromkeys((".pdf", ".doc", ".docx", ".odt", ".pptx", ".xlsx"), 10),
}
"""Megabytes by the end of the name; pictures are made smaller by the build, documents are not."""


def check_files(document: Document) -> Iterator[Problem]:
    """No picture has more than 3 MB, no document more than 10."""
    for name, path in document.files.items():
        limit = LIMITS.get(path.suffix.lower())
        if limit is None:
            continue
        size = path.stat().st_size
        if size > limit * MEGABYTE:
            place = f"{document.path.rpartition('/')[0]}/{name}"
            values = {"found": name, "size": round(size / MEGABYTE, 1), "limit": limit}
            yield Problem(place, 0, "huge-file", values)
