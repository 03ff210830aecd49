"""Numbers of documents raced by real processes: without gaps or twins, whoever breaks off, and each line once. On SQLite and on
PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.races.conftest import SOAK
from tests.races.crowd import Crowd

pytestmark = pytest.mark.race
FEW = 6  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK


@pytest.fixture
def writers(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd, with nothing issued; whatever was switched off is on again afterwards."""
    rivals.ask("forget_documents")
    yield rivals
    rivals.everyone("with_series_lock")
    rivals.ask("forget_documents")


@pytest.fixture
def service(rivals: Crowd) -> str:
    return str(rivals.ask("build", people=1)["service"])


def told(race: list[dict[str, Any]]) -> list[int]:
    """The numbers that were given; nobody an error."""
    assert [answer["error"] for answer in race if "error" in answer] == []
    return [number for answer in race for number in answer["result"]["numbers"]]


def test_numbers_have_no_gaps_and_no_twins(writers: Crowd, service: str) -> None:
    for turn in range(ROUNDS):
        orders = writers.ask("place_confirmed", service=service, count=writers.size)
        given = told(writers.race([{"do": "issue", "order": order} for order in orders]))
        assert sorted(given) == [turn * writers.size + number for number in range(1, writers.size + 1)]
    found = writers.ask("look_at_documents")
    assert found["invoices"] == list(range(1, ROUNDS * writers.size + 1))
    assert found["broken"] == []


def test_who_breaks_off_leaves_no_gap(writers: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        orders = writers.ask("place_confirmed", service=service, count=writers.size)
        race = [{"do": "issue", "order": order, "breaks_off": bool(number % 2)} for number, order in enumerate(orders)]
        told(writers.race(race))
        told(writers.race([{"do": "issue", "order": order} for order in orders]))
    found = writers.ask("look_at_documents")
    assert found["invoices"] == list(range(1, ROUNDS * writers.size + 1))
    assert found["broken"] == []


def test_an_order_is_invoiced_and_credited_once(writers: Crowd, service: str) -> None:
    for turn in range(1, ROUNDS + 1):
        (order,) = writers.ask("place_confirmed", service=service, count=1)
        assert told(writers.race([{"do": "issue", "order": order} for _ in range(writers.size)])) == [turn]
        writers.ask("call_off_order", order=order)
        assert told(writers.race([{"do": "credit", "order": order} for _ in range(writers.size)])) == [turn]
    found = writers.ask("look_at_documents")
    assert (found["invoices"], found["notes"], found["broken"]) == ([*range(1, turn + 1)], [*range(1, turn + 1)], [])


def test_without_the_lock_the_database_has_to_refuse(writers: Crowd, service: str, vendor: str) -> None:
    """The lock makes them wait for each other; without it two take one number, and one of them is refused."""
    if vendor == "sqlite":
        pytest.skip("one writer at a time is SQLite's own lock")
    writers.everyone("without_series_lock")
    refused = 0
    for _ in range(FEW):
        orders = writers.ask("place_confirmed", service=service, count=writers.size)
        race = writers.race([{"do": "issue", "order": order} for order in orders])
        refused += sum("invoice_number" in answer.get("error", "") for answer in race)
    assert refused
    numbers = writers.ask("look_at_documents")["invoices"]
    assert numbers == sorted(set(numbers)), "no two of one number stand"


def test_without_lock_and_guards_two_documents_have_one_number(writers: Crowd, service: str, vendor: str) -> None:
    if vendor == "sqlite":
        pytest.skip("one writer at a time is SQLite's own lock")
    writers.everyone("without_series_lock")
    writers.ask("without_number_guards")
    try:
        for _ in range(FEW):
            orders = writers.ask("place_confirmed", service=service, count=writers.size)
            writers.race([{"do": "issue", "order": order} for order in orders])
        numbers = writers.ask("look_at_documents")["invoices"]
        assert len(numbers) > len(set(numbers))
    finally:
        writers.ask("forget_documents")
        writers.ask("with_number_guards")
