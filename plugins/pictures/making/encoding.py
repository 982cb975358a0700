"""A picture becomes files: of each width that is not larger than itself, in each format."""

import io
from collections.abc import Sequence
from typing import Any

from PIL import Image

from plugins.pictures.making.reading import Frames
from plugins.pictures.making.recipe import Encoded, Files, Recipe

NAMES = {"avif": "AVIF", "webp": "WEBP", "jpg": "JPEG", "png": "PNG", "gif": "GIF"}
"""What Pillow calls them."""


def encode(picture: Frames, recipe: Recipe) -> Files:
    """Return the files of *picture*: the same bytes on any machine."""
    if picture.moves:
        return _moving(picture, recipe)
    (image,) = picture.frames
    widths = _widths(image.width, recipe.widths)
    images = [_resized(image, width) for width in widths]
    options = _options(recipe, is_drawn=picture.is_drawn)
    formats = [
        tuple(_encoded(sized, ending, **options[ending]) for sized in images)
        for ending in ("avif", "webp")
    ]
    formats.sort(key=lambda files: sum(len(one.data) for one in files))
    small = _resized(image, _widths(image.width, (recipe.fallback,))[-1])
    return Files(tuple(formats), _fallback(small, options, is_drawn=picture.is_drawn))


def _widths(natural: int, wanted: Sequence[int]) -> list[int]:
    """Return the *wanted* widths, but none above the *natural* one, which then is the last."""
    return sorted({min(width, natural) for width in wanted})


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(round(image.height * width / image.width), 1)
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3)


def _options(recipe: Recipe, *, is_drawn: bool) -> dict[str, dict[str, Any]]:
    """Return what each format is encoded with; edges of a drawing stay as sharp as they are."""
    quality = dict(recipe.quality)
    # With more threads libaom would cut the picture in tiles: other bytes on another machine.
    avif: dict[str, Any] = {"speed": recipe.avif_speed, "max_threads": 1}
    if is_drawn:
        avif |= {"quality": 90, "subsampling": "4:4:4"}
        webp: dict[str, Any] = {"lossless": True, "quality": 50, "method": 4}
    else:
        avif |= {"quality": quality["avif"]}
        webp = {"quality": quality["webp"], "method": 4}
    jpeg = {"quality": quality["jpeg"], "progressive": True, "optimize": True}
    return {"avif": avif, "webp": webp, "jpg": jpeg, "png": {"optimize": True}}


def _fallback(image: Image.Image, options: dict[str, dict[str, Any]], *, is_drawn: bool) -> Encoded:
    if image.mode == "RGB" and not is_drawn:
        return _encoded(image, "jpg", **options["jpg"])
    if not is_drawn:  # a photograph with holes: in all its colours it would weigh megabytes
        image = image.quantize(256, method=Image.Quantize.FASTOCTREE)
    return _encoded(image, "png", **options["png"])


def _moving(picture: Frames, recipe: Recipe) -> Files:
    """Return the files of a picture that moves; it does so once, and then stands still."""
    width = min(picture.frames[0].width, recipe.fallback)
    frames = [_resized(frame, width).convert("RGBA") for frame in picture.frames]
    motion = {"save_all": True, "append_images": frames[1:], "duration": picture.milliseconds}
    webp = _options(recipe, is_drawn=picture.is_drawn)["webp"]
    return Files(
        formats=((_encoded(frames[0], "webp", **webp, **motion, loop=1),),),
        # A GIF that says nothing of loops is shown once.
        fallback=_encoded(frames[0], "gif", **motion, disposal=2),
        still=_encoded(frames[0], "webp", **webp),
    )


def _encoded(image: Image.Image, ending: str, **options: Any) -> Encoded:
    file = io.BytesIO()
    image.save(file, NAMES[ending], **options)
    return Encoded(file.getvalue(), ending, image.width, image.height)
