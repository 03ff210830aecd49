"""Gift cards that pay a part of a subscription whose later visits are charged by themselves: what they paid is not charged again,
what is shown as due now is what is taken, and what is called off goes back the way it came."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from almanac.outbox import worker
from almanac.payments.models import DueCharge, Payment, Refund
from almanac.sales.models import GiftCard, OrderLine, Subscription
from tests.cast import Person
from tests.goods import a_card, agreed, left_on, pays_with
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now, let_all_recur
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db


def weekly(shop: Shop, cleo: Person, *amounts: int) -> tuple[Visitor, list[GiftCard]]:
    """Five cleans of 40.00, a week apart, and one call of 25.00, with gift cards of these amounts."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 1, "months": 1})
    visitor.want(shop.call)
    assert visitor.hold(days_from_now(3), line=1, staff=shop.sid).status_code == 200
    made = [a_card(shop.business, amount) for amount in amounts]
    for _, code in made:
        pays_with(visitor, code)
    return visitor, [card for card, _ in made]


def paid_now(visitor: Visitor, till: Till) -> tuple[Booked, dict[str, Any]]:
    """Booked and paid as far as it is due; what the payment step had shown."""
    (shown,) = visitor.basket()["totals"]
    answer = visitor.book(payment_method="card", gift_cards=agreed(visitor))
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return made, shown


def taken(till: Till) -> list[int]:
    """What the company charged, the first first."""
    return [each["amount"] for each in reversed(till.fake.book.all("ch"))]


def a_week_later(shop: Shop, weeks: int) -> None:
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(days=7 * weeks - 2))
    worker.drain()


@pytest.mark.parametrize("cards", [(4_500,), (500, 500), (2_500, 700)])
def test_what_is_due_now_beside_cards_is_what_is_taken(
    shop: Shop, cleo: Person, till: Till, cards: tuple[int, ...]
) -> None:
    visitor, _ = weekly(shop, cleo, *cards)
    made, shown = paid_now(visitor, till)
    assert taken(till) == [shown["due_now_amount"]]
    assert order_of(made).paid_amount == shown["due_now_amount"] + sum(cards)


def test_later_charges_take_what_the_card_left_and_all_of_it_is_paid_in_the_end(
    shop: Shop, cleo: Person, till: Till
) -> None:
    visitor, (card,) = weekly(shop, cleo, 4_500)  # a fifth of 225.00, of each line
    made, _ = paid_now(visitor, till)
    assert taken(till) == [5_200]
    told = visitor.get(f"/orders/{made.number}").json()
    assert [item["amount"] for item in told["later"]] == [3_200] * 4
    for week in range(1, 5):
        a_week_later(shop, week)
    assert taken(till) == [5_200, *[3_200] * 4]
    order = order_of(made)
    assert (order.paid_amount, left_on(card)) == (order.total_amount, 0)
    assert {line.paid_amount - line.total_amount for line in order.lines.all()} == {0}
    assert set(DueCharge.objects.values_list("state", flat=True)) == {"paid"}
    assert till.agrees()


def test_called_off_before_it_was_charged_its_part_goes_back_to_the_card_alone(
    shop: Shop, cleo: Person, till: Till
) -> None:
    visitor, (card,) = weekly(shop, cleo, 4_500)
    made, _ = paid_now(visitor, till)
    a_week_later(shop, 1)
    cleo.client.force_login(cleo.account)
    key = Subscription.objects.get().pk
    body = {"kind": "cancel", "from_on": "2026-03-11"}  # one that was charged, and three that were not
    told = cleo.post(f"/subscriptions/{key}/plan", body).json()
    assert told["refund_amount"] == 4_000 + 3 * 800
    answer = cleo.post(f"/subscriptions/{key}/change", {**body, "token": told["token"]})
    assert answer.status_code == 200, answer.content
    worker.drain()
    back = {refund.payment.method: refund.amount for refund in Refund.objects.filter(state="done")}
    assert back == {"card": 3_200, "gift_card": 4 * 800}
    assert left_on(card) == 4 * 800
    assert not DueCharge.objects.filter(state__in=("waiting", "trying", "failed")).exists()
    assert order_of(made).paid_amount == 6_500  # the first visit and the call
    assert till.agrees()


def test_a_card_that_reaches_for_all_of_it_leaves_nothing_to_charge(shop: Shop, cleo: Person, till: Till) -> None:
    visitor, (card,) = weekly(shop, cleo, 50_000)
    answer = visitor.book(payment_method="gift_card", gift_cards=agreed(visitor))
    assert answer.status_code == 200, answer.content
    let_all_recur()
    worker.drain()
    assert not DueCharge.objects.exists()
    assert {line.paid_amount - line.total_amount for line in OrderLine.objects.all()} == {0}
    assert [payment.method for payment in Payment.objects.all()] == ["gift_card"]
    assert (left_on(card), taken(till)) == (50_000 - 22_500, [])
    assert till.agrees()
