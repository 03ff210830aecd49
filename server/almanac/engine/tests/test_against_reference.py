"""The engine against a minute-by-minute reference, over random problems on the nights that are hard."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.problem import Columns, Interval, Problem, Taken
from almanac.engine.slots import check_problem, find, first_free, open_slots, open_starts, starts_by_staff
from almanac.engine.tests.factories import on, person, problem, service
from almanac.engine.tests.reference import candidates, reference_chain, reference_starts
from almanac.engine.tests.strategies import problems


@given(problems())
def test_same_starts_as_the_reference(problem: Problem) -> None:
    check_problem(problem)
    assert starts_by_staff(problem) == reference_starts(problem)


@given(problems(people=3, services=3))
def test_same_assignments_as_the_reference(problem: Problem) -> None:
    if len(problem.ask.segments) > 1:
        narrow = replace(problem, window=Interval(problem.window.start, problem.window.start + 6 * 3600))
        assert open_slots(narrow) == reference_chain(narrow)


@given(problems(people=3, services=1))
def test_one_service_gives_a_slot_for_each_start_and_person(problem: Problem) -> None:
    expected = [(start, staff_id) for staff_id, starts in reference_starts(problem).items() for start in starts]
    found = open_slots(problem)
    assert sorted((slot.start, slot.staff_ids[0]) for slot in found) == sorted(expected)
    assert [slot.start for slot in found] == sorted(slot.start for slot in found)


@given(problems(people=3, services=2))
def test_first_free_is_the_first_of_all(problem: Problem) -> None:
    slots = open_slots(problem)
    assert first_free(problem) == (slots[0] if slots else None)


@given(st.data())
def test_claims_as_columns_give_the_same_starts(data: st.DataObject) -> None:
    """Many short visits and a longer one: those without room between them are passed as one."""
    gaps = data.draw(st.lists(st.integers(0, 8), min_size=28, max_size=60))
    lengths = data.draw(st.lists(st.integers(1, 6), min_size=len(gaps), max_size=len(gaps)))
    at, spans = on("00:00"), []
    for gap, length in zip(gaps, lengths, strict=True):
        spans.append(Interval(at + gap * 900, at + (gap + length) * 900))
        at = spans[-1].end
    ask = (service(data.draw(st.sampled_from([15, 60, 90, 120])), before=data.draw(st.sampled_from([0, 15]))),)
    columns = Columns(tuple(span.start for span in spans), tuple(span.end for span in spans))
    lean = person("ana", "00:00-24:00", claimed=columns)
    whole = problem(person("ana", "00:00-24:00", taken=tuple(Taken(span, span) for span in spans)), ask=ask, days=9)
    assert starts_by_staff(replace(whole, calendars=(lean,))) == starts_by_staff(whole)
    assert first_free(replace(whole, calendars=(lean,))) == first_free(whole)


@given(problems(people=2, services=1))
def test_find_agrees_with_the_list_at_every_start(problem: Problem) -> None:
    for calendar in problem.calendars:
        starts = open_starts(calendar, problem)
        for start in candidates(problem)[::5]:
            assert (find(problem, start, (calendar.staff_id,)) is not None) == (start in starts)


@given(problems(people=2, services=3))
def test_every_assignment_given_is_found_again(problem: Problem) -> None:
    for slot in open_slots(problem):
        assert find(problem, slot.start, slot.staff_ids) == slot


@given(problems(people=3, services=3))
def test_one_person_for_all_is_whoever_could_do_all_alone(problem: Problem) -> None:
    alone = replace(problem, ask=replace(problem.ask, same_person=True))
    several = replace(problem, ask=replace(problem.ask, same_person=False))
    if len(problem.ask.segments) > 1:
        found = open_slots(alone)
        assert all(len(set(slot.staff_ids)) == 1 for slot in found)
        starts = {start for starts in starts_by_staff(several).values() for start in starts}
        assert [slot.start for slot in found] == sorted(starts)
        for slot in open_slots(several):
            assert (find(alone, slot.start, slot.staff_ids) == slot) == (len(set(slot.staff_ids)) == 1)


@given(problems(people=1, services=1))
def test_the_window_never_changes_which_starts_exist(problem: Problem) -> None:
    start, end = problem.window
    middle = (start + end) // 120 * 60
    halves = [
        open_starts(problem.calendars[0], replace(problem, window=Interval(*part)))
        for part in ((start, middle), (middle, end))
    ]
    assert halves[0] + halves[1] == open_starts(problem.calendars[0], problem)
