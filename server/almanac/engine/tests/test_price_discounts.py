"""Discounts: which may be used, which are, how they are spread, and tax after them. See docs/algorithms/pricing.md."""

from __future__ import annotations

from dataclasses import replace

import pytest

from almanac.engine.price import breakdown
from almanac.engine.price_discounts import Discount, Unfit
from almanac.engine.price_due import Deposit
from almanac.engine.price_facts import LineAsk, StepKind
from almanac.engine.price_tax import tax_on_top

NOW = 1_000_000


def line(key: str, amount: int, *tags: str, with_tax: bool = True) -> LineAsk:
    return LineAsk(key, key, amount, None, (), 2_000, tags=frozenset({*tags, "shop"}), with_tax=with_tax)


TEN = Discount("ten", "Ten percent", percent_bp=1_000)
CODE = Discount("code", "WELCOME10", amount=1_000, is_coupon=True)
CLEAN, GARDEN = line("a", 4_800, "clean"), line("b", 6_000, "garden")


def reason(discount: Discount, *lines: LineAsk, is_first_order: bool = True) -> Unfit | None:
    """Why it is not used."""
    found = breakdown(lines or (CLEAN, GARDEN), (), [discount], now=NOW, is_first_order=is_first_order)
    assert found.total_amount == sum(item.base_amount for item in lines or (CLEAN, GARDEN)) - found.discount_amount
    return found.refused[0].reason if found.refused else None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, None),
        ({"starts_at": NOW, "ends_at": NOW + 1}, None),
        ({"starts_at": NOW + 1}, Unfit.NOT_YET),
        ({"ends_at": NOW}, Unfit.OVER),
        ({"only": frozenset({"lawn"})}, Unfit.NOTHING_FITS),
        ({"never": frozenset({"shop"})}, Unfit.NOTHING_FITS),
        ({"minimum_amount": 10_800}, None),
        ({"minimum_amount": 10_801}, Unfit.BELOW_MINIMUM),
        ({"minimum_amount": 4_801, "only": frozenset({"clean"})}, Unfit.BELOW_MINIMUM),  # of what it is for alone
        ({"limit": 10, "uses": 9}, None),
        ({"limit": 10, "uses": 10}, Unfit.USED_UP),
        ({"customer_limit": 1, "customer_uses": 1}, Unfit.USED_BY_CUSTOMER),
        ({"first_order_only": True}, None),
        ({"ends_at": NOW, "limit": 1, "uses": 1}, Unfit.OVER),  # the first reason
        ({"amount": 0}, Unfit.BETTER_WITHOUT),  # it would be spent for nothing
    ],
)
def test_when_a_coupon_can_be_used(change: dict[str, object], why: Unfit | None) -> None:
    assert reason(replace(CODE, **change)) is why  # type: ignore[arg-type]


def test_for_first_orders_alone() -> None:
    assert reason(replace(CODE, first_order_only=True), is_first_order=False) is Unfit.NOT_FIRST


def test_what_is_missing_to_the_minimum_is_told() -> None:
    found = breakdown([CLEAN], (), [replace(CODE, minimum_amount=5_000)])
    assert found.refused[0].missing_amount == 200


def test_an_amount_off_the_order_is_spread_by_largest_remainder() -> None:
    found = breakdown([line("a", 100), line("b", 100), line("c", 100)], (), [replace(CODE, amount=100)])
    assert [item.discount_amount for item in found.lines] == [34, 33, 33]
    found = breakdown([line("c", 1), line("b", 1), line("a", 1)], (), [replace(CODE, amount=1)])
    assert [item.total_amount for item in found.lines] == [1, 1, 0]  # by key, wherever it stands


def test_a_discount_off_the_order_says_so_on_each_line() -> None:
    found = breakdown([CLEAN, GARDEN], (), [TEN, CODE])
    assert [(step.kind, step.label, step.amount) for step in found.lines[0].steps] == [
        (StepKind.BASE, "a", 4_800),
        (StepKind.DISCOUNT, "Ten percent", -480),
        (StepKind.COUPON, "WELCOME10", -444),
    ]
    assert found.total_amount == 10_800 - 1_080 - 1_000
    assert [(share.discount.key, share.amount) for share in found.used] == [("ten", 1_080), ("code", 1_000)]


