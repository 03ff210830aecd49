"""Cards taken within our own page: opened, paid, declined, the company's own page instead, and who is told what."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection

from almanac.ledger.models import Entry
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Payment, PaymentState, Refund
from almanac.payments.own_page import is_taken_here
from fakes.stripe import elements
from tests.cast import Person
from tests.shop import Booked, Shop, Visitor
from tests.tills import CHALLENGED, DECLINED, VISA, Till, check, keeps, order_of, placed, unpaid

pytestmark = pytest.mark.django_db
PUBLISHABLE = "pk_test_standin"


@pytest.fixture
def here(till: Till) -> Till:
    """Cards are taken within our page."""
    till.account.takes_in_page = True
    till.account.keys = json.dumps({**json.loads(till.account.keys), "publishable_key": PUBLISHABLE})
    till.account.save()
    return till


def asked(visitor: Person, made: Booked, **more: Any) -> Any:
    return visitor.post(f"/orders/{made.number}/payments", {"method": "card", **more}, x_order_token=made.token)


def opened(visitor: Person, made: Booked, **more: Any) -> dict[str, Any]:
    answer = asked(visitor, made, **more)
    assert answer.status_code == 200, answer.content
    found: dict[str, Any] = answer.json()
    return found


def tried(till: Till, page: dict[str, Any], card: str = VISA, **more: str) -> dict[str, Any]:
    """What the company's frame in our page is answered."""
    secret = page["within"]["client_secret"]
    form = {
        "secret": secret,
        "key": page["within"]["publishable_key"],
        "number": card,
        "expiry": "12 / 34",
        "cvc": "123",
    }
    path = f"/c/element/{secret.partition('_secret_')[0]}"
    _, content = elements.answer(till.fake.book, till.fake.publishable_key, "POST", path, {**form, **more})
    found: dict[str, Any] = json.loads(content)
    return found


