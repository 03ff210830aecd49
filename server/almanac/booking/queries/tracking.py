"""Finding an order without an account."""

from __future__ import annotations

import hmac

from almanac.booking.errors import OrderUnknown
from almanac.kit.ids import read_order_number
from almanac.sales.models import Order


def order_by_number_and_email(number: str, email: str) -> Order:
    """The order with this number, if it was booked with this e-mail. Raises OrderUnknown for either being wrong."""
    order = Order.objects.select_related("customer").filter(number=read_order_number(number)).first()
    known = order.customer.email if order else ""
    if (
        order is None
        or not known
        or not hmac.compare_digest(known.casefold().encode(), email.strip().casefold().encode())
    ):
        raise OrderUnknown
    return order
