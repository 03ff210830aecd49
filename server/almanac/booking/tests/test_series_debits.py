"""Later visits of a subscription charged by a bank debit that its customer keeps: paid when the bank has paid, days later; and
where the bank does not pay, told and tried again as with a card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from threading import Thread
from typing import Any

import pytest
from django.core import mail

from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import DueCharge, KeptMethod, Payment
from almanac.payments.providers.gocardless import GOCARDLESS
from almanac.payments.tests.test_companies import Line, agree, line
from almanac.sales.models import OrderLine
from fakes.gocardless.book import DAY
from fakes.gocardless.days import lapse
from fakes.gocardless.server import Fake
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import check, order_of, page_of

pytestmark = pytest.mark.django_db
POOR = "11111111"
DUE = WEDNESDAY_TEN + timedelta(days=12)  # of the second visit, two days before it


@pytest.fixture
def bank(shop: Shop) -> Iterator[Line]:
    with Fake(clock=NOW.timestamp) as fake:
        Thread(target=fake.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        keys = {"access_token": fake.rest.access_token, "webhook_secret": fake.webhooks.secret}
        yield line(shop, GOCARDLESS, "bank_debit", fake, keys)
        fake.shutdown()


@pytest.fixture
def by_debit(shop: Shop, cleo: Person, bank: Line) -> Booked:
    """Three months every two weeks; the first visit is paid by the mandate that was given with the order."""
    visitor = Visitor(cleo.user, cleo.customer_row, client=cleo.client)
    visitor.ready(shop)
    visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", {"frequency": "weekly", "every": 2, "months": 3})
    answer = visitor.book(payment_method="bank_debit")
    assert answer.status_code == 200, answer.content
    made = Booked(**answer.json())
    agree(page_of(visitor, made, "bank_debit"))
    assert check(visitor, made)["state"] == "pending"
    days_later(shop, bank, 4)
    return made


def days_later(shop: Shop, bank: Line, days: float) -> None:
    """So many days after the beginning: banks did their work, the company told, the worker worked."""
    shop.clock.move_to(NOW + timedelta(days=days))
    book: Any = bank.fake.book  # type: ignore[attr-defined]
    book.ahead = days * DAY
    lapse(book)
    bank.told()
    worker.drain()


def since_beginning(moment: Any) -> float:
    return float((moment - NOW) / timedelta(days=1))


def paid(made: Booked) -> list[int]:
    lines = OrderLine.objects.filter(order__number=made.number).order_by("position")
    return list(lines.values_list("paid_amount", flat=True))


def bank_has(bank: Line, number: str) -> None:
    """From now on the customer's account is this one of the stand-in's."""
    book: Any = bank.fake.book  # type: ignore[attr-defined]
    for account in book.things["customer_bank_accounts"].values():
        account["_digits"] = account["_digits"][:-8] + number


def told(name: str) -> list[dict[str, Any]]:
    return [event.payload for event in EventRow.objects.filter(name=name).order_by("at", "pk")]


def test_the_mandate_is_kept_and_a_later_visit_is_paid_when_the_bank_has_paid(
    shop: Shop,
    by_debit: Booked,
    bank: Line,
) -> None:
    kept = KeptMethod.objects.get()
    assert (kept.method, kept.removed_at, paid(by_debit)) == ("bank_debit", None, [4_000] + [0] * 6)
    days_later(shop, bank, since_beginning(DUE))
    charge = DueCharge.objects.order_by("due_at")[0]
    assert charge.payment is not None
    assert (charge.state, charge.payment.state, charge.payment.kept) == ("trying", "pending", kept)
    assert paid(by_debit)[1] == 0
    days_later(shop, bank, since_beginning(DUE) + 1)  # nobody asks the bank a second time
    assert Payment.objects.filter(kept=kept).count() == 1
    days_later(shop, bank, since_beginning(DUE) + 5)
    charge.refresh_from_db()
    assert (charge.state, paid(by_debit)) == ("paid", [4_000, 4_000] + [0] * 5)
    assert Payment.objects.filter(kept=kept, state="captured").count() == 1
    assert told("payments.charge_failed") == []
    assert bank.agrees()


def test_a_debit_the_bank_refuses_is_told_and_tried_again_like_a_card(
    shop: Shop,
    by_debit: Booked,
    bank: Line,
) -> None:
    bank_has(bank, POOR)
    mail.outbox.clear()
    days_later(shop, bank, since_beginning(DUE))
    days_later(shop, bank, since_beginning(DUE) + 3)
    charge = DueCharge.objects.order_by("due_at")[0]
    assert (charge.state, charge.tries, charge.decline, paid(by_debit)[1]) == ("failed", 1, "insufficient_funds", 0)
    seen = Visitor().get(f"/orders/{by_debit.number}", x_order_token=by_debit.token).json()
    assert next((each["method"], each["decline"]) for each in seen["charges"]) == ("bank_debit", "insufficient_funds")
    assert [(fact["tries"], fact["decline"]) for fact in told("payments.charge_failed")] == [(1, "insufficient_funds")]
    assert order_of(by_debit).customer.email in [to for letter in mail.outbox for to in letter.to]
    assert any("/track/#" in letter.body for letter in mail.outbox)
    assert not EventRow.objects.filter(name="payments.payment_broken").exists()  # told once, by the charge
    assert charge.next_try_at is not None
    bank_has(bank, "55779911")
    again = since_beginning(charge.next_try_at)
    days_later(shop, bank, again)
    assert DueCharge.objects.get(pk=charge.pk).state == "trying"
    days_later(shop, bank, again + 5)
    charge.refresh_from_db()
    assert (charge.state, charge.tries, paid(by_debit)[1]) == ("paid", 2, 4_000)
    assert bank.agrees()


def test_after_the_last_try_its_visits_pause(
    shop: Shop,
    by_debit: Booked,
    bank: Line,
) -> None:
    bank_has(bank, POOR)
    days_later(shop, bank, since_beginning(DUE))
    for _ in range(4):
        charge = DueCharge.objects.order_by("due_at")[0]
        if charge.next_try_at:
            days_later(shop, bank, since_beginning(charge.next_try_at))
            days_later(shop, bank, since_beginning(charge.next_try_at) + 3)
    charge = DueCharge.objects.order_by("due_at")[0]
    assert (charge.state, charge.tries) == ("given_up", 4)
    assert len(told("payments.charge_given_up")) == 1
    ahead = OrderLine.objects.filter(order__number=by_debit.number, occurs_on__gt="2026-04-15")
    assert {line.appointment.state for line in ahead if line.appointment} == {"cancelled"}
    assert bank.agrees()
