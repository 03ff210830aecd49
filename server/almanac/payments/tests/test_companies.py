"""PayPal and GoCardless behind the product: orders are paid and stand, the books say what the company's own book says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from threading import Thread
from typing import Any

import httpx
import pytest

from almanac.business.models import Setting
from almanac.kit.errors import InvalidInput
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.accounts import company
from almanac.payments.actions import notices
from almanac.payments.models import Dispute, Payment, ProviderAccount, ProviderNotice, Refund, Review
from almanac.payments.providers.gocardless import GOCARDLESS
from almanac.payments.providers.kinds import ProviderKind
from almanac.payments.providers.online import ProviderRefused
from almanac.payments.providers.paypal import NEEDED, PAYPAL, SIGNED_WITH
from almanac.payments.queries import account_for
from fakes.gocardless import payments as debits
from fakes.gocardless.accounts import SORT_CODE
from fakes.gocardless.book import DAY
from fakes.gocardless.days import lapse
from fakes.gocardless.server import Fake as GoCardlessFake
from fakes.paypal import money
from fakes.paypal.server import Fake as PayPalFake
from fakes.serving import Company
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import check, order_of, page_of

pytestmark = pytest.mark.django_db


@dataclass
class Line:
    """One company's end, and how its messages come to us."""

    fake: Company
    provider: str
    method: str

    def tell(self, times: int = 1) -> list[int]:
        stranger = Person()
        return [
            stranger.client.post(
                headers.get(":path", f"/api/payment-webhooks/{self.provider}"),
                data=body,
                content_type=headers["Content-Type"],
                headers={name.lower(): value for name, value in headers.items() if name.istitle() or name.isupper()},
            ).status_code
            for body, headers in self.fake.telling.messages() * times
        ]

    def told(self) -> None:
        """All that was kept comes, and is looked after."""
        assert set(self.tell()) <= {200}
        worker.drain()
        assert not ProviderNotice.objects.exclude(error="").exists(), ProviderNotice.objects.values_list(
            "kind", "error"
        )

    def placed(self, visitor: Visitor, shop: Shop) -> Booked:
        visitor.ready(shop)
        answer = visitor.book(payment_method=self.method)
        assert answer.status_code == 200, answer.content
        return Booked(**answer.json())

    def agrees(self) -> bool:
        assert broken_laws() == []
        """What was paid out is in our bank, and the debit company's balance counts it still."""
        here = balance(Role.CLEARING, "GBP", self.provider)
        return here + (balance(Role.BANK, "GBP") if self.provider == "gocardless" else 0) == self.theirs()

    def theirs(self) -> int:
        return int(self.fake.book.balances().get("GBP", 0))  # type: ignore[attr-defined]


def line(shop: Shop, kind: ProviderKind, method: str, fake: Company, keys: dict[str, str]) -> Line:
    ProviderAccount.objects.create(
        provider=kind.name, mode=ProviderAccount.Mode.TEST, keys=json.dumps(keys), api_url=fake.url, is_on=True
    )
    return Line(fake, kind.name, method)


@pytest.fixture
def paypal(shop: Shop) -> Iterator[Line]:
    with PayPalFake(clock=NOW.timestamp) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        keys = {
            "environment": "sandbox",
            "client_id": fake.tokens.client_id,
            "client_secret": fake.tokens.client_secret,
        }
        yield line(shop, PAYPAL, "paypal", fake, {**keys, "webhook_id": fake.webhooks.webhook_id})
        fake.shutdown()


@pytest.fixture
def debit(shop: Shop) -> Iterator[Line]:
    with GoCardlessFake(clock=NOW.timestamp) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        keys = {"access_token": fake.rest.access_token, "webhook_secret": fake.webhooks.secret}
        yield line(shop, GOCARDLESS, "bank_debit", fake, keys)
        fake.shutdown()


def caught_up(shop: Shop, hours: int) -> None:
    """The companies' own lists are read."""
    shop.clock.move_to(NOW + timedelta(hours=hours))
    notices.catch_up(now=NOW + timedelta(hours=hours))
    worker.drain()


def approve(url: str, instrument: str = "balance") -> None:
    assert httpx.post(url, data={"step": "pay", "instrument": instrument}).status_code == 303


def agree(url: str, number: str = "55779911") -> None:
    account = {"account_holder_name": "Sam Sample", "sort_code": SORT_CODE, "account_number": number}
    assert httpx.post(url, data={"step": "agree", **account}).status_code == 303


def days(line: Line, count: float) -> None:
    book: Any = line.fake.book  # type: ignore[attr-defined]
    book.ahead += count * DAY
    lapse(book)
    line.told()


def state(made: Booked) -> tuple[str, str]:
    return order_of(made).state, Payment.objects.get(order__number=made.number, state__in=STATES).state


STATES = ("open", "pending", "captured", "failed")


