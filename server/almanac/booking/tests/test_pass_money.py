"""Visits of packages as money: earned, given back, refunded, lapsed, given and ended by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.db import transaction

from almanac.booking.actions.paying import mind_payments
from almanac.catalog.models import Package
from almanac.kit.actor import SYSTEM
from almanac.ledger.models import Entry, Role
from almanac.ledger.queries import balance, broken_laws
from almanac.outbox import worker
from almanac.payments.actions import passes as books
from almanac.people.models import Customer
from almanac.sales import pass_steps as steps
from almanac.sales.models import OrderLine, VisitPass
from almanac.scheduling.actions import states
from fakes.stripe.money import end_refund
from tests.cast import Person
from tests.packages import (
    PRICE,
    buy_package,
    earned_by,
    left_of,
    named,
    owed_of,
    with_somebody,
)
from tests.pass_cases import DAY, TAX, cancel, consequence, done, page, refund, told, visit
from tests.shop import NOW, WEDNESDAY_TEN, Booked, Shop, Visitor
from tests.tills import Till, order_of

pytestmark = pytest.mark.django_db


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


def test_given_twice_with_one_key_it_is_one_package(
    shop: Shop, three: Package, ada: Person, cleo: Person, otto: Person
) -> None:
    body = {"package_id": str(three.pk), "customer_id": str(cleo.customer.pk), "reason": "we were late"}
    first, again = (ada.post("/given-passes", body, idempotency_key="a-key-of-one-form") for _ in range(2))
    assert (first.status_code, again.status_code, first.json()) == (201, 201, again.json())
    held = VisitPass.objects.get()
    assert (first.json()["code"], owed_of(held), Entry.objects.count()) == (held.code, PRICE - TAX, 1)
    for other in ({"customer_id": str(otto.customer.pk)}, {"reason": "Another"}):
        refused = ada.post("/given-passes", {**body, **other}, idempotency_key="a-key-of-one-form")
        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")
    assert VisitPass.objects.count() == 1


def test_ended_by_hand_what_is_left_is_given_to_nobody(shop: Shop, held: VisitPass, ada: Person) -> None:
    made = visit(Visitor(), shop, held)
    assert ada.post(f"/passes/{held.pk}/void", {"reason": " "}).status_code == 422
    answer = ada.post(f"/passes/{held.pk}/void", {"reason": "stolen"})
    assert (answer.json()["state"], left_of(held)) == ("voided", 0)
    assert ada.post(f"/passes/{held.pk}/void", {"reason": "again"}).json()["code"] == "pass_over"
    done(shop, made)
    assert owed_of(held) == 0
    assert Visitor().post("/pass-balance", {"code": held.code}).json()["code"] == "pass_unknown"
