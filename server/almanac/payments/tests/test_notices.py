"""Messages of companies: kept when signed, looked after once, handled anew by hand; and disputes, of which they tell."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Thread
from typing import Any

import pytest

from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.actions import arriving, disputes
from almanac.payments.models import Dispute, Payment, ProviderAccount, ProviderNotice, Refund
from almanac.payments.providers.online import DisputeStanding, Notice, ProviderDown
from fakes.stripe.checkout import create_session
from fakes.stripe.money import decide, dispute, refund
from fakes.stripe.server import Fake
from fakes.stripe.webhooks import Trouble, signature
from tests.cast import Person
from tests.shop import NOW, Shop, Visitor
from tests.tills import DISPUTED, Till, check, order_of, page_of, paid, placed

pytestmark = pytest.mark.django_db


def send(body: bytes, header: str) -> int:
    answer = Person().client.post(
        "/api/payment-webhooks/stripe",
        data=body,
        content_type="application/json",
        headers={"stripe-signature": header},
    )
    return int(answer.status_code)


@pytest.fixture
def other(shop: Shop, till: Till) -> Iterator[Till]:
    """Our account at the same company for the other mode than the till's, which may have been replaced by newer keys."""
    with Fake(secret_key="sk_other", webhook_secret="whsec_other") as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        account = ProviderAccount.objects.create(
            provider="stripe",
            mode=ProviderAccount.Mode.LIVE,
            keys=json.dumps({"secret_key": "sk_other", "webhook_secret": "whsec_other"}),
            api_url=fake.url,
        )
        yield Till(fake, account)
        fake.shutdown()


def paid_by_link(at: Till, payment: Payment) -> None:
    """Somebody pays the same amount by a link of ours at the company, whose address they gave a payment's id."""
    lines = [{"quantity": 1, "price_data": _price(payment)}]
    page = {"mode": "payment", "success_url": "https://a.test/", "line_items": lines}
    at.pay(create_session(at.fake.book, {**page, "client_reference_id": str(payment.pk)}, at.fake.url)["url"])


def _price(payment: Payment) -> dict[str, Any]:
    return {"currency": "gbp", "unit_amount": payment.amount, "product_data": {"name": "A link"}}


def _swap(one: ProviderAccount, another: ProviderAccount) -> None:
    rows = ProviderAccount.objects.filter(pk__in=[one.pk, another.pk])
    rows.update(replaced_at=NOW)
    for row, mode in ((one, another.mode), (another, one.mode)):
        rows.filter(pk=row.pk).update(mode=mode, replaced_at=None)


@pytest.mark.parametrize("mode", [ProviderAccount.Mode.LIVE, ProviderAccount.Mode.TEST])
def test_money_of_the_other_mode_settles_no_payment_that_it_names(
    shop: Shop, nora: Visitor, till: Till, other: Till, mode: str
) -> None:
    if mode == ProviderAccount.Mode.LIVE:  # the other way round: the till's is live
        _swap(till.account, other.account)
    made = placed(nora, shop)
    page_of(nora, made)
    payment = Payment.objects.get(state="open")
    paid_by_link(other, payment)
    assert set(other.tell()) == {200}
    worker.drain()
    payment.refresh_from_db()
    assert (payment.state, order_of(made).state) == ("open", "placed")
    assert {row.error for row in ProviderNotice.objects.filter(about="payment")} == {"no payment of ours"}
    assert not Entry.objects.exists()


def test_a_payment_link_of_the_accounts_own_mode_is_money_that_came(
    shop: Shop, nora: Visitor, till: Till, other: Till
) -> None:
    """The keys were replaced by those of another account since, of the same mode."""
    ProviderAccount.objects.filter(pk=till.account.pk).update(replaced_at=NOW, is_on=False)
    other.account.mode, other.account.is_on = ProviderAccount.Mode.TEST, True
    other.account.save()
    made = placed(nora, shop)
    page_of(nora, made)
    payment = Payment.objects.get(state="open")
    paid_by_link(till, payment)
    assert set(till.tell()) == {200}
    worker.drain()
    payment.refresh_from_db()
    assert payment.state == "captured"


