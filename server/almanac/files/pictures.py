"""Pictures drawn anew: what comes out holds pixels and nothing else, wherever the file came from.

A file sent to us may be no picture, carry a script behind one, say where its owner lives (EXIF), or unpack to more than
memory holds. So its kind is told by its bytes, its pixels are counted before they are read, and only they go on.
"""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from almanac.files.errors import PictureTooLarge, PictureUnreadable

MOST_BYTES = 15 * 1024 * 1024
MOST_PIXELS = 60_000_000  # what the best telephones take
LONGEST_SIDE = 1600  # pixels; more is never shown
KINDS = ("JPEG", "PNG", "WEBP")
CONTENT_TYPE, ENDING, QUALITY = "image/webp", "webp", 82


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as we keep it: WebP, upright, its longest side at most 1,600 pixels."""

    content: bytes
    width: int
    height: int


def redrawn(content: bytes) -> Picture:
    """The picture in these bytes. Raises PictureTooLarge, PictureUnreadable."""
    too_large = PictureTooLarge(most_bytes=MOST_BYTES, most_pixels=MOST_PIXELS)
    if len(content) > MOST_BYTES:
        raise too_large
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns of large pictures; we refuse them ourselves
        try:
            found = Image.open(io.BytesIO(content), formats=KINDS)
        except Image.DecompressionBombError as bomb:
            raise too_large from bomb
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as strange:
            raise PictureUnreadable(reason="kind") from strange
        if found.width * found.height > MOST_PIXELS:
            raise too_large
        try:
            return _drawn(found)
        except (OSError, ValueError, SyntaxError, EOFError, IndexError) as damaged:
            raise PictureUnreadable(reason="broken") from damaged


def _drawn(found: Image.Image) -> Picture:
    found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a JPEG is read at a fraction of its size where that will do
    upright = ImageOps.exif_transpose(found)
    plain = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    clean = Image.new(plain.mode, plain.size)
    clean.paste(plain)
    output = io.BytesIO()
    clean.save(output, "WEBP", quality=QUALITY, method=4)
    return Picture(output.getvalue(), clean.width, clean.height)
