"""Changes that are tried: the blame equals that of judging each visit whole, before and after; fixes go together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from almanac.engine.facts import Code, View
from almanac.engine.fixes import Fixes, Stranded
from almanac.engine.problem import (
    Ask,
    Interval,
    Place,
    Problem,
    Rules,
    Segment,
    ServiceArea,
    StaffCalendar,
    Taken,
    WallSpan,
    WeeklySpan,
)
from almanac.engine.slots import open_starts
from almanac.engine.tests.reference import candidates
from almanac.engine.tests.strategies import calendar as calendars
from almanac.engine.tests.strategies import problems
from almanac.engine.trials import WHEN_BOOKED, Absence, Closure, NewAreas, NewDate, NewWeek, Part, Trial, judge

HOUR, DAY = 3600, 86_400
MONDAY = 1_772_409_600  # 2 March 2026, midnight in London
ON = date(2026, 3, 2)
WEEK = tuple(WeeklySpan(day, WallSpan(540, 1020)) for day in range(7))
SAM = StaffCalendar("sam", "Europe/London", hours=WEEK)
RULES = Rules(slot_interval=900)
NOW = MONDAY - 3 * DAY


def at(hour: float, day: int = 0) -> int:
    return MONDAY + day * DAY + int(hour * HOUR)


def clean(start: int, *, staff: str = "sam", seconds: int = HOUR, **more: object) -> Part:
    return Part(staff, start, (Segment("clean", seconds),), **more)  # type: ignore[arg-type]


def new(trial: Trial, part: Part, calendar: StaffCalendar = SAM) -> tuple[Code, ...]:
    return judge([part], {"sam": calendar}, {"sam": trial}, RULES, now=NOW).new


def test_each_kind_of_change_is_blamed_for_its_own_rule() -> None:
    ten, here = clean(at(10)), Place(51.5, -0.1)
    shorter = NewWeek(tuple(WeeklySpan(day, WallSpan(630, 1020)) for day in range(7)))
    assert new(shorter, ten) == (Code.HOURS,)
    assert new(NewWeek(WEEK, (WeeklySpan(0, WallSpan(630, 660)),)), ten) == (Code.BREAK,)
    assert Code.HOURS in new(NewDate(ON, ()), ten)
    assert Code.HOURS in new(Closure(frozenset({ON})), ten)
    assert new(Absence(Interval(at(10.5), at(12))), ten) == (Code.TIME_OFF,)
    travels = replace(SAM, areas=(ServiceArea(here, 5_000),))
    assert new(NewAreas(()), clean(at(10), place=here), travels) == (Code.AREA,)
    assert new(NewAreas((ServiceArea(Place(51.6, -0.1), 5_000),)), clean(at(10), place=here), travels) == (Code.AREA,)


def test_what_fits_or_broke_before_is_not_blamed() -> None:
    noon = NewDate(ON, (WallSpan(720, 1020),))
    assert new(noon, clean(at(13))) == ()
    assert new(noon, clean(at(10, day=1))) == ()
    assert new(noon, clean(at(20))) == ()  # put outside hours by the team: it stays as it was
    assert new(Absence(Interval(at(20), at(21))), clean(at(20))) == (Code.TIME_OFF,)  # another rule is broken besides
    assert (
        new(NewWeek(tuple(WeeklySpan(day, WallSpan(545, 1020)) for day in range(7))), clean(at(10))) == ()
    )  # off grid


def test_closed_over_ones_own_hours_for_the_date_breaks_nothing() -> None:
    own = NewDate(ON, (WallSpan(540, 1020),)).on(SAM)
    assert new(Closure(frozenset({ON})), clean(at(10)), own) == ()


@st.composite
def trials(draw: st.DrawFn, zone: str, on: date, at: int) -> Trial:
    other = draw(calendars("p0", zone, on))
    span = Interval(at - draw(st.sampled_from([0, 1800, 7200])), at + draw(st.sampled_from([900, 7200])))
    near = on + timedelta(days=draw(st.integers(-1, 1)))
    spans = other.overrides[0].spans if other.overrides else ()
    choices: list[Trial] = [
        NewWeek(other.hours, other.breaks, other.service_hours),
        NewDate(near, draw(st.sampled_from([spans, None, ()]))),
        Absence(span),
        Closure(frozenset({near})),
        NewAreas((ServiceArea(Place(51.5, -0.1), 3_000),)),
    ]
    return draw(st.sampled_from(choices))


@given(st.data())
def test_blame_equals_judging_the_whole_calendar_before_and_after(data: st.DataObject) -> None:
    problem = data.draw(problems(people=1, services=2))
    calendar, start = problem.calendars[0], data.draw(st.sampled_from(candidates(problem)[::25]))
    zone_date = date.fromordinal(date(1970, 1, 1).toordinal() + start // DAY)
    trial = data.draw(trials(calendar.zone, zone_date, start))
    segments = tuple(replace(segment, staff_ids=(), durations=(), capacity=1) for segment in problem.ask.segments)
    part = Part("p0", start, segments, problem.ask.place, 1)

    def whole(changed: StaffCalendar) -> set[Code]:
        asked = replace(problem, ask=Ask(segments, problem.ask.place, 1), window=Interval(start, start + 1))
        view = View(changed, replace(asked, calendars=(changed,)))
        return {reason.code for reason in view.reasons(start)} - WHEN_BOOKED

    # Somebody without areas comes to nobody here, and everywhere in a bare problem.
    if problem.ask.place is not None and not calendar.areas:
        calendar = replace(calendar, areas=(ServiceArea(Place(51.5, -0.1), 90_000),))
    expected = whole(trial.on(calendar)) - whole(calendar)
    found = judge([part], {"p0": replace(calendar, taken=())}, {"p0": trial}, problem.rules, now=problem.now)
    # A rule that is broken by other visits as well is broken either way.
    assert set(found.new) - {Code.BUFFER, Code.BUSY} == expected - {Code.BUFFER, Code.BUSY}


def visit(part: Part, reference: str, rules: Rules = RULES) -> Stranded:
    return Stranded((part,), rules, {reference: 1})


def booked(part: Part, reference: str) -> Taken:
    core = Interval(part.start, part.start + sum(segment.duration for segment in part.segments))
    return Taken(core, core, place=part.place, service_id="clean", reference=reference)


def test_the_nearest_time_and_the_least_busy_other_person() -> None:
    parts = [clean(at(10)), clean(at(11))]
    off = NewDate(ON, (WallSpan(720, 1020),))
    sam = off.on(replace(SAM, taken=tuple(booked(part, f"r{n}") for n, part in enumerate(parts))))
    mia = replace(SAM, staff_id="mia", taken=(booked(clean(at(14)), "m"),))
    zoe = replace(SAM, staff_id="zoe")
    fixes = Fixes({"sam": sam, "mia": mia, "zoe": zoe}, now=NOW)
    first, second = (visit(part, f"r{n}") for n, part in enumerate(parts))
    moved = fixes.move(first)
    assert moved is not None
    assert moved.start == at(12)
    given_to = fixes.give(first, ["mia", "zoe"])
    assert given_to is not None
    assert (given_to.staff_id, given_to.agreed) == ("zoe", ())
    again = fixes.move(second)
    assert again is not None
    assert again.start == at(13)


def test_giving_puts_lead_time_aside_and_moving_does_not() -> None:
    rules = Rules(slot_interval=900, lead_time=12 * HOUR)
    fixes = Fixes({"sam": SAM, "zoe": replace(SAM, staff_id="zoe")}, now=at(9))
    sick = Stranded((clean(at(10)),), rules, {})
    given_to = fixes.give(sick, ["zoe"])
    assert given_to is not None
    assert given_to.agreed == (Code.LEAD_TIME,)
    moved = fixes.move(sick)
    assert moved is not None
    assert moved.start == at(9, day=1)


def test_without_any_time_or_person_there_is_no_fix() -> None:
    closed = replace(SAM, hours=())
    fixes = Fixes({"sam": closed, "zoe": replace(closed, staff_id="zoe")}, now=NOW)
    assert fixes.move(visit(clean(at(10)), "r")) is None
    assert fixes.give(visit(clean(at(10)), "r"), ["zoe", "nobody"]) is None
    homeless = Fixes({"sam": SAM, "zoe": replace(SAM, staff_id="zoe")}, now=NOW)
    there = clean(at(10), place=Place(51.5, -0.1))
    assert (homeless.move(visit(there, "r")), homeless.give(visit(there, "r"), ["zoe"])) == (None, None)


@given(
    starts=st.lists(st.integers(0, 30), min_size=2, max_size=5, unique=True),
    lengths=st.lists(st.sampled_from([1800, 3600, 7200]), min_size=5, max_size=5),
    after=st.sampled_from([0, 900]),
    closed=st.integers(0, 1),
    daily=st.sampled_from([None, 3]),
)
def test_any_choice_among_the_fixes_can_be_done(
    starts: list[int], lengths: list[int], after: int, closed: int, daily: int | None
) -> None:
    """Whatever is chosen for each visit, all of it together fits, each judged among all others."""
    rules = Rules(slot_interval=900, daily_limit=daily)
    parts, end = [], 0
    for n, step in enumerate(sorted(starts)):
        start = max(at(9) + step * 900, end)
        parts.append(Part("sam", start, (Segment("clean", lengths[n], 0, after),)))
        end = start + lengths[n] + after
    taken = tuple(
        booked(part, f"r{n}")._replace(blocked=Interval(part.start, part.start + part.segments[0].duration + after))
        for n, part in enumerate(parts)
    )
    calendars_after = {
        "sam": NewDate(ON + timedelta(days=closed), ()).on(
            Absence(Interval(at(9), at(17))).on(replace(SAM, taken=taken))
        ),
        "zoe": replace(SAM, staff_id="zoe"),
    }
    fixes = Fixes(calendars_after, now=NOW)
    choices: list[list[tuple[str, int]]] = []
    for n, part in enumerate(parts):
        stranded = Stranded((part,), rules, {f"r{n}": 1})
        moved, given_to = fixes.move(stranded), fixes.give(stranded, ["zoe"])
        choices.append(
            ([("sam", moved.start)] if moved else [])
            + ([("zoe", part.start)] if given_to else [])
            + [("sam", part.start)]
        )
    for choice in product(*choices):
        placed = [
            (
                staff_id,
                taken[n]._replace(
                    core=_shift(taken[n].core, part, start), blocked=_shift(taken[n].blocked, part, start)
                ),
            )
            for n, (part, (staff_id, start)) in enumerate(zip(parts, choice, strict=True))
        ]
        for n, (part, (staff_id, start)) in enumerate(zip(parts, choice, strict=True)):
            if (staff_id, start) == ("sam", part.start):
                continue
            others = tuple(each for m, (whose, each) in enumerate(placed) if m != n and whose == staff_id)
            calendar = replace(calendars_after[staff_id], taken=others)
            window = Interval(start, start + 1)
            problem = Problem((calendar,), Ask(part.segments), rules, window, NOW)
            assert open_starts(calendar, problem) == [start]


def _shift(span: Interval, part: Part, start: int) -> Interval:
    return Interval(span.start + start - part.start, span.end + start - part.start)
