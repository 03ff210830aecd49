"""Prices add up whatever is in the basket, and tax is inside them. See docs/algorithms/pricing.md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.price import breakdown
from almanac.engine.price_facts import ExtraAsk, LineAsk, StepKind
from almanac.engine.price_tax import tax_inside

amounts = st.integers(0, 5_000_000)
extras = st.builds(ExtraAsk, st.text(max_size=3), st.text(max_size=5), amounts, st.integers(1, 50))
asks = st.builds(
    LineAsk,
    line_id=st.uuids().map(str),
    name=st.text(max_size=10),
    base_amount=amounts,
    staff_amount=st.none() | amounts,
    extras=st.lists(extras, max_size=4).map(tuple),
    tax_rate_bp=st.integers(0, 10_000),
    seats=st.integers(1, 50),
)


@given(st.lists(asks, max_size=6).map(tuple))
def test_steps_add_up_to_lines_and_lines_to_the_whole(lines: tuple[LineAsk, ...]) -> None:
    found = breakdown(lines)
    assert [line.line_id for line in found.lines] == [line.line_id for line in lines]
    for line in found.lines:
        assert sum(step.amount for step in line.steps) == line.total_amount
        assert all(step.amount == step.unit_amount * step.quantity for step in line.steps)
        assert 0 <= line.tax_amount <= line.total_amount
    assert found.total_amount == sum(line.total_amount for line in found.lines) >= 0
    assert found.tax_amount == sum(line.tax_amount for line in found.lines)


@given(asks)
def test_a_staff_members_own_price_replaces_the_services(line: LineAsk) -> None:
    (priced,) = breakdown((line,)).lines
    each = line.base_amount if line.staff_amount is None else line.staff_amount
    added = sum(extra.unit_amount * extra.quantity for extra in line.extras)
    assert priced.total_amount == each * line.seats + added
    differs = line.staff_amount not in (None, line.base_amount)
    assert (StepKind.STAFF in {step.kind for step in priced.steps}) == differs


@given(amounts, st.integers(0, 10_000))
def test_tax_is_right_to_half_a_penny(total: int, rate: int) -> None:
    tax = tax_inside(total, rate)
    assert abs(tax * (10_000 + rate) - total * rate) * 2 <= 10_000 + rate


@pytest.mark.parametrize(
    ("total", "rate", "tax"), [(12_000, 2_000, 2_000), (4_000, 2_000, 667), (99, 0, 0), (3, 10_000, 2), (1, 10_000, 0)]
)
def test_tax_of_some_prices(total: int, rate: int, tax: int) -> None:
    assert tax_inside(total, rate) == tax


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_amount": -1},
        {"seats": 0},
        {"staff_amount": -5},
        {"extras": (ExtraAsk("a", "A", -1, 1),)},
        {"extras": (ExtraAsk("a", "A", 1, 0),)},
    ],
)
def test_nonsense_is_refused(wrong: dict[str, object]) -> None:
    sound = {"line_id": "a", "name": "A", "base_amount": 10, "staff_amount": None, "extras": (), "tax_rate_bp": 2_000}
    with pytest.raises(ValueError, match="never negative"):
        breakdown((LineAsk(**{**sound, **wrong}),))  # type: ignore[arg-type]
