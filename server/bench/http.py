"""The API over HTTP as in production, 2 gunicorn processes of 4 threads: a rush at one slot, and people who think."""

from __future__ import annotations

import json
from pathlib import Path

from bench import stores
from bench.figures import Figure, percentile
from bench.processes import answer_of, is_quick
from tests.loopback import gunicorn

RUSH_GOAL_MS = 1500.0
CREATE_GOALS_MS = {"postgresql": 250.0, "sqlite": 400.0}


def measure() -> list[Figure]:
    """95th percentiles on each database; a rush without exactly one winner is no figure but an error."""
    rushing, booking, rounds = (40, 10, 1) if is_quick() else (200, 50, 3)
    found = []
    for vendor in stores.vendors():
        with stores.million(vendor) as environment:
            plan = answer_of(environment, "bench.http_inside", "prepare", str(rushing))
            with gunicorn(environment) as port:
                visitors = {**plan, "port": port, "bookers": booking, "rounds": rounds}
                path = Path(environment["VAR_DIR"], "plan.json")
                path.write_text(json.dumps(visitors), encoding="utf-8")
                answers = answer_of(environment, "bench.http_visitors", str(path))
        found += _figures(vendor, answers, booking)
    return found


def _figures(vendor: str, answers: dict[str, list[float]], booking: int) -> list[Figure]:
    rush = answers.pop("rush")
    goals = {"create": CREATE_GOALS_MS[vendor]}
    return [
        _p95(vendor, f"{len(rush)} clients at one slot, p95", rush, RUSH_GOAL_MS),
        *(
            _p95(vendor, f"{booking} bookers with 1 s of thinking: {step}, p95", seconds, goals.get(step))
            for step, seconds in answers.items()
        ),
    ]


def _p95(vendor: str, name: str, seconds: list[float], goal: float | None) -> Figure:
    return Figure("http", name, percentile(seconds, 95) * 1000, goal=goal, database=vendor)
