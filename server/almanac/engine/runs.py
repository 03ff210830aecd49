"""A run: services one after another by one person, without buffer or gap between them; it becomes one claim."""

from __future__ import annotations

from typing import NamedTuple

from almanac.engine.problem import Interval, Segment


class Run(NamedTuple):
    """What one person would do in a row: seconds in all, of each service, and the outer buffers."""

    segments: tuple[Segment, ...]
    lengths: tuple[int, ...]
    duration: int
    before: int
    after: int

    def core(self, start: int) -> Interval:
        """The visit itself when the run begins at `start`."""
        return Interval(start, start + self.duration)

    def claim(self, start: int) -> Interval:
        """The time the run takes from the person when it begins at `start`: the core with its outer buffers."""
        return Interval(start - self.before, start + self.duration + self.after)


def length_for(segment: Segment, staff_id: str) -> int:
    """Seconds the service takes this person: the own length where there is one."""
    for named, seconds in segment.durations:
        if named == staff_id:
            return seconds
    return segment.duration


def run_of(segments: tuple[Segment, ...], staff_id: str) -> Run:
    """The run of these services by this person: `before` of its first service and `after` of its last."""
    if len(segments) == 1:
        segment = segments[0]
        length = length_for(segment, staff_id) if segment.durations else segment.duration
        return Run(segments, (length,), length, segment.buffer_before, segment.buffer_after)
    lengths = tuple(length_for(segment, staff_id) for segment in segments)
    return Run(segments, lengths, sum(lengths), segments[0].buffer_before, segments[-1].buffer_after)


def may_deliver(segment: Segment, staff_id: str) -> bool:
    """Whether this person is among those who deliver the service."""
    return not segment.staff_ids or staff_id in segment.staff_ids
