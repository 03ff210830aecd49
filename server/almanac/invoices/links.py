"""The links that open one document, or one statement, as a file."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from almanac.kit import links
from almanac.kit.actor import Actor

INVOICE_LINK = "invoice"
ON_A_PAGE, IN_A_LETTER = timedelta(hours=12), timedelta(days=400)


def pdf_address(invoice_id: UUID, *, reader: Actor, now: datetime) -> str:
    """Where this reader finds the PDF for half a day. Whoever calls this has seen that they may.

    Bound to who is signed in, so that a link passed on opens nothing; a guest's is good for whoever holds it, as the link
    to their order is.
    """
    return _address(f"{invoice_id} {reader.user_id or ''}", now + ON_A_PAGE)


def letter_address(invoice_id: UUID, *, now: datetime) -> str:
    """The same for a letter to the customer, as long as the link to their order in it is good."""
    return _address(f"{invoice_id} ", now + IN_A_LETTER)


def invoice_id_in(token: str, *, reader: Actor, now: datetime) -> UUID | None:
    """The document that the link opens for this reader, or None."""
    try:
        invoice_id, _, bound_to = links.read(INVOICE_LINK, token, now=now).partition(" ")
        return UUID(invoice_id) if bound_to in ("", str(reader.user_id or "")) else None
    except (links.LinkInvalid, ValueError):
        return None


def _address(subject: str, expires_at: datetime) -> str:
    return f"/api/invoice-files/{links.sign(INVOICE_LINK, subject, expires_at=expires_at)}"
