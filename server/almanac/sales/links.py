"""The signed link that opens one order without an account."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from almanac.kit import links

ORDER_LINK = "order"
GOOD_FOR = timedelta(days=400)


def order_token(order_id: UUID, *, now: datetime) -> str:
    """A token for the header `X-Order-Token` and the tracking page; opens this order alone until it expires."""
    return links.sign(ORDER_LINK, str(order_id), expires_at=now + GOOD_FOR)


def order_id_in(token: str, *, now: datetime) -> UUID | None:
    """The order a token opens, or None: a bad token is no error, it just opens nothing."""
    try:
        return UUID(links.read(ORDER_LINK, token, now=now))
    except (links.LinkInvalid, ValueError):
        return None
