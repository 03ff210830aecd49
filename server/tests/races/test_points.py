"""Points raced by real processes: one balance becomes one reward, whoever adds the last point at the same instant, and a
correction that is sent by all of them is one. On SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from almanac.kit import ids
from tests.races.conftest import SOAK
from tests.races.crowd import Crowd
from tests.races.test_coupons import fine

pytestmark = pytest.mark.race
FEW = 5  # where a guard is off: what it is for shows at once
ROUNDS = FEW * SOAK


@pytest.fixture
def collectors(rivals: Crowd) -> Iterator[Crowd]:
    """The crowd, and nobody with points; whatever was switched off is on again afterwards."""
    rivals.ask("forget_points")
    yield rivals
    rivals.everyone("with_customer_lock")
    rivals.ask("forget_points")


def test_one_balance_is_one_reward(collectors: Crowd) -> None:
    for _ in range(ROUNDS):
        customer = collectors.ask("open_points", rivals=collectors.size - 1)["customer"]
        adding = [
            {"do": "add_point", "customer": customer, "key": str(ids.new_id())} for _ in range(collectors.size - 1)
        ]
        fine(collectors.race([*adding, {"do": "mind_points"}]))
        assert collectors.ask("look_at_points", customer=customer) == {
            "balance": 0,
            "rewards": 1,
            "coupons": 1,
            "corrections": collectors.size,
        }
        collectors.ask("forget_points")


def test_a_reward_that_all_find_is_given_once(collectors: Crowd) -> None:
    for _ in range(ROUNDS):
        customer = collectors.ask("open_points", rivals=0)["customer"]
        fine(collectors.race([{"do": "mind_points"}] * collectors.size))
        found = collectors.ask("look_at_points", customer=customer)
        assert (found["balance"], found["rewards"]) == (0, 1)
        collectors.ask("forget_points")


def test_a_correction_sent_by_all_is_one(collectors: Crowd) -> None:
    for _ in range(ROUNDS):
        customer = collectors.ask("open_points", rivals=50)["customer"]
        key = str(ids.new_id())
        race = collectors.race([{"do": "add_point", "customer": customer, "key": key}] * collectors.size)
        fine(race)
        assert len({answer["result"]["entry"] for answer in race}) == 1
        assert collectors.ask("look_at_points", customer=customer)["balance"] == 51
        collectors.ask("forget_points")


def test_without_the_lock_one_balance_becomes_several(collectors: Crowd, vendor: str) -> None:
    """What the lock is for. SQLite has one writer at a time, so there it is not needed."""
    collectors.everyone("without_customer_lock")
    most = 0
    for _ in range(FEW):
        customer = collectors.ask("open_points", rivals=0)["customer"]
        collectors.race([{"do": "mind_points"}] * collectors.size)
        most = max(most, collectors.ask("look_at_points", customer=customer)["rewards"])
        collectors.ask("forget_points")
    assert (most > 1) is (vendor == "postgresql")
