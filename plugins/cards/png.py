"""PNG for pictures of a palette that have much in common with each other.

Of a card, most of the sky and of the sea is the same on all. The picture is compressed in bands of
a few lines, each on its own, and a band that is known is not compressed again.
"""

import struct
import zlib
from functools import lru_cache

from PIL import Image

BAND = 45
"""Lines of a band: what zlib takes in at once, 64 kB, and little enough to be often the same."""

KEPT = 256
"""Bands that are remembered, of 54 kB each."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ZLIB = b"\x78\x01"
"""How a stream of zlib begins."""
_END = zlib.compress(b"", wbits=-zlib.MAX_WBITS)


class Encoder:
    """Writes pictures of mode `P` as PNG, and remembers their bands."""

    def __init__(self) -> None:
        self._band = lru_cache(KEPT)(_band)

    def encode(self, picture: Image.Image) -> bytes:
        """Return *picture* as PNG (RFC 2083): no line has a filter, as is best for few colours."""
        width, height = picture.size
        stream, checksum = [_ZLIB], 1
        for top in range(0, height, BAND):
            below = min(top + BAND, height)
            # Each line begins with the number of its filter, 0.
            lines = Image.new("P", (width + 1, below - top))
            lines.paste(picture.crop((0, top, width, below)), (1, 0))
            data = lines.tobytes()
            compressed, own = self._band(data)
            stream.append(compressed)
            checksum = _joined(checksum, own, len(data))
        stream += (_END, struct.pack(">I", checksum))
        header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
        palette = bytes(picture.getpalette() or ())
        return b"".join(
            (
                _SIGNATURE,
                _chunk(b"IHDR", header),
                _chunk(b"PLTE", palette),
                _chunk(b"IDAT", b"".join(stream)),
                _chunk(b"IEND", b""),
            )
        )


def _band(data: bytes) -> tuple[bytes, int]:
    """Return *data* compressed so that anything may follow, and its checksum."""
    # Looking for runs alone takes half the time of a search, and finds as much in areas of colour.
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS, strategy=zlib.Z_RLE)
    # Flushed in full, it ends with a whole byte, and what follows does not refer to it.
    return packer.compress(data) + packer.flush(zlib.Z_FULL_FLUSH), zlib.adler32(data)


def _joined(first: int, second: int, length: int) -> int:
    """Return the Adler-32 of two pieces, the second of *length* bytes (RFC 1950, section 9)."""
    low = (first & 0xFFFF) + (second & 0xFFFF) - 1
    high = (first >> 16) + (second >> 16) + length * ((first & 0xFFFF) - 1)
    return high % 65521 << 16 | low % 65521


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
