"""Invoices as they are found, drawn and handed over: by list, by link, as PDF, as files for accountants, as statements."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.business.models import Setting
from almanac.invoices.links import letter_address, pdf_address
from almanac.invoices.models import Invoice
from almanac.invoices.paper import document_pdf, said
from almanac.invoices.queries.documents import facts_of
from almanac.invoices.words import WORDS, words_in
from almanac.outbox import worker
from almanac.payments.models import Payment
from almanac.people.models import Customer
from almanac.sales.models import Order, OrderLine
from tests.cast import Person
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor, days_from_now
from tests.tills import Till, paid

pytestmark = pytest.mark.django_db
MARCH = "business=valclean&first_on=2026-03-01&last_on=2026-03-31"
HOURS = timedelta(hours=1)


@pytest.fixture
def registered(shop: Shop) -> Shop:
    values = {"legal_name": "VALClean Ltd", "vat_number": "GB123456782"}
    Setting.objects.create(business=shop.business, group="invoices", values=values)
    return shop


def invoiced(shop: Shop, visitor: Visitor, **details: Any) -> Booked:
    made = visitor.booked(shop, **details)
    worker.drain()
    return made


def take(ada: Person, made: Booked, amount: int) -> None:
    assert ada.post(f"/orders/{made.number}/takings", {"method": "cash", "amount": amount}).status_code == 200


def table(answer: Any) -> list[list[str]]:
    assert answer.status_code == 200, answer.content
    return list(csv.reader(io.StringIO(answer.getvalue().decode()[1:])))


def test_an_invoice_says_how_it_stands(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = invoiced(shop, nora)

    def told() -> Any:
        (row,) = Person(ada.account).get("/invoices").json()["items"]  # signed in anew: days have passed
        return row["state"], row["paid_amount"], row["due_amount"]

    assert told() == ("open", 0, 4_000)
    take(ada, made, 1_500)
    assert told() == ("open", 1_500, 2_500)
    shop.clock.move_to(NOW + timedelta(days=20))
    assert told() == ("overdue", 1_500, 2_500)
    ada = Person(ada.account)
    take(ada, made, 2_500)
    assert told() == ("paid", 4_000, 0)
    assert [row["number"] for row in ada.get("/invoices?state=paid").json()["items"]] == ["VC-INV-000001"]
    assert ada.get("/invoices?state=open&state=overdue").json()["items"] == []
    assert ada.get("/invoices?first_on=2026-03-03").json()["items"] == []
    assert ada.get("/invoices?business=other").json()["items"] == []


def test_what_was_called_off_stands_as_credited_beside_its_note(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = invoiced(shop, nora)
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    rows = {row["number"]: row for row in ada.get("/invoices").json()["items"]}
    assert (rows["VC-INV-000001"]["state"], rows["VC-INV-000001"]["due_amount"]) == ("credited", 0)
    assert (rows["VC-CN-000001"]["state"], rows["VC-CN-000001"]["corrects"]) == ("credit_note", "VC-INV-000001")


@pytest.mark.parametrize("sort", ["issued", "-issued", "total", "customer", "-customer", "due", "-due"])
def test_the_list_sorts_and_pages(shop: Shop, ada: Person, sort: str) -> None:
    for number, name in enumerate(("Berta", "Anton", "Zoe")):
        made = invoiced(shop, Visitor(), at=days_from_now(2 + number), name=name)
        if name == "Zoe":
            ada.post(f"/appointments/{made.visit.pk}/cancel", {})
            worker.drain()
    whole = [row["number"] for row in ada.get(f"/invoices?sort={sort}").json()["items"]]
    paged: list[str] = []
    cursor: str | None = ""
    for _ in whole:
        answer = ada.get(f"/invoices?sort={sort}&limit=1&cursor={cursor}").json()
        paged += [row["number"] for row in answer["items"]]
        cursor = answer["next_cursor"]
    assert cursor is None
    assert len(whole) == 4
    assert paged == whole


def test_the_list_takes_no_more_queries_for_more_rows(shop: Shop, ada: Person) -> None:
    counted = []
    for number in range(2):
        invoiced(shop, Visitor(), at=days_from_now(2 + number))
        with CaptureQueriesContext(connection) as captured:
            assert len(ada.get("/invoices").json()["items"]) == number + 1
        counted.append(len(captured))
    assert counted[0] == counted[1]


def test_the_file_is_the_list(shop: Shop, nora: Visitor, ada: Person) -> None:
    invoiced(shop, nora, name="=HYPERLINK(1)")
    head, line = table(ada.get("/invoices.csv?language=de"))
    assert (head[0], line[0], line[1]) == ("Nummer", "VC-INV-000001", "Noch zu zahlen")
    assert "'=HYPERLINK(1)" in line


def test_its_customer_finds_it_by_the_orders_link_and_nobody_else(
    shop: Shop, nora: Visitor, rival: Visitor, cleo: Person, sam: Person, max_: Person
) -> None:
    made = invoiced(shop, nora)
    (row,) = nora.get(f"/orders/{made.number}/invoices", x_order_token=made.token).json()
    file = nora.client.get(row["pdf_url"])
    assert (file.status_code, file["content-type"]) == (200, "application/pdf")
    assert file.getvalue().startswith(b"%PDF-")
    assert 'inline; filename="VC-INV-000001.pdf"' in file["content-disposition"]
    assert rival.get(f"/orders/{made.number}/invoices").status_code == 404
    assert cleo.get("/invoices").json()["items"] == []
    assert sam.get("/invoices").json()["items"] == sam.get(f"/orders/{made.number}/invoices").json() == []
    assert len(max_.get("/invoices").json()["items"]) == 1


def test_a_link_is_good_for_its_reader_and_its_time(shop: Shop, nora: Visitor, cleo: Person, ada: Person) -> None:
    invoiced(shop, nora)
    row = Invoice.objects.get()
    adas = pdf_address(row.pk, reader=ada.actor, now=NOW)
    assert [person.client.get(adas).status_code for person in (ada, cleo, nora)] == [200, 404, 404]
    assert nora.client.get(letter_address(row.pk, now=NOW)).status_code == 200
    assert nora.client.get("/api/invoice-files/else").status_code == 404
    shop.clock.move_to(NOW + timedelta(days=1))
    assert ada.client.get(adas).status_code == 404


def test_a_paid_invoice_is_a_receipt(registered: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    made = paid(nora, registered, till)
    Payment.objects.filter(order__number=made.number).update(paid_with="Visa 4242")
    row = Invoice.objects.get()
    facts, words = facts_of(row.pk), words_in("en")
    assert [said(each, words) for each in facts.moved] == ["Paid by Visa 4242 on 2 March 2026"]
    assert facts.due_amount == 0
    line = made.order.lines.get()
    ada.post(f"/orders/{made.number}/refunds", {"lines": [{"line_id": str(line.pk), "amount": 700}], "note": "late"})
    worker.drain()
    after = facts_of(row.pk)
    assert sorted(each.amount for each in after.moved) == [-4_000, -700, 700]
    assert after.due_amount == 0


@pytest.mark.parametrize("language", ["en", "uk", "es", "fr", "de"])
def test_the_same_facts_are_the_same_bytes(registered: Shop, nora: Visitor, language: str) -> None:
    made = invoiced(registered, nora, name="Łucja <i>Дорошенко</i>")
    Order.objects.filter(number=made.number).update(language=language)
    facts = facts_of(Invoice.objects.get().pk)
    drawn = document_pdf(facts)
    assert drawn == document_pdf(facts)
    assert drawn.count(b"/FontFile2") >= 2, "the fonts travel with it"


def test_every_language_says_everything() -> None:
    assert [key for key, text in WORDS.items() if set(text) != {"en", "uk", "es", "fr", "de"}] == []
    fields = {
        key: {part for part in ("{how}", "{date}", "{number}") if part in text["en"]} for key, text in WORDS.items()
    }
    odd = [
        key for key, parts in fields.items() for text in WORDS[key].values() if not all(part in text for part in parts)
    ]
    assert odd == []


@pytest.mark.parametrize(
    ("language", "money", "day", "rate"),
    [
        ("en", "−£1,064.05", "4 March 2026", "17.5%"),
        ("uk", "−1\u00a0064,05 £", "4 березня 2026 р.", "17,5%"),
        ("es", "−1.064,05 £", "4 de marzo de 2026", "17,5\u00a0%"),
        ("fr", "−1\u202f064,05 £", "4 mars 2026", "17,5\u00a0%"),
        ("de-AT", "−1.064,05 £", "4. März 2026", "17,5\u00a0%"),
        ("xx", "−£1,064.05", "4 March 2026", "17.5%"),
    ],
)
def test_amounts_and_days_are_written_as_the_language_does(language: str, money: str, day: str, rate: str) -> None:
    words = words_in(language)
    assert (words.money(-106_405, "GBP"), words.day(date(2026, 3, 4)), words.rate(1_750)) == (money, day, rate)
    assert (words.rate(2_000)[:2], words.rate(0)[0]) == ("20", "0")


def test_accountants_get_what_xero_imports(registered: Shop, nora: Visitor, ada: Person, cleo: Person) -> None:
    made = invoiced(registered, nora, name="=SUM(A1)")
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    head, *lines = table(ada.get(f"/invoice-exports/xero.csv?{MARCH}"))
    assert (len(head), head[0], head[10], head[17], head[20]) == (
        27,
        "*ContactName",
        "*InvoiceNumber",
        "*UnitAmount",
        "*TaxType",
    )
    rows = [dict(zip(head, line, strict=True)) for line in lines]
    assert [(row["*InvoiceNumber"], row["*UnitAmount"]) for row in rows] == [
        ("VC-INV-000001", "33.33"),
        ("VC-CN-000001", "-33.33"),
    ]
    first = rows[0]
    assert (first["*ContactName"], first["*TaxType"], first["*AccountCode"]) == (
        "'=SUM(A1)",
        "20% (VAT on Income)",
        "200",
    )
    assert (first["POAddressLine1"], first["POCity"], first["POPostalCode"]) == ("1 Plain Street", "London", "SW11 1AA")
    assert (first["*InvoiceDate"], first["*DueDate"], first["*Description"]) == (
        "02/03/2026",
        "18/03/2026",
        "Clean (04/03/2026)",
    )
    assert cleo.get(f"/invoice-exports/xero.csv?{MARCH}").status_code == 403
    backwards = "business=valclean&first_on=2026-03-31&last_on=2026-03-01"
    assert ada.get(f"/invoice-exports/xero.csv?{backwards}").json()["code"] == "period_wrong"
    assert (
        len(table(ada.get("/invoice-exports/xero.csv?business=valclean&first_on=2026-04-01&last_on=2026-04-30"))) == 1
    )


def test_accountants_get_what_quickbooks_imports(shop: Shop, nora: Visitor, ada: Person) -> None:
    made = invoiced(shop, nora)
    nora.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    for layout, number in (("quickbooks", "VC-INV-000001"), ("quickbooks_credit_notes", "VC-CN-000001")):
        head, line = table(ada.get(f"/invoice-exports/{layout}.csv?{MARCH}"))
        row = dict(zip(head, line, strict=True))
        assert (row["*InvoiceNo"], row["*ItemAmount"], row["ItemTaxAmount"], row["*ItemTaxCode"]) == (
            number,
            "33.33",
            "6.67",
            "No VAT",  # the business is not registered
        )


def test_a_statement_adds_up(shop: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    first = paid(nora, shop, till)
    customer = Customer.objects.get(orders__number=first.number)
    second = invoiced(shop, Visitor(), at=WEDNESDAY_TEN + 3 * HOURS)
    Order.objects.filter(number=second.number).update(customer=customer)
    line = first.order.lines.get()
    ada.post(f"/orders/{first.number}/refunds", {"lines": [{"line_id": str(line.pk), "amount": 700}], "note": "late"})
    worker.drain()
    told = ada.get(f"/customers/{customer.pk}/statement?{MARCH}").json()
    assert [(row["what"], row["amount"]) for row in told["movements"]] == [
        ("invoice", 4_000),
        ("invoice", 4_000),
        ("payment", -4_000),
        ("refund", 700),
        ("credit_note", -700),
    ]
    assert (told["opening_amount"], told["closing_amount"]) == (0, 4_000)
    assert told["movements"][-1]["balance_amount"] == 4_000
    april = "business=valclean&first_on=2026-04-01&last_on=2026-04-30"
    later = ada.get(f"/customers/{customer.pk}/statement?{april}").json()
    assert (later["opening_amount"], later["closing_amount"], later["movements"]) == (4_000, 4_000, [])
    assert ada.client.get(f"/api/customers/{customer.pk}/statement.pdf?{MARCH}").getvalue().startswith(b"%PDF-")
    wrong = "business=valclean&first_on=2026-04-30&last_on=2026-04-01"
    assert ada.get(f"/customers/{customer.pk}/statement?{wrong}").json()["code"] == "period_wrong"
    assert ada.get(f"/customers/{customer.pk}/statement?{MARCH.replace('valclean', 'else')}").status_code == 404


def test_lines_of_two_rates_are_summed_by_rate(registered: Shop, nora: Visitor) -> None:
    made = nora.booked(registered)
    OrderLine.objects.filter(order__number=made.number).update(tax_rate_bp=500, tax_amount=190)
    worker.drain()
    facts = facts_of(Invoice.objects.get().pk)
    assert [(line.tax_rate_bp, line.net_amount, line.tax_amount) for line in facts.lines] == [(500, 3_810, 190)]
