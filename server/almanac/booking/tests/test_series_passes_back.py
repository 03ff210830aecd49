"""Visits that repeat and are paid by a package, once they are changed: what is called off goes back, what stands again is used
again, and the next term uses what is left (docs/algorithms/packages.md, visits that repeat)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from almanac.booking.actions import renewing, series
from almanac.catalog.models import Package
from almanac.kit import clock
from almanac.kit.actor import SYSTEM
from almanac.ledger.queries import broken_laws
from almanac.outbox import worker
from almanac.payments.actions import passes as books
from almanac.payments.models import Payment
from almanac.sales.models import Order, OrderLine, PassUse, Subscription, VisitPass
from almanac.sales.pass_steps import Spending, use
from almanac.scheduling.actions import states
from almanac.scheduling.models import Appointment
from tests.cast import Person
from tests.packages import PRICE, buy_package, earned_by, left_of, make_package, named, owed_of
from tests.pass_cases import DAY, TAX, told, visit
from tests.series_cases import agree, claims_fit, plan, visits
from tests.series_pass_cases import CLEAN, LATE, amounts, key, subscribed, used_on
from tests.shop import WEDNESDAY_TEN, Shop, Visitor
from tests.tills import Till, order_of

pytestmark = pytest.mark.django_db


def test_where_nobody_came_it_goes_back(shop: Shop, cleo: Person, ada: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    first = Appointment.objects.filter(order_line__subscription__isnull=False).order_by("starts_at")[0]
    shop.clock.move_to(first.starts_at + timedelta(minutes=1))
    states.complete(actor=SYSTEM, appointment_id=first.pk, now=clock.now())
    worker.drain()
    assert earned_by(shop.business) > 0
    shown = ada.get(f"/appointments/{first.pk}/absence?of=team").json()
    assert shown["visit_returns"] is True
    answer = ada.post(f"/appointments/{first.pk}/not-served", {"token": shown["token"]})
    assert answer.status_code == 200, answer.content
    assert (left_of(held), earned_by(shop.business)) == (1, 0)
    assert broken_laws() == []


@pytest.mark.parametrize(("fee", "comes_back"), [(0, True), (100, False)])
def test_a_mark_made_by_mistake_leaves_no_trace(
    shop: Shop, ada: Person, held: VisitPass, fee: int, comes_back: bool
) -> None:
    shop.rules(missed_fee_percent=fee, cancellation_windows=[{"hours_before": 0, "refund_percent": 100}])
    made = visit(Visitor(), shop, held)
    before = owed_of(held)
    address = f"/appointments/{made.visit.pk}"
    for _ in range(2):
        shop.clock.move_to(made.visit.starts_at + timedelta(minutes=1))
        shown = ada.get(f"{address}/absence?of=customer").json()
        assert shown["visit_returns"] is comes_back
        assert ada.post(f"{address}/no-show", {"token": shown["token"]}).status_code == 200
        worker.drain()
        assert (left_of(held), owed_of(held) < before) == (3 if comes_back else 2, not comes_back)
        assert ada.post(f"{address}/no-show/undo").status_code == 200
        assert (left_of(held), owed_of(held)) == (2, before)
    if comes_back:
        shown = ada.get(f"{address}/absence?of=customer").json()
        assert ada.post(f"{address}/no-show", {"token": shown["token"]}).status_code == 200
        for day in range(1, 4):
            visit(Visitor(), shop, held, WEDNESDAY_TEN + day * DAY)
        answer = ada.post(f"{address}/no-show/undo")
        assert (answer.status_code, answer.json()["code"]) == (409, "money_moved")


# Called off, and standing again


def test_a_skipped_visit_goes_back_and_the_plan_says_so(shop: Shop, cleo: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    one = {"on": "2026-03-18", "until_on": "2026-03-19"}
    shown = plan(cleo, key(), "pause", **one).json()
    assert [(each["for_pass"], each["refund_amount"]) for each in shown["items"]] == [("back", 0)]
    assert agree(cleo, key(), "pause", **one).status_code == 200
    assert (left_of(held), told("given_back")) == (1, 1)
    assert used_on() == [date(2026, 3, 4), date(2026, 4, 1)]
    visitor = Visitor()
    visit(visitor, shop, held, WEDNESDAY_TEN + DAY)  # and can be used for another
    assert left_of(held) == 0


def test_cancelling_the_rest_gives_back_every_one_and_undoing_takes_them(
    shop: Shop, cleo: Person, ada: Person, held: VisitPass
) -> None:
    made = subscribed(shop, cleo, held)
    assert [each["for_pass"] for each in plan(cleo, key(), "cancel").json()["items"]] == ["back"] * 3 + [None] * 4
    assert agree(cleo, key(), "cancel").status_code == 200
    assert left_of(held) == 3
    shown = plan(ada, key(), "undo").json()
    assert [each["for_pass"] for each in shown["items"]] == ["again"] * 3 + [None] * 4
    assert shown["owed_amount"] == 4 * CLEAN
    assert agree(ada, key(), "undo").status_code == 200
    assert (left_of(held), PassUse.objects.count(), len(visits(ada, key()))) == (0, 3, 7)
    assert sorted(PassUse.objects.values_list("number", flat=True)) == [1, 2, 3]
    assert amounts(made) == [0] * 3 + [CLEAN] * 4
    assert claims_fit()
    assert broken_laws() == []


def test_nothing_is_undone_where_no_visit_is_left(shop: Shop, cleo: Person, ada: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    agree(cleo, key(), "cancel", "2026-03-10")
    visit(Visitor(), shop, held, WEDNESDAY_TEN + DAY)
    shown = plan(ada, key(), "undo").json()
    assert [(each["occurs_on"], each["left_alone"], each["for_pass"]) for each in shown["items"]][:2] == [
        ("2026-03-18", "", "again"),
        ("2026-04-01", "package", None),
    ]
    answer = agree(ada, key(), "undo")
    assert (answer.status_code, answer.json()["code"]) == (409, "package_used_up")
    assert answer.json()["dates"] == ["2026-04-01"]
    assert (left_of(held), len(visits(ada, key()))) == (1, 1)


def test_let_go_on_as_far_as_the_package_reaches(shop: Shop, cleo: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    agree(cleo, key(), "pause", "2026-03-04")
    assert left_of(held) == 3
    visit(Visitor(), shop, held, WEDNESDAY_TEN + DAY)
    VisitPass.objects.update(valid_until=date(2026, 3, 20))  # not on the first of April
    shown = plan(cleo, key(), "resume").json()
    assert [(each["for_pass"], each["left_alone"]) for each in shown["items"]] == [
        ("again", ""),
        ("again", ""),
        (None, "package"),
        *[(None, "")] * 4,
    ]
    assert agree(cleo, key(), "resume").status_code == 200
    assert (left_of(held), len(visits(cleo, key()))) == (0, 6)
    assert used_on()[-1] == date(2026, 3, 18)


def test_a_plan_is_another_when_the_last_visit_went_meanwhile(
    shop: Shop, cleo: Person, held: VisitPass, ada: Person
) -> None:
    subscribed(shop, cleo, held)
    agree(cleo, key(), "pause", "2026-03-04")
    shown = plan(cleo, key(), "resume").json()
    visit(Visitor(), shop, held, WEDNESDAY_TEN + DAY)
    body = {"kind": "resume", "from_on": "2026-03-04", "token": shown["token"]}
    answer = cleo.post(f"/subscriptions/{key()}/change", body)
    assert (answer.status_code, answer.json()["code"]) == (409, "plan_changed")
    assert (left_of(held), visits(cleo, key())) == (2, [])


def test_called_off_too_late_it_is_used_and_undone_it_is_not(
    shop: Shop, cleo: Person, ada: Person, held: VisitPass
) -> None:
    subscribed(shop, cleo, held)
    Order.objects.filter(lines__subscription__isnull=False).update(placed_at=WEDNESDAY_TEN - 40 * DAY)
    before = owed_of(held)
    shop.clock.move_to(LATE)
    one = {"on": "2026-03-04", "until_on": "2026-03-05"}
    assert [each["for_pass"] for each in plan(cleo, key(), "pause", **one).json()["items"]] == ["used"]
    assert agree(cleo, key(), "pause", **one).status_code == 200
    value = earned_by(shop.business)
    assert (left_of(held), owed_of(held)) == (0, before - value)
    assert value > 0
    assert [each["for_pass"] for each in plan(ada, key(), "undo").json()["items"]] == ["again"]
    assert agree(ada, key(), "undo").status_code == 200
    assert (left_of(held), owed_of(held), earned_by(shop.business)) == (0, before, 0)
    assert PassUse.objects.filter(earned_at=None, given_back_at=None).count() == 3
    first = Appointment.objects.filter(order_line__subscription__isnull=False).order_by("starts_at")[0]
    shop.clock.move_to(first.starts_at + timedelta(minutes=1))
    states.complete(actor=SYSTEM, appointment_id=first.pk, now=first.starts_at)
    worker.drain()
    assert (owed_of(held), earned_by(shop.business)) == (before - value, value)  # once more, in an entry of its own
    assert broken_laws() == []


def test_what_went_on_is_called_off_again_and_goes_back(shop: Shop, cleo: Person, ada: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    agree(cleo, key(), "pause", "2026-03-04")
    agree(cleo, key(), "resume", "2026-03-04")
    assert left_of(held) == 0
    assert [each["for_pass"] for each in plan(ada, key(), "undo").json()["items"]] == ["back"] * 3 + [None] * 4
    assert agree(ada, key(), "undo").status_code == 200
    assert left_of(held) == 3


def test_paused_since_a_charge_was_given_up_all_go_back(shop: Shop, cleo: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    assert series.pause_unpaid(subscription_id=Subscription.objects.get().pk, now=clock.now())
    assert (left_of(held), visits(cleo, key())) == (3, [])


def test_one_visit_called_off_is_put_back_with_its_package(
    shop: Shop, cleo: Person, ada: Person, held: VisitPass
) -> None:
    subscribed(shop, cleo, held)
    first = Appointment.objects.order_by("starts_at")[0]
    address = f"/appointments/{first.pk}"
    shown = cleo.get(f"{address}/cancellation").json()
    assert (shown["refund_amount"], shown["visit_returns"]) == (0, True)
    assert cleo.post(f"{address}/cancel", {"token": shown["token"]}).status_code == 204
    worker.drain()
    assert left_of(held) == 1
    back = ada.get(f"{address}/restoration").json()
    assert (back["allowed"], back["by_package"], back["owed_amount"]) == (True, True, 0)
    assert ada.post(f"{address}/restore", {"token": back["token"]}).status_code in (200, 204)
    assert (left_of(held), len(visits(ada, key()))) == (0, 7)
    # Called off once more and used elsewhere, it is booked anew.
    shown = cleo.get(f"{address}/cancellation").json()
    assert cleo.post(f"{address}/cancel", {"token": shown["token"]}).status_code == 204
    visit(Visitor(), shop, held, WEDNESDAY_TEN + DAY)
    back = ada.get(f"{address}/restoration").json()
    assert (back["allowed"], back["refused_reason"]) == (False, "package")
    answer = ada.post(f"{address}/restore", {"token": back["token"]})
    assert (answer.status_code, answer.json()["reason"]) == (409, "package")


def test_moved_beyond_the_last_day_it_stays_paid(shop: Shop, cleo: Person, held: VisitPass) -> None:
    made = subscribed(shop, cleo, held)
    VisitPass.objects.update(valid_until=date(2026, 4, 1))
    answer = agree(cleo, key(), "move", "2026-04-01", starts_at="2026-04-02T13:00:00Z")
    assert answer.status_code == 200, answer.content
    assert (left_of(held), amounts(made)) == (0, [0] * 3 + [CLEAN] * 4)


# The books, the next term, the questions asked


def test_all_that_was_paid_is_earned_when_all_was_made(shop: Shop, cleo: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held)
    agree(cleo, key(), "pause", "2026-03-18", until_on="2026-03-19")
    agree(cleo, key(), "pause", "2026-03-04", until_on="2026-03-05")
    for appointment in Appointment.objects.exclude(state="cancelled").order_by("starts_at"):
        shop.clock.move_to(appointment.starts_at + timedelta(minutes=1))
        states.complete(actor=SYSTEM, appointment_id=appointment.pk, now=appointment.starts_at)
        worker.drain()
    assert owed_of(held) == (PRICE - TAX) - earned_by(shop.business)
    assert earned_by(shop.business) == (PRICE * 1 // 3) - round(TAX * (PRICE // 3) / PRICE)
    assert broken_laws() == []


def test_what_was_taken_back_leaves_no_penny(shop: Shop, nora: Visitor, till: Till) -> None:
    """Of a pound the first of two visits is worth 42 pence and the second 41: what is taken back is worth what is left."""
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=2, price=100, slug="pound"))
    first, second = (visit(Visitor(), shop, held, WEDNESDAY_TEN + day * DAY) for day in range(2))
    lines = [order_of(made).lines.get().pk for made in (first, second)]
    assert [books.earn(line_id=line, now=clock.now()) for line in lines] == [42, 41]
    for _ in range(2):
        books.unearn(line_id=lines[0], now=clock.now())
        assert owed_of(held) == 41  # its penny went with it, whichever visit it was
        assert books.earn(line_id=lines[0], now=clock.now()) == 41
    assert owed_of(held) == 0
    assert broken_laws() == []


def test_the_next_term_uses_what_is_left(shop: Shop, cleo: Person, nora: Visitor, till: Till) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=9, slug="nine"))
    subscribed(shop, cleo, held, carries_on=True)
    assert left_of(held) == 2
    row = Subscription.objects.get()
    assert row.notice_at is not None
    shop.clock.move_to(row.notice_at)
    renewing.give_notices(now=clock.now())
    worker.drain()
    second = Order.objects.filter(lines__subscription=row).distinct().order_by("created_at")[1]
    assert list(second.lines.order_by("occurs_on").values_list("total_amount", flat=True)) == [0] * 2 + [CLEAN] * 5
    row.refresh_from_db()
    assert (left_of(held), row.price_amount) == (0, CLEAN)
    (letter,) = [each for each in mail.outbox if "costs £40, as until now" in each.body]
    assert "your package pays for: 2." in letter.body


def test_without_its_package_the_next_term_is_paid(shop: Shop, cleo: Person, held: VisitPass) -> None:
    subscribed(shop, cleo, held, carries_on=True)
    row = Subscription.objects.get()
    assert row.notice_at is not None
    shop.clock.move_to(row.notice_at)
    renewing.give_notices(now=clock.now())
    second = Order.objects.filter(lines__subscription=row).distinct().order_by("created_at")[1]
    assert second.total_amount == 7 * CLEAN


def test_two_uses_of_one_date_are_an_error(shop: Shop, cleo: Person, held: VisitPass) -> None:
    made = subscribed(shop, cleo, held)
    agree(cleo, key(), "pause", "2026-03-04", until_on="2026-03-05")
    line = order_of(made).lines.order_by("occurs_on")[0]
    with pytest.raises(Exception, match=r"(?i)unique|duplicate"):
        use(actor=SYSTEM, spendings=[Spending(held.pk, line.pk, date(2026, 3, 4))], now=clock.now())


def test_as_many_questions_for_a_year_as_for_a_month(
    shop: Shop, nora: Visitor, till: Till, three: Package, ada: Person
) -> None:
    _, held = buy_package(nora, till, make_package(shop.business, shop.clean, visits=90, slug="many"))
    counts = []
    for months in (1, 6):
        visitor = Visitor()
        visitor.ready(shop)
        rule = {"frequency": "weekly", "every": 1, "months": months}
        visitor.put(f"/basket/lines/{visitor.line_id()}/repeat", rule)
        named(visitor, held.code)
        with CaptureQueriesContext(connection) as shown:
            visitor.basket()
        answer = visitor.book()
        assert answer.status_code == 200, answer.content
        row = Subscription.objects.order_by("-created_at", "-pk")[0]
        token = answer.json()["token"]
        asked = {"kind": "cancel", "from_on": "2026-03-04"}
        with CaptureQueriesContext(connection) as planned:
            answer = visitor.post(f"/subscriptions/{row.pk}/plan", asked, x_order_token=token)
        done = {**asked, "token": answer.json()["token"]}
        assert visitor.post(f"/subscriptions/{row.pk}/change", done, x_order_token=token).status_code == 200
        with CaptureQueriesContext(connection) as undone:
            again = ada.post(f"/subscriptions/{row.pk}/plan", {"kind": "undo", "from_on": "2026-03-04"})
        assert {each["for_pass"] for each in again.json()["items"]} == {"again"}
        counts.append((len(shown), len(planned), len(undone)))
    assert OrderLine.objects.filter(subscription__isnull=False).count() > 20
    assert counts[0] == counts[1], counts
    assert Payment.objects.filter(state="due").count() in (0, 1, 2)
