"""A problem as JSON and back: the form in which a support case is a file. Documented in docs/algorithms/slots.md."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable

from almanac.engine.checks import check_problem
from almanac.engine.errors import InvalidProblem
from almanac.engine.jsonform import Node, instant_text, parse_date, wall_span_text
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
    WeeklySpan,
)

FORMAT = "almanac.problem/1"
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Json = dict[str, object]


def loads(text: str) -> Problem:
    """The problem in a JSON text, wholly checked. Raises InvalidProblem with the path of what is wrong."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as wrong:
        raise InvalidProblem("problem", f"this is not JSON: {wrong}") from wrong
    return from_json(data)


def dumps(problem: Problem) -> str:
    """The problem as a JSON text that `loads` reads back as the same problem."""
    return json.dumps(to_json(problem), indent=2, ensure_ascii=False)


def from_json(data: object) -> Problem:
    """The problem in parsed JSON, wholly checked. Raises InvalidProblem."""
    node = Node(data).fields(["format", "now", "window", "ask", "calendars"], ["rules"])
    if node["format"].text() != FORMAT:
        raise node["format"].wrong(f"must be {FORMAT!r}")
    problem = Problem(
        calendars=tuple(map(_calendar, node["calendars"].items())),
        ask=_ask(node["ask"]),
        rules=node.get("rules", _rules, Rules()),
        window=node["window"].interval(),
        now=node["now"].instant(),
    )
    check_problem(problem)
    return problem


def _ask(node: Node) -> Ask:
    node.fields(["segments"], ["place", "seats", "same_person"])
    return Ask(
        segments=tuple(map(_segment, node["segments"].items())),
        place=node.get("place", lambda place: place.maybe(Node.place), None),
        seats=node.get("seats", Node.whole, 1),
        same_person=node.get("same_person", Node.flag, False),
    )


def _segment(node: Node) -> Segment:
    node.fields(["service_id", "duration"], ["buffer_before", "buffer_after", "capacity", "staff_ids", "durations"])
    return Segment(
        service_id=node["service_id"].text(),
        duration=node["duration"].whole(),
        buffer_before=node.get("buffer_before", Node.whole, 0),
        buffer_after=node.get("buffer_after", Node.whole, 0),
        capacity=node.get("capacity", Node.whole, 1),
        staff_ids=node.get("staff_ids", lambda ids: tuple(one.text() for one in ids.items()), ()),
        durations=node.get("durations", lambda own: tuple((key, one.whole()) for key, one in own.entries()), ()),
    )


def _rules(node: Node) -> Rules:
    node.fields([], ["lead_time", "horizon_days", "slot_interval", "daily_limit", "travel"])
    default = Rules()
    return Rules(
        lead_time=node.get("lead_time", Node.whole, default.lead_time),
        horizon_days=node.get("horizon_days", Node.whole, default.horizon_days),
        slot_interval=node.get("slot_interval", Node.whole, default.slot_interval),
        daily_limit=node.get("daily_limit", _whole_or_none, default.daily_limit),
        travel=node.get("travel", _travel, default.travel),
    )


def _travel(node: Node) -> TravelRule:
    node.fields([], ["speed_m_per_h", "detour_percent", "minimum"])
    default = TravelRule()
    return TravelRule(
        speed_m_per_h=node.get("speed_m_per_h", Node.whole, default.speed_m_per_h),
        detour_percent=node.get("detour_percent", Node.whole, default.detour_percent),
        minimum=node.get("minimum", Node.whole, default.minimum),
    )


def _calendar(node: Node) -> StaffCalendar:
    known = ["hours", "breaks", "overrides", "holidays", "time_off", "blocks", "taken", "areas", "service_hours"]
    node.fields(["staff_id", "zone"], [*known, "daily_limit", "extra_hours"])
    return StaffCalendar(
        staff_id=node["staff_id"].text(),
        zone=node["zone"].text(),
        hours=node.get("hours", _weekly, ()),
        breaks=node.get("breaks", _weekly, ()),
        overrides=node.get("overrides", _overrides, ()),
        holidays=node.get("holidays", lambda days: frozenset(day.day() for day in days.items()), frozenset()),
        time_off=node.get("time_off", _intervals, ()),
        blocks=node.get("blocks", lambda blocks: tuple(map(_block, blocks.items())), ()),
        taken=node.get("taken", lambda taken: tuple(map(_taken, taken.items())), ()),
        areas=node.get("areas", lambda areas: tuple(map(_area, areas.items())), ()),
        service_hours=node.get("service_hours", lambda own: tuple((k, _weekly(v)) for k, v in own.entries()), ()),
        daily_limit=node.get("daily_limit", _whole_or_none, None),
        extra_hours=node.get("extra_hours", _intervals, ()),
    )


def _weekly(node: Node) -> tuple[WeeklySpan, ...]:
    node.fields([], WEEKDAYS)
    return tuple(
        WeeklySpan(WEEKDAYS.index(day), span.wall_span()) for day, spans in node.entries() for span in spans.items()
    )


def _overrides(node: Node) -> tuple[Override, ...]:
    return tuple(
        Override(parse_date(on, spans), tuple(span.wall_span() for span in spans.items()))
        for on, spans in node.entries()
    )


def _intervals(node: Node) -> tuple[Interval, ...]:
    return tuple(span.interval() for span in node.items())


