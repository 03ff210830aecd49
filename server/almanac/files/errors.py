"""Refusals of the files module."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from almanac.kit.errors import AlmanacError


@dataclass(eq=False)
class PictureTooLarge(AlmanacError):
    """More bytes, or more pixels, than we read."""

    code = "picture_too_large"
    status = 413
    title = "That picture is too large"
    most_bytes: int
    most_pixels: int


@dataclass(eq=False)
class PictureUnreadable(AlmanacError):
    """`kind`: it is no JPEG, PNG or WebP, whatever its name says; `broken`: it is one, cut off or damaged."""

    code = "picture_unreadable"
    status = 422
    title = "We cannot read that picture. Please use a JPEG, PNG or WebP"
    reason: Literal["kind", "broken"]
