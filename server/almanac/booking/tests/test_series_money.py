"""Subscriptions that are paid by card: what a plan says goes back is what goes back, to the penny."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.kit import clock
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.models import DueCharge, KeptMethod, Refund
from almanac.payments.queries import charges_due, outstanding
from almanac.sales.models import OrderLine, Subscription
from tests.cast import Person
from tests.series_cases import subscribed, subscribed_by_card
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, keeps, order_of, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def paid_up(shop: Shop, cleo: Person, till: Till) -> Booked:
    """Three months every two weeks, seven visits of 40.00, paid at once."""
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": "in_advance"})
    return subscribed_by_card(shop, cleo, till)


def agree(person: Person, kind: str, on: str, **more: Any) -> dict[str, Any]:
    key = Subscription.objects.get().pk
    body = {"kind": kind, "from_on": on, **more}
    told: dict[str, Any] = person.post(f"/subscriptions/{key}/plan", body).json()
    assert "token" in told, told
    answer = person.post(f"/subscriptions/{key}/change", {**body, "token": told["token"]})
    assert answer.status_code == 200, answer.content
    worker.drain()
    return told


def test_all_visits_are_paid_with_the_order(paid_up: Booked) -> None:
    assert order_of(paid_up).paid_amount == 28_000
    assert {line.paid_amount for line in OrderLine.objects.all()} == {4_000}
    assert {line.appointment.state for line in OrderLine.objects.all() if line.appointment} == {"confirmed"}


def test_the_rest_cancelled_gives_back_what_was_shown_in_one_refund(
    shop: Shop, cleo: Person, till: Till, paid_up: Booked
) -> None:
    told = agree(cleo, "cancel", "2026-03-05")
    assert (told["refund_amount"], told["fee_amount"], told["visit_count"]) == (24_000, 0, 6)
    (refund,) = Refund.objects.all()
    assert (refund.amount, refund.state, refund.why) == (24_000, "done", "policy")
    assert order_of(paid_up).paid_amount == 4_000
    assert till.agrees()


def test_too_late_for_all_of_it_keeps_what_the_policy_keeps(
    shop: Shop, cleo: Person, till: Till, paid_up: Booked
) -> None:
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=13))
    told = agree(cleo, "cancel", "2026-03-04")
    assert (told["refund_amount"], told["fee_amount"]) == (26_000, 2_000)
    assert order_of(paid_up).paid_amount == 2_000
    assert till.agrees()


def test_undone_by_the_team_it_is_owed_again_as_the_plan_said(
    shop: Shop, cleo: Person, ada: Person, till: Till, paid_up: Booked
) -> None:
    agree(cleo, "cancel", "2026-03-05")
    told = agree(ada, "undo", "2026-03-05")
    assert told["owed_amount"] == 24_000
    order = order_of(paid_up)
    assert (order.total_amount - order.paid_amount, order.state) == (24_000, "confirmed")
    later = ada.get(f"/orders/{order.number}").json()["later"]
    assert sum(item["amount"] for item in later) == 24_000  # each is charged again before its visit
    assert till.agrees()


def test_a_pause_gives_its_visits_back_and_resuming_asks_for_them_again(
    shop: Shop, cleo: Person, till: Till, paid_up: Booked
) -> None:
    assert agree(cleo, "pause", "2026-03-10", until_on="2026-04-05")["refund_amount"] == 8_000
    (pause,) = cleo.get(f"/subscriptions/{Subscription.objects.get().pk}").json()["pauses"]
    assert agree(cleo, "resume", "2026-03-10", pause_id=pause["id"])["owed_amount"] == 8_000
    assert till.agrees()


def told_of(person: Person, *names: str) -> list[Any]:
    """What the page of the only subscription says of these."""
    told = person.get(f"/subscriptions/{Subscription.objects.get().pk}").json()
    return [told[name] for name in names]


def made(person: Person, kind: str, on: str) -> dict[str, Any]:
    """A change, with nothing of what follows it done yet; tells its plan."""
    key, body = Subscription.objects.get().pk, {"kind": kind, "from_on": on}
    told: dict[str, Any] = person.post(f"/subscriptions/{key}/plan", body).json()
    assert person.post(f"/subscriptions/{key}/change", {**body, "token": told["token"]}).status_code == 200
    return told


def test_undone_while_its_money_is_still_on_its_way_back_it_is_owed_as_well(
    shop: Shop, cleo: Person, ada: Person, till: Till, paid_up: Booked
) -> None:
    made(cleo, "cancel", "2026-03-05")
    assert {refund.state for refund in Refund.objects.all()} == {"asked"}
    assert made(ada, "undo", "2026-03-05")["owed_amount"] == 24_000
    worker.drain()
    order = order_of(paid_up)
    assert order.paid_amount == 4_000
    later = ada.get(f"/orders/{order.number}").json()["later"]
    assert sum(item["amount"] for item in later) == 24_000
    assert till.agrees()


def test_a_charge_that_comes_before_the_money_has_gone_back_is_planned_anew(
    shop: Shop, cleo: Person, ada: Person, till: Till, paid_up: Booked
) -> None:
    keeps(till, order_of(paid_up))
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=13))  # within the two days before the visit
    made(ada, "cancel", "2026-03-04")
    made(ada, "undo", "2026-03-04")
    for charge in charges_due(clock.now()):  # before the company was told of the refund
        charges.run(charge_id=charge.pk, now=clock.now())
    worker.drain()
    assert order_of(paid_up).paid_amount == 0
    shop.clock.shift(timedelta(minutes=1))
    minute(shop)
    assert order_of(paid_up).paid_amount == 4_000
    assert DueCharge.objects.filter(state="waiting").count() == 6
    assert till.agrees()


def test_what_was_paid_in_cash_is_owed_again_once_it_was_given_back(shop: Shop, cleo: Person, ada: Person) -> None:
    order = subscribed(shop, cleo).order
    taken = ada.post(f"/orders/{order.number}/takings", {"method": "cash", "amount": order.total_amount})
    assert taken.status_code == 200, taken.content
    worker.drain()
    made(ada, "cancel", "2026-03-04")
    told = made(ada, "undo", "2026-03-04")
    assert told["owed_amount"] == order.total_amount
    (refund,) = Refund.objects.all()
    assert refund.state == "asked"
    assert ada.post(f"/refunds/{refund.pk}/given").status_code in (200, 204)
    worker.drain()
    order.refresh_from_db()
    assert (order.state, order.paid_amount) == ("confirmed", 0)
    assert sum(outstanding(order).values()) == order.total_amount


@pytest.fixture
def visit_by_visit(shop: Shop, cleo: Person, till: Till) -> Booked:
    """Three months every two weeks, the first visit paid with the order, the others two days before each."""
    return subscribed_by_card(shop, cleo, till)


def paid_on(order: Booked) -> list[int]:
    return list(OrderLine.objects.filter(order__number=order.number).values_list("paid_amount", flat=True))


def minute(shop: Shop) -> None:
    """The clock's tasks of the minute, and what follows."""
    for charge in charges_due(clock.now()):
        charges.run(charge_id=charge.pk, now=clock.now())
    worker.drain()


