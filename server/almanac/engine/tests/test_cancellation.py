"""Nothing is lost when a visit is called off: what comes back and what it costs are the price. See
docs/algorithms/cancellation.md."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.cancellation import (
    CancellationPolicy,
    CancellationWindow,
    agreed,
    cancellation,
    may_change,
    may_report,
    missed,
    not_served,
    refund_percent,
    settled,
)

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


@given(policies, st.integers(0, 100), st.integers(0, 10_000_000))
def test_a_missed_visit_is_split_without_a_rest(policy: CancellationPolicy, fee_percent: int, price: int) -> None:
    found = missed(replace(policy, missed_fee_percent=fee_percent), price=price)
    assert found.refund_amount + found.fee_amount == price
    assert found.refund_amount * 100 >= price * found.refund_percent
    assert found.until is None


@given(policies, st.integers(0, 100), st.integers(0, 10_000_000), instants)
def test_not_coming_never_brings_more_back_than_calling_off(
    policy: CancellationPolicy, fee_percent: int, price: int, now: int
) -> None:
    called_off = cancellation(policy, price=price, starts_at=START, now=min(now, START))
    found = missed(replace(policy, missed_fee_percent=fee_percent), price=price)
    assert found.refund_amount <= called_off.refund_amount
    assert found.refund_percent <= 100 - fee_percent


@given(st.integers(0, 10_000_000))
def test_where_nobody_came_nothing_is_kept(price: int) -> None:
    found = not_served(price=price)
    assert (found.refund_percent, found.refund_amount, found.fee_amount) == (100, price, 0)


@pytest.mark.parametrize(
    ("fee_percent", "at_last", "fee"),
    [(100, 100, 4_001), (50, 100, 2_000), (0, 100, 0), (0, 50, 2_000), (60, 50, 2_400)],
)
def test_the_fee_of_a_missed_visit(fee_percent: int, at_last: int, fee: int) -> None:
    policy = CancellationPolicy((CancellationWindow(0, at_last),), 0, 0, missed_fee_percent=fee_percent)
    assert missed(policy, price=4_001).fee_amount == fee


@pytest.mark.parametrize(
    ("after", "may"), [(-1, False), (0, True), (3_600, True), (3_600 + DAY, True), (3_601 + DAY, False)]
)
def test_from_the_start_until_so_long_after_the_end_it_can_be_reported(after: int, may: bool) -> None:
    policy = replace(USUAL, report_within=DAY)
    assert may_report(policy, starts_at=START, ends_at=START + 3_600, now=START + after) is may


rights = st.one_of(st.none(), st.integers(START - 40 * DAY, START + 20 * DAY))


@given(policies, st.integers(0, 10_000_000), instants, rights)
def test_in_the_right_to_cancel_nothing_is_kept_and_after_it_the_scale_counts(
    policy: CancellationPolicy, price: int, now: int, right_until: int | None
) -> None:
    found = cancellation(policy, price=price, starts_at=START, now=now, right_until=right_until)
    scale = cancellation(policy, price=price, starts_at=START, now=now)
    assert found.refund_amount + found.fee_amount == price
    if right_until is not None and now < right_until and now < START:
        assert (found.refund_amount, found.by_law) == (price, scale.refund_percent < 100)
    else:
        assert found == scale


@given(policies, st.integers(0, 10_000_000), instants, rights)
def test_with_the_right_too_the_answer_stands_until_it_says(
    policy: CancellationPolicy, price: int, now: int, right_until: int | None
) -> None:
    def at(instant: int) -> int:
        return cancellation(policy, price=price, starts_at=START, now=instant, right_until=right_until).refund_amount

    until = cancellation(policy, price=price, starts_at=START, now=now, right_until=right_until).until
    assert until is None or until > now
    assert at(now) == at(until - 1 if until is not None else now + 100 * DAY)


@given(policies, st.integers(0, 10_000_000), instants, rights, st.integers(0, 10 * DAY))
def test_with_the_right_too_waiting_never_brings_more_back(
    policy: CancellationPolicy, price: int, now: int, right_until: int | None, wait: int
) -> None:
    early = cancellation(policy, price=price, starts_at=START, now=now, right_until=right_until)
    late = cancellation(policy, price=price, starts_at=START, now=now + wait, right_until=right_until)
    assert late.refund_amount <= early.refund_amount


amounts = st.integers(0, 10_000_000)


@given(amounts, amounts)
def test_by_the_policy_the_fee_is_kept_or_owed_to_the_penny(paid: int, fee: int) -> None:
    found = settled(paid=paid, fee=fee)
    assert (found.back + found.kept, found.kept + found.owed, found.waived) == (paid, fee, 0)
    assert found.back == 0 or found.owed == 0


@given(amounts, amounts, st.data())
def test_what_is_agreed_to_is_never_worse_than_the_policy_and_names_what_is_let_go(
    paid: int, fee: int, data: st.DataObject
) -> None:
    least = settled(paid=paid, fee=fee).back
    found = agreed(paid=paid, fee=fee, back=data.draw(st.integers(least, paid)))
    assert (found.back + found.kept, found.owed) == (paid, 0)
    assert found.kept + found.waived == fee


@pytest.mark.parametrize("back", [1_999, 4_001])
def test_nothing_else_can_be_agreed_to(back: int) -> None:
    with pytest.raises(ValueError, match="between 2000 and 4000"):
        agreed(paid=4_000, fee=2_000, back=back)
