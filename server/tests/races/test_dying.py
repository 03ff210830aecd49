"""Real processes, killed at a statement, a commit or a call of the company in the middle of paying, refunding or cancelling:
the worker alone heals each to one right state, and the books say what the company's own book says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

import pytest

from almanac.scheduling.tests.factories import NOW
from fakes.stripe.server import Fake
from tests.databases import SERVER, throwaway
from tests.races.conftest import SOAK

pytestmark = pytest.mark.race
PRICE, BACK = 4_000, 1_500
SAMPLE = 5  # points of each journey in make test; every one in make soak
FEWER = 5  # not every order comes to the last points: of two that are looked after together one has less to do

STANDS = {"state": "confirmed", "visit": "confirmed", "holds_time": True, "paid": PRICE, "captures": 1, "fees": 1}
PAID = {**STANDS, "refunds": [], "invoiced": [PRICE], "credited": []}
LAPSED = {
    "state": "cancelled",
    "visit": "cancelled",
    "holds_time": False,
    "paid": 0,
    "captures": 0,
    "fees": 0,
    "refunds": [],
    "invoiced": [],
    "credited": [],
}
REFUNDED = {**PAID, "paid": PRICE - BACK, "refunds": [["done", BACK]], "credited": [BACK]}
CANCELLED = {**LAPSED, "captures": 1, "fees": 1, "refunds": [["done", PRICE]], "invoiced": [PRICE], "credited": [PRICE]}
ENDS = {"pay": (LAPSED, PAID), "refund": (PAID, REFUNDED), "cancel": (PAID, CANCELLED)}
KEPT = {"pay": (0, PRICE), "refund": (PRICE, PRICE - BACK), "cancel": (PRICE, 0)}  # by the company, of an order


class Mortals:
    """Forks a process for each command."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.launcher = subprocess.Popen(
            [sys.executable, "-m", "tests.races.dying"],
            cwd=SERVER,
            env={**environment, "LOG_LEVEL": "ERROR"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, what: str, **arguments: Any) -> Any:
        """The process's result; None where it died."""
        assert self.launcher.stdin is not None
        assert self.launcher.stdout is not None
        self.launcher.stdin.write(json.dumps({"do": what, **arguments}) + "\n")
        self.launcher.stdin.flush()
        answer = json.loads(self.launcher.stdout.readline())
        assert "error" not in answer, answer
        return answer.get("result")

    def close(self) -> None:
        if self.launcher.stdin:
            self.launcher.stdin.close()
        self.launcher.wait(timeout=20)


@contextmanager
def company() -> Iterator[Fake]:
    with Fake(clock=NOW.timestamp) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield fake
        fake.shutdown()


@pytest.fixture(scope="module")
def fake() -> Iterator[Fake]:
    with company() as standing:
        yield standing


@pytest.fixture(scope="module")
def shop(vendor: str, fake: Fake) -> Iterator[tuple[Mortals, dict[str, Any]]]:
    fake.book.things.clear()
    with throwaway(vendor) as environment:
        mortals = Mortals(environment)
        try:
            built = mortals.ask("build", url=fake.url, secret_key=fake.secret_key, webhook_secret=fake.webhooks.secret)
            yield mortals, built
        finally:
            mortals.close()


def spread(count: int, calls: list[int]) -> list[int]:
    """Which points to die at: all, or some from the first to the last with a call of the company and its answer among them."""
    if SOAK > 1:
        return list(range(count))
    even = [number * (count - 2) // (SAMPLE - 3) for number in range(SAMPLE - 2)]
    return sorted({*even, *calls[-2:]})


def test_whoever_dies_in_the_middle_the_worker_heals_it(shop: tuple[Mortals, dict[str, Any]], fake: Fake) -> None:
    mortals, built = shop
    place = {"service": built["service"], "staff": built["staff"]}
    number, died = 0, dict[str, list[str]]()
    for journey in ENDS:
        is_paid = journey != "pay"
        whole = mortals.ask("prepare", **place, first=number, count=2, is_paid=is_paid)["orders"]
        # The first of all makes accounts and series that the others find.
        points = [mortals.ask("go", journey=journey, order=order, die_at=None) for order in whole][-1]
        chosen = spread(points["points"], points["calls"])
        orders = mortals.ask("prepare", **place, first=number + 2, count=len(chosen), is_paid=is_paid)["orders"]
        number += 2 + len(orders)
        died[journey] = [*orders, *whole]
        for order, point in zip(orders, chosen, strict=True):
            survived = mortals.ask("go", journey=journey, order=order, die_at=point) is not None
            assert not survived or point >= points["points"] - FEWER, "it was to die"
    assert mortals.ask("heal") == {"dead": []}
    found = mortals.ask("look")
    assert (found["broken"], found["idle_claims"]) == ([], 0)
    kept = kept_of(fake, dict(found["charges"]))
    for journey, orders in died.items():
        ends = [ENDS[journey].index(found["orders"][order]) for order in orders if told(found, journey, order)]
        assert ends == sorted(ends), f"{journey}: once it happened it stays so"
        assert set(ends) == {0, 1}, "too few points: all ended alike"
        assert [kept.get(order, 0) for order in orders] == [KEPT[journey][end] for end in ends]
    assert found["clearing"] == fake.book.balances()["gbp"]


def told(found: dict[str, Any], journey: str, order: str) -> bool:
    assert found["orders"][order] in ENDS[journey], (journey, found["orders"][order])
    return True


def kept_of(fake: Fake, orders: dict[str, str]) -> dict[str, int]:
    """What the company holds of each order by its own book, and nothing that no order knows of."""
    kept: dict[str, int] = {}
    for charge in fake.book.all("ch"):
        order = orders[charge["id"]]
        kept[order] = kept.get(order, 0) + charge["amount"] - charge["amount_refunded"]
    return kept