def test_with_the_order_only_the_first_visit_is_paid(visit_by_visit: Booked) -> None:
    assert order_of(visit_by_visit).state == "confirmed"
    assert paid_on(visit_by_visit) == [4_000] + [0] * 6
    due = list(DueCharge.objects.order_by("due_at").values_list("due_at", "state"))
    assert due[0] == (WEDNESDAY_TEN + timedelta(days=12), "waiting")
    assert len(due) == 6


def test_each_visit_is_charged_at_its_time_on_the_card_that_was_kept(
    shop: Shop, till: Till, visit_by_visit: Booked
) -> None:
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(days=12))
    minute(shop)
    assert paid_on(visit_by_visit) == [4_000, 4_000] + [0] * 5
    assert till.agrees()


def test_a_visit_that_moves_is_charged_as_long_before_its_new_time(
    shop: Shop, cleo: Person, visit_by_visit: Booked
) -> None:
    agree(cleo, "move", "2026-03-18", starts_at="2026-03-20T10:00:00Z")
    assert DueCharge.objects.order_by("due_at")[0].due_at == WEDNESDAY_TEN + timedelta(days=14)
    agree(cleo, "cancel", "2026-04-01")
    assert DueCharge.objects.filter(state="waiting").count() == 1


def test_by_the_month_each_month_is_charged_with_its_first_visit(shop: Shop, cleo: Person, till: Till) -> None:
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": "monthly"})
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 1, "months": 2})
    (total,) = visitor.basket()["totals"]
    assert (total["total_amount"], total["due_now_amount"]) == (36_000, 16_000)
    made = Booked(**visitor.book(payment_method="card").json())
    till.pay(page_of(visitor, made))
    check(visitor, made)
    assert paid_on(made) == [4_000] * 4 + [0] * 5  # 4, 11, 18, 25 March; 1, 8, 15, 22, 29 April
    (charge,) = DueCharge.objects.all()
    assert (charge.lines.count(), charge.due_at) == (5, datetime(2026, 3, 30, 9, tzinfo=UTC))


