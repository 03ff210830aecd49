"""Charges that somebody has tried at once: the clock's own tries stay when they are, and are as many (payments.md)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.kit import clock
from almanac.kit.actor import Actor, Role
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import charges
from almanac.payments.api.kept import OF_ONE
from almanac.payments.models import DueCharge, Payment
from almanac.sales.links import order_token
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Shop, Visitor
from tests.tills import AWAY_FAILS, Till, keeps, order_of, paid

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TOMORROW = NOW + DAY


@pytest.fixture
def order(shop: Shop, nora: Visitor, till: Till) -> Order:
    nora.ready(shop)
    answer = nora.book()
    assert answer.status_code == 200, answer.content
    return Order.objects.get(number=answer.json()["number"])


def plan(order: Order, at: datetime = TOMORROW) -> DueCharge:
    return charges.plan(order=order, line_ids=order.lines.values_list("pk", flat=True), due_at=at)


def ticks(shop: Shop, charge: DueCharge, at: datetime) -> DueCharge:
    """The clock comes to this moment, and looks for what is due."""
    shop.clock.move_to(at)
    for each in DueCharge.objects.filter(pk=charge.pk, next_try_at__lte=at):
        charges.run(charge_id=each.pk, now=at)
    worker.drain()
    return DueCharge.objects.get(pk=charge.pk)


def press(person: Person, charge: DueCharge, at: datetime) -> dict[str, Any]:
    """By the order's link, as its customer."""
    answer = person.post(f"/charges/{charge.pk}/retry", {}, x_order_token=order_token(charge.order, now=at))
    assert answer.status_code == 200, answer.content
    worker.drain()
    told: dict[str, Any] = answer.json()
    return told


def facts(name: str) -> list[dict[str, Any]]:
    return [event.payload for event in EventRow.objects.filter(name=name).order_by("at", "pk")]


def test_pressed_again_and_again_it_is_tried_on_the_days_of_the_schedule_all_the_same(
    order: Order, shop: Shop, nora: Visitor, till: Till
) -> None:
    keeps(till, order, AWAY_FAILS)
    charge = ticks(shop, plan(order), TOMORROW)
    for minutes in (1, 2, 3):
        shop.clock.move_to(TOMORROW + timedelta(minutes=minutes))
        told = press(nora, charge, clock.now())
        assert (told["state"], told["next_try_at"]) == ("failed", "2026-03-04T09:00:00Z")
    seen = []
    for days in (1, 3, 5):
        charge = ticks(shop, charge, TOMORROW + days * DAY)
        seen.append((charge.state, charge.next_try_at and charge.next_try_at - TOMORROW))
    assert seen == [("failed", 3 * DAY), ("failed", 5 * DAY), ("given_up", None)]
    assert charge.tries == 7
    assert Payment.objects.filter(state="failed", kept__isnull=False).count() == 7  # each with a key of its own
    assert len(facts("payments.charge_given_up")) == 1
    assert till.agrees()


def test_another_card_that_is_declined_too_uses_nothing_up(order: Order, shop: Shop, till: Till) -> None:
    keeps(till, order, AWAY_FAILS)
    charge = ticks(shop, plan(order), TOMORROW)
    for hours in (1, 2, 3, 4):
        shop.clock.move_to(TOMORROW + hours * HOUR)
        keeps(till, order, AWAY_FAILS)
        charge = ticks(shop, charge, TOMORROW + hours * HOUR)
    assert (charge.state, charge.tries, charge.clock_tries, charge.next_try_at) == ("failed", 5, 1, TOMORROW + DAY)


