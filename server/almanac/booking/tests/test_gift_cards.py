"""Gift cards: sold, told of on their day, and nobody's but the holder's."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.db import connection

from almanac.business.models import Setting
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.people.models import User
from almanac.sales import issuing
from almanac.sales.gift_cards import CODE_LENGTH, card_of_code, digest_of, flat_code, new_code
from almanac.sales.links import gift_card_token
from almanac.sales.models import Coupon, GiftCard
from tests.card_cases import HOURS, buy
from tests.cast import Person
from tests.goods import (
    a_card,
    holder,
    left_on,
    only_name_and_mail,
    pays_with,
    put_gift,
    sells_cards,
)
from tests.shop import NOW, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of

pytestmark = pytest.mark.django_db


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
    receipt, letter = mail.outbox
    assert (receipt.to, letter.to) == (["nora@example.com"], ["nora@example.com"])
    assert card.code not in receipt.body
    assert card.code in letter.body


def test_it_waits_for_its_day_and_the_morning(shop: Shop, nora: Visitor, till: Till) -> None:
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business, recipient_email="gran@example.com", deliver_on="2026-03-08")
    assert (card.issued_at, card.delivered_at, card.deliver_on) == (NOW, None, date(2026, 3, 8))
    receipt, sold = mail.outbox
    assert (receipt.to, sold.to) == (["nora@example.com"], ["nora@example.com"])
    assert "Sun 8 March" in sold.body
    shop.clock.move_to("2026-03-08T07:59:00+00:00")
    assert issuing.deliver_due(now=NOW.replace(day=8, hour=7, minute=59)) == 0
    shop.clock.move_to("2026-03-08T08:00:00+00:00")
    worker.drain()
    assert [letter.to for letter in mail.outbox[2:]] == [["gran@example.com"]]
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


# Received


def test_who_was_sent_a_card_finds_it_once_it_is_there(
    shop: Shop, nora: Visitor, till: Till, cleo: Person, otto: Person
) -> None:
    sells_cards(shop.business)
    mailbox = "Cleo.Gifts@example.com"
    _, card = buy(nora, till, shop.business, recipient_email=mailbox.lower(), sender_name="Nora", message="For you")
    assert cleo.get("/received-gift-cards").json() == []
    claim = EmailAddress.objects.create(user=User.objects.get(username="cleo"), email=mailbox, verified=False)
    assert cleo.get("/received-gift-cards").json() == []
    claim.verified = True
    claim.save()
    (seen,) = cleo.get("/received-gift-cards").json()
    assert (seen["sender_name"], seen["message"], seen["balance_amount"], seen["state"]) == (
        "Nora",
        "For you",
        5_000,
        "good",
    )
    card.refresh_from_db()
    assert (seen["ending"], "code" in seen) == (card.ending, False)
    assert otto.get("/received-gift-cards").json() == []
    assert nora.get("/received-gift-cards").status_code == 401
    GiftCard.objects.update(delivered_at=None)
    assert cleo.get("/received-gift-cards").json() == []
