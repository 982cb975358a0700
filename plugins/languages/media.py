"""Files that lie beside texts: each has one address, whatever the language of the page."""

from mimetypes import MimeTypes
from pathlib import Path

from plugins.languages.addresses import Addresses
from plugins.languages.edition import Attachment
from plugins.model.documents import Document


class Media:
    """The files that published texts use."""

    def __init__(self, addresses: Addresses) -> None:
        self._addresses = addresses
        self._types = MimeTypes()  # Python's own table, not the machine's
        self.used: dict[str, Path] = {}
        """By address: nothing else lying beside a text is published."""

    def file(self, document: Document, name: str, title: str | None = None) -> Attachment:
        """Return the file *name* beside *document*, and note that it is used."""
        path, url = document.files[name], self._addresses.media(document, name)
        self.used[url] = path
        media_type = self._types.guess_type(name)[0] or "application/octet-stream"
        return Attachment(name, title or name, url, path.stat().st_size, media_type)
