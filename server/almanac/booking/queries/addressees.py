"""Whom a request makes us write to, before it is done: nobody has vouched for an e-mail that a guest typed."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from almanac.booking.queries.baskets import basket_behind, content_of
from almanac.sales.models import Order


def mailbox_of_basket(token: str, *, now: datetime) -> str:
    """The mailbox of the e-mail typed in a basket; empty when there is none."""
    basket = basket_behind(token, now=now)
    return mailbox_of(content_of(basket).details.email) if basket else ""


def mailbox_of_order(order_id: UUID) -> str:
    """The mailbox of the customer of an order; empty when there is none."""
    return mailbox_of(Order.objects.filter(pk=order_id).values_list("customer__email", flat=True).first() or "")


def mailbox_of(email: str) -> str:
    """One form of all addresses that reach the same mailbox: in any case, and with anything after a plus."""
    name, at, host = email.strip().casefold().partition("@")
    return f"{name.partition('+')[0]}{at}{host}"
