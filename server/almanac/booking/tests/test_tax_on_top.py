"""Prices written without tax: it is added line by line, and what is shown is what is ordered, invoiced, charged and booked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.business.models import Setting
from almanac.catalog.models import Extra
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.payments.models import Payment
from almanac.sales.models import Coupon
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def without(shop: Shop) -> Shop:
    """The shop sells to businesses: prices are written without tax. The call has a rate of its own."""
    Setting.objects.create(business=shop.business, group="prices", values={"prices_with_tax": False})
    shop.call.tax_rate_bp, shop.call.price_amount = 500, 2_510
    shop.call.save()
    return shop


def two(visitor: Visitor, shop: Shop) -> None:
    visitor.ready(shop)
    visitor.want(shop.call)
    visitor.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1, staff=shop.sam)


def test_tax_is_a_step_of_each_line_at_its_own_rate(without: Shop, nora: Visitor) -> None:
    two(nora, without)
    basket = nora.basket()
    clean, call = basket["lines"]
    assert [(step["kind"], step["amount"]) for step in clean["steps"]] == [("base", 4_000), ("tax", 800)]
    assert [(step["kind"], step["amount"]) for step in call["steps"]] == [("base", 2_510), ("tax", 126)]  # half to even
    assert (basket["total_amount"], basket["tax_amount"]) == (7_436, 926)
    assert basket["totals"][0]["subtotal_amount"] == 6_510


def test_the_shelf_says_so(without: Shop, nora: Visitor) -> None:
    assert {each["slug"]: each["plus_tax"] for each in nora.get("/services").json()} == {"clean": True, "call": True}
    without.call.tax_rate_bp = 0
    without.call.save()
    assert {each["slug"]: each["plus_tax"] for each in nora.get("/services").json()} == {"clean": True, "call": False}


def test_what_is_shown_is_ordered_charged_and_booked(without: Shop, nora: Visitor, till: Till) -> None:
    Coupon.objects.create(business=without.business, code="TENTH", currency="GBP", percent_bp=1_000)
    two(nora, without)
    nora.put("/basket/coupon", {"code": "TENTH"})
    basket = nora.basket()
    assert (basket["total_amount"], basket["tax_amount"]) == (3_600 + 720 + 2_259 + 113, 833)
    made = Booked(**nora.book(payment_method="card").json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    order = order_of(made)
    assert (order.total_amount, order.tax_amount, order.paid_amount) == (6_692, 833, 6_692)
    assert Payment.objects.get().amount == 6_692
    assert balance(Role.TAX, "GBP", f"business:{without.business.pk}") == 833
    assert balance(Role.REVENUE, "GBP", f"business:{without.business.pk}") == 5_859
    assert till.agrees()


def test_a_deposit_is_of_the_price_with_tax(without: Shop, nora: Visitor) -> None:
    without.rules(deposit_percent=50)
    nora.ready(without)
    assert nora.basket()["totals"][0]["due_now_amount"] == 2_400


def test_a_change_of_the_setting_asks_again_before_booking(without: Shop, nora: Visitor) -> None:
    nora.ready(without)
    Setting.objects.filter(group="prices").update(values={})
    answer = nora.book(shown_total_amount=4_800)
    assert (answer.status_code, answer.json()["code"]) == (409, "price_changed")
    assert answer.json()["total_amount"] == 4_000


def test_what_was_sold_stays_as_it_was(without: Shop, nora: Visitor) -> None:
    made = nora.booked(without)
    Setting.objects.filter(group="prices").update(values={})
    line = order_of(made).lines.get()
    assert (line.total_amount, line.tax_amount, line.breakdown[-1]["kind"]) == (4_800, 800, "tax")


def test_the_trial_says_it_too(without: Shop, ada: Person) -> None:
    found = ada.post("/price-trials", {"service_id": str(without.clean.pk)}).json()
    assert (found["net_amount"], found["tax_amount"], found["total_amount"]) == (4_000, 800, 4_800)


def test_an_extra_bears_the_rate_of_its_line(without: Shop, nora: Visitor) -> None:
    Extra.objects.filter(pk=without.oven.pk).update(price_amount=1_755)
    nora.place()
    nora.want(without.clean, extras=[{"extra_id": str(without.oven.pk)}])
    assert nora.basket()["tax_amount"] == 1_151