def test_paid_within_our_page_after_the_banks_question(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    page = opened(nora, made)
    payment = Payment.objects.get()
    assert page["url"].endswith(f"/pay/card/?payment={payment.pk}")
    assert (page["amount"], page["currency"]) == (4_000, "GBP")
    assert page["within"]["publishable_key"] == PUBLISHABLE
    assert page["within"]["script"] == f"{here.fake.url}/endive/stripe.js"
    session = here.fake.book.get("cs_test", payment.reference)
    assert (session["ui_mode"], session["url"], session["success_url"]) == ("elements", None, None)
    assert session["return_url"].endswith(f"/pay/?payment={payment.pk}")
    assert tried(here, page, CHALLENGED) == {"result": "challenge"}
    assert tried(here, page, proof="fail")["error"]["code"] == "paymentFailed"
    assert check(nora, made) == {**unpaid(made), "decline": "authentication_failed"}
    assert tried(here, page, CHALLENGED) == {"result": "challenge"}
    assert tried(here, page, proof="complete") == {"result": "paid"}
    assert check(nora, made)["order_state"] == "confirmed"
    payment.refresh_from_db()
    assert (payment.state, payment.paid_with, payment.page_secret) == (PaymentState.CAPTURED, "Visa 3184", "")
    assert here.agrees()


def test_declined_then_mended_in_the_same_page(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    page = opened(nora, made)
    assert tried(here, page, DECLINED)["error"]["paymentFailed"] == {"declineCode": "generic_decline"}
    assert check(nora, made)["decline"] == "declined"
    assert opened(nora, made) == page  # the page loaded anew, another tab: one payment
    assert tried(here, page) == {"result": "paid"}
    assert tried(here, page) == {"result": "paid"}  # pressed twice
    assert set(here.tell(times=2)) == {200}
    worker.drain()
    assert order_of(made).state == "confirmed"
    assert Entry.objects.filter(kind="capture").count() == 1
    assert here.agrees()


def test_on_the_companys_page_instead_the_one_in_ours_is_closed(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    page = opened(nora, made)
    away = opened(nora, made, at_company=True)
    assert (away["within"], away["payment_id"] != page["payment_id"]) == (None, True)
    assert away["url"].startswith(f"{here.fake.url}/c/pay/")
    assert opened(nora, made, at_company=True) == away
    assert tried(here, page)["error"]["message"] == "This session has expired."
    here.pay(away["url"])
    assert check(nora, made)["state"] == "captured"
    assert asked(nora, made).json()["code"] == "nothing_due"
    assert here.agrees()


def test_two_pages_open_at_once_never_keep_two_payments(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    page = opened(nora, made)
    here.fake.down = [503, 503]  # the one in our page cannot be closed
    away = opened(nora, made, at_company=True)
    assert tried(here, page) == {"result": "paid"}
    here.pay(away["url"])
    here.tell()
    worker.drain()
    assert order_of(made).paid_amount == 4_000
    assert [refund.amount for refund in Refund.objects.all()] == [4_000]
    assert here.agrees()


def test_back_within_our_page_the_companys_is_closed(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    away = opened(nora, made, at_company=True)
    page = opened(nora, made)
    assert page["within"] is not None
    assert "has closed" in here.pay(away["url"])
    assert tried(here, page) == {"result": "paid"}
    assert here.agrees() is False  # nobody told us yet
    check(nora, made)
    assert here.agrees()


def test_after_a_lost_answer_it_is_the_same_payment(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    here.fake.lose_answers = 2
    assert asked(nora, made).json()["code"] == "payment_company_silent"
    page = opened(nora, made)
    assert len(here.fake.book.all("cs_test")) == 1
    assert tried(here, page) == {"result": "paid"}
    assert check(nora, made)["state"] == "captured"
    assert here.agrees()


def test_who_does_not_hold_the_order_is_told_nothing(shop: Shop, nora: Visitor, rival: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    page = opened(nora, made)
    assert rival.post(f"/orders/{made.number}/payments", {"method": "card"}).json()["code"] == "not_found"
    secret = page["within"]["client_secret"]
    told = nora.get(f"/orders/{made.number}", x_order_token=made.token).content.decode()
    asked_by_id = rival.post(f"/payments/{page['payment_id']}/check", {}).content.decode()
    assert secret not in told + asked_by_id + str(EventRow.objects.values_list("payload", "personal"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT page_secret FROM payments_payment")
        assert secret not in str(cursor.fetchall())


def test_a_card_that_is_kept_is_offered_to_its_owner_alone(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    keeps(here, order_of(made))
    session = here.fake.book.get("cs_test", Payment.objects.get(pk=opened(nora, made)["payment_id"]).reference)
    assert session["customer"] is None  # the link's holder may be anybody
    assert session["customer_email"] == order_of(made).customer.email


def test_switched_back_the_next_page_is_the_companys(shop: Shop, nora: Visitor, here: Till) -> None:
    made = placed(nora, shop)
    page = opened(nora, made)
    here.account.takes_in_page = False
    here.account.save()
    assert opened(nora, made)["within"] is None
    assert tried(here, page)["error"]["code"] is None


def test_without_an_e_mail_address_the_company_asks_for_it_on_its_own_page(
    shop: Shop, nora: Visitor, here: Till
) -> None:
    order = order_of(placed(nora, shop))
    assert is_taken_here(here.account, order)
    order.customer.email = ""
    assert not is_taken_here(here.account, order)
    assert not is_taken_here(None, order)


def test_what_our_page_may_load_is_told_only_while_it_takes_cards(shop: Shop, nora: Visitor, here: Till) -> None:
    nothing: dict[str, list[str]] = {"scripts": [], "frames": [], "connects": []}
    assert nora.get("/payment-page").json() == {name: [here.fake.url] for name in nothing}
    here.account.api_url = ""
    here.account.save()
    told = nora.get("/payment-page").json()
    assert told["scripts"] == ["https://js.stripe.com", "https://*.js.stripe.com"]
    assert ("https://hooks.stripe.com" in told["frames"], told["connects"]) == (True, ["https://api.stripe.com"])
    here.account.is_on = False
    here.account.save()
    assert nora.get("/payment-page").json() == nothing
