"""The first half of the runs of the machine of money."""

from __future__ import annotations

import pytest

from tests.cast import Person
from tests.money_machine.runs import run_half
from tests.shop import Shop
from tests.tills import Till

pytestmark = [pytest.mark.django_db, pytest.mark.campaign]


def test_money_is_where_the_books_say_first_half(shop: Shop, till: Till, ada: Person) -> None:
    run_half(shop, till, ada)
