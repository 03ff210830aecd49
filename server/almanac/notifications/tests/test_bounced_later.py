"""Letters that bounce after they went: what they said of an order is kept and goes again; what held a key or a code is not."""

from __future__ import annotations

import pytest

from almanac.kit import clock
from almanac.notifications.actions import sending
from almanac.notifications.models import Delivery
from almanac.outbox import worker
from tests.cast import Person
from tests.goods import a_card
from tests.shop import Shop, Visitor
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db


def bounced(template: str) -> Delivery:
    """The one letter of this kind, which went and came back."""
    row = Delivery.objects.get(template=template, channel=Delivery.Channel.EMAIL)
    assert row.state == "sent"
    Delivery.objects.filter(pk=row.pk).update(state="failed", failure="bounced")
    row.refresh_from_db()
    return row


def goes_again(row: Delivery) -> bool:
    return sending.send_again(delivery_id=row.pk, now=clock.now())


def test_about_money_of_an_order(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    order = order_of(made)
    back = {"lines": [{"line_id": str(order.lines.get().pk), "amount": 500}], "note": "late"}
    assert ada.post(f"/orders/{made.number}/refunds", back).status_code == 200
    worker.drain()
    row = bounced("money_refunded")
    assert row.order == order
    assert goes_again(row)
    worker.drain()
    row.refresh_from_db()
    assert (row.state, row.attempts) == ("sent", 2)


def test_with_a_code_that_can_be_spent(shop: Shop) -> None:
    a_card(shop.business, recipient_email="friend@example.com")
    worker.drain()
    row = bounced("gift_card")
    assert not row.is_kept
    assert not goes_again(row)
