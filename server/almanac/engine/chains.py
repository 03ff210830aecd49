"""Several services in a row by one or several people: for each start the assignment with the fewest changes; where one person
is to do all, there are none."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from almanac.engine.intervals import Span, overlaps
from almanac.engine.obstacles import daily_limit, starts_by_date
from almanac.engine.problem import Problem, Slot, StaffCalendar
from almanac.engine.runs import Run, run_of
from almanac.engine.starts import Stretch, horizon_end, on_grid, start_bounds, starts_of, stretches
from almanac.engine.wallclock import table_between

Part = tuple[StaffCalendar, Run, int]  # who does which run, beginning when


def best_assignments(problem: Problem) -> list[Slot]:
    """One slot for each start at which the services can be done one after another, ascending by start."""
    search = _Search(problem)
    slots = (search.best(start) for start in sorted(search.first_runs))
    return [slot for slot in slots if slot is not None]


def run_fits(calendar: StaffCalendar, run: Run, problem: Problem, at: int, *, first: bool) -> bool:
    """Whether the run could begin at exactly this instant; the first of an ask is on the grid and in the window."""
    if first:
        low, high = start_bounds(calendar, problem)
        return low <= at < high and starts_of(calendar, run, problem, (at, at + 1)) == [at]
    return at < horizon_end(calendar.zone, problem) and bool(stretches(calendar, run, problem, (at, at + 1)))


def claims_apart(parts: list[Part], problem: Problem) -> bool:
    """Whether the runs of one ask get along: a person who comes twice needs two claims that fit, limits included."""
    if len({calendar.staff_id for calendar, _, _ in parts}) == len(parts):
        return True
    own: dict[str, list[Part]] = defaultdict(list)
    for part in parts:
        own[part[0].staff_id].append(part)
    return all(_one_person_fits(mine, problem) for mine in own.values() if len(mine) > 1)


def _one_person_fits(parts: list[Part], problem: Problem) -> bool:
    calendar = parts[0][0]
    claims: list[Span] = [run.claim(at) for _, run, at in parts]
    for earlier, later in pairwise(claims):
        if overlaps(earlier, later):
            return False
    limit = daily_limit(calendar, problem)
    if limit is None:
        return True
    table = table_between(calendar.zone, parts[0][2], parts[-1][2])
    counts = starts_by_date(calendar, problem.now)
    dates = Counter(table.date_of(at) for _, _, at in parts)
    return all(counts[on] + more <= limit for on, more in dates.items())


class _Search:
    """What is known while looking: each person's stretches for each run, computed once and only when asked for."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.count = len(problem.ask.segments)
        self.most_changes = 0 if problem.ask.same_person else self.count - 1
        self.known: dict[tuple[int, int, int], tuple[list[Stretch], list[int]]] = {}
        self.hopeless: set[tuple[int, int, int]] = set()
        self.first_runs: dict[int, list[tuple[int, int]]] = {}  # start -> who could begin, up to which service
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for who, calendar in enumerate(problem.calendars):
            for last in range(self.count - 1, self.count - 2 if problem.ask.same_person else -1, -1):
                run = run_of(problem.ask.segments[: last + 1], calendar.staff_id)
                bounds = start_bounds(calendar, problem)
                for start in on_grid(stretches(calendar, run, problem, bounds), problem.rules.slot_interval):
                    found[start].append((who, last))
        self.first_runs.update(found)

    def best(self, start: int) -> Slot | None:
        """The assignment with the fewest changes of person at this start, if there is one."""
        for changes in range(self.most_changes + 1):
            for parts in self._assignments(0, start, changes):
                if claims_apart(parts, self.problem):
                    staff_ids = tuple(calendar.staff_id for calendar, run, _ in parts for _ in run.segments)
                    _, last_run, at = parts[-1]
                    return Slot(start, at + last_run.duration, staff_ids)
        return None

    def _assignments(self, service: int, at: int, changes: int) -> Iterator[list[Part]]:
        """Every way to do the services from this one on with exactly so many changes, best first."""
        if (service, at, changes) in self.hopeless:
            return
        hopeless = True
        for who, last in self._who(service, at, changes):
            calendar = self.problem.calendars[who]
            run = self._run(who, service, last)
            if last == self.count - 1:
                hopeless = False
                yield [(calendar, run, at)]
                continue
            for rest in self._assignments(last + 1, at + run.duration, changes - 1):
                hopeless = False
                if rest[0][0].staff_id != calendar.staff_id:
                    yield [(calendar, run, at), *rest]
        if hopeless:
            self.hopeless.add((service, at, changes))

    def _who(self, service: int, at: int, changes: int) -> Iterator[tuple[int, int]]:
        """Who could do which run from here, leaving enough services for the changes to come; longest runs first."""
        longest = self.count - 1 if changes == 0 else self.count - 1 - changes
        shortest = self.count - 1 if changes == 0 else service
        if service == 0:
            yield from (found for found in self.first_runs[at] if shortest <= found[1] <= longest)
            return
        for who in range(len(self.problem.calendars)):
            for last in range(longest, shortest - 1, -1):
                if self._fits(who, service, last, at):
                    yield who, last

    def _run(self, who: int, first: int, last: int) -> Run:
        return run_of(self.problem.ask.segments[first : last + 1], self.problem.calendars[who].staff_id)

    def _fits(self, who: int, first: int, last: int, at: int) -> bool:
        key = (who, first, last)
        if key not in self.known:
            calendar, run = self.problem.calendars[who], self._run(*key)
            start, end = self.problem.window
            longest = sum(max([s.duration, *(d for _, d in s.durations)]) for s in self.problem.ask.segments)
            bounds = (start, min(end + longest, horizon_end(calendar.zone, self.problem)))
            found = stretches(calendar, run, self.problem, bounds)
            self.known[key] = found, [first for first, _, _ in found]
        found, firsts = self.known[key]
        index = bisect_right(firsts, at) - 1
        return index >= 0 and at < found[index][1]
