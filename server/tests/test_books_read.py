"""The journal of the product at work, read by hledger and beancount: orders, refunds, disputes, tips, gift cards, packages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.management import call_command

from almanac.business.models import Setting
from almanac.catalog.models import Product
from almanac.kit import clock
from almanac.ledger import exports
from almanac.ledger.models import Entry
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.actions import disputes
from almanac.payments.models import Payment
from almanac.payments.providers.online import DisputeStanding
from tests.card_cases import buy, spend
from tests.cast import Person
from tests.goods import a_card, bought, pays_with, sells_cards
from tests.journals import checked
from tests.packages import buy_package, make_package
from tests.pass_cases import done, refund, visit
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, nobody_is_looked_at, order_of, paid

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
BOTH = pytest.mark.parametrize("kind", list(exports.FORMATS))


def disputed(made: Booked, end: str) -> None:
    opened = DisputeStanding(
        reference=f"dp_{end}",
        charge="ch",
        stage="needs_response",
        reason="fraudulent",
        amount=4_000,
        currency="GBP",
        fee_amount=2_000,
        respond_by=NOW + timedelta(days=9),
        opened_at=NOW,
    )
    payment = Payment.objects.get(order__number=made.number)
    for standing in (opened, replace(opened, stage=end)):
        disputes.book(payment_id=payment.pk, standing=standing, now=clock.now())


@pytest.fixture
def month(shop: Shop, till: Till, ada: Person, booklet: Product) -> None:
    """What happens in a month, all over the API or by the company's word."""
    nobody_is_looked_at()
    sells_cards(shop.business)
    Setting.objects.create(business=shop.business, group="tips", values={"tips": "after"})
    kept, won, lost, cancelled = (
        paid(Visitor(), shop, till, at=WEDNESDAY_TEN + number * 2 * HOUR, staff=staff)
        for number, staff in ((0, shop.sam), (1, shop.sam), (2, shop.sam), (0, shop.sid))
    )
    line = order_of(kept).lines.get()
    back = {"lines": [{"line_id": str(line.pk), "amount": 1_234}], "note": "a window left out"}
    assert ada.post(f"/orders/{kept.number}/refunds", back).status_code == 200
    assert ada.post(f"/appointments/{cancelled.visit.pk}/cancel", {}).status_code == 204
    disputed(won, "won")
    disputed(lost, "lost")
    bought(Visitor(), till, booklet)
    _, card = buy(Visitor(), till, shop.business)
    spender = Visitor()
    spender.ready(shop, WEDNESDAY_TEN + 2 * HOUR, staff=shop.sid)
    pays_with(spender, card.code)
    assert spend(spender, "gift_card").status_code == 200
    given, _ = a_card(shop.business)
    assert ada.post(f"/gift-cards/{given.pk}/void", {"reason": "a mistake"}).status_code == 200
    package = make_package(shop.business, shop.clean, months=6)
    held, unused = buy_package(Visitor(), till, package)[1], buy_package(Visitor(), till, package)[1]
    seen = visit(Visitor(), shop, held, WEDNESDAY_TEN + 4 * HOUR, staff=shop.sid)
    refund(ada, unused)
    cash = Visitor().booked(shop, WEDNESDAY_TEN + 24 * HOUR)
    assert ada.post(f"/orders/{cash.number}/takings", {"method": "cash", "amount": 4_000}).status_code == 200
    done(shop, seen)
    worker.drain()


@BOTH
def test_a_month_of_the_product_is_right(month: None, kind: str, tmp_path: Path) -> None:
    kinds = set(Entry.objects.values_list("kind", flat=True))
    assert kinds >= {"capture", "fee", "refund", "dispute", "dispute_fee", "dispute_won", "redeem", "void", "earn"}
    assert broken_laws() == []
    file = tmp_path / f"books.{kind}"
    call_command("export_books", format=kind, output=file)
    assert checked(kind, file) == (0, "")


@BOTH
def test_so_is_each_part_of_it(month: None, kind: str, tmp_path: Path) -> None:
    file = tmp_path / f"books.{kind}"
    call_command("export_books", format=kind, since=date(2026, 3, 3), until=date(2026, 3, 5), output=file)
    assert "opening balances" in file.read_text()
    assert checked(kind, file) == (0, "")


@BOTH
def test_administrators_have_it_as_a_file(month: None, kind: str, tmp_path: Path, ada: Person) -> None:
    answer = ada.get(f"/journal/{kind}?first_on=2026-03-01&last_on=2026-03-31&zone=Europe/London")
    assert answer.status_code == 200, answer.content
    assert (
        answer["Content-Disposition"] == f'attachment; filename="books-2026-03-01-2026-03-31.{exports.ENDINGS[kind]}"'
    )
    file = tmp_path / "file"
    file.write_bytes(answer.getvalue())
    assert checked(kind, file) == (0, "")
    same = tmp_path / "same"
    call_command("export_books", format=kind, since=date(2026, 3, 1), until=date(2026, 4, 1), output=same)
    assert same.read_bytes() == file.read_bytes()


def test_nobody_else_has(shop: Shop, ada: Person, max_: Person, sam: Person, cleo: Person, stranger: Person) -> None:
    address = "/journal/hledger?first_on=2026-03-01&last_on=2026-03-31"
    for person in (max_, sam, cleo):
        assert person.get(address).status_code == 403
    assert stranger.get(address).status_code == 401
    assert ada.get(address).status_code == 200
    for wrong in ("first_on=2026-03-02&last_on=2026-03-01", "first_on=2020-01-01&last_on=2026-03-01"):
        assert ada.get(f"/journal/hledger?{wrong}").json()["code"] == "period_wrong"
    assert ada.get(f"{address}&zone=Europe/Atlantis").status_code == 422
    assert ada.get(address.replace("hledger", "excel")).status_code == 422
