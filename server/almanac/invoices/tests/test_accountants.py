"""The files for Xero and QuickBooks say what the books say: what was paid ahead is owed, and income once."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from almanac.business.models import Setting
from almanac.ledger.models import Role
from almanac.ledger.queries import broken_laws, total_of
from almanac.outbox import worker
from almanac.sales.models import GiftCard
from tests.card_cases import spend
from tests.cast import Person
from tests.goods import a_card, only_name_and_mail, pays_with, put_gift, sells_cards
from tests.packages import buy_package, make_package
from tests.pass_cases import done, refund, visit
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, check, order_of, page_of, paid

pytestmark = pytest.mark.django_db
TIME = "business=valclean&first_on=2026-03-01&last_on=2026-03-31"
HOUR = timedelta(hours=1)
SALES, AHEAD, SPENT, GIVEN = "200", "810", "811", "429"


@pytest.fixture
def registered(shop: Shop) -> Shop:
    Setting.objects.create(business=shop.business, group="invoices", values={"vat_number": "GB123456789"})
    return shop


def table(ada: Person, layout: str) -> list[dict[str, str]]:
    answer = ada.get(f"/invoice-exports/{layout}.csv?{TIME}")
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def pence(text: str) -> int:
    return int(Decimal(text or "0") * 100)


def xero(ada: Person) -> Counter[str]:
    """What Xero holds on each account after both files, a credit above nothing."""
    found: Counter[str] = Counter()
    for row in table(ada, "xero"):
        found[row["*AccountCode"]] += pence(row["*UnitAmount"])
    for row in table(ada, "xero_journals"):
        found[row["*AccountCode"]] -= pence(row["*Amount"])
        assert row["*TaxRate"] == "No VAT"
    return found


def buys_card(visitor: Visitor, shop: Shop, till: Till, amount: int = 5_000) -> GiftCard:
    """A gift card, paid by card."""
    assert put_gift(visitor, shop.business, amount).status_code == 200
    only_name_and_mail(visitor)
    made = Booked(**visitor.book(payment_method="card").json())
    till.pay(page_of(visitor, made))
    assert check(visitor, made)["state"] == "captured"
    worker.drain()
    return GiftCard.objects.get(line__order__number=made.number)


def spends(visitor: Visitor, shop: Shop, code: str, at: Any = WEDNESDAY_TEN) -> Booked:
    """A clean of 40.00 that a gift card pays."""
    visitor.ready(shop, at)
    assert pays_with(visitor, code).status_code == 200
    answer = spend(visitor, "gift_card")
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def test_a_gift_card_sold_is_owed_and_outside_vat(registered: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    sells_cards(registered.business)
    buys_card(nora, registered, till)
    (row,) = table(ada, "xero")
    assert (row["*UnitAmount"], row["*AccountCode"], row["*TaxType"]) == ("50.00", AHEAD, "No VAT")
    (row,) = table(ada, "quickbooks")
    assert (row["Item(Product/Service)"], row["*ItemAmount"], row["*ItemTaxCode"]) == ("Gift cards", "50.00", "No VAT")
    assert table(ada, "xero_journals") == []


def test_spent_it_is_income_once(registered: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person) -> None:
    sells_cards(registered.business)
    card = buys_card(nora, registered, till)
    spends(rival, registered, card.code)
    assert xero(ada) == {AHEAD: 1_000, SALES: 3_333, SPENT: 4_000}
    assert {row["*TaxType"] for row in table(ada, "xero") if row["*AccountCode"] == SALES} == {"20% (VAT on Income)"}
    debit, credit = table(ada, "quickbooks_journals")
    assert (debit["*AccountName"], debit["*Debits"], debit["*Credits"]) == (AHEAD, "40.00", "")
    assert (credit["*AccountName"], credit["*Debits"], credit["*Credits"]) == (SPENT, "", "40.00")
    assert debit["*JournalNo"] == credit["*JournalNo"]
    assert debit["*JournalDate"] == "02/03/2026"


def test_given_back_to_the_card_it_is_owed_again(
    registered: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    sells_cards(registered.business)
    made = spends(rival, registered, buys_card(nora, registered, till).code)
    rival.post(f"/appointments/{made.visit.pk}/cancel", {}, x_order_token=made.token)
    worker.drain()
    assert xero(ada) == {AHEAD: 5_000, SALES: 0, SPENT: 0}


def test_a_package_is_owed_with_its_vat_and_income_when_a_visit_is_made(
    registered: Shop, nora: Visitor, rival: Visitor, till: Till, ada: Person
) -> None:
    held = buy_package(nora, till, make_package(registered.business, registered.clean, months=6))[1]
    (row,) = table(ada, "xero")
    assert (row["*AccountCode"], row["*TaxType"]) == (AHEAD, "20% (VAT on Income)")
    assert table(ada, "quickbooks")[0]["Item(Product/Service)"] == "Prepaid visits"
    before = xero(ada)
    done(registered, visit(rival, registered, held))
    after = xero(ada)
    assert after[SALES] - before[SALES] == before[AHEAD] - after[AHEAD] == 2_777


def test_the_files_are_the_books(registered: Shop, nora: Visitor, till: Till, ada: Person) -> None:
    """Cards and packages bought, given by hand, spent, given back and ended, beside cleans that are paid and refunded."""
    shop = registered
    sells_cards(shop.business)
    package = make_package(shop.business, shop.clean, months=6)
    card, other = buys_card(Visitor(), shop, till), buys_card(Visitor(), shop, till, 10_000)
    _, given = a_card(shop.business, 3_000)
    first = spends(Visitor(), shop, card.code)
    spends(Visitor(), shop, other.code, WEDNESDAY_TEN + 2 * HOUR)
    visitor = Visitor()
    visitor.post(f"/appointments/{first.visit.pk}/cancel", {}, x_order_token=first.token)
    held, unused = buy_package(Visitor(), till, package)[1], buy_package(Visitor(), till, package)[1]
    seen = visit(Visitor(), shop, held, WEDNESDAY_TEN + 4 * HOUR)
    cleaned = paid(nora, shop, till, at=WEDNESDAY_TEN + 6 * HOUR)
    line = order_of(cleaned).lines.get()
    ada.post(f"/orders/{cleaned.number}/refunds", {"lines": [{"line_id": str(line.pk), "amount": 700}], "note": "late"})
    refund(ada, unused)
    ada.post(f"/gift-cards/{other.pk}/void", {"reason": "lost"})
    done(shop, seen)
    worker.drain()
    assert given
    assert broken_laws() == []
    books = {role: total_of(role).get("GBP", 0) for role in Role}
    found = xero(ada)
    assert found[SALES] == books[Role.REVENUE]
    assert found[AHEAD] == books[Role.GIFT_CARD] + books[Role.PREPAID]
    assert found[GIVEN] == -books[Role.GOODWILL]
    assert found[SPENT] == 4_000  # what cards paid, and the invoices of these visits are paid from
    rows = [*table(ada, "quickbooks"), *table(ada, "quickbooks_credit_notes")]
    credited = {row["*InvoiceNo"] for row in table(ada, "quickbooks_credit_notes")}
    tax = sum(pence(row["ItemTaxAmount"]) * (-1 if row["*InvoiceNo"] in credited else 1) for row in rows)
    assert tax == books[Role.TAX]


def test_journals_balance_and_are_of_the_days_and_the_business_asked_for(
    registered: Shop, nora: Visitor, till: Till, ada: Person, cleo: Person
) -> None:
    sells_cards(registered.business)
    spends(nora, registered, a_card(registered.business)[1])
    rows = table(ada, "xero_journals")
    sums: Counter[str] = Counter()
    for row in rows:
        sums[row["*Narration"]] += pence(row["*Amount"])
    assert len(rows) == 4
    assert set(sums.values()) == {0}
    elsewhere = ada.get("/invoice-exports/xero_journals.csv?business=valclean&first_on=2026-04-01&last_on=2026-04-30")
    assert len(elsewhere.getvalue().decode().splitlines()) == 1
    assert cleo.get(f"/invoice-exports/xero_journals.csv?{TIME}").status_code == 403
    unknown = ada.get("/invoice-exports/xero_journals.csv?business=nobody&first_on=2026-03-01&last_on=2026-03-31")
    assert unknown.status_code == 404
