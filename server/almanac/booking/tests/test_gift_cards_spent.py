"""Gift cards: spent on orders whole and in part, and given back to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.business.models import Business
from almanac.catalog.models import Product
from almanac.ledger.errors import BelowNothing
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.actions import gift_cards as paying
from almanac.payments.models import Payment, Refund
from almanac.people.models import StaffMember
from almanac.sales.models import OrderLine
from tests.card_cases import HOURS, spend
from tests.cast import Person
from tests.goods import (
    a_card,
    agreed,
    holder,
    left_on,
    make_product,
    only_name_and_mail,
    pays_with,
    put_gift,
    put_in,
    sells_cards,
)
from tests.shop import NOBODY, NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db


# Spending


def test_a_part_of_the_order_and_the_rest_on_the_day(shop: Shop, nora: Visitor) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    basket = pays_with(nora, code).json()
    (share,) = basket["gift_cards"]
    assert (share["ending"], share["balance_amount"], share["used_amount"]) == (code[-4:], 1_500, 1_500)
    assert (basket["total_amount"], basket["totals"][0]["to_pay_amount"]) == (4_000, 2_500)
    answer = spend(nora)
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    order, line = order_of(made), order_of(made).lines.get()
    assert (order.state, order.paid_amount, line.paid_amount, left_on(card)) == ("confirmed", 1_500, 1_500, 0)
    states = sorted((each.method, each.state, each.amount) for each in order.payments.all())
    assert states == [("gift_card", "captured", 1_500), ("pay_on_site", "due", 2_500)]
    seller = f"business:{shop.business.pk}"
    assert balance(Role.TAX, "GBP", seller) + balance(Role.REVENUE, "GBP", seller) == 1_500
    assert Entry.objects.get(kind="redeem").subject == f"order:{order.pk}"
    assert broken_laws() == []


def test_the_whole_needs_no_other_way(shop: Shop, nora: Visitor, till: Till) -> None:
    card, code = a_card(shop.business, 9_000)
    nora.ready(shop)
    basket = pays_with(nora, code).json()
    assert (basket["payment_methods"], basket["totals"][0]["to_pay_amount"]) == (["gift_card"], 0)
    made = Booked(**spend(nora, "gift_card").json())
    worker.drain()
    assert (order_of(made).state, made.visit.state, left_on(card)) == ("confirmed", "confirmed", 5_000)
    assert order_of(made).payments.get().method == "gift_card"
    seen = holder(made).get(f"/orders/{made.number}").json()
    assert (seen["due_amount"], seen["can_pay"], seen["payment_method"]) == (0, False, "gift_card")


def test_the_rest_by_card_and_refunds_go_back_the_way_they_came(shop: Shop, nora: Visitor, till: Till) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    made = Booked(**spend(nora, "card").json())
    assert (order_of(made).state, left_on(card), made.visit.awaits_payment) == ("placed", 0, True)
    till.pay(page_of(nora, made))
    assert check(nora, made)["order_state"] == "confirmed"
    worker.drain()
    assert Payment.objects.get(order=order_of(made), method="card").amount == 2_500
    shop.clock.move_to(WEDNESDAY_TEN - 20 * HOURS)  # half of it is kept
    assert nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
    worker.drain()
    back = {refund.payment.method: (refund.amount, refund.state) for refund in Refund.objects.select_related("payment")}
    assert back == {"card": (2_000, "done")}  # the newest first: the card alone bears it
    assert left_on(card) == 0
    assert till.agrees()


def test_called_off_in_time_all_of_it_goes_back_to_both(shop: Shop, nora: Visitor, till: Till) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    made = Booked(**spend(nora, "card").json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    assert {refund.payment.method: refund.amount for refund in Refund.objects.select_related("payment")} == {
        "card": 2_500,
        "gift_card": 1_500,
    }
    assert (left_on(card), order_of(made).paid_amount) == (1_500, 0)
    assert till.agrees()


def test_an_order_that_lapses_gives_the_card_its_money_back(
    shop: Shop, booklet: Product, nora: Visitor, till: Till
) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    put_in(nora, booklet)
    pays_with(nora, code)
    made = Booked(**spend(nora, "card", download_consent=True).json())
    assert left_on(card) == 0
    shop.clock.move_to(NOW + HOURS)
    worker.drain()
    assert (order_of(made).state, left_on(card), order_of(made).paid_amount) == ("cancelled", 1_500, 0)
    assert till.agrees()


def test_it_pays_for_a_mentors_product_whole_and_the_mentor_is_owed(
    shop: Shop, booklet: Product, olena: StaffMember, nora: Visitor
) -> None:
    _, code = a_card(shop.business, 5_000)
    put_in(nora, booklet)
    only_name_and_mail(nora)
    pays_with(nora, code)
    made = Booked(**spend(nora, "gift_card", download_consent=True).json())
    worker.drain()
    assert len(holder(made).get("/library").json()) == 1
    assert balance(Role.PAYABLE, "GBP", f"staff:{olena.pk}") == 850


def test_several_cards_one_after_another_and_no_more_than_three(shop: Shop, nora: Visitor) -> None:
    made = [a_card(shop.business, amount) for amount in (1_000, 2_000, 3_000, 4_000)]
    nora.ready(shop)
    for _, code in made[:3]:
        assert pays_with(nora, code).status_code == 200
    pays_with(nora, made[0][1])  # naming it twice is no change
    assert [share["used_amount"] for share in nora.basket()["gift_cards"]] == [1_000, 2_000, 1_000]
    assert pays_with(nora, made[3][1]).json()["code"] == "basket_full"
    nora.delete(f"/basket/gift-cards/{made[0][0].pk}")
    assert [share["used_amount"] for share in nora.basket()["gift_cards"]] == [2_000, 2_000]
    assert spend(nora, "gift_card").status_code == 200
    assert [left_on(card) for card, _ in made] == [1_000, 0, 1_000, 4_000]


def test_a_gift_card_buys_no_gift_card(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    _, code = a_card(shop.business, 9_000)
    put_gift(nora, shop.business)
    basket = pays_with(nora, code).json()
    assert (basket["gift_cards"][0]["used_amount"], basket["payment_methods"]) == (0, ["card"])


def test_a_card_of_another_currency_pays_nothing_here(shop: Shop, mentors: Business, nora: Visitor) -> None:
    mentors.currency = "EUR"
    mentors.save()
    _, code = a_card(mentors, 9_000)
    nora.ready(shop)
    assert pays_with(nora, code).json()["gift_cards"][0]["used_amount"] == 0
    assert spend(nora).status_code == 200


def test_what_was_not_shown_is_not_taken(shop: Shop, nora: Visitor) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    for shown in ({}, {str(card.pk): 1_000}, {str(card.pk): 1_500, NOBODY: 5}):
        answer = nora.book(gift_cards=shown)
        assert (answer.status_code, answer.json()["code"]) == (409, "gift_card_changed"), shown
    assert left_on(card) == 1_500


def test_spent_by_somebody_faster_it_refuses_and_nothing_is_booked(shop: Shop, nora: Visitor, rival: Visitor) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    shown = agreed(nora)
    rival.ready(shop, WEDNESDAY_TEN + 3 * HOURS, email="rival@example.com")
    pays_with(rival, code)
    assert spend(rival).status_code == 200
    answer = nora.book(gift_cards=shown)
    assert (answer.json()["code"], answer.json()["available_amount"]) == ("gift_card_changed", 0)
    assert (OrderLine.objects.count(), left_on(card)) == (1, 0)
    assert spend(nora).status_code == 200


def test_a_forgotten_lock_is_an_error_and_never_money_spent_twice(
    shop: Shop, nora: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    spends = [paying.Spend(card.pk, order_of(Booked(**spend(nora).json())), 1_500)]
    monkeypatch.setattr("almanac.ledger.locks.lock_available", lambda *_: 1_500)
    with pytest.raises(BelowNothing):
        paying.redeem(actor=nora.actor, spends=spends, now=NOW)
    assert left_on(card) == 0


# Each example is a day of its own, and cleans can be booked for three months ahead; test_shown_is_booked has many more.
@settings(max_examples=80 if settings().max_examples > 1_000 else 20)
@given(
    cards=st.lists(st.integers(1, 6_000), min_size=1, max_size=3),
    price=st.integers(0, 8_000),
    back=st.integers(1, 12_000),
)
def test_shown_is_taken_is_booked_and_goes_back(
    shop: Shop,
    mentors: Business,
    olena: StaffMember,
    till: Till,
    ada: Person,
    cards: list[int],
    price: int,
    back: int,
) -> None:
    """Any cards for a clean and a product: what is shown is what they lose; a part given back is on them or on the card again."""
    made = [a_card(shop.business, amount) for amount in cards]
    visitor = Visitor()
    day = OrderLine.objects.filter(kind="visit").count() + 1
    visitor.ready(shop, NOW + timedelta(days=day, hours=1), staff=shop.sam)
    put_in(visitor, make_product(mentors, olena, f"p-{day}", price))
    for _, code in made:
        pays_with(visitor, code)
    basket = visitor.basket()
    used, to_pay = sum(agreed(visitor).values()), basket["totals"][0]["to_pay_amount"]
    assert used == min(sum(cards), basket["total_amount"])
    assert used + to_pay == basket["total_amount"]
    method = basket["payment_methods"][0]
    order = Booked(**spend(visitor, method, download_consent=True).json())
    if to_pay:
        till.pay(page_of(visitor, order))
        check(visitor, order)
    worker.drain()
    assert sum(cards) - sum(left_on(card) for card, _ in made) == used
    assert order_of(order).paid_amount == basket["total_amount"]
    line = order_of(order).lines.filter(kind="visit").get()
    amount = min(back, line.paid_amount)
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "late"}
    assert ada.post(f"/orders/{order.number}/refunds", body).status_code == 200
    worker.drain()
    by_card = sum(r.amount for r in Refund.objects.filter(payment__order=order_of(order), payment__method="gift_card"))
    by_bank = sum(r.amount for r in Refund.objects.filter(payment__order=order_of(order), payment__method="card"))
    assert by_card + by_bank == amount
    assert sum(cards) - sum(left_on(card) for card, _ in made) == used - by_card
    assert till.agrees()
