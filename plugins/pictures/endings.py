"""How the names of pictures end."""

PIXELS = {
    "JPEG": (".jpg", ".jpeg"),
    "PNG": (".png",),
    "WEBP": (".webp",),
    "AVIF": (".avif",),
    "GIF": (".gif",),
}
"""The formats that are read, and how their files may end."""

DRAWING = ".svg"

ENDINGS = frozenset({DRAWING}.union(*PIXELS.values()))
"""All of them, in small letters."""
