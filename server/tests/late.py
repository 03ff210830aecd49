"""What a bank sends back of our refunds when much has happened since: called off, put back, paid again; and what must agree."""

from __future__ import annotations

from typing import Any

from almanac.invoices.tests.laws import broken_documents
from almanac.outbox import worker
from almanac.payments.models import LineShare, Payment, Refund
from almanac.payments.queries import refundable
from almanac.sales.models import Order
from almanac.scheduling.models import Appointment
from fakes.stripe.money import end_refund
from tests.cast import Person
from tests.shop import Booked, Visitor
from tests.tills import VISA, Till, order_of, page_of


def call_off(who: Person, visit: Appointment, token: str = "") -> None:
    answer = who.post(f"/appointments/{visit.pk}/cancel", {}, x_order_token=token)
    assert answer.status_code == 204, answer.content
    worker.drain()


def put_back(ada: Person, visit: Appointment) -> None:
    told = ada.get(f"/appointments/{visit.pk}/restoration").json()
    assert ada.post(f"/appointments/{visit.pk}/restore", {"token": told["token"]}).status_code == 200
    worker.drain()


def pay_again(nora: Visitor, till: Till, made: Booked) -> None:
    till.pay(page_of(nora, made), VISA)
    (payment,) = Payment.objects.filter(order__number=made.number, state="open")
    assert nora.post(f"/payments/{payment.pk}/check", {}).json()["state"] == "captured"
    worker.drain()


def came_back(till: Till, number: int = 0) -> None:
    """The bank returns one of our refunds, the first of them or another one, and the company tells."""
    till.tell()
    reference = Refund.objects.exclude(reference="").order_by("created_at", "pk")[number].reference
    end_refund(till.fake.book, till.fake.book.get("re", reference), "failed")
    assert set(till.tell()) == {200}
    worker.drain()


def give_back(ada: Person, made: Booked, amount: int) -> Any:
    line = order_of(made).lines.get()
    body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "late"}
    answer = ada.post(f"/orders/{made.number}/refunds", body)
    worker.drain()
    return answer


def otherwise(ada: Person, row: Refund) -> Any:
    answer = ada.post(f"/refunds/{row.pk}/otherwise", {"way": "cash"})
    worker.drain()
    return answer


def agrees(till: Till, order: Order) -> bool:
    """Company, lines, payments and documents say the same."""
    order.refresh_from_db()
    assert broken_documents() == []
    for line in order.lines.all():
        shares = list(LineShare.objects.filter(line=line))
        assert sum(share.amount - share.refunded_amount for share in shares) <= line.paid_amount <= line.total_amount
        assert refundable(line.pk) <= line.paid_amount
    for payment in order.payments.filter(state="captured"):
        gone = sum(payment.refunds.exclude(state="failed").values_list("amount", flat=True))
        assert payment.refunded_amount == gone
        of_lines = sum(payment.shares.values_list("amount", flat=True))
        assert of_lines + payment.surplus_amount == payment.for_the_order
    return till.agrees()
