"""Nothing is lost when a visit is called off: what comes back and what it costs are the price. See
docs/algorithms/cancellation.md."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.cancellation import CancellationPolicy, CancellationWindow, cancellation, may_change, refund_percent

START = 1_800_000_000
DAY = 86_400
windows = st.builds(CancellationWindow, st.integers(0, 30 * DAY), st.integers(0, 100))
policies = st.builds(
    CancellationPolicy, st.lists(windows, max_size=5).map(tuple), st.integers(0, 10 * DAY), st.integers(0, 5)
)
instants = st.integers(START - 40 * DAY, START + DAY)


@given(policies, st.integers(0, 10_000_000), instants)
def test_refund_and_fee_are_the_price(policy: CancellationPolicy, price: int, now: int) -> None:
    found = cancellation(policy, price=price, starts_at=START, now=now)
    assert found.refund_amount + found.fee_amount == price
    assert 0 <= found.fee_amount <= price
    assert found.refund_amount * 100 >= price * found.refund_percent  # pennies go to the customer


@given(policies, instants, st.integers(0, 10 * DAY))
def test_waiting_never_brings_more_back(policy: CancellationPolicy, now: int, wait: int) -> None:
    early = refund_percent(policy, starts_at=START, now=now)
    assert refund_percent(policy, starts_at=START, now=now + wait) <= early


@given(policies, st.integers(0, 10_000_000), instants)
def test_the_answer_stands_until_it_says(policy: CancellationPolicy, price: int, now: int) -> None:
    found = cancellation(policy, price=price, starts_at=START, now=now)
    if found.until is not None:
        assert found.until > now
        just_before = cancellation(policy, price=price, starts_at=START, now=found.until - 1)
        assert just_before.refund_percent == found.refund_percent
    else:
        later = cancellation(policy, price=price, starts_at=START, now=now + 100 * DAY)
        assert later.refund_percent == found.refund_percent


USUAL = CancellationPolicy((CancellationWindow(DAY, 100), CancellationWindow(DAY // 2, 50)), DAY, 2)


@pytest.mark.parametrize(
    ("before", "percent", "fee"),
    [
        (2 * DAY, 100, 0),
        (DAY, 100, 0),
        (DAY - 1, 50, 2_000),
        (DAY // 2, 50, 2_000),
        (DAY // 2 - 1, 0, 4_001),
        (-1, 0, 4_001),
    ],
)
def test_the_edges_of_windows(before: int, percent: int, fee: int) -> None:
    found = cancellation(USUAL, price=4_001, starts_at=START, now=START - before)
    assert (found.refund_percent, found.fee_amount) == (percent, fee)


@pytest.mark.parametrize(
    ("before", "moved", "refused"),
    [(DAY, 0, None), (DAY - 1, 0, "too_late"), (DAY, 2, "limit_reached"), (DAY - 1, 2, "too_late"), (0, 0, "too_late")],
)
def test_moving(before: int, moved: int, refused: str | None) -> None:
    assert may_change(USUAL, starts_at=START, reschedules=moved, now=START - before) == refused
