"""The files of a theme that its cards are made from."""

from dataclasses import dataclass
from pathlib import Path

from plugins.model.memo import digest


@dataclass(frozen=True)
class Sources:
    """Those of the *theme* in that folder."""

    theme: Path

    @property
    def tokens(self) -> Path:
        return self.theme / "css" / "tokens.css"

    @property
    def signals(self) -> Path:
        return self.theme / "static" / "signals.svg"

    def font(self, cut: str) -> Path:
        """Return the face `display` or `text`."""
        return self.theme / "static" / "fonts" / f"bricolage-{cut}.woff2"

    def version(self) -> bytes:
        """Return a name for what the theme gives to its cards."""
        files = (self.tokens, self.signals, self.font("display"), self.font("text"))
        return digest(*(file.read_bytes() for file in files)).encode()
