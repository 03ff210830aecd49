"""Where prices are written without tax, the invoice says net, rate, tax and total as the order does."""

from __future__ import annotations

from datetime import timedelta

import pytest

from almanac.business.models import Setting
from almanac.invoices.models import Invoice, Kind
from almanac.outbox import worker
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, page_of

pytestmark = pytest.mark.django_db


def test_the_invoice_and_its_credit_note_are_as_sold(shop: Shop, nora: Visitor, till: Till) -> None:
    Setting.objects.create(business=shop.business, group="prices", values={"prices_with_tax": False})
    shop.call.tax_rate_bp, shop.call.price_amount = 500, 2_510
    shop.call.save()
    nora.ready(shop)
    nora.want(shop.call)
    nora.hold(WEDNESDAY_TEN + timedelta(hours=3), line=1, staff=shop.sam)
    made = Booked(**nora.book(payment_method="card").json())
    till.pay(page_of(nora, made))
    check(nora, made)
    worker.drain()
    found = Invoice.objects.get()
    assert (found.net_amount, found.tax_amount, found.total_amount) == (6_510, 926, 7_436)
    lines = [(line.net_amount, line.tax_rate_bp, line.tax_amount, line.total_amount) for line in found.lines.all()]
    assert lines == [(4_000, 2_000, 800, 4_800), (2_510, 500, 126, 2_636)]
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    note = Invoice.objects.get(kind=Kind.CREDIT_NOTE)
    assert (note.net_amount, note.tax_amount, note.total_amount) == (4_000, 800, 4_800)
    assert till.agrees()
