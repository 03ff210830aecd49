"""The letter with the link to pay, which somebody of the team has sent."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail

from almanac.kit.actor import SYSTEM
from almanac.notifications.models import Delivery
from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from almanac.payments.actions.takings import record_taking
from almanac.sales.links import order_id_in
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, order_of, placed

pytestmark = pytest.mark.django_db


def letters() -> list[Delivery]:
    return list(mails(template="money_link").order_by("created_at"))


def test_it_says_for_what_how_much_and_opens_the_order(shop: Shop, nora: Visitor, till: Till, sam: Person) -> None:
    made = nora.booked(shop, staff=shop.sam)
    worker.drain()
    sam.post(f"/orders/{made.number}/payment-link")
    worker.drain()
    worker.drain()
    (letter,) = letters()
    assert (letter.address, letter.recipient, letter.state) == ("nora@example.com", "customer", "sent")
    (sent,) = [each for each in mail.outbox if each.subject == letter.subject]
    assert sent.subject == f"Please pay £40 for {made.number}"
    body = str(sent.body)
    for words in ("Clean", "Amount", "£40", "10:00", made.number):
        assert words in body
    assert "lapses" not in body
    token = body.partition("/track/#")[2].split()[0]
    assert order_id_in(token, now=NOW) == order_of(made).pk


def test_of_an_order_that_waits_it_says_until_when(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = placed(nora, shop)
    ada.post(f"/orders/{made.number}/payment-link")
    worker.drain()
    (sent,) = [each for each in mail.outbox if "Please pay" in each.subject]
    assert "If nothing has come by then, it lapses." in str(sent.body)


def test_it_speaks_the_language_of_the_order(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = nora.booked(shop, staff=shop.sam)
    order = order_of(made)
    order.language = "uk"
    order.save(update_fields=["language"])
    ada.post(f"/orders/{made.number}/payment-link")
    worker.drain()
    (letter,) = letters()
    assert (letter.language, letter.subject) == ("uk", f"Будь ласка, сплатіть 40 £ за {made.number}")


def test_what_was_paid_meanwhile_is_asked_for_no_more(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = nora.booked(shop, staff=shop.sam)
    ada.post(f"/orders/{made.number}/payment-link")
    record_taking(actor=SYSTEM, order=order_of(made), method="cash", amount=4_000, now=NOW + timedelta(seconds=1))
    worker.drain()
    assert letters() == []
