"""What an order says is paid, owed, and may be paid on the day, as it reads to its customer and to each of the team."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Setting
from almanac.catalog.models import Product
from almanac.outbox import worker
from almanac.payments.models import Payment
from tests.cast import Person
from tests.goods import ordered
from tests.series_cases import subscribed
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db
HIGHEST = "4000000000004954"  # a risk that holds an order


def told(person: Person, made: Booked) -> dict[str, Any]:
    opens = {"x_order_token": made.token} if isinstance(person, Visitor) else {}
    found: dict[str, Any] = person.get(f"/orders/{made.number}", **opens).json()
    return found


def sums(order: dict[str, Any]) -> tuple[int, int, int]:
    return order["total_amount"], order["paid_amount"], order["owed_amount"]


def cancel(visitor: Visitor, made: Booked, line: dict[str, Any]) -> None:
    path = f"/appointments/{line['appointment_id']}"
    told = visitor.get(f"{path}/cancellation", x_order_token=made.token).json()
    answer = visitor.post(f"{path}/cancel", {"token": told["token"]}, x_order_token=made.token)
    assert answer.status_code == 204, answer.content


def never_on_the_day(shop: Shop) -> None:
    Setting.objects.create(business=shop.business, group="payments", values={"on_the_day": False})


class TestOnTheDay:
    def test_it_was_agreed_so(self, shop: Shop, nora: Visitor, ada: Person, till: Till) -> None:
        made = nora.booked(shop)
        never_on_the_day(shop)  # since then
        for person in (nora, ada):
            assert (told(person, made)["owed_amount"], told(person, made)["on_the_day"]) == (4_000, True)

    @pytest.mark.parametrize("is_taken", [True, False])
    def test_the_rest_of_a_deposit_only_where_the_business_takes_it(
        self, shop: Shop, nora: Visitor, till: Till, is_taken: bool
    ) -> None:
        shop.rules(deposit_percent=25)
        if not is_taken:
            never_on_the_day(shop)
        made = paid(nora, shop, till)
        assert (told(nora, made)["owed_amount"], told(nora, made)["on_the_day"]) == (3_000, is_taken)
        till.pay(page_of(nora, made))
        check(nora, made)
        assert (told(nora, made)["owed_amount"], told(nora, made)["on_the_day"]) == (0, False)

    def test_what_was_called_off_is_not_owed(self, shop: Shop, nora: Visitor) -> None:
        nora.ready(shop)
        nora.want(shop.call)
        nora.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1)
        made = Booked(**nora.book().json())
        cancel(nora, made, told(nora, made)["lines"][1])
        assert (sums(told(nora, made)), told(nora, made)["on_the_day"]) == ((6_500, 0, 4_000), True)


class TestEnded:
    """Only what nobody paid in time is told as such."""

    def test_nobody_paid_in_time(self, shop: Shop, nora: Visitor, booklet: Product, till: Till) -> None:
        made = placed(nora, shop)
        goods = ordered(Visitor(), booklet)
        shop.clock.move_to(NOW + timedelta(minutes=40))
        worker.drain()
        for order in (told(nora, made), told(nora, goods)):
            assert (order["state"], order["lapsed"]) == ("cancelled", True)

    def test_called_off(self, shop: Shop, nora: Visitor, booklet: Product, till: Till) -> None:
        for made in (placed(nora, shop), ordered(Visitor(), booklet)):
            nora.post(f"/orders/{made.number}/call-off", {}, x_order_token=made.token)
            assert (told(nora, made)["state"], told(nora, made)["lapsed"]) == ("cancelled", False)

    def test_paid_and_called_off(self, shop: Shop, nora: Visitor, till: Till) -> None:
        made = paid(nora, shop, till)
        shop.clock.move_to(NOW + timedelta(hours=2))
        cancel(nora, made, told(nora, made)["lines"][0])
        assert (told(nora, made)["state"], told(nora, made)["lapsed"]) == ("cancelled", False)

    def test_paid_and_refused(self, shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
        made = placed(nora, shop)
        till.pay(page_of(nora, made), HIGHEST)
        check(nora, made)
        shop.clock.move_to(NOW + timedelta(hours=2))
        (row,) = ada.get("/payment-reviews").json()["items"]
        assert ada.post(f"/payment-reviews/{row['id']}/refuse", {"note": "no"}).status_code < 300
        worker.drain()
        assert (told(nora, made)["state"], told(nora, made)["lapsed"]) == ("cancelled", False)

    def test_stood_for_a_while_and_was_never_paid(self, shop: Shop, nora: Visitor) -> None:
        """As where a bank that had promised a debit did not pay it."""
        made = nora.booked(shop)
        Payment.objects.filter(order__number=made.number).update(state="failed", pay_by=NOW - timedelta(hours=1))
        cancel(nora, made, told(nora, made)["lines"][0])
        assert (told(nora, made)["state"], told(nora, made)["lapsed"]) == ("cancelled", False)


class TestAPart:
    """Who sees some lines of an order is told the sums of these."""

    @pytest.fixture
    def in_turn(self, shop: Shop, cleo: Person) -> Booked:
        """Cleo's clean every two weeks; Sid makes the third visit, Sam the others."""
        made = subscribed(shop, cleo)
        third = order_of(made).lines.select_related("appointment").order_by("appointment__starts_at")[2]
        assert third.appointment is not None
        third.appointment.staff_member = shop.sid
        third.appointment.save()
        return made

    def test_what_a_colleague_took_pays_no_other_visit(
        self, shop: Shop, in_turn: Booked, sam: Person, sid: Person, mia: Person, max_: Person, cleo: Person
    ) -> None:
        taken = sam.post(f"/orders/{in_turn.number}/takings", {"method": "cash", "amount": 4_000})
        assert taken.status_code == 200, taken.content
        for person in (sid, mia):
            assert sums(told(person, in_turn)) == (4_000, 0, 4_000)
            (row,) = person.get("/orders").json()["items"]
            assert sums(row) == (4_000, 0, 4_000)
        assert sums(told(sam, in_turn)) == (24_000, 4_000, 20_000)
        assert sums(told(cleo, in_turn)) == (28_000, 4_000, 24_000)
        file = b"".join(sid.get("/orders.csv").streaming_content).decode()
        assert ",40.00,0.00," in file.splitlines()[1]

    def test_a_longer_list_takes_no_more_queries(self, shop: Shop, in_turn: Booked, sid: Person, nora: Visitor) -> None:
        counts = []
        for days in (1, 2):
            nora.booked(shop, WEDNESDAY_TEN + timedelta(days=days), staff=shop.sid)
            with CaptureQueriesContext(connection) as asked:
                assert len(sid.get("/orders").json()["items"]) == days + 1
            counts.append(len(asked))
        assert counts[0] == counts[1]
