"""PayPal and GoCardless behind the product: orders are paid and stand, the books say what the company's own book says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Thread
from typing import Any

import httpx
import pytest

from almanac.kit.errors import InvalidInput
from almanac.ledger.models import Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.models import Dispute, Payment, ProviderAccount, ProviderNotice
from almanac.payments.providers.gocardless import GOCARDLESS
from almanac.payments.providers.kinds import ProviderKind
from almanac.payments.providers.paypal import PAYPAL
from almanac.payments.queries import account_for
from fakes.gocardless import payments as debits
from fakes.gocardless.accounts import SORT_CODE
from fakes.gocardless.book import DAY
from fakes.gocardless.days import lapse
from fakes.gocardless.server import Fake as GoCardlessFake
from fakes.paypal.server import Fake as PayPalFake
from fakes.serving import Company
from tests.cast import Person
from tests.shop import NOW, Booked, Shop, Visitor
from tests.tills import check, order_of, page_of

pytestmark = pytest.mark.django_db


@dataclass
class Line:
    """One company's end, and how its messages come to us."""

    fake: Company
    provider: str
    method: str

    def tell(self) -> list[int]:
        stranger = Person()
        return [
            stranger.client.post(
                f"/api/payment-webhooks/{self.provider}",
                data=body,
                content_type="application/json",
                headers={name.lower(): value for name, value in headers.items() if name != "Content-Type"},
            ).status_code
            for body, headers in self.fake.telling.messages()
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
        return balance(Role.CLEARING, "GBP", self.provider) == self.theirs()

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
