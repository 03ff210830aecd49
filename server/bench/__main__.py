"""`python -m bench [part ...]`: measure, print a table, keep it as JSON; `--write` puts it into docs/bench.md too.

Parts: engine scheduling api customers book pay http web calendar ledger; all without a name. `--quick` measures small sizes, to
see that it works.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable

from bench import (
    api,
    book,
    calendar,
    customers,
    engine_bench,
    http,
    ledger,
    machine,
    pay,
    report,
    scheduling_bench,
    stores,
    web,
)
from bench.figures import Figure
from tests.databases import VENDORS

Part = Callable[[], list[Figure]]


def engine() -> list[Figure]:
    """The engine alone, beside the minute-by-minute reference in the same run."""
    return [
        Figure(
            "engine",
            row.name,
            row.median_ms,
            goal=row.goal_ms,
            reference=row.reference_ms,
            baseline="minute by minute" if row.reference_ms else "",
        )
        for row in engine_bench.measure()
    ]


def scheduling() -> list[Figure]:
    """Calendars read and time held below the API."""
    return [
        Figure(
            "scheduling",
            row.name.strip(),
            row.value,
            unit="/s" if row.unit == "per s" else row.unit,
            goal=row.goal,
            database=vendor,
            queries=row.queries or None,
        )
        for vendor, rows in scheduling_bench.measure(stores.million).items()
        for row in rows
    ]


PARTS: dict[str, Part] = {
    "engine": engine,
    "scheduling": scheduling,
    "api": api.measure,
    "customers": customers.measure,
    "book": book.measure,
    "pay": pay.measure,
    "http": http.measure,
    "web": web.measure,
    "calendar": calendar.measure,
    "ledger": ledger.measure,
}


def main() -> int:
    """Measure what was asked for; 1 when a goal was missed or a part could not be measured."""
    asked = argparse.ArgumentParser(prog="bench", description=__doc__)
    asked.add_argument("parts", nargs="*", metavar="part", help=f"{' '.join(PARTS)} (default: all)")
    asked.add_argument("--write", action="store_true", help="put the table into docs/bench.md")
    asked.add_argument("--quick", action="store_true", help="small sizes: not figures to report")
    asked.add_argument(
        "--on", choices=VENDORS, help="measure api, customers, book, pay, http and ledger on one database alone"
    )
    given = asked.parse_args()
    unknown = set(given.parts) - set(PARTS)
    if unknown:
        asked.error(f"there is no part {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")
    if given.on:
        os.environ["ALMANAC_BENCH_ON"] = given.on
    if given.quick:
        os.environ["ALMANAC_BENCH_QUICK"] = "1"
    began, figures, failed = time.monotonic(), [], []
    for name in given.parts or PARTS:
        try:
            brought = PARTS[name]()
        except Exception as error:  # the other parts still have something to say
            print(f"{name} could not be measured: {error}", file=sys.stderr, flush=True)
            failed.append(name)
            continue
        print("\n".join(report.lines(brought)), flush=True)
        figures += brought
    kept = report.keep(figures, seconds=time.monotonic() - began, quick=given.quick, failed=failed)
    print("\n" + ", ".join(f"{name} {value}" for name, value in machine.described().items()))
    print(f"{report.summary(figures, failed)}\nKept in {kept}")
    if given.write:
        report.write(figures, quick=given.quick, parts=list(PARTS))
    return 1 if failed or not all(figure.is_met for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
