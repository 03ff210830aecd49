"""Bookings a second from four processes that want different times, with a million appointments stored."""

from __future__ import annotations

from bench import stores
from bench.figures import Figure
from bench.processes import answer_of, answers_of_crowd, is_quick

BOOKERS = 4
BOOK_GOALS = {"postgresql": 100.0, "sqlite": 80.0}
CLAIM_GOALS = {"postgresql": 300.0, "sqlite": None}


def measure() -> list[Figure]:
    """book() alone (its baskets hold their times already), holding those times, and the claim alone."""
    each = 20 if is_quick() else 150
    found = []
    for vendor in stores.vendors():
        with stores.million(vendor) as environment:
            answer_of(environment, "bench.book_inside", "open")
            booked = _crowd(environment, "book", each)
            claimed = _crowd(environment, "reserve", 2 * each)
        found += [
            _rate("hold a basket's time", booked, 0, vendor),
            _rate("book(), its time held", booked, 1, vendor, BOOK_GOALS[vendor]),
            _rate("reserve(): the claim and its appointment alone", claimed, 1, vendor, CLAIM_GOALS[vendor]),
        ]
    return found


def _crowd(environment: dict[str, str], what: str, each: int) -> list[list[float]]:
    commands = [[what, str(number), str(each)] for number in range(BOOKERS)]
    rows: list[list[float]] = answers_of_crowd(environment, "bench.book_inside", commands)
    return rows


def _rate(name: str, rows: list[list[float]], step: int, vendor: str, goal: float | None = None) -> Figure:
    """How many a second all processes did together: the sum of their own rates, since each ends at its own instant."""
    return Figure("book", f"{name}, {BOOKERS} processes", sum(row[2] / row[step] for row in rows), "/s", goal, vendor)
