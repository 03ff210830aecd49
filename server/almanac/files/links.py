"""The link by which one reader gets one private file, for a quarter of an hour."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from almanac.kit import links
from almanac.kit.actor import Actor

FILE_LINK = "file"
GOOD_FOR = timedelta(minutes=15)


def file_address(file_id: UUID, *, reader: Actor, now: datetime) -> str:
    """Where this reader finds the file. Whoever calls this has seen that they may.

    Bound to who is signed in, so that a link passed on opens nothing; a guest's is good for whoever holds it, as the link
    to their order is.
    """
    token = links.sign(FILE_LINK, f"{file_id} {_who(reader)}", expires_at=now + GOOD_FOR)
    return f"/api/files/{token}"


def file_id_in(token: str, *, reader: Actor, now: datetime) -> UUID | None:
    """The file that the link opens for this reader, or None."""
    try:
        file_id, _, bound_to = links.read(FILE_LINK, token, now=now).partition(" ")
        return UUID(file_id) if bound_to in ("", _who(reader)) else None
    except (links.LinkInvalid, ValueError):
        return None


def _who(reader: Actor) -> str:
    return str(reader.user_id or "")