def test_a_refund_of_the_other_mode_ends_no_refund_that_it_names(
    shop: Shop, nora: Visitor, till: Till, other: Till
) -> None:
    made = paid(nora, shop, till)
    payment = Payment.objects.get(order__number=made.number)
    ours = Refund.objects.create(payment=payment, amount=payment.amount, why="by_hand", look_at=NOW + timedelta(days=1))
    paid_by_link(other, payment)
    (charge,) = other.fake.book.all("ch")
    refund(other.fake.book, {"charge": charge["id"], "metadata": {"refund_id": str(ours.pk)}}, ends_as="succeeded")
    assert set(other.tell()) == {200}
    worker.drain()
    ours.refresh_from_db()
    assert (ours.state, ours.reference) == ("asked", "")
    assert {row.error for row in ProviderNotice.objects.filter(about="refund")} == {"no payment of ours"}


def test_only_what_the_company_signed_lately_is_kept(shop: Shop, till: Till) -> None:
    body = json.dumps({"id": "evt_1", "type": "payout.paid", "data": {"object": {"object": "payout", "id": "po_1"}}})
    at, secret = int(NOW.timestamp()), till.fake.webhooks.secret
    for header in (
        "",
        "t=,v1=",
        signature(body.encode(), "whsec_other", at),
        signature(body.encode(), secret, at - 301),
        signature(body.encode() + b" ", secret, at),
    ):
        assert send(body.encode(), header) == 403
    refused = ProviderNotice.objects.filter(about="refused")
    assert refused.filter(error="signature", account=None).count() == 5
    refused.delete()
    assert send(body.encode(), signature(body.encode(), secret, at)) == 200
    assert send(body.encode(), signature(body.encode(), secret, at)) == 200
    notice = ProviderNotice.objects.get()
    assert (notice.event_id, notice.about, notice.times, json.loads(notice.body)["id"]) == (
        "evt_1",
        "payout",
        2,
        "evt_1",
    )


def test_what_came_can_be_read_with_its_headers_and_why_it_was_refused(shop: Shop, till: Till, ada: Person) -> None:
    body = json.dumps({"id": "evt_1", "type": "payout.paid", "data": {"object": {"object": "payout", "id": "po_1"}}})
    header = signature(body.encode(), "whsec_old", int(NOW.timestamp()))
    assert send(body.encode(), header) == 403
    (row,) = ada.get("/payment-notices?about=refused").json()["items"]
    assert (row["error"], row["provider"], row["mode"], row["about"]) == ("signature", "stripe", "", "refused")
    seen = ada.get(f"/payment-notices/{row['id']}").json()
    assert (seen["body"], seen["headers"]["stripe-signature"]) == (body, header)
    assert "cookie" not in seen["headers"]
    till.account.keys = json.dumps({"secret_key": till.fake.secret_key, "webhook_secret": "whsec_old"})
    till.account.save()  # the secret was wrong; it is mended, and the message read anew
    shop.clock.move_to(NOW + timedelta(hours=1))
    again = ada.post(f"/payment-notices/{row['id']}/replay").json()
    assert (again["event_id"], again["about"], again["mode"]) == ("evt_1", "payout", "test")
    assert ada.get("/payment-notices?text=evt_").json()["items"][0]["id"] == row["id"]
    assert ada.get("/payment-notices?text=payout").json()["items"][0]["id"] == row["id"]
    assert ada.get("/payment-notices?text=refund").json()["items"] == []


def test_a_message_that_came_is_the_administrators(
    shop: Shop, till: Till, ada: Person, max_: Person, cleo: Person
) -> None:
    send(b"{}", "")
    key = ProviderNotice.objects.get().pk
    for person in (max_, cleo):
        assert person.get(f"/payment-notices/{key}").json()["code"] == "not_allowed"
    assert ada.get(f"/payment-notices/{till.account.pk}").json()["code"] == "not_found"