def test_after_the_last_try_it_is_paused_and_goes_on_when_it_is_paid_again(
    shop: Shop, cleo: Person, till: Till, visit_by_visit: Booked
) -> None:
    KeptMethod.objects.update(removed_at=clock.now())
    for day in (12, 13, 15, 17):
        shop.clock.move_to(WEDNESDAY_TEN + timedelta(days=day))
        minute(shop)
    row = Subscription.objects.get()
    assert (row.state, DueCharge.objects.filter(state="given_up").count()) == ("paused", 1)
    standing = OrderLine.objects.filter(appointment__state="confirmed", appointment__starts_at__gt=clock.now())
    assert not standing.exists()
    assert not DueCharge.objects.filter(state="waiting").exists()
    cleo.client.force_login(cleo.account)  # the weeks ended the session
    told = agree(cleo, "resume", "2026-03-04")
    assert told["owed_amount"] == 20_000
    assert Subscription.objects.get().state == "active"
    assert till.agrees()


def test_nothing_comes_back_to_an_order_that_waits_for_its_money(
    shop: Shop, cleo: Person, ada: Person, till: Till
) -> None:
    """Its visits would stand before they are paid, and nothing would be left to pay now."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    made = Booked(**visitor.book(payment_method="card").json())
    agree(ada, "pause", "2026-03-10")
    key = Subscription.objects.get().pk
    for kind in ("undo", "resume"):
        answer = ada.post(f"/subscriptions/{key}/plan", {"kind": kind, "from_on": "2026-03-04"})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
    offered = ("can_resume", "can_undo", "waits_for_payment")
    assert told_of(ada, *offered) == [False, False, True]
    assert told_of(cleo, *offered) == [False, False, True]
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    assert told_of(ada, *offered) == [True, True, False]
    assert told_of(cleo, *offered) == [True, False, False]
    agree(ada, "undo", "2026-03-04")
    visits = [line.appointment for line in OrderLine.objects.all() if line.appointment]
    assert {(visit.state, visit.awaits_payment) for visit in visits} == {("confirmed", False)}


def test_a_holiday_is_taken_back_once_the_order_is_paid(shop: Shop, cleo: Person, ada: Person, till: Till) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    made = Booked(**visitor.book(payment_method="card").json())
    agree(ada, "pause", "2026-03-10", until_on="2026-04-05")
    (pauses,) = told_of(ada, "pauses")
    assert ([each["can_resume"] for each in pauses], told_of(ada, "waits_for_payment")) == ([False], [True])
    wish = {"kind": "resume", "from_on": "2026-03-10", "pause_id": pauses[0]["id"]}
    assert ada.post(f"/subscriptions/{Subscription.objects.get().pk}/plan", wish).status_code == 403
    till.pay(page_of(visitor, made))
    check(visitor, made)
    worker.drain()
    (pauses,) = told_of(ada, "pauses")
    assert ([each["can_resume"] for each in pauses], told_of(ada, "waits_for_payment")) == ([True], [False])
    agree(ada, "resume", "2026-03-10", pause_id=pauses[0]["id"])


def test_a_move_of_what_is_not_paid_yet_can_be_undone(shop: Shop, cleo: Person, ada: Person, till: Till) -> None:
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    visitor.book(payment_method="card")
    agree(ada, "move", "2026-03-18", starts_at="2026-03-20T10:00:00Z")
    assert told_of(ada, "can_undo", "waits_for_payment") == [True, False]
    agree(ada, "undo", "2026-03-18")


def test_called_off_before_it_was_paid_and_undone_its_visits_wait_for_no_money(
    shop: Shop, cleo: Person, ada: Person, till: Till
) -> None:
    """What is called off later is told to the customer like any other visit."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    made = Booked(**visitor.book(payment_method="card").json())
    agree(ada, "cancel", "2026-03-04")
    assert order_of(made).state == "cancelled"
    agree(ada, "undo", "2026-03-04")
    assert order_of(made).state == "confirmed"
    visits = [line.appointment for line in OrderLine.objects.all() if line.appointment]
    assert {(visit.state, visit.awaits_payment) for visit in visits} == {("confirmed", False)}
