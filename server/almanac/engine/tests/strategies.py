"""Random problems for Hypothesis: whole minutes, around nights on which clocks change, with everything that takes time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from almanac.engine.problem import (
    AllDayBlock,
    Ask,
    Interval,
    Override,
    Place,
    Problem,
    Rules,
    Segment,
    ServiceArea,
    StaffCalendar,
    Taken,
    TakenKind,
    TimedBlock,
    Transparency,
    TravelRule,
    WallSpan,
    WeeklySpan,
)
from almanac.engine.tests.reference import instant

NIGHTS = [  # a zone and a date on which, or near which, its clocks change; two ordinary ones
    ("Europe/London", date(2026, 3, 29)),
    ("Europe/London", date(2026, 10, 25)),
    ("Europe/London", date(2026, 6, 10)),
    ("America/New_York", date(2026, 3, 8)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Australia/Lord_Howe", date(2026, 10, 4)),
    ("Pacific/Apia", date(2011, 12, 31)),
    ("America/Sao_Paulo", date(2018, 11, 4)),
    ("America/Sao_Paulo", date(2018, 2, 18)),
    ("America/Havana", date(2026, 11, 1)),
    ("Asia/Kathmandu", date(2026, 1, 1)),
]
PLACES = [None, None, Place(51.5, -0.12), Place(51.52, -0.1), Place(51.6, 0.2)]
SERVICES = ["wash", "iron"]


@st.composite
def problems(draw: st.DrawFn, *, people: int = 2, services: int = 2) -> Problem:
    """A problem of up to so many people and services; most have some slots."""
    zone, on = draw(st.sampled_from(NIGHTS))
    first = instant(zone, on - timedelta(days=draw(st.integers(0, 1))), draw(st.sampled_from([0, 0, 615])))
    window = Interval(first, first + draw(st.sampled_from([24, 24, 30, 49])) * 3600)
    calendars = tuple(draw(calendar(f"p{n}", zone, on)) for n in range(draw(st.integers(max(1, people - 1), people))))
    segments = tuple(draw(segment(people)) for _ in range(draw(st.integers(1, services))))
    seats = draw(st.sampled_from([1] * 9 + [2]))
    rules = Rules(
        lead_time=draw(st.sampled_from([0, 0, 0, 0, 3600, 30 * 3600])),
        horizon_days=draw(st.sampled_from([0, 1, 2] + [60] * 6)),
        slot_interval=60 * draw(st.sampled_from([5, 10, 15, 30, 45, 60, 100])),
        daily_limit=draw(st.sampled_from([None, None, None, 1, 2])),
        travel=TravelRule(minimum=draw(st.sampled_from([0, 600]))),
    )
    now = first - draw(st.sampled_from([0, 3600, 86_400, -7200]))
    ask = Ask(segments, draw(st.sampled_from(PLACES)), seats, same_person=draw(st.sampled_from([False, False, True])))
    return Problem(calendars, ask, rules, window, now)


@st.composite
def segment(draw: st.DrawFn, people: int) -> Segment:
    """One service asked for."""
    staff_ids = draw(st.sampled_from([(), (), ("p0",), ("p1", "p2")][: people + 1]))
    return Segment(
        draw(st.sampled_from(SERVICES)),
        60 * draw(st.sampled_from([5, 20, 30, 30, 60, 60, 95, 240] + [900] * (people < 3))),
        60 * draw(st.sampled_from([0, 0, 10, 45])),
        60 * draw(st.sampled_from([0, 0, 15, 45])),
        draw(st.sampled_from([1, 1, 3])),
        staff_ids,
        draw(st.sampled_from([(), (), (("p0", 2400),)])),
    )


@st.composite
def wall_span(draw: st.DrawFn, *, longest: int = 1440) -> WallSpan:
    """A span on the quarter hour, over midnight at times; nights are favoured, because clocks change then."""
    start = draw(st.sampled_from([0, 0, 60, 90, 105, 120, 540, 550, 600, 720, 1320, 1380]))
    length = draw(st.sampled_from([15, 60, 90, 120, 240, 480, 1440]).filter(lambda minutes: minutes <= longest))
    return WallSpan(start, min(start + length, 2880))


@st.composite
def weekly(draw: st.DrawFn, *, longest: int = 1440, most: int = 4) -> tuple[WeeklySpan, ...]:
    """Spans of some weekdays; sometimes the same every day."""
    if draw(st.booleans()):
        spans = draw(st.lists(wall_span(longest=longest), max_size=2))
        return tuple(WeeklySpan(day, span) for day in range(7) for span in spans)
    chosen = draw(st.lists(st.tuples(st.integers(0, 6), wall_span(longest=longest)), max_size=most))
    return tuple(WeeklySpan(day, span) for day, span in chosen)


@st.composite
def calendar(draw: st.DrawFn, staff_id: str, zone: str, on: date) -> StaffCalendar:
    """One person's calendar around a date."""
    near = st.integers(-2, 3).map(lambda days: on + timedelta(days=days))
    noon = instant(zone, on, 0)
    minutes = st.integers(-30 * 12, 40 * 12).map(lambda fives: noon + fives * 300)
    span = st.builds(
        lambda start, length: Interval(start, start + length * 300), minutes, st.sampled_from([0, 3, 6, 12, 50])
    )
    shown = st.sampled_from(list(Transparency))
    all_day = st.builds(
        lambda day, days, there, how: AllDayBlock(day, day + timedelta(days=days), there, how),
        near,
        st.integers(0, 1),
        st.sampled_from([zone, "Asia/Tokyo", "America/Los_Angeles"]),
        shown,
    )
    timed = st.builds(lambda when, how: TimedBlock(when.start, when.end, how), span, shown)
    service_hours = draw(st.sampled_from([(), (), ("wash",), ("iron",)]))
    centre = Place(51.5, -0.1)
    return StaffCalendar(
        staff_id,
        draw(st.sampled_from([zone, zone, zone, "Asia/Kathmandu"])),
        hours=draw(weekly()) or tuple(WeeklySpan(day, WallSpan(0, 1440)) for day in range(7)),
        breaks=draw(weekly(longest=90, most=2)),
        overrides=tuple(
            draw(st.lists(st.builds(Override, near, st.lists(wall_span(), max_size=2).map(tuple)), max_size=2))
        ),
        holidays=frozenset(draw(st.lists(near, max_size=1))),
        time_off=tuple(draw(st.lists(span, max_size=1))),
        blocks=tuple(draw(st.lists(st.one_of(timed, all_day), max_size=2))),
        taken=tuple(draw(st.lists(taken(span, noon), max_size=3))),
        areas=draw(st.sampled_from([(), (), (), (ServiceArea(centre, 3000),)])),
        service_hours=tuple((service_id, draw(weekly(most=3))) for service_id in service_hours),
        daily_limit=draw(st.sampled_from([None, None, None, 1, 3])),
        extra_hours=tuple(draw(st.lists(span, max_size=1))),
    )


@st.composite
def taken(draw: st.DrawFn, span: st.SearchStrategy[Interval], noon: int) -> Taken:
    """A hold or an appointment with buffers; sometimes a group session."""
    core = draw(span)
    before, after = draw(st.sampled_from([0, 0, 600])), draw(st.sampled_from([0, 0, 900]))
    blocked = Interval(core.start - before, core.end + after) if core.start < core.end else core
    hold = draw(st.booleans())
    expires_at = draw(st.sampled_from([None, noon - 40 * 3600, noon + 40 * 3600])) if hold else None
    capacity = draw(st.sampled_from([1, 1, 3]))
    return Taken(
        core,
        blocked,
        TakenKind.HOLD if hold else TakenKind.APPOINTMENT,
        expires_at,
        draw(st.sampled_from(PLACES)),
        draw(st.sampled_from(SERVICES)),
        draw(st.integers(1, capacity)),
        capacity,
        f"r{core.start}",
    )
