"""Books of a million entries: the report of a month, balances of an instant, and captures posted by several at once."""

from __future__ import annotations

from collections.abc import Mapping

from bench import stores
from bench.figures import Figure
from bench.processes import answer_of, answers_of_crowd, is_quick
from tests.databases import throwaway

ENTRIES = 1_000_000
PROCESSES = 4
SECONDS = 6.0
GOALS = {"turnover of a month by kind, role and holder": 500.0, "balance of one account at an instant": 100.0}
A_SECOND = 100.0  # more than the bookings that the same processes make
MODULE = "bench.ledger_inside"


def measure() -> list[Figure]:
    """Each beside its baseline in the same run: adding up in Python, and one row for each balance."""
    size = 20_000 if is_quick() else ENTRIES
    found = []
    for vendor in stores.vendors():
        with throwaway(vendor) as environment:
            for name, value, queries, reference in answer_of(environment, MODULE, "measure", str(size)):
                found.append(
                    Figure(
                        "ledger",
                        f"{name}, {size:,} entries",
                        value,
                        goal=GOALS.get(name),
                        database=vendor,
                        queries=queries or None,
                        reference=reference,
                        baseline="adding up in Python" if reference else "",
                    )
                )
            in_one_row, spread = (_posted(environment, how) for how in ("in_one_row", "spread"))
            found.append(
                Figure(
                    "ledger",
                    f"captures posted, {PROCESSES} processes",
                    spread,
                    "/s",
                    A_SECOND,
                    database=vendor,
                    reference=in_one_row,
                    baseline="one row a balance",
                )
            )
    return found


def _posted(environment: Mapping[str, str], how: str) -> float:
    """A second, by all of them."""
    commands = [("post", str(number), str(SECONDS), how) for number in range(PROCESSES)]
    return float(sum(answers_of_crowd(environment, MODULE, commands)) / SECONDS)
