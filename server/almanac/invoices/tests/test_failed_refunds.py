"""Documents of what went back and came back in the end: credited once, and invoiced anew when it stands again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.invoices.actions.issuing import settle
from almanac.invoices.models import Invoice
from almanac.kit import clock
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.payments.models import Refund
from tests.cast import Person
from tests.late import agrees, call_off, came_back, give_back, pay_again, put_back
from tests.shop import NOW, Booked, Shop, Visitor, let_all_recur
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


def documents(made: Booked) -> list[tuple[str, int]]:
    rows = Invoice.objects.filter(order__number=made.number).order_by("issued_at", "pk")
    return [(row.kind, row.total_amount) for row in rows]


def test_after_a_refund_that_failed_once_what_stands_again_is_invoiced_anew(
    shop: Shop, nora: Visitor, ada: Person, till: Till
) -> None:
    made = paid(nora, shop, till)
    call_off(nora, made.visit, made.token)
    came_back(till)
    assert ada.post(f"/refunds/{Refund.objects.get().pk}/again", {}).status_code == 200
    worker.drain()
    put_back(ada, made.visit)
    pay_again(nora, till, made)
    assert documents(made) == [("invoice", 4_000), ("credit_note", 4_000), ("invoice", 4_000)]
    assert agrees(till, order_of(made))


def test_what_stands_again_and_is_paid_by_what_came_back_is_invoiced_anew(
    shop: Shop, nora: Visitor, ada: Person, till: Till
) -> None:
    made = paid(nora, shop, till)
    call_off(nora, made.visit, made.token)
    came_back(till)
    assert agrees(till, order_of(made))
    put_back(ada, made.visit)
    assert documents(made) == [("invoice", 4_000), ("credit_note", 4_000), ("invoice", 4_000)]
    assert agrees(till, order_of(made))


def test_what_was_credited_and_failed_is_not_invoiced_while_it_is_asked_for_again(
    shop: Shop, nora: Visitor, ada: Person, till: Till
) -> None:
    """Nor once it was called off and put back, where all went back meanwhile: then the whole price is."""
    made = paid(nora, shop, till)
    give_back(ada, made, 1_000)
    came_back(till)
    credited = [("invoice", 4_000), ("credit_note", 1_000)]
    assert documents(made) == credited
    till.fake.down = [500] * 9
    assert ada.post(f"/refunds/{Refund.objects.get().pk}/again", {}).status_code == 200
    worker.drain()
    assert Refund.objects.filter(state="asked").count() == 1
    settle(actor=SYSTEM, order_id=order_of(made).pk, now=clock.now())
    assert documents(made) == credited
    till.fake.down = []
    let_all_recur()
    shop.clock.move_to(NOW + HOURS)
    worker.drain()
    assert documents(made) == credited
    assert agrees(till, order_of(made))
    came_back(till, 1)
    call_off(nora, made.visit, made.token)
    put_back(ada, made.visit)
    assert documents(made)[2:] == [("credit_note", 3_000), ("invoice", 4_000)]
    assert agrees(till, order_of(made))
