"""Signed links: the one that opens an order without an account, and those that download a file."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from almanac.kit import links
from almanac.kit.actor import Actor
from almanac.sales.models import Order

ORDER_LINK = "order"
GOOD_FOR = timedelta(days=400)
GIFT_CARD_LINK = "gift card"
GIFT_CARD_GOOD_FOR = timedelta(days=5 * 366)
PASS_LINK = "pass"  # noqa: S105 - what the link is for
PASS_GOOD_FOR = timedelta(days=6 * 366)
DOWNLOAD_LINK = "download"
DOWNLOAD_GOOD_FOR = timedelta(hours=1)


def order_token(order: Order, *, now: datetime) -> str:
    """A token for the header `X-Order-Token` and the tracking page; opens this order alone until it expires, or its links are
    withdrawn."""
    return links.sign(ORDER_LINK, f"{order.pk}:{order.link_revision}", expires_at=now + GOOD_FOR)


def order_id_in(token: str, *, now: datetime) -> UUID | None:
    """The order a token opens, or None: a bad token is no error, it just opens nothing. One SQL query for a token of ours."""
    try:
        order_id, _, revision = links.read(ORDER_LINK, token, now=now).partition(":")
        opened = Order.objects.filter(pk=UUID(order_id), link_revision=int(revision))
    except (links.LinkInvalid, ValueError):
        return None
    return opened.values_list("pk", flat=True).first()


def gift_card_token(card_id: UUID, *, now: datetime) -> str:
    """A token for the header `X-Gift-Card-Token` and the card's own page; shows this card alone until it expires."""
    return links.sign(GIFT_CARD_LINK, str(card_id), expires_at=now + GIFT_CARD_GOOD_FOR)


def gift_card_id_in(token: str, *, now: datetime) -> UUID | None:
    """The gift card a token shows, or None."""
    try:
        return UUID(links.read(GIFT_CARD_LINK, token, now=now))
    except (links.LinkInvalid, ValueError):
        return None


def pass_token(pass_id: UUID, *, now: datetime) -> str:
    """A token for the header `X-Pass-Token` and the package's own page; shows this pass alone until it expires."""
    return links.sign(PASS_LINK, str(pass_id), expires_at=now + PASS_GOOD_FOR)


def pass_id_in(token: str, *, now: datetime) -> UUID | None:
    """The pass a token shows, or None."""
    try:
        return UUID(links.read(PASS_LINK, token, now=now))
    except (links.LinkInvalid, ValueError):
        return None


def download_address(entitlement_id: UUID, file_id: UUID, *, reader: Actor, now: datetime) -> str:
    """Where this reader finds a file of an entitlement, for an hour. Whoever calls this has seen that they may.

    Bound to who is signed in, so that a link passed on opens nothing; a guest's is good for whoever holds it.
    """
    subject = f"{entitlement_id} {file_id} {_who(reader)}"
    token = links.sign(DOWNLOAD_LINK, subject, expires_at=now + DOWNLOAD_GOOD_FOR)
    return f"/api/downloads/{token}"


def download_in(token: str, *, reader: Actor, now: datetime) -> tuple[UUID, UUID] | None:
    """The entitlement and the file that a link opens for this reader, or None."""
    try:
        entitlement, file, bound_to = links.read(DOWNLOAD_LINK, token, now=now).split(" ")
        return (UUID(entitlement), UUID(file)) if bound_to in ("", _who(reader)) else None
    except (links.LinkInvalid, ValueError):
        return None


def _who(reader: Actor) -> str:
    return str(reader.user_id or "")
