"""Letters about money: to the customer in their language, to the administrators, once for each event."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings

from almanac.notifications.letters import Sender
from almanac.notifications.models import Delivery
from almanac.notifications.money_letters import MoneyMessage, Moved, compose_money
from almanac.notifications.tests.factories import mails
from almanac.outbox import worker
from fakes.stripe.money import dispute
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import Till, order_of, paid, placed

pytestmark = pytest.mark.django_db
SENDER = Sender("VALClean", "Europe/London", "#1D6B57", "020 7946 0000", "hello@valclean.example", "cleaner")


def letters(template: str) -> list[Delivery]:
    return list(mails(template=template))


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
@pytest.mark.parametrize("message", MoneyMessage)
def test_each_can_be_read_in_every_language(message: MoneyMessage, language: str) -> None:
    moved = Moved("VAL-00000-00000", 1_250, "GBP", "Clean")
    letter = compose_money(message, moved, sender=SENDER, language=language, link="https://a.example/x")
    assert "VAL-00000-00000" in letter.subject + letter.text
    assert "{" not in letter.subject + letter.text
    assert "https://a.example/x" in letter.text


def test_what_goes_back_is_told_to_the_customer_once(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    worker.drain()
    (letter,) = letters("money_refunded")
    assert (letter.address, letter.recipient) == ("nora@example.com", "customer")
    assert "£40" in letter.subject


def test_an_order_that_lapsed_is_told_and_nothing_else(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    shop.clock.move_to(NOW + timedelta(minutes=36))
    worker.drain()
    (letter,) = mails()
    assert (letter.template, letter.address) == ("money_lapsed", "nora@example.com")
    assert order_of(made).number in letter.subject


def test_the_team_hears_of_a_dispute_and_of_a_refund_that_failed(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made = paid(nora, shop, till)
    dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent")
    till.tell(times=2)
    worker.drain()
    (letter,) = letters("money_disputed")
    assert (letter.address, letter.recipient) == (ada.account.email, "account")
    line = order_of(made).lines.get()
    body = {"lines": [{"line_id": str(line.pk), "amount": 100}], "note": "late"}
    ada.post(f"/orders/{made.number}/refunds", body)  # which the company refuses: the charge is disputed
    worker.drain()
    assert [each.address for each in letters("money_refund_failed")] == [ada.account.email]
    assert letters("money_refunded") == []
