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

OTHERS = frozenset(".jfif .jpe .jp2 .jxl .mpo .tif .tiff .heic .heif .bmp .dng .psd .ico".split())
"""Pictures, too, that are not read: as a file they'd tell where they were taken."""

ENDINGS = frozenset({DRAWING}.union(*PIXELS.values()))
"""All of them, in small letters."""