def test_paid_by_paypal_whoever_tells_first(shop: Shop, nora: Visitor, paypal: Line) -> None:
    made = paypal.placed(nora, shop)
    approve(page_of(nora, made, "paypal"))
    assert check(nora, made)["state"] == "captured"
    worker.drain()
    paypal.told()
    paypal.told()
    assert state(made) == ("confirmed", "captured")
    assert paypal.agrees()


def test_a_closed_browser_and_paypals_message_alone(shop: Shop, nora: Visitor, paypal: Line) -> None:
    made = paypal.placed(nora, shop)
    approve(page_of(nora, made, "paypal"))
    paypal.told()
    assert state(made) == ("confirmed", "captured")
    paypal.told()
    assert paypal.agrees()


def test_declined_at_paypal_the_page_stays(shop: Shop, nora: Visitor, paypal: Line) -> None:
    made = paypal.placed(nora, shop)
    page = page_of(nora, made, "paypal")
    approve(page, "declined")
    assert (check(nora, made)["state"], Payment.objects.get().decline) == ("open", "declined")
    assert page_of(nora, made, "paypal") == page
    approve(page)
    assert check(nora, made)["state"] == "captured"
    assert paypal.agrees()


def test_paypals_refund_of_its_own_page_and_a_dispute_are_found_without_messages(
    shop: Shop, nora: Visitor, paypal: Line
) -> None:
    made = paypal.placed(nora, shop)
    approve(page_of(nora, made, "paypal"))
    check(nora, made)
    worker.drain()
    fake: Any = paypal.fake
    (capture,) = fake.book.captures.values()
    money.refund(fake.book, capture, {"amount": {"currency_code": "GBP", "value": "15.00"}}, ends_as="COMPLETED")
    fake.telling.messages()  # lost
    caught_up(shop, 1)
    assert (Refund.objects.get().why, order_of(made).paid_amount, paypal.agrees()) == ("elsewhere", 2_500, True)
    back = next(iter(fake.book.refunds.values()))
    money.end_refund(fake.book, back, "FAILED")
    fake.telling.messages()
    caught_up(shop, 2)
    assert (Refund.objects.get().state, order_of(made).paid_amount, paypal.agrees()) == ("failed", 4_000, True)
    fake.book.told = lambda event: None
    httpx.post(f"{fake.url}/_control/dispute", json={"capture": capture["id"], "chargeback": True})
    fake.book.events.clear()  # where no webhook is, nothing is listed but the dispute itself
    ProviderAccount.objects.update(read_until=NOW)
    caught_up(shop, 3)
    assert (Dispute.objects.get().stage, paypal.agrees()) == ("needs_response", True)


def test_paypals_message_waits_for_paypal_to_say_that_it_is_its_own(
    shop: Shop, nora: Visitor, ada: Person, paypal: Line
) -> None:
    made = paypal.placed(nora, shop)
    approve(page_of(nora, made, "paypal"))
    paypal.fake.down = [503] * 20
    assert set(paypal.tell()) == {200}
    assert not ProviderNotice.objects.exclude(about="unread", account=None).exists()
    paypal.fake.down = []
    shop.clock.move_to(NOW + timedelta(minutes=1))
    worker.drain()
    assert not ProviderNotice.objects.filter(about="unread").exists()
    assert state(made) == ("confirmed", "captured")


def test_paypal_is_not_asked_about_what_cannot_be_its_own(shop: Shop, paypal: Line) -> None:
    headers = dict.fromkeys(SIGNED_WITH.values(), "x")
    fake: Any = paypal.fake
    fake.down = [503] * 20  # had it been asked, the message would wait for its answer
    answer = Person().client.post(
        "/api/payment-webhooks/paypal", data=b'{"id": "WH-1"}', content_type="application/json", headers=headers
    )
    assert (answer.status_code, ProviderNotice.objects.get().error) == (403, "signature")


def test_whose_keys_they_are_and_what_is_not_told(shop: Shop, paypal: Line, debit: Line) -> None:
    for account in ProviderAccount.objects.all():
        speaking = company(account)
        assert speaking.known_as() in ("CR123", json.loads(account.keys).get("client_id"))
    fake: Any = paypal.fake
    speaking = company(ProviderAccount.objects.get(provider="paypal"))
    fake.webhooks.address = "https://here.example/hook"
    assert speaking.missing_events("https://here.example/hook") == ()
    assert speaking.missing_events("https://there.example/hook") == NEEDED
    fake.webhooks.kinds = ["PAYMENT.CAPTURE.COMPLETED"]
    assert "CUSTOMER.DISPUTE.CREATED" in speaking.missing_events("https://here.example/hook")
    fake.webhooks.webhook_id = "ANOTHER"
    with pytest.raises(ProviderRefused):
        speaking.known_as()


def test_a_debit_is_paid_out_to_our_bank_and_found_without_messages(shop: Shop, nora: Visitor, debit: Line) -> None:
    made = debit.placed(nora, shop)
    agree(page_of(nora, made, "bank_debit"))
    check(nora, made)
    book: Any = debit.fake.book  # type: ignore[attr-defined]
    book.ahead += 4 * DAY
    lapse(book)
    debit.fake.telling.messages()  # lost
    shop.clock.move_to(NOW + timedelta(days=4))
    notices.catch_up(now=NOW + timedelta(days=4))
    worker.drain()
    assert state(made) == ("confirmed", "captured")
    assert (balance(Role.CLEARING, "GBP", "gocardless"), balance(Role.BANK, "GBP") > 0) == (0, True)
    assert debit.agrees()


