"""Reasons and changes over random problems: they agree with the slots, and every change does what it says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given

from almanac.engine.changes import apply_change
from almanac.engine.problem import Problem
from almanac.engine.proposals import Audience
from almanac.engine.reasons import explain, explain_day
from almanac.engine.slots import find, open_starts
from almanac.engine.tests.reference import candidates
from almanac.engine.tests.strategies import problems
from almanac.engine.wallclock import table_between


@given(problems(services=3))
def test_a_start_is_open_exactly_when_there_is_no_reason(problem: Problem) -> None:
    for calendar in problem.calendars:
        starts = set(open_starts(calendar, problem))
        for start in candidates(problem)[::25]:
            refusal = explain(problem, start, calendar.staff_id, audience=Audience.CUSTOMER)
            assert (refusal is None) == (start in starts)


@pytest.mark.parametrize("audience", list(Audience))
@given(problem=problems(services=3))
def test_the_change_opens_the_start(audience: Audience, problem: Problem) -> None:
    for start in candidates(problem)[::85]:
        refusal = explain(problem, start, "p0", audience=audience)
        if refusal is not None and refusal.smallest_change is not None:
            changed, at, staff_id = apply_change(problem, start, "p0", refusal.smallest_change)
            assert find(changed, at, (staff_id,) * len(changed.ask.segments)) is not None


@given(problems(people=1, services=2))
def test_staff_can_open_every_start_that_has_not_passed(problem: Problem) -> None:
    for start in candidates(problem)[::85]:
        refusal = explain(problem, start, "p0")
        if refusal is not None and start >= problem.now:
            assert refusal.smallest_change is not None


@given(problems())
def test_a_day_shows_every_open_start(problem: Problem) -> None:
    calendar = problem.calendars[0]
    table = table_between(calendar.zone, *problem.window)
    for on in range(table.date_of(problem.window.start), table.date_of(problem.window.end - 1) + 1):
        verdicts = explain_day(problem, calendar.staff_id, date.fromordinal(on))
        expected = [start for start in open_starts(calendar, problem) if table.date_of(start) == on]
        assert [verdict.start for verdict in verdicts if verdict.slot] == expected
        assert all((verdict.slot is None) != (verdict.refusal is None) for verdict in verdicts)
