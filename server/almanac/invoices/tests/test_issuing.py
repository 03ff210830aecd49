"""Invoices and credit notes: written once for each line, for what it is worth, numbered without gaps, frozen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from almanac.business.models import Business, Setting
from almanac.invoices import guards
from almanac.invoices.actions.issuing import issue, settle, take_number
from almanac.invoices.models import Invoice, InvoiceLine, Kind, Series
from almanac.invoices.tests.laws import broken_documents
from almanac.kit.actor import SYSTEM
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.models import Refund
from almanac.payments.queries import outstanding
from almanac.sales.models import Order, OrderLine, Subscription
from tests.cast import Person
from tests.late import call_off, put_back
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now, let_all_recur
from tests.tills import Till, paid, placed

pytestmark = pytest.mark.django_db
HOURS = timedelta(hours=1)


@pytest.fixture
def registered(shop: Shop) -> Shop:
    """VALClean is registered for VAT."""
    values = {
        "legal_name": "VALClean Ltd",
        "address": "12 Lavender Hill\nLondon SW11 5RW",
        "vat_number": "GB123456782",
        "company_number": "01234567",
    }
    Setting.objects.create(business=shop.business, group="invoices", values=values)
    return shop


def documents(made: Booked) -> list[Invoice]:
    return list(Invoice.objects.filter(order__number=made.number).order_by("-kind", "number"))


def cancel(person: Person, made: Booked) -> None:
    assert person.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token).status_code == 204
    worker.drain()


def test_an_order_paid_on_the_day_is_invoiced_with_its_booking(registered: Shop, nora: Visitor) -> None:
    made = nora.booked(registered)
    worker.drain()
    (found,) = documents(made)
    assert (found.code, found.kind, found.number) == ("VC-INV-000001", "invoice", 1)
    assert (found.net_amount, found.tax_amount, found.total_amount, found.currency) == (3_333, 667, 4_000, "GBP")
    assert (str(found.issued_on), str(found.due_on)) == ("2026-03-02", "2026-03-18")
    assert (found.buyer_name, found.buyer_address) == ("Nora Newcomer", "1 Plain Street\nLondon\nSW11 1AA")
    assert (found.seller["name"], found.seller["vat_number"]) == ("VALClean Ltd", "GB123456782")
    (line,) = found.lines.all()
    assert (line.name, line.starts_at, line.tax_rate_bp) == ("Clean", WEDNESDAY_TEN, 2_000)
    event = EventRow.objects.get(name="invoices.issued")
    assert (event.payload["number"], event.payload["amount"]) == ("VC-INV-000001", 4_000)


def test_an_order_to_be_paid_first_is_invoiced_when_the_money_is_there(shop: Shop, nora: Visitor, till: Till) -> None:
    made = placed(nora, shop)
    worker.drain()
    assert documents(made) == []
    assert issue(actor=SYSTEM, order_id=made.order.pk, now=NOW) == []
    other = paid(Visitor(), shop, till, at=WEDNESDAY_TEN + 3 * HOURS)
    assert [each.code for each in documents(other)] == ["TEST-VC-INV-000001"]


def test_a_line_is_invoiced_once(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    worker.drain()
    assert issue(actor=SYSTEM, order_id=made.order.pk, now=NOW) == []
    assert Series.objects.get().last_number == 1
    line = InvoiceLine.objects.get()
    line.pk, line.invoice_id = None, made.order.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        line.save(force_insert=True)


def test_given_lines_alone_are_invoiced(shop: Shop, nora: Visitor) -> None:
    """As of a subscription, a visit at a time."""
    made = two_cleans(nora, shop)
    first, second = made.order.lines.all()
    issued = [issue(actor=SYSTEM, order_id=made.order.pk, line_ids=[key], now=NOW) for key in (first.pk, second.pk)]
    assert [[line.order_line_id for line in each.lines.all()] for (each,) in issued] == [[first.pk], [second.pk]]
    assert [each.number for (each,) in issued] == [1, 2]


def two_cleans(nora: Visitor, shop: Shop) -> Booked:
    nora.place()
    for number in range(2):
        assert nora.want(shop.clean).status_code == 200
        assert nora.hold(WEDNESDAY_TEN + 3 * number * HOURS, line=number, staff=shop.sam).status_code == 200
    nora.type_in()
    answer = nora.book()
    assert answer.status_code == 200, answer.content
    return Booked(**answer.json())


def test_each_business_that_sells_writes_its_own(shop: Shop, nora: Visitor) -> None:
    made = two_cleans(nora, shop)
    other = Business.objects.create(slug="mentors", name="Mentors", order_prefix="MT", currency="GBP")
    OrderLine.objects.filter(order=made.order, position=1).update(business=other)
    worker.drain()
    assert sorted((each.code, each.total_amount) for each in documents(made)) == [
        ("MT-INV-000001", 4_000),
        ("VC-INV-000001", 4_000),
    ]


def test_called_off_unpaid_everything_is_credited(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    worker.drain()
    cancel(nora, made)
    invoice, note = documents(made)
    assert (note.code, note.corrects, note.total_amount, note.tax_amount) == ("VC-CN-000001", invoice, 4_000, 667)
    assert settle(actor=SYSTEM, order_id=made.order.pk, now=NOW) == []


def test_called_off_before_the_worker_came_nothing_is_written(shop: Shop, nora: Visitor) -> None:
    made = nora.booked(shop)
    cancel(nora, made)
    assert documents(made) == []


def test_a_fee_that_is_kept_stays_invoiced(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    shop.clock.move_to(WEDNESDAY_TEN - 20 * HOURS)
    cancel(nora, made)
    _, note = documents(made)
    assert (note.total_amount, note.tax_amount) == (2_000, 333)  # 334 stay: what the books hold of what is kept


def test_money_back_for_a_line_that_stands_lowers_its_price(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, shop, till)
    line = made.order.lines.get()
    for amount in (500, 700):
        body = {"lines": [{"line_id": str(line.pk), "amount": amount}], "note": "late"}
        assert ada.post(f"/orders/{made.number}/refunds", body).status_code == 200
        worker.drain()
    assert [each.total_amount for each in documents(made)] == [4_000, 500, 700]
    assert [each.number for each in documents(made)] == [1, 1, 2]
    Refund.objects.update(state="failed")
    cancel(ada, made)
    assert sum(each.total_amount for each in documents(made) if each.corrects) == 4_000


def test_a_change_of_settings_changes_the_next_document_alone(registered: Shop, nora: Visitor) -> None:
    made = nora.booked(registered)
    worker.drain()
    Setting.objects.filter(group="invoices").update(values={"legal_name": "Other Ltd"})
    cancel(nora, made)
    invoice, note = documents(made)
    assert (invoice.seller["name"], note.seller["name"]) == ("VALClean Ltd", "VALClean Ltd")
    later = Visitor().booked(registered, days_from_now(3))
    worker.drain()
    assert documents(later)[0].seller["name"] == "Other Ltd"


def test_what_is_rolled_back_takes_its_number_along(shop: Shop, nora: Visitor) -> None:
    with transaction.atomic():
        assert take_number(business_id=shop.business.pk, kind=Kind.INVOICE) == 1
        transaction.set_rollback(True)
    made = nora.booked(shop)
    worker.drain()
    assert documents(made)[0].number == 1


@pytest.fixture
def made(shop: Shop, nora: Visitor) -> Booked:
    found = nora.booked(shop)
    worker.drain()
    return found


def again(row: Invoice, **changed: Any) -> None:
    """A copy of a document with a copy of its line, written as they are."""
    line = row.lines.get()
    fresh = Invoice(**{f.attname: getattr(row, f.attname) for f in Invoice._meta.fields if f.name != "id"})
    for name, value in changed.items():
        setattr(fresh, name, value)
    line.pk, line.invoice_id = None, fresh.pk
    line.is_credit = fresh.kind == "credit_note"
    line.corrects = row.lines.get() if line.is_credit else None
    for name in ("net_amount", "tax_amount", "total_amount"):
        setattr(line, name, changed.get(f"line_{name}", getattr(line, name)))
    line.save(force_insert=True)
    fresh.save(force_insert=True)


def refused(rule: str, act: Any) -> None:
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        act()


NOTE = {"kind": "credit_note", "due_on": None, "code": "N1", "number": 1}


def test_the_database_keeps_documents_as_they_are(made: Booked) -> None:
    row = Invoice.objects.get()
    refused(guards.KEPT, lambda: Invoice.objects.update(total_amount=1))
    refused(guards.KEPT, lambda: Invoice.objects.update(buyer_name="Somebody"))
    refused(guards.KEPT, lambda: InvoiceLine.objects.update(name="else"))
    refused(guards.KEPT, lambda: InvoiceLine.objects.all().delete())
    refused(guards.KEPT, lambda: Invoice.objects.all()._raw_delete("default"))
    refused(guards.SEALED, lambda: InvoiceLine.objects.bulk_create([_another(row)]))


def _another(row: Invoice) -> InvoiceLine:
    """A line of nothing, so that no other rule has a word."""
    line = row.lines.get()
    line.pk, line.net_amount, line.tax_amount, line.total_amount = None, 0, 0, 0
    return line


def test_the_database_wants_numbers_to_follow_each_other(made: Booked) -> None:
    row = Invoice.objects.get()
    credit = {**NOTE, "corrects_id": row.pk}
    refused(guards.NEXT, lambda: again(row, **{**credit, "number": 2}))
    refused(guards.NEXT, lambda: again(row, **{**credit, "number": 0}))
    again(row, **credit)


def test_the_database_wants_documents_to_add_up(made: Booked) -> None:
    row = Invoice.objects.get()
    credit = {**NOTE, "corrects_id": row.pk}
    refused(guards.SUMS, lambda: again(row, **credit, line_net_amount=1, line_total_amount=668))
    refused("(?i)invoice_", lambda: again(row, **credit, line_net_amount=1))
    refused("(?i)invoice_", lambda: again(row, **{**credit, "corrects_id": None}))


def test_the_database_credits_no_more_than_was_invoiced(made: Booked) -> None:
    row = Invoice.objects.get()
    credit = {**NOTE, "corrects_id": row.pk}
    again(row, **credit)
    more = {"number": 2, "code": "N2", "net_amount": 1, "tax_amount": 0, "total_amount": 1}
    more |= {f"line_{name}": more[name] for name in ("net_amount", "tax_amount", "total_amount")}
    refused(guards.WITHIN, lambda: again(row, **{**credit, **more}))


@pytest.fixture
def unguarded(db: None) -> Iterator[None]:
    guards.take_down(connection)
    yield
    guards.put_up(connection)


def test_without_the_guard_all_that_would_pass(made: Booked, unguarded: None) -> None:
    row = Invoice.objects.get()
    again(row, **{**NOTE, "corrects_id": row.pk, "number": 7, "total_amount": 4_000})
    Invoice.objects.update(buyer_name="Somebody")
    assert InvoiceLine.objects.filter(is_credit=True).delete()[0] == 1


def test_an_order_with_documents_stays(made: Booked) -> None:
    with pytest.raises(Exception, match="protected"):
        Order.objects.all().delete()


def subscribed(made: Booked, charging: str) -> None:
    """The order's visits are those of a subscription that is charged so."""
    order = made.order
    row = Subscription.objects.create(
        business=order.business,
        customer=order.customer,
        service=made.visit.service,
        name="Clean",
        frequency="weekly",
        every=1,
        first_on=made.visit.starts_at.date(),
        minutes=600,
        zone="Europe/London",
        months=1,
        booked_months=1,
        wish="{}",
        price_amount=4_000,
        currency="GBP",
        charging=charging,
        payment_method="pay_on_site",
    )
    for number, line in enumerate(order.lines.order_by("position")):
        line.subscription, line.occurs_on = row, made.visit.starts_at.date() + timedelta(days=7 * number)
        line.save()