def test_from_each_line() -> None:
    found = breakdown([CLEAN, GARDEN], (), [replace(CODE, from_each=True, amount=5_000)])
    assert [item.total_amount for item in found.lines] == [0, 1_000]


def test_services_in_and_out() -> None:
    for change in ({"only": frozenset({"clean"})}, {"never": frozenset({"garden"})}):
        found = breakdown([CLEAN, GARDEN], (), [replace(TEN, **change)])  # type: ignore[arg-type]
        assert [item.discount_amount for item in found.lines] == [480, 0]


@pytest.mark.parametrize("from_each", [False, True])
def test_a_percentage_with_a_most(from_each: bool) -> None:
    found = breakdown([CLEAN, GARDEN], (), [replace(TEN, most_amount=500, from_each=from_each)])
    assert [item.discount_amount for item in found.lines] == [222, 278]


def test_discounts_come_off_what_is_left_and_never_more_than_that() -> None:
    half, gift = replace(TEN, percent_bp=5_000), replace(CODE, amount=99_999)
    found = breakdown([CLEAN], (), [gift, half])
    assert [share.amount for share in found.used] == [2_400, 2_400]
    assert found.total_amount == found.tax_amount == 0


def test_one_that_may_not_be_combined_is_used_alone_where_that_is_better() -> None:
    alone = replace(CODE, combines=False)
    better = breakdown([CLEAN], (), [TEN, alone])
    assert [share.discount.key for share in better.used] == ["code"]
    assert [(item.key, item.reason) for item in better.refused] == [("ten", Unfit.BETTER_WITHOUT)]
    worse = breakdown([CLEAN], (), [TEN, replace(alone, amount=300)])
    assert [share.discount.key for share in worse.used] == ["ten"]
    assert [(item.key, item.reason) for item in worse.refused] == [("code", Unfit.BETTER_WITHOUT)]


def test_tax_is_of_what_is_left() -> None:
    inside = breakdown([CLEAN], (), [TEN]).lines[0]
    assert (inside.net_amount, inside.tax_amount, inside.total_amount) == (3_600, 720, 4_320)
    on_top = breakdown([line("a", 4_800, with_tax=False)], (), [TEN]).lines[0]
    assert (on_top.net_amount, on_top.tax_amount, on_top.total_amount) == (4_320, 864, 5_184)
    assert (on_top.steps[-1].kind, on_top.steps[-1].amount) == (StepKind.TAX, 864)


@pytest.mark.parametrize(("net", "tax"), [(12, 2), (13, 3), (2, 0), (3, 1), (0, 0)])
def test_tax_on_top_is_rounded_half_to_even(net: int, tax: int) -> None:
    assert tax_on_top(net, 2_000) == tax


@pytest.mark.parametrize(
    ("deposit", "due"),
    [
        (Deposit(10_000), 4_801),
        (Deposit(2_500), 1_201),
        (Deposit(amount=3_000), 3_000),
        (Deposit(2_500, 1_000), 1_201),
        (Deposit(2_500, 2_000), 2_000),
        (Deposit(amount=9_999), 4_801),
        (Deposit(), 0),
    ],
)
def test_due_now(deposit: Deposit, due: int) -> None:
    found = breakdown([replace(CLEAN, base_amount=4_801, deposit=deposit)])
    assert found.due_now() == {CLEAN.line_id: due}


def test_each_line_has_its_own_deposit_of_what_is_left_to_pay() -> None:
    quarter = replace(CLEAN, line_id="a", base_amount=4_801, deposit=Deposit(2_500))
    fixed = replace(CLEAN, line_id="b", base_amount=8_000, deposit=Deposit(amount=2_000))
    later = replace(CLEAN, line_id="c", base_amount=8_000)
    found = breakdown([quarter, fixed, later])
    assert found.due_now(later={"c"}) == {"a": 1_201, "b": 2_000}
    assert found.due_now(paid={"a": 801, "b": 7_000}) == {"a": 1_000, "b": 1_000, "c": 8_000}


def test_where_a_good_costs_something_all_is_due() -> None:
    clean = replace(CLEAN, line_id="a", base_amount=4_800, deposit=Deposit(2_500))
    booklet = replace(CLEAN, line_id="b", base_amount=1_200, is_visit=False)
    assert breakdown([clean, booklet]).due_now() == {"a": 4_800, "b": 1_200}
    assert breakdown([clean, replace(booklet, base_amount=0)]).due_now() == {"a": 1_200, "b": 0}