def _block(node: Node) -> TimedBlock | AllDayBlock:
    shown = node.get("transparency", lambda word: word.one_of(Transparency), Transparency.BUSY)
    if node.has("zone"):
        node.fields(["first_on", "until_on", "zone"], ["transparency"])
        return AllDayBlock(node["first_on"].day(), node["until_on"].day(), node["zone"].text(), shown)
    node.fields(["start", "end"], ["transparency"])
    return TimedBlock(node["start"].instant(), node["end"].instant(), shown)


def _taken(node: Node) -> Taken:
    node.fields(
        ["core", "blocked"],
        ["kind", "expires_at", "place", "service_id", "seats_taken", "capacity", "reference"],
    )
    return Taken(
        core=node["core"].interval(),
        blocked=node["blocked"].interval(),
        kind=node.get("kind", lambda word: word.one_of(TakenKind), TakenKind.APPOINTMENT),
        expires_at=node.get("expires_at", lambda at: at.maybe(Node.instant), None),
        place=node.get("place", lambda place: place.maybe(Node.place), None),
        service_id=node.get("service_id", Node.text, ""),
        seats_taken=node.get("seats_taken", Node.whole, 1),
        capacity=node.get("capacity", Node.whole, 1),
        reference=node.get("reference", Node.text, ""),
    )


def _area(node: Node) -> ServiceArea:
    node.fields(["centre", "radius_m"])
    return ServiceArea(node["centre"].place(), node["radius_m"].whole())


def _whole_or_none(node: Node) -> int | None:
    return node.maybe(Node.whole)


def to_json(problem: Problem) -> Json:
    """The problem as JSON values; fields that are empty are left out of the calendars."""
    rules = problem.rules
    return {
        "format": FORMAT,
        "now": instant_text(problem.now),
        "window": _pair(problem.window),
        "ask": {
            "segments": [_segment_json(segment) for segment in problem.ask.segments],
            "place": _place_json(problem.ask.place),
            "seats": problem.ask.seats,
            **({"same_person": True} if problem.ask.same_person else {}),
        },
        "rules": {
            "lead_time": rules.lead_time,
            "horizon_days": rules.horizon_days,
            "slot_interval": rules.slot_interval,
            "daily_limit": rules.daily_limit,
            "travel": {
                "speed_m_per_h": rules.travel.speed_m_per_h,
                "detour_percent": rules.travel.detour_percent,
                "minimum": rules.travel.minimum,
            },
        },
        "calendars": [_calendar_json(calendar) for calendar in problem.calendars],
    }


def _segment_json(segment: Segment) -> Json:
    return {
        "service_id": segment.service_id,
        "duration": segment.duration,
        "buffer_before": segment.buffer_before,
        "buffer_after": segment.buffer_after,
        "capacity": segment.capacity,
        "staff_ids": list(segment.staff_ids),
        "durations": dict(segment.durations),
    }


def _calendar_json(calendar: StaffCalendar) -> Json:
    overrides: dict[str, list[str]] = {}
    for override in calendar.overrides:
        overrides.setdefault(override.on.isoformat(), []).extend(map(wall_span_text, override.spans))
    written: Json = {
        "hours": _weekly_json(calendar.hours),
        "breaks": _weekly_json(calendar.breaks),
        "overrides": overrides,
        "holidays": sorted(day.isoformat() for day in calendar.holidays),
        "time_off": [_pair(span) for span in calendar.time_off],
        "extra_hours": [_pair(span) for span in calendar.extra_hours],
        "blocks": [_block_json(block) for block in calendar.blocks],
        "taken": [_taken_json(taken) for taken in calendar.taken],
        "areas": [{"centre": _place_json(area.centre), "radius_m": area.radius_m} for area in calendar.areas],
        "service_hours": {service_id: _weekly_json(spans) for service_id, spans in calendar.service_hours},
        "daily_limit": calendar.daily_limit,
    }
    kept = {key: value for key, value in written.items() if value not in ({}, [], None)}
    return {"staff_id": calendar.staff_id, "zone": calendar.zone, **kept}


def _weekly_json(spans: Iterable[WeeklySpan]) -> dict[str, list[str]]:
    days: dict[str, list[str]] = defaultdict(list)
    for weekly in spans:
        days[WEEKDAYS[weekly.weekday]].append(wall_span_text(weekly.span))
    return dict(days)


def _block_json(block: TimedBlock | AllDayBlock) -> Json:
    if isinstance(block, AllDayBlock):
        dates = {"first_on": block.first_on.isoformat(), "until_on": block.until_on.isoformat(), "zone": block.zone}
        return {**dates, "transparency": block.transparency.value}
    instants = {"start": instant_text(block.start), "end": instant_text(block.end)}
    return {**instants, "transparency": block.transparency.value}


def _taken_json(taken: Taken) -> Json:
    return {
        "core": _pair(taken.core),
        "blocked": _pair(taken.blocked),
        "kind": taken.kind.value,
        "expires_at": None if taken.expires_at is None else instant_text(taken.expires_at),
        "place": _place_json(taken.place),
        "service_id": taken.service_id,
        "seats_taken": taken.seats_taken,
        "capacity": taken.capacity,
        "reference": taken.reference,
    }


def _place_json(place: Place | None) -> list[float] | None:
    return None if place is None else [place.latitude, place.longitude]


def _pair(span: Interval) -> list[str]:
    return [instant_text(span.start), instant_text(span.end)]
