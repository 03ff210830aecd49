"""GET /api/slots through the whole of Django, inside one process set up for a copy of the store; run by bench.api.

Prints rows of [name, milliseconds, goal, SQL queries, whether a range of dates was asked] as JSON on its last line.
"""

from __future__ import annotations

import json
from importlib import import_module
from typing import Any

import_module("almanac.config.wsgi")  # sets Django up, and the process like a production worker

from django.db import connections  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from almanac.booking.api import cookies  # noqa: E402
from almanac.kit import clock  # noqa: E402
from bench import shop  # noqa: E402
from bench.figures import median_ms  # noqa: E402
from bench.scheduling_bench import DAY  # noqa: E402

Row = list[Any]
GOALS = {(1, 1): 5.0, (10, 30): 10.0, (100, 30): 40.0}


def measure() -> list[Row]:
    """Every row; each answer is looked at before it is timed."""
    return [*_online(), *_at_the_door(), *_first_free()]


def _online() -> list[Row]:
    return [
        _row(
            f"slots, {people} people x {days} days, online",
            goal,
            _slots(Client(), f"service={_id('online', people)}", days),
        )
        for (people, days), goal in GOALS.items()
    ]


def _at_the_door() -> list[Row]:
    """A line of a basket with an extra: place, areas and the way between visits count as well."""
    rows = []
    for (people, days), goal in GOALS.items():
        (basket,) = shop.fill_baskets(f"door-{people}", 1, with_extra=True)
        visitor = Client()
        visitor.cookies[cookies.NAME] = basket["token"]
        asked = _slots(visitor, f"line={basket['line']}", days)
        rows.append(_row(f"slots, {people} people x {days} days, at the door with an extra", goal, asked))
    return rows


def _first_free() -> list[Row]:
    soon, late = _first(_id("online", 1000)), _first(str(shop.service_id("long")))
    return [
        _row("first free of 1,000, within two days", 15.0, soon),
        _row("first free of 1,000, 64 days ahead", 150.0, late, times=5),
    ]


def _id(kind: str, people: int) -> str:
    return str(shop.service_id(f"{kind}-{people}"))


def _slots(visitor: Client, asked: str, days: int) -> Any:
    first_on = clock.instant(shop.MIDNIGHT + DAY).date()
    last_on = clock.instant(shop.MIDNIGHT + days * DAY).date()

    def ask() -> None:
        answer = visitor.get(f"/api/slots?{asked}&first_on={first_on}&last_on={last_on}")
        assert answer.status_code == 200, answer.content
        assert b'"starts_at"' in answer.content

    return ask


def _first(service: str) -> Any:
    visitor = Client()

    def ask() -> None:
        answer = visitor.get(f"/api/slots/first?service={service}")
        assert answer.status_code == 200, answer.content
        assert answer.json()["starts_at"]

    return ask


def _row(name: str, goal: float, call: Any, *, times: int = 31) -> Row:
    for _ in range(3):
        call()
    with (
        CaptureQueriesContext(connections["default"]) as main,
        CaptureQueriesContext(connections["ephemeral"]) as other,
    ):
        call()
    queries = len(main) + len(other)  # told now: the next request forgets them
    return [name, median_ms(call, times=times), goal, queries, name.startswith("slots")]


if __name__ == "__main__":
    shop.open_shop()
    print(json.dumps(measure()))
