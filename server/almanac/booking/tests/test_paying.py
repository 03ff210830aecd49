"""An order that is to be paid before it stands: paid, declined, given up, paid twice, paid too late."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import ProviderAccount, Refund
from almanac.scheduling.models import Appointment
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import CHALLENGED, DECLINED, Till, check, order_of, page_of, paid, placed, unpaid, words_on

pytestmark = pytest.mark.django_db
State = Appointment.State


def order_seen(visitor: Visitor, made: Booked) -> dict[str, Any]:
    found: dict[str, Any] = visitor.get(f"/orders/{made.number}", x_order_token=made.token).json()
    return found


def events(name: str) -> int:
    return EventRow.objects.filter(name=name).count()


def test_a_card_is_one_of_the_ways_when_a_company_is_set_up(shop: Shop, nora: Visitor, till: Till) -> None:
    nora.place()
    assert nora.basket()["payment_methods"] == ["card", "pay_on_site"]
    till.account.is_on = False
    till.account.save()
    assert nora.basket()["payment_methods"] == ["pay_on_site"]
    assert nora.get("/payment-methods").json() == []


def test_until_it_is_paid_the_time_is_taken_and_nobody_is_told(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till
) -> None:
    made = placed(nora, shop)
    assert (made.visit.state, made.visit.awaits_payment, order_of(made).state) == (State.PENDING, True, "placed")
    worker.drain()
    assert events("scheduling.appointment_requested") == events("scheduling.appointment_confirmed") == 0
    rival.place()
    rival.want(shop.clean)
    assert rival.hold(staff=shop.sam).json()["code"] == "slot_taken"
    seen = order_seen(nora, made)
    assert (seen["due_amount"], seen["can_pay"], seen["payments"][0]["state"]) == (4_000, True, "open")
    assert seen["pay_by"] is not None


def test_paid_by_card_it_stands_and_the_books_say_where_the_money_is(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    order, line = order_of(made), order_of(made).lines.get()
    assert (order.state, order.paid_amount, line.paid_amount) == ("confirmed", 4_000, 4_000)
    assert (made.visit.state, made.visit.awaits_payment) == (State.CONFIRMED, False)
    assert events("scheduling.appointment_confirmed") == 1
    seller = f"business:{shop.business.pk}"
    assert balance(Role.TAX, "GBP", seller) == line.tax_amount
    assert balance(Role.REVENUE, "GBP", seller) == 4_000 - line.tax_amount
    assert balance(Role.FEES, "GBP", "stripe") == 80
    assert till.agrees()
    seen = order_seen(nora, made)
    assert (seen["due_amount"], seen["can_pay"], seen["paid_amount"], seen["pay_by"]) == (0, False, 4_000, None)
    assert (seen["payments"][0]["paid_with"], seen["payments"][0]["state"]) == ("Visa 4242", "captured")


def test_with_the_banks_question_first(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    url = page_of(nora, made)
    assert "requires authentication" in words_on(till.pay(url, CHALLENGED, proof="fail"))
    assert check(nora, made) == {**unpaid(made), "decline": "authentication_failed"}
    assert "/pay/?payment=" in till.pay(url, CHALLENGED)
    assert check(nora, made)["order_state"] == "confirmed"


def test_declined_then_mended_on_the_same_page(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    url = page_of(nora, made)
    assert "was declined" in words_on(till.pay(url, DECLINED))
    assert check(nora, made) == {**unpaid(made), "decline": "declined"}
    assert page_of(nora, made) == url  # two tabs, a double click: one page
    till.pay(url)
    assert check(nora, made)["state"] == "captured"
    assert till.agrees()


@pytest.mark.parametrize("backwards", [False, True])
def test_messages_alone_are_enough_in_any_order_and_however_often(
    shop: Shop, nora: Visitor, till: Till, backwards: bool
) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    assert set(till.tell(backwards=backwards, times=3)) == {200}
    worker.drain()
    assert order_of(made).state == "confirmed"
    assert made.visit.state == State.CONFIRMED
    assert Entry.objects.filter(kind="capture").count() == 1
    assert till.agrees()


def test_lost_messages_and_a_closed_browser_are_found_by_asking(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    shop.clock.move_to(NOW + timedelta(minutes=36))
    worker.drain()
    assert order_of(made).state == "confirmed"
    assert till.agrees()


def test_an_order_that_is_not_paid_lapses_and_gives_its_time_back(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till
) -> None:
    made = placed(nora, shop)
    url = page_of(nora, made)
    shop.clock.move_to(NOW + timedelta(minutes=34))
    worker.drain()
    assert order_of(made).state == "placed"
    shop.clock.move_to(NOW + timedelta(minutes=36))
    worker.drain()
    assert (order_of(made).state, made.visit.state) == ("cancelled", State.CANCELLED)
    assert (events("scheduling.appointment_lapsed"), events("scheduling.appointment_cancelled")) == (1, 0)
    assert "has closed" in words_on(till.pay(url))
    rival.booked(shop, staff=shop.sam)
    seen = order_seen(nora, made)
    assert (seen["due_amount"], seen["can_pay"]) == (0, False)
    assert nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token).json()[
        "code"
    ] == ("nothing_due")


def test_money_for_an_order_that_was_called_off_meanwhile_goes_back_by_itself(
    shop: Shop, nora: Visitor, till: Till
) -> None:
    made = placed(nora, shop)
    url = page_of(nora, made)
    assert till.pay(url)  # in one tab
    answer = nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)  # and in the other
    assert answer.status_code == 204
    worker.drain()
    refund = Refund.objects.get()
    assert (refund.amount, refund.why, refund.state) == (4_000, "surplus", "done")
    assert (order_of(made).paid_amount, balance(Role.SUSPENSE, "GBP", f"payment:{refund.payment_id}")) == (0, 0)
    assert till.agrees()


def test_two_pages_never_keep_two_payments(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    first = page_of(nora, made)
    keys = till.account.keys
    till.account.is_on, till.account.replaced_at = False, NOW  # newer keys of the same mode
    till.account.save()
    ProviderAccount.objects.create(provider="stripe", mode="test", keys=keys, api_url=till.fake.url, is_on=True)
    till.fake.down = [503, 503]  # the first page cannot be closed
    second = page_of(nora, made)
    assert first != second
    till.pay(first)
    till.pay(second)
    till.tell()
    worker.drain()
    assert order_of(made).paid_amount == 4_000
    assert [refund.amount for refund in Refund.objects.all()] == [4_000]
    assert till.agrees()


def test_where_the_company_does_not_answer_nothing_is_lost(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.fake.down = [500, 500]
    answer = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token)
    assert (answer.status_code, answer.json()["code"]) == (503, "payment_company_silent")
    till.fake.lose_answers = 2  # the second is that of the library's own repeat
    answer = nora.post(f"/orders/{made.number}/payments", {"method": "card"}, x_order_token=made.token)
    assert answer.json()["code"] == "payment_company_silent"
    till.pay(page_of(nora, made))
    assert check(nora, made)["state"] == "captured"
    assert len(till.fake.book.all("cs_test")) == 1
    assert till.agrees()


def test_a_stranger_and_another_customer_open_no_page(shop: Shop, nora: Visitor, rival: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    path = f"/orders/{made.number}/payments"
    assert rival.post(path, {"method": "card"}).json()["code"] == "not_found"
    assert nora.post(path, {"method": "gold"}, x_order_token=made.token).json()["code"] == "invalid_input"
    rival.ready(shop, staff=shop.sid)
    assert rival.book(payment_method="gold").json()["code"] == "invalid_input"


def test_with_approval_by_hand_a_paid_visit_waits_for_the_teams_yes(shop: Shop, nora: Visitor, till: Till) -> None:
    shop.rules(approval="by_hand")
    made = paid(nora, shop, till)
    assert (made.visit.state, made.visit.awaits_payment) == (State.PENDING, False)
    assert events("scheduling.appointment_requested") == 1


def test_a_deposit_makes_it_stand_and_the_rest_is_paid_by_link_later(shop: Shop, nora: Visitor, till: Till) -> None:
    shop.rules(deposit_percent=25)
    made = paid(nora, shop, till)
    seen = order_seen(nora, made)
    assert (seen["paid_amount"], seen["due_amount"], seen["can_pay"], seen["state"]) == (
        1_000,
        3_000,
        True,
        "confirmed",
    )
    till.pay(page_of(nora, made))
    check(nora, made)
    assert order_seen(nora, made)["due_amount"] == 0
    line = order_of(made).lines.get()
    assert balance(Role.TAX, "GBP", f"business:{shop.business.pk}") == line.tax_amount
    assert till.agrees()


def test_what_was_to_be_paid_on_the_day_can_be_paid_by_card_before(shop: Shop, nora: Visitor, till: Till) -> None:
    made = nora.booked(shop)
    assert order_seen(nora, made)["can_pay"]
    till.pay(page_of(nora, made))
    check(nora, made)
    seen = order_seen(nora, made)
    assert (seen["due_amount"], {each["state"] for each in seen["payments"]}) == (0, {"captured", "cancelled"})
    assert till.agrees()


def test_each_service_may_have_a_deposit_of_its_own(shop: Shop, nora: Visitor, till: Till) -> None:
    shop.rules(deposit_percent=25)
    shop.clean.booking_rules = {"deposit_amount": 15}  # more than a quarter of £40
    shop.clean.save()
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1, staff=shop.sam)
    total = nora.basket()["totals"][0]
    assert (total["total_amount"], total["due_now_amount"]) == (6_500, 1_500 + 625)
    made = Booked(**nora.book(payment_method="card").json())
    assert till.pay(page_of(nora, made))
    check(nora, made)
    seen = order_seen(nora, made)
    assert (seen["paid_amount"], seen["due_amount"], seen["state"]) == (2_125, 4_375, "confirmed")
    assert till.agrees()


def test_a_deposit_is_never_more_than_its_line_and_says_nothing_of_paying_on_the_day(
    shop: Shop, nora: Visitor, till: Till
) -> None:
    shop.rules(deposit_amount=100)
    nora.ready(shop)
    assert nora.basket()["totals"][0]["due_now_amount"] == 4_000
    made = Booked(**nora.book(payment_method="pay_on_site").json())
    assert (order_of(made).state, order_seen(nora, made)["due_amount"]) == ("confirmed", 4_000)
