"""Visits that come again are told together."""

from __future__ import annotations

import pytest

from almanac.notifications.tests.factories import mails
from tests.shop import Shop, Visitor
from tests.waiters import work

pytestmark = pytest.mark.django_db


def test_one_letter_tells_all_visits(shop: Shop, nora: Visitor) -> None:
    nora.ready(shop)
    nora.put(f"/basket/lines/{nora.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    assert nora.book().status_code == 200
    work(shop.clock)
    told = mails(recipient="customer", template="booked")
    assert [letter.appointments.count() for letter in told] == [7]
