"""What a line's paid part is made of, however it was paid: parts add up, and all paid back leaves nothing."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.price_tax import tax_inside
from almanac.ledger.models import Role
from almanac.payments.books import Step, legs_of, parts_of
from almanac.sales.models import OrderLine

BUSINESS, MENTOR = UUID(int=1), UUID(int=2)
TOTALS = st.integers(0, 2_000_000)
RATES = st.sampled_from([0, 500, 2_000])
COMMISSIONS = st.none() | st.integers(0, 10_000)


def line(total: int, rate: int, commission_bp: int | None) -> OrderLine:
    return OrderLine(
        business_id=BUSINESS,
        total_amount=total,
        tax_rate_bp=rate,
        tax_amount=tax_inside(total, rate),
        payee_id=None if commission_bp is None else MENTOR,
        commission_bp=commission_bp or 0,
    )


@given(TOTALS, RATES, COMMISSIONS, st.data())
def test_the_parts_are_the_whole_and_grow_with_it(
    total: int, rate: int, commission_bp: int | None, data: st.DataObject
) -> None:
    tax = tax_inside(total, rate)
    paid = data.draw(st.integers(0, total))
    parts = parts_of(paid, total=total, tax=tax, commission_bp=commission_bp)
    assert parts.tax + parts.commission + parts.payee + parts.revenue == paid
    assert min(parts.tax, parts.commission, parts.payee, parts.revenue) >= 0
    assert parts_of(total, total=total, tax=tax, commission_bp=commission_bp).tax == tax


@given(TOTALS, RATES, COMMISSIONS, st.lists(st.floats(0, 1), max_size=8))
def test_any_way_of_paying_and_paying_back_books_what_is_paid_in_the_end(
    total: int, rate: int, commission_bp: int | None, stops: list[float]
) -> None:
    sold, books, at = line(total, rate, commission_bp), dict.fromkeys(Role, 0), 0
    for stop in [*(int(total * share) for share in stops), 0]:
        for leg in legs_of([Step(sold, at, stop)]):
            books[leg.role] += leg.amount
        at = stop
    assert set(books.values()) == {0}


@pytest.mark.parametrize(
    ("commission_bp", "expected"),
    [
        (None, {Role.TAX: -1_667, Role.REVENUE: -8_333}),
        (1_500, {Role.TAX: -1_667, Role.COMMISSION: -1_250, Role.PAYABLE: -7_083}),
    ],
)
def test_a_hundred_pounds_with_vat(commission_bp: int | None, expected: dict[Role, int]) -> None:
    legs = {
        leg.role: leg.amount for leg in legs_of([Step(line(10_000, 2_000, commission_bp), 0, 10_000)]) if leg.amount
    }
    assert legs == expected
