"""Who is written to about an order that was taken by phone."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from tests.cast import Person
from tests.desk import Desk
from tests.shop import WEDNESDAY_TEN, Shop

pytestmark = pytest.mark.django_db


def test_the_customer_is_written_to_where_they_have_an_email(shop: Shop, ada: Person) -> None:
    desk = Desk(ada.user, client=ada.client)
    desk.pick_up()
    desk.booked(shop, email="nora@example.com")
    desk.pick_up()
    desk.booked(shop, WEDNESDAY_TEN + timedelta(days=1), email="")
    worker.drain()
    letters = mails(recipient="customer")
    assert {(item.address, item.state == "suppressed") for item in letters} == {("nora@example.com", False), ("", True)}
