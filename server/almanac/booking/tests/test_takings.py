"""What the team takes itself for an order: by whom, how much of it makes an order stand, and once however often it is sent."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.booking.actions.paying import mind_payments
from almanac.kit import clock
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.models import Payment, Refund
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.shop import Booked, Shop, Visitor, let_all_recur
from tests.tills import Till, check, order_of, page_of, placed

pytestmark = pytest.mark.django_db


def take(person: Person, made: Booked, amount: int, method: str = "cash", **headers: str) -> Any:
    return person.post(f"/orders/{made.number}/takings", {"method": method, "amount": amount}, **headers)


def back(person: Person, made: Booked, amount: int, note: str = "late", **headers: str) -> Any:
    """Money back for the order's one line."""
    line = order_of(made).lines.get()
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": note}
    return person.post(f"/orders/{made.number}/refunds", body, **headers)


class TestBelowWhatWasAskedFirst:
    def test_a_penny_does_not_make_an_order_stand(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        assert take(ada, made, 1).status_code == 200
        let_all_recur()
        worker.drain()
        assert (order_of(made).state, made.visit.awaits_payment) == ("placed", True)

    def test_all_of_it_does_however_it_comes(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        take(ada, made, 1_500)
        take(ada, made, 2_500, method="card_reader")
        worker.drain()
        assert (order_of(made).state, made.visit.awaits_payment) == ("confirmed", False)

    def test_a_deposit_is_enough_where_one_was_asked(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        shop.rules(deposit_percent=25)
        made = placed(nora, shop)
        take(ada, made, 999)
        assert order_of(made).state == "placed"
        take(ada, made, 1)
        assert order_of(made).state == "confirmed"

    def test_the_page_asks_for_the_rest_and_makes_it_stand(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = placed(nora, shop)
        take(ada, made, 1_500)
        till.pay(page_of(nora, made))
        till.tell()
        worker.drain()
        assert order_of(made).state == "confirmed"
        assert sorted(Payment.objects.filter(state="captured").values_list("amount", flat=True)) == [1_500, 2_500]
        assert till.agrees()

    def test_a_page_that_was_open_for_all_makes_it_stand_and_the_rest_goes_back(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = placed(nora, shop)
        page = page_of(nora, made)
        take(ada, made, 1_500)
        till.pay(page)
        check(nora, made)
        worker.drain()
        assert (order_of(made).state, order_of(made).paid_amount) == ("confirmed", 4_000)
        (back,) = Refund.objects.all()
        assert (back.why, back.amount) == ("surplus", 1_500)
        assert till.agrees()

    def test_after_its_time_it_lapses_and_what_was_taken_is_to_be_given_back(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        made = placed(nora, shop)
        take(ada, made, 1_500)
        shop.clock.shift(36 * 60)
        assert mind_payments(now=clock.now()) == 1
        worker.drain()
        assert (order_of(made).state, made.visit.state) == ("cancelled", Appointment.State.CANCELLED)
        (back,) = Refund.objects.all()
        assert (back.state, back.amount) == ("asked", 1_500)
        assert broken_laws() == []


def test_a_link_makes_nobody_look_after_an_order(
    shop: Shop, nora: Visitor, sid: Person, mia: Person, ada: Person
) -> None:
    """Who works here and books for themselves holds the link, and may not write down that they paid."""
    made = nora.booked(shop, staff=shop.sam)
    for person in (sid, mia):
        assert take(person, made, 4_000, x_order_token=made.token).status_code == 403
    assert order_of(made).paid_amount == 0
    assert take(ada, made, 4_000, x_order_token=made.token).status_code == 200


class TestSentTwice:
    def test_a_taking_is_one(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop)
        first = take(ada, made, 1_500, idempotency_key="a-key-of-one-form")
        again = take(ada, made, 1_500, idempotency_key="a-key-of-one-form")
        assert (first.status_code, first.json()["id"]) == (200, again.json()["id"])
        assert order_of(made).paid_amount == 1_500
        assert take(ada, made, 1_500, idempotency_key="a-key-of-another").json()["id"] != first.json()["id"]
        assert order_of(made).paid_amount == 3_000
        assert broken_laws() == []

    def test_a_refund_is_one(self, shop: Shop, nora: Visitor, ada: Person) -> None:
        made = nora.booked(shop)
        take(ada, made, 4_000)
        first = back(ada, made, 500, idempotency_key="a-key-of-one-form")
        again = back(ada, made, 500, idempotency_key="a-key-of-one-form")
        assert first.json() == again.json()
        assert Refund.objects.count() == 1

    def test_the_same_key_is_not_for_something_else_and_none_is_refused(
        self, shop: Shop, nora: Visitor, ada: Person
    ) -> None:
        made = nora.booked(shop)
        take(ada, made, 1_500, idempotency_key="a-key-of-one-form")
        other = take(ada, made, 1_600, idempotency_key="a-key-of-one-form")
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
        back(ada, made, 500, idempotency_key="a-key-of-one-form")  # of a form of its own kind
        other = back(ada, made, 600, idempotency_key="a-key-of-one-form")
        assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
        for answer in (take(ada, made, 1, idempotency_key=""), back(ada, made, 1, idempotency_key="")):
            assert answer.status_code == 422
        assert (order_of(made).paid_amount, Refund.objects.count()) == (1_500, 1)