def test_who_sends_too_much_that_nobody_signed_is_not_listened_to(
    shop: Shop, nora: Visitor, till: Till, settings: Any
) -> None:
    settings.RATE_LIMITS_LIFTED = False
    statuses = [send(b"{}", "") for _ in range(62)]
    assert (statuses[59], statuses[60], statuses[61]) == (403, 429, 429)
    assert ProviderNotice.objects.count() == 60
    notices_later = NOW + timedelta(minutes=11)
    shop.clock.move_to(notices_later)
    assert send(b"{}", "") == 403


def test_what_nobody_signed_is_cut_and_forgotten(shop: Shop, till: Till) -> None:
    send(b"x" * 100_000, "")
    assert send(b"x" * 600_000, "") == 403
    small, large = ProviderNotice.objects.order_by("created_at", "pk")
    assert ({len(small.body), len(large.body)}, {small.error, large.error}) == ({20_000}, {"signature", "too_large"})
    arriving.forget_refused(now=NOW + timedelta(days=29))
    assert ProviderNotice.objects.count() == 2
    arriving.forget_refused(now=NOW + timedelta(days=31))
    assert ProviderNotice.objects.count() == 0


def test_no_company_of_that_name_takes_messages(shop: Shop, till: Till) -> None:
    assert Person().post("/payment-webhooks/nobody", {}).status_code == 403


