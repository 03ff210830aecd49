"""An order that waits to be paid, called off as a whole: by whom, what becomes of it, and when it is too late."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Setting
from almanac.catalog.models import Product
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment, PaymentState, Refund, Review
from almanac.payments.queries import outstanding
from almanac.sales.models import Entitlement, GiftCard, OrderState
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.desk import Desk
from tests.goods import a_card, agreed, holder, left_on, ordered, pays_with, put_gift, put_in, sells_cards
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now
from tests.tills import Till, check, order_of, page_of, placed

pytestmark = pytest.mark.django_db
HIGHEST = "4000000000004954"  # a risk that holds an order
TRANSFERS = {
    "transfers_taken": True,
    "account_name": "VALClean Ltd",
    "account_number": "31926819",
    "sort_code": "60-16-13",
}


def called_off(person: Any, made: Booked, **headers: str) -> tuple[int, str]:
    answer = person.post(f"/orders/{made.number}/call-off", {}, **headers)
    return answer.status_code, answer.json().get("reason", answer.json()["code"]) if answer.content else ""


def offered(person: Any, made: Booked) -> bool:
    found: bool = person.get(f"/orders/{made.number}").json()["can_call_off"]
    return found


def owed_of(made: Booked) -> int:
    return sum(outstanding(order_of(made)).values())


def done() -> None:
    worker.drain()
    assert broken_laws() == []


def letters_to(address: str) -> list[str]:
    return [str(letter.subject) for letter in mail.outbox if letter.to == [address]]


@pytest.fixture
def desk(shop: Shop, ada: Person) -> Desk:
    """The administrator, with a call on the line; gift cards are sold."""
    sells_cards(shop.business)
    found = Desk(ada.user, client=ada.client)
    assert found.pick_up().status_code == 200
    return found


def by_phone(desk: Desk, **more: Any) -> Booked:
    details = {"name": "Nora Newcomer", "email": "nora@example.com", "phone": "07700 900321"}
    desk.patch("/basket/details", details)
    answer = desk.book(payment_method="pay_ahead", early_start_consent=True, **more)
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


class TestByItsCustomer:
    def test_goods_ordered_by_phone(self, desk: Desk, booklet: Product) -> None:
        put_in(desk, booklet)
        made = by_phone(desk, download_consent=True)
        done()
        own = holder(made)
        assert offered(own, made) is True
        assert called_off(own, made) == (204, "")
        done()
        order = order_of(made)
        assert (order.state, order.payments.get().state) == (OrderState.CANCELLED, PaymentState.CANCELLED)
        assert (offered(own, made), Entitlement.objects.filter(given_at__isnull=False).exists()) == (False, False)
        (letter,) = [each for each in mail.outbox if each.subject.startswith("Called off")]
        assert (letter.subject, "You owe nothing" in letter.body) == (f"Called off: {made.number}", True)
        assert not any(subject.startswith("Not paid") for subject in letters_to(letter.to[0]))

    def test_a_visit_whose_transfer_is_waited_for(self, shop: Shop, nora: Visitor) -> None:
        Setting.objects.create(business=shop.business, group="transfers", values=TRANSFERS)
        nora.ready(shop, days_from_now(7))
        made = Booked(**nora.book(payment_method="bank_transfer").json())
        assert called_off(nora, made, x_order_token=made.token) == (204, "")
        done()
        order = order_of(made)
        assert (order.state, order.payments.get().state) == (OrderState.CANCELLED, PaymentState.CANCELLED)
        assert made.visit.cancelled_by == Appointment.Party.CUSTOMER

    def test_a_page_that_is_open_is_closed_and_the_time_is_free(
        self, shop: Shop, nora: Visitor, rival: Visitor, till: Till
    ) -> None:
        made = placed(nora, shop)
        page_of(nora, made)
        assert called_off(nora, made, x_order_token=made.token) == (204, "")
        done()
        assert (order_of(made).state, made.visit.state) == (OrderState.CANCELLED, Appointment.State.CANCELLED)
        assert {each["status"] for each in till.fake.book.all("cs_test")} == {"expired"}
        rival.ready(shop, made.visit.starts_at)
        assert rival.book(payment_method="card").status_code == 200
        assert till.agrees()

    def test_what_a_gift_card_paid_of_it_is_on_the_card_again(
        self, shop: Shop, nora: Visitor, till: Till, booklet: Product
    ) -> None:
        card, code = a_card(booklet.business, 1_000)
        put_in(nora, booklet)
        pays_with(nora, code)
        made = ordered(nora, gift_cards=agreed(nora))
        page_of(nora, made)
        assert left_on(card) == 0
        assert called_off(nora, made, x_order_token=made.token) == (204, "")
        done()
        assert (left_on(card), order_of(made).state) == (1_000, OrderState.CANCELLED)

    def test_paid_on_its_page_by_then_it_stands(self, shop: Shop, nora: Visitor, till: Till) -> None:
        """Nobody had told us: closing the page finds it out."""
        made = placed(nora, shop)
        till.pay(page_of(nora, made))
        assert called_off(nora, made, x_order_token=made.token) == (409, "not_waiting")
        done()
        assert (order_of(made).state, made.visit.state) == (OrderState.CONFIRMED, Appointment.State.CONFIRMED)
        assert till.agrees()


class TestByTheTeam:
    def test_by_phone_with_a_part_paid_all_of_it_ends(self, shop: Shop, desk: Desk, ada: Person) -> None:
        desk.ready(shop)
        put_gift(desk, shop.business, recipient_name="Gran", recipient_email="gran@example.com")
        made = by_phone(desk)
        done()
        assert ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_500}).status_code == 200
        mail.outbox.clear()
        assert (offered(ada, made), called_off(ada, made)) == (True, (204, ""))
        done()
        assert (order_of(made).state, made.visit.state) == (OrderState.CANCELLED, Appointment.State.CANCELLED)
        assert made.visit.cancelled_by == Appointment.Party.STAFF
        refunds = Refund.objects.all()
        assert (sum(each.amount for each in refunds), {each.why for each in refunds}) == (4_500, {"team"})
        assert GiftCard.objects.get().issued_at is None
        called = [subject for subject in letters_to("nora@example.com") if "received" not in subject]
        assert called == [f"Called off: {made.number}"]
        assert letters_to("gran@example.com") == []
        (fact,) = EventRow.objects.filter(name="booking.order_called_off")
        assert ada.user is not None
        assert fact.user_id == ada.user.pk
        assert called_off(ada, made) == (409, "not_waiting")

    def test_whoever_looks_after_a_part_of_it_does_not(self, shop: Shop, desk: Desk, max_: Person) -> None:
        desk.ready(shop)
        put_gift(desk, shop.business, recipient_name="Gran", recipient_email="gran@example.com")
        made = by_phone(desk)
        assert (offered(max_, made), called_off(max_, made)) == (False, (403, "not_allowed"))
        assert order_of(made).state == OrderState.PLACED

    def test_whoever_looks_after_all_of_it_does(self, shop: Shop, nora: Visitor, till: Till, max_: Person) -> None:
        made = placed(nora, shop)
        assert (offered(max_, made), called_off(max_, made)) == (True, (204, ""))


class TestForGood:
    def test_no_visit_of_it_is_put_back(self, shop: Shop, desk: Desk, ada: Person) -> None:
        """It would stand unpaid, and bring what was called off with it."""
        desk.ready(shop)
        put_gift(desk, shop.business, recipient_name="Gran", recipient_email="gran@example.com")
        made = by_phone(desk)
        assert called_off(ada, made) == (204, "")
        done()
        path = f"/appointments/{made.visit.pk}"
        told = ada.get(f"{path}/restoration").json()
        assert (told["allowed"], told["refused_reason"]) == (False, "ended")
        answer = ada.post(f"{path}/restore", {"token": told["token"]})
        assert (answer.status_code, answer.json()["reason"]) == (409, "ended")
        assert (order_of(made).state, owed_of(made)) == (OrderState.CANCELLED, 0)

    def test_what_was_called_off_before_the_rest_was_paid_is(
        self, shop: Shop, nora: Visitor, till: Till, ada: Person
    ) -> None:
        nora.ready(shop, staff=shop.sam)
        nora.want(shop.call)
        nora.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1, staff=shop.sid)
        made = Booked(**nora.book(payment_method="card").json())
        call = Appointment.objects.get(service=shop.call)
        assert ada.post(f"/appointments/{call.pk}/cancel", {}).status_code == 204
        done()
        assert ada.get(f"/appointments/{call.pk}/restoration").json()["refused_reason"] == "unpaid"
        till.pay(page_of(nora, made))
        till.tell()
        done()
        assert ada.get(f"/appointments/{call.pk}/restoration").json()["allowed"]


class TestWhenItIsTooLate:
    def test_an_order_that_stands(self, shop: Shop, nora: Visitor) -> None:
        nora.ready(shop, WEDNESDAY_TEN)
        made = Booked(**nora.book().json())
        assert offered(holder(made), made) is False
        assert called_off(nora, made, x_order_token=made.token) == (409, "not_waiting")
        assert made.visit.state == Appointment.State.CONFIRMED

    def test_one_that_is_looked_at(self, shop: Shop, nora: Visitor, till: Till) -> None:
        made = placed(nora, shop)
        Review.objects.create(order=order_of(made), payment=order_of(made).payments.get(), decide_by=NOW)
        assert offered(holder(made), made) is False
        assert called_off(nora, made, x_order_token=made.token) == (409, "not_waiting")

    def test_paid_by_then_and_held(self, shop: Shop, nora: Visitor, till: Till) -> None:
        """Closing its page finds a payment that somebody is to look at: they decide."""
        made = placed(nora, shop)
        till.pay(page_of(nora, made), HIGHEST)
        assert called_off(nora, made, x_order_token=made.token) == (409, "not_waiting")
        done()
        assert (order_of(made).state, made.visit.state) == (OrderState.PLACED, Appointment.State.PENDING)
        assert Review.objects.get().state == Review.State.OPEN
        assert not Refund.objects.exists()
        assert till.agrees()

    def test_a_payment_of_it_is_on_its_way(self, shop: Shop, nora: Visitor, till: Till) -> None:
        """All stays as it was: its times, too."""
        made = placed(nora, shop)
        page_of(nora, made)
        Payment.objects.filter(order=order_of(made)).update(state=PaymentState.PENDING)
        assert called_off(nora, made, x_order_token=made.token) == (409, "under_way")
        assert (order_of(made).state, made.visit.state) == (OrderState.PLACED, Appointment.State.PENDING)
        assert made.visit.awaits_payment
        assert not EventRow.objects.filter(name="booking.order_called_off").exists()

    def test_a_company_that_does_not_answer_may_have_been_paid(self, shop: Shop, nora: Visitor, till: Till) -> None:
        made = placed(nora, shop)
        page_of(nora, made)
        till.fake.down.extend([500] * 20)
        assert called_off(nora, made, x_order_token=made.token) == (409, "under_way")
        till.fake.down.clear()
        assert made.visit.state == Appointment.State.PENDING
        assert called_off(nora, made, x_order_token=made.token) == (204, "")

    def test_somebody_elses_is_not_there(self, shop: Shop, nora: Visitor, rival: Visitor, till: Till) -> None:
        made = placed(nora, shop)
        assert called_off(rival, made)[0] in (401, 404)


def test_whether_it_can_be_costs_no_query(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = placed(nora, shop)
    with CaptureQueriesContext(connection) as waiting:
        assert offered(ada, made) is True
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    with CaptureQueriesContext(connection) as standing:
        assert offered(ada, made) is False
    assert len(waiting) <= len(standing) + 4