def test_given_up_and_pressed_it_stays_given_up_and_is_told_once(
    order: Order, shop: Shop, nora: Visitor, till: Till
) -> None:
    Setting.objects.update_or_create(business=shop.business, group="payments", defaults={"values": {"retry_days": []}})
    keeps(till, order, AWAY_FAILS)
    charge = ticks(shop, plan(order), TOMORROW)
    assert charge.state == "given_up"
    assert press(nora, charge, TOMORROW)["state"] == "given_up"
    charge.refresh_from_db()
    assert (charge.tries, charge.next_try_at, charge.pressed) == (2, None, False)
    assert len(facts("payments.charge_given_up")) == 1
    assert [fact["next_try_at"] for fact in facts("payments.charge_failed")] == [None]  # a debit breaks days later
    keeps(till, order)
    assert press(nora, charge, TOMORROW)["state"] == "paid"
    assert till.agrees()


def test_before_its_time_it_is_tried_on_its_day_all_the_same(order: Order, shop: Shop, ada: Person, till: Till) -> None:
    keeps(till, order, AWAY_FAILS)
    charge, due = plan(order, NOW + 3 * DAY), NOW + 3 * DAY
    told = ada.post(f"/charges/{charge.pk}/retry", {}).json()
    assert (told["state"], told["decline"], told["next_try_at"]) == ("failed", "declined", "2026-03-05T09:00:00Z")
    charges.move(line_id=order.lines.get().pk, due_at=due + DAY)  # its visit goes on being followed
    charge = ticks(shop, charge, due)
    assert (charge.tries, charge.next_try_at) == (1, due + DAY)
    charge = ticks(shop, charge, due + DAY)
    assert (charge.tries, charge.clock_tries, charge.next_try_at) == (2, 1, due + 2 * DAY)


def test_pressed_when_the_clock_is_about_to_it_is_the_clocks_try(
    order: Order, shop: Shop, ada: Person, till: Till
) -> None:
    keeps(till, order, AWAY_FAILS)
    charge = ticks(shop, plan(order), TOMORROW)
    shop.clock.move_to(TOMORROW + DAY)
    charges.retry_now(actor=Actor(Role.ADMIN), charge_id=charge.pk, now=TOMORROW + DAY)
    charge.refresh_from_db()
    assert (charge.clock_tries, charge.next_try_at) == (2, TOMORROW + 3 * DAY)


def test_an_answer_that_comes_after_the_clocks_turn_puts_that_off_a_pause(order: Order, shop: Shop, till: Till) -> None:
    """As a debit's, which takes days; or where the process died."""
    keeps(till, order, AWAY_FAILS)
    charge = ticks(shop, plan(order), TOMORROW)
    shop.clock.move_to(TOMORROW + HOUR)
    till.fake.lose_answers = 9
    charges.retry_now(actor=Actor(Role.ADMIN), charge_id=charge.pk, now=TOMORROW + HOUR)
    till.fake.lose_answers = 0
    charge.refresh_from_db()
    assert (charge.state, charge.pressed, charge.clock_at) == ("trying", True, TOMORROW + DAY)
    charge = ticks(shop, charge, TOMORROW + 4 * DAY)
    assert (charge.state, charge.tries, charge.clock_tries) == ("failed", 2, 1)
    assert charge.next_try_at == TOMORROW + 5 * DAY
    assert len(facts("payments.charge_failed")) == 2


def test_of_one_charge_it_is_pressed_so_often_a_day(
    order: Order, shop: Shop, ada: Person, till: Till, settings: Any
) -> None:
    settings.RATE_LIMITS_LIFTED = False
    charge = ticks(shop, plan(order), TOMORROW)
    seen = [ada.post(f"/charges/{charge.pk}/retry", {}).status_code for _ in range(OF_ONE.count + 1)]
    assert seen == [200] * OF_ONE.count + [429]


