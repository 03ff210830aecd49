"""A shop that gives points, Cleo who books and pays there, and what is done with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.payments.models import Payment
from almanac.sales.models import PointEntry
from almanac.scheduling.actions import states
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, page_of

REWARD = {"points_on": True, "points_needed": 100, "points_reward": 5, "points_months": 12, "points_coupon_days": 30}


@pytest.fixture
def giving(shop: Shop) -> Shop:
    """A point for each pound, a coupon of five pounds for a hundred."""
    Setting.objects.create(business=shop.business, group="points", values=REWARD)
    return shop


def rules(shop: Shop, **values: Any) -> None:
    """Other settings of points."""
    Setting.objects.filter(business=shop.business, group="points").update(values=REWARD | values)


def signed_in(person: Person) -> Visitor:
    """The same browser, on the way through the shop."""
    return Visitor(person.user, person.customer_row, client=person.client)


def paid_visit(person: Person, shop: Shop, till: Till, at: datetime = WEDNESDAY_TEN, **more: Any) -> Booked:
    """A clean of forty pounds by card."""
    visitor = signed_in(person)
    visitor.ready(shop, at)
    answer = visitor.book(payment_method="card", **more)
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made


def finish(shop: Shop, made: Booked) -> None:
    """The visit took place, and somebody said so."""
    shop.clock.move_to(made.visit.ends_at)
    states.complete(actor=SYSTEM, appointment_id=made.visit.pk, now=made.visit.ends_at)
    worker.drain()


def refund(ada: Person, made: Booked, amount: int) -> None:
    line = made.order.lines.order_by("position")[0]
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "not good"}
    assert ada.post(f"/orders/{made.number}/refunds", body).status_code == 200
    worker.drain()


def entries() -> list[tuple[str, int]]:
    return list(PointEntry.objects.values_list("kind", "points"))


def balance() -> int:
    return sum(points for _, points in entries())


def payment_of(made: Booked) -> Payment:
    return Payment.objects.get(order__number=made.number, state="captured")


def days(count: int) -> timedelta:
    return timedelta(days=count)