def test_while_the_company_does_not_answer_a_message_waits(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    till.tell()
    till.fake.down = [500] * 40
    worker.drain()
    assert (order_of(made).state, ProviderNotice.objects.filter(handled_at=None).exists()) == ("placed", True)
    till.fake.down = []
    shop.clock.move_to(NOW + timedelta(minutes=3))
    worker.drain()
    assert order_of(made).state == "confirmed"
    assert till.agrees()


class Silent:
    """A company that has to be asked whether a message is its own, and does not answer."""

    def __init__(self) -> None:
        self.asked = 0

    def read_notices(self, body: bytes, headers: dict[str, str], *, now: datetime) -> tuple[Notice, ...]:
        self.asked += 1
        raise ProviderDown("timeout")


@pytest.fixture
def silent(till: Till, monkeypatch: pytest.MonkeyPatch) -> Silent:
    found = Silent()
    monkeypatch.setattr(arriving, "company", lambda account: found)
    return found


def test_of_those_that_wait_for_its_answer_only_so_many_are_kept(
    shop: Shop, silent: Silent, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.RATE_LIMITS_LIFTED = False
    monkeypatch.setattr(arriving, "WAITING", replace(arriving.WAITING, count=3))
    assert [send(b"{}", "") for _ in range(5)] == [200, 200, 200, 429, 429]
    assert (ProviderNotice.objects.filter(about="unread").count(), silent.asked) == (3, 3)
    shop.clock.move_to(NOW + timedelta(minutes=11))
    assert send(b"{}", "") == 200


def test_what_was_never_read_is_forgotten_too(shop: Shop, silent: Silent) -> None:
    send(b"{}", "")
    arriving.forget_refused(now=NOW + timedelta(days=29))
    assert ProviderNotice.objects.count() == 1
    arriving.forget_refused(now=NOW + timedelta(days=31))
    assert ProviderNotice.objects.count() == 0


def test_one_about_nothing_of_ours_says_so_and_can_be_handled_anew(shop: Shop, till: Till, ada: Person) -> None:
    stranger = till.fake.book.make(
        "re", amount=1, currency="gbp", charge="ch_x", metadata={}, status="succeeded", balance_transaction=None
    )
    till.fake.book.tell("refund.created", stranger)
    till.tell()
    worker.drain()
    notice = ProviderNotice.objects.get()
    assert (notice.handled_at, notice.error) == (None, "no payment of ours")
    answer = ada.post(f"/payment-notices/{notice.pk}/replay")
    assert (answer.status_code, answer.json()["error"]) == (200, "no payment of ours")
    till.fake.down = [500] * 4
    assert ada.post(f"/payment-notices/{notice.pk}/replay").json()["code"] == "payment_company_silent"


def test_the_list_is_the_administrators(shop: Shop, till: Till, ada: Person, max_: Person, cleo: Person) -> None:
    till.fake.book.tell("payout.paid", till.fake.book.make("po", amount=1, currency="gbp"))
    till.tell()
    assert [each["kind"] for each in ada.get("/payment-notices").json()["items"]] == ["payout.paid"]
    assert ada.get("/payment-notices?provider=paypal").json()["items"] == []
    for person in (max_, cleo):
        assert person.get("/payment-notices").json()["code"] == "not_allowed"


@pytest.mark.parametrize("decision", ["won", "lost"])
def test_a_dispute_takes_the_money_and_its_end_decides(
    shop: Shop, nora: Visitor, till: Till, decision: str, ada: Person
) -> None:
    made = paid(nora, shop, till)
    opened = dispute(till.fake.book, till.fake.book.all("ch")[0], "fraudulent")
    till.tell(times=2)
    worker.drain()
    row = Dispute.objects.get()
    assert (row.stage, row.amount, row.fee_amount, row.reason) == ("needs_response", 4_000, 2_000, "fraudulent")
    assert row.respond_by == NOW + timedelta(days=7)
    assert balance(Role.DISPUTES, "GBP", "stripe") == 4_000
    assert till.agrees()
    decide(till.fake.book, opened, decision)
    till.tell(backwards=True)
    worker.drain()
    row.refresh_from_db()
    assert (row.stage, row.closed_at is None) == (decision, False)
    assert balance(Role.DISPUTES, "GBP", "stripe") == (0 if decision == "won" else 4_000)
    assert Entry.objects.filter(kind="dispute_fee").count() == 1
    assert till.agrees()
    seen = ada.get("/payments").json()["items"][0]
    assert (seen["order_number"], seen["disputes"][0]["stage"]) == (made.number, decision)


def test_disputed_at_once_by_the_customers_bank(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made), DISPUTED)
    assert check(nora, made)["state"] == "captured"
    till.tell()
    worker.drain()
    assert Dispute.objects.get().stage == "needs_response"
    assert till.agrees()


def test_lost_messages_are_told_by_asking(shop: Shop, nora: Visitor, till: Till) -> None:
    till.fake.webhooks.trouble = Trouble.LOST
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    assert till.tell() == []
    shop.clock.move_to(NOW + timedelta(minutes=36))
    worker.drain()
    assert order_of(made).state == "confirmed"


def test_a_dispute_of_another_amount_than_at_first_is_booked_by_the_difference(
    shop: Shop, nora: Visitor, till: Till
) -> None:
    made = paid(nora, shop, till)
    charge = Payment.objects.get(order=order_of(made), state="captured")
    first = DisputeStanding("du_1", charge.charge, "needs_response", "fraudulent", 3_000, "GBP", 1_500, None, NOW)
    for standing in (first, first, replace(first, amount=4_000, fee_amount=2_000), replace(first, amount=1_000)):
        disputes.book(payment_id=charge.pk, standing=standing, now=NOW)
    assert (balance(Role.DISPUTES, "GBP", "stripe"), balance(Role.FEES, "GBP", "stripe")) == (1_000, 80 + 1_500)
    disputes.book(payment_id=charge.pk, standing=replace(first, amount=1_000, stage="won"), now=NOW)
    assert balance(Role.DISPUTES, "GBP", "stripe") == 0
    assert broken_laws() == []


def test_a_fee_that_comes_late_is_asked_for(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    till.pay(page_of(nora, made))
    (charge,) = till.fake.book.all("ch")
    kept, charge["balance_transaction"] = charge["balance_transaction"], None
    assert check(nora, made)["state"] == "captured"
    assert Payment.objects.get(state="captured").fee_amount is None
    charge["balance_transaction"] = kept
    worker.drain()
    shop.clock.move_to(NOW + timedelta(hours=2))
    worker.drain()
    assert Payment.objects.get(state="captured").fee_amount == 80
    assert till.agrees()
