"""Disputes: our records as one text, sent to the company once, the outcome booked; nobody but administrators."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.notifications.models import Delivery
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Dispute
from fakes.stripe import money
from tests.cast import Person
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of, paid

pytestmark = pytest.mark.django_db


def disputed(visitor: Visitor, shop: Shop, till: Till) -> tuple[Booked, Dispute]:
    made = paid(visitor, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(days=1))
    money.dispute(till.fake.book, till.fake.book.all("ch")[0], "product_not_received")
    till.tell()
    worker.drain()
    return made, Dispute.objects.get()


def decided(till: Till, dispute: Dispute, status: str) -> None:
    money.decide(till.fake.book, till.fake.book.get("du", dispute.reference), status)
    till.tell()
    worker.drain()
    dispute.refresh_from_db()


def listed(ada: Person) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = ada.get("/disputes").json()["items"]
    return found


def test_what_the_mailboxs_server_took_is_told(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    _, dispute = disputed(nora, shop, till)
    text = ada.get(f"/disputes/{dispute.pk}/evidence").content.decode()
    assert ("accepted by its mail server" in text, "taken by the mailbox's server" in text) == (True, False)
    Delivery.objects.filter(channel="email", state="sent").update(state="delivered")
    text = ada.get(f"/disputes/{dispute.pk}/evidence").content.decode()
    assert ("accepted by its mail server" in text, "taken by the mailbox's server" in text) == (False, True)


def test_what_was_told_of_the_money_is_told_too(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    line = order_of(made).lines.get()
    back = {"lines": [{"line_id": str(line.pk), "amount": 500}], "note": "late"}
    assert ada.post(f"/orders/{made.number}/refunds", back).status_code == 200
    worker.drain()
    money.dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent", amount=3_500)
    till.tell()
    worker.drain()
    text = ada.get(f"/disputes/{Dispute.objects.get().pk}/evidence").content.decode()
    (refunded,) = Delivery.objects.filter(template="money_refunded", channel="email")
    assert f"to nora@example.com: {refunded.subject} (" in text
    assert "disputed" not in text.partition("MESSAGES SENT TO THE CUSTOMER")[2]  # what the team was told is not in it


def test_an_inquiry_tells_what_it_is_about_though_nothing_was_taken(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    paid(nora, shop, till)
    money.dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent", inquiry=True)
    till.tell()
    worker.drain()
    text = ada.get(f"/disputes/{Dispute.objects.get().pk}/evidence").content.decode()
    assert "GBP 40.00 of a payment of GBP 40.00" in text


def test_our_records_tell_what_was_bought_agreed_to_and_sent(
    shop: Shop, nora: Visitor, till: Till, ada: Person
) -> None:
    made, dispute = disputed(nora, shop, till)
    answer = ada.get(f"/disputes/{dispute.pk}/evidence")
    assert answer["content-disposition"] == f'attachment; filename="dispute-{made.number}.txt"'
    text = answer.content.decode()
    for part in (
        dispute.reference,
        "product_not_received",
        made.number,
        "Nora Newcomer, nora@example.com",
        "Visa 4242",
        "2026-03-04 10:00 to 2026-03-04 11:00 by Sam",
        "1 Plain Street",
        "Terms of business, version booking",
        "Asked for the work to begin within 14 days: 2026-03-02 09:00",
        "100 % back until 24 hours before; 50 % back until 12 hours before; nothing back after that",
        "to nora@example.com: You're booked",
    ):
        assert part in text
    (row,) = listed(ada)
    assert (row["order_number"], row["stage"], row["can_answer"]) == (made.number, "needs_response", True)
    assert row["respond_by"] is not None


def test_sent_once_and_lost_the_books_say_so(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    _, dispute = disputed(nora, shop, till)
    sent = ada.post(f"/disputes/{dispute.pk}/answer", {"note": "She let us in herself."})
    assert (sent.json()["stage"], sent.json()["can_answer"]) == ("under_review", False)
    theirs = till.fake.book.get("du", dispute.reference)["evidence"]
    assert theirs["uncategorized_text"].startswith("She let us in herself.")
    assert theirs["customer_email_address"] == "nora@example.com"
    assert theirs["service_date"] == "2026-03-04"
    assert ada.post(f"/disputes/{dispute.pk}/answer", {}).json()["code"] == "no_answer_taken"
    assert ada.get(f"/disputes/{dispute.pk}/evidence").content.decode() == theirs["uncategorized_text"]
    assert EventRow.objects.filter(name="payments.dispute_answered").count() == 1
    decided(till, dispute, "lost")
    assert dispute.stage == "lost"
    assert balance(Role.DISPUTES, "GBP", "stripe") == 4_000
    assert till.agrees()


def test_won_the_money_comes_back(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    _, dispute = disputed(nora, shop, till)
    ada.post(f"/disputes/{dispute.pk}/answer", {})
    decided(till, dispute, "won")
    assert dispute.stage == "won"
    assert balance(Role.DISPUTES, "GBP", "stripe") == 0
    assert till.agrees()


def test_a_silent_company_is_asked_again_with_the_same_key(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    _, dispute = disputed(nora, shop, till)
    till.account.api_url = "http://127.0.0.1:9"
    till.account.save()
    assert ada.post(f"/disputes/{dispute.pk}/answer", {}).json()["code"] == "payment_company_silent"
    assert Dispute.objects.get().answered_at is None


def test_only_administrators(shop: Shop, nora: Visitor, till: Till, sam: Person, mia: Person, ada: Person) -> None:
    _, dispute = disputed(nora, shop, till)
    for person, status in ((sam, 403), (mia, 403), (nora, 401)):
        assert person.get("/disputes").status_code == status
        assert person.get(f"/disputes/{dispute.pk}/evidence").status_code == status
        assert person.post(f"/disputes/{dispute.pk}/answer", {}).status_code == status
    assert ada.post(f"/disputes/{uuid4()}/answer", {}).status_code == 404
    assert ada.get(f"/disputes/{uuid4()}/evidence").status_code == 404
