"""Terms that follow upon each other: docs/algorithms/series.md, the end."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from almanac.engine import recurrence
from almanac.engine.recurrence import Frequency, Recurrence
from almanac.engine.terms import months_after, next_term, notice_on, usual

DAYS = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def rule(first_on: date, frequency: Frequency = Frequency.WEEKLY, every: int = 1) -> Recurrence:
    return Recurrence(zone="Europe/London", first_on=first_on, minutes=600, frequency=frequency, every=every)


def test_the_last_of_a_month_stays_it_from_term_to_term() -> None:
    term = next_term(rule(date(2026, 1, 31), Frequency.MONTHLY_BY_DATE), booked_months=3, months=3)
    assert term.dates == (date(2026, 4, 30), date(2026, 5, 31), date(2026, 6, 30))
    assert term.booked_months == 6


def test_every_two_weeks_goes_on_in_step() -> None:
    term = next_term(rule(date(2026, 3, 4), every=2), booked_months=3, months=3)
    assert term.dates[0] == date(2026, 6, 10)
    assert len(term.dates) == 7


def test_a_term_without_a_date_of_its_own_reaches_on() -> None:
    term = next_term(rule(date(2026, 1, 15), Frequency.MONTHLY_BY_DATE, 4), booked_months=1, months=1)
    assert (term.dates, term.booked_months) == ((date(2026, 5, 15),), 5)


@given(DAYS, st.sampled_from(list(Frequency)), st.integers(1, 4), st.integers(1, 12), st.integers(1, 3))
def test_terms_together_are_the_rule_without_gaps_and_nothing_twice(
    first_on: date, frequency: Frequency, every: int, months: int, terms: int
) -> None:
    own = rule(first_on, frequency, every)
    ends = months_after(first_on, months)
    found = [each.on for each in recurrence.occurrences(_until(own, ends)) if each.on < ends]
    booked = months
    for _ in range(terms):
        term = next_term(own, booked_months=booked, months=months)
        assert term.dates
        found += term.dates
        booked = term.booked_months
    ends = months_after(first_on, booked)
    assert found == [each.on for each in recurrence.occurrences(_until(own, ends)) if each.on < ends]


@example(
    date(2024, 1, 1), Frequency.MONTHLY_BY_DATE, 1, 1, 32
)  # a term of one date: told of on it, sooner than its middle
@given(DAYS, st.sampled_from(list(Frequency)), st.integers(1, 4), st.integers(1, 12), st.integers(14, 60))
def test_notice_comes_before_the_term_and_after_half_of_the_one_before(
    first_on: date, frequency: Frequency, every: int, months: int, days: int
) -> None:
    own = rule(first_on, frequency, every)
    on = notice_on(own, booked_months=months, months=months, days=days)
    first = next_term(own, booked_months=months, months=months).dates[0]
    ends = months_after(first_on, months)
    last = max(each.on for each in recurrence.occurrences(_until(own, ends)) if each.on < ends)
    assert first_on <= on <= last < first
    is_by_days = first - on == timedelta(days=days)
    assert is_by_days or on == last or (on - first_on).days >= (first - first_on).days // 2


@pytest.mark.parametrize(
    ("seen", "is_usual"), [("a", "a"), ("aab", "a"), ("abc", "c"), ("aaaab", "a"), ("aaabb", "b"), ("ab", "b")]
)
def test_what_most_of_the_last_three_are_is_usual(seen: str, is_usual: str) -> None:
    assert usual(list(seen)) == is_usual


def test_dates_of_terms_never_run_backwards() -> None:
    own, booked = rule(date(2026, 1, 30), Frequency.MONTHLY_BY_DATE), 1
    seen: list[date] = []
    for _ in range(24):
        term = next_term(own, booked_months=booked, months=1)
        booked = term.booked_months
        seen += term.dates
    assert all(before < after for before, after in pairwise(seen))
    assert {on.day for on in seen} == {28, 30}


def _until(own: Recurrence, on: date) -> Recurrence:
    return Recurrence(
        zone=own.zone,
        first_on=own.first_on,
        minutes=own.minutes,
        frequency=own.frequency,
        every=own.every,
        until_on=on,
    )
