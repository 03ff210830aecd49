"""Points: what is earned goes back with the money and never more; the lots that are left are the balance; the soonest to lapse go
first. See docs/algorithms/loyalty.md."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.loyalty import Posting, points_back, points_of, rewards_of, standing

TODAY = date(2026, 3, 2)
amounts = st.integers(0, 10_000_000)
days = st.none() | st.integers(0, 800).map(lambda count: TODAY + timedelta(days=count))


@st.composite
def histories(draw: st.DrawFn) -> list[Posting[int]]:
    """Postings as they come: some add, some take, some of these from a lot of their own."""
    found: list[Posting[int]] = []
    for key in range(draw(st.integers(0, 12))):
        points = draw(st.integers(-120, 120).filter(bool))
        added = [each.key for each in found if each.points > 0]
        of = draw(st.none() | st.sampled_from(added)) if points < 0 and added else None
        found.append(Posting(key, points, draw(days) if points > 0 else None, of))
    return found


@given(amounts, amounts, st.integers(1, 100))
def test_more_money_never_earns_less_and_pence_earn_nothing(amount: int, more: int, each: int) -> None:
    assert points_of(amount, each=each) <= points_of(amount + more, each=each)
    assert points_of(amount, each=each) == points_of(amount - amount % 100, each=each) == amount // 100 * each


@given(amounts, amounts, amounts, st.integers(1, 100))
def test_what_is_taken_back_grows_with_the_money_to_all_of_it(amount: int, back: int, more: int, each: int) -> None:
    earned = points_of(amount, each=each)
    taken = points_back(earned, amount=amount, back=back)
    assert 0 <= taken <= points_back(earned, amount=amount, back=back + more) <= earned
    assert points_back(earned, amount=amount, back=amount) == earned
    assert taken * amount <= earned * min(back, amount)  # the part of a point that does not divide is the customer's


@given(histories())
def test_the_lots_less_the_debt_are_the_balance(history: list[Posting[int]]) -> None:
    found = standing(history)
    assert found.balance == sum(each.points for each in history) == sum(found.left.values()) - found.debt
    assert found.debt == 0 or not found.left
    assert found.debt >= 0
    for each in history:
        assert 0 <= found.left.get(each.key, 0) <= max(0, each.points)


@given(histories(), st.integers(1, 120))
def test_what_is_spent_is_taken_from_what_lapses_soonest(history: list[Posting[int]], spent: int) -> None:
    before, after = standing(history), standing([*history, Posting(-1, -spent)])
    ends = {each.key: each.lapses_on or date.max for each in history}
    touched = [key for key, left in before.left.items() if after.left.get(key, 0) < left]
    kept = [key for key in before.left if after.left.get(key, 0)]
    assert all(ends[one] <= ends[other] for one in touched for other in kept if one != other)


@given(histories())
def test_a_lot_that_lapses_takes_itself_and_nothing_else(history: list[Posting[int]]) -> None:
    before = standing(history)
    for key, left in before.left.items():
        after = standing([*history, Posting(-1, -left, of=key)])
        assert after.left == {other: each for other, each in before.left.items() if other != key}


@given(st.integers(-500, 5_000), st.integers(1, 300))
def test_rewards_leave_less_than_one_costs(balance: int, needed: int) -> None:
    count = rewards_of(balance, needed=needed)
    assert count >= 0
    assert balance - count * needed < needed
    assert count == 0 or balance >= count * needed


@pytest.mark.parametrize(
    ("back", "taken"), [(0, 0), (50, 0), (101, 1), (3_200, 31), (6_449, 63), (6_450, 64), (9_999, 64)]
)
def test_a_visit_of_64_50(back: int, taken: int) -> None:
    earned = points_of(6_450, each=1)
    assert earned == 64
    assert points_back(earned, amount=6_450, back=back) == taken


def test_what_is_earned_pays_the_debt_first() -> None:
    found = standing([Posting("a", 100), Posting("r", -100), Posting("t", -30, of="a"), Posting("b", 50)])
    assert (found.balance, found.left, found.debt) == (20, {"b": 20}, 0)
