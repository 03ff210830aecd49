"""Prices tried out by the team: line by line, with what stands against each rule, by the function that charges them."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.catalog.models import Offering, PriceRule
from almanac.sales.models import Coupon, Order
from tests.cast import Person
from tests.shop import NOBODY, Shop, Visitor

pytestmark = pytest.mark.django_db
SATURDAY = {"on": "2026-03-07", "minute": 600}


@pytest.fixture
def weekend(shop: Shop) -> PriceRule:
    return PriceRule.objects.create(
        business=shop.business,
        name={"en": "Weekend in SW1", "uk": "Вихідні"},
        when={"weekdays": [5, 6], "areas": ["SW1"]},
        effect={"kind": "percent", "percent_bp": 2_500},
    )


def tried(ada: Person, shop: Shop, **more: Any) -> dict[str, Any]:
    answer = ada.post("/price-trials", {"service_id": str(shop.clean.pk), **more})
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def test_saturday_in_sw1(shop: Shop, ada: Person, weekend: PriceRule) -> None:
    found = tried(ada, shop, **SATURDAY, postcode="sw1a1aa", extras=[{"extra_id": str(shop.oven.pk)}])
    assert [(step["kind"], step["label"], step["amount"]) for step in found["steps"]] == [
        ("base", "Clean", 4_000),
        ("extra", "Oven", 1_750),
        ("rule", "Weekend in SW1", 1_000),
    ]
    assert (found["total_amount"], found["net_amount"] + found["tax_amount"], found["starts_at"]) == (
        6_750,
        6_750,
        "2026-03-07T10:00:00Z",
    )
    assert found["rules"] == [
        {"id": str(weekend.pk), "name": "Weekend in SW1", "holds": True, "met": ["weekdays", "areas"], "unmet": []}
    ]


@pytest.mark.parametrize(
    ("more", "unmet"),
    [
        ({}, ["weekdays", "areas"]),
        ({**SATURDAY}, ["areas"]),
        ({**SATURDAY, "postcode": "SW1"}, []),
        ({**SATURDAY, "postcode": "SW11 1AA"}, ["areas"]),
        ({**SATURDAY, "on": "2026-03-06", "postcode": "SW1"}, ["weekdays"]),
    ],
)
def test_what_stands_against_a_rule(
    shop: Shop, ada: Person, weekend: PriceRule, more: dict[str, Any], unmet: list[str]
) -> None:
    (rule,) = tried(ada, shop, **more)["rules"]
    assert (rule["holds"], rule["unmet"]) == (not unmet, unmet)


def test_what_is_paid_with_the_order_is_told(shop: Shop, ada: Person, weekend: PriceRule) -> None:
    assert tried(ada, shop)["due_now_amount"] == 4_000
    shop.clean.booking_rules = {"deposit_percent": 30}
    shop.clean.save()
    found = tried(ada, shop, **SATURDAY, postcode="SW1")
    assert (found["total_amount"], found["due_now_amount"]) == (5_000, 1_500)


def test_the_day_is_that_of_the_business(shop: Shop, ada: Person, weekend: PriceRule) -> None:
    """Half past midnight on a Saturday in summer is still Friday in UTC."""
    found = tried(ada, shop, on="2026-07-04", minute=30, postcode="SW1")
    assert found["starts_at"] == "2026-07-03T23:30:00Z"
    assert found["rules"][0]["holds"]


def test_somebodys_own_price_and_seats(shop: Shop, ada: Person) -> None:
    Offering.objects.filter(service=shop.clean, staff_member=shop.sam).update(price_amount=4_500)
    found = tried(ada, shop, staff_id=str(shop.sam.pk), seats=2)
    assert [step["amount"] for step in found["steps"]] == [8_000, 1_000]
    answer = ada.post("/price-trials", {"service_id": str(shop.clean.pk), "staff_id": NOBODY})
    assert answer.json()["code"] == "not_on_offer"


def test_discounts_and_codes_say_why(shop: Shop, ada: Person) -> None:
    row = Coupon.objects.create(
        business=shop.business, code="HELLO", currency="GBP", amount=500, minimum_amount=5_000, first_order_only=True
    )
    found = tried(ada, shop, code="hello")
    assert (found["coupon"]["reason"], found["coupon"]["missing_amount"]) == ("below_minimum", 1_000)
    assert found["discounts"] == [
        {
            "id": str(row.pk),
            "name": "HELLO",
            "is_coupon": True,
            "amount": 0,
            "reason": "below_minimum",
            "missing_amount": 1_000,
        }
    ]
    Coupon.objects.update(minimum_amount=0)
    assert tried(ada, shop, code="hello")["total_amount"] == 3_500
    assert tried(ada, shop, code="hello", is_first_order=False)["coupon"]["reason"] == "not_first"
    assert tried(ada, shop, code="nothing like it")["coupon"]["reason"] == "unknown"


def test_what_is_tried_is_what_is_charged(shop: Shop, ada: Person, nora: Visitor, weekend: PriceRule) -> None:
    PriceRule.objects.update(when={"weekdays": [2]})
    nora.ready(shop)
    assert nora.basket()["total_amount"] == tried(ada, shop, on="2026-03-04", minute=600)["total_amount"] == 5_000
    assert nora.book().status_code == 200
    assert Order.objects.get().total_amount == 5_000


def test_it_changes_nothing_and_asks_little(shop: Shop, ada: Person, rows: Any, weekend: PriceRule) -> None:
    before = rows()
    with CaptureQueriesContext(connection) as captured:
        tried(ada, shop, **SATURDAY, code="X11")
    assert len([query for query in captured if "catalog_" in query["sql"] or "sales_" in query["sql"]]) <= 5
    assert rows() == before


def test_for_administrators_alone(shop: Shop, max_: Person, cleo: Person, stranger: Person) -> None:
    for person, status in ((max_, 403), (cleo, 403), (stranger, 401)):
        assert person.post("/price-trials", {"service_id": str(shop.clean.pk)}).status_code == status
