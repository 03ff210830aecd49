"""Who waits, and for what: shared by the tests of the waiting list."""

from __future__ import annotations

import pytest

from tests.shop import Shop
from tests.waiters import Waiter, fill, free, key_in, looked_at, work


@pytest.fixture
def full(shop: Shop) -> Shop:
    """Nobody has time on Wednesday."""
    fill(shop.sam, shop.sid)
    return shop


@pytest.fixture
def pat(full: Shop) -> Waiter:
    return Waiter(name="pat")


@pytest.fixture
def quinn(full: Shop) -> Waiter:
    return Waiter(name="quinn")


@pytest.fixture
def offered(full: Shop, pat: Waiter) -> str:
    """Pat waited, Sam's Wednesday opened, Pat has the letter: the key in it."""
    pat.waits(full)
    work(full.clock)
    free(full.sam)
    return key_in(looked_at(full)[pat.email][0][1])
