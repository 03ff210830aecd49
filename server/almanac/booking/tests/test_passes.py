"""Packages of visits: bought, and used in place of a price (docs/algorithms/packages.md)."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from almanac.catalog.models import Package
from almanac.kit.actor import SYSTEM
from almanac.ledger.models import Role
from almanac.ledger.queries import balance
from almanac.outbox import worker
from almanac.payments.actions import passes as books
from almanac.people.models import Customer
from almanac.sales import pass_steps as steps
from almanac.sales.errors import PassChanged
from almanac.sales.models import OrderLine, PassUse, VisitPass
from almanac.sales.passes import gross_of, last_day, net_of
from tests.cast import Person
from tests.packages import (
    PRICE,
    buy_package,
    earned_by,
    left_of,
    make_package,
    named,
    ordered_package,
    owed_of,
    put_package,
    uses,
    with_somebody,
)
from tests.pass_cases import DAY, TAX, page, told, visit
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of

pytestmark = pytest.mark.django_db


# The sums


@given(amount=st.integers(1, 10**6), rate=st.integers(0, 3_000), visits=st.integers(1, 200))
def test_what_visits_are_worth_sums_to_what_was_paid(amount: int, rate: int, visits: int) -> None:
    tax = amount * rate // (10_000 + rate)
    held = cast(VisitPass, SimpleNamespace(amount=amount, tax_amount=tax, visits=visits))
    values = [net_of(held, count + 1) - net_of(held, count) for count in range(visits)]
    assert sum(values) == amount - tax
    assert all(value >= 0 for value in values)
    assert max(values) - min(values) <= 2
    assert gross_of(held, visits) == amount


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2026, 3, 15), 6, date(2026, 9, 15)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 12, 31), 12, date(2027, 12, 31)),
    ],
)
def test_the_last_day_is_the_same_day_of_the_month(first: date, months: int, last: date) -> None:
    assert last_day(first, months) == last
    assert last_day(first, None) is None


# Buying


def test_a_package_is_bought_like_a_product_and_taxed_at_once(
    shop: Shop, three: Package, nora: Visitor, till: Till
) -> None:
    basket = put_package(nora, three).json()
    assert (basket["total_amount"], basket["tax_amount"]) == (PRICE, TAX)
    good = basket["goods"][0]
    assert (good["kind"], good["name"], good["visits"], good["months"]) == ("package", "Three cleans", 3, 6)
    assert basket["payment_methods"] == ["card"]
    made, held = buy_package(Visitor(), till, three)
    seller = f"business:{shop.business.pk}"
    assert (balance(Role.TAX, "GBP", seller), earned_by(shop.business), owed_of(held)) == (TAX, 0, PRICE - TAX)
    assert (left_of(held), held.valid_until, held.issued_at) == (3, last_day(NOW.date(), 6), NOW)
    line = order_of(made).lines.get()
    assert (line.pk, line.kind, line.delivered_at) == (held.pk, "package", NOW)
    assert till.agrees()


def test_it_has_no_code_before_it_is_paid(three: Package, nora: Visitor, till: Till) -> None:
    ordered_package(nora, three)
    worker.drain()
    held = VisitPass.objects.get()
    assert (held.issued_at, held.digest, left_of(held)) == (None, None, 0)
    assert mail.outbox == []


def test_its_buyer_is_sent_the_code_and_nobody_reads_it_here(held: VisitPass, ada: Person) -> None:
    (letter,) = [each for each in mail.outbox if held.code in each.body]
    assert "/package/#" in letter.body
    with connection.cursor() as cursor:
        cursor.execute("SELECT code, digest FROM sales_visitpass")
        assert held.code not in str(cursor.fetchone())
    assert held.code not in str(page(ada, held))


def test_what_is_put_away_or_taxed_in_two_ways_is_not_sold(shop: Shop, three: Package, nora: Visitor) -> None:
    shop.call.tax_rate_bp = 500
    shop.call.save()
    mixed = make_package(shop.business, shop.clean, shop.call, slug="mixed")
    assert put_package(nora, mixed).json()["code"] == "not_on_offer"
    three.is_visible = False
    three.save()
    assert put_package(nora, three).json()["code"] == "not_on_offer"
    assert nora.get("/packages").json() == []


# Using


def test_a_visit_takes_the_price_and_leaves_what_comes_on_top(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    rival.place()
    rival.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk), "quantity": 1}])
    rival.hold(staff=shop.sam)
    rival.type_in()
    (line,) = named(rival, held.code.lower().replace("-", " ")).json()["lines"]
    assert [(step["kind"], step["amount"]) for step in line["steps"]] == [
        ("base", 4_000),
        ("package", -4_000),
        ("extra", 1_750),
    ]
    assert (line["total_amount"], line["prepaid"]["used"]["left"]) == (1_750, 2)
    made = Booked(**rival.book().json())
    assert (left_of(held), order_of(made).total_amount, told("used")) == (2, 1_750, 1)
    assert owed_of(held) == PRICE - TAX  # until it is made


def test_a_line_that_costs_nothing_more_is_booked_and_stands(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    made = visit(rival, shop, held)
    assert (order_of(made).total_amount, made.visit.state, left_of(held)) == (0, "confirmed", 2)


def test_who_is_signed_in_is_offered_their_own_and_chooses(
    shop: Shop, held: VisitPass, bought: tuple[Booked, VisitPass], cleo: Person, otto: Person
) -> None:
    order = order_of(bought[0])
    order.customer = Customer.objects.get(user=cleo.user)
    order.save()
    for person, offered in ((cleo, 1), (otto, 0)):
        visitor = Visitor(person.user)
        visitor.ready(shop, WEDNESDAY_TEN + offered * DAY)
        (line,) = visitor.basket()["lines"]
        assert (len(line["prepaid"]["choices"]), line["total_amount"]) == (offered, 4_000)
        assert uses(visitor, held).status_code == (200 if offered else 404)
        assert visitor.basket()["total_amount"] == (0 if offered else 4_000)
    mine = Visitor(cleo.user)
    mine.client = cleo.client
    (seen,) = cleo.get("/my-passes").json()
    assert (seen["left"], seen["order_number"]) == (3, bought[0].number)
    assert otto.get("/my-passes").json() == []


def test_a_line_can_go_on_without_it(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    rival.ready(shop)
    named(rival, held.code)
    assert uses(rival, None).json()["total_amount"] == 4_000
    assert uses(rival, held).json()["total_amount"] == 0
    basket = rival.delete(f"/basket/passes/{held.pk}").json()
    assert (basket["total_amount"], basket["passes"]) == (4_000, [])


def test_no_more_lines_use_it_than_it_has_visits(shop: Shop, nora: Visitor, till: Till, rival: Visitor) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=1))
    rival.place()
    for number in range(2):
        rival.want(shop.clean)
        rival.hold(WEDNESDAY_TEN + number * DAY, line=number, staff=shop.sam)
    named(rival, held.code)
    assert [line["total_amount"] for line in rival.basket()["lines"]] == [0, 4_000]
    refused = uses(rival, held, line=1)
    assert (refused.status_code, refused.json()["code"], refused.json()["reason"]) == (
        409,
        "pass_not_usable",
        "none_left",
    )


def test_it_is_for_its_services_its_person_and_its_days_alone(
    shop: Shop, nora: Visitor, till: Till, rival: Visitor
) -> None:
    _, held = buy_package(nora, till, with_somebody(shop.clean, shop.sam, months=1))

    def why(visitor: Visitor) -> str:
        answer = uses(visitor, held)
        return str(answer.json().get("reason", answer.status_code))

    rival.place()
    rival.want(shop.call)
    named(rival, held.code)
    assert why(rival) == "service"
    other = Visitor()
    other.ready(shop, staff=shop.sid)
    named(other, held.code)
    assert why(other) == "person"
    other.hold(NOW.replace(hour=10) + timedelta(days=40), staff=shop.sam)
    VisitPass.objects.update(valid_until=(NOW + 30 * DAY).date())
    assert why(other) == "ends_before"
    third = Visitor()
    third.place()
    third.want(shop.clean)
    named(third, held.code)
    assert why(third) == "200"
    assert [person["name"] for person in third.basket()["lines"][0]["preferred_staff"]] == [shop.sam.name]


def test_an_unknown_code_is_refused_and_only_five_are_named(
    shop: Shop, held: VisitPass, rival: Visitor, cleo: Person
) -> None:
    rival.ready(shop)
    answer = named(rival, "ABCD-EFGH-JKMN-PQRS")
    assert (answer.status_code, answer.json()["code"]) == (404, "pass_unknown")
    assert named(Visitor(), held.code).json()["code"] == "no_basket"
    me = Customer.objects.get(user=cleo.user)
    for number in range(6):
        _, code = books.give_by_hand(
            actor=SYSTEM, package_id=held.package_id, customer_id=me.pk, language="en", reason="a", now=NOW
        )
        answer = named(rival, code)
        assert answer.status_code == (200 if number < 5 else 409), answer.content
    assert answer.json()["code"] == "basket_full"


def test_who_is_slower_is_refused_and_has_booked_nothing(
    shop: Shop, nora: Visitor, till: Till, rival: Visitor, rows: Any
) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=1))
    first, second = Visitor(), Visitor()
    for visitor, staff in ((first, shop.sam), (second, shop.sid)):
        visitor.ready(shop, staff=staff)
        named(visitor, held.code)
    assert first.book().status_code == 200
    answer = second.book(shown_total_amount=0)  # as it was shown
    assert (answer.status_code, answer.json()["code"], answer.json()["total_amount"]) == (409, "price_changed", 4_000)
    before = rows()
    line = OrderLine.objects.exclude(appointment=None).get()
    spend = steps.Spending(held.pk, line.pk, NOW.date())
    with pytest.raises(PassChanged), transaction.atomic():
        steps.use(actor=SYSTEM, spendings=[spend], now=NOW)
    assert rows() == before


def test_the_database_refuses_a_visit_used_twice(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    made = visit(rival, shop, held)
    other = visit(Visitor(), shop, held, staff=shop.sid)
    first = PassUse.objects.get(line__order__number=made.number)
    with pytest.raises(IntegrityError), transaction.atomic():
        PassUse.objects.filter(line__order__number=other.number).update(number=first.number)
    with pytest.raises(IntegrityError), transaction.atomic():
        PassUse.objects.filter(pk=first.pk).update(number=4)


def test_queries_do_not_grow_with_packages(shop: Shop, held: VisitPass, bought: Any, cleo: Person, ada: Person) -> None:
    me = Customer.objects.get(user=cleo.user)
    visitor = Visitor(cleo.user)
    visitor.ready(shop)

    def counts() -> list[int]:
        found = []
        for person, path in ((visitor, "/basket"), (cleo, "/my-passes"), (ada, "/passes")):
            with CaptureQueriesContext(connection) as caught:
                assert person.get(path).status_code == 200
            found.append(len(caught))
        return found

    books.give_by_hand(actor=SYSTEM, package_id=held.package_id, customer_id=me.pk, language="en", reason="a", now=NOW)
    before = counts()
    for _ in range(5):
        books.give_by_hand(
            actor=SYSTEM, package_id=held.package_id, customer_id=me.pk, language="en", reason="a", now=NOW
        )
    assert counts() == before
