"""Bytes that somebody named a picture become one, upright, in sRGB and without its secrets."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePath

from PIL import Image, ImageCms, ImageOps, ImageSequence, UnidentifiedImageError

from plugins.pictures.endings import PIXELS
from plugins.pictures.making.recipe import BadPicture, Recipe

SAME = {"MPO": "JPEG"}
"""A photograph of some telephones is a JPEG with more pictures behind the first."""

NO_TIME = 100
"""Milliseconds that browsers show a frame whose time is 0."""

SRGB = ImageCms.createProfile("sRGB")

LONGEST_SIDE = 16_383
"""Pixels: what WebP can hold (RFC 9649, section 2.5)."""


@dataclass
class Frames:
    """A picture: one frame, or those of one that moves, each RGB or RGBA and shown for a while."""

    frames: list[Image.Image]
    milliseconds: list[int]
    is_drawn: bool
    """Whether it has few colours, as a chart or a screen has, and no photograph."""

    @property
    def moves(self) -> bool:
        """Whether there is more than one frame."""
        return len(self.frames) > 1


def read(data: bytes, name: str, recipe: Recipe) -> Frames:
    """Return the picture in *data*, the content of a file with this *name*.

    Raises:
        BadPicture: it is too large, damaged, or not what its name says.
    """
    with _as_bad_picture(name, recipe), _opened(data, recipe) as image:
        kind = SAME.get(image.format or "", image.format or "")
        if PurePath(name).suffix.lower() not in PIXELS[kind]:
            better = PurePath(name).stem + PIXELS[kind][0]
            raise BadPicture("picture-misnamed", kind=kind, better=better)
        if kind == "JPEG":
            # The decoder halves what is far too large, as often as need be: a tenth of the time.
            image.draft(None, (2 * recipe.widths[-1], 2 * recipe.widths[-1]))
        frames, times = [], []
        for frame in ImageSequence.Iterator(image):
            frames.append(_plain(frame))
            times.append(int(frame.info.get("duration") or NO_TIME))
            if kind == "JPEG":
                break
    seconds = sum(times) / 1000
    if len(frames) > 1 and seconds > recipe.most_seconds:
        limit = recipe.most_seconds
        raise BadPicture("picture-moves-long", seconds=round(seconds, 1), limit=limit)
    return Frames(frames, times, is_drawn=frames[0].getcolors(256) is not None)


@contextmanager
def _opened(data: bytes, recipe: Recipe) -> Iterator[Image.Image]:
    """Open *data*; nothing is decoded before its size in pixels is known to be sane."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(data), formats=list(PIXELS)) as image:
            frames = 1 if image.format in SAME else getattr(image, "n_frames", 1)
            if image.width * image.height * frames > recipe.most_pixels:
                raise Image.DecompressionBombError
            if max(image.size) > LONGEST_SIDE:
                reason = f"{image.width} × {image.height}; a side has at most {LONGEST_SIDE} pixels"
                raise BadPicture("picture-broken", reason=reason)
            yield image


@contextmanager
def _as_bad_picture(name: str, recipe: Recipe) -> Iterator[None]:
    try:
        yield
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        limit = recipe.most_pixels // 1_000_000
        raise BadPicture("picture-too-large", limit=limit) from None
    except UnidentifiedImageError:
        known = ", ".join(PIXELS)
        raise BadPicture("picture-unknown", known=known) from None
    except BadPicture:
        raise
    except Exception as error:  # what a damaged file makes Pillow raise is declared nowhere
        raise BadPicture("picture-broken", reason=str(error)) from error


def _plain(frame: Image.Image) -> Image.Image:
    """Return *frame* upright and in sRGB, with nothing but its pixels."""
    profile = frame.info.get("icc_profile")
    upright = ImageOps.exif_transpose(frame)
    image = _in_srgb(upright, profile)
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    return bare


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Return *image* as RGB, or as RGBA where it lets something through."""
    if image.mode.startswith("I"):  # 16 bits of grey: Pillow would cut off what is above 8
        image = image.point(lambda value: value / 256).convert("L")
    alpha = image.convert("RGBA").getchannel("A") if image.has_transparency_data else None
    if image.mode in ("P", "PA", "1", "LA", "La", "RGBA", "RGBa", "F"):
        image = image.convert("RGBA").convert("RGB")
    converted = _by_profile(image, profile) if profile else image.convert("RGB")
    if alpha is not None:
        converted.putalpha(alpha)
    return converted


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):  # a damaged profile, or of another space
        converted = None
    return converted or image.convert("RGB")