def test_a_visit_charged_by_itself_is_invoiced_when_it_is_made(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = two_cleans(nora, shop)
    subscribed(made, "per_visit")
    worker.drain()
    assert documents(made) == []
    shop.clock.move_to(WEDNESDAY_TEN + 2 * HOURS)
    again = Person(ada.account)  # signed in anew: days have passed
    assert again.post(f"/appointments/{made.visit.pk}/complete").status_code == 200
    worker.drain()
    (found,) = documents(made)
    assert [line.starts_at for line in found.lines.all()] == [WEDNESDAY_TEN]


def test_what_is_charged_is_invoiced(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = two_cleans(nora, shop)
    subscribed(made, "monthly")
    worker.drain()
    ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 8_000})
    worker.drain()
    assert [each.total_amount for each in documents(made)] == [8_000]


def test_paid_in_advance_all_of_it_is_invoiced_at_once(shop: Shop, nora: Visitor) -> None:
    made = two_cleans(nora, shop)
    subscribed(made, "in_advance")
    worker.drain()
    assert [each.total_amount for each in documents(made)] == [8_000]


def test_what_stands_again_is_invoiced_again(shop: Shop, nora: Visitor, till: Till) -> None:
    """As when a subscription's cancellation is undone."""
    made = paid(nora, shop, till)
    cancel(nora, made)
    OrderLine.objects.update(appointment=None)
    Order.objects.update(state="confirmed", cancelled_at=None)
    (again,) = settle(actor=SYSTEM, order_id=made.order.pk, now=NOW)
    assert (again.code, again.total_amount, again.tax_amount) == ("TEST-VC-INV-000002", 4_000, 667)
    assert sum(outstanding(made.order).values()) == 4_000
    assert settle(actor=SYSTEM, order_id=made.order.pk, now=NOW) == []
    Order.objects.update(state="cancelled")
    settle(actor=SYSTEM, order_id=made.order.pk, now=NOW)
    assert [(each.code, each.corrects and each.corrects.code) for each in documents(made)] == [
        ("TEST-VC-INV-000001", None),
        ("TEST-VC-INV-000002", None),
        ("TEST-VC-CN-000001", "TEST-VC-INV-000001"),
        ("TEST-VC-CN-000002", "TEST-VC-INV-000002"),
    ]


