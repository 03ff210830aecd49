"""Free times through the whole of Django, in process, with a million appointments stored."""

from __future__ import annotations

from bench import stores
from bench.figures import Figure
from bench.processes import answer_of

MOST_QUERIES = 6


def measure() -> list[Figure]:
    """Medians and SQL queries on each database, and the most queries that any request made."""
    found = []
    for vendor in stores.vendors():
        with stores.million(vendor) as environment:
            rows = answer_of(environment, "bench.api_inside")
        found += [
            Figure("api", name, value, goal=goal, queries=queries, database=vendor)
            for name, value, goal, queries, _ in rows
        ]
        most = max(queries for *_, queries, is_range in rows if is_range)
        found.append(Figure("api", "most queries of GET /api/slots", most, "queries", MOST_QUERIES, vendor))
    return found
