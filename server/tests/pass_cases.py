"""A package of three cleans that Nora bought, and what is done with it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from almanac.catalog.models import Package
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.sales.models import VisitPass
from almanac.scheduling.actions import states
from tests.cast import Person
from tests.packages import (
    buy_package,
    make_package,
    named,
)
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till

DAY = timedelta(days=1)
TAX = 1_667  # in a hundred pounds at a fifth


@pytest.fixture
def three(shop: Shop) -> Package:
    return make_package(shop.business, shop.clean, months=6)


@pytest.fixture
def bought(three: Package, nora: Visitor, till: Till) -> tuple[Booked, VisitPass]:
    return buy_package(nora, till, three)


@pytest.fixture
def held(bought: tuple[Booked, VisitPass]) -> VisitPass:
    return bought[1]


def told(name: str) -> int:
    return EventRow.objects.filter(name=f"sales.pass_{name}").count()


def visit(visitor: Visitor, shop: Shop, held: VisitPass, at: datetime = WEDNESDAY_TEN, **more: Any) -> Booked:
    """A clean paid with the code of the pass."""
    visitor.ready(shop, at, **more)
    assert named(visitor, held.code).status_code == 200
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def done(shop: Shop, made: Booked) -> None:
    shop.clock.move_to(made.visit.starts_at + timedelta(minutes=1))
    states.complete(actor=SYSTEM, appointment_id=made.visit.pk, now=made.visit.starts_at)
    worker.drain()


def cancel(visitor: Person, made: Booked, **body: Any) -> Any:
    answer = visitor.post(f"/appointments/{made.visit.pk}/cancel", body, x_order_token=made.token)
    worker.drain()
    return answer


def consequence(visitor: Person, made: Booked) -> Any:
    return visitor.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()


def page(ada: Person, held: VisitPass) -> Any:
    return ada.get(f"/passes/{held.pk}").json()


def refund(ada: Person, held: VisitPass, amount: int | None = None) -> Any:
    shown = page(ada, held)["unused_amount"] if amount is None else amount
    answer = ada.post(f"/passes/{held.pk}/refund", {"amount": shown, "note": "moves away"})
    worker.drain()
    return answer
