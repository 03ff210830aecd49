"""Gift cards bought, spent and given back, as several tests do."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from almanac.business.models import Business
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.sales.models import GiftCard, OrderLine
from tests.cast import Person
from tests.goods import (
    agreed,
    only_name_and_mail,
    put_gift,
)
from tests.shop import Booked, Visitor
from tests.tills import Till, check, page_of

HOURS = timedelta(hours=1)


def told(name: str) -> int:
    return EventRow.objects.filter(name=name).count()


def buy(visitor: Visitor, till: Till, business: Business, amount: int = 5_000, **more: Any) -> tuple[Booked, GiftCard]:
    """A card bought and paid for by itself."""
    assert put_gift(visitor, business, amount, **more).status_code == 200
    only_name_and_mail(visitor)
    answer = visitor.book(payment_method="card", early_start_consent=False)
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made, GiftCard.objects.get(line__order__number=made.number)


def spend(visitor: Visitor, method: str = "pay_on_site", **more: Any) -> Any:
    """Book what is in the basket as it is shown."""
    return visitor.book(payment_method=method, gift_cards=agreed(visitor), **more)


def give_back(ada: Person, made: Booked, amount: int) -> Any:
    line = OrderLine.objects.get(order__number=made.number)
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "changed their mind"}
    answer = ada.post(f"/orders/{made.number}/refunds", body)
    worker.drain()
    return answer