def test_one_visit_of_several_that_is_put_back_is_invoiced_again_at_once(
    shop: Shop, nora: Visitor, ada: Person
) -> None:
    """Its order stood all the while, and no money has come yet."""
    made = two_cleans(nora, shop)
    worker.drain()
    call_off(nora, made.visit, made.token)
    put_back(ada, made.visit)
    written = sorted((each.kind, each.total_amount) for each in documents(made))
    assert written == [("credit_note", 4_000), ("invoice", 4_000), ("invoice", 8_000)]
    assert broken_documents() == []


def test_a_refund_that_fails_leaves_the_credit_note(shop: Shop, nora: Visitor, till: Till) -> None:
    made = paid(nora, shop, till)
    till.fake.api.refunds_end_as = "failed"
    cancel(nora, made)
    before = len(documents(made))
    till.tell()
    let_all_recur()
    worker.drain()
    assert Refund.objects.get().state == "failed"
    settle(actor=SYSTEM, order_id=made.order.pk, now=NOW)
    assert len(documents(made)) == before


def test_cash_is_credited_when_it_was_given(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = nora.booked(shop)
    ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": 4_000})
    line = made.order.lines.get()
    body = {"lines": [{"line_id": str(line.pk), "amount": 500}], "note": "late"}
    (asked,) = ada.post(f"/orders/{made.number}/refunds", body).json()
    worker.drain()
    assert [each.total_amount for each in documents(made)] == [4_000]
    assert ada.post(f"/refunds/{asked['id']}/given").status_code == 200
    worker.drain()
    assert [each.total_amount for each in documents(made)] == [4_000, 500]
