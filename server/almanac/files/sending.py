"""A private file sent as a download, whole or the part that a browser asks for to go on where it stopped (RFC 9110, 14)."""

from __future__ import annotations

import re

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.http import content_disposition_header

from almanac.files.errors import RangeUnmet
from almanac.files.models import PrivateFile
from almanac.files.queries import piece_of

ONE_RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")


def sent(file: PrivateFile, request: HttpRequest) -> StreamingHttpResponse:
    """The file as an attachment that no cache keeps. Several ranges at once, or what is no range, get all of it.

    Raises RangeUnmet, NotFound when the storage has lost it.
    """
    tag = f'"{file.pk.hex}"'  # a file never changes: another is another row
    wanted = request.headers.get("Range", "") if request.headers.get("If-Range", tag) == tag else ""
    part = _part(wanted, file.size)
    first, last = part or (0, file.size - 1)
    answer = StreamingHttpResponse(
        piece_of(file, first=first, length=last - first + 1),
        status=206 if part else 200,
        content_type=file.content_type,
    )
    if part:
        answer["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    answer["Content-Length"] = str(last - first + 1)
    answer["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name) or "attachment"
    answer["Accept-Ranges"], answer["ETag"] = "bytes", tag
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte of one range; None for all of it. Raises RangeUnmet."""
    found = ONE_RANGE.fullmatch(wanted.strip())
    if found is None or found.group(1) == found.group(2) == "":
        return None
    if found.group(1) == "":  # the last so many
        count = min(int(found.group(2)), size)
        if count == 0:
            raise RangeUnmet(size=size)
        return size - count, size - 1
    first = int(found.group(1))
    last = min(int(found.group(2)), size - 1) if found.group(2) else size - 1
    if first >= size:
        raise RangeUnmet(size=size)
    return (first, last) if first <= last else None
