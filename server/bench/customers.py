"""Finding a customer among 100,000, through the whole of Django: what somebody waits for at the search box."""

from __future__ import annotations

from bench import stores
from bench.figures import Figure
from bench.processes import answer_of, is_quick
from tests.databases import manage, throwaway

CUSTOMERS = 100_000
GOAL_MS = 100.0


def measure() -> list[Figure]:
    """The 95th percentile of every way to search, for an administrator and for a manager of one person in five."""
    size = 5_000 if is_quick() else CUSTOMERS
    found = []
    for vendor in stores.vendors():
        with throwaway(vendor) as environment:
            if vendor == "sqlite":  # the sign-in sessions have a file of their own there
                manage(environment, "migrate", "sessions", "--database", "ephemeral", "--verbosity", "0")
            rows = answer_of(environment, "bench.customers_inside", str(size))
        found += [
            Figure(
                "customers", f"{name}, {size:,} customers, p95", value, goal=GOAL_MS, queries=queries, database=vendor
            )
            for name, value, queries in rows
        ]
    return found
