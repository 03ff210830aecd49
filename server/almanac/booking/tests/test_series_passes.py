"""A package pays for visits that repeat: as many as are left and fit, shown before booking (docs/algorithms/packages.md, visits
that repeat)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.kit import clock
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.actions import charges
from almanac.payments.models import ChargedLine, DueCharge
from almanac.sales.models import Order, Subscription, VisitPass
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.desk import Desk
from tests.packages import buy_package, left_of, make_package, uses, with_somebody
from tests.pass_cases import DAY, told, visit
from tests.series_pass_cases import CLEAN, RULE, amounts, booked, filled, used_on
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db


def test_it_pays_for_as_many_dates_as_are_left_and_says_which(shop: Shop, cleo: Person, held: VisitPass) -> None:
    visitor = filled(shop, cleo, held)
    basket = visitor.basket()
    (line,) = basket["lines"]
    assert (line["prepaid"]["visits"], line["prepaid"]["refused"], line["prepaid"]["used"]["left"]) == (
        3,
        "none_left",
        0,
    )
    assert line["total_amount"] == 0
    assert [each["by_package"] for each in line["repeat"]["dates"]] == [True, True, False, False, False, False]
    assert [each["total_amount"] for each in line["repeat"]["dates"]] == [0, 0] + [CLEAN] * 4
    assert (line["repeat"]["series_amount"], basket["total_amount"]) == (4 * CLEAN, 4 * CLEAN)
    assert basket["passes"][0]["used"] == 3
    made = booked(visitor)
    assert amounts(made) == [0] * 3 + [CLEAN] * 4
    assert (left_of(held), order_of(made).total_amount, told("used")) == (0, 4 * CLEAN, 1)
    row = Subscription.objects.get()
    assert (row.price_amount, row.state) == (CLEAN, "active")
    shown = cleo.get(f"/subscriptions/{row.pk}").json()
    assert [each["by_package"] for each in shown["visits"]] == [True] * 3 + [False] * 4
    assert broken_laws() == []


def test_what_is_left_over_stays_in_the_package(shop: Shop, cleo: Person, till: Till, nora: Visitor) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=10, slug="ten"))
    visitor = filled(shop, cleo, held)
    basket = visitor.basket()
    assert basket["lines"][0]["prepaid"]["refused"] is None
    assert (basket["total_amount"], basket["payment_methods"]) == (0, ["pay_on_site"])
    made = booked(visitor)
    assert (left_of(held), amounts(made)) == (3, [0] * 7)
    assert {each.state for each in Appointment.objects.all()} == {"confirmed"}
    assert not DueCharge.objects.exists()


@pytest.mark.parametrize(("charging", "now", "later"), [("per_visit", 1, 3), ("monthly", 2, 2), ("in_advance", 4, 0)])
def test_the_first_that_costs_something_is_paid_with_the_order(
    shop: Shop, cleo: Person, held: VisitPass, till: Till, charging: str, now: int, later: int
) -> None:
    Setting.objects.create(business=shop.business, group="subscriptions", values={"charging": charging})
    visitor = filled(shop, cleo, held)
    due = visitor.basket()["totals"][0]["due_now_amount"]
    assert due == now * CLEAN
    made = Booked(**visitor.book(payment_method="card").json())
    before = till.fake.book.all("ch")
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    assert sum(each["amount"] for each in till.fake.book.all("ch")) - sum(each["amount"] for each in before) == due
    assert order_of(made).paid_amount == due
    planned = ChargedLine.objects.filter(is_live=True).select_related("line")
    assert [each.line.total_amount for each in planned] == [CLEAN] * later
    for charge in DueCharge.objects.order_by("due_at"):
        shop.clock.move_to(charge.due_at)
        assert charges.run(charge_id=charge.pk, now=charge.due_at).state == "paid"
    assert order_of(made).paid_amount == 4 * CLEAN
    assert till.agrees()
    assert broken_laws() == []


def test_an_order_that_is_not_paid_gives_its_visits_back(shop: Shop, cleo: Person, held: VisitPass, till: Till) -> None:
    answer = filled(shop, cleo, held).book(payment_method="card")
    assert (answer.status_code, left_of(held)) == (200, 0)
    shop.clock.move_to(clock.now() + timedelta(hours=2))
    assert cleo.post(f"/orders/{answer.json()['number']}/call-off", {}).status_code == 204
    worker.drain()
    assert (left_of(held), Order.objects.get(number=answer.json()["number"]).state) == (3, "cancelled")


def test_dates_after_the_last_day_are_paid(shop: Shop, cleo: Person, held: VisitPass) -> None:
    VisitPass.objects.update(valid_until=date(2026, 3, 18))
    visitor = filled(shop, cleo, held)
    (line,) = visitor.basket()["lines"]
    assert (line["prepaid"]["visits"], line["prepaid"]["refused"]) == (2, "ends_before")
    booked(visitor)
    assert used_on() == [date(2026, 3, 4), date(2026, 3, 18)]
    assert left_of(held) == 1


def test_one_persons_package_pays_for_their_dates_alone(
    shop: Shop, cleo: Person, nora: Visitor, till: Till, rival: Visitor
) -> None:
    _, held = buy_package(nora, till, with_somebody(shop.clean, shop.sam, visits=9))
    rival.booked(shop, WEDNESDAY_TEN + 14 * DAY, staff=shop.sam)
    (line,) = filled(shop, cleo, held).basket()["lines"]
    dates = line["repeat"]["dates"]
    assert [each["by_package"] for each in dates] == [each["staff_name"] == shop.sam.name for each in dates]
    assert line["prepaid"]["visits"] == 1 + sum(each["by_package"] for each in dates)


def test_each_line_has_its_own_visit_before_later_dates(shop: Shop, cleo: Person, held: VisitPass) -> None:
    visitor = filled(shop, cleo, held)
    visitor.want(shop.clean)
    visitor.hold(WEDNESDAY_TEN + DAY, line=1, staff=shop.sam)
    second = visitor.basket()["lines"][1]["prepaid"]
    assert [each["left"] for each in second["choices"]] == [2]
    assert uses(visitor, held, line=1).status_code == 200
    first, second = visitor.basket()["lines"]
    assert (first["prepaid"]["visits"], second["prepaid"]["visits"]) == (2, 1)
    answer = visitor.book()
    assert (answer.status_code, left_of(held)) == (200, 0)


def test_a_line_that_none_of_its_dates_can_use_is_refused(shop: Shop, cleo: Person, held: VisitPass) -> None:
    visitor = filled(shop, cleo, held)
    uses(visitor, None)
    VisitPass.objects.update(valid_until=date(2026, 3, 2))
    answer = uses(visitor, held)
    assert (answer.status_code, answer.json()["reason"]) == (409, "ends_before")


def test_who_is_slower_has_booked_nothing(shop: Shop, cleo: Person, held: VisitPass, rival: Visitor, rows: Any) -> None:
    visitor = filled(shop, cleo, held)
    shown = visitor.basket()["total_amount"]
    visit(rival, shop, held, WEDNESDAY_TEN + DAY)
    before = rows()
    answer = visitor.book(shown_total_amount=shown)
    assert (answer.status_code, answer.json()["code"]) == (409, "price_changed")
    assert answer.json()["total_amount"] == shown + CLEAN
    assert rows() == before


def test_by_phone_the_callers_own_package_pays(
    shop: Shop, cleo: Person, ada: Person, held: VisitPass, bought: tuple[Booked, VisitPass]
) -> None:
    assert cleo.customer_row
    Order.objects.filter(pk=order_of(bought[0]).pk).update(customer=cleo.customer_row)
    desk = Desk(ada.user, client=ada.client)
    desk.pick_up()
    assert desk.choose(cleo.customer_row.pk).status_code == 200
    desk.ready(shop)
    assert desk.put(f"/basket/lines/{desk.line_id()}/repeat", RULE).status_code == 200
    (line,) = uses(desk, held).json()["lines"]
    assert (line["prepaid"]["visits"], line["prepaid"]["refused"]) == (3, "none_left")
    made = booked(desk)
    assert (left_of(held), amounts(made)) == (0, [0] * 3 + [CLEAN] * 4)
