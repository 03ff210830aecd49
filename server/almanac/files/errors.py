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


@dataclass(eq=False)
class FileTooLarge(AlmanacError):
    """More bytes than we keep, or a picture of more pixels than we read."""

    code = "file_too_large"
    status = 413
    title = "That file is too large"
    most_bytes: int


@dataclass(eq=False)
class FileUnreadable(AlmanacError):
    """`kind`: neither a picture nor a PDF, whatever its name says; `broken`: it is one, cut off or damaged."""

    code = "file_unreadable"
    status = 422
    title = "We cannot read that file. Please use a JPEG, PNG or WebP picture, or a PDF"
    reason: Literal["kind", "broken"]


@dataclass(eq=False)
class PdfUnreadable(AlmanacError):
    """`kind`: it is no PDF, whatever its name says; `broken`: it is one, cut off or damaged."""

    code = "pdf_unreadable"
    status = 422
    title = "We cannot read that file. Please send a PDF"
    reason: Literal["kind", "broken"]


@dataclass(eq=False)
class RangeUnmet(AlmanacError):
    """The part of a file that was asked for lies beyond its end; `size` is how many bytes it has."""

    code = "range_unmet"
    status = 416
    title = "The file has no such part"
    size: int


@dataclass(eq=False)
class FilesFull(AlmanacError):
    """So many files, or so many bytes of them, are kept already."""

    code = "files_full"
    status = 409
    title = "That is as many files as we can keep. Please take one away first"
    most_files: int
    most_bytes: int
