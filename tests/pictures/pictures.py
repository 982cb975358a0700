"""Pictures of every sort, made when they are asked for."""

import io
import struct
import zlib

from PIL import Image, ImageCms

from plugins.pictures.making.recipe import Recipe

RECIPE = Recipe(
    widths=(20, 40, 60),
    fallback=40,
    quality=(("avif", 58), ("jpeg", 76), ("webp", 78)),
    avif_speed=9,
    most_bytes=200_000,
    most_pixels=1_000_000,
    most_seconds=5,
)


def photo(width=90, height=60, mode="RGB"):
    """Return a picture with many colours."""
    across = Image.linear_gradient("L").resize((width, height))
    down = across.transpose(Image.Transpose.ROTATE_90).resize((width, height))
    image = Image.merge("RGB", (across, down, Image.radial_gradient("L").resize((width, height))))
    return image.convert(mode)


def saved(image, kind, **options):
    """Return *image* as a file of that *kind*."""
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def with_place(image=None, orientation=1):
    """Return a JPEG that tells where, with what and by whom it was taken."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x013B] = orientation, "SecretCamera", "Ad Soyad"
    exif.get_ifd(0x8825).update({1: "N", 2: (38.0, 25.0, 12.0), 3: "E", 4: (27.0, 8.0, 30.0)})
    return saved(image or photo(), "JPEG", exif=exif, comment=b"SecretComment", quality=90)


def grey_16():
    """Return a PNG with 16 bits of grey, all of them in the middle."""

    def chunk(name, data):
        whole = name + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    size = struct.pack(">IIBBBBB", 4, 4, 16, 0, 0, 0, 0)
    rows = (b"\0" + struct.pack(">H", 0x8000) * 4) * 4
    parts = chunk(b"IHDR", size), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def palette_with_hole():
    """Return a PNG of a palette, of which one colour lets everything through."""
    image = Image.new("P", (30, 30), 1)
    image.putpalette([0, 0, 0, 255, 0, 0])
    image.paste(0, (0, 0, 15, 30))
    return saved(image, "PNG", transparency=0)


def moving(milliseconds=200, frames=3):
    """Return a GIF of some frames."""
    images = [Image.new("RGB", (50, 30), (80 * n, 10, 200)) for n in range(frames)]
    options = {"save_all": True, "append_images": images[1:], "duration": milliseconds, "loop": 0}
    return saved(images[0], "GIF", **options)


def bomb():
    """Return a PNG of a few kilobytes that says it has 400 million pixels."""
    data = bytearray(saved(Image.new("1", (20, 20)), "PNG"))
    data[16:24] = struct.pack(">II", 20_000, 20_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    return bytes(data)


def swapped_profile():
    """Return a profile in which red is green: what it does can be seen."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = profile.find(b"rXYZ"), profile.find(b"gXYZ")
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return bytes(profile)
