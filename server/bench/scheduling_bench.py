"""How fast calendars are read and time is taken, with a million appointments stored, on both databases.

`python -m bench.scheduling_bench` seeds a throw-away database of each vendor and prints medians beside their goals.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import NamedTuple

from tests.databases import SERVER, VENDORS, postgres_answers, throwaway

STAFF, DAYS_BACK, DAYS_AHEAD, A_DAY = 1000, 270, 64, 3  # 1,002,000 appointments
NOW_EPOCH = 1_773_662_400  # Monday 16 March 2026, 12:00 UTC; the clocks change within the month that follows
DAY = 86_400
BOOKERS, BOOK_SECONDS = 4, 6


class Figure(NamedTuple):
    """One measured line: milliseconds (or a rate per second) beside its goal."""

    name: str
    value: float
    goal: float
    unit: str = "ms"
    queries: int = 0

    @property
    def is_met(self) -> bool:
        return self.value <= self.goal if self.unit == "ms" else self.value >= self.goal


def measure(database: Callable[[str], AbstractContextManager[dict[str, str]]] = throwaway) -> dict[str, list[Figure]]:
    """The figures of each database that answers, on a throw-away one that is seeded now or on one seeded before."""
    found: dict[str, list[Figure]] = {}
    for vendor in VENDORS:
        if vendor == "postgresql" and not postgres_answers():
            print("PostgreSQL does not answer: not measured")
            continue
        with database(vendor) as environment:
            found[vendor] = [Figure(*row) for row in _inside(environment, "measure")]
            found[vendor].append(_per_second(environment, "the claim alone (lock, take, commit)", "claim", 300))
            found[vendor].append(_per_second(environment, "hold() (plan, lock, check, claim)", "hold", 80))
    return found


def _inside(environment: dict[str, str], *command: str) -> list[tuple[str, float, float, str, int]]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.scheduling_inside", *command],
        cwd=SERVER,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer: list[tuple[str, float, float, str, int]] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _per_second(environment: dict[str, str], name: str, what: str, goal: float) -> Figure:
    """Processes that take free times of different people as fast as they can."""
    begin_at = time.time() + 6  # after every process has started
    crowd = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.scheduling_inside", what, str(number), str(begin_at), str(BOOK_SECONDS)],
            cwd=SERVER,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(BOOKERS)
    ]
    done = sum(int(json.loads(one.communicate()[0].splitlines()[-1])[0][0]) for one in crowd)
    return Figure(f"{name}, {BOOKERS} processes", done / BOOK_SECONDS, goal, "per s")


def median_ms(call: Callable[[], object], *, times: int = 15) -> float:
    """The median of several runs, in milliseconds, after one to warm up."""
    call()
    return statistics.median(_timed(call) for _ in range(times)) * 1000


def _timed(call: Callable[[], object]) -> float:
    begun = time.perf_counter()
    call()
    return time.perf_counter() - begun


def lines(found: dict[str, list[Figure]]) -> Iterator[str]:
    """The figures as a table."""
    for vendor, figures in found.items():
        yield f"{vendor}, {STAFF * (DAYS_BACK + DAYS_AHEAD) * A_DAY:,} appointments stored"
        for figure in figures:
            verdict = "met" if figure.is_met else "MISSED"
            queries = f"{figure.queries} queries" if figure.queries else ""
            yield f"  {figure.name:<52} {figure.value:>9.2f} {figure.unit:<6} goal {figure.goal:>6g}  {verdict:<7} {queries}"


if __name__ == "__main__":
    for line in lines(measure()):
        print(line)
