"""Visits that repeat and are paid by a package: what it takes to book and to read them, for tests."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from almanac.outbox import worker
from almanac.sales.models import PassUse, Subscription, VisitPass
from tests.cast import Person
from tests.packages import named
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import order_of

RULE = {"frequency": "weekly", "every": 2, "months": 3}  # seven visits from 4 March
CLEAN = 4_000
LATE = WEDNESDAY_TEN - timedelta(hours=20)  # half of the price is kept


def filled(shop: Shop, cleo: Person, held: VisitPass | None, **rule: Any) -> Visitor:
    """Cleo's basket of a clean every two weeks, with the code of the package."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    assert visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {**RULE, **rule}).status_code == 200
    if held:
        assert named(visitor, held.code).status_code == 200
    return visitor


def subscribed(shop: Shop, cleo: Person, held: VisitPass, **rule: Any) -> Booked:
    """The same booked, what is left paid on the day."""
    return booked(filled(shop, cleo, held, **rule))


def booked(visitor: Visitor) -> Booked:
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def key() -> str:
    return str(Subscription.objects.get().pk)


def amounts(made: Booked) -> list[int]:
    return list(order_of(made).lines.order_by("occurs_on").values_list("total_amount", flat=True))


def used_on() -> list[date | None]:
    """The dates of the subscription whose visits the package pays for."""
    live = PassUse.objects.filter(given_back_at=None, line__subscription__isnull=False)
    return list(live.order_by("line__occurs_on").values_list("line__occurs_on", flat=True))


# Booking
