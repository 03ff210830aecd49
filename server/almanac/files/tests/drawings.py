"""Pictures made up for tests."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image


def drawing(kind: str = "PNG", size: tuple[int, int] = (40, 30), colour: Any = (200, 30, 30), **options: Any) -> bytes:
    """A file of one colour."""
    output = io.BytesIO()
    mode = "RGBA" if len(colour) == 4 else "RGB"
    Image.new(mode, size, colour).save(output, kind, **options)
    return output.getvalue()


def opened(content: bytes) -> Image.Image:
    """What the bytes show."""
    found = Image.open(io.BytesIO(content))
    found.load()
    return found
