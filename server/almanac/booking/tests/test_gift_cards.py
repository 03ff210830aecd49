"""Gift cards: bought, told of on their day, spent, given back to, refunded, voided; and nobody's but the holder's."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from almanac.business.models import Business, Setting
from almanac.catalog.models import Product
from almanac.ledger.errors import BelowNothing
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import gift_cards as paying
from almanac.payments.models import Payment, Refund
from almanac.people.models import StaffMember
from almanac.sales import issuing
from almanac.sales.gift_cards import CODE_LENGTH, card_of_code, digest_of, flat_code, new_code
from almanac.sales.links import gift_card_token
from almanac.sales.models import Coupon, GiftCard, OrderLine
from fakes.stripe.money import end_refund
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


# Codes


def test_a_code_is_read_however_it_is_typed() -> None:
    code = new_code()
    assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", code)
    assert digest_of(code.lower().replace("-", " ")) == digest_of(code)
    assert flat_code("o0-iIlL u") == "001111V"
    assert len(flat_code(code)) == CODE_LENGTH


def test_of_a_code_nothing_can_be_read_in_the_database(shop: Shop) -> None:
    card, code = a_card(shop.business)
    with connection.cursor() as cursor:
        cursor.execute("SELECT code, digest, recipient_name, message FROM sales_giftcard")
        stored = str(cursor.fetchone())
    assert code not in stored
    assert flat_code(code) not in stored
    assert card_of_code(code) == card
    assert card_of_code(new_code()) is None


# Buying


def test_a_card_is_bought_like_a_product_and_taxed_when_it_is_spent(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    basket = put_gift(nora, shop.business, 5_000).json()
    assert (basket["total_amount"], basket["tax_amount"], basket["needs_download_consent"]) == (5_000, 0, False)
    assert (basket["missing"], basket["payment_methods"]) == (["details.name", "details.email"], ["card"])
    assert (basket["goods"][0]["kind"], basket["goods"][0]["name"]) == ("gift_card", "Gift card")
    only_name_and_mail(nora)
    made = Booked(**nora.book(payment_method="card", early_start_consent=False).json())
    card = GiftCard.objects.get()
    assert (card.issued_at, card.digest, card.pk) == (None, None, order_of(made).lines.get().pk)
    till.pay(page_of(nora, made))
    check(nora, made)
    assert left_on(card) == 5_000
    worker.drain()
    card.refresh_from_db()
    assert (card.issued_at, card.delivered_at, card.is_good) == (NOW, NOW, True)
    seller = f"business:{shop.business.pk}"
    assert balance(Role.TAX, "GBP", seller) == balance(Role.REVENUE, "GBP", seller) == 0
    assert till.agrees()


@pytest.mark.parametrize("amount", [999, 50_001, 1])
def test_other_amounts_are_not_sold(shop: Shop, nora: Visitor, amount: int) -> None:
    sells_cards(shop.business)
    assert put_gift(nora, shop.business, amount).json()["code"] == "not_on_offer"


def test_an_amount_of_the_list_is_sold_beyond_the_limits_too(shop: Shop, nora: Visitor) -> None:
    sells_cards(shop.business, gift_amounts=[600], gift_most=100)
    assert put_gift(nora, shop.business, 60_000).status_code == 200
    (offer,) = nora.get("/gift-card-offers").json()
    assert (offer["amounts"], offer["least_amount"], offer["most_amount"]) == ([60_000], 1_000, 10_000)


def test_who_sells_none_has_none(shop: Shop, nora: Visitor) -> None:
    assert nora.get("/gift-card-offers").json() == []
    assert put_gift(nora, shop.business).json()["code"] == "not_on_offer"
    sells_cards(shop.business)
    good = put_gift(nora, shop.business).json()["goods"][0]
    Setting.objects.filter(group="gift_cards").update(values={})
    assert nora.basket()["missing"][0] == f"goods.{good['id']}"


def test_what_it_says_is_looked_at(shop: Shop, nora: Visitor) -> None:
    sells_cards(shop.business)
    answer = put_gift(nora, shop.business, recipient_email="nowhere", recipient_name="N" * 150, message="M" * 600)
    assert answer.json()["fields"].keys() == {"recipient_email", "recipient_name", "message"}
    for day in ("2026-03-01", "2027-06-01"):
        assert put_gift(nora, shop.business, deliver_on=day).json()["fields"].keys() == {"deliver_on"}
    assert nora.post("/basket/goods", {}).status_code == 422


def test_who_it_is_for_is_told_with_the_code_and_who_bought_it_without(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    made, card = buy(
        nora,
        till,
        shop.business,
        recipient_name="Gran",
        recipient_email="gran@example.com",
        sender_name="Nora http://evil.example",
        message="Enjoy!\nLove",
    )
    by_address = {letter.to[0]: letter for letter in mail.outbox}
    assert by_address.keys() == {"gran@example.com", "nora@example.com"}
    gift, sold = by_address["gran@example.com"].body, by_address["nora@example.com"].body
    assert card.code in gift
    assert "Enjoy!" in gift
    assert "£50" in gift
    assert "/gift-card/#" in gift
    assert "evil.example" not in gift
    assert card.code not in sold
    assert "gran@example.com" in sold.replace("\u200b", "")
    assert card.code not in str(holder(made).get("/my-gift-cards").json())


def test_without_an_address_the_buyer_has_it(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    _, card = buy(nora, till, shop.business)
    (letter,) = mail.outbox
    assert letter.to == ["nora@example.com"]
    assert card.code in letter.body


def test_it_waits_for_its_day_and_the_morning(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business, recipient_email="gran@example.com", deliver_on="2026-03-08")
    assert (card.issued_at, card.delivered_at, card.deliver_on) == (NOW, None, date(2026, 3, 8))
    assert [letter.to for letter in mail.outbox] == [["nora@example.com"]]
    assert "Sun 8 March" in mail.outbox[0].body
    shop.clock.move_to("2026-03-08T07:59:00+00:00")
    assert issuing.deliver_due(now=NOW.replace(day=8, hour=7, minute=59)) == 0
    shop.clock.move_to("2026-03-08T08:00:00+00:00")
    worker.drain()
    assert [letter.to for letter in mail.outbox] == [["nora@example.com"], ["gran@example.com"]]
    assert issuing.deliver_due(now=NOW.replace(day=9)) == 0
    assert holder(made).get("/my-gift-cards").json()[0]["state"] == "good"


def test_a_coupon_buys_no_money(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    Coupon.objects.create(business=shop.business, code="SPRING", currency="GBP", percent_bp=5_000)
    put_gift(nora, shop.business)
    assert nora.put("/basket/coupon", {"code": "SPRING"}).json()["total_amount"] == 5_000


def test_not_paid_it_is_nothing(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    put_gift(nora, shop.business)
    only_name_and_mail(nora)
    made = Booked(**nora.book(payment_method="card", early_start_consent=False).json())
    shop.clock.move_to(NOW + HOURS)
    worker.drain()
    card = GiftCard.objects.get()
    assert (order_of(made).state, card.issued_at, left_on(card)) == ("cancelled", None, 0)


# The holder


def test_the_holder_reads_what_is_left_by_the_code_or_the_letters_link(shop: Shop) -> None:
    card, code = a_card(shop.business, 5_000, message="For you")
    seen = Person().post("/gift-card-balance", {"code": code.lower()}).json()
    assert seen == {"ending": code[-4:], "amount": 5_000, "balance_amount": 5_000, "currency": "GBP"}
    token = gift_card_token(card.pk, now=NOW)
    held = Person().get("/linked-gift-card", x_gift_card_token=token).json()
    assert (held["code"], held["message"], held["state"]) == (code, "For you", "good")
    for bad in ("", token[:-2], "nothing"):
        assert Person().get("/linked-gift-card", x_gift_card_token=bad).status_code == 404
    assert Person().post("/gift-card-balance", {"code": new_code()}).json()["code"] == "gift_card_unknown"


def test_nobody_tries_codes_out(shop: Shop, settings: Any, nora: Visitor) -> None:
    settings.RATE_LIMITS_LIFTED = False
    statuses = [Person().post("/gift-card-balance", {"code": new_code()}).status_code for _ in range(16)]
    assert statuses == [404] * 15 + [429]
    nora.place()
    assert [pays_with(nora, new_code()).status_code for _ in range(2)] == [429, 429]


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


# Money back to who bought it


def test_unspent_it_is_given_back_and_over(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business)
    assert give_back(ada, made, 5_000).status_code == 200
    card.refresh_from_db()
    assert (card.voided_at, left_on(card), order_of(made).state) == (NOW, 0, "cancelled")
    assert Person().post("/gift-card-balance", {"code": card.code}).status_code == 404
    assert holder(made).get(f"/orders/{made.number}").json()["due_amount"] == 0
    assert till.agrees()


def test_only_what_is_still_on_it_goes_back(shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person) -> None:
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business)
    rival.ready(shop)
    pays_with(rival, card.code)
    assert spend(rival, "gift_card").status_code == 200
    refused = give_back(ada, made, 5_000)
    assert (refused.json()["code"], refused.json()["most_amount"]) == ("too_much_back", 1_000)
    assert give_back(ada, made, 1_000).status_code == 200
    card.refresh_from_db()
    assert (left_on(card), card.is_good) == (0, True)
    assert till.agrees()


def test_while_its_money_goes_back_nobody_spends_it(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business)
    line = OrderLine.objects.get(order__number=made.number)
    body = {"lines": [{"line_id": str(line.pk), "amount": 2_000}], "note": "some"}
    till.fake.down = [503] * 3
    assert ada.post(f"/orders/{made.number}/refunds", body).status_code == 200
    rival.ready(shop)
    assert pays_with(rival, card.code).status_code == 404
    again = ada.post(f"/orders/{made.number}/refunds", body).json()
    assert (again["code"], again["most_amount"]) == ("too_much_back", 0)
    till.fake.down = []
    worker.drain()
    shop.clock.move_to(NOW + HOURS)
    worker.drain()
    card.refresh_from_db()
    assert (card.is_good, left_on(card)) == (True, 3_000)
    assert pays_with(rival, card.code).status_code == 200
    assert till.agrees()


def test_a_refund_that_fails_in_the_end_brings_the_card_back(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business)
    till.fake.api.refunds_end_as = "pending"
    give_back(ada, made, 5_000)
    card.refresh_from_db()
    assert (card.voided_at, left_on(card)) == (NOW, 0)
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell()
    worker.drain()
    card.refresh_from_db()
    assert (card.is_good, left_on(card)) == (True, 5_000)
    assert till.agrees()


def test_what_was_paid_by_a_voided_card_goes_back_to_it_all_the_same(shop: Shop, nora: Visitor, ada: Person) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    made = Booked(**spend(nora).json())
    issuing.void(actor=ada.actor, card_id=card.pk, reason="stolen", now=NOW)
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    assert left_on(card) == 1_500
    assert Person().post("/gift-card-balance", {"code": code}).status_code == 404
    assert broken_laws() == []


def test_nobody_gives_by_hand_what_goes_back_by_itself(shop: Shop, nora: Visitor, ada: Person) -> None:
    _, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    made = Booked(**spend(nora).json())
    line = OrderLine.objects.get(order__number=made.number)
    body = {"lines": [{"line_id": str(line.pk), "amount": 500}], "note": "late"}
    (refund,) = ada.post(f"/orders/{made.number}/refunds", body).json()
    assert ada.post(f"/refunds/{refund['id']}/given").status_code == 403
    worker.drain()
    assert Refund.objects.get().state == "done"


# Administrators


def test_given_by_hand_with_a_reason_and_the_code_once(shop: Shop, ada: Person, settings: Any) -> None:
    body = {
        "business_id": str(shop.business.pk),
        "amount": 2_000,
        "recipient_email": "gran@example.com",
        "reason": "We came late",
    }
    for without in ("reason", "amount"):
        answer = ada.post("/gift-cards", {**body, without: "" if without == "reason" else 2_000_000})
        assert answer.json()["fields"].keys() == {without}
    answer = ada.post("/gift-cards", body)
    assert answer.status_code == 201, answer.content
    code, told_card = answer.json()["code"], answer.json()["card"]
    card = GiftCard.objects.get()
    assert (left_on(card), told_card["balance_amount"], told_card["reason"]) == (2_000, 2_000, "We came late")
    assert balance(Role.GOODWILL, "GBP", f"business:{shop.business.pk}") == 2_000
    assert code not in str(ada.get("/gift-cards").json()) + str(ada.get(f"/gift-cards/{card.pk}").json())
    worker.drain()
    assert [letter.to for letter in mail.outbox] == [["gran@example.com"]]
    assert code in mail.outbox[0].body


def test_the_list_and_every_movement(shop: Shop, nora: Visitor, ada: Person) -> None:
    card, code = a_card(shop.business, 5_000)
    nora.ready(shop)
    pays_with(nora, code)
    made = Booked(**spend(nora, "gift_card").json())
    page = ada.get(f"/gift-cards/{card.pk}").json()
    assert [(each["kind"], each["amount"], each["balance_amount"]) for each in page["entries"]] == [
        ("goodwill", 5_000, 5_000),
        ("redeem", -4_000, 1_000),
    ]
    assert page["entries"][1]["order_number"] == made.number
    for number in range(3):
        a_card(shop.business, 1_000 + number)
    with CaptureQueriesContext(connection) as few:
        assert len(ada.get("/gift-cards?limit=1").json()["items"]) == 1
    with CaptureQueriesContext(connection) as many:
        items = ada.get("/gift-cards").json()["items"]
    assert (len(items), len(few)) == (4, len(many))
    for state, count in (("issued", 4), ("voided", 0), ("unpaid", 0), ("stopped", 0)):
        assert len(ada.get(f"/gift-cards?state={state}").json()["items"]) == count


def test_voided_with_a_reason_it_is_over(shop: Shop, nora: Visitor, ada: Person) -> None:
    card, code = a_card(shop.business, 5_000)
    assert ada.post(f"/gift-cards/{card.pk}/void", {"reason": " "}).json()["fields"].keys() == {"reason"}
    page = ada.post(f"/gift-cards/{card.pk}/void", {"reason": "lost"}).json()
    assert (page["state"], page["balance_amount"], page["reason"]) == ("voided", 0, "lost")
    assert balance(Role.GOODWILL, "GBP", f"business:{shop.business.pk}") == 0
    assert ada.post(f"/gift-cards/{card.pk}/void", {"reason": "again"}).json()["code"] == "gift_card_over"
    assert ada.post(f"/gift-cards/{NOBODY}/void", {"reason": "again"}).status_code == 404
    nora.ready(shop)
    assert pays_with(nora, code).json()["code"] == "gift_card_unknown"
    assert (told("sales.gift_card_voided"), broken_laws()) == (1, [])


def test_in_the_basket_while_it_is_voided_it_pays_nothing(shop: Shop, nora: Visitor, ada: Person) -> None:
    card, code = a_card(shop.business, 1_500)
    nora.ready(shop)
    pays_with(nora, code)
    shown = agreed(nora)
    issuing.void(actor=ada.actor, card_id=card.pk, reason="lost", now=NOW)
    assert nora.basket()["gift_cards"][0]["used_amount"] == 0
    assert nora.book(gift_cards=shown).json()["code"] == "gift_card_changed"


def test_only_administrators(shop: Shop, sam: Person, max_: Person, cleo: Person) -> None:
    card, _ = a_card(shop.business)
    body = {"business_id": str(shop.business.pk), "amount": 1_000, "reason": "me"}
    for person, status in ((sam, 403), (max_, 403), (cleo, 403), (Person(), 401)):
        assert person.get("/gift-cards").status_code == status
        assert person.get(f"/gift-cards/{card.pk}").status_code == status
        assert person.post("/gift-cards", body).status_code == status
        assert person.post(f"/gift-cards/{card.pk}/void", {"reason": "x"}).status_code == status
    assert (GiftCard.objects.count(), left_on(card)) == (1, 5_000)


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
