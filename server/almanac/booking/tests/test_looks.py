"""Nothing starves: who waits longest is asked about first, and what has no end keeps nobody else waiting."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.booking.actions.paying import mind_payments
from almanac.outbox import worker
from almanac.payments import looks
from almanac.payments.actions import pages, refunds
from almanac.payments.looks import overdue, refunds_without_end, without_fee
from almanac.payments.models import Payment, PaymentState, Refund
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, order_of, page_of, paid, placed

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def like(payment: Payment, count: int, **more: Any) -> None:
    """Many more payments of this order."""
    Payment.objects.bulk_create(
        Payment(
            order=payment.order,
            method=payment.method,
            account=payment.account,
            amount=payment.amount,
            currency=payment.currency,
            **{"created_at": payment.created_at, "reference": f"other-{number}", **more},
        )
        for number in range(count)
    )


def test_the_longer_it_waits_the_rarer_it_is_asked() -> None:
    asked = [looks.next_look(NOW, NOW + age) - (NOW + age) for age in (-HOUR, 0 * HOUR, HOUR, 10 * HOUR, 90 * HOUR)]
    assert asked == [MINUTE, MINUTE, 6 * MINUTE, HOUR, 6 * HOUR]
    assert looks.next_look(NOW, NOW + 90 * HOUR, latest=looks.A_PAGE) == NOW + 90 * HOUR + 10 * MINUTE


@pytest.mark.django_db
def test_debits_that_take_days_keep_no_unpaid_page_open(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    page_of(nora, made)
    payment = Payment.objects.get()
    like(payment, 60, state=PaymentState.PENDING, pay_by=NOW - 3 * HOUR, created_at=NOW - 48 * HOUR)
    for minutes in (36, 37, 38):
        mind_payments(now=NOW + minutes * MINUTE)
    payment.refresh_from_db()
    assert (payment.state, Payment.objects.filter(look_at=None).count()) == ("cancelled", 0)


@pytest.mark.django_db
def test_each_is_asked_at_its_own_time(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    page_of(nora, made)
    Payment.objects.update(state=PaymentState.PENDING)
    began = Payment.objects.get().created_at
    pages.mind_overdue(now=began + 10 * HOUR)
    assert (Payment.objects.get().look_at, overdue(began + 10.5 * HOUR).count()) == (began + 11 * HOUR, 0)
    assert overdue(began + 11 * HOUR).count() == 1


@pytest.mark.django_db
def test_a_company_that_is_down_keeps_its_orders_and_nobody_elses(
    shop: Shop, nora: Visitor, till: Till, at_once: None
) -> None:
    made = placed(nora, shop)
    page_of(nora, made)
    till.fake.down = [503] * 200
    like(Payment.objects.get(), 60, state=PaymentState.OPEN, pay_by=NOW - HOUR)
    pages.mind_overdue(now=NOW + 36 * MINUTE)
    assert overdue(NOW + 36 * MINUTE).count() == 11
    assert not Payment.objects.exclude(state=PaymentState.OPEN).exists()


@pytest.mark.django_db
def test_fees_that_are_never_told_keep_no_other_waiting(shop: Shop, nora: Visitor, till: Till) -> None:
    till.fake.book.fees_wait = True
    made = paid(nora, shop, till)
    payment = Payment.objects.get(order=order_of(made))
    like(payment, 60, state=PaymentState.CAPTURED, captured_at=NOW - 48 * HOUR)
    pages.mind_fees(now=NOW + HOUR)
    assert without_fee(NOW + HOUR).count() == 11
    pages.mind_fees(now=NOW + HOUR)
    assert without_fee(NOW + HOUR).count() == 0


@pytest.mark.django_db
def test_a_refund_the_company_does_not_know_keeps_no_other_waiting(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    payment = Payment.objects.get(state="captured")
    for number in range(60):
        Refund.objects.create(
            payment=payment, amount=1, why="policy", state="pending", reference=f"re_{number}", created_at=NOW - HOUR
        )
    body = {"lines": [{"line_id": str(order_of(made).lines.get().pk), "amount": 100}], "note": "late"}
    till.fake.down = [503, 503]
    assert ada.post(f"/orders/{made.number}/refunds", body).status_code == 200
    worker.drain()
    mine = Refund.objects.get(why="by_hand")
    assert mine.state == "asked"
    for minutes in (20, 40):
        refunds.mind(now=NOW + minutes * MINUTE)
    mine.refresh_from_db()
    assert (mine.state, Refund.objects.filter(state="pending").count()) == ("done", 60)


@pytest.mark.django_db
def test_what_is_given_back_by_hand_is_in_nobodys_way(shop: Shop, nora: Visitor, ada: Person, sam: Person) -> None:
    made = nora.booked(shop)
    sam.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000})
    body = {"lines": [{"line_id": str(order_of(made).lines.get().pk), "amount": 100}], "note": "late"}
    ada.post(f"/orders/{made.number}/refunds", body)
    worker.drain()
    assert Refund.objects.get().state == "asked"
    assert not refunds_without_end(NOW + HOUR).exists()