def test_a_page_for_a_tip_stays_open_while_the_order_is_charged(
    shop: Shop, nora: Visitor, ada: Person, till: Till
) -> None:
    Setting.objects.create(business=shop.business, group="tips", values={"tips": "after"})
    made = paid(nora, shop, till)
    order = order_of(made)
    shop.clock.move_to(Appointment.objects.get().ends_at + HOUR)
    line = order.lines.get()
    line.total_amount += 1_000  # what was done besides
    line.save()
    Order.objects.filter(pk=order.pk).update(total_amount=line.total_amount)
    keeps(till, order)
    body = {"staff_id": str(shop.sam.pk), "amount": 500, "method": "card"}
    opened = nora.post(f"/orders/{made.number}/tips", body, x_order_token=made.token)
    assert opened.status_code == 200, opened.content
    charge = plan(order, clock.now())
    assert charges.run(charge_id=charge.pk, now=clock.now()).state == "paid"
    assert Payment.objects.get(tip__isnull=False).state == "open"
    till.pay(opened.json()["url"])


def test_nobody_else_uses_that_up(
    order: Order, shop: Shop, ada: Person, otto: Person, till: Till, settings: Any
) -> None:
    settings.RATE_LIMITS_LIFTED = False
    charge = ticks(shop, plan(order), TOMORROW)
    seen = [otto.post(f"/charges/{charge.pk}/retry", {}).status_code for _ in range(OF_ONE.count + 1)]
    assert seen == [404] * (OF_ONE.count + 1)
    assert ada.post(f"/charges/{charge.pk}/retry", {}).status_code == 200


@pytest.fixture
def of_two(shop: Shop, nora: Visitor, till: Till) -> Order:
    """A clean of 40.00 by Sam and a call of 25.00 by Sid, to be paid on the day."""
    nora.ready(shop, staff=shop.sam)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + 3 * HOUR, line=1, staff=shop.sid)
    return Order.objects.get(number=nora.book().json()["number"])


def offers(person: Person, order: Order) -> list[tuple[int, bool]]:
    """What the order's page tells somebody of its charges: how much, and whether they may try it."""
    told = person.get(f"/orders/{order.number}").json()
    return [(each["amount"], each["can_retry"]) for each in told["charges"]]


def test_colleagues_visits_are_not_charged_early_by_who_looks_after_one(
    of_two: Order, shop: Shop, nora: Visitor, sam: Person, sid: Person, ada: Person, till: Till
) -> None:
    keeps(till, of_two)
    charge = plan(of_two, NOW + 3 * DAY)
    for person, own in ((sam, 4_000), (sid, 2_500)):
        answer = person.post(f"/charges/{charge.pk}/retry", {})
        assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
        assert not {"amount", "charges"} & answer.json().keys()
        assert offers(person, of_two) == [(own, False)]
    charge.refresh_from_db()
    assert (charge.state, charge.tries, charge.due_at) == ("waiting", 0, NOW + 3 * DAY)
    assert not till.fake.book.all("ch")
    assert offers(ada, of_two) == [(6_500, True)]
    assert ada.post(f"/charges/{charge.pk}/retry", {}).json()["state"] == "paid"


def test_a_charge_of_ones_own_visits_is_ones_own_to_try(of_two: Order, shop: Shop, sam: Person, till: Till) -> None:
    keeps(till, of_two, AWAY_FAILS)
    own = of_two.lines.get(appointment__staff_member=shop.sam)
    charge = charges.plan(order=of_two, line_ids=[own.pk], due_at=NOW + 3 * DAY)
    assert offers(sam, of_two) == [(4_000, True)]
    told = sam.post(f"/charges/{charge.pk}/retry", {}).json()
    assert (told["state"], told["amount"], told["can_retry"]) == ("failed", 4_000, True)


def test_its_customer_is_offered_to_try_what_did_not_work(order: Order, shop: Shop, nora: Visitor, till: Till) -> None:
    keeps(till, order, AWAY_FAILS)
    charge = plan(order)
    by_link = {"x_order_token": order_token(order, now=NOW)}
    for may in (False, True):
        (seen,) = nora.get(f"/orders/{order.number}", **by_link).json()["charges"]
        assert seen["can_retry"] is may
        answer = nora.post(f"/charges/{charge.pk}/retry", {}, **by_link)
        assert answer.status_code == (200 if may else 403)
        charge = ticks(shop, charge, TOMORROW)
