"""Packages of visits: bought, used in place of a price, given back, earned, refunded and ended (docs/algorithms/packages.md)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from django.core import mail
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from almanac.booking.actions.paying import mind_payments
from almanac.catalog.models import Package
from almanac.kit.actor import SYSTEM
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.outbox.models import EventRow
from almanac.payments.actions import passes as books
from almanac.payments.models import Refund
from almanac.people.models import Customer
from almanac.sales import pass_steps as steps
from almanac.sales.errors import PassChanged
from almanac.sales.links import pass_token
from almanac.sales.models import OrderLine, PassUse, VisitPass
from almanac.sales.passes import gross_of, last_day, net_of
from almanac.scheduling.actions import states
from fakes.stripe.money import end_refund
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
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
TAX = 1_667  # in a hundred pounds at a fifth


@pytest.fixture
def three(shop: Shop) -> Package:
    return make_package(shop.business, shop.clean, months=6)


@pytest.fixture
def bought(three: Package, nora: Visitor, till: Till) -> tuple[Booked, VisitPass]:
    return buy_package(nora, till, three)


@pytest.fixture
def held(bought: tuple[Booked, VisitPass]) -> VisitPass:
    return bought[1]


def told(name: str) -> int:
    return EventRow.objects.filter(name=f"sales.pass_{name}").count()


def visit(visitor: Visitor, shop: Shop, held: VisitPass, at: datetime = WEDNESDAY_TEN, **more: Any) -> Booked:
    """A clean paid with the code of the pass."""
    visitor.ready(shop, at, **more)
    assert named(visitor, held.code).status_code == 200
    answer = visitor.book()
    assert answer.status_code == 200, answer.content
    worker.drain()
    return Booked(**answer.json())


def done(shop: Shop, made: Booked) -> None:
    shop.clock.move_to(made.visit.starts_at + timedelta(minutes=1))
    states.complete(actor=SYSTEM, appointment_id=made.visit.pk, now=made.visit.starts_at)
    worker.drain()


def cancel(visitor: Person, made: Booked, **body: Any) -> Any:
    answer = visitor.post(f"/appointments/{made.visit.pk}/cancel", body, x_order_token=made.token)
    worker.drain()
    return answer


def consequence(visitor: Person, made: Booked) -> Any:
    return visitor.get(f"/appointments/{made.visit.pk}/cancellation", x_order_token=made.token).json()


def page(ada: Person, held: VisitPass) -> Any:
    return ada.get(f"/passes/{held.pk}").json()


def refund(ada: Person, held: VisitPass, amount: int | None = None) -> Any:
    shown = page(ada, held)["unused_amount"] if amount is None else amount
    answer = ada.post(f"/passes/{held.pk}/refund", {"amount": shown, "note": "moves away"})
    worker.drain()
    return answer


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


def test_a_line_that_repeats_uses_none(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    rival.ready(shop)
    line = rival.line_id()
    body = {"frequency": "weekly", "every": 1, "months": 1}
    assert rival.put(f"/basket/lines/{line}/repeat", body).status_code == 200
    named(rival, held.code)
    assert uses(rival, held).json()["reason"] == "repeats"


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


# Earned


def test_visits_made_earn_what_was_paid_to_the_penny(shop: Shop, held: VisitPass, till: Till) -> None:
    earned = []
    for number in range(3):
        before = earned_by(shop.business)
        done(shop, visit(Visitor(), shop, held, WEDNESDAY_TEN + number * DAY))
        earned.append(earned_by(shop.business) - before)
    assert earned == [2_777, 2_778, 2_778]
    assert (sum(earned), owed_of(held), left_of(held)) == (PRICE - TAX, 0, 0)
    assert list(broken_laws()) == []
    assert till.agrees()


def test_a_visit_is_earned_once_and_a_missed_one_too(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    made = visit(rival, shop, held)
    shop.clock.move_to(WEDNESDAY_TEN + timedelta(minutes=1))
    states.mark_no_show(actor=SYSTEM, appointment_id=made.visit.pk, now=WEDNESDAY_TEN)
    worker.drain()
    line = order_of(made).lines.get()
    assert books.earn(line_id=line.pk, now=NOW) == 0
    assert (earned_by(shop.business), Entry.objects.filter(kind="earn").count()) == (2_777, 1)


def test_where_people_earn_their_share_is_owed_when_the_visit_is_made(
    shop: Shop, held: VisitPass, rival: Visitor
) -> None:
    made = visit(rival, shop, held)
    OrderLine.objects.filter(order__number=made.number).update(payee=shop.sam, commission_bp=1_500)
    done(shop, made)
    seller = f"business:{shop.business.pk}"
    assert balance(Role.COMMISSION, "GBP", seller) == 417
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == 2_360
    assert earned_by(shop.business) == 0


# Called off


def test_called_off_in_time_it_comes_back(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    shop.rules(cancellation_windows=[{"hours_before": 24, "refund_percent": 100}])
    made = visit(rival, shop, held, WEDNESDAY_TEN + 7 * DAY)
    shown = consequence(rival, made)
    assert shown["visit_returns"] is True
    assert cancel(rival, made, token=shown["token"]).status_code == 204
    assert (left_of(held), earned_by(shop.business), told("given_back")) == (3, 0, 1)
    again = visit(Visitor(), shop, held, WEDNESDAY_TEN + 7 * DAY)
    assert (left_of(held), again.visit.state) == (2, "confirmed")


def test_called_off_too_late_it_is_used_and_that_is_said_first(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    shop.rules(cancellation_windows=[{"hours_before": 24, "refund_percent": 100}])
    made = visit(rival, shop, held)
    shown = consequence(rival, made)
    assert shown["visit_returns"] is True
    shop.clock.move_to(WEDNESDAY_TEN - timedelta(hours=23))
    refused = cancel(rival, made, token=shown["token"])
    assert (refused.status_code, refused.json()["code"], left_of(held)) == (409, "consequence_changed", 2)
    now = consequence(rival, made)
    assert (now["visit_returns"], now["refund_amount"]) == (False, 0)
    assert cancel(rival, made, token=now["token"]).status_code == 204
    assert (left_of(held), earned_by(shop.business)) == (2, 2_777)


def test_called_off_by_the_team_it_comes_back_whenever_that_is(shop: Shop, held: VisitPass, ada: Person) -> None:
    shop.rules(cancellation_windows=[])
    made = visit(Visitor(), shop, held)
    assert ada.get(f"/appointments/{made.visit.pk}/cancellation").json()["visit_returns"] is True
    assert ada.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "ill"}).status_code == 204
    assert left_of(held) == 3


def test_an_order_that_was_not_paid_gives_its_visit_back(shop: Shop, held: VisitPass, rival: Visitor) -> None:
    rival.place()
    rival.want(shop.clean, extras=[{"extra_id": str(shop.oven.pk), "quantity": 1}])
    rival.hold(staff=shop.sam)
    rival.type_in()
    named(rival, held.code)
    assert rival.book(payment_method="card").status_code == 200
    assert left_of(held) == 2
    shop.clock.shift(timedelta(hours=2))
    worker.drain()
    mind_payments(now=NOW + timedelta(hours=2))
    assert left_of(held) == 3


# Money back


def test_what_is_unused_goes_back_to_the_penny(shop: Shop, held: VisitPass, ada: Person, till: Till) -> None:
    done(shop, visit(Visitor(), shop, held))
    later = visit(Visitor(), shop, held, WEDNESDAY_TEN + 7 * DAY)
    assert page(ada, held)["unused_amount"] == PRICE - 6_666
    assert refund(ada, held).status_code == 200
    found = page(ada, held)
    assert (found["left"], found["refunded"], found["state"], found["unused_amount"]) == (0, 1, "refunded", 0)
    done(shop, later)
    seller = f"business:{shop.business.pk}"
    assert (owed_of(held), earned_by(shop.business) + balance(Role.TAX, "GBP", seller)) == (0, 6_666)
    assert list(broken_laws()) == []
    assert till.agrees()


def test_of_a_refunded_package_a_visit_that_comes_back_can_be_used_or_refunded(
    shop: Shop, held: VisitPass, ada: Person, till: Till
) -> None:
    made = visit(Visitor(), shop, held, WEDNESDAY_TEN + 7 * DAY)
    refund(ada, held)
    assert left_of(held) == 0
    ada.post(f"/appointments/{made.visit.pk}/cancel", {"reason": "ill"})
    worker.drain()
    assert (left_of(held), page(ada, held)["unused_amount"]) == (1, 3_333)
    refund(ada, held)
    assert (left_of(held), owed_of(held), balance(Role.TAX, "GBP", f"business:{shop.business.pk}")) == (0, 0, 0)
    assert till.agrees()


def test_another_amount_than_was_shown_is_refused(shop: Shop, held: VisitPass, ada: Person) -> None:
    answer = refund(ada, held, amount=PRICE - 1)
    assert (answer.status_code, answer.json()["code"], left_of(held)) == (409, "pass_changed", 3)
    refund(ada, held)
    again = refund(ada, held, amount=1)
    assert (again.status_code, again.json()["code"]) == (409, "pass_over")


def test_meanwhile_nobody_uses_it_and_a_refund_that_fails_frees_it(
    shop: Shop, held: VisitPass, ada: Person, till: Till, rival: Visitor
) -> None:
    shown = page(ada, held)["unused_amount"]
    ada.post(f"/passes/{held.pk}/refund", {"amount": shown, "note": "moves away"})
    assert (left_of(held), page(ada, held)["state"]) == (0, "stopped")
    worker.drain()
    assert page(ada, held)["state"] == "refunded"
    end_refund(till.fake.book, till.fake.book.all("re")[0], "failed")
    till.tell()
    worker.drain()
    assert (left_of(held), owed_of(held), told("freed")) == (3, PRICE - TAX, 1)
    assert visit(rival, shop, held).visit.state == "confirmed"
    assert till.agrees()


def test_a_part_given_back_as_goodwill_leaves_the_visits(
    shop: Shop, bought: tuple[Booked, VisitPass], held: VisitPass, ada: Person, till: Till
) -> None:
    body = {"lines": [{"line_id": str(held.pk), "amount": 5_000}], "note": "sorry"}
    assert ada.post(f"/orders/{bought[0].number}/refunds", body).status_code == 200
    worker.drain()
    assert left_of(held) == 3
    body["lines"] = [{"line_id": str(held.pk), "amount": 5_001}]
    too_much = ada.post(f"/orders/{bought[0].number}/refunds", body)
    assert (too_much.status_code, too_much.json()["code"]) == (409, "too_much_back")
    for number in range(3):
        done(shop, visit(Visitor(), shop, held, WEDNESDAY_TEN + number * DAY))
    assert owed_of(held) == 0
    assert earned_by(shop.business) + balance(Role.TAX, "GBP", f"business:{shop.business.pk}") == 5_000
    assert till.agrees()


# Ending


def test_before_it_ends_its_holder_is_told_and_then_it_lapses(shop: Shop, held: VisitPass, till: Till) -> None:
    assert held.valid_until is not None
    done(shop, visit(Visitor(), shop, held))
    mail.outbox.clear()
    notice = datetime.combine(held.valid_until, NOW.timetz()) - timedelta(days=20)
    assert steps.notice_endings(now=notice - timedelta(days=5)) == 0
    shop.clock.move_to(notice)
    assert steps.notice_endings(now=notice) == 1
    assert steps.notice_endings(now=notice) == 0
    worker.drain()
    (letter,) = [each for each in mail.outbox if held.code in each.body]
    assert "2" in letter.subject
    assert books.lapse_ended(now=notice + timedelta(days=20)) == 0
    assert books.lapse_ended(now=notice + timedelta(days=22)) == 1
    assert books.lapse_ended(now=notice + timedelta(days=23)) == 0
    assert (left_of(held), owed_of(held), earned_by(shop.business)) == (0, 0, PRICE - TAX)
    assert till.agrees()


def test_who_was_told_late_has_a_week(shop: Shop, held: VisitPass) -> None:
    assert held.valid_until is not None
    late = datetime.combine(held.valid_until, NOW.timetz()) + timedelta(days=3)
    assert books.lapse_ended(now=late) == 0  # nobody was told
    assert steps.notice_endings(now=late) == 1
    held.refresh_from_db()
    assert held.valid_until == (late + timedelta(days=7)).date()
    assert books.lapse_ended(now=late + timedelta(days=7)) == 0
    assert books.lapse_ended(now=late + timedelta(days=8)) == 1


def test_a_visit_that_comes_back_to_one_that_ended_is_good_for_a_month(shop: Shop, held: VisitPass) -> None:
    made = visit(Visitor(), shop, held)
    VisitPass.objects.update(valid_until=NOW.date(), noticed_at=NOW)
    assert books.lapse_ended(now=NOW + DAY) == 1
    assert left_of(held) == 0
    with transaction.atomic():
        books.call_off(line_id=order_of(made).lines.get().pk, is_late=False, actor=SYSTEM, now=NOW + 2 * DAY)
    held.refresh_from_db()
    assert (left_of(held), held.valid_until) == (1, (NOW + 32 * DAY).date())
    assert owed_of(held) == PRICE - TAX - 5_555


def test_of_one_persons_package_what_lapses_is_shared_as_its_visits_are(shop: Shop, nora: Visitor, till: Till) -> None:
    buy_package(nora, till, with_somebody(shop.clean, shop.sam, months=1))
    VisitPass.objects.update(valid_until=NOW.date(), noticed_at=NOW, commission_bp=1_500)
    books.lapse_ended(now=NOW + DAY)
    assert balance(Role.PAYABLE, "GBP", f"staff:{shop.sam.pk}") == PRICE - TAX - 1_250


# By hand


def test_given_by_hand_it_is_goodwill_and_nothing_of_it_is_refunded(
    shop: Shop, three: Package, ada: Person, cleo: Person
) -> None:
    me = Customer.objects.get(user=cleo.user)
    body = {"package_id": str(three.pk), "customer_id": str(me.pk), "reason": "we were late"}
    answer = ada.post("/given-passes", body)
    assert answer.status_code == 201, answer.content
    held = VisitPass.objects.get()
    assert (answer.json()["code"], answer.json()["held"]["unused_amount"]) == (held.code, 0)
    assert (owed_of(held), balance(Role.GOODWILL, "GBP", f"business:{shop.business.pk}")) == (PRICE - TAX, PRICE - TAX)
    worker.drain()
    assert any(held.code in each.body for each in mail.outbox)
    assert [each["left"] for each in cleo.get("/my-passes").json()] == [3]
    assert refund(ada, held, amount=1).status_code == 403
    done(shop, visit(Visitor(), shop, held))
    assert earned_by(shop.business) == 2_777


def test_ended_by_hand_what_is_left_is_given_to_nobody(shop: Shop, held: VisitPass, ada: Person) -> None:
    made = visit(Visitor(), shop, held)
    assert ada.post(f"/passes/{held.pk}/void", {"reason": " "}).status_code == 422
    answer = ada.post(f"/passes/{held.pk}/void", {"reason": "stolen"})
    assert (answer.json()["state"], left_of(held)) == ("voided", 0)
    assert ada.post(f"/passes/{held.pk}/void", {"reason": "again"}).json()["code"] == "pass_over"
    done(shop, made)
    assert owed_of(held) == 0
    assert Visitor().post("/pass-balance", {"code": held.code}).json()["code"] == "pass_unknown"


def test_only_administrators(shop: Shop, three: Package, held: VisitPass, sam: Person, max_: Person) -> None:
    body = {"package_id": str(three.pk), "customer_id": str(held.pk), "reason": "no"}
    for person, status in ((sam, 403), (max_, 403), (Person(), 401)):
        assert person.get("/passes").status_code == status
        assert person.get("/passes.csv").status_code == status
        assert person.get(f"/passes/{held.pk}").status_code == status
        assert person.post("/given-passes", body).status_code == status
        assert person.post(f"/passes/{held.pk}/void", {"reason": "no"}).status_code == status
        assert person.post(f"/passes/{held.pk}/refund", {"amount": 1, "note": ""}).status_code == status


# Seen


def test_by_code_and_by_link_its_holder_sees_what_became_of_it(
    shop: Shop, held: VisitPass, rival: Visitor, bought: tuple[Booked, VisitPass]
) -> None:
    visit(rival, shop, held)
    seen = Visitor().post("/pass-balance", {"code": held.code}).json()
    assert (seen["left"], seen["visits"], seen["state"], [each["state"] for each in seen["uses"]]) == (
        2,
        3,
        "good",
        ["confirmed"],
    )
    assert "code" not in seen
    linked = Visitor().get("/linked-pass", x_pass_token=pass_token(held.pk, now=NOW)).json()
    assert (linked["code"], linked["left"]) == (held.code, 2)
    assert Visitor().get("/linked-pass", x_pass_token="x").status_code == 404
    (own,) = Visitor().get("/my-passes", x_order_token=bought[0].token).json()
    assert own["left"] == 2


def test_the_list_filters_sorts_and_is_a_file(shop: Shop, held: VisitPass, ada: Person, three: Package) -> None:
    ordered_package(Visitor(), three)

    def found(**wanted: str) -> int:
        query = "&".join(f"{name}={value}" for name, value in wanted.items())
        return len(ada.get(f"/passes?{query}").json()["items"])

    assert (found(), found(state="good"), found(state="unpaid"), found(state="used_up")) == (2, 1, 1, 0)
    assert (found(ending=held.ending.lower()), found(ending="ZZZZ")) == (1, 0)
    assert (found(business="valclean"), found(business="other"), found(package_id=str(three.pk))) == (2, 0, 2)
    assert found(sort="-ends") == 2
    assert ada.get("/passes?sort=amount").status_code == 422
    visit(Visitor(), shop, held)
    text = b"".join(ada.get("/passes.csv?language=en").streaming_content).decode()
    assert "Three cleans" in text
    assert page(ada, held)["visits_used"][0]["earned_amount"] == 0
    assert [entry["amount"] for entry in page(ada, held)["entries"]] == [PRICE - TAX]


def test_a_refund_is_one_and_its_reason_is_kept(held: VisitPass, ada: Person) -> None:
    refund(ada, held)
    assert [(row.amount, row.note) for row in Refund.objects.all()] == [(PRICE, "moves away")]
