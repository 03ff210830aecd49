"""Orders for which test money came stand apart from the real books, with all that was bought by them (ADR 0042)."""

from __future__ import annotations

from uuid import UUID

from almanac.ledger.apart import set_apart
from almanac.sales.models import LineKind, Order, OrderLine, gift_card_holder, pass_holder


def mark_test(order_id: UUID) -> None:
    """Test money came for this locked order: what is booked about it, about its gift cards and about its packages is no real
    money. For good, and before any of it is booked; in the caller's transaction. Doing it twice changes nothing."""
    if not Order.objects.filter(pk=order_id, is_test=False).update(is_test=True):
        return
    sold = OrderLine.objects.filter(order_id=order_id)
    cards = sold.filter(kind=LineKind.GIFT_CARD).values_list("pk", flat=True)
    packages = sold.filter(kind=LineKind.PACKAGE).values_list("pk", flat=True)
    set_apart([f"order:{order_id}", *map(gift_card_holder, cards), *map(pass_holder, packages)])
