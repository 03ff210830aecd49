"""Whose turn it is on a waiting list: which starts an entry would take, and who in the line gets an opening."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

Entry = TypeVar("Entry", bound=Hashable)
NOON, EVENING = 12, 17  # hours at which the afternoon and the evening begin
TRIES = 3  # openings lost to somebody faster before an entry is left to the next run


class PartOfDay(StrEnum):
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"


@dataclass(frozen=True, slots=True)
class Window:
    """Which starts would do: on a date from `first_on` to `last_on`, both included; on one of these weekdays (Monday is 0)
    and in one of these parts of the day, where any are named; and none that would overlap what was offered before, times of
    the same length `[start, end)` in epoch seconds."""

    first_on: date
    last_on: date
    zone: str
    weekdays: frozenset[int] = frozenset()
    parts: frozenset[PartOfDay] = frozenset()
    not_again: frozenset[tuple[int, int]] = frozenset()

    def holds_date(self, start: int) -> bool:
        """Whether a start is on one of the dates, whatever the weekday or hour."""
        return self.first_on <= datetime.fromtimestamp(start, ZoneInfo(self.zone)).date() <= self.last_on

    def suits(self, start: int) -> bool:
        """Whether a start (epoch seconds) would do, read on the clock of the zone."""
        if not self.holds_date(start) or any(2 * from_ - until < start < until for from_, until in self.not_again):
            return False
        local = datetime.fromtimestamp(start, ZoneInfo(self.zone))
        if self.weekdays and local.weekday() not in self.weekdays:
            return False
        return not self.parts or part_of(local.hour) in self.parts


def part_of(hour: int) -> PartOfDay:
    """The part of the day that an hour (0-23) belongs to; the small hours are the morning's."""
    if hour < NOON:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if hour < EVENING else PartOfDay.EVENING


def is_hour_to_offer(now: int, zone: str, *, from_hour: int, until_hour: int) -> bool:
    """Whether now (epoch seconds) is within `[from_hour, until_hour)` on the clock of a zone: over midnight where it ends
    earlier than it begins, always where both are the same."""
    hour = datetime.fromtimestamp(now, ZoneInfo(zone)).hour
    if from_hour < until_hour:
        return from_hour <= hour < until_hour
    return from_hour == until_hour or hour >= from_hour or hour < until_hour


def hand_out(
    line: Sequence[Entry],
    *,
    first: Callable[[Entry], int | None],
    wants: Callable[[Entry, int], bool],
    give: Callable[[Entry, int], bool],
    look_from: int = 0,
    look_until: int | None = None,
) -> dict[Entry, int]:
    """Offer what is open to a line, the longest waiting first; tells who was given which start.

    `first` is the earliest start open to an entry now, `wants` whether a start is open to it now, `give` takes it for the
    entry or is False where somebody was faster. Those from place `look_from` up to `look_until` are looked at; a start found
    goes to whoever wants it and stands furthest up in the whole line, so nobody is passed over for what opens meanwhile.
    """
    given: dict[Entry, int] = {}
    for place in range(look_from, len(line) if look_until is None else min(look_until, len(line))):
        entry, lost = line[place], 0
        while entry not in given and lost < TRIES:
            start = first(entry)
            if start is None:
                break
            turn = next((one for one in line[:place] if one not in given and wants(one, start)), entry)
            if give(turn, start):
                given[turn] = start
            else:
                lost += 1
    return given
