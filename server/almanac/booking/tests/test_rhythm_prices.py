"""Prices by how often somebody comes: shown on every visit, charged as shown, and not for a series of one."""

from __future__ import annotations

from typing import Any

import pytest

from almanac.booking.content import LineContent
from almanac.catalog.models import PriceRule
from almanac.sales.models import OrderLine
from tests.cast import Person
from tests.shop import NOBODY, Shop, Visitor

pytestmark = pytest.mark.django_db
FORTNIGHTLY = {"frequency": "weekly", "every": 2, "months": 3}


@pytest.fixture
def often(shop: Shop) -> PriceRule:
    return PriceRule.objects.create(
        business=shop.business,
        name={"en": "Every two weeks"},
        when={"rhythms": ["fortnightly"]},
        effect={"kind": "percent", "percent_bp": -1_000},
    )


def repeat(visitor: Visitor, **rule: Any) -> Any:
    answer = visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {**FORTNIGHTLY, **rule})
    assert answer.status_code == 200, answer.content
    return answer.json()["lines"][0]


def rules_in(line: Any) -> list[tuple[str, int, int]]:
    return [(step["label"], step["amount"], step["percent_bp"]) for step in line["steps"] if step["kind"] == "rule"]


def test_every_visit_costs_less_as_it_is_shown_and_sold(shop: Shop, nora: Visitor, often: PriceRule) -> None:
    nora.ready(shop)
    assert rules_in(nora.basket()["lines"][0]) == []
    line = repeat(nora)
    assert rules_in(line) == [("Every two weeks", -400, -1_000)]
    assert {item["total_amount"] for item in line["repeat"]["dates"]} == {3_600}
    assert line["repeat"]["series_amount"] == 7 * 3_600 == nora.basket()["total_amount"]
    assert nora.book().status_code == 200
    sold = list(OrderLine.objects.all())
    assert [each.total_amount for each in sold] == [3_600] * 7
    assert all([s["label"] for s in each.breakdown if s["kind"] == "rule"] == ["Every two weeks"] for each in sold)


def test_another_rhythm_has_another_price(shop: Shop, nora: Visitor, often: PriceRule) -> None:
    nora.ready(shop)
    assert rules_in(repeat(nora, every=1)) == []
    assert rules_in(repeat(nora)) != []
    nora.delete(f"/basket/lines/{nora.line_id()}/repeat")
    assert rules_in(nora.basket()["lines"][0]) == []


def test_a_series_of_one_costs_what_one_visit_costs(shop: Shop, nora: Visitor, often: PriceRule) -> None:
    nora.ready(shop)
    for item in repeat(nora, months=1)["repeat"]["dates"]:
        assert rules_in(nora.basket()["lines"][0]) != []
        nora.put(f"/basket/lines/{nora.line_id()}/dates/{item['on']}", {})
    line = nora.basket()["lines"][0]
    assert (line["repeat"]["visit_count"], rules_in(line)) == (1, [])


@pytest.mark.parametrize(
    ("starts_at", "carries_on", "comes"), [(None, False, "weekly"), (1, False, "once"), (1, True, "weekly")]
)
def test_how_often_a_line_comes(starts_at: int | None, carries_on: bool, comes: str) -> None:
    rule = {"frequency": "weekly", "every": 1, "months": 1, "carries_on": carries_on}
    line = LineContent.model_validate({"service_id": NOBODY, "starts_at": starts_at, "repeat": rule})
    assert line.comes == comes


def test_the_trial_knows_rhythms(shop: Shop, ada: Person, often: PriceRule) -> None:
    asked = {"service_id": str(shop.clean.pk)}
    once = ada.post("/price-trials", asked).json()
    assert (once["total_amount"], once["rules"][0]["unmet"]) == (4_000, ["rhythm"])
    told = ada.post("/price-trials", {**asked, "rhythm": "fortnightly"}).json()
    assert (told["total_amount"], told["rules"][0]["met"]) == (3_600, ["rhythm"])
    assert ada.post("/price-trials", {**asked, "rhythm": "hourly"}).status_code == 422
