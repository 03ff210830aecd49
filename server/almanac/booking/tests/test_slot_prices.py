"""Beside a free time stands what it costs more or less than usual, where a rule goes by day, hour or notice."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.catalog.models import PriceRule
from tests.shop import WEDNESDAY_TEN, Shop, Visitor

pytestmark = pytest.mark.django_db
WEEK = "first_on=2026-03-04&last_on=2026-03-08"


def rule(business: Business, name: str, when: dict[str, Any], **effect: Any) -> PriceRule:
    return PriceRule.objects.create(business=business, name={"en": name}, when=when, effect=effect)


def changes(visitor: Visitor, path: str) -> dict[str, list[tuple[int, str]]]:
    """By date, each once."""
    answer = visitor.get(path)
    assert answer.status_code == 200, answer.content
    found: dict[str, list[tuple[int, str]]] = {}
    for each in answer.json()["price_changes"]:
        known = found.setdefault(each["starts_at"][:10], [])
        if (each["amount"], each["label"]) not in known:
            known.append((each["amount"], each["label"]))
    return found


@pytest.fixture
def saturdays(shop: Shop) -> PriceRule:
    return rule(shop.business, "Saturday", {"weekdays": [5]}, kind="percent", percent_bp=2_500)


def test_a_saturday_costs_more(shop: Shop, nora: Visitor, saturdays: PriceRule) -> None:
    nora.place()
    assert changes(nora, f"/slots?service={shop.clean.pk}&{WEEK}") == {"2026-03-07": [(1_000, "Saturday")]}


def test_it_is_what_the_basket_then_says(shop: Shop, nora: Visitor, saturdays: PriceRule) -> None:
    nora.place()
    nora.want(shop.clean)
    line = nora.line_id()
    assert changes(nora, f"/slots?line={line}&{WEEK}")["2026-03-07"] == [(1_000, "Saturday")]
    nora.hold(WEDNESDAY_TEN.replace(day=7), staff=shop.sam)
    assert nora.basket()["total_amount"] == shop.clean.price_amount + 1_000


def test_hours_areas_and_several_rules_together(shop: Shop, nora: Visitor, saturdays: PriceRule) -> None:
    rule(shop.business, "Early", {"from_minute": 0, "until_minute": 600}, kind="amount", amount=-300)
    rule(shop.business, "Elsewhere", {"weekdays": [6], "areas": ["N1"]}, kind="amount", amount=900)
    nora.place()
    found = changes(nora, f"/slots?service={shop.clean.pk}&{WEEK}")
    assert found["2026-03-07"] == [(625, "Early, Saturday"), (1_000, "Saturday")]
    assert found["2026-03-08"] == [(-300, "Early")]


def test_rules_that_always_hold_change_nothing_beside_a_time(shop: Shop, nora: Visitor) -> None:
    rule(shop.business, "Everybody", {}, kind="amount", amount=500)
    rule(shop.business, "Archived", {"weekdays": [5]}, kind="amount", amount=500).delete()
    nora.place()
    assert changes(nora, f"/slots?service={shop.clean.pk}&{WEEK}") == {}


def test_a_visit_that_is_moved_keeps_its_price(shop: Shop, nora: Visitor, saturdays: PriceRule) -> None:
    made = nora.booked(shop)
    answer = nora.get(f"/slots?appointment={made.visit.pk}&{WEEK}", x_order_token=made.token)
    assert answer.json()["price_changes"] == []


def test_the_number_of_queries_does_not_grow(shop: Shop, nora: Visitor, saturdays: PriceRule) -> None:
    nora.place()
    counted = []
    for last in ("04", "29"):
        with CaptureQueriesContext(connection) as captured:
            nora.get(f"/slots?service={shop.clean.pk}&first_on=2026-03-04&last_on=2026-03-{last}")
        counted.append(len(captured))
        for number in range(5):
            rule(shop.business, f"R{last}{number}", {"weekdays": [number]}, kind="amount", amount=100)
    assert counted[0] == counted[1]
