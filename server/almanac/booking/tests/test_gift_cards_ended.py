"""Gift cards: refunded, given by hand, voided, and listed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Business
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.models import Refund
from almanac.sales import issuing
from almanac.sales.models import GiftCard, OrderLine
from fakes.stripe.money import end_refund
from tests.card_cases import HOURS, buy, give_back, spend, told
from tests.cast import Person
from tests.goods import (
    a_card,
    agreed,
    holder,
    left_on,
    pays_with,
    sells_cards,
)
from tests.shop import NOBODY, NOW, Booked, Shop, Visitor
from tests.tills import Till, order_of

pytestmark = pytest.mark.django_db


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


def test_voided_by_the_team_it_stays_so_when_a_refund_fails_in_the_end(
    shop: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    """What came back is on it and nobody spends it: it is owed to the buyer, whom it is given otherwise."""
    sells_cards(shop.business)
    made, card = buy(nora, till, shop.business)
    till.fake.api.refunds_end_as = "pending"
    assert give_back(ada, made, 1_000).status_code == 200
    code = card.code
    assert ada.post(f"/gift-cards/{card.pk}/void", {"reason": "lost"}).status_code == 200
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell()
    worker.drain()
    card.refresh_from_db()
    assert (card.voided_at, card.is_good, left_on(card), told("sales.gift_card_freed")) == (NOW, False, 1_000, 1)
    assert Person().post("/gift-card-balance", {"code": code}).status_code == 404
    rival.ready(shop)
    assert pays_with(rival, code).status_code == 404
    failed = Refund.objects.get()
    answer = ada.post(f"/refunds/{failed.pk}/otherwise", {"way": "cash"})
    assert answer.status_code == 200, answer.content
    worker.drain()
    card.refresh_from_db()
    assert (card.voided_at, left_on(card), broken_laws()) == (NOW, 0, [])
    assert give_back(ada, made, 1).json()["most_amount"] == 0
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


def test_sent_twice_it_is_one_card_with_its_code_again(shop: Shop, ada: Person) -> None:
    body = {"business_id": str(shop.business.pk), "amount": 2_000, "reason": "We came late"}
    first, again = (ada.post("/gift-cards", body, idempotency_key="a-key-of-one-form") for _ in range(2))
    assert (first.status_code, again.status_code, first.json()) == (201, 201, again.json())
    card = GiftCard.objects.get()
    assert (first.json()["code"], Entry.objects.count(), left_on(card)) == (card.code, 1, 2_000)
    for other in ({"amount": 2_001}, {"reason": "Another"}, {"recipient_name": "Gran"}):
        refused = ada.post("/gift-cards", {**body, **other}, idempotency_key="a-key-of-one-form")
        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert ada.client.post("/api/gift-cards", body, content_type="application/json").status_code == 422
    assert GiftCard.objects.count() == 1
    assert ada.post("/gift-cards", body).status_code == 201
    assert GiftCard.objects.count() == 2


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


def test_a_card_is_found_by_its_business_and_the_end_of_its_code(
    shop: Shop, mentors: Business, ada: Person, cleo: Person
) -> None:
    card, _ = a_card(shop.business, 5_000)
    a_card(mentors, 3_000)

    def found(wanted: str) -> list[str]:
        return [each["id"] for each in ada.get(f"/gift-cards?{wanted}").json()["items"]]

    assert len(found("")) == 2
    assert found(f"business={shop.business.slug}") == [str(card.pk)]
    for typed in (card.ending, card.ending.lower()):
        assert found(f"ending={typed}") == [str(card.pk)]
    assert (found("ending=ZZZZ"), found(f"ending={card.ending}&business={mentors.slug}")) == ([], [])
    assert card.ending in b"".join(ada.get(f"/gift-cards.csv?ending={card.ending}").streaming_content).decode()
    assert cleo.get(f"/gift-cards?ending={card.ending}").status_code == 403
    with CaptureQueriesContext(connection) as one:
        found(f"ending={card.ending}")
    for number in range(3):
        a_card(shop.business, 1_000 + number)
    GiftCard.objects.filter(business=shop.business).update(ending=card.ending)
    with CaptureQueriesContext(connection) as many:
        assert len(found(f"ending={card.ending}")) == 4
    assert len(one) == len(many)


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
