"""Files that people send with a booking, told by their bytes: pictures, which are drawn anew, and PDFs, kept as they came.

A PDF may hold scripts and is never shown by us: it goes out as a download alone, of a type that no browser guesses about.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from almanac.files.errors import FileTooLarge, FileUnreadable, PdfUnreadable, PictureTooLarge, PictureUnreadable
from almanac.files.pictures import CONTENT_TYPE, ENDING, MOST_BYTES, redrawn
from almanac.kit.text import one_line

PDF = "application/pdf"
PDF_BEGINS, PDF_ENDS = b"%PDF-", b"%%EOF"
PDF_TAIL = 2048  # bytes in which the end must stand; some programs write a little after it
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Upload:
    """A file fit to keep: what is in it, what it is, and what to call it."""

    content: bytes
    content_type: str
    ending: str
    name: str


def checked_upload(content: bytes, *, name: str) -> Upload:
    """The file in these bytes. Raises FileTooLarge, FileUnreadable."""
    if len(content) > MOST_BYTES:
        raise FileTooLarge(most_bytes=MOST_BYTES)
    if content.startswith(PDF_BEGINS):
        if PDF_ENDS not in content[-PDF_TAIL:]:
            raise FileUnreadable(reason="broken")
        return Upload(content, PDF, "pdf", _named(name, "pdf"))
    try:
        picture = redrawn(content)
    except PictureTooLarge as large:
        raise FileTooLarge(most_bytes=MOST_BYTES) from large
    except PictureUnreadable as strange:
        raise FileUnreadable(reason=strange.reason) from strange
    return Upload(picture.content, CONTENT_TYPE, ENDING, _named(name, ENDING))


def checked_pdf(content: bytes, *, name: str) -> Upload:
    """The PDF in these bytes, whatever it is called. Raises FileTooLarge, PdfUnreadable."""
    if len(content) > MOST_BYTES:
        raise FileTooLarge(most_bytes=MOST_BYTES)
    if not content.startswith(PDF_BEGINS):
        raise PdfUnreadable(reason="kind")
    if PDF_ENDS not in content[-PDF_TAIL:]:
        raise PdfUnreadable(reason="broken")
    return Upload(content, PDF, "pdf", _named(name, "pdf"))


def _named(sent: str, ending: str) -> str:
    """Its own name without folders, and with the ending of what it is."""
    stem = PurePosixPath(one_line(sent).replace("\\", "/")).stem[:LONGEST_NAME].strip(". ") or "file"
    return f"{stem}.{ending}"
