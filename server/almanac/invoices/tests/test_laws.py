"""Whatever was ordered, paid, given back and called off: invoice = order = paid = books, to the penny."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from almanac.catalog.models import Offering, Service, Venue
from almanac.invoices.models import Invoice
from almanac.invoices.queries.statements import statement
from almanac.invoices.tests.laws import broken_documents, is_settled, total
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.sales.models import Order
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, make_service

pytestmark = pytest.mark.django_db
STEP = st.tuples(
    st.sampled_from(["take", "take all", "give back", "call off", "team calls off", "late", "work"]),
    st.integers(1, 5_000),
)
LINE = st.tuples(st.integers(0, 9_999), st.sampled_from([0, 500, 1_750, 2_000]), st.integers(0, 2))


def made_service(shop: Shop, number: int, price: int, rate: int) -> Service:
    """One more service like the clean, of this price and rate, by Sam."""
    service = make_service(shop.business, shop.clean.category, f"clean-{number}", price, Venue.CUSTOMER)
    Service.objects.filter(pk=service.pk).update(tax_rate_bp=rate)
    Offering.objects.create(service=service, staff_member=shop.sam)
    shop.oven.services.add(service)
    return service


def ordered(shop: Shop, lines: list[tuple[int, int, int]]) -> Booked:
    """An order of these prices and rates, with extras."""
    visitor = Visitor()
    visitor.place()
    for number, (price, rate, extras) in enumerate(lines):
        service = made_service(shop, number, price, rate)
        more = {"extras": [{"extra_id": str(shop.oven.pk), "quantity": extras}]} if extras else {}
        assert visitor.want(service, **more).status_code == 200
        at = WEDNESDAY_TEN + timedelta(days=number)
        assert visitor.hold(at, line=number, staff=shop.sam).status_code == 200
    visitor.type_in()
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def lived(ada: Person, shop: Shop, made: Booked, steps: list[tuple[str, int]]) -> None:
    """What the team, the customer and the clock do; refusals are answers too."""
    for what, amount in steps:
        order = made.order
        lines, owed = list(order.lines.order_by("position")), order.total_amount - order.paid_amount
        line = lines[amount % len(lines)]
        if what in ("take", "take all"):
            body: dict[str, Any] = {"method": "cash", "amount": amount if what == "take" else max(owed, 1)}
            ada.post(f"/orders/{made.number}/takings", body)
        elif what == "give back":
            body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "late"}
            answer = ada.post(f"/orders/{made.number}/refunds", body)
            for refund in answer.json() if answer.status_code == 200 else []:
                assert ada.post(f"/refunds/{refund['id']}/given").status_code == 200
        elif what in ("call off", "team calls off"):
            person = ada if what.startswith("team") else Person()
            person.post(f"/appointments/{line.appointment_id}/cancel", {}, x_order_token=made.token)
        elif what == "late":
            shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=20))
        else:
            worker.drain()


# The machine of money looks at these laws too, after every run.
@settings(max_examples=200 if settings().max_examples > 1_000 else 20)
@given(lines=st.lists(LINE, min_size=1, max_size=3), steps=st.lists(STEP, max_size=7))
def test_invoice_is_order_is_paid_is_books(
    shop: Shop, ada: Person, lines: list[tuple[int, int, int]], steps: list[tuple[str, int]]
) -> None:
    with transaction.atomic():
        try:
            shop.clock.move_to(NOW)
            made = ordered(shop, lines)
            if steps[:1] != [("work", 1)]:
                worker.drain()
            lived(ada, shop, made, steps)
            for refund in [
                each for payment in made.order.payments.all() for each in payment.refunds.filter(state="asked")
            ]:
                ada.post(f"/refunds/{refund.pk}/given")
            worker.drain()
            assert broken_documents() == []
            assert_agreed(shop, ada, made.order)
        finally:
            shop.clock.move_to(NOW)
            transaction.set_rollback(True)


def assert_agreed(shop: Shop, ada: Person, order: Order) -> None:
    day = NOW.date()
    told = statement(
        ada.actor,
        customer_id=order.customer_id,
        business="valclean",
        first_on=day,
        last_on=day + timedelta(days=9),
    )
    assert told.closing_amount == total("total_amount") - order.paid_amount
    if not order.paid_amount and not Invoice.objects.exists():
        return
    if is_settled():
        seller = f"business:{shop.business.pk}"
        assert balance(Role.TAX, "GBP", seller) == total("tax_amount")
        assert balance(Role.REVENUE, "GBP", seller) == total("net_amount")