def test_a_debit_may_be_looked_at_first_and_goes_back_when_it_was_refused(
    shop: Shop, nora: Visitor, ada: Person, debit: Line
) -> None:
    Setting.objects.update_or_create(
        business=shop.business, group="review", defaults={"values": {"most_by_email": 1, "review_hours": 24}}
    )
    first = debit.placed(nora, shop)
    agree(page_of(nora, first, "bank_debit"))
    check(nora, first)
    assert order_of(first).state == "confirmed"
    nora.ready(shop, WEDNESDAY_TEN + timedelta(days=1))
    second = Booked(**nora.book(payment_method="bank_debit").json())
    agree(page_of(nora, second, "bank_debit"))
    (payment,) = Payment.objects.filter(order=order_of(second), state="open")
    assert nora.post(f"/payments/{payment.pk}/check", {}).json()["state"] == "pending"
    worker.drain()
    review = Review.objects.get()
    assert (order_of(second).state, review.reasons) == ("placed", ["many_by_email"])
    assert ada.post(f"/payment-reviews/{review.pk}/refuse").status_code == 200
    worker.drain()
    assert order_of(second).state == "cancelled"
    days(debit, 4)
    worker.drain()
    assert [(each.why, each.amount) for each in Refund.objects.all()] == [("surplus", 4_000)]
    assert debit.agrees()


def test_paypal_gives_back_and_takes_back(shop: Shop, nora: Visitor, ada: Person, paypal: Line) -> None:
    made = paypal.placed(nora, shop)
    approve(page_of(nora, made, "paypal"))
    check(nora, made)
    worker.drain()
    payment = Payment.objects.get()
    httpx.post(f"{paypal.fake.url}/_control/dispute", json={"capture": payment.charge, "chargeback": True})
    paypal.told()
    assert (Dispute.objects.get().stage, paypal.agrees()) == ("needs_response", True)
    key = Dispute.objects.get().reference
    httpx.post(f"{paypal.fake.url}/_control/decide", json={"id": key, "outcome": "RESOLVED_SELLER_FAVOUR"})
    paypal.told()
    assert (Dispute.objects.get().stage, paypal.agrees()) == ("won", True)


def test_a_debit_stands_while_it_is_pending_and_is_booked_when_it_came(shop: Shop, nora: Visitor, debit: Line) -> None:
    made = debit.placed(nora, shop)
    agree(page_of(nora, made, "bank_debit"))
    assert check(nora, made)["state"] == "pending"
    worker.drain()
    assert state(made) == ("confirmed", "pending")
    assert debit.agrees()
    days(debit, 3)
    assert state(made) == ("confirmed", "captured")
    assert debit.agrees()
    days(debit, 1)
    assert Payment.objects.get().fee_amount is not None
    assert debit.agrees()


def test_a_debit_that_does_not_come_is_owed_again(shop: Shop, nora: Visitor, debit: Line) -> None:
    made = debit.placed(nora, shop)
    agree(page_of(nora, made, "bank_debit"), "11111111")
    debit.told()
    days(debit, 3)
    assert state(made) == ("confirmed", "failed")
    assert Payment.objects.filter(state="failed").get().decline == "insufficient_funds"
    assert debit.agrees()


@pytest.mark.parametrize(("is_paid_out", "reason"), [(False, "failed"), (True, "failed"), (True, "charged_back")])
def test_what_a_bank_takes_back_leaves_the_books(
    shop: Shop, nora: Visitor, debit: Line, is_paid_out: bool, reason: str
) -> None:
    made = debit.placed(nora, shop)
    agree(page_of(nora, made, "bank_debit"))
    debit.told()
    days(debit, 4 if is_paid_out else 3)
    book: Any = debit.fake.book  # type: ignore[attr-defined]
    (payment,) = book.things["payments"].values()
    debits.move(book, payment, reason, cause="refer_to_payer")
    debit.told()
    assert Dispute.objects.get().stage == ("lost" if reason == "failed" else "under_review")
    assert debit.agrees()


def test_a_debit_is_offered_only_in_currencies_that_banks_take(shop: Shop, nora: Visitor, debit: Line) -> None:
    assert nora.get("/payment-methods?currency=GBP").json() == ["bank_debit"]
    assert nora.get("/payment-methods?currency=UAH").json() == []
    shop.call.currency = "UAH"
    shop.call.save()
    nora.place()
    nora.want(shop.call)
    assert "bank_debit" not in nora.basket()["payment_methods"]
    with pytest.raises(InvalidInput):
        account_for("bank_debit", "UAH")
    assert account_for("bank_debit", "EUR").provider == "gocardless"
