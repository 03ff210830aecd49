"""Test money stands apart from the real books: entries, documents, statements, and what was bought with it (ADR 0042)."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db.models import Sum

from almanac.invoices.models import Invoice
from almanac.invoices.queries.documents import facts_of
from almanac.ledger.apart import entries_of
from almanac.ledger.models import Entry, Posting
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.models import Payment, ProviderAccount
from almanac.payments.modes import Money, money_wanted
from almanac.payments.queries import account_for
from almanac.people.models import Customer
from tests.card_cases import buy, spend
from tests.cast import Person
from tests.goods import pays_with, sells_cards
from tests.packages import buy_package, make_package
from tests.pass_cases import done, refund, visit
from tests.shop import WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, nobody_is_looked_at, order_of, paid

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
MARCH = "first_on=2026-03-01&last_on=2026-03-31"


def live(till: Till) -> None:
    """From here on the company's account takes real money."""
    ProviderAccount.objects.filter(pk=till.account.pk).update(mode=ProviderAccount.Mode.LIVE)


def keys_of(apart: bool | None) -> set[str]:
    return set(Entry.objects.filter(entries_of(apart)).values_list("key", flat=True))


def sums(apart: bool | None) -> Counter[tuple[str, str]]:
    """Minor units by account."""
    rows = Posting.objects.filter(entries_of(apart, prefix="entry__")).values_list("account__role", "account__holder")
    return Counter({(role, holder): total for role, holder, total in rows.annotate(Sum("amount")).order_by()})


def exported(ada: Person, layout: str, **more: str) -> list[dict[str, str]]:
    wanted = "".join(f"&{name}={value}" for name, value in more.items())
    answer = ada.get(f"/invoice-exports/{layout}.csv?business=valclean&{MARCH}{wanted}")
    assert answer.status_code == 200, answer.content
    return list(csv.DictReader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))


def spends(shop: Shop, code: str, at: Any) -> Booked:
    visitor = Visitor()
    visitor.ready(shop, at)
    assert pays_with(visitor, code).status_code == 200
    answer = spend(visitor, "gift_card")
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def test_the_books_are_the_real_ones_and_those_of_test_money(shop: Shop, till: Till, ada: Person) -> None:
    nobody_is_looked_at()
    sells_cards(shop.business)
    package = make_package(shop.business, shop.clean)
    trial = paid(Visitor(), shop, till)
    _, card = buy(Visitor(), till, shop.business)
    held, unused = buy_package(Visitor(), till, package)[1], buy_package(Visitor(), till, package)[1]
    refund(ada, unused)
    live(till)
    sold = paid(Visitor(), shop, till, at=WEDNESDAY_TEN + 2 * HOUR)
    cash = Visitor().booked(shop, WEDNESDAY_TEN + 24 * HOUR)
    assert ada.post(f"/orders/{cash.number}/takings", {"method": "cash", "amount": 4_000}).status_code == 200
    spent = spends(shop, card.code, WEDNESDAY_TEN + 26 * HOUR)
    seen = visit(Visitor(), shop, held, WEDNESDAY_TEN + 4 * HOUR, staff=shop.sid)
    done(shop, seen)
    worker.drain()
    tests, real = keys_of(apart=True), keys_of(apart=False)
    assert tests
    assert real
    assert not tests & real
    assert tests | real == keys_of(apart=None)
    together = sums(apart=True)
    for account, amount in sums(apart=False).items():
        together[account] += amount
    assert {key: each for key, each in together.items() if each} == {
        key: each for key, each in sums(apart=None).items() if each
    }
    for part in (True, False):
        assert sum(sums(part).values()) == 0
    assert not {role for role, _ in sums(apart=False)} & {"gift_card", "prepaid"}
    assert broken_laws() == []
    marked = {made.number: order_of(made).is_test for made in (trial, sold, cash, spent, seen)}
    assert marked == {trial.number: True, sold.number: False, cash.number: False, spent.number: True, seen.number: True}


def test_until_there_are_live_keys_all_is_read_and_then_real_money_alone(shop: Shop, till: Till, ada: Person) -> None:
    nobody_is_looked_at()
    trial = paid(Visitor(), shop, till)
    worker.drain()
    assert money_wanted(None) is Money.ALL
    assert [row["*InvoiceNumber"] for row in exported(ada, "xero")] == ["TEST-VC-INV-000001"]
    journal = ada.get(f"/journal/hledger?{MARCH}").getvalue()
    assert f"order:{order_of(trial).pk}".encode() in journal
    live(till)
    sold = paid(Visitor(), shop, till, at=WEDNESDAY_TEN + 2 * HOUR)
    worker.drain()
    assert money_wanted(None) is Money.REAL
    assert [row["*InvoiceNumber"] for row in exported(ada, "xero")] == ["VC-INV-000001"]
    assert [row["*InvoiceNumber"] for row in exported(ada, "xero", money="test")] == ["TEST-VC-INV-000001"]
    assert len(exported(ada, "quickbooks", money="all")) == 2
    journal = ada.get(f"/journal/hledger?{MARCH}").getvalue()
    assert f"order:{order_of(trial).pk}".encode() not in journal
    assert f"order:{order_of(sold).pk}".encode() in journal
    assert f"order:{order_of(trial).pk}".encode() in ada.get(f"/journal/hledger?{MARCH}&money=test").getvalue()
    assert ada.get(f"/journal/hledger?{MARCH}&money=play").status_code == 422
    file = io.StringIO()
    call_command("export_books", format="beancount", money="real", stdout=file)
    assert f"order:{order_of(sold).pk}" in file.getvalue()
    assert f"order:{order_of(trial).pk}" not in file.getvalue()


