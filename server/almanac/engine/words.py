"""Reasons and changes as plain English lines, for the shell. Screens have their own words, from the message catalogue."""

from __future__ import annotations

from datetime import UTC, datetime

from almanac.engine.changes import Change, ChangeKind
from almanac.engine.facts import Code, Reason
from almanac.engine.problem import Interval
from almanac.engine.wallclock import zone_info


def clock_time(instant: int, zone: str, *, on_date: bool = True) -> str:
    """An instant as the clock of a zone shows it."""
    local = datetime.fromtimestamp(instant, UTC).astimezone(zone_info(zone))
    pattern = "%a %Y-%m-%d %H:%M" if on_date else "%H:%M"
    return local.strftime(f"{pattern}:%S" if local.second else pattern)


def span_words(span: Interval | None, zone: str) -> str:
    """A stretch of time, the date of its end only where it is another one."""
    if span is None:
        return "nothing"
    start, end = clock_time(span.start, zone), clock_time(span.end, zone)
    return f"{start} to {end if end[:14] != start[:14] else clock_time(span.end, zone, on_date=False)}"


def length_words(seconds: int | None) -> str:
    """Seconds as hours, minutes and seconds."""
    minutes, rest = divmod(seconds or 0, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours} h"] * (hours > 0) + [f"{minutes} min"] * (minutes > 0) + [f"{rest} s"] * (rest > 0)
    return " ".join(parts) or "0 min"


def reason_words(reason: Reason, zone: str) -> str:
    """What a reason says, with its facts."""
    span, need, have = span_words(reason.span, zone), reason.need, reason.have
    who = f" ({reason.reference})" if reason.reference else ""
    until = "" if reason.until is None else clock_time(reason.until, zone)
    closed = {
        "holiday": "a holiday",
        "override": "this date has its own hours",
        "service_hours": "not for this service",
    }
    said = {
        Code.NOT_OFFERED: "this person does not deliver all of the services",
        Code.WINDOW: f"outside the window {span}, so nothing is known about it",
        Code.CAPACITY: f"{need} seats asked, {have} left{who}",
        Code.AREA: f"the place is {need} m from the centre of the nearest area, which reaches {have} m",
        Code.LEAD_TIME: f"too soon: the first possible time is {until}",
        Code.HORIZON: f"too far ahead: times open up to {until}",
        Code.TOO_LONG: f"{length_words(need)} asked, the longest span is {length_words(have)}",
        Code.HOURS: f"outside working hours ({closed.get(reason.why, 'weekly hours')}); the nearest are {span}",
        Code.BREAK: f"meets the break {span}",
        Code.OFF_GRID: f"not on the grid; the next start on it is {until}",
        Code.TIME_OFF: f"meets time off {span}",
        Code.BUSY: f"meets {span}, taken{who or ' by an outside event'}",
        Code.HOLD: f"meets the hold {span}{who}" + (f", kept until {until}" if until else ""),
        Code.BUFFER: f"the buffers meet {span}{who}: {length_words(need)} needed, {_gap(have)}",
        Code.TRAVEL: f"too far from the visit around {span}{who}: {length_words(need)} needed, {_gap(have)}",
        Code.LIMIT: f"would be number {need} of the day, the limit is {have}",
    }
    return said[reason.code]


def _gap(seconds: int | None) -> str:
    return f"{length_words(seconds)} there" if (seconds or 0) >= 0 else "none there"


def change_words(change: Change, zone: str) -> str:
    """What a change asks for."""
    if change.kind is ChangeKind.SEVERAL:
        return "; ".join(change_words(step, zone) for step in change.steps)
    span, length = span_words(change.span, zone), length_words(change.seconds)
    who = f" {change.reference}" if change.reference else ""
    said = {
        ChangeKind.SHORTER: f"make it {length} shorter",
        ChangeKind.FEWER_SEATS: f"ask for {change.amount} seats",
        ChangeKind.OTHER_STAFF: f"take {change.staff_id}",
        ChangeKind.OTHER_START: f"start {clock_time(change.start, zone)} with {change.staff_id}",
        ChangeKind.START_HERE: f"offer starts every {length}",
        ChangeKind.SOONER: f"accept bookings {length} ahead",
        ChangeKind.LONGER_HORIZON: f"open {change.amount} days ahead",
        ChangeKind.RAISE_LIMIT: f"raise the daily limit to {change.amount}",
        ChangeKind.MORE_SEATS: f"raise the seats to {change.amount}",
        ChangeKind.LESS_BUFFER: f"buffers of {length_words(change.before)} before, {length_words(change.after)} after",
        ChangeKind.SKIP_BREAK: f"work through the break {span}",
        ChangeKind.MORE_HOURS: f"open {span}",
        ChangeKind.WIDER_AREA: f"widen the area to {change.amount} m",
        ChangeKind.OFFER: "let this person deliver the services",
        ChangeKind.IGNORE_BLOCK: f"ignore the outside event {span}",
        ChangeKind.CANCEL_TIME_OFF: f"cancel the time off {span}",
        ChangeKind.RELEASE: f"release{who} {span}",
    }
    return said[change.kind]
