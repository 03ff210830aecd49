"""Who is written to about an order that was taken by phone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from tests.cast import Person
from tests.desk import Desk
from tests.goods import put_gift, sells_cards
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


@pytest.mark.parametrize(
    ("takes_cards", "how", "button"),
    [
        (True, ": online with the button below, or to us. Then", "See it and pay"),
        (False, ": to us. Then", "See your order"),
    ],
)
def test_goods_are_paid_online_only_where_a_company_takes_the_money(
    shop: Shop, ada: Person, request: pytest.FixtureRequest, takes_cards: bool, how: str, button: str
) -> None:
    if takes_cards:
        request.getfixturevalue("till")
    sells_cards(shop.business)
    desk = Desk(ada.user, client=ada.client)
    desk.pick_up()
    put_gift(desk, shop.business)
    desk.patch("/basket/details", {"name": "Nora Newcomer", "email": "nora@example.com", "phone": "07700 900321"})
    assert desk.book(payment_method="pay_ahead", early_start_consent=True).status_code == 200
    worker.drain()
    shop.clock.shift(timedelta(days=6, hours=2))  # a day before its end
    worker.drain()
    letters = [each for each in mail.outbox if each.to == ["nora@example.com"]]
    assert [each.subject[:9] for each in letters] == ["Please pa", "Still to "]
    for each in letters:
        words = " ".join(each.body.split())
        assert (how in words, button in words) == (True, True), words