def test_what_moves_of_test_cards_is_in_no_real_journal(shop: Shop, till: Till, ada: Person) -> None:
    nobody_is_looked_at()
    sells_cards(shop.business)
    _, card = buy(Visitor(), till, shop.business)
    live(till)
    spends(shop, card.code, WEDNESDAY_TEN)
    assert exported(ada, "xero_journals") == []
    assert len(exported(ada, "xero_journals", money="test")) == 2


def test_documents_of_test_money_say_so_and_have_their_own_numbers(shop: Shop, till: Till, ada: Person) -> None:
    nobody_is_looked_at()
    trial = paid(Visitor(), shop, till)
    cash = Visitor().booked(shop, WEDNESDAY_TEN + 24 * HOUR)
    worker.drain()
    assert ada.post(f"/appointments/{trial.visit.pk}/cancel", {}).status_code == 204
    worker.drain()
    codes = {
        made.number: [each.code for each in Invoice.objects.filter(order__number=made.number).order_by("pk")]
        for made in (trial, cash)
    }
    assert codes == {trial.number: ["TEST-VC-INV-000001", "TEST-VC-CN-000001"], cash.number: ["VC-INV-000001"]}
    rows = {row["number"]: row["is_test"] for row in ada.get("/invoices").json()["items"]}
    assert rows == {"TEST-VC-INV-000001": True, "TEST-VC-CN-000001": True, "VC-INV-000001": False}
    assert [facts_of(each.pk).is_test for each in Invoice.objects.order_by("code")] == [True, True, False]


def test_an_invoice_from_before_the_test_money_keeps_its_number_and_is_no_real_one(
    shop: Shop, till: Till, ada: Person
) -> None:
    nobody_is_looked_at()
    trial = Visitor().booked(shop)
    worker.drain()
    (invoice,) = Invoice.objects.all()
    assert (invoice.code, facts_of(invoice.pk).is_test) == ("VC-INV-000001", False)
    Payment.objects.filter(order__number=trial.number).update(method="card", account=till.account)
    order_of(trial).payments.update(state="open")
    order = order_of(trial)
    type(order).objects.filter(pk=order.pk).update(is_test=True)
    assert facts_of(invoice.pk).is_test
    live(till)
    assert exported(ada, "xero") == []


def test_a_statement_is_of_one_kind_of_money(shop: Shop, till: Till, ada: Person) -> None:
    nobody_is_looked_at()
    trial = paid(Visitor(), shop, till)
    worker.drain()
    customer = Customer.objects.get(orders__number=trial.number)
    address = f"/customers/{customer.pk}/statement?business=valclean&{MARCH}"
    assert [row["what"] for row in ada.get(address).json()["movements"]] == ["invoice", "payment"]
    live(till)
    assert ada.get(address).json()["movements"] == []
    assert [row["what"] for row in ada.get(f"{address}&money=test").json()["movements"]] == ["invoice", "payment"]


def test_the_team_and_the_payer_are_told(shop: Shop, till: Till, ada: Person) -> None:
    nobody_is_looked_at()
    nora = Visitor()
    assert nora.get("/test-payment-methods?currency=GBP").json() == ["card"]
    trial = paid(nora, shop, till)
    assert ada.get(f"/orders/{trial.number}").json()["is_test"] is True
    assert ada.get("/payments").json()["items"][0]["is_test"] is True
    live(till)
    ProviderAccount.objects.update(api_url="")
    assert nora.get("/test-payment-methods").json() == []


def test_an_order_goes_on_with_money_of_its_kind(shop: Shop, till: Till) -> None:
    nobody_is_looked_at()
    trial = paid(Visitor(), shop, till)
    live(till)
    sold = paid(Visitor(), shop, till, at=WEDNESDAY_TEN + 2 * HOUR)
    test = ProviderAccount.objects.create(
        provider="stripe", mode=ProviderAccount.Mode.TEST, keys=till.account.keys, is_on=True, position=1
    )
    assert account_for("card", "GBP") == till.account
    assert account_for("card", "GBP", order_id=order_of(sold).pk) == till.account
    assert account_for("card", "GBP", order_id=order_of(trial).pk) == test
    ProviderAccount.objects.filter(pk=test.pk).update(is_on=False)
    assert account_for("card", "GBP", order_id=order_of(trial).pk) == till.account
