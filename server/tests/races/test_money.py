"""Money raced by real processes: a payment that all hear of at once is booked once, of two pages that are both paid one goes
back, and nothing is given back or taken twice. On SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.money import TOTAL

pytestmark = pytest.mark.race
FEW = 6  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK


@pytest.fixture(scope="module")
def service(rivals: Crowd) -> str:
    return str(rivals.ask("build", people=1)["service"])


@pytest.fixture
def tills(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd; whatever was switched off is on again afterwards."""
    yield rivals
    rivals.everyone("with_order_lock")


def refusals(race: list[dict[str, Any]]) -> list[str]:
    """What each was told; nobody an error."""
    assert [answer["error"] for answer in race if "error" in answer] == []
    return [answer["result"]["refused"] for answer in race]


def test_a_payment_that_all_hear_of_at_once_is_booked_once(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_paid_order", service=service, pages=1)
        refusals(tills.race([{"do": "hear", "payment": made["payments"][0]} for _ in range(tills.size)]))
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["lines"], found["captures"], found["fees"]) == (TOTAL, TOTAL, 1, 1)
        assert (found["asked"], found["broken"]) == (0, [])


def test_of_two_pages_that_are_both_paid_one_goes_back_whole(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_paid_order", service=service, pages=2)
        refusals(tills.race([{"do": "hear", "payment": made["payments"][rival % 2]} for rival in range(tills.size)]))
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["captures"], found["asked"]) == (TOTAL, 2, TOTAL)
        refusals(tills.race([{"do": "carry_out", "order": made["order"]} for _ in range(tills.size)]))
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["refunds"], found["broken"]) == (TOTAL, 1, [])


def test_no_more_goes_back_than_was_paid(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_paid_order", service=service, pages=1)
        tills.ask("hear", payment=made["payments"][0])
        race = tills.race([{"do": "give_back", "order": made["order"], "amount": 1_500} for _ in range(tills.size)])
        told = refusals(race)
        assert (told.count(""), set(told)) == (2, {"", "too_much_back"})
        refusals(tills.race([{"do": "carry_out", "order": made["order"]} for _ in range(tills.size)]))
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["refunds"], found["broken"]) == (TOTAL - 3_000, 2, [])


def test_no_more_is_taken_at_the_door_than_is_owed(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_paid_order", service=service, pages=0)
        race = tills.race([{"do": "take_cash", "order": made["order"], "amount": 3_000} for _ in range(tills.size)])
        told = refusals(race)
        assert (told.count(""), set(told)) == (1, {"", "too_much_taken"})
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["captures"], found["broken"]) == (3_000, 1, [])


def test_an_order_that_all_call_off_ends_once(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_paid_order", service=service, pages=0)
        told = refusals(tills.race([{"do": "end_unpaid", "order": made["order"]} for _ in range(tills.size)]))
        assert (told.count(""), set(told)) == (1, {"", "cannot_call_off"})
        assert tills.ask("look_at_end", order=made["order"]) == {"state": "cancelled", "called_off": 1}


def test_an_order_is_paid_or_called_off_and_never_both(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_paid_order", service=service, pages=0)
        wishes = [
            {"do": "end_unpaid", "order": made["order"]}
            if rival % 2
            else {"do": "take_cash", "order": made["order"], "amount": TOTAL}
            for rival in range(tills.size)
        ]
        assert refusals(tills.race(wishes)).count("") == 1
        end, found = tills.ask("look_at_end", order=made["order"]), tills.ask("look_at_money", order=made["order"])
        is_over = end["state"] == "cancelled"
        assert end["called_off"] == int(is_over)
        assert (found["paid"], found["captures"], found["broken"]) == (0 if is_over else TOTAL, int(not is_over), [])


def test_a_charge_that_all_workers_run_is_taken_once(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_due_order", service=service, pages=0)
        refusals(tills.race([{"do": "run_charge", "charge": made["charge"]} for _ in range(tills.size)]))
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["captures"], found["asked"], found["broken"]) == (TOTAL, 1, 0, [])
        assert tills.ask("look_at_charge", charge=made["charge"]) == {"state": "paid", "tries": 1, "live": 0}


def test_a_card_that_all_charge_by_hand_is_charged_once(tills: Crowd, service: str) -> None:
    """Pressed twice in one form, and from several tabs at once."""
    for number in range(ROUNDS):
        made = tills.ask("place_kept_order", service=service, pages=0)
        wishes = [
            {"do": "charge_by_hand", "order": made["order"], "key": f"{made['order']} {rival % 2 if number % 2 else 0}"}
            for rival in range(tills.size)
        ]
        told = refusals(tills.race(wishes))
        assert set(told) <= {"", "charge_under_way", "nothing_due"}
        assert number % 2 or set(told) == {""}
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["captures"], found["asked"], found["broken"]) == (TOTAL, 1, 0, [])


def test_of_a_charge_and_a_page_that_are_both_paid_one_is_kept(tills: Crowd, service: str) -> None:
    for _ in range(ROUNDS):
        made = tills.ask("place_due_order", service=service, pages=1)
        wishes = [
            {"do": "hear", "payment": made["payments"][0]}
            if rival % 2
            else {"do": "run_charge", "charge": made["charge"]}
            for rival in range(tills.size)
        ]
        refusals(tills.race(wishes))
        found = tills.ask("look_at_money", order=made["order"])
        assert (found["paid"], found["lines"], found["broken"]) == (TOTAL, TOTAL, [])
        assert found["asked"] == (found["captures"] - 1) * TOTAL  # what came twice goes back whole
        assert tills.ask("look_at_charge", charge=made["charge"])["state"] == "paid"


def test_without_the_lock_on_the_order_the_database_has_to_refuse(tills: Crowd, service: str, vendor: str) -> None:
    """The lock is what makes it polite: SQLite has one writer at a time anyway, PostgreSQL refuses or counts wrongly."""
    if vendor == "sqlite":
        pytest.skip("one writer at a time is SQLite's own lock")
    tills.everyone("without_order_lock")
    odd = 0
    for _ in range(FEW):
        made = tills.ask("place_paid_order", service=service, pages=0)
        race = tills.race([{"do": "take_cash", "order": made["order"], "amount": 3_000} for _ in range(tills.size)])
        found = tills.ask("look_at_money", order=made["order"])
        odd += any("error" in answer for answer in race) or (found["captures"], found["paid"]) != (1, 3_000)
    assert odd
